"""Parked rows: what could not be handled after several tries, for the page where a person sends it round again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection


class NotParked(LookupError):
    """No row of that shop with that id is parked."""


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """An event set aside."""

    id: UUID
    at: datetime
    kind: str
    error: str
    attempts: int


def list_parked(connection: Connection, shop_id: UUID) -> list[ParkedRow]:
    """The shop's parked rows, oldest first."""
    rows = connection.execute(
        "SELECT id, occurred_at, kind, error, attempts FROM message_path_inbox"
        " WHERE shop_id = %s AND state = 'parked' ORDER BY occurred_at LIMIT 200",
        [shop_id],
    )
    return [ParkedRow(*row) for row in rows]


def retry(connection: Connection, shop_id: UUID, row_id: UUID, *, now: datetime) -> None:
    """Send a parked row round again (`now` is wall time). Raises NotParked."""
    row = connection.execute(
        "UPDATE message_path_inbox SET state = 'due', attempts = 0, due_at = %s"
        " WHERE shop_id = %s AND id = %s AND state = 'parked' RETURNING id",
        [now, shop_id, row_id],
    ).fetchone()
    if row is None:
        raise NotParked(f"row {row_id} is not parked")
    connection.execute("SELECT pg_notify('leadnurturebot_inbox', '')")
