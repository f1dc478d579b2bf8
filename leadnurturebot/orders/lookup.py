"""A customer's orders as the dialogue may speak of them."""

from collections.abc import Sequence
from uuid import UUID

from leadnurturebot.domain.dialogue.turn import Order
from leadnurturebot.platform.sql import Connection

MOST = 10

_ORDERS = """
SELECT o.lead_id, o.id, o.number, o.state, o.placed_at, o.state_at, o.total, o.tracking_url, o.carrier,
       o.tracking_number, array_agg(l.quantity || ' × ' || l.name || CASE WHEN l.size = '' THEN '' ELSE ', ' || l.size END ORDER BY l.id)
FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, lead_id)
CROSS JOIN LATERAL (
  SELECT * FROM orders_order o WHERE o.shop_id = g.shop_id AND o.lead_id = g.lead_id
  ORDER BY o.placed_at DESC LIMIT %s
) o
JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id
GROUP BY o.lead_id, o.id, o.number, o.state, o.placed_at, o.state_at, o.total, o.tracking_url, o.carrier, o.tracking_number
ORDER BY o.placed_at DESC
"""


def orders_of(connection: Connection, leads: Sequence[tuple[UUID, UUID]]) -> dict[UUID, list[Order]]:
    """The newest orders by lead, for (shop, lead) pairs."""
    found: dict[UUID, list[Order]] = {}
    if not leads:
        return found
    shops, ids = zip(*set(leads), strict=True)
    for lead_id, *row, lines in connection.execute(_ORDERS, [list(shops), list(ids), MOST]):
        order = Order(
            id=row[0], number=row[1], state=row[2], placed_at=row[3], state_since=row[4], total=row[5],
            tracking_url=row[6], carrier=row[7], tracking_number=row[8], lines=tuple(lines),
        )  # fmt: skip
        found.setdefault(lead_id, []).append(order)
    return found
