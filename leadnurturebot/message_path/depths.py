"""How deep the queues are: what waits, since when, and what needs a person."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.platform.reading import fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Rows of a shop that do not move by themselves."""

    parked: int
    parked_since: datetime | None
    unknown: int
    unknown_since: datetime | None


def stuck(shop_id: UUID) -> Stuck:
    """Parked events, and sends whose answer never came."""
    row = fetch_one(
        "SELECT p.count, p.since, u.count, u.since FROM"
        " (SELECT count(*) AS count, min(occurred_at) AS since FROM message_path_inbox"
        "  WHERE shop_id = %(shop)s AND state = 'parked') p,"
        " (SELECT count(*) AS count, min(decided_at) AS since FROM message_path_outbox"
        "  WHERE shop_id = %(shop)s AND state = 'unknown') u",
        {"shop": shop_id},
    )
    parked, parked_since, unknown, unknown_since = row or (0, None, 0, None)
    return Stuck(parked=parked, parked_since=parked_since, unknown=unknown, unknown_since=unknown_since)


def inbox_lag(now: datetime) -> timedelta:
    """How long the oldest due event of any shop has been waiting. `now` is wall time."""
    row = fetch_one(
        "SELECT min(due_at) FROM message_path_inbox WHERE state = 'due' AND due_at <= %(now)s", {"now": now}
    )
    return max(timedelta(0), now - row[0]) if row and row[0] else timedelta(0)
