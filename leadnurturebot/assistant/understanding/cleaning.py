"""Turns what a customer typed into tokens: one form for training and for run time."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from leadnurturebot.domain.values import value

MOST_CHARACTERS = 4096
"""WhatsApp's limit for a text message; anything after it is not read."""

_INVISIBLE = re.compile(
    # soft hyphen, joiners, direction marks, variation selectors; specials, private use, lone surrogates
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff\ue000-\uf8ff\ud800-\udfff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LATIN_MARKS = re.compile("[\u0300-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_RUNS = re.compile(r"([^\W\d_])\1{2,}")
_LONG_SIZE = re.compile(r"x{2,5}[sl]")
_LAUGHTER = re.compile(r"(?:(?:a?ha){2,}h?|(?:he){2,}|l+o+l+|lmf?ao+|rofl|k{3,}|(?:rs){2,}|(?:ja){2,}|(?:wk){2,}w?)")
_QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc`\u00b4\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u2033", '"')
    | dict.fromkeys("\u2013\u2014", "-")
    | dict.fromkeys("\u2026\u0964\u0965", ".")
)
_OTHER_DIGITS = re.compile(r"[^\D0-9]")
_REPEATED_SIGNS = re.compile("([\u093a-\u094d])\\1+")
_LETTER = r"(?:[^\W\d_]|[\u0900-\u0963\u0971-\u097f])"
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|{_LETTER}+(?:'{_LETTER}+)*|[^\w\s]|\n")


@value
class Token:
    """A word, number, sign or line end."""

    word: str
    """Lower case, without accents, spelled out (`pls` is `please`); may hold a space (`wanna`: `want to`)."""
    raw: str
    start: int
    end: int


def readable(text: str) -> str:
    """`text` without invisible and control characters, stacked accents and typographic quotes, its digits as 0 to 9."""
    text = text[:MOST_CHARACTERS].translate(_QUOTES)
    if text.isascii():
        return _CONTROL.sub(" ", text)
    text = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFKC", _CONTROL.sub(" ", _LATIN_MARKS.sub("", text))).translate(_QUOTES)
    return _OTHER_DIGITS.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)


def tokens(text: str, spellings: Mapping[str, str]) -> list[Token]:
    """The tokens of a `readable` text. `spellings` maps chat spellings to plain words."""
    found = []
    for match in _TOKEN.finditer(text):
        raw = match.group()
        word = plain_word(raw) if raw[0].isalpha() else raw
        found.append(Token(spellings.get(word, word), raw, match.start(), match.end()))
    return found


@lru_cache(maxsize=50_000)
def plain_word(raw: str) -> str:
    """`raw` in lower case, elongation cut to two letters, laughter as one word."""
    word = raw.lower()
    if _LONG_SIZE.fullmatch(word):
        return word
    if _LAUGHTER.fullmatch(word):
        return "haha"
    return _REPEATED_SIGNS.sub(r"\1", _RUNS.sub(r"\1\1", word))
