"""Why the assistant answered a lead as it did."""

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


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """Decisions with their traces, opened."""
    return {"decisions": opened_records(connection, key, _DECISIONS, {"shop": key.shop_id, "lead": lead_id})}
