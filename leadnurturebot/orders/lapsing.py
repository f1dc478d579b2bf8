"""Carts that nobody touched for as long as their shop keeps one: put aside, so that they can be offered again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.values import record
from leadnurturebot.orders.batch import CartRow
from leadnurturebot.platform.sql import Connection


@record
class Overdue:
    """A cart not changed since `before`."""

    shop_id: UUID
    cart_id: UUID
    before: datetime


# An order that was placed since and waits for its payment says that the cart is still wanted.
_LAPSE = """
UPDATE orders_cartline l SET lapsed_at = %(now)s
FROM unnest(%(shops)s::uuid[], %(carts)s::uuid[], %(befores)s::timestamptz[]) AS g(shop_id, cart_id, before)
JOIN orders_cart c ON c.shop_id = g.shop_id AND c.id = g.cart_id
WHERE l.shop_id = c.shop_id AND l.cart_id = c.id AND l.lapsed_at IS NULL AND c.changed_at <= g.before
  AND NOT EXISTS (SELECT 1 FROM orders_order o WHERE o.shop_id = c.shop_id AND o.thread_id = c.thread_id
                  AND o.state = 'awaiting_payment' AND o.placed_at > g.before)
RETURNING l.cart_id
"""


def lapse(connection: Connection, carts: Sequence[Overdue], *, now: datetime) -> set[UUID]:
    """Put aside what lies in the carts; returns those that lapsed. `now` is business time."""
    if not carts:
        return set()
    values = {
        "now": now,
        "shops": [cart.shop_id for cart in carts],
        "carts": [cart.cart_id for cart in carts],
        "befores": [cart.before for cart in carts],
    }
    return {row[0] for row in connection.execute(_LAPSE, values)}


def lapsed(cart: CartRow) -> CartRow:
    """The cart as it is once it lapsed: empty, and what lay in it put aside."""
    return replace(cart, lines=(), lapsed=(*cart.lapsed, *cart.lines))
