"""Simulated customers of a clothing shop who look and buy, for judging recommendations.

People have a hidden taste (a point among styles), a purse and somebody they buy for; goods have a hidden style that their record
shows only in part. A visit has an occasion: it decides what kinds are looked for, which pieces suit, and what is taken
along with what was chosen (an outfit in colours that agree). Goods come and go with the season, some are simply loved.
None of that is how the product reckons, and nothing in the product reads this file.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

STYLES = 8
DAYS = 365
_KINDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "dress": (60, ("heels", "bag", "jacket", "scarf")),
    "top": (30, ("jeans", "skirt", "trousers", "cardigan")),
    "t-shirt": (20, ("jeans", "shorts", "sneakers")),
    "jeans": (55, ("t-shirt", "top", "sneakers", "belt")),
    "trousers": (58, ("top", "jacket", "flats", "belt")),
    "skirt": (42, ("top", "cardigan", "flats")),
    "shorts": (32, ("t-shirt", "sandals", "hat")),
    "cardigan": (52, ("top", "jeans", "scarf")),
    "jacket": (95, ("trousers", "scarf", "jeans")),
    "sneakers": (70, ("jeans", "t-shirt")),
    "heels": (80, ("dress", "bag")),
    "flats": (60, ("skirt", "trousers")),
    "sandals": (45, ("dress", "shorts", "hat")),
    "bag": (48, ("dress", "heels")),
    "scarf": (24, ("jacket", "cardigan")),
    "belt": (22, ("jeans", "trousers")),
    "hat": (25, ("sandals", "dress")),
}
"""Kinds of goods: a usual price, and what people wear with them."""
_OCCASIONS = {
    "everyday": ("t-shirt", "jeans", "top", "sneakers", "cardigan", "skirt"),
    "work": ("trousers", "top", "jacket", "flats", "skirt"),
    "party": ("dress", "heels", "bag", "top"),
    "holiday": ("shorts", "sandals", "dress", "hat", "t-shirt"),
    "winter": ("cardigan", "jacket", "scarf", "jeans"),
}
_COLORS = ("black", "white", "navy", "beige", "red", "green", "pink", "blue")
_AGREE = np.array(
    [[1.0 if first < 4 or second < 4 or first == second else 0.25 for second in range(8)] for first in range(8)]
)
"""Colours that are worn together: the four quiet ones with all, the loud ones with themselves."""
_MATERIALS = ("cotton", "linen", "silk", "wool", "denim", "leather", "viscose", "polyester")
SHOWN = 0.6
"""How often a record's colour and material tell its style; else they are chance."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A product as its record says."""

    name: str
    kind: str
    color: str
    material: str
    occasions: tuple[str, ...]
    price: int


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a customer did with a piece."""

    customer: int
    piece: int
    at: float
    """Seconds since the first day."""
    is_order: bool


@dataclass(frozen=True, slots=True)
class Street:
    """A year of a shop: its goods, and all that was looked at and bought, oldest first."""

    pieces: tuple[Piece, ...]
    deeds: tuple[Deed, ...]


@dataclass(slots=True)
class _Hidden:
    """What nobody can read off a record."""

    style: NDArray[np.float64]
    """By piece: how much of each style it has."""
    loved: NDArray[np.float64]
    """By piece: how much more it is liked than its style says."""
    season: NDArray[np.float64]
    """By piece: the day of the year around which it sells."""
    kind: NDArray[np.str_]
    color: NDArray[np.int64]
    price: NDArray[np.float64]
    suits: dict[str, NDArray[np.bool_]]


def open_street(*, seed: int, pieces: int = 400, customers: int = 3000) -> Street:
    """A year of visits. The same seed gives the same year."""
    chance = np.random.default_rng(seed)
    hidden = _goods(chance, pieces)
    records = tuple(_record(chance, hidden, number) for number in range(pieces))
    deeds = [deed for customer in range(customers) for deed in _year_of(chance, hidden, customer)]
    return Street(records, tuple(sorted(deeds, key=lambda deed: deed.at)))


def _goods(chance: np.random.Generator, count: int) -> _Hidden:
    kinds = np.array(list(_KINDS))
    kind = kinds[chance.integers(len(kinds), size=count)]
    style = chance.dirichlet(np.full(STYLES, 0.35), size=count)
    usual = np.array([_KINDS[name][0] for name in kind])
    main = style.argmax(axis=1)
    color = np.where(chance.random(count) < SHOWN, main, chance.integers(8, size=count))
    suits = {}
    for occasion, fitting in _OCCASIONS.items():
        suits[occasion] = np.isin(kind, fitting) & (chance.random(count) < 0.6)
    return _Hidden(
        style=style,
        loved=chance.gumbel(0.0, 0.55, size=count),
        season=chance.uniform(0, DAYS, size=count),
        kind=kind,
        color=color,
        price=usual * chance.lognormal(0.0, 0.35, size=count),
        suits=suits,
    )


def _record(chance: np.random.Generator, hidden: _Hidden, number: int) -> Piece:
    main = int(hidden.style[number].argmax())
    material = main if chance.random() < SHOWN else int(chance.integers(len(_MATERIALS)))
    kind, color = str(hidden.kind[number]), _COLORS[int(hidden.color[number])]
    return Piece(
        name=f"{color.title()} {kind.title()} {number}",
        kind=kind,
        color=color,
        material=_MATERIALS[material],
        occasions=tuple(name for name, fitting in hidden.suits.items() if fitting[number]),
        price=round(float(hidden.price[number]) * 100),
    )


def _year_of(chance: np.random.Generator, hidden: _Hidden, customer: int) -> list[Deed]:
    """Everything one customer does: most come once or twice, a few often."""
    taste = chance.dirichlet(np.full(STYLES, 0.3))
    purse = 60 * chance.lognormal(0.0, 0.5)
    leaning = chance.dirichlet(np.full(len(_OCCASIONS), 0.7))
    liking = 3.0 * hidden.style @ taste * STYLES / 2 + hidden.loved
    liking = liking - 1.2 * np.abs(np.log(hidden.price / purse)).clip(max=2)
    deeds: list[Deed] = []
    for day in np.sort(chance.uniform(0, DAYS, size=1 + chance.geometric(0.45))):
        occasion = str(chance.choice(list(_OCCASIONS), p=leaning))
        deeds += _visit(chance, hidden, customer, liking, occasion, float(day))
    return deeds


def _visit(
    chance: np.random.Generator, hidden: _Hidden, customer: int, liking: NDArray[np.float64], occasion: str, day: float
) -> list[Deed]:  # fmt: skip
    """Looks at some pieces of one kind, takes the best liked, then perhaps what is worn with it."""
    apart = np.abs(hidden.season - day)
    now = liking - np.minimum(apart, DAYS - apart) / 90 + 1.5 * hidden.suits[occasion]
    kind, deeds, taken = str(chance.choice(_OCCASIONS[occasion])), list[Deed](), -1
    for step in range(1 + int(chance.binomial(3, 0.55))):
        wanted = now + (1.0 if taken < 0 else np.log(_AGREE[hidden.color[taken]][hidden.color]))
        looked = _drawn(chance, np.where(hidden.kind == kind, wanted, -np.inf), 1 + int(chance.poisson(1.6)))
        if not len(looked):
            break
        at = day * 86_400 + step * 600
        deeds += [Deed(customer, int(piece), at + 30 * place, False) for place, piece in enumerate(looked)]
        if chance.random() < 0.55:
            taken = int(looked[np.argmax(wanted[looked])])
            deeds.append(Deed(customer, taken, at + 300, True))
        along: Sequence[str] = _KINDS[kind][1]
        kind = str(chance.choice(along))
    return deeds


def _drawn(chance: np.random.Generator, wanted: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """Different pieces, the better liked the likelier (Gumbel's way of drawing without replacement)."""
    possible = np.flatnonzero(np.isfinite(wanted))
    noisy = wanted[possible] + chance.gumbel(size=len(possible))
    drawn: NDArray[np.int64] = possible[np.argsort(-noisy)[:count]]
    return drawn
