"""Where a customer's newest order goes."""

from collections.abc import Sequence
from uuid import UUID

from leadnurturebot.platform.sql import Connection

_NEWEST = """
SELECT DISTINCT ON (o.shop_id, o.lead_id) o.lead_id, o.address_sealed
FROM orders_order o JOIN unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, lead_id)
  ON o.shop_id = g.shop_id AND o.lead_id = g.lead_id
WHERE o.address_sealed <> '' AND o.state NOT IN ('awaiting_payment', 'expired', 'cancelled')
ORDER BY o.shop_id, o.lead_id, o.placed_at DESC, o.id DESC
"""


def newest_parcels(connection: Connection, leads: Sequence[tuple[UUID, UUID]]) -> dict[UUID, bytes]:
    """The sealed address of the newest order that stands, by lead, for (shop, lead) pairs."""
    if not leads:
        return {}
    shops, ids = zip(*set(leads), strict=True)
    rows = connection.execute(_NEWEST, [list(shops), list(ids)])
    return {lead_id: bytes(sealed) for lead_id, sealed in rows}


def parcel_of(connection: Connection, shop_id: UUID, order_id: UUID) -> bytes:
    """The sealed address of an order, empty where none is known."""
    row = connection.execute(
        "SELECT address_sealed FROM orders_order WHERE shop_id = %s AND id = %s", [shop_id, order_id]
    ).fetchone()
    return bytes(row[0]) if row else b""
