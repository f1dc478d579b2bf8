"""A number that counts the rows of the list just shown: "2", "number 2", "2 looks nice"."""

import re
from functools import cache

from leadnurturebot.domain.dialogue.words.every import WORDS, pattern, plain


def row_number(text: str) -> int | None:
    """The row that a message names and nothing else, from 1; None otherwise."""
    found = _alone().fullmatch(plain(text).strip().rstrip(".!)।"))
    return (int(found[1]) or None) if found else None


def opening_number(text: str) -> int | None:
    """The row that opens a sentence, from 1 to 9; None where none does. "2 x" and "2 kg" count no rows."""
    found = _opening().search(plain(text))
    return int(found[1]) if found else None


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(pattern(rf"(?:{_marks()})?\s*(\d{{1,3}})"), re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        pattern(rf"(?:^|[.!?,;\n।])\s*(?:{_marks()})?\s*([1-9])\b(?!\s*(?:x|×|%|cm|kg)\b)"), re.IGNORECASE
    )


def _marks() -> str:
    return "|".join(["#", *(words.number_marks for words in WORDS.values() if words.number_marks)])
