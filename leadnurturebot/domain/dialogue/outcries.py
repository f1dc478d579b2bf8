"""Outcries beside a request: "oh no. tell me when it's back", "forget it, cash on delivery" ask only for the second."""

import re

from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.dialogue.words.every import plain
from leadnurturebot.domain.dialogue.words.trouble import INTERJECTIONS

_WORD = re.compile(r"[\w\u0900-\u097f']+")


def without_interjections(units: tuple[Understanding, ...]) -> tuple[Understanding, ...]:
    """The units that ask for something, or all of them where none does; and a guess that somebody agrees to be written to
    is none beside another request: consent is never given in passing."""
    if len(units) < 2:
        return units
    kept = tuple(unit for unit in units if unit.source == "rule" or not (_is_outcry(unit) or _is_passing_consent(unit)))
    return kept or units


def _is_outcry(unit: Understanding) -> bool:
    return " ".join(_WORD.findall(plain(unit.said).casefold())) in INTERJECTIONS


def _is_passing_consent(unit: Understanding) -> bool:
    return unit.intent == "opt_in"
