"""Girths nobody measured, as distributions: from height and weight, sharpened by age and by every girth that was told."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import mean

from leadnurturebot.domain.sizing.body import Body, figures

GIRTHS = ("bust", "waist", "hip")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A likely value and its standard deviation, both in centimetres."""

    value: float
    spread: float


@dataclass(frozen=True, slots=True)
class _Line:
    """girth = middle + slope x (weight - middle weight) + by_year x (age - 35), in cm, kg and years."""

    middle: float
    slope: float
    by_year: float
    spread: float


# Our own approximation, good for the sizes around the middle. Not fitted to a data set; middles, slopes and spreads are
# round figures of the order that surveys of adults report. Height is left out on purpose: at equal weight a taller person
# is slimmer, but nobody believes an adviser whose size falls as they grow; `build` marks the guess as doubtful instead.
_LINES: Mapping[str, tuple[float, Mapping[str, _Line]]] = {
    "women": (62.0, {"bust": _Line(90.0, 0.62, 0.06, 4.5), "waist": _Line(72.0, 0.72, 0.14, 5.0),
                     "hip": _Line(97.0, 0.60, 0.0, 4.0)}),
    "men": (78.0, {"bust": _Line(100.0, 0.55, 0.04, 4.5), "waist": _Line(86.0, 0.75, 0.16, 5.0),
                   "hip": _Line(100.0, 0.50, 0.0, 4.0)}),
}  # fmt: skip
_MIDDLE_AGE, _AGES = 35.0, (18.0, 75.0)
_SHARED = 0.5
"""Correlation of what two girths have beyond the line. Low enough that more weight still means more of every girth."""
_USUAL_BMI = (18.5, 30.0)


def estimated_girths(body: Body) -> dict[str, Estimate]:
    """The girths of an adult that were not told, from height, weight, age and the girths that were; empty when height or
    weight is not known."""
    known = _LINES.get("women" if body.audience == "unisex" else body.audience)
    if body.height_cm is None or body.weight_kg is None or known is None:
        return {}
    middle, lines = known
    likely = {name: _on_line(line, body.weight_kg - middle, body.age_years) for name, line in lines.items()}
    told = {name: value for name, value in figures(body).items() if name in lines}
    beyond = [(value - likely[name]) / lines[name].spread for name, value in told.items()]
    shift, share = (_SHARED * mean(beyond), (1 - _SHARED**2) ** 0.5) if beyond else (0.0, 1.0)
    return {
        name: Estimate(likely[name] + shift * line.spread, share * line.spread)
        for name, line in lines.items()
        if name not in told
    }


def _on_line(line: _Line, heavier: float, age: float | None) -> float:
    older = 0.0 if age is None else min(max(age, _AGES[0]), _AGES[1]) - _MIDDLE_AGE
    return line.middle + line.slope * heavier + line.by_year * older


def build(body: Body) -> int:
    """Whether weight and height make the guess doubtful: -1 slight for the height, 1 heavy for it, else 0."""
    if body.height_cm is None or body.weight_kg is None:
        return 0
    index = body.weight_kg / (body.height_cm / 100) ** 2
    return -1 if index < _USUAL_BMI[0] else int(index > _USUAL_BMI[1])
