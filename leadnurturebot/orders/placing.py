"""Making an order of a cart, at the prices and stock of this moment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.coupons import discount_of, refusal
from leadnurturebot.domain.dialogue.decision import OrderRefused
from leadnurturebot.domain.dialogue.turn import CartLine
from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.domain.shipping import ShippingOption
from leadnurturebot.domain.taxes import Tax
from leadnurturebot.domain.totals import Totals, totals
from leadnurturebot.orders.batch import CartRow, empty_cart
from leadnurturebot.orders.coupons import redeem
from leadnurturebot.orders.holds import release_orders, take_stock
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRequest:
    """An order that a customer asked for. Amounts are minor units; the source is that of the lead now."""

    shop_id: UUID
    lead_id: UUID
    thread_id: UUID
    conversation_id: UUID | None
    currency: str
    shipping: ShippingOption
    """How it is sent, by the shop's rules for where it goes."""
    shipping_name: str | None = None
    """What that way is called; None in a shop with one rule for all."""
    ship_to: tuple[str, ...] = ()
    """Countries that shipping and tax were reckoned for, where no address is known yet; empty: as the settings say."""
    tax: Tax | None = None
    payment_method: str
    is_hosted: bool
    """Paid on a provider's page; otherwise the order stands at once and its goods leave the shelf."""
    fee: int = 0
    """What this way of paying costs."""
    limit: int | None = None
    """Most that may be paid this way, fee included."""
    coupon: str = ""
    """The code that was counted in the total shown."""
    discount_limit: int = 90
    """Most that a coupon takes off a piece, in percent of its price."""
    expected_total: int | None
    address_sealed: bytes
    source: str
    ad_id: UUID | None
    last_source: str
    last_ad_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The order that stands now."""

    order_id: UUID
    number: str
    subtotal: int
    shipping: int
    total: int
    is_new: bool
    discount: int = 0
    tax: int = 0
    replaced: tuple[UUID, ...] = ()
    """Orders of the same thread that no longer wait for payment."""


def place(
    connection: Connection, request: PlaceRequest, cart: CartRow | None, *, now: datetime
) -> Placed | OrderRefused:
    """Order the whole cart. Asking again for an unchanged cart gives the same order; a changed one replaces it.

    `now` is business time. The caller holds the lead's lock, so one thread orders once at a time.
    """
    if cart is None or not cart.lines:
        return OrderRefused(reason="empty_cart")
    short = next((line for line in cart.lines if line.available < line.quantity), None)
    if short is not None:
        return OrderRefused(reason="sold_out", variant_id=short.variant_id, available=short.available)
    redeemed = _redeemed(connection, request, cart, now) if request.coupon else (None, 0)
    if redeemed is None:
        return OrderRefused(reason="coupon_gone")
    coupon_id, discount = redeemed
    sums = totals(
        sum(line.total for line in cart.lines), request.shipping, pieces=sum(line.quantity for line in cart.lines),
        discount=discount, fee=request.fee, tax=request.tax,
    )  # fmt: skip
    if request.limit is not None and sums.total > request.limit:
        return OrderRefused(reason="method_unavailable")
    if request.expected_total is not None and request.expected_total != sums.total:
        return OrderRefused(reason="price_changed")
    existing = _same_order(connection, request, cart, sums, coupon_id)
    if existing is not None:
        return existing
    replaced = [order_id for _, order_id in cancel_unpaid(connection, [(request.shop_id, request.thread_id)], now=now)]
    made = _make(connection, request, cart, sums, coupon_id, now)
    return replace(made, replaced=tuple(replaced)) if isinstance(made, Placed) else made


def _redeemed(connection: Connection, request: PlaceRequest, cart: CartRow, now: datetime) -> tuple[UUID, int] | None:
    """The coupon and what it takes off, None when it does not count (any more)."""
    found = redeem(
        connection, shop_id=request.shop_id, thread_id=request.thread_id, lead_id=request.lead_id, code=request.coupon
    )
    if found is None or refusal(found[1], cart.lines, now):
        return None
    return found[0], discount_of(found[1], cart.lines, most_percent=request.discount_limit)


def _same_order(
    connection: Connection, request: PlaceRequest, cart: CartRow, sums: Totals, coupon_id: UUID | None
) -> Placed | None:
    if not request.is_hosted:
        return None  # an order that waits for payment is one to be paid on a page; by which is chosen there
    row = connection.execute(
        "SELECT id, number, subtotal, shipping, total, discount, tax FROM orders_order WHERE shop_id = %s AND thread_id = %s"
        " AND state = 'awaiting_payment' AND cart_version = %s AND total = %s AND coupon_id IS NOT DISTINCT FROM %s"
        " AND shipping = %s AND tax = %s AND shipping_option IS NOT DISTINCT FROM %s AND ship_to = %s"
        " FOR NO KEY UPDATE",
        [request.shop_id, request.thread_id, cart.version, sums.total, coupon_id, sums.shipping or 0, sums.tax,
         request.shipping_name, ",".join(request.ship_to)],
    ).fetchone()  # fmt: skip
    if row is None:
        return None
    if request.address_sealed:
        # Told anew, and it costs the same there.
        connection.execute(
            "UPDATE orders_order SET address_sealed = %s WHERE shop_id = %s AND id = %s",
            [request.address_sealed, request.shop_id, row[0]],
        )
    return Placed(
        order_id=row[0], number=row[1], subtotal=row[2], shipping=row[3], total=row[4], discount=row[5], tax=row[6],
        is_new=False,
    )  # fmt: skip


def cancel_unpaid(
    connection: Connection, threads: Sequence[tuple[UUID, UUID]], *, now: datetime
) -> list[tuple[UUID, UUID]]:
    """Cancel the orders of (shop, thread) that wait for payment: the carts they were made of have changed.

    Returns them as (shop, order).
    """
    if not threads:
        return []
    ended = connection.execute(
        "UPDATE orders_order o SET state = 'cancelled', state_at = %s FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, thread_id)"
        " WHERE o.shop_id = g.shop_id AND o.thread_id = g.thread_id AND o.state = 'awaiting_payment'"
        " RETURNING o.shop_id, o.id",
        [now, [shop_id for shop_id, _ in threads], [thread_id for _, thread_id in threads]],
    ).fetchall()
    release_orders(connection, [order_id for _, order_id in ended])
    record_events(connection, [(shop_id, order_id, "replaced", now, "") for shop_id, order_id in ended])
    return ended


def _make(
    connection: Connection, request: PlaceRequest, cart: CartRow, sums: Totals, coupon_id: UUID | None, now: datetime
) -> Placed | OrderRefused:
    if not request.is_hosted:
        short = take_stock(
            connection, request.shop_id, {line.variant_id: line.quantity for line in cart.lines}, now=now
        )
        if short is not None:
            return OrderRefused(reason="sold_out", variant_id=short[0], available=short[1])
    number, shipping = next_number(connection, request.shop_id), sums.shipping or 0
    state = OrderState.AWAITING_PAYMENT if request.is_hosted else OrderState.CONFIRMED
    order_id = uuid7()
    row = (
        order_id, request.shop_id, number, request.lead_id, request.thread_id, request.conversation_id, cart.version,
        state, now, request.payment_method, request.currency, sums.subtotal, shipping, sums.fee, sums.discount,
        coupon_id, sums.tax, sums.is_tax_included, request.tax.rate if request.tax else 0,
        request.tax.name if request.tax else "", request.shipping_name, *(request.shipping.days or (None, None)),
        ",".join(request.ship_to), sums.total,
        request.address_sealed, request.source, request.ad_id, request.last_source, request.last_ad_id, "", "", now,
    )  # fmt: skip
    insert_many(connection, "orders_order", _ORDER_COLUMNS, [row])
    _insert_lines(connection, request.shop_id, order_id, cart.lines)
    record_events(connection, [(request.shop_id, order_id, "placed", now, request.payment_method)])
    if not request.is_hosted:
        empty_cart(connection, shop_id=request.shop_id, thread_id=request.thread_id)
    return Placed(
        order_id=order_id, number=number, subtotal=sums.subtotal, shipping=shipping, total=sums.total,
        discount=sums.discount, tax=sums.tax, is_new=True,
    )  # fmt: skip


_ORDER_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "number": "text", "lead_id": "uuid", "thread_id": "uuid",
    "conversation_id": "uuid", "cart_version": "int", "state": "text", "state_at": "timestamptz",
    "payment_method": "text", "currency": "text", "subtotal": "bigint", "shipping": "bigint", "fee": "bigint",
    "discount": "bigint", "coupon_id": "uuid", "tax": "bigint", "is_tax_included": "boolean", "tax_rate": "int",
    "tax_name": "text", "shipping_option": "text", "shipping_days_min": "int", "shipping_days_max": "int",
    "ship_to": "text", "total": "bigint",
    "address_sealed": "bytea", "source": "text", "ad_id": "uuid", "last_source": "text", "last_ad_id": "uuid",
    "tracking_url": "text", "carrier": "text", "placed_at": "timestamptz",
}  # fmt: skip
_LINE_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "order_id": "uuid", "variant_id": "uuid", "product_id": "uuid", "name": "text",
    "color": "text", "size": "text", "quantity": "int", "unit_price": "bigint",
}  # fmt: skip
_EVENT_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "order_id": "uuid", "kind": "text", "at": "timestamptz", "detail": "text",
}  # fmt: skip


def _insert_lines(connection: Connection, shop_id: UUID, order_id: UUID, lines: tuple[CartLine, ...]) -> None:
    rows = [
        (uuid7(), shop_id, order_id, line.variant_id, line.product_id, line.name, line.color, line.size, line.quantity,
         line.unit_price)
        for line in lines
    ]  # fmt: skip
    insert_many(connection, "orders_orderline", _LINE_COLUMNS, rows)


def record_events(connection: Connection, events: list[tuple[UUID, UUID, str, datetime, str]]) -> None:
    """Write (shop, order, kind, at, detail) to the orders' timelines."""
    insert_many(connection, "orders_orderevent", _EVENT_COLUMNS, [(uuid7(), *event) for event in events])


def next_number(connection: Connection, shop_id: UUID) -> str:
    """The shop's next order number: its prefix and a counter that only it increments."""
    row = connection.execute(
        "UPDATE shops_shop SET next_order_number = next_order_number + 1 WHERE id = %s"
        " RETURNING order_prefix, next_order_number - 1",
        [shop_id],
    ).fetchone()
    assert row is not None
    return f"{row[0]}{row[1]}"
