"""The length of a foot in a message."""

import pytest

from leadnurturebot.domain.dialogue.words.foot_words import foot_length_said


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("my foot is 26 cm", 26.0), ("my feet are 10.2 inches long", 25.9), ("mi pie mide 26 cm", 26.0),
        ("meu pé tem 25,5 cm", 25.5), ("mera pair 26 cm ka hai", 26.0), ("मेरा पैर 26 सेमी है", 26.0),
        ("panjang kaki 26 cm kak", 26.0), ("24.5 cm foot", 24.5), ("insole 24.5", 24.5),
    ],
)  # fmt: skip
def test_it_is_read_in_every_language(text: str, length: float) -> None:
    assert foot_length_said(text) == length


@pytest.mark.parametrize(
    "text", ["i am 5 foot 4", "5 feet 6 inches", "size 38", "my foot is 41", "a pair of jeans in 26", "26 cm"]
)
def test_heights_sizes_and_pairs_are_no_feet(text: str) -> None:
    assert foot_length_said(text) is None
