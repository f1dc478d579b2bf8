"""What is held of a lead's conversations: every message, and what the assistant remembers."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection

_PARTS = {
    "threads": "SELECT id, language, state_sealed AS memory_json_sealed, holder, handoff_reason,"
    " handoff_summary AS handoff_summary_json_sealed, handoff_at, stage, last_inbound_at, last_message_at,"
    " preview_sealed, focus_product_id, focus_color, focus_size, created_at FROM conversations_thread"
    " WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY id",
    "conversations": "SELECT c.id, c.thread_id, c.status, c.started_at, c.last_at, c.ended_at"
    " FROM conversations_conversation c JOIN conversations_thread t ON t.id = c.thread_id AND t.shop_id = c.shop_id"
    " WHERE t.shop_id = %(shop)s AND t.lead_id = %(lead)s ORDER BY c.id",
    "messages": "SELECT m.id, m.thread_id, m.conversation_id, m.direction, m.sender, m.kind, m.purpose,"
    " m.content_sealed AS content_json_sealed, m.provider_id, m.at, m.status, m.status_at, m.error_code, m.error_text"
    " FROM conversations_message m JOIN conversations_thread t ON t.id = m.thread_id AND t.shop_id = m.shop_id"
    " WHERE t.shop_id = %(shop)s AND t.lead_id = %(lead)s ORDER BY m.at, m.id",
    "files": "SELECT f.id, f.message_id, f.kind, f.mime_type, f.size, f.state FROM conversations_mediafile f"
    " JOIN conversations_thread t ON t.id = f.thread_id AND t.shop_id = f.shop_id"
    " WHERE t.shop_id = %(shop)s AND t.lead_id = %(lead)s AND f.state <> 'erased' ORDER BY f.id",
}


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """Threads, sessions and messages, opened."""
    values = {"shop": key.shop_id, "lead": lead_id}
    return {part: opened_records(connection, key, statement, values) for part, statement in _PARTS.items()}
