"""People whom a shop writes to first: counted for 24 hours by the whole portfolio, and kept within its limit.

A shop's numbers count as one portfolio: WhatsApp counts so, and does not tell which portfolio a number belongs to.
"""

from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.send_limits import PORTFOLIO_SPAN, TIERS, opening_held_until
from leadnurturebot.platform.sql import Connection

HELD = "portfolio_limit"

# The n-th newest of the others, n being the limit: while it is not a day old there is no room.
_NTH = """
SELECT at FROM message_path_opening WHERE shop_id = %(shop)s AND lead_id <> %(lead)s AND at > %(since)s
ORDER BY at DESC OFFSET %(before)s LIMIT 1
"""
_COUNT = """
INSERT INTO message_path_opening (shop_id, lead_id, at) VALUES (%(shop)s, %(lead)s, %(now)s)
ON CONFLICT (shop_id, lead_id) DO UPDATE SET at = excluded.at
"""


def open_to(connection: Connection, shop_id: UUID, lead_id: UUID, *, now: datetime) -> datetime | None:
    """Count a person who is written to outside their window. Where the portfolio is full: when to try again.

    `now` is business time: in a demo the provider's clock moves with it.
    """
    connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"opening:{shop_id}"])
    limit = daily_people(connection, shop_id)
    values = {"shop": shop_id, "lead": lead_id, "since": now - PORTFOLIO_SPAN}
    if limit is not None and not _is_counted(connection, shop_id, lead_id, now):
        row = connection.execute(_NTH, values | {"before": max(limit, 1) - 1}).fetchone()
        until = opening_held_until(row[0] if row else None, now)
        if until is not None:
            return until
    count(connection, shop_id, lead_id, now=now)
    return None


def count(connection: Connection, shop_id: UUID, lead_id: UUID, *, now: datetime) -> None:
    """Count a person who is written to outside their window."""
    connection.execute(_COUNT, {"shop": shop_id, "lead": lead_id, "now": now})


def _is_counted(connection: Connection, shop_id: UUID, lead_id: UUID, now: datetime) -> bool:
    row = connection.execute(
        "SELECT at > %s FROM message_path_opening WHERE shop_id = %s AND lead_id = %s",
        [now - PORTFOLIO_SPAN, shop_id, lead_id],
    ).fetchone()
    return bool(row and row[0])


def daily_people(connection: Connection, shop_id: UUID) -> int | None:
    """How many people the shop's portfolio may write to first in 24 hours; None: nobody said, or no limit."""
    rows = connection.execute(
        "SELECT DISTINCT messaging_limit FROM shops_businessnumber WHERE shop_id = %s", [shop_id]
    ).fetchall()
    return min((limit for (tier,) in rows if (limit := TIERS.get(tier)) is not None), default=None)


def sweep(connection: Connection, *, now: datetime) -> None:
    """Forget people who count no more."""
    connection.execute("DELETE FROM message_path_opening WHERE at < %s", [now - 2 * PORTFOLIO_SPAN])


def forget(connection: Connection, shop_id: UUID, lead_id: UUID) -> None:
    """Of an erased person the number of people written to today may be one too low; nothing is kept for that."""
    connection.execute("DELETE FROM message_path_opening WHERE shop_id = %s AND lead_id = %s", [shop_id, lead_id])
