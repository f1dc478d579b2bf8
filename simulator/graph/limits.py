"""How fast is too fast: messages per second of a number, and per pair of number and person. Wall time."""

from collections import deque
from datetime import datetime, timedelta

from simulator.graph.errors import GraphError

PER_SECOND = 80
PAIR_SECONDS = 6.0
PAIR_BURST = 45


class Limits:
    """Counts live in memory only: after a restart every budget is full again."""

    def __init__(self) -> None:
        self._recent: dict[str, deque[datetime]] = {}
        self._pair_full_at: dict[tuple[str, str], datetime] = {}

    def count(self, number_id: str, now: datetime) -> None:
        """Count a message of the number, in either direction."""
        self._within_second(number_id, now).append(now)

    def check_throughput(self, number_id: str, now: datetime) -> None:
        """Raises GraphError 130429 beyond 80 messages in one second, in and out together."""
        if len(self._within_second(number_id, now)) >= PER_SECOND:
            raise GraphError(130429, f"Message failed to send because more than {PER_SECOND} messages per second.")

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
