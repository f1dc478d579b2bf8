"""Cash on delivery: money when the parcel is handed over, and not before."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.money import Money
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.orders.placing import record_events
from leadnurturebot.platform.ids import token, uuid7
from leadnurturebot.platform.sql import Connection

_RECEIVED = """
INSERT INTO payments_payment (id, shop_id, order_id, token, provider, state, amount, currency, reference, session_id,
  session_url, attempts, charge_id, arrived_as, received_amount, received_currency, refunded, owner_must, created_at,
  settled_at)
SELECT %(id)s, shop_id, id, %(token)s, 'cash_on_delivery', 'paid', total, currency, 'cash_' || id, '', '', 0, '', 'paid',
  total, currency, 0, '', %(now)s, %(now)s
FROM orders_order WHERE shop_id = %(shop)s AND id = %(order)s
"""


def collect_cash(connection: Connection, shop_id: UUID, order_id: UUID, *, now: datetime) -> bool:
    """Count the cash of a delivered order, once. False for an order that is not paid at the door."""
    row = connection.execute(
        "UPDATE orders_order SET paid_at = %s WHERE shop_id = %s AND id = %s AND payment_method = 'cash_on_delivery'"
        " AND paid_at IS NULL RETURNING lead_id, conversation_id, total, currency, source, ad_id, last_source, last_ad_id",
        [now, shop_id, order_id],
    ).fetchone()
    if row is None:
        return False
    lead_id, conversation_id, total, currency, source, ad_id, last_source, last_ad_id = row
    fact = LedgerFact(
        shop_id=shop_id, kind="payment.settled", at=now, dedupe_key=f"payment.settled:cash:{order_id}", lead_id=lead_id,
        conversation_id=conversation_id, subject=("order", str(order_id)),
        amount_micros=Money(total, currency).micros, currency=currency,
        data={
            "first": {"source": source, "ad_id": str(ad_id) if ad_id else None},
            "last": {"source": last_source, "ad_id": str(last_ad_id) if last_ad_id else None},
        },
    )  # fmt: skip
    append(connection, [fact], now=now)
    connection.execute(
        _RECEIVED, {"id": uuid7(), "token": token(), "now": now, "shop": shop_id, "order": order_id}
    )  # fmt: skip
    record_events(connection, [(shop_id, order_id, "payment_settled", now, "cash_on_delivery")])
    return True
