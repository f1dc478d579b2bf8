"""How fast and to how many: WhatsApp's limits, kept before it has to say so. Pure rules; who counts passes the state in.

- Number: 80 messages a second in and out together by default, 20 for one that is also in the phone's app.
- Pair (number and person): one message in 6 s; a burst of 45 may be borrowed from the future.
- Portfolio: so many different people in 24 h to whom we write outside their window; those already written to count once.

What we start (reminders, notices) may use half of a number's rate, so that answers never stand behind a broadcast.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

BURST = timedelta(seconds=0.2)
"""A number that was silent may send this much of its rate at once. Lasting traffic is that much slower, so that no second
ever holds more than the rate."""
LOOK_AHEAD = timedelta(milliseconds=100)
"""A slot this near is waited for by the sender that claimed the message; one further away is put off."""
PAIR_EVERY = timedelta(seconds=6)
PAIR_BURST = 45
COEXISTENCE_RATE = 20
UPGRADED_RATE = 1000
BULK_SHARE = 2
PORTFOLIO_SPAN = timedelta(hours=24)

TIERS: dict[str, int | None] = {
    "TIER_50": 50, "TIER_250": 250, "TIER_1K": 1000, "TIER_2K": 2000, "TIER_10K": 10_000, "TIER_100K": 100_000,
    "TIER_UNLIMITED": None,
}  # fmt: skip
"""People in 24 h by the provider's name of the tier; None: no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPace:
    """A number's state: `free_at` is where its spent rate ends, `bulk_at` the same for what we start."""

    rate: float
    free_at: datetime | None = None
    bulk_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """A message that asks for its turn. `slot_at`: the turn it was given before, None for the first time."""

    weight: int = 1
    is_bulk: bool = False
    slot_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """When a message may go. `is_paid`: the rate is spent for it, and it is sent; else it asks again at that time."""

    at: datetime
    is_paid: bool


def told_rate(*, throughput: str, is_in_app: bool) -> int | None:
    """Messages a second that the provider allows a number by what it tells of it; None: the usual.

    `throughput` is its level, `HIGH` after an upgrade; a number that is also in the phone's app is never upgraded.
    """
    if is_in_app:
        return COEXISTENCE_RATE
    return UPGRADED_RATE if throughput == "HIGH" else None


def most(usual: int, told: int | None) -> int:
    """A number's rate: an upgrade lifts it above the usual one, and a lower one that was told holds beside it."""
    if told is None:
        return usual
    return told if told >= UPGRADED_RATE else min(told, usual)


def effective_rate(rate: int, *, slow_factor: int, slow_until: datetime | None, now: datetime) -> float:
    """Messages a second now: less for a while after the provider said that it was too fast."""
    return rate / slow_factor if slow_until is not None and now < slow_until else float(rate)


def take_turns(pace: NumberPace, wants: Sequence[Want], now: datetime) -> tuple[list[Turn], NumberPace]:
    """Turns for messages of one number, in their order, and the number's state after them.

    Each is given its slot once; put off, it comes back at that slot and is not counted again, unless it is late by more
    than a burst: slots left unused must not add up.
    """
    turns = []
    for want in wants:
        turn, pace = _bulk_turn(pace, want, now) if want.is_bulk else _turn(pace, want, now)
        turns.append(turn)
    return turns, pace


def _is_kept(slot_at: datetime | None, now: datetime) -> bool:
    return slot_at is not None and now - BURST <= slot_at <= now + LOOK_AHEAD


def _span(weight: int, pace: NumberPace) -> timedelta:
    return weight * (1 + BURST.total_seconds()) / pace.rate * timedelta(seconds=1)


def _spend(pace: NumberPace, weight: int, now: datetime) -> tuple[datetime, NumberPace]:
    start = max(pace.free_at or now - BURST, now - BURST)
    end = start + _span(weight, pace)
    return max(end, now), replace(pace, free_at=end)


def _turn(pace: NumberPace, want: Want, now: datetime) -> tuple[Turn, NumberPace]:
    if want.slot_at is not None and _is_kept(want.slot_at, now):
        return Turn(max(want.slot_at, now), is_paid=True), pace
    at, spent = _spend(pace, want.weight, now)
    return Turn(at, is_paid=at <= now + LOOK_AHEAD), spent


def _bulk_turn(pace: NumberPace, want: Want, now: datetime) -> tuple[Turn, NumberPace]:
    """First a place in the queue of what we start, and at that place a share of the rate that answers left over."""
    if not _is_kept(want.slot_at, now):
        at, pace = _queue(pace, want.weight, now - BURST)
        if at > now:
            return Turn(at, is_paid=False), pace
    if pace.free_at is not None and pace.free_at > now:
        at, pace = _queue(pace, want.weight, pace.free_at)
        return Turn(at, is_paid=False), pace
    at, spent = _spend(pace, want.weight, now)
    return Turn(at, is_paid=True), spent


def _queue(pace: NumberPace, weight: int, earliest: datetime) -> tuple[datetime, NumberPace]:
    at = max(pace.bulk_at or earliest, earliest) + BULK_SHARE * _span(weight, pace)
    return at, replace(pace, bulk_at=at)


def pair_turn(full_at: datetime | None, now: datetime, *, every: timedelta = PAIR_EVERY) -> tuple[datetime, datetime]:
    """When a message to one person may go, and how far the pair's rate is then spent.

    Up to `PAIR_BURST` messages go at once; each borrows `every` of the time to come.
    """
    spent = max(full_at or now, now) + every
    return max(now, spent - PAIR_BURST * every), spent


def opening_held_until(nth_newest: datetime | None, now: datetime) -> datetime | None:
    """None when a person may be written to first now; else when the portfolio has room again.

    `nth_newest`: of the people written to outside their window, when the n-th newest was, n being the limit.
    """
    if nth_newest is None or nth_newest <= now - PORTFOLIO_SPAN:
        return None
    return nth_newest + PORTFOLIO_SPAN
