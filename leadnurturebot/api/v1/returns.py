"""Returns: the list, writing one down for a customer, and what people do with them."""

from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.paging import PAGE, decode_moment, encode
from leadnurturebot.api.v1.refunds import NO_ORDER, waits_for_manager
from leadnurturebot.api.v1.return_shapes import ReturnSerializer
from leadnurturebot.api.views import ShopView, answered, checked, chosen, operation, query
from leadnurturebot.domain.dialogue.decision import AskReturn
from leadnurturebot.domain.returns import IllegalReturnMove, Reason, ReturnState, Wanted
from leadnurturebot.message_path.order_news import find_buyer
from leadnurturebot.message_path.return_deeds import NoReturn, ReturnDeed, do, tell_approved
from leadnurturebot.message_path.returning import ask_return
from leadnurturebot.message_path.visits import Times
from leadnurturebot.orders.exchanges import ExchangeUnderWay, SoldOut
from leadnurturebot.orders.parcels import NOTE_MAX
from leadnurturebot.orders.queries import get_order
from leadnurturebot.orders.return_queries import RETURN_TABS, count_returns, get_return, list_returns
from leadnurturebot.payments.refunding import CannotRefund
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.batch import load_many as load_shops

NO_RETURN = "There is no such return."
DEEDS = {
    "approve": ReturnState.APPROVED, "reject": ReturnState.REJECTED, "in-transit": ReturnState.IN_TRANSIT,
    "receive": ReturnState.RECEIVED, "settle": ReturnState.SETTLED, "cancel": ReturnState.CANCELLED,
}  # fmt: skip
_REFUSED = {
    "not_delivered": "The customer does not hold the goods of this order.",
    "nothing_left": "These pieces are on their way back already.",
    "excluded": "This kind of goods does not come back.",
    "too_late": "The time for returns of this order is over.",
    "sold_out": "What is wanted instead is sold out.",
}


class ReturnCountsSerializer(serializers.Serializer[Any]):
    to_decide = serializers.IntegerField()
    coming = serializers.IntegerField()
    here = serializers.IntegerField()
    closed = serializers.IntegerField()
    all = serializers.IntegerField()


class ReturnPageSerializer(serializers.Serializer[Any]):
    results = ReturnSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)
    counts = ReturnCountsSerializer()


class NewReturnSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="Made by the caller: the same one twice is one return.")
    line_id = serializers.UUIDField()
    quantity = serializers.IntegerField(min_value=1)
    reason = serializers.ChoiceField(choices=[reason.value for reason in Reason])
    wanted = serializers.ChoiceField(choices=[wanted.value for wanted in Wanted])
    wanted_variant_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    despite_rule = serializers.BooleanField(
        required=False,
        default=False,
        help_text="Write it down, to be decided, though the rule says `too_late` or `excluded`.",
    )


class ReturnDeedSerializer(serializers.Serializer[Any]):
    amount = serializers.IntegerField(
        min_value=0, required=False, allow_null=True, default=None,
        help_text="Settling: minor units to give back; left out: what was paid for the pieces.",
    )  # fmt: skip
    restock = serializers.BooleanField(required=False, default=True, help_text="Receiving: the goods are sold again.")
    by_hand = serializers.BooleanField(
        required=False, default=False, help_text="Settling: the money was given back by hand, no provider is asked."
    )
    note = serializers.CharField(max_length=NOTE_MAX, required=False, allow_blank=True, default="")


class ReturnBase(ShopView):
    """What operations on returns share."""

    def one(self, return_id: UUID, *, status: int = 200) -> Response:
        """The return as it is now."""
        found = get_return(self.shop.id, self.key, return_id)
        if found is None:
            raise NotFound(NO_RETURN)
        return answered(ReturnSerializer, found, status=status)


class ReturnsView(ShopView):
    """The returns."""

    @operation(
        "listReturns", "orders", answer=ReturnPageSerializer,
        parameters=(query("tab", choices=tuple(RETURN_TABS)), query("cursor")),
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """Returns, newest first."""
        tab = chosen(request, "tab", tuple(RETURN_TABS), "all")
        before = decode_moment(request.query_params.get("cursor", ""))
        found = list_returns(self.shop.id, self.key, tab=tab, limit=PAGE + 1, before=before)
        shown = found[:PAGE]
        cursor = encode(shown[-1].created_at, shown[-1].id) if len(found) > PAGE else None
        counts = count_returns(self.shop.id)
        return answered(ReturnPageSerializer, {"results": shown, "next_cursor": cursor, "counts": counts})


class OrderReturnsView(ReturnBase):
    """Returns of an order."""

    @operation("createReturn", "orders", answer=ReturnSerializer, body=NewReturnSerializer, status=201)
    def post(self, request: Request, order_id: UUID) -> Response:
        """Write a return down for the customer, who hears how to send it when the shop's rule agrees; what the rule leaves to a
        person waits for one. 409 with the reason."""
        values = checked(NewReturnSerializer, request)
        if get_order(self.shop.id, self.key, order_id, now=self.now) is None:
            raise NotFound(NO_ORDER)
        shop = load_shops(borrowed(), [self.shop.id])[self.shop.id]
        attempt = AskReturn(
            order_id=order_id, line_id=values["line_id"], quantity=values["quantity"], reason=values["reason"],
            wanted=values["wanted"], wanted_variant_id=values["wanted_variant_id"],
        )  # fmt: skip
        outcome = ask_return(
            borrowed(), shop, self.key, attempt, now=self.now, asked_by="team", return_id=values["id"],
            despite_rule=values["despite_rule"],
        )  # fmt: skip
        if outcome.outcome == "refused":
            raise Refused(outcome.why, _REFUSED[outcome.why])
        if outcome.outcome == "approved":
            buyer = find_buyer(borrowed(), self.shop.id, order_id)
            tell_approved(borrowed(), buyer, outcome.exchange_number, Times(now=self.now, wall=wall_now()))
        return self.one(values["id"], status=201)


class ReturnOneView(ReturnBase):
    """One return."""

    @operation("getReturn", "orders", answer=ReturnSerializer)
    def get(self, request: Request, return_id: UUID) -> Response:
        """The return."""
        return self.one(return_id)


class ReturnDeedView(ReturnBase):
    """Deeds on a return."""

    @operation("moveReturn", "orders", answer=ReturnSerializer, body=ReturnDeedSerializer)
    def post(self, request: Request, return_id: UUID, deed: str) -> Response:
        """`approve`, `reject`, `in-transit`, `receive`, `settle` or `cancel`. The customer hears what concerns them; money
        goes back by its provider, an agent's above `refund_limit` once a manager agrees. 409 `not_possible_now`, `sold_out`,
        `exchange_under_way`, `too_much`, `by_hand`, `needs_manager`."""
        if deed not in DEEDS:
            raise NotFound("There is no such deed.")
        values = checked(ReturnDeedSerializer, request)
        found = get_return(self.shop.id, self.key, return_id)
        if found is None:
            raise NotFound(NO_RETURN)
        asked = found.amount.minor if values["amount"] is None else values["amount"]
        is_money = deed == "settle" and found.wanted == Wanted.REFUND
        wanted = ReturnDeed(
            shop_id=self.shop.id, return_id=return_id, to=DEEDS[deed], actor=self.actor,
            waits=is_money and waits_for_manager(self.member, found.order_id, asked), **values,
        )  # fmt: skip
        self._do(wanted)
        return self.one(return_id)

    def _do(self, deed: ReturnDeed) -> None:
        try:
            do(borrowed(), deed, Times(now=self.now, wall=wall_now()))
        except NoReturn as error:
            raise NotFound(NO_RETURN) from error
        except IllegalReturnMove as error:
            told = f"A return that is {error.origin} cannot become {error.target}.".replace("_", " ")
            raise Refused("not_possible_now", told) from error
        except SoldOut as error:
            raise Refused("sold_out", _REFUSED["sold_out"]) from error
        except ExchangeUnderWay as error:
            raise Refused("exchange_under_way", "The exchange is packed already.") from error
        except CannotRefund as error:
            raise Refused(error.code, str(error)) from error
