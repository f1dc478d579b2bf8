"""Two clocks: wall time, and business time that the product moves ahead of it.

Windows, message times and free periods follow business time; signatures, retries and rate limits wall time.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def system_wall() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Business time = wall time + offset. The product owns the offset; see `clock_sync`."""

    def __init__(self, wall: Callable[[], datetime] = system_wall) -> None:
        self._wall = wall
        self.offset = timedelta(0)

    def wall(self) -> datetime:
        return self._wall()

    def now(self) -> datetime:
        return self._wall() + self.offset

    def now_unix(self) -> int:
        return int(self.now().timestamp())

    def wall_unix(self) -> int:
        return int(self.wall().timestamp())
