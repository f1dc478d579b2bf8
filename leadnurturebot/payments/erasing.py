"""Forgetting a payer. Payments stay as bookkeeping; links and pages to pay on do not."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.payments.requests import void_payments
from leadnurturebot.platform.sql import Connection


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """End the links of the lead's cancelled orders, and drop the addresses of payment pages."""
    rows = connection.execute(
        "UPDATE payments_payment p SET session_url = '' FROM orders_order o WHERE o.shop_id = %s AND o.lead_id = %s"
        " AND p.order_id = o.id AND p.shop_id = o.shop_id RETURNING o.id, o.state",
        [shop_id, lead_id],
    ).fetchall()
    void_payments(connection, [(shop_id, order_id) for order_id, state in rows if state == "cancelled"])
