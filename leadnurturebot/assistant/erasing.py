"""Forgetting why something was answered: a trace repeats what the customer wanted."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Delete the decisions of the lead's threads."""
    connection.execute(
        "DELETE FROM assistant_decisionrecord WHERE shop_id = %(shop)s AND thread_id IN"
        " (SELECT id FROM conversations_thread WHERE shop_id = %(shop)s AND lead_id = %(lead)s)",
        {"shop": shop_id, "lead": lead_id},
    )
