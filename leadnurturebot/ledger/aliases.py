"""Leads that turned out to be one: facts stay as they were written, and whoever counts people goes through here."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection


def add_alias(connection: Connection, *, shop_id: UUID, lead_id: UUID, stands_for: UUID, now: datetime) -> list[UUID]:
    """Let `lead_id`, and every lead it stands for, stand for another; returns all of them."""
    rows = connection.execute(
        "UPDATE ledger_leadalias SET stands_for = %s WHERE shop_id = %s AND stands_for = %s RETURNING lead_id",
        [stands_for, shop_id, lead_id],
    ).fetchall()
    connection.execute(
        "INSERT INTO ledger_leadalias (id, shop_id, lead_id, stands_for, since) VALUES (%s, %s, %s, %s, %s)",
        [uuid7(), shop_id, lead_id, stands_for, now],
    )
    return [lead_id, *(row[0] for row in rows)]


def drop_alias(connection: Connection, *, shop_id: UUID, lead_id: UUID, others: list[UUID]) -> None:
    """Undo `add_alias`: the lead is itself again, and the `others` stand for it as before."""
    connection.execute("DELETE FROM ledger_leadalias WHERE shop_id = %s AND lead_id = %s", [shop_id, lead_id])
    connection.execute(
        "UPDATE ledger_leadalias SET stands_for = %s WHERE shop_id = %s AND lead_id = ANY(%s)",
        [lead_id, shop_id, others],
    )


def family_of(connection: Connection, shop_id: UUID, lead_id: UUID) -> list[UUID]:
    """Leads that stand for `lead_id`."""
    rows = connection.execute(
        "SELECT lead_id FROM ledger_leadalias WHERE shop_id = %s AND stands_for = %s ORDER BY id", [shop_id, lead_id]
    )
    return [row[0] for row in rows]
