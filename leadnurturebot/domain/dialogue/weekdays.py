"""Days named in a message: "on sunday", "tomorrow", "now"."""

import re
from collections.abc import Mapping, Sequence

_WEEKDAYS: Mapping[str, Sequence[str]] = {
    "en": (
        "mon(?:day)?",
        "tue(?:s|sday)?",
        "wed(?:nesday)?",
        "thu(?:rs|rsday)?",
        "fri(?:day)?",
        "sat(?:urday)?",
        "sun(?:day)?",
    ),
}
_NEAR: Mapping[str, Mapping[int, str]] = {
    "en": {0: "today|tonight", 1: "tomorrow"},
}
_NOW: Mapping[str, str] = {"en": "now|at the moment|currently"}
_WEEKEND: Mapping[str, str] = {"en": "weekends?"}


def asks_now(text: str) -> bool:
    """Whether this very moment is asked about."""
    return any(_has(words, text) for words in _NOW.values())


def day_asked(text: str, today: int) -> int | None:
    """How many days from today (Monday is 0) the first day named lies ahead; None when none is named."""
    for language, names in _WEEKDAYS.items():
        for ahead, words in _NEAR[language].items():
            if _has(words, text):
                return ahead
        for weekday, name in enumerate(names):
            if _has(f"{name}s?", text):
                return (weekday - today) % 7
        if _has(_WEEKEND[language], text):
            return (5 - today) % 7
    return None


def _has(words: str, text: str) -> bool:
    return re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) is not None
