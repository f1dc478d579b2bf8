"""Giving money back: asked for by who serves, above the shop's limit agreed to by who leads."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.v1.orders import OrderSerializer, order_page
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.domain.money import from_major
from leadnurturebot.orders.queries import get_order
from leadnurturebot.payments.queries import PaymentRow, payments_of
from leadnurturebot.payments.refunding import (
    CannotRefund,
    RefundWanted,
    approve_refund,
    decline_refund,
    request_refund,
)
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.access import get_shop
from leadnurturebot.shops.settings import ShopSettings

NO_ORDER = "There is no such order."
NO_REFUND = "There is no such refund."


class NewRefundSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="Made by the caller: the same one twice is one refund.")
    payment_id = serializers.UUIDField()
    amount = serializers.IntegerField(
        min_value=1, required=False, allow_null=True, help_text="Minor units; left out: all that is left."
    )
    reason = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class RefundBase(ShopView):
    """What operations on refunds share."""

    def page(self, order_id: UUID, *, status: int = 200) -> Response:
        """The order as it is now."""
        view = get_order(self.shop.id, self.key, order_id, now=self.now)
        if view is None:
            raise NotFound(NO_ORDER)
        notify(borrowed(), self.shop.id, "order", order_id)
        return answered(OrderSerializer, order_page(self.shop.id, view), status=status)

    def refuse(self, error: CannotRefund) -> Refused:
        """As the API says it."""
        return Refused(error.code, str(error))


class RefundsView(RefundBase):
    """Refunds of an order."""

    @operation("refundOrder", "orders", answer=OrderSerializer, body=NewRefundSerializer, status=201)
    def post(self, request: Request, order_id: UUID) -> Response:
        """Give money back by the provider that it came by. An agent's refund above the shop's `refund_limit` waits for a
        manager. 409 `too_much`, `nothing_paid`, `by_hand`."""
        values = checked(NewRefundSerializer, request)
        payment = next((each for each in payments_of(self.shop.id, order_id) if each.id == values["payment_id"]), None)
        if payment is None:
            raise NotFound("There is no such payment of this order.")
        amount = values.get("amount")
        wanted = RefundWanted(
            id=values["id"], shop_id=self.shop.id, payment_id=payment.id, amount=amount, reason=values["reason"],
            actor=self.actor, waits=self._waits(order_id, payment, amount),
        )  # fmt: skip
        try:
            request_refund(borrowed(), wanted, now=self.now)
        except CannotRefund as error:
            raise self.refuse(error) from error
        return self.page(order_id, status=201)

    def _waits(self, order_id: UUID, payment: PaymentRow, amount: int | None) -> bool:
        """Whether a manager has to agree: an agent gives back up to a limit for all of an order."""
        if self.member.role != "agent":
            return False
        settings = ShopSettings.model_validate(get_shop(self.shop.id).settings)
        if settings.refund_limit is None:
            return True
        given = [
            refund.amount.minor
            for each in payments_of(self.shop.id, order_id)
            for refund in each.refunds
            if refund.state in ("requested", "pending", "succeeded")
        ]
        asked = payment.refundable.minor if amount is None else amount
        return sum(given) + asked > from_major(settings.refund_limit, payment.refundable.currency).minor


class RefundApproveView(RefundBase):
    """A manager agrees."""

    @operation("approveRefund", "orders", answer=OrderSerializer)
    def post(self, request: Request, order_id: UUID, refund_id: UUID) -> Response:
        """Have a waiting refund made. One that was decided already stays as it is."""
        return self._decide(order_id, refund_id, approve_refund)

    def _decide(self, order_id: UUID, refund_id: UUID, decide: Callable[..., None]) -> Response:
        if refund_id not in [refund.id for each in payments_of(self.shop.id, order_id) for refund in each.refunds]:
            raise NotFound(NO_REFUND)
        try:
            decide(borrowed(), self.shop.id, refund_id, actor=self.actor, now=self.now)
        except CannotRefund as error:
            raise self.refuse(error) from error
        return self.page(order_id)


class RefundDeclineView(RefundApproveView):
    """A manager does not agree."""

    @operation("declineRefund", "orders", answer=OrderSerializer)
    def post(self, request: Request, order_id: UUID, refund_id: UUID) -> Response:
        """Drop a waiting refund."""
        return self._decide(order_id, refund_id, decline_refund)
