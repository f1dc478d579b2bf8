"""Days named in a message: "on sunday", "tomorrow", "now"."""

from leadnurturebot.domain.dialogue.words.every import has_word, plain, with_base
from leadnurturebot.domain.dialogue.words.shape import LanguageWords

_SATURDAY = 5


def asks_now(text: str, language: str) -> bool:
    """Whether this very moment is asked about."""
    return any(has_word(words.now, plain(text)) for words in with_base(language))


def day_asked(text: str, language: str, today: int) -> int | None:
    """How many days from today (Monday is 0) the first day named lies ahead; None when none is named."""
    said = plain(text)
    days = (_day(said, words, today) for words in with_base(language))
    return next((day for day in days if day is not None), None)


def _day(said: str, words: LanguageWords, today: int) -> int | None:
    for ahead, near in words.near_days.items():
        if has_word(near, said):
            return ahead
    for weekday, name in enumerate(words.weekdays):
        if has_word(name, said):
            return (weekday - today) % 7
    return (_SATURDAY - today) % 7 if has_word(words.weekend, said) else None
