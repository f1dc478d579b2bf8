"""A count said about the cart: "make it two", "2 more", "remove one", "just one"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from leadnurturebot.domain.values import value

MOST = 99


@value
class Count:
    """How many: so many in all (`set`), or so many more or fewer than there are."""

    number: int
    kind: Literal["set", "more", "less"] = "set"


_NUMBERS: Mapping[str, Mapping[str, int]] = {
    "en": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "a couple": 2, "a dozen": 12, "both": 2,
    },
}  # fmt: skip

# {n} is a count. What follows "one" tells a count from a pronoun ("i want one in black", "another one with pockets").
_PRONOUN = r"(?! ?(?:in|with|with[o]ut|that|like|size|for|from|of the|black|white|day|week|thing|question)\b)"
_PATTERNS: Mapping[str, tuple[tuple[Literal["set", "more", "less"], str], ...]] = {
    "en": (
        ("more", r"\b{n} (?:more|extra|additional)\b"),
        ("more", rf"\banother {{n}}\b{_PRONOUN}|\b(?:add|have|get|take|want)? ?another(?: please| pls)?$"),
        ("more", r"\badd (?:just )?{n}$"),
        ("less", rf"\b(?:remove|take (?:out|off|away)|drop|delete|minus|leave out) (?:just |only )?{{n}}\b{_PRONOUN}"),
        ("less", r"\b{n} (?:less|fewer)\b|\btake {n} (?:out|off|away)\b"),
        (
            "set",
            r"\b(?:make|change|set|update|switch|reduce|increase)(?: (?:it|that|this|them|the quantity|quantity|qty))?"
            r"(?: to)?(?: just| only)? {n}\b",
        ),
        (
            "set",
            r"\b(?:just|only|actually) {n}\b|\b{n} only\b|\b{n} (?:is|are|will be) (?:enough|fine|plenty|ok|good)\b",
        ),
        (
            "set",
            r"\b(?:want|need|i'?d like|i would like|i'?ll take|i'?ll have|can i (?:get|have)|give me|get me|order|buy)"
            rf"(?: just| only)? {{n}}\b{_PRONOUN}",
        ),
        ("set", r"\b{n} (?:of )?(?:them|those|these|it|that|this|pieces?|pcs|items?)\b|\b(?:qty|quantity):? ?{n}\b"),
        ("set", r"\bx ?{n}\b|\b{n} ?x$"),
    ),
}


def count_said(text: str, language: str) -> Count | None:
    """The count that a message says, None when it says none."""
    spoken = language if language in _PATTERNS else "en"
    plain = " ".join(text.casefold().replace("’", "'").split()).rstrip(" .!?")
    for kind, pattern in _compiled(spoken):
        if found := pattern.search(plain):
            said = next((group for group in found.groups() if group), "one")
            return Count(_number(said, spoken), kind)
    return None


def counts_by_word(text: str, words: Sequence[str], language: str) -> tuple[tuple[str, int], ...]:
    """The count said right before each of the words ("two olive and one white"), in the order of the words."""
    spoken = language if language in _NUMBERS else "en"
    number = rf"(\d{{1,2}}|{'|'.join(_NUMBERS[spoken])})"
    found = ((word, re.search(rf"\b{number} (?:in |of the )?{re.escape(word)}\b", text.casefold())) for word in words)
    return tuple((word, _number(match[1], spoken)) for word, match in found if match)


@cache
def _compiled(language: str) -> tuple[tuple[Literal["set", "more", "less"], re.Pattern[str]], ...]:
    number = rf"(\d{{1,2}}|{'|'.join(_NUMBERS[language])})"
    return tuple((kind, re.compile(pattern.replace("{n}", number))) for kind, pattern in _PATTERNS[language])


def _number(said: str, language: str) -> int:
    return min(int(said) if said.isdecimal() else _NUMBERS[language][said], MOST)
