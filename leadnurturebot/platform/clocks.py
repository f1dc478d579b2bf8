"""The only module that reads the clock.

*Wall* time drives leases, retries, sessions, signatures and ids. *Business* time is wall time plus the forward offset of
the one row in `platform_clock`; it drives windows, timers, offers and reports. The offset moves in demo mode only.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from leadnurturebot.platform.sql import Connection


def system_clock() -> datetime:
    """The machine's clock. Whoever needs the time asks `wall_now`, so that a test has one thing to stop."""
    return datetime.now(UTC)


def wall_now() -> datetime:
    """Wall time, aware, UTC."""
    return system_clock()


def business_now(connection: Connection) -> datetime:
    """Business time: wall time plus the shared offset read from `connection`."""
    return wall_now() + offset(connection)


def offset(connection: Connection) -> timedelta:
    """The shared forward offset of business time."""
    row = connection.execute("SELECT offset_seconds FROM platform_clock").fetchone()
    return timedelta(seconds=row[0] if row else 0)


async def business_now_async(connection: psycopg.AsyncConnection[Any]) -> datetime:
    """`business_now` on an asynchronous connection."""
    row = await (await connection.execute("SELECT offset_seconds FROM platform_clock")).fetchone()
    return wall_now() + timedelta(seconds=row[0] if row else 0)


def advance(connection: Connection, *, by: timedelta) -> timedelta:
    """Move business time forward for every process and return the new offset.

    Raises ValueError when `by` is negative: business time never runs backwards.
    """
    if by < timedelta(0):
        raise ValueError("the business clock only moves forward")
    row = connection.execute(
        "INSERT INTO platform_clock (id, offset_seconds) VALUES (1, %s)"
        " ON CONFLICT (id) DO UPDATE SET offset_seconds = platform_clock.offset_seconds + excluded.offset_seconds"
        " RETURNING offset_seconds",
        [int(by.total_seconds())],
    ).fetchone()
    assert row is not None
    return timedelta(seconds=row[0])
