"""How likely each size is: places on the chart with their uncertainty, weighed together into one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import erf, hypot, sqrt


@dataclass(frozen=True, slots=True)
class Belief:
    """Where on the chart a body belongs: normally distributed, in sizes."""

    place: float
    spread: float

    def moved(self, sizes: float) -> "Belief":
        return Belief(self.place + sizes, self.spread)

    def blurred(self, spread: float) -> "Belief":
        """With a doubt that all its signs share, so that no number of them takes it away."""
        return Belief(self.place, hypot(self.spread, spread))


def weighed(beliefs: Sequence[Belief]) -> Belief:
    """Independent beliefs about one place as one: each weighs as much as it is sure. Grows with every one of them."""
    weights = [belief.spread**-2 for belief in beliefs]
    total = sum(weights)
    place = sum(weight * belief.place for weight, belief in zip(weights, beliefs, strict=True)) / total
    return Belief(place, total**-0.5)


def normal(deviations: float) -> float:
    """The share of a normal distribution below so many standard deviations."""
    return (1 + erf(deviations / sqrt(2))) / 2


def probabilities(belief: Belief, sizes: int) -> list[float]:
    """How likely each of the chart's sizes is the place; what is missing to 1 lies beyond its ends."""
    below = [normal((border - 0.5 - belief.place) / belief.spread) for border in range(sizes + 1)]
    return [high - low for low, high in pairwise(below)]
