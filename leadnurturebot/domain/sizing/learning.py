"""What fits teach: by how many sizes a product runs small or large, and a customer needs more or less than their figures say.

A piece feels small when the person needs more than `_TOLERANCE` sizes more than it has, and large the other way round.
Needs scatter around the product's offset, so the shares of the three verdicts tell it. Few verdicts say little: the offset
is drawn towards what is known without them (what the record says, nought where it is silent), the more the fewer they are
and the less the shop's products differ among each other (empirical Bayes).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log
from uuid import UUID

from leadnurturebot.domain.sizing.advice import Felt, Offset
from leadnurturebot.domain.sizing.belief import normal
from leadnurturebot.domain.sizing.shifts import PRODUCT_SPREAD, RUNS, WORTH_SAYING

_TOLERANCE, _SCATTER = 0.75, 0.65
"""In sizes: with no offset about one piece in eight feels small and one in eight large, as shops that ask report."""
_OFFSETS = tuple(step / 20 for step in range(-30, 31))
_SPREADS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6)
OWN_SPREAD = 0.35
"""How far customers differ from what their figures say."""
_FEWEST = 8
"""Products with verdicts from which on the shop's own spread is believed."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How often a product's pieces were felt to be small, right, large. Each counts once, an exchange for size too."""

    small: int = 0
    right: int = 0
    large: int = 0

    @property
    def count(self) -> int:
        return self.small + self.right + self.large


@dataclass(frozen=True, slots=True)
class Fits:
    """What a shop has heard of its products: verdicts by product id, and how far its products differ."""

    verdicts: Mapping[UUID, Verdicts] = field(default_factory=dict)
    spread: float = PRODUCT_SPREAD

    def offset(self, product_id: UUID, runs: str) -> Offset | None:
        """How the product runs by its verdicts and its record; None without verdicts."""
        own = self.verdicts.get(product_id)
        return product_offset(own, runs=runs, spread=self.spread) if own and own.count else None


def leaning(offset: Offset | None) -> str:
    """Which way a product runs: `small`, `large`, or `true` where it is not worth saying; empty without verdicts."""
    if offset is None or not offset.verdicts:
        return ""
    if abs(offset.sizes) < WORTH_SAYING:
        return "true"
    return "small" if offset.sizes > 0 else "large"


def counted(verdicts: Iterable[Felt]) -> Verdicts:
    """Verdicts by kind."""
    told = list(verdicts)
    return Verdicts(told.count(Felt.SMALL), told.count(Felt.RIGHT), told.count(Felt.LARGE))


def product_offset(verdicts: Verdicts, *, runs: str = "", spread: float = PRODUCT_SPREAD) -> Offset:
    """How a product runs. `runs`: what its record says; `spread`: how far the shop's products differ (`product_spread`)."""
    return _posterior(verdicts, RUNS.get(runs, 0.0), spread)


def own_offset(verdicts: Verdicts) -> Offset:
    """By how much a customer needs more (or less) than others of the same figures."""
    return _posterior(verdicts, 0.0, OWN_SPREAD)


def product_spread(products: Sequence[tuple[Verdicts, str]]) -> float:
    """How far a shop's products differ from what their records say, in sizes: the spread that makes the verdicts of all
    of them likeliest. Each product comes with its record's `runs`."""
    told = [(verdicts, RUNS.get(runs, 0.0)) for verdicts, runs in products if verdicts.count]
    if len(told) < _FEWEST:
        return PRODUCT_SPREAD
    return max(_SPREADS, key=lambda spread: sum(_evidence(_joint(own, middle, spread)) for own, middle in told))


def _posterior(verdicts: Verdicts, middle: float, spread: float) -> Offset:
    joint = _joint(verdicts, middle, spread)
    weights = [exp(likelihood - max(joint)) for likelihood in joint]
    total = sum(weights)
    mean = sum(weight * offset for weight, offset in zip(weights, _OFFSETS, strict=True)) / total
    square = sum(weight * (offset - mean) ** 2 for weight, offset in zip(weights, _OFFSETS, strict=True)) / total
    sizes = round(mean, 6)
    return Offset(sizes, square**0.5, verdicts.count, verdicts.small if sizes > 0 else verdicts.large)


def _joint(verdicts: Verdicts, middle: float, spread: float) -> list[float]:
    """Logarithms, for every offset, of how likely it is before the verdicts (normal) times how likely it makes them.
    A popular product has hundreds of verdicts: their likelihood itself is too small a number."""
    before = [-(((offset - middle) / spread) ** 2) / 2 for offset in _OFFSETS]
    whole = _evidence(before)
    return [prior - whole + _likelihood(verdicts, offset) for prior, offset in zip(before, _OFFSETS, strict=True)]


def _evidence(logs: Sequence[float]) -> float:
    """The logarithm of the sum of what these are logarithms of."""
    return max(logs) + log(sum(exp(own - max(logs)) for own in logs))


def _likelihood(verdicts: Verdicts, offset: float) -> float:
    small = normal((offset - _TOLERANCE) / _SCATTER)
    large = normal((-offset - _TOLERANCE) / _SCATTER)
    return verdicts.small * log(small) + verdicts.large * log(large) + verdicts.right * log(1 - small - large)
