"""Trousers sized by waist and length ("W32 L34", "32/34"): the waist as any size, the length from the leg or the height."""

import re
from collections.abc import Sequence
from itertools import pairwise

from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.domain.values import value

_INCH = 2.54
_LABEL = re.compile(r"(?P<w>W ?)?(?P<waist>\d{2}) ?[-/Xx×\\ ]? ?(?P<l>L ?)?(?P<length>\d{2})", re.IGNORECASE)
_WAIST = re.compile(r"(?:W ?)?(\d{2})", re.IGNORECASE)
_WAISTS, _LENGTHS = range(22, 61), range(24, 41)
_LEG = {"men": 0.455, "women": 0.465}
"""Inside leg as a share of the height: round figures of the order that surveys of adults report."""


@value
class Cut:
    """Waist and inside leg in inches, as trousers are labelled."""

    waist: int
    length: int


@value
class Leg:
    """The length of the inside leg in inches, and the figure it comes from (`inseam` or `height`, in centimetres)."""

    inches: float
    measure: str
    told: float


def cut_of(label: str) -> Cut | None:
    """The cut that a label names, None for any other label."""
    match = _LABEL.fullmatch(label.strip())
    if match is None or int(match["waist"]) not in _WAISTS or int(match["length"]) not in _LENGTHS:
        return None
    return Cut(int(match["waist"]), int(match["length"]))


def is_by_length(sizes: Sequence[str]) -> bool:
    """Whether a product's sizes are cuts: all read as such, and a waist comes in two lengths or a label says W or L. EU
    sizes that span two ("36/38") are none."""
    cuts = [cut_of(size) for size in sizes]
    found = [cut for cut in cuts if cut is not None]
    if not found or len(found) != len(cuts):
        return False
    return len({cut.waist for cut in found}) < len(found) or any(
        re.search("[WL]", size, re.IGNORECASE) for size in sizes
    )


def waist_chart(chart: Sequence[SizeRow], sizes: Sequence[str]) -> tuple[SizeRow, ...]:
    """A row for each waist, named by its number: the shop's own row of that waist, else the inches that the label says, half
    the way to its neighbours."""
    waists = sorted({cut.waist for size in sizes if (cut := cut_of(size))})
    own = {_waist_of(row.size): row for row in reversed(chart)}
    if all(waist in own for waist in waists):
        return tuple(SizeRow(size=str(waist), body=own[waist].body) for waist in waists)
    steps = [large - small for small, large in pairwise(waists)] or [2]
    left, right = [steps[0], *steps], [*steps, steps[-1]]
    return tuple(
        SizeRow(size=str(waist), body={"waist": (_cm(waist - low / 2), _cm(waist + high / 2))})
        for waist, low, high in zip(waists, left, right, strict=False)
    )


def _cm(inches: float) -> float:
    return round(inches * _INCH, 1)


def _waist_of(label: str) -> int:
    """The waist that a row of a chart is for, 0 where it names none."""
    cut, alone = cut_of(label), _WAIST.fullmatch(label.strip())
    return cut.waist if cut else int(alone[1]) if alone else 0


def leg_of(*, inseam_cm: float | None, height_cm: float | None, audience: str) -> Leg | None:
    """The inside leg, as told, else as the height makes it likely; None when neither is known."""
    if inseam_cm is not None:
        return Leg(inseam_cm / _INCH, "inseam", inseam_cm)
    if height_cm is None:
        return None
    return Leg(height_cm * _LEG.get(audience, _LEG["women"]) / _INCH, "height", height_cm)


def label_for(sizes: Sequence[str], waist: str, inches: float) -> str:
    """The product's label of that waist whose length is nearest to the leg, of two the longer: it can be taken up. Empty
    when it has no such waist."""
    cuts = [(cut, size) for size in sizes if (cut := cut_of(size)) and str(cut.waist) == waist]
    return min(cuts, key=lambda own: (abs(own[0].length - inches), -own[0].length))[1] if cuts else ""


def to_inches(cm: float) -> int:
    """A garment's inside leg as the length its label would say."""
    return round(cm / _INCH)
