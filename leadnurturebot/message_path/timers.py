"""Timers: something due at a business time, once per purpose. Setting one again moves it; a step sets the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many, json_text

_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "kind": "text", "purpose_key": "text", "lead_id": "uuid", "thread_id": "uuid",
    "due_at": "timestamptz", "data": "jsonb",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRow:
    """A timer. There is one of a kind and purpose in a shop."""

    shop_id: UUID
    kind: str
    purpose_key: str
    due_at: datetime
    lead_id: UUID | None = None
    thread_id: UUID | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


def set_many(connection: Connection, timers: Sequence[TimerRow]) -> None:
    """Set timers; one that is running is moved."""
    rows = [
        (uuid7(), t.shop_id, t.kind, t.purpose_key, t.lead_id, t.thread_id, t.due_at, json_text(t.data)) for t in timers
    ]
    insert_many(
        connection, "message_path_timer", _COLUMNS, rows,
        tail="ON CONFLICT (shop_id, kind, purpose_key) DO UPDATE SET due_at = excluded.due_at, data = excluded.data",
    )  # fmt: skip


def cancel(connection: Connection, kind: str, purposes: Sequence[tuple[UUID, str]]) -> None:
    """Cancel (shop, purpose) timers of a kind."""
    if purposes:
        connection.execute(
            "DELETE FROM message_path_timer t USING unnest(%s::uuid[], %s::text[]) AS g(shop_id, purpose_key)"
            " WHERE t.shop_id = g.shop_id AND t.kind = %s AND t.purpose_key = g.purpose_key",
            [[shop_id for shop_id, _ in purposes], [purpose for _, purpose in purposes], kind],
        )


def drop(connection: Connection, shop_id: UUID, lead_id: UUID) -> None:
    """Delete a lead's timers; one that is ringing right now is left to whoever has it, who finds the lead erased."""
    connection.execute(
        "DELETE FROM message_path_timer WHERE id IN (SELECT id FROM message_path_timer"
        " WHERE shop_id = %s AND lead_id = %s FOR UPDATE SKIP LOCKED)",
        [shop_id, lead_id],
    )


def claim(connection: Connection, *, now: datetime, kinds: Sequence[str], limit: int) -> list[TimerRow]:
    """Take due timers (business time) in the caller's transaction: they are gone when it commits.

    Kinds that are not named stay for whoever knows them: during an update two versions run side by side.
    """
    rows = connection.execute(
        "DELETE FROM message_path_timer WHERE id IN (SELECT id FROM message_path_timer WHERE due_at <= %s"
        " AND kind = ANY(%s) ORDER BY due_at LIMIT %s FOR UPDATE SKIP LOCKED)"
        " RETURNING shop_id, kind, purpose_key, due_at, lead_id, thread_id, data",
        [now, list(kinds), limit],
    )
    return [
        TimerRow(shop_id=r[0], kind=r[1], purpose_key=r[2], due_at=r[3], lead_id=r[4], thread_id=r[5], data=r[6])
        for r in rows
    ]
