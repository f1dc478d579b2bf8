"""A body measure on the scale of a chart's sizes: 1.0 is the middle of the second size, 1.5 its border to the third."""

from collections.abc import Sequence
from itertools import pairwise
from math import floor

from leadnurturebot.domain.catalogue import SizeRow

_ALIASES = {"chest": "bust", "hips": "hip"}

_LOWER = frozenset({"jeans", "trousers", "shorts", "leggings"})
_DECIDING = {
    "dress": {"slim": ("bust", "waist", "hip"), "regular": ("bust", "waist"), "loose": ("bust",)},
    "skirt": {"slim": ("waist", "hip"), "regular": ("waist",), "loose": ("waist",)},
    "lower": {"slim": ("waist", "hip"), "regular": ("waist", "hip"), "loose": ("waist",)},
    "upper": {"slim": ("bust", "waist"), "regular": ("bust",), "loose": ("bust",)},
}

Spans = list[tuple[float, float]]


def group(category: str) -> str:
    """Which measures a kind of garment asks: `dress`, `skirt`, `lower` or `upper`."""
    if category in _DECIDING:
        return category
    return "lower" if category in _LOWER else "upper"


def deciding(category: str, fit: str) -> tuple[str, ...]:
    """Measures that a garment must close over."""
    own = _DECIDING[group(category)]
    return own.get(fit) or own["regular"]


def measures_of(chart: Sequence[SizeRow]) -> set[str]:
    """Names of the measures that a chart has, as bodies are measured."""
    return {_ALIASES.get(name, name) for row in chart for name in row.body}


def spans_of(chart: Sequence[SizeRow], measure: str) -> Spans:
    """The chart's column of a measure, empty when it has gaps or does not grow."""
    rows = [{_ALIASES.get(name, name): span for name, span in row.body.items()} for row in chart]
    spans = [row[measure] for row in rows if measure in row]
    grows = all(low < high for low, high in spans) and all(
        one[0] < other[0] and one[1] < other[1] for one, other in pairwise(spans)
    )
    return spans if grows and len(spans) == len(chart) else []


def place(value: float, spans: Sequence[tuple[float, float]]) -> float:
    """`value` on the scale of sizes: i - 0.5 to i + 0.5 inside size i, going on beyond both ends."""
    inner = [(one[1] + other[0]) / 2 for one, other in pairwise(spans)]
    borders = [spans[0][0], *inner, spans[-1][1]]
    at = sum(value >= border for border in borders[1:-1])
    low, high = borders[at], borders[at + 1]
    return at - 0.5 + (value - low) / (high - low)


def step(spans: Sequence[tuple[float, float]]) -> float:
    """Centimetres from one size to the next, on average."""
    return (spans[-1][1] - spans[0][0]) / len(spans)


def nearest(at: float, sizes: int) -> int:
    """The size (from 0) that a place belongs to, the last one beyond an end."""
    return min(max(floor(at + 0.5), 0), sizes - 1)
