"""The one question how a piece fits, as a step that the portal shows: planned, sent, held back with its reason, or left out."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection

STEP = "fit"
_SEQUENCE = "fit:"


def plan_question(
    connection: Connection, *, shop_id: UUID, thread_id: UUID, lead_id: UUID, order_id: UUID, due_at: datetime
) -> bool:
    """Write the order's question down; False when it has one already, whatever became of it."""
    made = connection.execute(
        "INSERT INTO nurture_followup (id, shop_id, thread_id, lead_id, sequence, round, step, due_at, state, how, reason)"
        " VALUES (%s, %s, %s, %s, %s, 0, %s, %s, 'planned', '', '')"
        " ON CONFLICT (shop_id, thread_id, sequence, round, step) DO NOTHING",
        [uuid7(), shop_id, thread_id, lead_id, f"{_SEQUENCE}{order_id}", STEP, due_at],
    )
    return made.rowcount == 1


def open_question(connection: Connection, *, shop_id: UUID, lead_id: UUID, order_id: UUID) -> datetime | None:
    """When the order's question was due, locked; None once it was sent or ended, by STOP for one."""
    row = connection.execute(
        "SELECT due_at FROM nurture_followup WHERE shop_id = %s AND lead_id = %s AND sequence = %s"
        " AND state IN ('planned', 'held') FOR UPDATE",
        [shop_id, lead_id, f"{_SEQUENCE}{order_id}"],
    ).fetchone()
    return row[0] if row else None


def settle_question(
    connection: Connection, *, shop_id: UUID, lead_id: UUID, order_id: UUID, state: str, now: datetime, how: str = "",
    reason: str = "", message_id: UUID | None = None,
) -> None:  # fmt: skip
    """What became of the order's question."""
    connection.execute(
        "UPDATE nurture_followup SET state = %s, how = %s, reason = %s, message_id = %s, settled_at = %s"
        " WHERE shop_id = %s AND lead_id = %s AND sequence = %s",
        [state, how, reason, message_id, now, shop_id, lead_id, f"{_SEQUENCE}{order_id}"],
    )
