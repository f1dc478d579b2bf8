"""A shop of the simulated world: products with the charts they publish, the pieces as they were sewn, and who buys them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from leadnurturebot.demo_shop.catalogue.reading import size_charts
from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.domain.sizing.advice import Felt, Worn
from leadnurturebot.domain.sizing.learning import Verdicts, counted
from simulator.bodies import Person, Piece, best_size, felt, person, piece

_NAMES = {"chest": "bust", "waist": "waist", "hip": "hip"}
_WOMEN = ("women_letters", "women_letters", "women_eu", "women_us")
# Category, fit, the room that makers of it leave at (bust, waist, hip) in cm, and the places it must close over.
_CUTS = (
    ("dress", "slim", (3, 4, 5), ("bust", "waist", "hip")), ("dress", "regular", (5, 5, 16), ("bust", "waist")),
    ("dress", "loose", (13, 22, 24), ("bust",)), ("top", "slim", (3, 7, 5), ("bust", "waist")),
    ("blouse", "regular", (9, 15, 9), ("bust",)), ("knitwear", "loose", (15, 22, 15), ("bust",)),
    ("jacket", "regular", (13, 18, 13), ("bust",)), ("skirt", "slim", (None, 1, 3), ("waist", "hip")),
    ("trousers", "regular", (None, 1, 6), ("waist", "hip")), ("trousers", "loose", (None, 2, 15), ("waist",)),
    ("jeans", "slim", (None, 0, 2), ("waist", "hip")),
)  # fmt: skip
_GIVES = {"none": 0.0, "low": 1.5, "medium": 3.0, "high": 7.0}
_RUNS = 0.4
"""How far makers are off their charts, in sizes (standard deviation)."""
_SAID_FROM = 0.45
"""Off by so much, every second record says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """A product: what its page says, and (`sewn`) how its pieces are."""

    name: str
    audience: str
    category: str
    fit: str
    stretch: str
    chart_key: str
    chart: tuple[SizeRow, ...]
    runs_said: str
    measures: Mapping[str, Mapping[str, float]]
    sewn: Piece
    to_chart: Piece
    """As a maker who keeps to the chart would have sewn it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Somebody in front of a product, and the size that truly fits best."""

    who: Person
    what: Goods
    best: str
    usual_size: str
    worn: tuple[Worn, ...]
    verdicts: Verdicts
    """Of others on this product."""


def shop(chance: Random, count: int) -> list[Goods]:
    """`count` products of all kinds."""
    return [_goods(chance, number) for number in range(count)]


def _goods(chance: Random, number: int) -> Goods:
    category, fit, room, closes = _CUTS[number % len(_CUTS)]
    audience = "men" if category in ("top", "knitwear", "trousers") and chance.random() < 0.5 else "women"
    key = _chart_key(chance, audience, category)
    rows = size_charts()[key].rows
    left = {
        name: width + chance.gauss(0, 1.0)
        for name, width in zip(("bust", "waist", "hip"), room, strict=True)
        if width is not None and any(_NAMES.get(own) == name for own in rows[0].body)
    }
    middles = {_NAMES[own]: [sum(row.body[own]) / 2 for row in rows] for own in rows[0].body if _NAMES[own] in left}
    stretch, runs = chance.choice(list(_GIVES)), chance.gauss(0, _RUNS)
    sizes = [row.size for row in rows]
    sewn, to_chart = (
        piece(chance, middles, sizes, room=left, closes=closes, gives=_GIVES[stretch], runs=off) for off in (runs, 0.0)
    )
    says = abs(runs) > _SAID_FROM and chance.random() < 0.5
    return Goods(
        name=f"{fit} {category} {number}", audience=audience, category=category, fit=fit, stretch=stretch,
        chart_key=key, chart=rows, sewn=sewn, to_chart=to_chart,
        runs_said=("runs small" if runs > 0 else "runs large") if says else "",
        measures=_measured(sewn) if chance.random() < 0.5 else {},
    )  # fmt: skip


def _chart_key(chance: Random, audience: str, category: str) -> str:
    if category == "jeans":
        return f"{audience}_jeans"
    return "men_letters" if audience == "men" else chance.choice(_WOMEN)


def _measured(sewn: Piece) -> dict[str, dict[str, float]]:
    return {
        size: {name: float(round(around[at])) for name, around in sewn.around.items()}
        for at, size in enumerate(sewn.sizes)
    }


def trials(chance: Random, goods: Sequence[Goods], count: int, verdicts: int) -> list[Trial]:
    """`count` people in front of products one of whose sizes fits them; `verdicts`: how many others have judged each."""
    judged = {what.name: _judged(Random(what.name), what, verdicts) for what in goods}
    found: list[Trial] = []
    while len(found) < count:
        what = chance.choice(goods)
        who = person(chance, what.audience)
        if best := best_size(who, what.sewn):
            worn = _wardrobe(chance, who, [own for own in goods if own.audience == what.audience and own is not what])
            usual = _usual(chance, who, what, goods)
            found.append(Trial(who=who, what=what, best=best, usual_size=usual, worn=worn, verdicts=judged[what.name]))
    return found


def _judged(chance: Random, what: Goods, count: int) -> Verdicts:
    """What buyers said who took the size that the chart gives them, as it would be were the maker true to it."""
    told: list[Felt] = []
    while len(told) < count:
        who = person(chance, what.audience)
        if bought := best_size(who, what.to_chart):
            told.append(Felt(felt(who, what.sewn, bought)))
    return counted(told)


def _usual(chance: Random, who: Person, what: Goods, goods: Sequence[Goods]) -> str:
    """The size of this chart that fits them best elsewhere: one product taken for all, and one in ten says one less."""
    others = [own for own in goods if own.chart_key == what.chart_key and own is not what] or [what]
    size = best_size(who, chance.choice(others).sewn)
    at = what.sewn.sizes.index(size) if size else -1
    return what.sewn.sizes[at - 1] if at > 0 and chance.random() < 0.1 else size


def _wardrobe(chance: Random, who: Person, goods: Sequence[Goods]) -> tuple[Worn, ...]:
    """Up to three other pieces of the shop, and how they turned out."""
    found = []
    for what in chance.sample(list(goods), min(3, len(goods))):
        if size := best_size(who, what.to_chart):
            row = next(row for row in what.chart if row.size == size)
            middles = {_NAMES[name]: sum(span) / 2 for name, span in row.body.items()}
            body = {name: middles[name] for name in what.sewn.closes}
            found.append(Worn(size=size, felt=Felt(felt(who, what.sewn, size)), name=what.name, body=body))
    return tuple(found)
