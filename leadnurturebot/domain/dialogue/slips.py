"""A slip mended in the same breath: "S. actually no, L" and "negra, digo, blanca" mean the last one said."""

import re
from dataclasses import replace
from functools import cache

from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.dialogue.words.every import pattern, plain
from leadnurturebot.domain.dialogue.words.trouble import MENDED

_ANY_SIZE = r"\w{1,4}"
"""A size as customers write it: their letter may be another than the label's."""


def as_mended(units: tuple[Understanding, ...], text: str) -> tuple[Understanding, ...]:
    """The units with the last of two sizes or two colours where the words between them take the first one back."""
    written = plain(text).casefold()
    sizes = [size for unit in units for size in unit.entities.sizes]
    if len(sizes) == 2 and len(units) == 2 and _opens_with_no(units[1]) and not _is_only(units[0], sizes[0]):
        # "Add M. No, L": what was asked, with the size that was meant.
        units = (replace(units[0], entities=replace(units[0].entities, sizes=units[1].entities.sizes)),)
    elif len(sizes) == 2 and _takes_back(written, (_ANY_SIZE, _ANY_SIZE)):
        units = tuple(_without_size(unit, sizes[0]) for unit in units if not _is_only(unit, sizes[0]))
    return tuple(_with_last_color(unit, written) for unit in units)


def _opens_with_no(unit: Understanding) -> bool:
    rest = replace(unit.entities, sizes=(), quantity=None)
    return rest == Entities() and re.match(pattern(rf"\W*(?:{MENDED})\b"), plain(unit.said).casefold()) is not None


def _is_only(unit: Understanding, size: str) -> bool:
    return unit.source == "rule" and unit.entities.sizes == (size,) and not unit.entities.colors


def _without_size(unit: Understanding, size: str) -> Understanding:
    rest = tuple(own for own in unit.entities.sizes if own != size)
    return replace(unit, entities=replace(unit.entities, sizes=rest)) if rest else unit


def _with_last_color(unit: Understanding, written: str) -> Understanding:
    said = unit.entities
    colors = tuple(re.escape(plain(word).casefold()) for word in said.written_colors)
    if len(colors) != 2 or not _takes_back(written, colors):
        return unit
    return replace(unit, entities=replace(said, colors=said.colors[1:], color_words=()))


def _takes_back(written: str, said: tuple[str, ...]) -> bool:
    first, second = said
    return _mended(first, second).search(written) is not None


@cache
def _mended(first: str, second: str) -> re.Pattern[str]:
    return re.compile(pattern(rf"\b{first}\b\W{{1,4}}(?:{MENDED})\W{{1,3}}(?:\S+ ){{0,2}}{second}\b"))
