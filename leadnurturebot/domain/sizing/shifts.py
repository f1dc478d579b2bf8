"""What beside the body moves a size: cut, stretch, how the product runs, how the customer likes it. All in sizes."""

from dataclasses import dataclass
from math import hypot

from leadnurturebot.domain.sizing import charts
from leadnurturebot.domain.sizing.advice import Because, Garment, Liked, Offset

_FIT = {"slim": 0.1, "loose": -0.1}
_STRETCH = {"low": -0.05, "medium": -0.1, "high": -0.2}
RUNS = {"runs small": 0.6, "runs large": -0.6}
_LIKED = {"close": -0.25, "loose": 0.25}
PRODUCT_SPREAD = 0.35
"""How far products differ from what their records say (standard deviation), as long as the shop has not shown it."""
_TASTE = 0.25
"""How far two people of one body are apart in what they call a fit."""
WORTH_SAYING = 0.25
"""A learned offset below this moves the place but is no reason to give."""


@dataclass(frozen=True, slots=True)
class Shifts:
    """`girths` moves what was taken on the body. `named` moves a size that the customer names: who wears a size has cut
    and stretch in it already. The notes are the reasons to give for each."""

    girths: float
    named: float
    doubt: float
    """How far the product may be off beside all that, and the customer's taste from others'."""
    notes: tuple[Because, ...]
    named_notes: tuple[Because, ...]


def shifts(garment: Garment, liked: Liked, own: Offset | None) -> Shifts:
    """`own`: the customer's own offset; it stands in the sizes they name already."""
    # A loose leg or skirt says nothing about the waistband.
    is_only_leg = garment.fit == "loose" and charts.group(garment.category) in {"lower", "skirt"}
    fit = "" if is_only_leg else garment.fit
    cut = _notes([("fit", fit, _FIT), ("stretch", garment.stretch, _STRETCH)])
    runs, by_runs = _runs(garment)
    taste = _notes([("liked", liked.value, _LIKED)])
    by_cut = _FIT.get(fit, 0.0) + _STRETCH.get(garment.stretch, 0.0)
    named = by_runs + _LIKED.get(liked.value, 0.0)
    girths = named + by_cut + (own.sizes if own else 0.0)
    return Shifts(girths, named, _doubt(garment.learned), (*cut, *runs, *taste), (*runs, *taste))


def _doubt(learned: Offset | None) -> float:
    return hypot(learned.spread if learned else PRODUCT_SPREAD, _TASTE)


def _notes(tables: list[tuple[str, str, dict[str, float]]]) -> tuple[Because, ...]:
    return tuple(Because(kind, note=value) for kind, value, table in tables if value in table)


def _runs(garment: Garment) -> tuple[tuple[Because, ...], float]:
    """How the product runs: as fits have shown, else as its record says."""
    learned = garment.learned
    if learned is None or not learned.verdicts:
        return _notes([("runs", garment.runs, RUNS)]), RUNS.get(garment.runs, 0.0)
    if abs(learned.sizes) < WORTH_SAYING:
        return (), learned.sizes
    note = "runs small" if learned.sizes > 0 else "runs large"
    counts = Because("verdicts", value=learned.agreeing, high=learned.verdicts, note=note)
    return (Because("runs", note=note), counts), learned.sizes
