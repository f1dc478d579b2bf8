"""The past's carts and orders: put together, placed, paid or not, sent, and sometimes given back."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from leadnurturebot.catalog.actions import set_stock
from leadnurturebot.demo_shop.catalogue.reading import by_sku
from leadnurturebot.demo_shop.people.shapes import PastLead, PastOrder
from leadnurturebot.demo_shop.seed.addresses import address_of
from leadnurturebot.demo_shop.seed.returns import judge_and_send_back
from leadnurturebot.demo_shop.seed.sales_done import PastDisagrees, Sale
from leadnurturebot.demo_shop.seed.script import Script
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.demo_shop.seed.talks import Session
from leadnurturebot.demo_shop.shop import SHOP
from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.domain.shipping import ShippingOption
from leadnurturebot.orders.batch import CartWrite, change_carts, empty_cart, load_carts
from leadnurturebot.orders.holds import HOLD_FOR, hold
from leadnurturebot.orders.moving import Move, move_many
from leadnurturebot.orders.placing import Placed, PlaceRequest, place
from leadnurturebot.payments.events import apply_event
from leadnurturebot.payments.requests import PaymentConnection, connections_of, request_payment
from leadnurturebot.providers.payments.base import ProviderEvent

_TO_CHECKOUT = timedelta(seconds=30)
_TO_PAGE = timedelta(seconds=12)


def stock_at_first(orders: tuple[PastOrder, ...]) -> dict[str, int]:
    """What the shelf held beyond today's stock, by SKU: everything that was ordered, paid for or not."""
    pieces: dict[str, int] = {}
    for order in orders:
        for line in order.lines:
            pieces[line.sku] = pieces.get(line.sku, 0) + line.quantity
    return pieces


def carts_changed_at(stage: Stage, script: Script) -> dict[int, datetime]:
    """When something was put into the cart, by talk."""
    placed = {order.number: order.placed_at for order in stage.past.orders}
    return {
        number: placed[talk.order_number] - _TO_CHECKOUT if talk.order_number else script[number][-1].message.at
        for number, talk in enumerate(stage.past.conversations)
        if talk.order_number or talk.cart_skus
    }


def fill_carts(stage: Stage, sessions: Mapping[int, Session], changed_at: Mapping[int, datetime]) -> None:
    """Carts that nobody has checked out yet."""
    for number, at in changed_at.items():
        talk = stage.past.conversations[number]
        if talk.order_number is None:
            change_carts(stage.connection, [_write(stage, sessions[number], sku, 1) for sku in talk.cart_skus], now=at)


def _write(stage: Stage, session: Session, sku: str, quantity: int) -> CartWrite:
    return CartWrite(
        shop_id=stage.shop_id, thread_id=session.thread_id, lead_id=session.lead_id,
        product_id=stage.goods.product_of(sku), variant_id=stage.goods.variants[sku], quantity=quantity,
        unit_price=by_sku()[sku][1].price_minor,
    )  # fmt: skip


def sell(stage: Stage, sessions: Mapping[int, Session]) -> list[Sale]:
    """Place and settle every order in order of time, then send the parcels and give money back."""
    by_order = {talk.order_number: sessions[n] for n, talk in enumerate(stage.past.conversations) if talk.order_number}
    leads = {lead.key: lead for lead in stage.past.leads}
    stripe = next(found for found in connections_of(stage.connection, stage.shop_id) if found.slug == "stripe")
    sales = []
    for order in stage.past.orders:
        sale = _placed(stage, order, leads[order.lead_key], by_order[order.number], stripe)
        _settle(stage, sale, leads[order.lead_key])
        sales.append(sale)
    _send(stage, sales)
    judge_and_send_back(stage, sales)
    for sale in sales:
        _give_back(stage, sale)
    _count_the_shelf(stage)
    return sales


def _placed(stage: Stage, order: PastOrder, lead: PastLead, session: Session, stripe: PaymentConnection) -> Sale:
    connection, thread = stage.connection, (stage.shop_id, session.thread_id)
    empty_cart(connection, shop_id=stage.shop_id, thread_id=session.thread_id)
    writes = [_write(stage, session, line.sku, line.quantity) for line in order.lines]
    change_carts(connection, writes, now=order.placed_at - _TO_CHECKOUT)
    cart = load_carts(connection, [thread], now=order.placed_at)[session.thread_id]
    made = place(connection, _request(stage, order, lead, session), cart, now=order.placed_at)
    if not isinstance(made, Placed) or made.number != order.number:
        raise PastDisagrees(f"order {order.number} came to {made}")
    link = request_payment(
        connection, shop_id=stage.shop_id, order_id=made.order_id, amount=made.total, currency=stage.currency,
        provider=stripe, now=order.placed_at,
    )  # fmt: skip
    hold(connection, shop_id=stage.shop_id, order_id=made.order_id, now=order.placed_at + _TO_PAGE)
    row = connection.execute("SELECT reference FROM payments_payment WHERE token = %s", [link]).fetchone()
    assert row is not None
    return Sale(order=order, order_id=made.order_id, reference=row[0], link=link, session=session)


def _request(stage: Stage, order: PastOrder, lead: PastLead, session: Session) -> PlaceRequest:
    ad_id = stage.ads.get(lead.ad_id or "")
    return PlaceRequest(
        shop_id=stage.shop_id,
        lead_id=session.lead_id,
        thread_id=session.thread_id,
        conversation_id=session.conversation_id,
        currency=stage.currency,
        shipping=ShippingOption(SHOP.shipping_flat_minor, SHOP.shipping_free_from_minor, days=SHOP.shipping_days),
        payment_method="stripe",
        is_hosted=True,
        expected_total=order.total_minor,
        coupon=order.code,
        address_sealed=b"",
        source=lead.source,
        ad_id=ad_id,
        last_source=lead.source,
        last_ad_id=ad_id,
    )


def _settle(stage: Stage, sale: Sale, lead: PastLead) -> None:
    """What the provider told of the payment: failed, paid, or run out."""
    order, ran_out_at = sale.order, sale.order.placed_at + HOLD_FOR
    if order.state == "expired":  # whoever gave up on the page: it ran out, and the order with it
        _tell(stage, sale, "expired", ran_out_at)
        expiry = Move(shop_id=stage.shop_id, order_id=sale.order_id, to=OrderState.EXPIRED, at=ran_out_at)
        move_many(stage.connection, [expiry])
    elif order.declined_at:
        _tell(stage, sale, "failed", order.declined_at)
    if order.paid_at:
        _tell(stage, sale, "paid", order.paid_at, amount=order.total_minor, address=address_of(lead))


def _tell(
    stage: Stage, sale: Sale, kind: str, at: datetime, *, amount: int | None = None, address: str = "",
    refund_id: str = "",
) -> None:  # fmt: skip
    event = ProviderEvent(
        event_id=f"evt_{sale.reference}_{kind}{refund_id}", kind=kind, at=at, reference=sale.reference,
        charge_id=f"pi_{sale.reference}" if kind in ("paid", "refunded") else "", amount=amount,
        currency=stage.currency, address=address, refund_id=refund_id,
        refund_state="succeeded" if refund_id else "",
    )  # fmt: skip
    if apply_event(stage.connection, stage.key, event, now=at) is None:
        raise PastDisagrees(f"{kind} of order {sale.order.number} met no payment")


def _send(stage: Stage, sales: list[Sale]) -> None:
    for to in (OrderState.SHIPPED, OrderState.DELIVERED):
        times = [(sale.order_id, _sent_at(sale.order, to)) for sale in sales]
        moves = [Move(shop_id=stage.shop_id, order_id=order_id, to=to, at=at) for order_id, at in times if at]
        move_many(stage.connection, moves)


def _sent_at(order: PastOrder, to: OrderState) -> datetime | None:
    return order.shipped_at if to is OrderState.SHIPPED else order.delivered_at


def _give_back(stage: Stage, sale: Sale) -> None:
    """Refunds in order of time; the one that gives the last of the goods back brings the shipping with it."""
    order = sale.order
    settled = [(each.settled_at, each.sku) for each in order.returns if each.wants == "refund" and each.settled_at]
    for count, (at, sku) in enumerate(sorted(settled), start=1):
        amount = sum(line.unit_price_minor * line.quantity for line in order.lines if line.sku == sku)
        if order.state == "refunded" and count == len(settled):
            amount += order.shipping_minor
        _tell(stage, sale, "refunded", at, amount=amount, refund_id=f"re_{order.number}_{count}")


def _count_the_shelf(stage: Stage) -> None:
    """Today's stock: that of the catalogue, and what is held for those who are paying right now."""
    levels = {sku: variant.stock for sku, (_, variant) in by_sku().items()}
    for order in stage.past.orders:
        if order.state == "awaiting_payment":
            for line in order.lines:
                levels[line.sku] += line.quantity
    set_stock(connection=stage.connection, shop_id=stage.shop_id, levels=levels, now=stage.now)
