"""Numbers in words, in languages that build them in different ways."""

from collections.abc import Mapping
from typing import Any

import pytest

from leadnurturebot.assistant.language.folders import Language
from leadnurturebot.assistant.understanding.cleaning import tokens
from leadnurturebot.assistant.understanding.numerals import with_numerals


def _language(code: str, words: Mapping[str, Any]) -> Language:
    return Language(code=code, words=words, spellings={}, hints=frozenset(), meanings={})


ENGLISH = _language(
    "en", {"numbers": {"two": "2", "five": "5", "eight": "8", "thirty": "30"}, "number_tens": {"hundred": "100"}}
)
SPANISH = _language(
    "es",
    {"numbers": {"dos": "2", "ocho": "8", "treinta": "30", "cien": "100", "ciento": "100"}, "number_joints": ["y"]},
)
INDONESIAN = _language(
    "id",
    {
        "numbers": {"dua": "2", "lima": "5", "sepuluh": "10", "seratus": "100"},
        "number_tens": {"puluh": "10", "ratus": "100"},
        "number_teens": {"belas": "10"},
    },
)


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        (ENGLISH, "two tops", "2 tops"),
        (ENGLISH, "thirty five", "35"),
        (ENGLISH, "two hundred thirty", "230"),
        (ENGLISH, "two five", "2 5"),
        (ENGLISH, "hundred of them", "100 of them"),
        (SPANISH, "talla treinta y ocho", "talla 38"),
        (SPANISH, "treinta y algo", "30 y algo"),
        (SPANISH, "ciento treinta y dos pesos", "132 pesos"),
        (SPANISH, "dos y ocho", "2 y 8"),
        (INDONESIAN, "dua puluh lima", "25"),
        (INDONESIAN, "seratus lima puluh ribu", "150 ribu"),
        (INDONESIAN, "dua ratus", "200"),
        (INDONESIAN, "lima belas ribu", "15 ribu"),
        (INDONESIAN, "seratus dua belas", "112"),
        (INDONESIAN, "belas", "belas"),
    ],
)
def test_a_number_in_words_becomes_figures(language: Language, text: str, read: str) -> None:
    found = with_numerals(tokens(text, {}), language)
    assert " ".join(token.word for token in found) == read


def test_the_figures_keep_their_place_in_the_text() -> None:
    text = "talla treinta y ocho por favor"
    found = with_numerals(tokens(text, {}), SPANISH)[1]
    assert (found.word, text[found.start : found.end]) == ("38", "treinta y ocho")
