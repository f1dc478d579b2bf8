"""Experiments and hold-outs: who sees what, and what the outcome says.

Assignment needs no table: sha256 of shop salt, experiment and lead, modulo 10,000. The verdict may be read on any day:
its interval is widened (normal mixture boundary of Howard et al., "Time-uniform, nonparametric, nonasymptotic
confidence sequences", 2021) so that looking often does not turn chance into a winner. Two proportions are compared by
Newcombe's hybrid of Wilson intervals, which stays sound for small counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from math import ceil, log, sqrt

BUCKETS = 10_000
MIN_PEOPLE = 100
"""In each arm; below it only progress is shown."""
_TUNED_FOR_PEOPLE = 126.0
"""Mixture parameter that makes the any-day interval narrowest near 1,000 people."""
_UNEVEN_Z = 3.89
"""A split this far from its weights has a chance below 1 in 10,000: something is broken, no verdict."""


@dataclass(frozen=True, slots=True)
class Arm:
    """A variant and its share in relation to the other arms' weights."""

    name: str
    weight: int = 1


def bucket(salt: str, experiment: str, lead: str) -> int:
    """The lead's place, 0 to 9,999, in this shop's experiment. The same lead always has the same place."""
    digest = sha256(f"{salt}\x1f{experiment}\x1f{lead}".encode()).digest()
    return int.from_bytes(digest) % BUCKETS


def assign(salt: str, experiment: str, lead: str, arms: Sequence[Arm]) -> str:
    """Name of the lead's arm. Raises ValueError when no arm has a weight."""
    total = sum(arm.weight for arm in arms)
    if total <= 0:
        raise ValueError("an experiment needs an arm with a weight")
    place, reached = bucket(salt, experiment, lead), 0
    for arm in arms:
        reached += arm.weight
        if place * total < reached * BUCKETS:
            return arm.name
    raise AssertionError("the last arm reaches every bucket")


def is_held_out(salt: str, campaign: str, lead: str, per_ten_thousand: int) -> bool:
    """Whether the lead gets nothing of `campaign`, to see what it really earns (1,000 of 10,000 is a tenth)."""
    return bucket(salt, f"hold-out:{campaign}", lead) < per_ten_thousand


@dataclass(frozen=True, slots=True)
class Count:
    """People exposed in an arm, and how many of them did what is measured."""

    people: int
    successes: int

    @property
    def rate(self) -> float:
        return self.successes / self.people if self.people else 0.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of shares or of a difference of shares (0.05 is 5 in 100 people)."""

    low: float
    high: float


def wilson(count: Count, z: float = 1.96) -> Interval:
    """Wilson's interval of a share; 0 to 1 without people."""
    if not count.people:
        return Interval(0.0, 1.0)
    people, share, spread = count.people, count.rate, z * z / count.people
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / people + spread / (4 * people))
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def difference(a: Count, b: Count, z: float = 1.96) -> Interval:
    """Newcombe's interval of share b less share a."""
    one, other, gap = wilson(a, z), wilson(b, z), b.rate - a.rate
    down = sqrt((b.rate - other.low) ** 2 + (one.high - a.rate) ** 2)
    up = sqrt((other.high - b.rate) ** 2 + (a.rate - one.low) ** 2)
    return Interval(max(-1.0, gap - down), min(1.0, gap + up))


def any_day_z(people: int, doubt: float = 0.05) -> float:
    """How many standard errors make an interval that may be read on every day with at most `doubt` of a false hit."""
    grown = people + _TUNED_FOR_PEOPLE
    return sqrt(grown / max(people, 1) * log(grown / (_TUNED_FOR_PEOPLE * doubt * doubt)))


class Finding(StrEnum):
    """What a comparison says."""

    COLLECTING = "collecting"
    """Fewer than 100 people in an arm."""
    UNEVEN_SPLIT = "uneven_split"
    TOO_EARLY = "too_early"
    A_BETTER = "a_better"
    B_BETTER = "b_better"
    NO_REAL_DIFFERENCE = "no_real_difference"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The verdict on two arms. `interval`: of b less a, None while collecting. `people_missing`: about how many more
    people, in both arms, a clear answer needs if the rates stay as they are; None when not to be said."""

    finding: Finding
    interval: Interval | None = None
    people_missing: int | None = None


def compare(a: Count, b: Count, *, weights: tuple[int, int] = (1, 1), margin: float = 0.01) -> Comparison:
    """Verdict on b against a. `weights`: the arms' intended shares; `margin`: smaller differences do not count."""
    if min(a.people, b.people) < MIN_PEOPLE:
        return Comparison(finding=Finding.COLLECTING, people_missing=_missing_to_start(a, b))
    if _is_uneven(a.people, b.people, weights):
        return Comparison(finding=Finding.UNEVEN_SPLIT)
    interval = difference(a, b, any_day_z(a.people + b.people))
    finding = _finding(interval, margin)
    missing = _missing_to_answer(a, b) if finding is Finding.TOO_EARLY else None
    return Comparison(finding=finding, interval=interval, people_missing=missing)


def _finding(interval: Interval, margin: float) -> Finding:
    if interval.low > 0:
        return Finding.B_BETTER
    if interval.high < 0:
        return Finding.A_BETTER
    is_none = -margin < interval.low and interval.high < margin
    return Finding.NO_REAL_DIFFERENCE if is_none else Finding.TOO_EARLY


def _missing_to_start(a: Count, b: Count) -> int:
    return max(0, MIN_PEOPLE - a.people) + max(0, MIN_PEOPLE - b.people)


def _is_uneven(a: int, b: int, weights: tuple[int, int]) -> bool:
    share = weights[0] / sum(weights)
    expected, spread = (a + b) * share, sqrt((a + b) * share * (1 - share))
    return abs(a - expected) > _UNEVEN_Z * spread


def _missing_to_answer(a: Count, b: Count) -> int | None:
    people = a.people + b.people
    for step in range(1, 60):
        factor = 1.1**step
        one, other = (Count(round(arm.people * factor), round(arm.successes * factor)) for arm in (a, b))
        interval = difference(one, other, any_day_z(one.people + other.people))
        if interval.low > 0 or interval.high < 0:
            return ceil(people * (factor - 1))
    return None
