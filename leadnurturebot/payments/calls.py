"""Calls to providers that are due: rows committed with their cause, claimed by whoever makes calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

LEASE = timedelta(minutes=2)
"""A call that was cut short is due again after this time."""
LOOKS = (timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6))
"""When an open session is looked at by itself, should its events never come."""
REFUND_LOOKS = (
    timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6), *(timedelta(days=day) for day in range(1, 15))
)  # fmt: skip
"""When a refund that is on its way is asked after: banks take days, and its event may be lost as any other."""
LOOK_APART = timedelta(seconds=5)
"""However often a payer reloads the page."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was claimed."""

    id: UUID
    shop_id: UUID
    payment_id: UUID
    kind: str
    subject: str
    attempts: int
    wanted_at: datetime


@dataclass(frozen=True, slots=True)
class Wish:
    """A call that is wanted now."""

    shop_id: UUID
    payment_id: UUID
    kind: str
    subject: str


_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "payment_id": "uuid", "kind": "text", "subject": "text", "due_at": "timestamptz",
    "attempts": "int", "wanted_at": "timestamptz",
}  # fmt: skip


def want(connection: Connection, wishes: Sequence[Wish], *, after: timedelta = timedelta()) -> None:
    """Have these calls made, in the caller's transaction; the same one twice is one call."""
    wall = wall_now()
    rows = {
        (wish.payment_id, wish.kind, wish.subject): (
            uuid7(), wish.shop_id, wish.payment_id, wish.kind, wish.subject, wall + after, 0, wall
        )
        for wish in wishes
    }  # fmt: skip
    insert_many(
        connection, "payments_providercall", _COLUMNS, list(rows.values()),
        tail="ON CONFLICT (payment_id, kind, subject) DO UPDATE SET due_at = least(payments_providercall.due_at,"
        f" greatest(excluded.due_at, payments_providercall.called_at + interval '{LOOK_APART.seconds} seconds'))",
    )  # fmt: skip


_CLAIM = """
UPDATE payments_providercall c SET due_at = %(lease)s, called_at = %(wall)s, attempts = c.attempts + 1
WHERE c.id IN (SELECT id FROM payments_providercall WHERE due_at <= %(wall)s ORDER BY due_at LIMIT %(limit)s
  FOR UPDATE SKIP LOCKED)
RETURNING c.id, c.shop_id, c.payment_id, c.kind, c.subject, c.attempts, c.wanted_at
"""


def claim(connection: Connection, *, wall: datetime, limit: int) -> list[Call]:
    """Calls to make now. The caller commits before it makes them."""
    rows = connection.execute(_CLAIM, {"wall": wall, "lease": wall + LEASE, "limit": limit})
    return [Call(*row) for row in rows]


def done(connection: Connection, call: Call) -> None:
    """The call was answered, or there is nothing more to ask."""
    connection.execute("DELETE FROM payments_providercall WHERE shop_id = %s AND id = %s", [call.shop_id, call.id])


def again(connection: Connection, call: Call, *, at: datetime, answered: bool) -> None:
    """Make it once more; `answered`: it was, and counting failures begins anew."""
    connection.execute(
        "UPDATE payments_providercall SET due_at = %s, attempts = CASE WHEN %s THEN 0 ELSE attempts END"
        " WHERE shop_id = %s AND id = %s",
        [at, answered, call.shop_id, call.id],
    )


def retry_at(call: Call, wall: datetime) -> datetime:
    """When a call without an answer is made again: the wait doubles up to a quarter of an hour."""
    wait: timedelta = min(LONGEST_WAIT, FIRST_WAIT * (1 << min(call.attempts - 1, 10)))
    return wall + wait


def next_look(call: Call, wall: datetime, spans: Sequence[timedelta] = LOOKS) -> datetime | None:
    """When what is open is looked at next, None when it was often enough."""
    return next((call.wanted_at + span for span in spans if call.wanted_at + span > wall), None)
