"""Following the product's clock, and asking it to move on."""

from datetime import timedelta

import orjson

from simulator.clock import Clock
from simulator.live import LiveFeed
from simulator.outside import Outside, OutsideUnreachable


class ClockUnavailable(Exception):
    """The product did not answer, or did not allow it."""


class ClockSync:
    """The product owns the offset of business time; while it can not be reached the last offset holds."""

    def __init__(self, portal_url: str, token: str, outside: Outside, clock: Clock, live: LiveFeed) -> None:
        self._url = f"{portal_url}/demo/clock"
        self._is_on = bool(portal_url)
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._outside = outside
        self._clock = clock
        self._live = live

    async def refresh(self) -> None:
        """Take over the product's offset. Raises ClockUnavailable."""
        await self._ask("GET", None)

    async def advance(self, seconds: int) -> None:
        """Move business time ahead, by the product. Raises ClockUnavailable."""
        await self._ask("POST", orjson.dumps({"advance_seconds": seconds}))
        await self.refresh()

    async def _ask(self, method: str, body: bytes | None) -> None:
        if not self._is_on:
            raise ClockUnavailable("no portal_url is configured")
        try:
            answer = await self._outside.request(method, self._url, self._headers, body)
        except OutsideUnreachable as error:
            raise ClockUnavailable(str(error)) from error
        if answer.status != 200:
            raise ClockUnavailable(f"{method} {self._url} answered {answer.status}")
        self._take(answer.body)

    def _take(self, body: bytes) -> None:
        try:
            seconds = orjson.loads(body)["offset_seconds"]
            offset = timedelta(seconds=float(seconds))
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            raise ClockUnavailable("the product's clock answered without offset_seconds") from error
        if offset != self._clock.offset:
            self._clock.offset = offset
            self._live.publish("clock", {"offset_seconds": offset.total_seconds()})
