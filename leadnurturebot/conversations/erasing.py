"""Forgetting what was said. That a conversation took place, and when, stays for the counts."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection

_OF_LEAD = "IN (SELECT id FROM conversations_thread WHERE shop_id = %(shop)s AND lead_id = %(lead)s)"
_FORGET = (
    "UPDATE conversations_mediafile SET state = 'erased', provider_media_id = '', expected_sha256 = ''"
    f" WHERE shop_id = %(shop)s AND thread_id {_OF_LEAD}",
    f"DELETE FROM conversations_message WHERE shop_id = %(shop)s AND thread_id {_OF_LEAD}",
    "UPDATE conversations_conversation SET status = 'completed', ended_at = coalesce(ended_at, last_at)"
    f" WHERE shop_id = %(shop)s AND thread_id {_OF_LEAD}",
    # Without a last message the thread stands in no list any more.
    "UPDATE conversations_thread SET state_sealed = '', preview_sealed = '', language = '', holder = 'bot',"
    " holder_user_id = NULL, handoff_reason = '', handoff_summary = '', handoff_at = NULL, stage = 'closed', unread = 0,"
    " conversation_id = NULL, last_inbound_at = NULL, ad_tap_at = NULL, replied_to_tap_at = NULL, free_until = NULL,"
    " last_message_at = NULL, focus_product_id = NULL, focus_color = '', focus_size = ''"
    " WHERE shop_id = %(shop)s AND lead_id = %(lead)s",
)


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Delete the lead's messages and files and empty their threads."""
    for statement in _FORGET:
        connection.execute(statement, {"shop": shop_id, "lead": lead_id})
