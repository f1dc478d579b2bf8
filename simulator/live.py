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
        self._listeners: set[asyncio.Queue[bytes]] = set()

    def publish(self, kind: str, data: Json) -> None:
        if not self._listeners:
            return
        event = b"event: " + kind.encode() + b"\ndata: " + orjson.dumps(data) + b"\n\n"
        for listener in self._listeners:
            if not listener.full():
                listener.put_nowait(event)

    async def listen(self) -> AsyncIterator[bytes]:
        queue: asyncio.Queue[bytes] = asyncio.Queue(QUEUE_LENGTH)
        self._listeners.add(queue)
        try:
            yield b"event: hello\ndata: {}\n\n"
            while True:
                yield await self._next(queue)
        finally:
            self._listeners.discard(queue)

    async def _next(self, queue: asyncio.Queue[bytes]) -> bytes:
        try:
            return await asyncio.wait_for(queue.get(), KEEPALIVE_SECONDS)
        except TimeoutError:
            return b": still here\n\n"
