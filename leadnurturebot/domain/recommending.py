"""Which goods to suggest to one customer: from what was bought together, what a record says, what is alike, what sells.

Everything a suggestion scores comes from one of the sources in `Why`, and the source that gave most is the reason told.
A shop without a past has no companions and no sales; likeness and the records carry it then.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from math import log1p
from uuid import UUID

from leadnurturebot.domain.values import record, value

ANCHORS_MAX = 10
"""So many goods of a customer are looked from, the newest."""
BEST_MAX = 100
"""Best sellers that are looked at."""
BUYERS_LEAST = 2
"""Bought together by fewer people than this is nobody's habit, and would tell of a person."""


class Deed(Enum):
    """What a customer did with a product, with its weight: how much it tells of what they want next."""

    CART = 1.4
    BOUGHT = 1.0
    SEEN = 0.8


class Why(Enum):
    """Where a suggestion comes from."""

    BOUGHT_WITH = "bought_with"
    """Bought by people who bought the anchor too."""
    LIKED_WITH = "liked_with"
    """Looked at or put in the cart by people who did so with the anchor."""
    GOES_WITH = "goes_with"
    """The anchor's record names it."""
    ALIKE = "alike"
    BEST = "best"
    """Sells most lately."""
    NEW = "new"


@value
class Companion:
    """A product that people take beside another one."""

    product_id: UUID
    closeness: float
    """Cosine with shrinkage, 0 to 1."""
    buyers: int = 0
    """People who bought both."""


@record
class Habits:
    """What the customers of one shop do. Empty for a shop without a past."""

    companions: Mapping[UUID, tuple[Companion, ...]] = field(default_factory=dict)
    """By product, closest first."""
    best: Mapping[UUID, float] = field(default_factory=dict)
    """What sells most with its share, as `best_of` tells it."""
    new: frozenset[UUID] = frozenset()
    """Products that came lately."""


@value
class Anchor:
    """A product that the customer had to do with."""

    product_id: UUID
    deed: Deed


@value
class Goods:
    """What the catalogue knows of one product's neighbours."""

    alike: Callable[[UUID], Iterable[tuple[UUID, float]]]
    """Products like one, with how alike they are, 0 to 1."""
    partners: Callable[[UUID], Iterable[UUID]]
    """Products that a record names as going with one."""


@value
class Suggestion:
    """A product, how strongly it is suggested, and the reason that weighed most."""

    product_id: UUID
    score: float
    why: Why
    anchor: UUID | None = None
    """The customer's product that the reason speaks of."""


@value
class Weights:
    """How much each source counts. Set on simulated baskets (`benchmarks.recommendations`), seeds 1 and 2."""

    companion: float = 1.0
    partner: float = 0.12
    alike: float = 0.1
    best: float = 0.05
    new: float = 0.01
    fading: float = 0.8
    """What an anchor counts through the one after it, which is newer."""


USUAL = Weights()


@dataclass(slots=True)
class _Scores:
    """Scores by product, and of each the source that gave most."""

    totals: dict[UUID, float] = field(default_factory=dict)
    strongest: dict[UUID, tuple[float, Why, UUID | None]] = field(default_factory=dict)

    def add(self, product_id: UUID, gain: float, why: Why, anchor: UUID | None = None) -> None:
        self.totals[product_id] = self.totals.get(product_id, 0.0) + gain
        strongest = self.strongest.get(product_id)
        if strongest is None or gain > strongest[0]:
            self.strongest[product_id] = (gain, why, anchor)


def best_of(sold: Mapping[UUID, float]) -> dict[UUID, float]:
    """The best sellers of pieces sold by product, best first, with a share from 0 to 1 that grows with the logarithm."""
    ranked = sorted(
        (product_id for product_id, pieces in sold.items() if pieces > 0), key=lambda each: (-sold[each], each)
    )
    most = log1p(sold[ranked[0]]) if ranked else 1.0
    return {product_id: log1p(sold[product_id]) / most for product_id in ranked[:BEST_MAX]}


def suggest(
    anchors: Sequence[Anchor], habits: Habits, goods: Goods, *, without: Collection[UUID] = (), weights: Weights = USUAL
) -> list[Suggestion]:
    """Products to suggest, best first. `anchors` are the customer's products, newest first; neither they nor `without`
    are suggested. Equal scores stand in the order of ids, so that the same past gives the same list."""
    scores = _Scores()
    known = {*without, *(anchor.product_id for anchor in anchors)}
    for place, anchor in enumerate(_newest(anchors)):
        _look_from(scores, anchor, anchor.deed.value * weights.fading**place, habits, goods, weights)
    for product_id, share in habits.best.items():
        scores.add(product_id, weights.best * share, Why.BEST)
    for product_id in habits.new:
        scores.add(product_id, weights.new, Why.NEW)
    found = [
        Suggestion(product_id, total, *scores.strongest[product_id][1:])
        for product_id, total in scores.totals.items() if product_id not in known
    ]  # fmt: skip
    return sorted(found, key=lambda suggestion: (-suggestion.score, suggestion.product_id))


def _newest(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The newest anchors, a product once: what is in the cart counts as that, not as seen."""
    strongest: dict[UUID, Anchor] = {}
    for anchor in anchors:
        before = strongest.setdefault(anchor.product_id, anchor)
        if anchor.deed.value > before.deed.value:
            strongest[anchor.product_id] = anchor
    return list(strongest.values())[:ANCHORS_MAX]


def _look_from(scores: _Scores, anchor: Anchor, worth: float, habits: Habits, goods: Goods, weights: Weights) -> None:
    own = anchor.product_id
    for companion in habits.companions.get(own, ()):
        why = Why.BOUGHT_WITH if companion.buyers >= BUYERS_LEAST else Why.LIKED_WITH
        scores.add(companion.product_id, worth * weights.companion * companion.closeness, why, own)
    for product_id in goods.partners(own):
        scores.add(product_id, worth * weights.partner, Why.GOES_WITH, own)
    for product_id, likeness in goods.alike(own):
        scores.add(product_id, worth * weights.alike * likeness, Why.ALIKE, own)
