"""The room a garment leaves around the body by cut, and so the body that a measured garment is cut for."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from leadnurturebot.domain.catalogue import SizeRow

_NAMES = ("bust", "waist", "hip")

# Centimetres beyond the body at (bust, waist, hip): the order of what pattern books call close, semi-fitted and loose
# fitting. Elastic cloth is cut closer, by what `_GIVE` takes off. A place that is not fitted at all (None) decides nothing.
_Room = tuple[float | None, float | None, float | None]
_DRESS: Mapping[str, _Room] = {"slim": (3, 3, 5), "regular": (4, 4, None), "loose": (12, None, None)}
_UPPER: Mapping[str, _Room] = {"slim": (3, 6, 4), "regular": (8, None, 8), "loose": (16, None, None)}
_OUTER: Mapping[str, _Room] = {"slim": (7, 10, 8), "regular": (12, None, 12), "loose": (20, None, None)}
_LOWER: Mapping[str, _Room] = {"slim": (None, 1, 2), "regular": (None, 1, 5), "loose": (None, 2, None)}
_SKIRT: Mapping[str, _Room] = {"slim": (None, 1, 3), "regular": (None, 1, None), "loose": (None, 2, None)}
_ROOM = {
    "dress": _DRESS, "jumpsuit": _DRESS, "skirt": _SKIRT,
    "jacket": _OUTER, "blazer": _OUTER, "coat": _OUTER,
    "jeans": _LOWER, "trousers": _LOWER, "shorts": _LOWER, "leggings": _LOWER,
}  # fmt: skip
_GIVE = {"low": 1.0, "medium": 2.0, "high": 6.0}

_FLAT_BELOW = {"bust": 70.0, "waist": 52.0, "hip": 72.0}
"""An adult garment whose largest size is narrower than this was measured lying flat, so once, not around."""


def chart_of_garment(
    measures: Mapping[str, Mapping[str, float]], category: str, fit: str, stretch: str
) -> tuple[SizeRow, ...]:
    """The body that each size is cut for, read off the garment: its measures less the room its cut leaves.

    `measures`: centimetres by size (small to large) and name. Sizes lie half the way to their neighbours.
    """
    room = dict(
        zip(_NAMES, _ROOM.get(category, _UPPER).get(fit) or _ROOM.get(category, _UPPER)["regular"], strict=True)
    )
    columns = {
        name: _ranges([value - left + _GIVE.get(stretch, 0.0) for value in around])
        for name, left in room.items()
        if left is not None and (around := _around(name, measures))
    }
    grown = {name: spans for name, spans in columns.items() if spans}
    return tuple(
        SizeRow(size=size, body={name: spans[at] for name, spans in grown.items()}) for at, size in enumerate(measures)
    )


def _around(name: str, measures: Mapping[str, Mapping[str, float]]) -> list[float]:
    """A measure of every size, around the body; empty where a size lacks it."""
    other = {"bust": "chest", "hip": "hips"}.get(name, name)
    found = [value for row in measures.values() if (value := row.get(name) or row.get(other))]
    if len(found) != len(measures) or not found:
        return []
    return [2 * value for value in found] if max(found) < _FLAT_BELOW[name] else found


def _ranges(middles: Sequence[float]) -> list[tuple[float, float]]:
    """Spans around the middles, half way to each neighbour; empty unless they grow."""
    steps = [large - small for small, large in pairwise(middles)]
    if not steps or min(steps) <= 0:
        return []
    left, right = [steps[0], *steps], [*steps, steps[-1]]
    return [(middle - low / 2, middle + high / 2) for middle, low, high in zip(middles, left, right, strict=True)]
