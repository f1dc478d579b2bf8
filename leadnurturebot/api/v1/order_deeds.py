"""What people do with an order: pack, ship, deliver, cancel, note. The customer is told where there is something to tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.v1.orders import OrderSerializer, order_page
from leadnurturebot.api.v1.refunds import NO_ORDER, waits_for_manager
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.domain.carriers import CARRIERS, LINK_MAX, NAME_MAX, UnusableTracking, read_tracking
from leadnurturebot.domain.order_states import IllegalTransition
from leadnurturebot.message_path import order_deeds
from leadnurturebot.message_path.order_deeds import Cancelling
from leadnurturebot.message_path.order_news import NoOrder
from leadnurturebot.message_path.visits import Times
from leadnurturebot.orders.parcels import NOTE_MAX, OrderNote, write_note
from leadnurturebot.orders.queries import get_order
from leadnurturebot.payments.queries import payments_of
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import borrowed


class ShipSerializer(serializers.Serializer[Any]):
    carrier = serializers.CharField(
        max_length=NAME_MAX, required=False, allow_blank=True, default="", help_text="Of `listCarriers`, or any name."
    )
    tracking_number = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")
    tracking_url = serializers.CharField(
        max_length=LINK_MAX, required=False, allow_blank=True, default="",
        help_text="Left out: the page of a known carrier.",
    )  # fmt: skip


class CancelSerializer(serializers.Serializer[Any]):
    restock = serializers.BooleanField(required=False, default=True, help_text="The goods are sold again.")
    refund = serializers.BooleanField(required=False, default=True, help_text="Money that came goes back.")


class NoteSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="Made by the caller: the same one twice is one note.")
    text = serializers.CharField(max_length=NOTE_MAX)


class CarrierSerializer(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class CarriersSerializer(serializers.Serializer[Any]):
    results = CarrierSerializer(many=True)


class CarriersView(ShopView):
    """Carriers whose tracking pages are known."""

    @operation("listCarriers", "orders", answer=CarriersSerializer)
    def get(self, request: Request) -> Response:
        """The carriers, in the order a person looks for one."""
        found = sorted(CARRIERS.values(), key=lambda carrier: carrier.name.casefold())
        return answered(CarriersSerializer, {"results": found})


@contextmanager
def deed() -> Iterator[None]:
    """Errors of a deed as the API says them."""
    try:
        yield
    except NoOrder as error:
        raise NotFound(NO_ORDER) from error
    except IllegalTransition as error:
        told = f"An order that is {error.origin} cannot become {error.target}.".replace("_", " ")
        raise Refused("not_possible_now", told) from error


class DeedBase(ShopView):
    """What the deeds share."""

    @property
    def times(self) -> Times:
        """Both clocks."""
        return Times(now=self.now, wall=wall_now())

    def page(self, order_id: UUID, *, status: int = 200) -> Response:
        """The order as it is now."""
        view = get_order(self.shop.id, self.key, order_id, now=self.now)
        if view is None:
            raise NotFound(NO_ORDER)
        return answered(OrderSerializer, order_page(self.shop.id, self.key, view), status=status)


class OrderPackView(DeedBase):
    """Packing."""

    @operation("packOrder", "orders", answer=OrderSerializer)
    def post(self, request: Request, order_id: UUID) -> Response:
        """Mark as packed; from then on the customer no longer cancels alone. 409 `not_possible_now`."""
        with deed():
            order_deeds.pack(borrowed(), self.shop.id, order_id, actor=self.actor, times=self.times)
        return self.page(order_id)


class OrderShipView(DeedBase):
    """Handing to the carrier."""

    @operation("shipOrder", "orders", answer=OrderSerializer, body=ShipSerializer)
    def post(self, request: Request, order_id: UUID) -> Response:
        """Mark as shipped, with carrier and tracking; the customer is told once. Again: corrects the tracking."""
        values = checked(ShipSerializer, request)
        try:
            tracking = read_tracking(values["carrier"], values["tracking_number"], values["tracking_url"])
        except UnusableTracking as error:
            raise ValidationError({"tracking_number": [str(error)]}) from error
        with deed():
            order_deeds.ship(borrowed(), self.shop.id, order_id, tracking, actor=self.actor, times=self.times)
        return self.page(order_id)


class OrderDeliverView(DeedBase):
    """Arriving."""

    @operation("deliverOrder", "orders", answer=OrderSerializer)
    def post(self, request: Request, order_id: UUID) -> Response:
        """Mark as delivered; the customer is told once, and cash on delivery counts as money."""
        with deed():
            order_deeds.deliver(borrowed(), self.shop.id, order_id, actor=self.actor, times=self.times)
        return self.page(order_id)


class OrderCancelView(DeedBase):
    """Calling off."""

    @operation("cancelOrder", "orders", answer=OrderSerializer, body=CancelSerializer)
    def post(self, request: Request, order_id: UUID) -> Response:
        """Cancel; goods go back on the shelf and money the way it came. An agent's refund above the shop's
        `refund_limit` waits for a manager."""
        values = checked(CancelSerializer, request)
        left = sum(payment.refundable.minor for payment in payments_of(self.shop.id, order_id))
        how = Cancelling(
            restock=values["restock"], refund=values["refund"],
            waits=left > 0 and waits_for_manager(self.member, order_id, left),
        )  # fmt: skip
        with deed():
            order_deeds.cancel(borrowed(), self.shop.id, order_id, how, actor=self.actor, times=self.times)
        return self.page(order_id)


class OrderNotesView(DeedBase):
    """Notes of the team."""

    @operation("noteOrder", "orders", answer=OrderSerializer, body=NoteSerializer, status=201)
    def post(self, request: Request, order_id: UUID) -> Response:
        """Write a note on the order's timeline; the customer does not see it."""
        values = checked(NoteSerializer, request)
        note = OrderNote(id=values["id"], order_id=order_id, text=values["text"])
        try:
            write_note(borrowed(), self.key, note, now=self.now)
        except LookupError as error:
            raise NotFound(NO_ORDER) from error
        notify(borrowed(), self.shop.id, "order", order_id)
        return self.page(order_id, status=201)
