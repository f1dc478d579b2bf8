"""Forgetting follow-ups."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Delete the lead's follow-ups, sent ones too."""
    connection.execute("DELETE FROM nurture_followup WHERE shop_id = %s AND lead_id = %s", [shop_id, lead_id])
