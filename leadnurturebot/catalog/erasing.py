"""Forgetting for whom goods were chosen: a person's pages go, and their links open nothing."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Delete the lead's personal catalogues."""
    values = {"shop": shop_id, "lead": lead_id}
    connection.execute(
        "DELETE FROM catalog_personalitem i USING catalog_personalcatalogue p WHERE i.shop_id = %(shop)s"
        " AND p.shop_id = i.shop_id AND p.id = i.page_id AND p.lead_id = %(lead)s",
        values,
    )
    connection.execute("DELETE FROM catalog_personalcatalogue WHERE shop_id = %(shop)s AND lead_id = %(lead)s", values)
