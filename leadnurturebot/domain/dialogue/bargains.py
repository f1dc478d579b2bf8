"""A price that a customer names is no count: "ponme el vestido M a 20" offers twenty, and asks for one."""

import re
from dataclasses import replace
from functools import cache

from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.dialogue.words.every import plain
from leadnurturebot.domain.dialogue.words.trouble import OFFERED

_LEAST_PRICE = 5
"""A smaller number after such a word counts pieces: "cámbialo a 2"."""


def without_offer(unit: Understanding, text: str) -> Understanding:
    """The unit without a count that is the price somebody would pay."""
    count = unit.entities.quantity
    if count is None or count < _LEAST_PRICE or not _is_offered(text, count):
        return unit
    return replace(unit, entities=replace(unit.entities, quantity=None))


def _is_offered(text: str, number: int) -> bool:
    return any(int(found[1]) == number for found in _offer().finditer(plain(text).casefold()))


@cache
def _offer() -> re.Pattern[str]:
    """A number after "for", where no pieces follow."""
    return re.compile(rf"\b(?:{OFFERED}) (\d{{1,3}})\b(?! ?(?:pcs|pieces?|piezas?|unidades|unid|pecas?|buah|de\b|x\b))")
