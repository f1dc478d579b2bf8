"""Orders, their payments, and the way from the ad to the money."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.paging import PAGE, decode_moment, encode
from leadnurturebot.api.v1 import shapes
from leadnurturebot.api.v1.order_filters import FILTERS, order_filter
from leadnurturebot.api.v1.return_shapes import ReturnSerializer
from leadnurturebot.api.views import ShopView, answered, operation, query
from leadnurturebot.domain.carriers import Tracking
from leadnurturebot.domain.money import Money
from leadnurturebot.leads.queries import touches_until
from leadnurturebot.orders.charges import Charges
from leadnurturebot.orders.queries import (
    OrderEventView,
    OrderLineView,
    OrderRow,
    OrderView,
    count_orders,
    get_order,
    list_orders,
)
from leadnurturebot.orders.return_queries import ReturnView, returns_of
from leadnurturebot.payments.queries import PaymentRow, payment_states, payments_of, state_shown
from leadnurturebot.platform.encryption import ShopKey


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidRow:
    """An order in a list, with the state of its payment."""

    order: OrderRow
    payment_state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPage:
    """An order with everything on record."""

    order: OrderRow
    payment_state: str
    thread_id: UUID
    lines: Sequence[OrderLineView]
    subtotal: Money
    shipping: Money
    fee: Money
    discount: Money
    coupon: str
    charges: Charges
    payments: Sequence[PaymentRow]
    timeline: Sequence[OrderEventView]
    address: str
    hold_until: datetime | None
    tracking: Tracking
    deeds: Sequence[str]
    returns: Sequence[ReturnView]


def paid_rows(shop_id: UUID, orders: Sequence[OrderRow]) -> list[PaidRow]:
    """Orders with the states of their payments, by one query."""
    states = payment_states(shop_id, [order.id for order in orders])
    return [
        PaidRow(order=order, payment_state=state_shown(states.get(order.id), order.payment_method, order.state))
        for order in orders
    ]


def order_page(shop_id: UUID, key: ShopKey, view: OrderView) -> OrderPage:
    """The order with its payments and its way from the ad."""
    return OrderPage(
        order=view.row,
        payment_state=paid_rows(shop_id, [view.row])[0].payment_state,
        thread_id=view.row.thread_id,
        lines=view.lines,
        subtotal=view.subtotal,
        shipping=view.shipping,
        fee=view.fee,
        discount=view.discount,
        coupon=view.coupon,
        charges=view.charges,
        payments=payments_of(shop_id, view.row.id),
        timeline=[*_arrivals(shop_id, view.row), *view.timeline],
        address=view.address,
        hold_until=view.hold_until,
        tracking=view.tracking,
        deeds=view.deeds,
        returns=returns_of(shop_id, key, view.row.id),
    )


def _arrivals(shop_id: UUID, row: OrderRow) -> Iterator[OrderEventView]:
    """The first and the last touch before the order: they share its credit."""
    touches = touches_until(shop_id, row.lead.id, row.placed_at)
    ends = [touches[0], touches[-1]] if len(touches) > 1 else touches
    for touch in ends:
        yield OrderEventView(
            kind="touch", text_code=f"order.touch.{touch.source}", at=touch.at, detail=touch.ad_name or ""
        )


class BuyerSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    initials = serializers.CharField()


class OrderRowSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="order.id")
    number = serializers.CharField(source="order.number")
    lead = BuyerSerializer(source="order.lead")
    items_text = serializers.CharField(source="order.items_text")
    image_url = serializers.CharField(source="order.image_url", allow_null=True)
    total = shapes.Money(source="order.total")
    state = serializers.CharField(source="order.state")
    payment_state = serializers.CharField()
    vars()["source"] = serializers.CharField(source="order.source")  # a name that serializers use themselves
    ad_name = serializers.CharField(source="order.ad_name", allow_null=True)
    placed_at = serializers.DateTimeField(source="order.placed_at")


class OrderCountsSerializer(serializers.Serializer[Any]):
    all = serializers.IntegerField()
    to_pay = serializers.IntegerField()
    to_ship = serializers.IntegerField()
    on_the_way = serializers.IntegerField()
    closed = serializers.IntegerField()


class OrderPageSerializer(serializers.Serializer[Any]):
    results = OrderRowSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)
    counts = OrderCountsSerializer()


class OrderLineSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    color = serializers.CharField()
    size = serializers.CharField()
    quantity = serializers.IntegerField()
    unit_price = shapes.Money()
    total = shapes.Money()
    image_url = serializers.CharField(allow_null=True)
    product_id = serializers.UUIDField()
    variant_id = serializers.UUIDField()
    returnable = serializers.IntegerField(
        help_text="Pieces that no return is about yet, once the order has left; 0 before."
    )


class RefundSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    state = serializers.CharField()
    amount = shapes.Money()
    at = serializers.DateTimeField()
    reason = serializers.CharField()
    is_by_hand = serializers.BooleanField()
    by = serializers.CharField(help_text="Who asked for it or gave it by hand; empty when a rule did.")


class PaymentSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    refundable = shapes.Money(help_text="What may still be given back by asking the provider.")
    refundable_by_hand = shapes.Money(help_text="What may still be given back where no provider can be asked.")
    refunds = RefundSerializer(many=True)
    provider = serializers.CharField()
    state = serializers.CharField()
    amount = shapes.Money()
    at = serializers.DateTimeField()
    reference = serializers.CharField()
    problem = serializers.CharField(allow_null=True)


class OrderEventSerializer(serializers.Serializer[Any]):
    kind = serializers.CharField()
    text_code = serializers.CharField()
    at = serializers.DateTimeField()
    detail = serializers.CharField()
    by = serializers.CharField(help_text="Who of the shop did it, where that is said.")


class TrackingSerializer(serializers.Serializer[Any]):
    carrier = serializers.CharField()
    number = serializers.CharField()
    url = serializers.CharField()


class OrderSerializer(OrderRowSerializer):
    thread_id = serializers.UUIDField()
    lines = OrderLineSerializer(many=True)
    subtotal = shapes.Money()
    shipping = shapes.Money()
    fee = shapes.Money()
    discount = shapes.Money()
    coupon = serializers.CharField(allow_blank=True)
    shipping_option = serializers.CharField(
        source="charges.shipping_option", help_text="A kind (`standard`, `express`, `pickup`) or the shop's own name."
    )
    tax = shapes.Money(source="charges.tax")
    is_tax_included = serializers.BooleanField(
        source="charges.is_tax_included", help_text="Prices contain it; else it is a part of the total."
    )
    tax_name = serializers.CharField(source="charges.tax_name")
    tax_percent = serializers.FloatField(source="charges.tax_percent")
    payments = PaymentSerializer(many=True)
    timeline = OrderEventSerializer(many=True)
    address = serializers.CharField()
    hold_until = serializers.DateTimeField(allow_null=True)
    tracking = TrackingSerializer()
    returns = ReturnSerializer(many=True)
    deeds = serializers.ListField(child=serializers.CharField(), help_text="`pack`, `ship`, `deliver`, `cancel`.")


class OrdersView(ShopView):
    """The orders."""

    @operation("listOrders", "orders", answer=OrderPageSerializer, parameters=(*FILTERS, query("cursor")))
    def get(self, request: Request) -> Response:
        """Orders, newest first."""
        wanted = order_filter(request, self.shop, self.key)
        found = list_orders(
            self.shop.id, self.key, wanted, limit=PAGE + 1,
            before=decode_moment(request.query_params.get("cursor", "")),
        )  # fmt: skip
        shown = found[:PAGE]
        cursor = encode(shown[-1].placed_at, shown[-1].id) if len(found) > PAGE else None
        rows = paid_rows(self.shop.id, shown)
        counts = count_orders(self.shop.id, start=wanted.start, end=wanted.end)
        return answered(OrderPageSerializer, {"results": rows, "next_cursor": cursor, "counts": counts})


class OrderOneView(ShopView):
    """One order."""

    @operation("getOrder", "orders", answer=OrderSerializer)
    def get(self, request: Request, order_id: UUID) -> Response:
        """The order with its lines, payments and timeline."""
        found = get_order(self.shop.id, self.key, order_id, now=self.now)
        if found is None:
            raise NotFound("There is no such order.")
        return answered(OrderSerializer, order_page(self.shop.id, self.key, found))
