"""Doubled words, in a language that makes plurals of them."""

import pytest

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.cleaning import tokens
from leadnurturebot.assistant.understanding.doubling import without_doubling

DOUBLING = Language(
    code="id",
    words={"doubling": ["2"], "clitics": ["nya"]},
    spellings={"lihat-lihat": "lihat lihat"},
    hints=frozenset(),
    meanings={},
)
PLAIN = Language(code="en", words={}, spellings={}, hints=frozenset(), meanings={})


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("baju2 anak", "baju anak"),
        ("baju-baju anak", "baju anak"),
        ("baju2nya", "bajunya"),
        ("baju-bajunya", "bajunya"),
        ("lihat2 dulu", "lihat lihat dulu"),
        ("Lihat-lihat dulu", "lihat lihat dulu"),
        ("baju 2", "baju 2"),
        ("xl2", "xl 2"),
        ("no2", "no 2"),
        ("baju-celana", "baju - celana"),
        ("kaos3", "kaos 3"),
    ],
)
def test_a_doubled_word_is_said_once(text: str, read: str) -> None:
    words = [token.word for token in without_doubling(tokens(text, {}), DOUBLING)]
    assert " ".join(words) == read


def test_the_doubled_word_keeps_its_place_in_the_text() -> None:
    text = "ada baju2nya?"
    found = without_doubling(tokens(text, {}), DOUBLING)[1]
    assert (found.word, text[found.start : found.end]) == ("bajunya", "baju2nya")


def test_a_language_without_doubling_is_left_alone() -> None:
    said = tokens("tops2 bye-bye", {})
    assert without_doubling(said, PLAIN) == said
