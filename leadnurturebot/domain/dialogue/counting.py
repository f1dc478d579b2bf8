"""A count said about the cart: "make it two", "2 more", "remove one", "just one"."""

import re
from collections.abc import Sequence
from functools import cache

from leadnurturebot.domain.dialogue.words.every import own_words, pattern, plain, with_base
from leadnurturebot.domain.dialogue.words.shape import CountKind, LanguageWords
from leadnurturebot.domain.values import value

MOST = 99
_FEW = 3
_VERBS = frozenset({"do", "दो"})
"""Number words that are verbs as well: "kar do" asks to do it, "nahi, do white" counts."""
_NO = frozenset({"nahi", "nahin", "nhi", "sirf", "bas", "नहीं", "सिर्फ़", "सिर्फ", "बस"})


@value
class Count:
    """How many: so many in all (`set`), or so many more or fewer than there are."""

    number: int
    kind: CountKind = "set"


def count_said(text: str, language: str) -> Count | None:
    """The count that a message says, None when it says none: in its language's words, else in English mixed in."""
    said = " ".join(plain(text).casefold().split()).rstrip(" .!?।")
    for words in with_base(language):
        for kind, searched in _compiled(words):
            if found := searched.search(said):
                number = next((group for group in found.groups() if group), "")
                return Count(_number(number, words), kind)
    return None


def lone_number(text: str, language: str, *, most_words: int = _FEW) -> Count | None:
    """A number of pieces in a few words that say no other ("aliás, duas", "eh dua deh"); "one" is too often a pronoun."""
    words = plain(text).casefold().replace(",", " ").replace(".", " ").split()
    if len(words) > most_words:
        return None
    numbers = own_words(language).numbers
    stands = (word for place, word in enumerate(words) if word not in _VERBS or place == 0 or words[place - 1] in _NO)
    found = [int(word) if word.isdecimal() else numbers.get(word, 0) for word in stands]
    several = [number for number in found if 1 < number <= MOST]
    return Count(several[0]) if len(several) == 1 else None


def counts_by_word(text: str, words: Sequence[str], language: str) -> tuple[tuple[str, int], ...]:
    """The count said right before each of the words as written ("dos negras y una blanca"), in the order of the words."""
    said = plain(text).casefold()
    found: dict[str, int] = {}
    for spoken in with_base(language):
        before = rf"{_number_pattern(spoken)} (?:{spoken.before_color})?" if spoken.before_color else ""
        for word in words:
            match = re.search(
                pattern(rf"\b{before or f'{_number_pattern(spoken)} '}{re.escape(plain(word).casefold())}\b"), said
            )
            if match:
                found.setdefault(word, _number(match[1], spoken))
    return tuple((word, found[word]) for word in words if word in found)


@cache
def _compiled(words: LanguageWords) -> tuple[tuple[CountKind, re.Pattern[str]], ...]:
    number = _number_pattern(words)
    return tuple((kind, re.compile(pattern(written.replace("{n}", number)))) for kind, written in words.counts)


@cache
def _number_pattern(words: LanguageWords) -> str:
    return rf"(\d{{1,2}}|{'|'.join(sorted(words.numbers, key=len, reverse=True))})"


def _number(said: str, words: LanguageWords) -> int:
    """A count of one where a pattern holds no number: "another, please"."""
    return min(int(said) if said.isdecimal() else words.numbers.get(said, 1), MOST)
