"""Live updates for open windows of the portal: server-sent events as a raw ASGI app.

The session is checked at the start and every minute, never counted as activity. One LISTEN connection a process; news
of a shop is gathered for a moment, so that a window gets at most four writes a second however much happens. Events
carry consecutive ids within a stream; a window that sees a gap, or reconnects, fetches everything again.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from uuid import UUID

import orjson
import structlog
from asgiref.sync import sync_to_async
from django.conf import settings

from leadnurturebot.api.live_hub import Hub, Stream
from leadnurturebot.api.live_session import active_shop_of
from leadnurturebot.platform.live import Change

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

PING_SECONDS = 20.0
CHECK_SECONDS = 60.0
RETRY_MS = 2000
_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-cache, no-transform"),
    (b"x-accel-buffering", b"no"),
]
log = structlog.get_logger("live")


class Live:
    """ASGI app for `/api/v1/live`. `shop_of` says whose news a session may hear."""

    def __init__(
        self,
        hub: Hub | None = None,
        *,
        shop_of: Callable[[str], UUID | None] = active_shop_of,
        ping_seconds: float = PING_SECONDS,
        check_seconds: float = CHECK_SECONDS,
    ) -> None:
        self.hub = hub or Hub()
        self._shop_of = sync_to_async(shop_of, thread_sensitive=False)
        self._ping_seconds = ping_seconds
        self._check_seconds = check_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "GET":
            await _refuse(send, 405, b"use GET")
            return
        session_key = session_cookie(scope)
        shop_id = await self._shop_of(session_key) if session_key else None
        if shop_id is None:
            await _refuse(send, 401, b"sign in first")
            return
        await self._stream(session_key, shop_id, receive, send)

    async def _stream(self, session_key: str, shop_id: UUID, receive: Receive, send: Send) -> None:
        stream = await self.hub.join(shop_id)
        gone = asyncio.ensure_future(_disconnected(receive))
        gone.add_done_callback(lambda _: stream.close())
        checking = asyncio.ensure_future(self._check(session_key, shop_id, stream))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await _write(send, f"retry: {RETRY_MS}\n\n".encode())
            async for text in self._texts(stream):
                await _write(send, text)
            if not gone.done():
                await send({"type": "http.response.body", "body": b"", "more_body": False})
        except OSError:
            pass  # the window went away while we wrote
        finally:
            self.hub.leave(stream)
            gone.cancel()
            checking.cancel()

    async def _texts(self, stream: Stream) -> AsyncIterator[bytes]:
        sequence = 0
        while not stream.is_closed:
            changes = await stream.next(timeout=self._ping_seconds)
            if changes is None:
                yield b": ping\n\n"
            elif changes:
                yield b"".join(event(sequence + n, change) for n, change in enumerate(changes, start=1))
                sequence += len(changes)

    async def _check(self, session_key: str, shop_id: UUID, stream: Stream) -> None:
        """End the stream when the session ends, or looks at another shop."""
        while True:
            await asyncio.sleep(self._check_seconds)
            if await self._shop_of(session_key) != shop_id:
                stream.close()
                return


def event(sequence: int, change: Change) -> bytes:
    """One server-sent event."""
    data = orjson.dumps({"kind": change.kind, "id": change.id}).decode()
    return f"id: {sequence}\nevent: change\ndata: {data}\n\n".encode()


def session_cookie(scope: Scope) -> str:
    """The session key among the request's cookies, empty without one."""
    cookies = SimpleCookie()
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                cookies.load(value.decode("latin-1"))
            except CookieError:
                return ""
    found = cookies.get(settings.SESSION_COOKIE_NAME)
    return found.value if found else ""


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _write(send: Send, text: bytes) -> None:
    await send({"type": "http.response.body", "body": text, "more_body": True})


async def _refuse(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
