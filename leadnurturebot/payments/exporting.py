"""What is held of a payer: payments asked for and made, and money given back."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection

_PARTS = {
    "payments": "SELECT p.id, o.number, p.provider, p.state, p.amount, p.currency, p.reference, p.session_id,"
    " p.session_url, p.charge_id, p.received_amount, p.received_currency, p.refunded, p.created_at, p.settled_at"
    " FROM payments_payment p JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id"
    " WHERE o.shop_id = %(shop)s AND o.lead_id = %(lead)s ORDER BY p.created_at, p.id",
    "refunds": "SELECT o.number, r.provider_id, r.amount, p.currency, r.state, r.reason, r.created_at"
    " FROM payments_refund r JOIN payments_payment p ON p.id = r.payment_id AND p.shop_id = r.shop_id"
    " JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id"
    " WHERE o.shop_id = %(shop)s AND o.lead_id = %(lead)s ORDER BY r.created_at, r.id",
}


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """Payments and refunds. Amounts are minor units."""
    values = {"shop": key.shop_id, "lead": lead_id}
    return {part: opened_records(connection, key, statement, values) for part, statement in _PARTS.items()}
