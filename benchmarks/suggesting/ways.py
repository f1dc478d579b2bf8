"""The ways to suggest that are compared: the product's own, its parts alone, what sells most, and chance."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

import numpy as np

from benchmarks.suggesting.holding_out import Split
from leadnurturebot.catalog.companions import Deeds, pair_up
from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.recommending import USUAL, Anchor, Companion, Deed, Goods, Habits, Weights, best_of, suggest
from simulator.baskets import Piece

LISTED = 10
_DAY = 86_400.0
_HALF_LIFE_DAYS = 30.0
LOOK, ORDER = 1.0, 3.0
"""How much a look and an order tie two products, as the product's own reckoning has it."""

Way = Callable[[int], Sequence[int]]
"""The suggestions for a customer, best first, at most `LISTED`."""


@dataclass(slots=True)
class Past:
    """What is known of each customer, newest first, and of the shop."""

    own: dict[int, list[tuple[int, bool]]]
    habits: Habits
    goods: Goods
    took_ms: list[float] = field(default_factory=list)
    """CPU time of each list of the product's own way."""


def past_of(split: Split, learned: Split, count: int, pieces: Sequence[Piece] = ()) -> Past:
    """The past that a shop would have: what the judged customers did, and from `learned` companions and
    recency-weighted sales; and a catalogue where there are records."""
    own: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    known = set(split.judged.tolist())
    for customer, item, is_order in zip(
        split.customers[::-1].tolist(), split.items[::-1].tolist(), split.is_order[::-1].tolist(), strict=True
    ):
        if customer in known:
            own[customer].append((item, is_order))
    return Past(
        own, Habits(companions=_companions(learned, count), best=best_of(_sold(learned, count))), _goods(pieces)
    )


def _companions(split: Split, count: int) -> dict[UUID, tuple[Companion, ...]]:
    weights = np.where(split.is_order, ORDER, LOOK)
    pairs = pair_up(
        Deeds(people=split.customers, goods=split.items, weights=weights, bought=split.is_order, count=count)
    )
    found: dict[UUID, list[Companion]] = defaultdict(list)
    for item, other, closeness, buyers in zip(
        pairs.goods.tolist(), pairs.others.tolist(), pairs.closeness.tolist(), pairs.buyers.tolist(), strict=True
    ):
        found[UUID(int=item)].append(Companion(UUID(int=other), closeness, buyers))
    return {item: tuple(companions) for item, companions in found.items()}


def _sold(split: Split, count: int) -> dict[UUID, float]:
    """Orders of the last months, one of a month ago counting half."""
    age = (split.times.max(initial=0.0) - split.times) / _DAY
    weights = np.where(split.is_order, 0.5 ** (age / _HALF_LIFE_DAYS), 0.0)
    sold = np.bincount(split.items, weights, minlength=count)
    return {UUID(int=item): float(pieces) for item, pieces in enumerate(sold) if pieces > 0}


def _goods(pieces: Sequence[Piece]) -> Goods:
    """Likeness by the product's own catalogue; a file of transactions has no records."""
    if not pieces:
        return Goods(alike=lambda _: (), partners=lambda _: ())
    products, prices = [], {}
    for number, piece in enumerate(pieces):
        variant = Variant(id=UUID(int=1_000_000 + number), code=number, sku="", color=piece.color, size="M")
        prices[variant.id] = piece.price
        products.append(
            Product(
                id=UUID(int=number), code=number, name=piece.name, category=piece.kind, material=piece.material,
                occasions=piece.occasions, variants=(variant,),
            )
        )  # fmt: skip
    index = CatalogueIndex(products, prices, {})
    return Goods(alike=index.likeness, partners=lambda _: ())


def ways(split: Split, past: Past, count: int, seed: int, weights: Weights = USUAL) -> dict[str, Way]:
    """Every way by its name, ours first."""
    nothing = Goods(alike=lambda _: (), partners=lambda _: ())
    found = {
        "ours": _blend(past, past.habits, past.goods, weights, past.took_ms),
        "together": _blend(past, replace(past.habits, best={}), nothing, weights),
    }
    if any(True for _ in past.goods.alike(UUID(int=0))):
        found["likeness"] = _blend(past, Habits(), past.goods, weights)
    return {**found, "popularity": _popularity(split, past, count), "random": _random(past, count, seed)}


def _blend(
    past: Past, habits: Habits, goods: Goods, weights: Weights, took_ms: list[float] | None = None
) -> Way:  # fmt: skip
    def listed(customer: int) -> Sequence[int]:
        started = time.thread_time()
        anchors = [
            Anchor(UUID(int=item), Deed.BOUGHT if is_order else Deed.SEEN) for item, is_order in past.own[customer]
        ]
        found = suggest(anchors, habits, goods, without=_mine(past, customer), weights=weights)
        if took_ms is not None:
            took_ms.append((time.thread_time() - started) * 1000)
        return [suggestion.product_id.int for suggestion in found[:LISTED]]

    return listed


def _mine(past: Past, customer: int) -> set[UUID]:
    return {UUID(int=item) for item, _ in past.own[customer]}


def _popularity(split: Split, past: Past, count: int) -> Way:
    """What was bought most in all the time known."""
    counts = np.bincount(split.items[split.is_order], minlength=count)
    order = np.argsort(-counts, kind="stable").tolist()
    return lambda customer: _without_own(order, past, customer)


def _random(past: Past, count: int, seed: int) -> Way:
    chance = np.random.default_rng(seed)

    def listed(customer: int) -> Sequence[int]:
        some = chance.choice(count, size=min(count, LISTED + len(past.own[customer])), replace=False)
        return _without_own(some.tolist(), past, customer)

    return listed


def _without_own(items: Iterable[int], past: Past, customer: int) -> list[int]:
    own, found = {item for item, _ in past.own[customer]}, list[int]()
    for item in items:
        if item not in own:
            found.append(item)
            if len(found) == LISTED:
                break
    return found
