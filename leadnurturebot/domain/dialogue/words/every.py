"""The words of every language together, ready to be searched for."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from leadnurturebot.domain.dialogue.words import en, es, hi, pt
from leadnurturebot.domain.dialogue.words import id as id_
from leadnurturebot.domain.dialogue.words.shape import LanguageWords
from leadnurturebot.domain.dialogue.words.trouble import ADDED
from leadnurturebot.domain.pattern_table import alternatives


def _with_trouble(words: LanguageWords, added: Mapping[str, str]) -> LanguageWords:
    """A language's words with those of hard moments."""
    both = dict.fromkeys([*words.cues, *added])
    return replace(words, cues={cue: "|".join(own[cue] for own in (words.cues, added) if cue in own) for cue in both})


WORDS: Mapping[str, LanguageWords] = {
    code: _with_trouble(words, ADDED[code])
    for code, words in {
        "en": en.WORDS, "es": es.WORDS, "pt": pt.WORDS, "hi": hi.WORDS, "id": id_.WORDS,
    }.items()
}  # fmt: skip
BASE = "en"
"""Whose words everybody mixes in."""

_ACCENTS = re.compile("[\u0300-\u036f]")
_DEVANAGARI = "\\w\u0900-\u0963\u0970-\u097f"
# The regular expressions' own \b stands between a Devanagari letter and its vowel sign, which is no letter to it.
_EDGE = rf"(?:(?<![{_DEVANAGARI}])(?=[{_DEVANAGARI}])|(?<=[{_DEVANAGARI}])(?![{_DEVANAGARI}]))"


def own_words(language: str) -> LanguageWords:
    """A language's words; English where nobody wrote them yet."""
    found = WORDS.get(language)
    return found if found is not None and found.is_written else WORDS[BASE]


def with_base(language: str) -> tuple[LanguageWords, ...]:
    """A language's words, then the English that is mixed in."""
    own = own_words(language)
    return (own,) if own is WORDS[BASE] else (own, WORDS[BASE])


def plain(text: str) -> str:
    """A text as the patterns expect it: straight apostrophes, no Latin accents."""
    text = text.replace("’", "'")
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


@cache
def pattern(written: str) -> str:
    """A pattern of a language's module as the regular expressions need it; an alternative in Latin letters alone keeps
    the plain edges, which are many times cheaper."""
    composed = unicodedata.normalize("NFC", written)
    if composed.isascii():
        return composed
    return "|".join(own if own.isascii() else own.replace(r"\b", _EDGE) for own in alternatives(composed))


@cache
def word_pattern(words: str) -> re.Pattern[str]:
    """Alternatives that stand alone as words."""
    return re.compile(pattern(rf"\b(?:{words})\b"), re.IGNORECASE)


def has_word(words: str, text: str) -> bool:
    """Whether one of the alternatives stands in a text (`plain`); no alternatives, no hit."""
    return bool(words) and word_pattern(words).search(text) is not None
