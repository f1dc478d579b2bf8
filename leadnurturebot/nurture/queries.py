"""Planned follow-ups, and what the month's messages came to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from leadnurturebot.domain.rate_card import DEFAULT_RATE_CARD
from leadnurturebot.nurture.models import FollowUp
from leadnurturebot.platform.reading import fetch_one

_FORMS = {"text": "free_text", "free_text": "free_text", "template": "template"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """A step of the running sequence."""

    step: str
    due_at: datetime
    state: str
    how: str | None
    reason: str | None


def follow_ups_of(shop_id: UUID, thread_id: UUID) -> Sequence[FollowUpView]:
    """The steps of a conversation's newest round, first due first."""
    rows = list(FollowUp.objects.filter(shop_id=shop_id, thread_id=thread_id).order_by("due_at"))
    newest = {row.sequence: max(r.round for r in rows if r.sequence == row.sequence) for row in rows}
    return [
        FollowUpView(
            step=row.step, due_at=row.due_at, state=row.state, how=_FORMS.get(row.how), reason=row.reason or None
        )
        for row in rows
        if row.round == newest[row.sequence]
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCost:
    """What a shop's messages came to in a calendar month, in micros of the rate card's currency."""

    spent_micros: int
    currency: str


def month_cost(shop_id: UUID, month: date) -> MonthCost:
    """All numbers of the shop in the month that begins at `month`."""
    row = fetch_one(
        "SELECT coalesce(sum(spent_micros), 0)::bigint, max(currency) FROM nurture_monthusage"
        " WHERE shop_id = %(shop)s AND month = %(month)s",
        {"shop": shop_id, "month": month},
    )
    spent, currency = row or (0, None)
    return MonthCost(spent_micros=spent, currency=currency or DEFAULT_RATE_CARD.currency)


def service_delivered(shop_id: UUID, thread_id: UUID, month: date) -> int:
    """Free service messages that the thread's number has used up this month."""
    row = fetch_one(
        "SELECT u.service_delivered FROM conversations_thread t JOIN nurture_monthusage u"
        " ON u.number_id = t.number_id AND u.shop_id = t.shop_id AND u.month = %(month)s"
        " WHERE t.shop_id = %(shop)s AND t.id = %(thread)s",
        {"shop": shop_id, "thread": thread_id, "month": month},
    )
    return int(row[0]) if row else 0
