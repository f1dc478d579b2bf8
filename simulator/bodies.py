"""Bodies and clothes as they are, for measuring an adviser: who has which girths, and what truly fits them.

Of another family than any adviser is likely to use: heights and weights are log-normal, girths grow as powers of both
(a tall person of a weight is slimmer), what is left over is shared between girths by a body shape, and a piece fits by
how its seams lie on the body in centimetres, too tight being worse than too wide. Nothing here is measured data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A body in centimetres, kilograms and years, and how its owner likes clothes to lie."""

    audience: str
    height_cm: float
    weight_kg: float
    age_years: float
    girths: Mapping[str, float]
    """`bust`, `waist`, `hip`."""
    likes_room_cm: float
    """More (or less) room than the cut means to leave."""
    bears_tight_cm: float
    bears_wide_cm: float
    """How far a seam may lie off before the piece is called too small or too large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A garment as it was sewn: centimetres around, by size and place."""

    sizes: tuple[str, ...]
    around: Mapping[str, Sequence[float]]
    room: Mapping[str, float]
    """What the cut means to leave around the body."""
    gives: float
    """Centimetres the cloth yields before it presses."""
    closes: tuple[str, ...]
    """Places it must close over; others press or hang a little."""


# Median height and body mass index with their log-normal spreads, then by girth: centimetres at those medians and the
# powers of height, weight and age/40; last, how much of a body's shape goes into it, and its own spread (log scale).
_PEOPLE = {
    "women": (
        163.0, 0.041, 25.0, 0.185,
        {"bust": (94.0, (-0.40, 0.52, 0.030), 0.030, 0.036), "waist": (78.0, (-0.55, 0.66, 0.085), 0.058, 0.030),
         "hip": (101.0, (-0.15, 0.47, -0.010), -0.028, 0.030)},
    ),
    "men": (
        176.0, 0.040, 26.0, 0.155,
        {"bust": (102.0, (-0.35, 0.46, 0.020), 0.010, 0.034), "waist": (91.0, (-0.55, 0.68, 0.095), 0.042, 0.030),
         "hip": (101.0, (-0.10, 0.44, -0.005), -0.012, 0.030)},
    ),
}  # fmt: skip
_LOOSE_PLACE = 0.12
"""How much a place that need not close counts beside one that must."""
_TIGHT_IS_WORSE = 1.8


def person(chance: Random, audience: str) -> Person:
    """Somebody; `audience` is `women` or `men`."""
    tall, tall_spread, mass, mass_spread, shapes = _PEOPLE[audience]
    height = tall * exp(chance.gauss(0, tall_spread))
    weight = mass * exp(chance.gauss(0, mass_spread) + 0.12 * max(0.0, chance.gauss(0, 1)) ** 2 * mass_spread)
    weight *= (height / 100) ** 2
    age = min(80.0, 18 + chance.gammavariate(2.2, 10.5))
    shape = chance.gauss(0, 1)
    base = (tall, mass * (tall / 100) ** 2, 40.0)
    girths = {
        name: _girth(middle, powers, (height, weight, age), base) * exp(share * shape + chance.gauss(0, own))
        for name, (middle, powers, share, own) in shapes.items()
    }
    return Person(
        audience=audience, height_cm=height, weight_kg=weight, age_years=age, girths=girths,
        likes_room_cm=chance.gauss(0, 1.6), bears_tight_cm=chance.uniform(2.5, 5.0),
        bears_wide_cm=chance.uniform(3.5, 7.0),
    )  # fmt: skip


def _girth(middle: float, powers: Sequence[float], own: Sequence[float], base: Sequence[float]) -> float:
    grown = sum(power * log(value / usual) for power, value, usual in zip(powers, own, base, strict=True))
    return middle * exp(grown)


def piece(
    chance: Random,
    chart: Mapping[str, Sequence[float]],
    sizes: Sequence[str],
    *,
    room: Mapping[str, float],
    closes: Sequence[str],
    gives: float,
    runs: float,
) -> Piece:
    """A piece sewn to a chart (middles of the body by place and size) by a maker who is off by `runs` sizes (positive: it
    comes out small), and whose every seam is off a little."""
    return Piece(
        sizes=tuple(sizes),
        around={
            name: [
                _middle(middles, at - runs) + room[name] - gives / 2 + chance.gauss(0, 0.7)
                for at in range(len(middles))
            ]
            for name, middles in chart.items()
        },
        room=room,
        gives=gives,
        closes=tuple(closes),
    )


def _middle(middles: Sequence[float], at: float) -> float:
    """The chart between and beyond its sizes."""
    low = min(max(int(at // 1), 0), len(middles) - 2)
    return middles[low] + (middles[low + 1] - middles[low]) * (at - low)


def best_size(who: Person, what: Piece) -> str:
    """The size that lies best on the body; empty when even that is felt to be too small or too large."""
    at = min(range(len(what.sizes)), key=lambda index: _discomfort(who, what, index))
    return what.sizes[at] if felt(who, what, what.sizes[at]) == "right" else ""


def felt(who: Person, what: Piece, size: str) -> str:
    """`small`, `right` or `large`, as its wearer would say."""
    off = _off(who, what, what.sizes.index(size))
    tightest, widest = min(off[name] for name in what.closes), max(off[name] for name in what.closes)
    if tightest < -who.bears_tight_cm:
        return "small"
    return "large" if widest > who.bears_wide_cm and tightest > -who.bears_tight_cm / 2 else "right"


def _off(who: Person, what: Piece, at: int) -> dict[str, float]:
    """Centimetres too wide (or, negative, too tight) at each place. Elastic cloth is meant to be half stretched; up to its
    end it is felt less."""
    found = {}
    for name, around in what.around.items():
        spare = around[at] + what.gives / 2 - who.girths[name] - what.room[name] - who.likes_room_cm
        beyond = spare + what.gives / 2 if spare < -what.gives / 2 else max(spare, 0.0)
        found[name] = 0.75 * beyond + 0.25 * spare
    return found


def _discomfort(who: Person, what: Piece, at: int) -> float:
    weighed = 0.0
    for name, off in _off(who, what, at).items():
        part = 1.0 if name in what.closes else _LOOSE_PLACE
        weighed += part * off * off * (_TIGHT_IS_WORSE if off < 0 else 1.0)
    return weighed
