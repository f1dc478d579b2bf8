"""Why the assistant answered a lead as it did, and which of their messages it learns from."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection

_DECISIONS = """
SELECT d.id, d.thread_id, d.message_ids, d.reply_ids, d.intent, d.confidence, d.language, d.skill,
       d.trace_sealed AS trace_json_sealed, d.at
FROM assistant_decisionrecord d
JOIN conversations_thread t ON t.id = d.thread_id AND t.shop_id = d.shop_id
WHERE t.shop_id = %(shop)s AND t.lead_id = %(lead)s ORDER BY d.at, d.id
"""
_ASKINGS = """
SELECT id, message_id, language, text_sealed, at FROM assistant_asking
WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY at, id
"""
_EXAMPLES = """
SELECT id, entry_id, intent, language, text_sealed, created_at FROM assistant_example
WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY created_at, id
"""


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """Decisions with their traces, and the messages kept to learn from, opened."""
    person = {"shop": key.shop_id, "lead": lead_id}
    parts = {"decisions": _DECISIONS, "not_answered": _ASKINGS, "examples": _EXAMPLES}
    return {part: opened_records(connection, key, statement, person) for part, statement in parts.items()}
