"""From one LISTEN connection to every open stream of a shop, news gathered on the way."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import psycopg
import structlog

from leadnurturebot.platform import live
from leadnurturebot.platform.live import Change
from leadnurturebot.platform.sql import connect_async

GATHER_SECONDS = 0.25
"""At most four writes a second for a window."""
SINGLY_AT_MOST = 20
"""Of more changes of a kind at once only the kind is told: the window fetches its list."""
BEHIND_AT_MOST = 32
"""A window that has not taken so many writes is let go: it comes back and fetches everything."""
log = structlog.get_logger("live")

Connect = Callable[[], Awaitable[psycopg.AsyncConnection[Any]]]


class Stream:
    """News for one open window."""

    def __init__(self, shop_id: UUID) -> None:
        self.shop_id = shop_id
        self.is_closed = False
        self._queue: asyncio.Queue[list[Change]] = asyncio.Queue(BEHIND_AT_MOST)

    async def next(self, *, timeout: float) -> list[Change] | None:
        """The next changes, an empty list at the stream's end, None when nothing happened for `timeout` seconds."""
        try:
            return await asyncio.wait_for(self._queue.get(), timeout)
        except TimeoutError:
            return None

    def put(self, changes: list[Change]) -> None:
        """Tell the window; one that is too far behind is closed."""
        try:
            self._queue.put_nowait(changes)
        except asyncio.QueueFull:
            self.close()

    def close(self) -> None:
        """End the stream after what it was told."""
        self.is_closed = True
        if self._queue.full():
            self._queue.get_nowait()
        self._queue.put_nowait([])


class Hub:
    """The open streams of a process. It listens while there is one."""

    def __init__(self, connect: Connect | None = None, *, gather_seconds: float = GATHER_SECONDS) -> None:
        self._connect = connect or _connect
        self._gather_seconds = gather_seconds
        self._streams: dict[UUID, set[Stream]] = defaultdict(set)
        self._waiting: dict[UUID, dict[Change, None]] = {}
        self._flushed_at: dict[UUID, float] = {}
        self._listener: asyncio.Task[None] | None = None
        self._listening = asyncio.Event()
        self._is_stopped = False

    async def join(self, shop_id: UUID) -> Stream:
        """A stream of the shop's news, from now on."""
        stream = Stream(shop_id)
        self._streams[shop_id].add(stream)
        if self._is_stopped:
            stream.close()
        elif self._listener is None or self._listener.done():
            self._listening.clear()
            self._listener = asyncio.create_task(self._listen())
            await self._until_listening(self._listener)
        return stream

    async def _until_listening(self, listener: asyncio.Task[None]) -> None:
        # Or until it failed: then the streams are closed already.
        listening = asyncio.ensure_future(self._listening.wait())
        await asyncio.wait([listening, listener], return_when=asyncio.FIRST_COMPLETED)
        listening.cancel()

    def leave(self, stream: Stream) -> None:
        """The window is gone."""
        self._streams[stream.shop_id].discard(stream)
        if not self._streams[stream.shop_id]:
            del self._streams[stream.shop_id]
            self._flushed_at.pop(stream.shop_id, None)
        if not self._streams and self._listener is not None:
            self._listener.cancel()

    def stop(self) -> None:
        """The process ends: close every stream, take no more."""
        self._is_stopped = True
        self._close_all()
        if self._listener is not None:
            self._listener.cancel()

    def hear(self, payload: str) -> None:
        """News of the channel. What nobody looks at is dropped."""
        shop_id, change = live.read(payload)
        if shop_id not in self._streams:
            return
        loop = asyncio.get_running_loop()
        waiting = self._waiting.setdefault(shop_id, {})
        if not waiting:
            due = max(loop.time(), self._flushed_at.get(shop_id, 0.0) + self._gather_seconds)
            loop.call_at(due, self._flush, shop_id)
        waiting[change] = None

    def _flush(self, shop_id: UUID) -> None:
        changes = merged(list(self._waiting.pop(shop_id, {})))
        self._flushed_at[shop_id] = asyncio.get_running_loop().time()
        for stream in tuple(self._streams.get(shop_id, ())):
            stream.put(changes)

    async def _listen(self) -> None:
        try:
            async with await self._connect() as connection:
                await connection.execute(f"LISTEN {live.CHANNEL}")
                self._listening.set()
                async for news in connection.notifies():
                    self.hear(news.payload)
        except psycopg.OperationalError as error:
            log.warning("live updates lost the database", error=type(error).__name__)
        finally:
            # What happened meanwhile is unknown: the windows come back and fetch everything.
            self._close_all()

    def _close_all(self) -> None:
        for stream in [stream for streams in self._streams.values() for stream in streams]:
            stream.close()


def merged(changes: list[Change]) -> list[Change]:
    """Changes to tell: of a kind with very many only the kind."""
    counts: dict[str, int] = defaultdict(int)
    for change in changes:
        counts[change.kind] += 1
    return list(dict.fromkeys(Change(c.kind) if counts[c.kind] > SINGLY_AT_MOST else c for c in changes))


async def _connect() -> psycopg.AsyncConnection[Any]:
    return await connect_async(autocommit=True, name="leadnurturebot live")
