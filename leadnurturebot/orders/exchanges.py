"""The order that brings what was asked for instead: at no cost, of pieces set aside when the exchange was asked for."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.orders.holds import onto_shelf, put_back, take_stock
from leadnurturebot.orders.moving import Move, move_many
from leadnurturebot.orders.placing import next_number, record_events
from leadnurturebot.orders.returns import ReturnRow
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection

METHOD = "exchange"
"""The payment method of an exchange: nothing is paid."""


class ExchangeUnderWay(RuntimeError):
    """The exchange has been packed: the return can no longer be taken back."""


class SoldOut(RuntimeError):
    """What was wanted instead is sold out."""


_COPY = """
INSERT INTO orders_order (id, shop_id, number, lead_id, thread_id, conversation_id, cart_version, state, state_at,
  payment_method, currency, subtotal, shipping, fee, total, address_sealed, source, ad_id, last_source, last_ad_id,
  tracking_url, carrier, placed_at)
SELECT %(id)s, shop_id, %(number)s, lead_id, thread_id, conversation_id, cart_version, 'paid', %(now)s, 'exchange', currency,
  0, 0, 0, 0, address_sealed, source, ad_id, last_source, last_ad_id, '', '', %(now)s
FROM orders_order WHERE shop_id = %(shop)s AND id = %(order)s
"""
_LINE = """
INSERT INTO orders_orderline (id, shop_id, order_id, variant_id, product_id, name, color, size, quantity, unit_price)
SELECT %(line)s, v.shop_id, %(id)s, v.id, p.id, p.name, v.color, v.size, %(quantity)s, 0
FROM catalog_variant v JOIN catalog_product p ON p.id = v.product_id AND p.shop_id = v.shop_id
WHERE v.shop_id = %(shop)s AND v.id = %(variant)s
"""


def make_exchange(connection: Connection, row: ReturnRow, *, now: datetime) -> str:
    """Make the order of a return that is to be exchanged; returns its number. Once made it stays.

    Raises SoldOut when nothing was set aside and nothing is left.
    """
    if row.exchange_order_id is not None:
        return _number(connection, row.shop_id, row.exchange_order_id)
    wanted = row.wanted_variant_id or row.variant_id
    if not row.is_set_aside and take_stock(connection, row.shop_id, {wanted: row.quantity}, now=now) is not None:
        raise SoldOut("what was wanted instead is sold out")
    order_id, number = uuid7(), next_number(connection, row.shop_id)
    values = {
        "id": order_id, "shop": row.shop_id, "order": row.order_id, "number": number, "now": now, "line": uuid7(),
        "variant": wanted, "quantity": row.quantity,
    }  # fmt: skip
    connection.execute(_COPY, values)
    connection.execute(_LINE, values)
    connection.execute(
        "UPDATE orders_return SET exchange_order_id = %s, is_set_aside = false WHERE shop_id = %s AND id = %s",
        [order_id, row.shop_id, row.id],
    )
    record_events(
        connection,
        [
            (row.shop_id, order_id, "placed", now, METHOD),
            (row.shop_id, row.order_id, "exchange_made", now, number),
        ],
    )
    return number


def _number(connection: Connection, shop_id: UUID, order_id: UUID) -> str:
    row = connection.execute(
        "SELECT number FROM orders_order WHERE shop_id = %s AND id = %s", [shop_id, order_id]
    ).fetchone()
    return str(row[0]) if row else ""


def undo_exchange(connection: Connection, row: ReturnRow, *, now: datetime) -> list[StockRaised]:
    """Put back what was set aside or ordered for a return that ends; returns what there is more of.

    Raises ExchangeUnderWay once the exchange is packed.
    """
    if row.is_set_aside:
        connection.execute(
            "UPDATE orders_return SET is_set_aside = false WHERE shop_id = %s AND id = %s", [row.shop_id, row.id]
        )
        return onto_shelf(connection, row.shop_id, {row.wanted_variant_id or row.variant_id: row.quantity}, now=now)
    if row.exchange_order_id is None:
        return []
    state = connection.execute(
        "SELECT state FROM orders_order WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE",
        [row.shop_id, row.exchange_order_id],
    ).fetchone()
    if state is None or state[0] == OrderState.CANCELLED:
        return []
    if state[0] != OrderState.PAID:
        raise ExchangeUnderWay("the exchange is packed already")
    move = Move(shop_id=row.shop_id, order_id=row.exchange_order_id, to=OrderState.CANCELLED, at=now, detail="return")
    move_many(connection, [move])
    return put_back(connection, shop_id=row.shop_id, order_id=row.exchange_order_id, now=now)
