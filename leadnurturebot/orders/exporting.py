"""What is held of a buyer: the open cart, every order with its lines, address and timeline."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection

_PARTS = {
    "cart": "SELECT p.name, v.color, v.size, l.quantity, l.added_price, l.added_at, l.lapsed_at FROM orders_cart c"
    " JOIN orders_cartline l ON l.cart_id = c.id AND l.shop_id = c.shop_id"
    " LEFT JOIN catalog_variant v ON v.id = l.variant_id AND v.shop_id = c.shop_id"
    " LEFT JOIN catalog_product p ON p.id = l.product_id AND p.shop_id = c.shop_id"
    " WHERE c.shop_id = %(shop)s AND c.lead_id = %(lead)s ORDER BY l.added_at, l.id",
    "orders": "SELECT id, number, state, state_at, payment_method, currency, subtotal, discount, shipping, fee, tax,"
    " is_tax_included, tax_name, shipping_option, total,"
    " address_sealed, source, last_source, tracking_url, tracking_number, carrier, placed_at, paid_at FROM orders_order"
    " WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY placed_at, id",
    "order_lines": "SELECT o.number, l.name, l.color, l.size, l.quantity, l.unit_price FROM orders_orderline l"
    " JOIN orders_order o ON o.id = l.order_id AND o.shop_id = l.shop_id"
    " WHERE o.shop_id = %(shop)s AND o.lead_id = %(lead)s ORDER BY o.placed_at, l.id",
    "fits": "SELECT o.number, l.name, l.size, f.felt, f.source, f.at FROM orders_fitverdict f"
    " JOIN orders_orderline l ON l.id = f.line_id AND l.shop_id = f.shop_id"
    " JOIN orders_order o ON o.id = l.order_id AND o.shop_id = l.shop_id"
    " WHERE o.shop_id = %(shop)s AND o.lead_id = %(lead)s ORDER BY f.at, f.id",
    "returns": "SELECT o.number, l.name, r.quantity, r.reason, r.wanted, r.state, r.state_at, r.words_sealed, r.refund_amount,"
    " r.asked_by, r.created_at FROM orders_return r JOIN orders_order o ON o.id = r.order_id AND o.shop_id = r.shop_id"
    " JOIN orders_orderline l ON l.id = r.line_id AND l.shop_id = r.shop_id"
    " WHERE o.shop_id = %(shop)s AND o.lead_id = %(lead)s ORDER BY r.created_at, r.id",
    "tickets": "SELECT t.number, t.kind, t.state, coalesce(o.number, '') AS order_number, t.opened_at, t.answered_at, t.solved_at"
    " FROM orders_ticket t LEFT JOIN orders_order o ON o.id = t.order_id AND o.shop_id = t.shop_id"
    " WHERE t.shop_id = %(shop)s AND t.lead_id = %(lead)s ORDER BY t.opened_at, t.id",
    "ticket_events": "SELECT t.number, e.kind, e.at, e.words_sealed FROM orders_ticketevent e"
    " JOIN orders_ticket t ON t.id = e.ticket_id AND t.shop_id = e.shop_id"
    " WHERE t.shop_id = %(shop)s AND t.lead_id = %(lead)s ORDER BY e.at, e.id",
    "order_events": "SELECT o.number, e.kind, e.at, e.detail, e.note_sealed FROM orders_orderevent e"
    " JOIN orders_order o ON o.id = e.order_id AND o.shop_id = e.shop_id"
    " WHERE o.shop_id = %(shop)s AND o.lead_id = %(lead)s ORDER BY e.at, e.id",
}


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """Cart and orders, opened. Amounts are minor units."""
    values = {"shop": key.shop_id, "lead": lead_id}
    return {part: opened_records(connection, key, statement, values) for part, statement in _PARTS.items()}
