"""The dashboard: figures of the ledger, what needs a person, and the conversations going on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.analytics.dashboard import Figures, figures
from leadnurturebot.analytics.needs import FAILED_PAYMENTS_FOR, Need, Told, Waiting, needs
from leadnurturebot.analytics.periods import Period, local_date
from leadnurturebot.api.v1 import shapes
from leadnurturebot.api.v1.conversation_rows import (
    ConversationRow,
    ConversationRowSerializer,
    conversation_rows,
    waiting_first,
)
from leadnurturebot.api.v1.periods import PARAMETERS, period_of
from leadnurturebot.api.v1.status import cap_micros
from leadnurturebot.api.views import ShopView, answered, operation
from leadnurturebot.conversations.pulse import Pulse, pulse
from leadnurturebot.conversations.queries import list_threads
from leadnurturebot.message_path.channel import stopped_numbers
from leadnurturebot.message_path.depths import stuck
from leadnurturebot.nurture.queries import month_cost
from leadnurturebot.orders.ticket_queries import late_tickets
from leadnurturebot.payments.queries import trouble
from leadnurturebot.platform.reading import ask_together
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.access import settings_of
from leadnurturebot.shops.notices import OpenNotice, open_notices

LIVE_ROWS = 8
NEEDS = [
    "person_wanted", "ticket_late", "payment_failed", "sold_out", "parked", "unknown_sends", "cap", "sending_stopped",
    "notice",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """Everything on the dashboard."""

    period: Period
    currency: str
    figures: Figures
    pulse: Pulse
    needs_you: list[Need]
    live: list[ConversationRow]


class RevenueSerializer(serializers.Serializer[Any]):
    value = shapes.Money()
    usual = shapes.Money(allow_null=True)
    trend = serializers.ListField(child=serializers.IntegerField())


class BoughtSerializer(serializers.Serializer[Any]):
    people = serializers.IntegerField()
    arrived = serializers.IntegerField()
    share = serializers.FloatField()
    trend = serializers.ListField(child=serializers.FloatField())


class OpenSerializer(serializers.Serializer[Any]):
    total = serializers.IntegerField()
    with_bot = serializers.IntegerField()
    with_people = serializers.IntegerField()


class FirstReplySerializer(serializers.Serializer[Any]):
    median_ms = serializers.IntegerField(allow_null=True)
    p95_ms = serializers.IntegerField(allow_null=True)
    count = serializers.IntegerField()


class NeedSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=NEEDS)
    count = serializers.IntegerField()
    amount = shapes.Money(allow_null=True)
    subject = serializers.CharField(allow_null=True)
    link = serializers.CharField()
    since = serializers.DateTimeField(allow_null=True)
    told = serializers.CharField(allow_null=True)
    id = serializers.UUIDField(allow_null=True)
    detail = serializers.CharField(allow_null=True)


class FunnelSerializer(serializers.Serializer[Any]):
    arrived = serializers.IntegerField()
    wrote = serializers.IntegerField()
    chose = serializers.IntegerField()
    bought = serializers.IntegerField()


class ChannelAdSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    ad_id = serializers.CharField()
    name = serializers.CharField()
    revenue = shapes.Money()
    orders = serializers.IntegerField()


class ChannelSerializer(serializers.Serializer[Any]):
    vars()["source"] = serializers.CharField()
    revenue = shapes.Money()
    orders = serializers.IntegerField()
    ads = ChannelAdSerializer(many=True)


class ChannelsTotalSerializer(serializers.Serializer[Any]):
    revenue = shapes.Money()
    orders = serializers.IntegerField()
    message_cost_micros = serializers.IntegerField()


class DashboardSerializer(serializers.Serializer[Any]):
    vars()["from"] = serializers.DateField(source="period.from_date")  # a reserved word of the language
    to = serializers.DateField(source="period.to_date")
    currency = serializers.CharField()
    revenue = RevenueSerializer(source="figures.revenue")
    bought = BoughtSerializer(source="figures.bought")
    open_conversations = OpenSerializer(source="pulse.open")
    first_reply = FirstReplySerializer(source="pulse.first_reply")
    needs_you = NeedSerializer(many=True)
    funnel = FunnelSerializer(source="figures.funnel")
    channels = ChannelSerializer(source="figures.channels", many=True)
    channels_total = ChannelsTotalSerializer(source="figures.channels_total")
    live = ConversationRowSerializer(many=True)


class DashboardView(ShopView):
    """The dashboard."""

    @operation("getDashboard", "dashboard", answer=DashboardSerializer, parameters=PARAMETERS)
    def get(self, request: Request) -> Response:
        """The figures of a period, and what goes on now."""
        now = self.now
        shop, period = self.shop, period_of(request, self.shop.timezone, now)
        state, waiting = self._standing(period)
        threads = list_threads(shop.id, self.key, filter_name="all", user_id=self.user_id, now=now, limit=LIVE_ROWS)[
            :LIVE_ROWS
        ]
        found = Dashboard(
            period=period,
            currency=shop.currency,
            figures=figures(shop.id, shop.currency, period, now),
            pulse=state,
            needs_you=needs(shop.id, shop.currency, waiting, now=now),
            live=waiting_first(threads, conversation_rows(shop.id, shop.currency, threads)),
        )
        return answered(DashboardSerializer, found)

    def _standing(self, period: Period) -> tuple[Pulse, Waiting]:
        month = local_date(self.now, self.shop.timezone).replace(day=1)
        state, still, cost, payments, notices, late = ask_together(
            pulse(self.shop.id, start=period.start, end=period.end, now=self.now),
            stuck(self.shop.id),
            month_cost(self.shop.id, month),
            trouble(self.shop.id, failed_since=self.now - FAILED_PAYMENTS_FOR),
            open_notices(self.shop.id),
            late_tickets(self.shop.id, now=self.now),
        )
        return state, Waiting(
            people=state.waiting,
            people_since=state.waiting_since,
            unknown_sends=still.unknown,
            unknown_since=still.unknown_since,
            parked=still.parked,
            parked_since=still.parked_since,
            spent_micros=cost.spent_micros,
            cap_micros=cap_micros(settings_of(self.shop.id).monthly_cap),
            cost_currency=cost.currency,
            payments=payments,
            tickets=late.count,
            tickets_since=late.since,
            told=told(self.shop.id, notices),
        )


def told(shop_id: UUID, notices: Sequence[OpenNotice]) -> tuple[Told, ...]:
    """What the owner should know of outside systems and the sending, by harm. Why the sending stopped is told once."""
    stopping = {number.told for number in stopped_numbers(borrowed(), shop_id)}
    return tuple(
        Told(
            id=n.id, told=n.kind, subject=n.subject, detail=n.detail, count=n.count, since=n.since,
            stops=n.kind in stopping,
        )
        for n in notices
        if n.kind not in stopping or not n.subject
    )  # fmt: skip
