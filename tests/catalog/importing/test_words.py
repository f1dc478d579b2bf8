"""Shops' words in base terms."""

import pytest

from leadnurturebot.catalog.importing import words
from leadnurturebot.catalog.importing.cells import plain_text


@pytest.mark.parametrize(
    ("texts", "category"),
    [
        (("Dresses",), "dress"),
        (("", "Linen Shirt Dress with belt"), "dress"),
        (("summer, sale, T-Shirts",), "t-shirt"),
        (("Wide-Leg Trousers",), "trousers"),
        (("Accessories",), "accessory"),
        (("Vestidos",), "dress"),
        (("Gift boxes",), ""),
    ],
)
def test_categories(texts: tuple[str, ...], category: str) -> None:
    assert words.category(*texts) == category


@pytest.mark.parametrize(
    ("texts", "audience"),
    [(["Men's Jeans"], "men"), (["women, men"], "unisex"), (["Ladies"], "women"), (["sale"], None)],
)
def test_audiences(texts: list[str], audience: str | None) -> None:
    assert words.audience(texts) == audience


def test_options_besides_colour_and_size_stand_behind_the_size() -> None:
    options = [("Size", "M"), ("Colour", "Dusty Pink"), ("Length", "Long")]
    assert words.color_and_size(options) == ("dusty pink", "M / Long")
    assert words.color_and_size([("Title", "Default Title")]) == ("", "")


def test_only_what_is_stated_is_a_fact() -> None:
    text = "The material is a dream: soft as silk.\nFabric: 95% viscose, 5% elastane.\n• Pockets: none\nSleeves: short"
    assert words.stated(text) == {"material": "95% viscose, 5% elastane", "pockets": "none", "sleeve": "short"}


def test_markup_becomes_lines() -> None:
    markup = "<style>p{}</style><p>A &amp; B<br/>C</p><ul><li>One <b>bold</b></li><li>Two</li></ul> 3 < 5"
    assert plain_text(markup) == "A & B\nC\nOne bold\nTwo\n3 < 5"
