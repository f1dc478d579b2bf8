"""What sold lately."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.platform.sql import Connection


def sold_by_product(connection: Connection, shop_id: UUID, *, since: datetime) -> dict[UUID, int]:
    """Pieces by product in paid or confirmed orders placed since then."""
    rows = connection.execute(
        "SELECT l.product_id, sum(l.quantity)::int FROM orders_order o"
        " JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id"
        " WHERE o.shop_id = %s AND o.placed_at >= %s AND o.state NOT IN ('awaiting_payment', 'cancelled', 'expired')"
        " GROUP BY l.product_id",
        [shop_id, since],
    )
    return dict(rows.fetchall())


def sold_lately(connection: Connection, shop_id: UUID, *, now: datetime) -> dict[UUID, float]:
    """Pieces by product in paid or confirmed orders of the last 90 days, one of 30 days ago counting half."""
    rows = connection.execute(
        "SELECT l.product_id, sum(l.quantity * power(0.5, extract(epoch FROM %s - o.placed_at) / 2592000.0))::float8"
        " FROM orders_order o JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id"
        " WHERE o.shop_id = %s AND o.placed_at >= %s AND o.state NOT IN ('awaiting_payment', 'cancelled', 'expired')"
        " GROUP BY l.product_id",
        [now, shop_id, now - timedelta(days=90)],
    )
    return dict(rows.fetchall())


_BOUGHT = """
SELECT o.lead_id, l.product_id, max(o.placed_at)
FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, lead_id)
JOIN orders_order o ON o.shop_id = g.shop_id AND o.lead_id = g.lead_id
JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id
WHERE o.state NOT IN ('cancelled', 'expired') GROUP BY o.lead_id, l.product_id ORDER BY 3 DESC, 2
"""


def bought_by(connection: Connection, leads: Sequence[tuple[UUID, UUID]]) -> dict[UUID, tuple[UUID, ...]]:
    """Products that leads ordered, newest first, for (shop, lead) pairs."""
    if not leads:
        return {}
    shops, ids = zip(*set(leads), strict=True)
    found: dict[UUID, list[UUID]] = {}
    for lead_id, product_id, _ in connection.execute(_BOUGHT, [list(shops), list(ids)]):
        found.setdefault(lead_id, []).append(product_id)
    return {lead_id: tuple(products) for lead_id, products in found.items()}
