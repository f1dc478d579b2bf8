"""Sending a message back to be decided anew: it never leaves, and what it answered goes round again."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.leads.batch import addresses_of
from leadnurturebot.message_path import timers
from leadnurturebot.message_path.cart_reminders import CART_REMINDER
from leadnurturebot.message_path.restock import ring_now
from leadnurturebot.message_path.timers import TimerRow
from leadnurturebot.nurture.restock import take_back
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

_CANCEL = """
UPDATE conversations_message SET status = 'cancelled', error_text = 'price_changed'
WHERE shop_id = %s AND id = %s RETURNING answers, thread_id, lead_id, purpose
"""
_ANSWERED = """
SELECT m.id, m.at, m.content_sealed, t.lead_id, t.number_id, n.connection_id FROM conversations_message m
JOIN conversations_thread t ON t.id = m.thread_id AND t.shop_id = m.shop_id
JOIN shops_businessnumber n ON n.id = t.number_id
WHERE m.shop_id = %s AND m.id = ANY(%s) ORDER BY m.at, m.id
"""
_INBOX = {
    "id": "uuid", "shop_id": "uuid", "connection_id": "uuid", "contact": "bytea", "kind": "text", "event_id": "text",
    "occurred_at": "timestamptz", "received_at": "timestamptz", "due_at": "timestamptz", "waited": "boolean",
    "state": "text", "attempts": "smallint", "error": "text", "payload_sealed": "bytea",
}  # fmt: skip


def send_back(connection: Connection, key: ShopKey, message_id: UUID, *, now: datetime, wall: datetime) -> None:
    """Cancel an outgoing message. An answer is decided again; the timer of a reminder or a notice rings again at once."""
    connection.execute("DELETE FROM message_path_outbox WHERE id = %s", [message_id])
    row = connection.execute(_CANCEL, [key.shop_id, message_id]).fetchone()
    if row is None:
        return
    answers, thread_id, lead_id, purpose = row
    if purpose == "reminder":
        timers.set_many(
            connection,
            [
                TimerRow(
                    shop_id=key.shop_id,
                    kind=CART_REMINDER,
                    purpose_key=str(thread_id),
                    due_at=now,
                    lead_id=lead_id,
                    thread_id=thread_id,
                )
            ],
        )
        return
    if variant_id := take_back(connection, key.shop_id, message_id):
        ring_now(connection, key.shop_id, [variant_id], now=now)
        return
    messages = connection.execute(_ANSWERED, [key.shop_id, answers]).fetchall()
    addresses = addresses_of(connection, [(key.shop_id, lead_id)], {key.shop_id: key})
    rows = [_row(key, message, addresses.get(lead_id, ("", "")), message_id, wall) for message in messages]
    insert_many(connection, "message_path_inbox", _INBOX, rows)
    insert_lanes(connection, rows)
    connection.execute("SELECT pg_notify('leadnurturebot_inbox', '')")


def _row(key: ShopKey, message: Any, address: tuple[str, str], reply_id: UUID, wall: datetime) -> tuple[Any, ...]:
    stored_id, at, sealed, _, number_id, connection_id = message
    stored = orjson.loads(key.open(sealed))
    wa_id, user_id = address
    payload = {
        "number_id": number_id, "contact": [user_id, "", wa_id, "", ""], "kind": stored["kind"],
        "content": stored["content"], "quoted_id": "", "referral": None, "again": stored_id,
    }  # fmt: skip
    return (
        uuid7(), key.shop_id, connection_id, key.index("lane", user_id or wa_id), "message",
        f"again:{stored_id}:{reply_id}", at, wall, wall, True, "due", 0, "", key.seal(orjson.dumps(payload)),
    )  # fmt: skip


def insert_lanes(connection: Connection, rows: list[tuple[Any, ...]]) -> None:
    """Make sure that the rows' lanes exist."""
    lanes = list({(row[2], row[3]) for row in rows})
    insert_many(
        connection,
        "message_path_lane",
        {"connection_id": "uuid", "contact": "bytea"},
        lanes,
        tail="ON CONFLICT DO NOTHING",
    )
