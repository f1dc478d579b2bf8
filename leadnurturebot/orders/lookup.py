"""A customer's orders as the dialogue may speak of them."""

from collections.abc import Sequence
from uuid import UUID

from leadnurturebot.domain.dialogue.turn import Order, OrderItem
from leadnurturebot.platform.sql import Connection

MOST = 10

_ORDERS = """
SELECT o.lead_id, o.id, o.number, o.state, o.placed_at, o.state_at, o.total, o.tracking_url, o.carrier,
       o.tracking_number,
       (SELECT max(h.until) FROM orders_stockhold h WHERE h.shop_id = o.shop_id AND h.order_id = o.id) AS held_until,
       jsonb_agg(jsonb_build_array(l.id, l.variant_id, l.product_id, l.name, l.color, l.size, l.quantity, l.unit_price,
                                   r.pieces, r.state, r.wanted) ORDER BY l.id),
       array_agg(l.quantity || ' × ' || l.name || CASE WHEN l.size = '' THEN '' ELSE ', ' || l.size END ORDER BY l.id)
FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, lead_id)
CROSS JOIN LATERAL (
  SELECT * FROM orders_order o WHERE o.shop_id = g.shop_id AND o.lead_id = g.lead_id
  ORDER BY o.placed_at DESC LIMIT %s
) o
JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id
LEFT JOIN LATERAL (
  SELECT (sum(t.quantity) FILTER (WHERE t.state NOT IN ('rejected', 'cancelled')))::int AS pieces,
         (array_agg(t.state ORDER BY t.created_at DESC))[1] AS state, (array_agg(t.wanted ORDER BY t.created_at DESC))[1] AS wanted
  FROM orders_return t WHERE t.shop_id = l.shop_id AND t.line_id = l.id
) r ON true
GROUP BY o.lead_id, o.shop_id, o.id, o.number, o.state, o.placed_at, o.state_at, o.total, o.tracking_url, o.carrier, o.tracking_number
ORDER BY o.placed_at DESC
"""


def orders_of(connection: Connection, leads: Sequence[tuple[UUID, UUID]]) -> dict[UUID, list[Order]]:
    """The newest orders by lead, for (shop, lead) pairs."""
    found: dict[UUID, list[Order]] = {}
    if not leads:
        return found
    shops, ids = zip(*set(leads), strict=True)
    for lead_id, *row, items, lines in connection.execute(_ORDERS, [list(shops), list(ids), MOST]):
        order = Order(
            id=row[0], number=row[1], state=row[2], placed_at=row[3], state_since=row[4], total=row[5],
            tracking_url=row[6], carrier=row[7], tracking_number=row[8], held_until=row[9], lines=tuple(lines),
            items=tuple(_item(*item) for item in items),
        )  # fmt: skip
        found.setdefault(lead_id, []).append(order)
    return found


def _item(
    line_id: str, variant_id: str, product_id: str, name: str, color: str, size: str, quantity: int, unit_price: int,
    pieces: int | None, state: str | None, wanted: str | None,
) -> OrderItem:  # fmt: skip
    return OrderItem(
        line_id=UUID(line_id), variant_id=UUID(variant_id), product_id=UUID(product_id), name=name, color=color, size=size,
        quantity=quantity, unit_price=unit_price, returning=pieces or 0, return_state=state or "",
        return_wanted=wanted or "",
    )  # fmt: skip
