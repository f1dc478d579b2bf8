"""A conversation as a row: composed of the thread and what is at stake in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from rest_framework import serializers

from leadnurturebot.api.v1 import shapes
from leadnurturebot.conversations.queries import ThreadSummary, WindowView
from leadnurturebot.domain.money import Money
from leadnurturebot.leads.queries import LeadRef
from leadnurturebot.orders.carts import values_at_stake


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRow:
    """A conversation in a list. `value`: the cart, else the unpaid order, else the price of what is looked at."""

    id: UUID
    lead: LeadRef
    preview: str
    preview_from: str
    stage: str
    holder: str
    holder_name: str
    reason: str | None
    value: Money | None
    window: WindowView
    last_at: datetime
    unread: int
    image_url: str | None


def conversation_rows(shop_id: UUID, currency: str, threads: Sequence[ThreadSummary]) -> list[ConversationRow]:
    """Rows in the same order, with their values by one query."""
    values = values_at_stake(shop_id, [thread.id for thread in threads])
    return [_row(thread, values.get(thread.id, thread.focus_price), currency) for thread in threads]


def waiting_first(threads: Sequence[ThreadSummary], rows: Sequence[ConversationRow]) -> list[ConversationRow]:
    """Who waits for a person by value and wait, then the rest as they come."""
    waiting = [(row, thread) for row, thread in zip(rows, threads, strict=True) if row.holder == "waiting"]
    waiting.sort(key=lambda pair: (-_minor(pair[0]), pair[1].waiting_since or pair[0].last_at))
    return [row for row, _ in waiting] + [row for row in rows if row.holder != "waiting"]


def _minor(row: ConversationRow) -> int:
    return row.value.minor if row.value else 0


def _row(thread: ThreadSummary, value: int | None, currency: str) -> ConversationRow:
    return ConversationRow(
        id=thread.id,
        lead=thread.lead,
        preview=thread.preview,
        preview_from=thread.preview_from,
        stage=thread.stage,
        holder=thread.holder,
        holder_name=thread.holder_name,
        reason=thread.reason if thread.holder != "bot" else None,
        value=None if value is None else Money(value, currency),
        window=thread.window,
        last_at=thread.last_at,
        unread=thread.unread,
        image_url=thread.image_url,
    )


class WindowSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=["ad", "service", "closed"])
    until = serializers.DateTimeField(allow_null=True)
    free = serializers.BooleanField()


STAGES = ["browsing", "choosing_size", "at_checkout", "waiting_for_person", "bought", "with_person", "closed"]


class ConversationRowSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(help_text="The thread's id.")
    lead = shapes.LeadRef()
    preview = serializers.CharField()
    preview_from = serializers.ChoiceField(choices=["customer", "bot", "agent"])
    stage = serializers.ChoiceField(choices=STAGES)
    holder = serializers.ChoiceField(choices=["bot", "person", "waiting"])
    holder_name = serializers.CharField()
    reason = serializers.CharField(allow_null=True)
    value = shapes.Money(allow_null=True)
    window = WindowSerializer()
    last_at = serializers.DateTimeField()
    unread = serializers.IntegerField()
    image_url = serializers.CharField(allow_null=True)
