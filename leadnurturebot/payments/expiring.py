"""Orders that nobody paid end after a day, and let go of everything they kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.orders.holds import release_orders
from leadnurturebot.orders.moving import Move, move_many
from leadnurturebot.payments.requests import void_payments
from leadnurturebot.platform.sql import Connection

UNPAID_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Unpaid:
    """An order that ran out of time."""

    shop_id: UUID
    order_id: UUID


# Somebody who is paying holds the goods, and money of a slow method is on its way: both keep the order open.
_DUE = """
SELECT o.shop_id, o.id FROM orders_order o
WHERE o.state = 'awaiting_payment' AND o.placed_at < %(before)s
  AND NOT EXISTS (SELECT 1 FROM orders_stockhold h WHERE h.shop_id = o.shop_id AND h.order_id = o.id
                  AND h.state = 'held' AND h.until > %(now)s)
  AND NOT EXISTS (SELECT 1 FROM payments_payment p WHERE p.shop_id = o.shop_id AND p.order_id = o.id
                  AND p.state = 'pending')
ORDER BY o.placed_at LIMIT %(limit)s FOR NO KEY UPDATE OF o SKIP LOCKED
"""


def expire_unpaid(connection: Connection, *, now: datetime, limit: int) -> Sequence[Unpaid]:
    """Expire up to `limit` orders that have waited for their payment for a day of business time, oldest first.

    Their links no longer work. Money that comes all the same revives the order or goes back, as `payment_states` says.
    """
    rows = connection.execute(_DUE, {"before": now - UNPAID_FOR, "now": now, "limit": limit}).fetchall()
    due = [Unpaid(*row) for row in rows]
    expired = [Move(shop_id=each.shop_id, order_id=each.order_id, to=OrderState.EXPIRED, at=now) for each in due]
    move_many(connection, expired)
    release_orders(connection, [each.order_id for each in due])
    void_payments(connection, [(each.shop_id, each.order_id) for each in due])
    return due
