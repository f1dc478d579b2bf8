"""One conversation with everything that stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from rest_framework import serializers

from leadnurturebot.analytics.periods import local_date
from leadnurturebot.api.permissions import may
from leadnurturebot.api.v1 import shapes
from leadnurturebot.api.v1.conversation_rows import ConversationRow, ConversationRowSerializer, conversation_rows
from leadnurturebot.conversations.queries import Handoff, ThreadSummary, cost_of, handoff_of
from leadnurturebot.domain.message_pricing import Category, market_of, price
from leadnurturebot.domain.messaging_window import Window, WindowKind
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.rate_card import DEFAULT_RATE_CARD
from leadnurturebot.leads.queries import Doubles, LeadProfile, doubles_of, lead_profile
from leadnurturebot.nurture.queries import FollowUpView, follow_ups_of, service_delivered
from leadnurturebot.orders.carts import CartView, OrderRef, cart_of, orders_of_lead
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.reading import ask_together
from leadnurturebot.shops.access import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The product the customer looks at."""

    product_id: UUID
    name: str
    price: Money
    image_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationDetail:
    """A conversation as its page shows it."""

    row: ConversationRow
    profile: LeadProfile
    cart: CartView
    focus: Focus | None
    orders: Sequence[OrderRef]
    cost_so_far_micros: int
    cost_currency: str
    next_message_micros: int | None
    handoff: Handoff | None
    follow_ups: Sequence[FollowUpView]
    doubles: Doubles
    can_merge: bool
    can_take_over: bool
    can_write: bool
    is_blocked: bool
    can_block: bool


def conversation_detail(member: Member, key: ShopKey, thread: ThreadSummary, *, now: datetime) -> ConversationDetail:
    """Everything about a conversation of the member's shop, as the member may act on it. `now` is business time."""
    shop = member.shop
    month = local_date(now, shop.timezone).replace(day=1)
    cart, orders, spent, handoff, follow_ups, delivered, doubles = ask_together(
        cart_of(shop.id, thread.id, shop.currency),
        orders_of_lead(shop.id, thread.lead.id),
        cost_of(shop.id, thread.id),
        handoff_of(shop.id, key, thread.id),
        follow_ups_of(shop.id, thread.id),
        service_delivered(shop.id, thread.id, month),
        doubles_of(shop.id, thread.lead.id, key),
    )
    holds = thread.holder == "person" and thread.holder_user_id == member.user_id
    is_person = member.user_id is not None
    return ConversationDetail(
        row=conversation_rows(shop.id, shop.currency, [thread])[0],
        profile=lead_profile(shop.id, thread.lead.id, key, now=now, shop_timezone=shop.timezone),
        cart=cart,
        focus=_focus(thread, shop.currency),
        orders=orders,
        cost_so_far_micros=spent.micros,
        cost_currency=spent.currency or DEFAULT_RATE_CARD.currency,
        next_message_micros=_next_message(thread, delivered),
        handoff=handoff,
        follow_ups=follow_ups,
        doubles=doubles,
        can_merge=may(member.role, "mergeLeads"),
        can_take_over=is_person and thread.holder != "person" and may(member.role, "takeOver"),
        can_write=is_person and holds and thread.window.kind != "closed" and may(member.role, "sendMessage"),
        is_blocked=thread.is_blocked,
        can_block=is_person and may(member.role, "blockPerson"),
    )


def _focus(thread: ThreadSummary, currency: str) -> Focus | None:
    if thread.focus_product_id is None or thread.focus_price is None:
        return None
    return Focus(
        product_id=thread.focus_product_id,
        name=thread.focus_name,
        price=Money(thread.focus_price, currency),
        image_url=thread.image_url,
    )


def _next_message(thread: ThreadSummary, delivered: int) -> int | None:
    """What the next plain message costs, after so many service messages this month; None when only a template can go."""
    if thread.window.kind == WindowKind.CLOSED:
        return None
    if thread.window.free:
        return 0
    expected = price(
        Category.SERVICE,
        market=market_of(thread.lead.country, DEFAULT_RATE_CARD),
        window=Window(kind=WindowKind.SERVICE, until=thread.window.until),
        service_messages_this_month=delivered,
        card=DEFAULT_RATE_CARD,
    )
    return expected.expected_micros


class AdRefSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    headline = serializers.CharField()


class ConsentSerializer(serializers.Serializer[Any]):
    marketing = serializers.BooleanField()
    reminders = serializers.BooleanField()
    opted_out = serializers.BooleanField()
    since = serializers.DateTimeField(allow_null=True)


class CartLineSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    color = serializers.CharField()
    size = serializers.CharField()
    quantity = serializers.IntegerField()
    unit_price = shapes.Money()
    image_url = serializers.CharField(allow_null=True)


class CartSerializer(serializers.Serializer[Any]):
    lines = CartLineSerializer(many=True)
    total = shapes.Money(allow_null=True)


class FocusSerializer(serializers.Serializer[Any]):
    product_id = serializers.UUIDField()
    name = serializers.CharField()
    price = shapes.Money()
    image_url = serializers.CharField(allow_null=True)


class OrderRefSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    state = serializers.CharField()
    total = shapes.Money()
    placed_at = serializers.DateTimeField()


class HandoffSerializer(serializers.Serializer[Any]):
    reason = serializers.CharField()
    summary = serializers.ListField(child=serializers.CharField())
    since = serializers.DateTimeField()


class FollowUpSerializer(serializers.Serializer[Any]):
    step = serializers.CharField()
    due_at = serializers.DateTimeField()
    state = serializers.ChoiceField(choices=["planned", "sent", "held", "cancelled"])
    how = serializers.ChoiceField(choices=["free_text", "template"], allow_null=True)
    reason = serializers.CharField(allow_null=True)


class MergeSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    reason = serializers.ChoiceField(choices=["number_changed", "linked", "person"])
    at = serializers.DateTimeField()


class MaybeSameSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class ConversationSerializer(ConversationRowSerializer):
    vars()["source"] = serializers.CharField(source="profile.source")  # a name that serializers use themselves
    ad = AdRefSerializer(source="profile.ad", allow_null=True)
    phone_masked = serializers.CharField(source="profile.phone_masked")
    local_time = serializers.CharField(source="profile.local_time")
    timezone = serializers.CharField(source="profile.timezone")
    consent = ConsentSerializer(source="profile.consent")
    usual_size = serializers.CharField(source="profile.usual_size", allow_null=True)
    cart = CartSerializer()
    focus = FocusSerializer(allow_null=True)
    orders = OrderRefSerializer(many=True)
    cost_so_far_micros = serializers.IntegerField()
    cost_currency = serializers.CharField()
    next_message_micros = serializers.IntegerField(allow_null=True)
    handoff = HandoffSerializer(allow_null=True)
    follow_ups = FollowUpSerializer(many=True)
    merges = MergeSerializer(source="doubles.merges", many=True)
    maybe_same = MaybeSameSerializer(source="doubles.maybe_same", many=True)
    can_merge = serializers.BooleanField()
    can_take_over = serializers.BooleanField()
    can_write = serializers.BooleanField()
    is_blocked = serializers.BooleanField()
    can_block = serializers.BooleanField()

    def to_representation(self, instance: ConversationDetail) -> dict[str, Any]:
        """The row's own fields beside those of the page."""
        row = ConversationRowSerializer(instance.row).data
        own = {name: field for name, field in self.fields.items() if name not in row}
        return {**row, **{name: _represented(field, instance) for name, field in own.items()}}


def _represented(field: shapes.Field, instance: ConversationDetail) -> Any:
    value = field.get_attribute(instance)
    return None if value is None else field.to_representation(value)
