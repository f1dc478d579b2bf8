"""Business time as the harness sees it, and moving it."""

import asyncio
import time
from datetime import timedelta

from leadnurturebot.platform import clocks
from leadnurturebot.platform.sql import connect
from tests.faults.database import patiently


class BusinessClock:
    """Wall time plus the offset that the product owns. Only the harness moves it during a run."""

    def __init__(self) -> None:
        self._offset = 0.0

    def now(self) -> int:
        """Business time in Unix seconds, rounded down as Meta's stamps are."""
        return int(time.time() + self._offset)

    async def jump(self, by: timedelta) -> None:
        """Move business time forward for every process; twice when PostgreSQL is killed between commit and answer."""
        self._offset = await patiently(lambda: asyncio.to_thread(_advance, by))


def _advance(by: timedelta) -> float:
    with connect(name="fault suite clock") as connection:
        return clocks.advance(connection, by=by).total_seconds()
