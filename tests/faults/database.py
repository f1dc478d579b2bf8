"""The harness's own look into the database, from its event loop; it outlives kills of PostgreSQL."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

import psycopg

from leadnurturebot.platform.sql import connect_async

PATIENCE_SECONDS = 30.0
Found = TypeVar("Found")


async def patiently(deed: Callable[[], Awaitable[Found]]) -> Found:
    """Do something that may be done again, until the database is there. Raises what it raises after half a minute."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return await deed()
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.05)


class Window:
    """One connection that commits by itself and is made anew when it broke."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._connection: psycopg.AsyncConnection[Any] | None = None
        self._lock = asyncio.Lock()

    async def rows(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        """A query or a statement without rows. Only for what may run twice: it is repeated when the connection broke."""
        async with self._lock:
            return await patiently(lambda: self._ask(statement, values))

    async def _ask(self, statement: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
        try:
            if self._connection is None or self._connection.closed:
                self._connection = await connect_async(autocommit=True, name=self._name)
            cursor = await self._connection.execute(statement, values)
            return await cursor.fetchall() if cursor.description else []
        except psycopg.OperationalError:
            await self._drop()
            raise

    async def value(self, statement: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """The first value of the first row, None without rows."""
        rows = await self.rows(statement, values)
        return rows[0][0] if rows else None

    async def close(self) -> None:
        """Let go of the connection."""
        async with self._lock:
            await self._drop()

    async def _drop(self) -> None:
        if self._connection is not None:
            await self._connection.close()
            self._connection = None
