"""Which size to take, how sure that is, and why.

Every measure that decides for the garment is placed on the size chart as a number (1.0: middle of the second size, 1.5:
border to the third); the largest decides, since a garment must close. Cut, stretch, how the product runs and how the
customer likes it shift that number a little. Near a border the advice is "between": size and alternative. Measured
girths beat the usual size, the usual size beats a guess from height and weight. More body never gives a smaller size.
Three levels (CONVERSATIONS, "Saying facts"): sure (two signals agree), fairly sure, between.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import floor

from leadnurturebot.domain.body_measures import Body, Implausible, build, estimated_girths, figures, implausible_figure
from leadnurturebot.domain.catalogue import SizeRow

EDGE = 0.15
"""Closer than this to a border (in sizes) is between two sizes."""
_ABOVE, _BELOW = 0.25, 0.6
"""How far (in sizes) a body may lie outside the chart; a little too large is worn more easily than too small."""

_FIT = {"slim": 0.1, "loose": -0.1}
_STRETCH = {"low": -0.05, "medium": -0.1, "high": -0.2}
_RUNS = {"runs small": 0.6, "runs large": -0.6}
_LIKED = {"close": -0.25, "loose": 0.25}

_LOWER = frozenset({"jeans", "trousers", "shorts", "leggings"})
_DECIDING = {
    "dress": {"slim": ("bust", "waist", "hip"), "regular": ("bust", "waist"), "loose": ("bust",)},
    "skirt": {"slim": ("waist", "hip"), "regular": ("waist",), "loose": ("waist",)},
    "lower": {"slim": ("waist", "hip"), "regular": ("waist", "hip"), "loose": ("waist",)},
    "upper": {"slim": ("bust", "waist"), "regular": ("bust",), "loose": ("bust",)},
}
_ALIASES = {"chest": "bust", "hips": "hip"}


class Certainty(StrEnum):
    """How sure an advice is."""

    SURE = "sure"
    FAIRLY_SURE = "fairly_sure"
    BETWEEN = "between"


class Liked(StrEnum):
    """How the customer likes clothes to sit."""

    CLOSE = "close"
    REGULAR = "regular"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Garment:
    """What of a product's record decides its size."""

    chart: Sequence[SizeRow]
    """Small to large."""
    category: str = ""
    fit: str = ""
    """`slim`, `regular`, `loose` or empty."""
    stretch: str = ""
    """`none`, `low`, `medium`, `high` or empty."""
    runs: str = ""
    """`runs small`, `runs large`, else true to size: as the record says or past returns show."""


@dataclass(frozen=True, slots=True)
class Because:
    """One reason. `kind`: `measured` or `estimated` (with measure, value in cm and its range in the chart), `usual`,
    `fit`, `stretch`, `runs`, `liked` (value in `note`). `size`: what this alone points at, where it points at one."""

    kind: str
    measure: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    size: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeAdvice:
    """The size to take. `alternative` comes with `between` and `alternative_is` `closer` or `looser`."""

    size: str
    certainty: Certainty
    reason: Because
    """The one that decided; `because` starts with it."""
    because: tuple[Because, ...]
    alternative: str | None = None
    alternative_is: str = ""


@dataclass(frozen=True, slots=True)
class NoAdvice:
    """No size can be named: `no_chart`, `ask_body` (nothing useful known), `above_chart`, `below_chart`. `nearest`: the
    chart's last size on that side."""

    reason: str
    nearest: str = ""
    because: tuple[Because, ...] = ()


def advise(body: Body, garment: Garment, liked: Liked = Liked.REGULAR) -> SizeAdvice | NoAdvice | Implausible:
    """The size of `garment` for `body`."""
    if wrong := implausible_figure(body):
        return wrong
    if not garment.chart:
        return NoAdvice("no_chart")
    measured = _signals("measured", figures(body), garment)
    usual = _usual_place(body.usual_size, garment.chart)
    estimated = _signals("estimated", estimated_girths(body), garment)
    if measured:
        return _from_girths(measured, usual, garment, liked, lean=0)
    if usual is not None:
        return _from_usual(usual, estimated, garment, liked)
    return _from_girths(estimated, None, garment, liked, lean=build(body)) if estimated else NoAdvice("ask_body")


@dataclass(frozen=True, slots=True)
class _Signal:
    place: float
    because: Because


def _signals(kind: str, values: Mapping[str, float], garment: Garment) -> list[_Signal]:
    """Places on the chart of the measures that decide for this garment, largest first; of all if those are unknown."""
    deciding = _DECIDING[_group(garment)].get(garment.fit) or _DECIDING[_group(garment)]["regular"]
    found = []
    for measure, value in values.items():
        ranges = _ranges(garment.chart, measure)
        if ranges:
            place = _place(value, ranges)
            low, high = ranges[_nearest(place, len(ranges))]
            size = garment.chart[_nearest(place, len(ranges))].size
            found.append(_Signal(place, Because(kind, measure, value, low, high, size)))
    found.sort(key=lambda signal: -signal.place)
    return [signal for signal in found if signal.because.measure in deciding] or found


def _group(garment: Garment) -> str:
    if garment.category in _DECIDING:
        return garment.category
    return "lower" if garment.category in _LOWER else "upper"


def _ranges(chart: Sequence[SizeRow], measure: str) -> list[tuple[float, float]]:
    """The chart's column of a measure, empty when it has gaps or does not grow."""
    rows = [{_ALIASES.get(name, name): span for name, span in row.body.items()} for row in chart]
    spans = [row[measure] for row in rows if measure in row]
    grows = all(low < high for low, high in spans) and all(
        one[0] < other[0] and one[1] < other[1] for one, other in pairwise(spans)
    )
    return spans if grows and len(spans) == len(chart) else []


def _place(value: float, ranges: Sequence[tuple[float, float]]) -> float:
    """`value` on the scale of sizes: i - 0.5 to i + 0.5 inside size i, going on beyond both ends."""
    inner = [(one[1] + other[0]) / 2 for one, other in pairwise(ranges)]
    borders = [ranges[0][0], *inner, ranges[-1][1]]
    at = sum(value >= border for border in borders[1:-1])
    low, high = borders[at], borders[at + 1]
    return at - 0.5 + (value - low) / (high - low)


def _nearest(place: float, sizes: int) -> int:
    return min(max(floor(place + 0.5), 0), sizes - 1)


def _usual_place(usual_size: str, chart: Sequence[SizeRow]) -> int | None:
    sizes = [row.size.casefold() for row in chart]
    wanted = usual_size.strip().casefold()
    return sizes.index(wanted) if wanted in sizes else None


def _from_girths(
    signals: Sequence[_Signal], usual: int | None, garment: Garment, liked: Liked, *, lean: int
) -> SizeAdvice | NoAdvice:
    notes, shift = _shift(garment, liked, with_cut=True)
    place, sizes = signals[0].place + shift, len(garment.chart)
    because = (*(signal.because for signal in signals), *_usual_note(usual, garment), *notes)
    if place > sizes - 0.5 + _ABOVE:
        return NoAdvice("above_chart", garment.chart[-1].size, because)
    if place < -0.5 - _BELOW:
        return NoAdvice("below_chart", garment.chart[0].size, because)
    at = _nearest(place, sizes)
    pointed = [_nearest(signal.place, sizes) for signal in signals] + ([usual] if usual is not None else [])
    # Girths guessed from one weight are one signal, however many they are.
    is_guess = signals[0].because.kind == "estimated"
    is_sure = not is_guess and pointed.count(at) > 1 and all(abs(size - at) <= 1 for size in pointed)
    is_split = max(pointed, default=at) - min(pointed, default=at) > 1
    side = _near_border(place, at) or lean or (-1 if is_split else 0)
    return _advice(at, side, is_sure, because, garment)


def _from_usual(usual: int, estimated: Sequence[_Signal], garment: Garment, liked: Liked) -> SizeAdvice:
    notes, shift = _shift(garment, liked, with_cut=False)
    at = _nearest(usual + shift, len(garment.chart))
    guesses = [_nearest(signal.place, len(garment.chart)) for signal in estimated[:1]]
    because = (*_usual_note(usual, garment), *(signal.because for signal in estimated[:1]), *notes)
    apart = guesses[0] - at if guesses else 0
    far_off = (apart > 1) - (apart < -1)
    side = _near_border(usual + shift, at) or far_off
    return _advice(at, side, bool(guesses) and apart == 0, because, garment)


def _near_border(place: float, at: int) -> int:
    """-1 or 1 when `place` is near the border to the size below or above, else 0."""
    off = place - at
    return 0 if abs(off) < 0.5 - EDGE else (1 if off > 0 else -1)


def _shift(garment: Garment, liked: Liked, *, with_cut: bool) -> tuple[tuple[Because, ...], float]:
    """Reasons beside the body, and their sum in sizes. Who names a usual size has cut and stretch in it already."""
    # A loose leg or skirt says nothing about the waistband.
    fit = "" if garment.fit == "loose" and _group(garment) in {"lower", "skirt"} else garment.fit
    cut = [("fit", fit, _FIT), ("stretch", garment.stretch, _STRETCH)] if with_cut else []
    tables = [*cut, ("runs", garment.runs, _RUNS), ("liked", liked.value, _LIKED)]
    notes = tuple(Because(kind, note=value) for kind, value, table in tables if value in table)
    return notes, sum(table.get(value, 0.0) for _, value, table in tables)


def _usual_note(usual: int | None, garment: Garment) -> tuple[Because, ...]:
    return () if usual is None else (Because("usual", size=garment.chart[usual].size),)


def _advice(at: int, side: int, is_sure: bool, because: tuple[Because, ...], garment: Garment) -> SizeAdvice:
    other = at + side
    has_other = side != 0 and 0 <= other < len(garment.chart)
    certainty = Certainty.SURE if is_sure and side == 0 else Certainty.FAIRLY_SURE
    return SizeAdvice(
        size=garment.chart[at].size,
        certainty=Certainty.BETWEEN if has_other else certainty,
        reason=because[0],
        because=because,
        alternative=garment.chart[other].size if has_other else None,
        alternative_is=("closer" if side < 0 else "looser") if has_other else "",
    )
