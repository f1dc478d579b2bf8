"""How fast and how far is too much: messages per second of a number, per pair, new people per day of a portfolio.

Rates follow wall time, the day of a portfolio business time.
"""

from collections import deque
from datetime import datetime, timedelta

from simulator.graph.errors import GraphError

PER_SECOND = {"STANDARD": 80, "HIGH": 1000, "COEXISTENCE": 20}
PAIR_SECONDS = 6.0
PAIR_BURST = 45
DAY_SECONDS = 86400.0
TIERS = {"TIER_250": 250, "TIER_2K": 2000, "TIER_10K": 10_000, "TIER_100K": 100_000, "TIER_UNLIMITED": None}


class Limits:
    """Counts live in memory only: after a restart every budget is full again."""

    def __init__(self) -> None:
        self._recent: dict[str, deque[datetime]] = {}
        self._pair_full_at: dict[tuple[str, str], datetime] = {}
        self._reached: dict[str, dict[str, float]] = {}

    def count(self, number_id: str, now: datetime) -> None:
        """Count a message of the number, in either direction."""
        self._within_second(number_id, now).append(now)

    def check_throughput(self, number_id: str, now: datetime, level: str = "STANDARD") -> None:
        """Raises GraphError 130429 beyond the level's messages in one second, in and out together."""
        most = PER_SECOND[level]
        if len(self._within_second(number_id, now)) >= most:
            raise GraphError(130429, f"Message failed to send because more than {most} messages per second.")

    def _within_second(self, number_id: str, now: datetime) -> deque[datetime]:
        recent = self._recent.setdefault(number_id, deque())
        while recent and now - recent[0] >= timedelta(seconds=1):
            recent.popleft()
        return recent

    def check_pair(self, number_id: str, person_id: str, now: datetime) -> None:
        """One message per 6 s with a burst of 45 borrowed from the future. Raises GraphError 131056."""
        pair = (number_id, person_id)
        full_at = max(self._pair_full_at.get(pair, now), now) + timedelta(seconds=PAIR_SECONDS)
        if full_at - now > timedelta(seconds=PAIR_SECONDS * PAIR_BURST):
            raise GraphError(131056, "Too many messages sent from this phone number to the same phone number.")
        self._pair_full_at[pair] = full_at

    def reach(self, portfolio: str, person_id: str, now: float, tier: str) -> bool:
        """Count a person written to outside the window; False when the portfolio's day is full without them.

        A person counts once in rolling 24 hours, over all numbers of the portfolio.
        """
        reached = self._reached.setdefault(portfolio, {})
        for old in [each for each, at in reached.items() if now - at >= DAY_SECONDS]:
            del reached[old]
        most = TIERS[tier]
        if person_id not in reached and most is not None and len(reached) >= most:
            return False
        reached.setdefault(person_id, now)
        return True
