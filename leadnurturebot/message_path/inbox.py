"""The inbox: claiming lanes, putting off, parking and removing rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.values import record
from leadnurturebot.platform.encryption import KeyMissing, ShopKey, Unreadable, ring
from leadnurturebot.platform.sql import Connection

TRIES = 4
UNREADABLE = "unreadable"
"""Stands for the kind of an event whose payload cannot be opened."""
RETRY_AFTER = (timedelta(seconds=1), timedelta(seconds=10), timedelta(minutes=1))


@record
class InboxEvent:
    """A claimed inbox row, opened."""

    id: UUID
    shop_id: UUID
    connection_id: UUID
    contact: bytes
    kind: str
    event_id: str
    at: datetime
    received_at: datetime
    waited: bool
    attempts: int
    payload: dict[str, Any]

    @property
    def lane(self) -> tuple[UUID, bytes]:
        """The lane's key."""
        return self.connection_id, self.contact


# Lanes with something due, each locked by one worker. A lane that another worker holds is passed over.
_CLAIM = """
WITH first_due AS (
  SELECT connection_id, contact FROM message_path_inbox
  WHERE state = 'due' AND due_at <= %(now)s ORDER BY due_at OFFSET %(passed)s LIMIT %(looked)s
), due AS (SELECT DISTINCT connection_id, contact FROM first_due)
SELECT l.connection_id, l.contact, (SELECT count(*) FROM first_due) FROM message_path_lane l
JOIN due ON due.connection_id = l.connection_id AND due.contact = l.contact
LIMIT %(lanes)s FOR UPDATE OF l SKIP LOCKED
"""
DEEPER = 15
"""How many times as many rows are looked at when the first belong to lanes that others hold."""
_TAKE = """
SELECT i.id, i.shop_id, i.connection_id, i.contact, i.kind, i.event_id, i.occurred_at, i.received_at, i.waited,
       i.attempts, i.payload_sealed
FROM message_path_inbox i
JOIN unnest(%s::uuid[], %s::bytea[]) AS lane(connection_id, contact)
  ON i.connection_id = lane.connection_id AND i.contact = lane.contact
WHERE i.state = 'due' ORDER BY i.occurred_at, i.id LIMIT %s
"""


def claim(connection: Connection, *, now: datetime, rows: int) -> list[InboxEvent]:
    """All due rows of up to `rows` free lanes in the senders' time order; their lanes are locked until commit.

    `now` is wall time. A row that cannot be opened comes as `UNREADABLE`, which its handler refuses.
    """
    lanes = _free_lanes(connection, now, rows)
    if not lanes:
        return []
    connections, contacts = zip(*lanes, strict=True)
    taken = connection.execute(_TAKE, [list(connections), list(contacts), rows * 4]).fetchall()
    keys = _keys(connection, {row[1] for row in taken})
    return [_opened(row, keys.get(row[1])) for row in taken]


def _free_lanes(connection: Connection, now: datetime, rows: int) -> set[tuple[UUID, bytes]]:
    """Lanes of the rows due first, locked; where others hold most of those, lanes of the rows that come after them."""
    asked = {"now": now, "passed": 0, "looked": rows, "lanes": rows}
    found = connection.execute(_CLAIM, asked).fetchall()
    if not found or (found[0][2] == rows and 2 * len(found) < rows):
        asked |= {"passed": rows, "looked": DEEPER * rows, "lanes": rows - len(found)}
        found += connection.execute(_CLAIM, asked).fetchall()
    return {(connection_id, contact) for connection_id, contact, _ in found}


def take_lane(connection: Connection, connection_id: UUID, contact: bytes, *, rows: int) -> list[InboxEvent]:
    """The due rows of one lane, for a caller whose own transaction made it."""
    taken = connection.execute(_TAKE, [[connection_id], [contact], rows]).fetchall()
    keys = _keys(connection, {row[1] for row in taken})
    return [_opened(row, keys.get(row[1])) for row in taken]


def _keys(connection: Connection, shop_ids: set[UUID]) -> dict[UUID, ShopKey]:
    try:
        return ring().load(connection, list(shop_ids))
    except KeyMissing:
        # Events that are left of a shop that was erased.
        return {} if len(shop_ids) == 1 else {s: key for one in shop_ids for s, key in _keys(connection, {one}).items()}


def _opened(row: Sequence[Any], key: ShopKey | None) -> InboxEvent:
    try:
        kind, payload = (row[4], orjson.loads(key.open(row[10]))) if key else (UNREADABLE, {})
    except (Unreadable, orjson.JSONDecodeError):
        # One damaged row must not keep everybody else's from being claimed.
        kind, payload = UNREADABLE, {}
    return InboxEvent(
        id=row[0], shop_id=row[1], connection_id=row[2], contact=bytes(row[3]), kind=kind, event_id=row[5], at=row[6],
        received_at=row[7], waited=row[8], attempts=row[9], payload=payload,
    )  # fmt: skip


def refuse_unreadable(
    connection: Connection, world: object, events: Sequence[InboxEvent], times: object
) -> list[InboxEvent]:
    """The handler of what cannot be opened. Raises Unreadable: it is parked."""
    raise Unreadable(f"{len(events)} payloads cannot be opened")


def remove(connection: Connection, events: Sequence[InboxEvent]) -> None:
    """Handled rows leave the inbox; their event keys stay."""
    if events:
        connection.execute("DELETE FROM message_path_inbox WHERE id = ANY(%s)", [[event.id for event in events]])


def put_off(connection: Connection, events: Sequence[InboxEvent], *, until: dict[tuple[UUID, bytes], datetime]) -> None:
    """Let lanes wait for more of the same burst (wall time)."""
    if events:
        connection.execute(
            "UPDATE message_path_inbox i SET due_at = g.due_at, waited = true"
            " FROM unnest(%s::uuid[], %s::timestamptz[]) AS g(id, due_at) WHERE i.id = g.id",
            [[event.id for event in events], [until[event.lane] for event in events]],
        )


def record_failure(connection: Connection, event_ids: Sequence[UUID], error: str, *, now: datetime) -> int:
    """After a failed attempt: try again a little later, or park after `TRIES`. Returns how many were parked."""
    waits = [wait.total_seconds() for wait in RETRY_AFTER]
    rows = connection.execute(
        "UPDATE message_path_inbox SET attempts = attempts + 1, error = %(error)s,"
        " state = CASE WHEN attempts + 1 >= %(tries)s THEN 'parked' ELSE 'due' END,"
        " due_at = %(now)s + make_interval(secs => (%(waits)s::float8[])[least(attempts + 1, %(count)s)])"
        " WHERE id = ANY(%(ids)s) RETURNING state",
        {"error": error[:500], "tries": TRIES, "now": now, "waits": waits, "count": len(waits), "ids": list(event_ids)},
    ).fetchall()
    return sum(row[0] == "parked" for row in rows)


_LANES_OF = """
SELECT l.id FROM message_path_lane l
JOIN shops_businessnumber n ON n.connection_id = l.connection_id AND n.shop_id = %s
WHERE l.contact = ANY(%s) ORDER BY l.id FOR UPDATE OF l
"""


def drop_lanes(connection: Connection, shop_id: UUID, contacts: Sequence[bytes]) -> None:
    """Take the lanes of these contacts, as a worker does, and drop them with everything that waits in them."""
    lanes = [row[0] for row in connection.execute(_LANES_OF, [shop_id, list(contacts)])]
    connection.execute(
        "DELETE FROM message_path_inbox i USING message_path_lane l WHERE l.id = ANY(%s) AND i.shop_id = %s"
        " AND i.connection_id = l.connection_id AND i.contact = l.contact",
        [lanes, shop_id],
    )
    connection.execute("DELETE FROM message_path_lane WHERE id = ANY(%s)", [lanes])


def mend_lanes(connection: Connection) -> int:
    """Make the lane of every due row that has none: it came in the moment in which its lane was dropped."""
    rows = connection.execute(
        "INSERT INTO message_path_lane (connection_id, contact)"
        " SELECT DISTINCT i.connection_id, i.contact FROM message_path_inbox i WHERE i.state = 'due' AND NOT EXISTS"
        " (SELECT 1 FROM message_path_lane l WHERE l.connection_id = i.connection_id AND l.contact = i.contact)"
        " ON CONFLICT DO NOTHING RETURNING id"
    )
    return len(rows.fetchall())
