"""A number's own speed limit, kept before the provider has to say so. Limits are per number and process."""

import asyncio
import time
from uuid import UUID


class Pace:
    """A token bucket per number: `rate` a second, with a burst of one second."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._free_at: dict[UUID, float] = {}

    async def wait(self, number_id: UUID) -> None:
        """Return when the number may send."""
        now = time.monotonic()
        free_at = max(self._free_at.get(number_id, 0.0), now - 1.0) + 1 / self._rate
        self._free_at[number_id] = free_at
        if free_at > now:
            await asyncio.sleep(free_at - now)
