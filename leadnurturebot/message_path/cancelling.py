"""Cancelling an order before it is packed: pieces go back, the link ends; money already paid is for the owner to return."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.dialogue.decision import OrderCancelled
from leadnurturebot.domain.order_states import CANCELLABLE_BY_CUSTOMER, OrderState
from leadnurturebot.message_path import restock
from leadnurturebot.orders.holds import put_back, release_orders
from leadnurturebot.orders.placing import record_events
from leadnurturebot.payments.requests import void_payments
from leadnurturebot.platform.sql import Connection


def cancel_order(connection: Connection, shop_id: UUID, order_id: UUID, *, now: datetime) -> OrderCancelled:
    """Cancel, or say in which state the order is already."""
    row = connection.execute(
        "SELECT number, state FROM orders_order WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE", [shop_id, order_id]
    ).fetchone()
    if row is None:
        return OrderCancelled(number="", done=False, state="unknown")
    number, state = row[0], OrderState(row[1])
    if state not in CANCELLABLE_BY_CUSTOMER:
        return OrderCancelled(number=number, done=False, state=state)
    connection.execute(
        "UPDATE orders_order SET state = 'cancelled', state_at = %s WHERE shop_id = %s AND id = %s",
        [now, shop_id, order_id],
    )
    release_orders(connection, [order_id])
    void_payments(connection, [(shop_id, order_id)])
    if state in {OrderState.PAID, OrderState.CONFIRMED}:
        restock.watch(connection, shop_id, put_back(connection, shop_id=shop_id, order_id=order_id, now=now), now=now)
    if state is OrderState.PAID:
        connection.execute(
            "UPDATE payments_payment SET owner_must = 'refund' WHERE shop_id = %s AND order_id = %s AND arrived_as = 'paid'",
            [shop_id, order_id],
        )
    record_events(connection, [(shop_id, order_id, "cancelled", now, "customer")])
    return OrderCancelled(number=number, done=True, state=state)
