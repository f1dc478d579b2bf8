"""What the frame around every page shows: the bot, who waits, the clock, the month's cost."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.analytics.periods import local_date
from leadnurturebot.api.v1.shapes import Clock
from leadnurturebot.api.views import ShopView, answered, checked, operation
from leadnurturebot.conversations.queries import count_waiting
from leadnurturebot.domain.money import MICROS
from leadnurturebot.nurture.queries import month_cost
from leadnurturebot.platform import audit, clocks, live
from leadnurturebot.platform.reading import ask
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.access import settings_of

FURTHEST_SECONDS = 366 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """Business time and how far it runs ahead."""

    now: datetime
    offset_seconds: int
    demo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSpent:
    """What messages cost in the shop's month ("2026-11")."""

    month: str
    spent_micros: int
    cap_micros: int | None
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The frame's figures."""

    bot: str
    waiting: int
    clock: ClockView
    message_cost: MonthSpent


class MonthSpentSerializer(serializers.Serializer[Any]):
    month = serializers.CharField()
    spent_micros = serializers.IntegerField()
    cap_micros = serializers.IntegerField(allow_null=True)
    currency = serializers.CharField()


class StatusSerializer(serializers.Serializer[Any]):
    bot = serializers.ChoiceField(choices=["answering", "paused"])
    waiting = serializers.IntegerField()
    clock = Clock()
    message_cost = MonthSpentSerializer()


class AdvanceClockSerializer(serializers.Serializer[Any]):
    advance_seconds = serializers.IntegerField(min_value=1, max_value=FURTHEST_SECONDS)


class StatusView(ShopView):
    """The frame's figures."""

    @operation("getStatus", "status", answer=StatusSerializer)
    def get(self, request: Request) -> Response:
        """Whether the bot answers, who waits for a person, the clock and the month's message cost."""
        clock = read_clock()
        shop_settings = settings_of(self.shop.id)
        month = local_date(clock.now, self.shop.timezone).replace(day=1)
        cost = ask(month_cost(self.shop.id, month))
        status = Status(
            bot="paused" if shop_settings.bot_paused else "answering",
            waiting=count_waiting(self.shop.id),
            clock=clock,
            message_cost=MonthSpent(
                month=f"{month:%Y-%m}",
                spent_micros=cost.spent_micros,
                cap_micros=cap_micros(shop_settings.monthly_cap),
                currency=cost.currency,
            ),
        )
        return answered(StatusSerializer, status)


def cap_micros(cap: Decimal | None) -> int | None:
    """The shop's monthly cap in micros."""
    return None if cap is None else int(cap * MICROS)


def read_clock() -> ClockView:
    """Business time as one look at the clock."""
    offset = clocks.offset(borrowed())
    return ClockView(now=clocks.wall_now() + offset, offset_seconds=int(offset.total_seconds()), demo=settings.DEMO)


class DemoClockView(ShopView):
    """The demo's clock."""

    @operation("advanceClock", "status", answer=Clock, body=AdvanceClockSerializer)
    def post(self, request: Request) -> Response:
        """Move business time forward for everything in this installation. Demo mode only."""
        if not settings.DEMO:
            raise NotFound("The clock moves in demo mode only.")
        seconds = checked(AdvanceClockSerializer, request)["advance_seconds"]
        clocks.advance(borrowed(), by=timedelta(seconds=seconds))
        clock = read_clock()
        audit.record(
            shop_id=self.shop.id, actor=self.actor, action="clock.advanced", now=clock.now, details={"seconds": seconds}
        )
        for kind in ("status", "dashboard"):
            live.notify(borrowed(), self.shop.id, kind)
        return answered(Clock, clock)
