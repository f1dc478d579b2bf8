"""How deep the queues are: what waits, since when, and what needs a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.platform.reading import Question, Row, fetch_one, moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Rows of a shop that do not move by themselves."""

    parked: int
    parked_since: datetime | None
    unknown: int
    unknown_since: datetime | None


_STUCK = """
SELECT p.count AS parked, p.since AS parked_since, u.count AS unknown, u.since AS unknown_since FROM
 (SELECT count(*) AS count, min(occurred_at) AS since FROM message_path_inbox
  WHERE shop_id = %(shop)s AND state = 'parked') p,
 (SELECT count(*) AS count, min(decided_at) AS since FROM message_path_outbox
  WHERE shop_id = %(shop)s AND state = 'unknown') u
"""


def stuck(shop_id: UUID) -> Question[Stuck]:
    """Parked events, and sends whose answer never came."""
    return Question(_STUCK, {"shop": shop_id}, _stuck)


def _stuck(rows: Sequence[Row]) -> Stuck:
    ((parked, parked_since, unknown, unknown_since),) = rows
    return Stuck(parked=parked, parked_since=moment(parked_since), unknown=unknown, unknown_since=moment(unknown_since))


def inbox_lag(now: datetime) -> timedelta:
    """How long the oldest due event of any shop has been waiting. `now` is wall time."""
    row = fetch_one(
        "SELECT min(due_at) FROM message_path_inbox WHERE state = 'due' AND due_at <= %(now)s", {"now": now}
    )
    return max(timedelta(0), now - row[0]) if row and row[0] else timedelta(0)
