"""A few keep-alive connections to the product's webhooks, on bare sockets: cheap enough to be no part of what is measured."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import cast

Done = Callable[[int], None]
"""Told the status of the answer."""


class _Connection(asyncio.Protocol):
    def __init__(self, pool: "Connections") -> None:
        self._pool = pool
        self._received = b""
        self._done: Done | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are not derived from asyncio's.
        self._transport = cast(asyncio.Transport, transport)

    def send(self, request: bytes, done: Done) -> None:
        assert self._transport is not None
        self._done = done
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if separator and len(body) >= content_length(head):
            self._received = b""
            self._answer(int(head[9:12]))

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        self._answer(0)
        self._pool.lose(self)

    def _answer(self, status: int) -> None:
        done, self._done = self._done, None
        if done is not None:
            done(status)
            if self._transport is not None:
                self._pool.give_back(self)


def content_length(head: bytes) -> int:
    """The declared length of a message's body, 0 when none is declared."""
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.split(b"\r\n", 1)[0]) if found else 0


class Connections:
    """Sends requests over idle connections; what finds none waits in line. A lost connection answers with status 0."""

    def __init__(self) -> None:
        self._idle: list[_Connection] = []
        self._line: deque[tuple[bytes, Done]] = deque()
        self._port = self._wanted = self._count = 0

    async def open(self, port: int, count: int) -> None:
        """Connect `count` times to 127.0.0.1."""
        self._port, self._wanted = port, count
        await self.mend()

    async def mend(self) -> None:
        """Connect anew what the other side closed: it drops connections that were idle for some seconds."""
        loop = asyncio.get_running_loop()
        while self._count < self._wanted:
            _, made = await loop.create_connection(lambda: _Connection(self), "127.0.0.1", self._port)
            self._count += 1
            self.give_back(made)

    def send(self, request: bytes, done: Done) -> None:
        """Send as soon as a connection is idle; `done` is called with the answer's status."""
        if self._idle:
            self._idle.pop().send(request, done)
        else:
            self._line.append((request, done))

    def give_back(self, connection: _Connection) -> None:
        """The connection is idle again."""
        if self._line:
            connection.send(*self._line.popleft())
        else:
            self._idle.append(connection)

    def lose(self, connection: _Connection) -> None:
        """The connection is gone."""
        self._count -= 1
        if connection in self._idle:
            self._idle.remove(connection)
