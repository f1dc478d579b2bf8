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
from leadnurturebot.message_path import restock
from leadnurturebot.orders.parcels import NOTE_MAX
from leadnurturebot.orders.queries import get_order
from leadnurturebot.payments.by_hand import GivenByHand, give_by_hand
from leadnurturebot.payments.queries import payments_of
from leadnurturebot.payments.refunding import (
    CannotRefund,
    RefundWanted,
    approve_refund,
    decline_refund,
    request_refund,
)
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.access import Member, get_shop
from leadnurturebot.shops.settings import ShopSettings

NO_ORDER = "There is no such order."
NO_REFUND = "There is no such refund."
NEEDS_MANAGER = "A manager has to write down a refund above the shop's limit."


def waits_for_manager(member: Member, order_id: UUID, asked: int) -> bool:
    """Whether a manager has to agree to `asked` minor units more: an agent gives back up to a limit for all of an order."""
    if member.role != "agent":
        return False
    limit = ShopSettings.model_validate(get_shop(member.shop.id).settings).refund_limit
    if limit is None:
        return True
    payments = payments_of(member.shop.id, order_id)
    given = [
        refund.amount.minor
        for each in payments
        for refund in each.refunds
        if refund.state in ("requested", "pending", "succeeded")
    ]
    return bool(payments) and sum(given) + asked > from_major(limit, payments[0].refundable.currency).minor


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
        return answered(OrderSerializer, order_page(self.shop.id, self.key, view), status=status)

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
            actor=self.actor, waits=waits_for_manager(self.member, order_id, payment.refundable.minor if amount is None else amount),
        )  # fmt: skip
        try:
            request_refund(borrowed(), wanted, now=self.now)
        except CannotRefund as error:
            raise self.refuse(error) from error
        return self.page(order_id, status=201)


class HandRefundSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="Made by the caller: the same one twice is one refund.")
    payment_id = serializers.UUIDField()
    amount = serializers.IntegerField(
        min_value=1, required=False, allow_null=True, default=None, help_text="Minor units; left out: all that is left."
    )
    note = serializers.CharField(max_length=NOTE_MAX, required=False, allow_blank=True, default="")


class HandRefundView(RefundBase):
    """Money given back by hand."""

    @operation("refundByHand", "orders", answer=OrderSerializer, body=HandRefundSerializer, status=201)
    def post(self, request: Request, order_id: UUID) -> Response:
        """Write down that somebody has given money back: cash, or a transfer. It goes on the timeline and into the ledger with
        who, when and the note. 409 `too_much`, `nothing_paid`; `needs_manager` for an agent above `refund_limit`."""
        values = checked(HandRefundSerializer, request)
        payment = next((each for each in payments_of(self.shop.id, order_id) if each.id == values["payment_id"]), None)
        if payment is None:
            raise NotFound("There is no such payment of this order.")
        left = max(payment.refundable.minor, payment.refundable_by_hand.minor)
        asked = left if values["amount"] is None else values["amount"]
        if asked > 0 and waits_for_manager(self.member, order_id, asked):
            raise Refused("needs_manager", NEEDS_MANAGER)
        given = GivenByHand(
            id=values["id"], payment_id=payment.id, amount=values["amount"], note=values["note"], actor=self.actor
        )
        try:
            raised = give_by_hand(borrowed(), self.key, given, now=self.now)
        except CannotRefund as error:
            raise self.refuse(error) from error
        restock.watch(borrowed(), self.shop.id, raised, now=self.now)
        return self.page(order_id, status=201)


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
