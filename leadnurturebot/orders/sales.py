"""What sold lately."""

from datetime import datetime
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
