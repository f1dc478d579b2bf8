"""What just happened, to every open phone page: server-sent events."""

import asyncio
from collections.abc import AsyncIterator

import orjson

from simulator.jsontypes import Json

KEEPALIVE_SECONDS = 15.0
QUEUE_LENGTH = 500


class LiveFeed:
    """Fan-out to listeners. A listener that is too slow loses events and refetches on its next connection."""

    def __init__(self) -> None:
        self._listeners: dict[asyncio.Queue[bytes], frozenset[str]] = {}

    def publish(self, kind: str, data: Json) -> None:
        if not self._listeners:
            return
        event = b"event: " + kind.encode() + b"\ndata: " + orjson.dumps(data) + b"\n\n"
        for listener, kinds in self._listeners.items():
            if not listener.full() and (not kinds or kind in kinds):
                listener.put_nowait(event)

    async def listen(self, kinds: frozenset[str] = frozenset()) -> AsyncIterator[bytes]:
        """Events as they happen; with `kinds` only those."""
        queue: asyncio.Queue[bytes] = asyncio.Queue(QUEUE_LENGTH)
        self._listeners[queue] = kinds
        try:
            yield b"event: hello\ndata: {}\n\n"
            while True:
                yield await self._next(queue)
        finally:
            self._listeners.pop(queue, None)

    async def _next(self, queue: asyncio.Queue[bytes]) -> bytes:
        try:
            return await asyncio.wait_for(queue.get(), KEEPALIVE_SECONDS)
        except TimeoutError:
            return b": still here\n\n"
