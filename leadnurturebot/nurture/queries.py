"""Planned follow-ups, and what the month's messages came to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from leadnurturebot.domain.rate_card import DEFAULT_RATE_CARD
from leadnurturebot.platform.reading import Question, Row

_FORMS = {"text": "free_text", "free_text": "free_text", "template": "template"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """A step of the running sequence."""

    step: str
    due_at: datetime
    state: str
    how: str | None
    reason: str | None


_FOLLOW_UPS = """
SELECT step, due_at, state, how, reason FROM (
  SELECT *, max(round) OVER (PARTITION BY sequence) AS newest FROM nurture_followup
  WHERE shop_id = %(shop)s AND thread_id = %(thread)s) of_thread
WHERE round = newest ORDER BY due_at
"""


def follow_ups_of(shop_id: UUID, thread_id: UUID) -> Question[Sequence[FollowUpView]]:
    """The steps of a conversation's newest round, first due first."""
    return Question(_FOLLOW_UPS, {"shop": shop_id, "thread": thread_id}, _follow_ups)


def _follow_ups(rows: Sequence[Row]) -> Sequence[FollowUpView]:
    return [
        FollowUpView(
            step=step, due_at=datetime.fromisoformat(due_at), state=state, how=_FORMS.get(how), reason=reason or None
        )
        for step, due_at, state, how, reason in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCost:
    """What a shop's messages came to in a calendar month, in micros of the rate card's currency."""

    spent_micros: int
    currency: str


_MONTH_COST = """
SELECT coalesce(sum(spent_micros), 0)::bigint AS spent, max(currency) AS currency FROM nurture_monthusage
WHERE shop_id = %(shop)s AND month = %(month)s
"""


def month_cost(shop_id: UUID, month: date) -> Question[MonthCost]:
    """All numbers of the shop in the month that begins at `month`."""
    return Question(_MONTH_COST, {"shop": shop_id, "month": month}, _month_cost)


def _month_cost(rows: Sequence[Row]) -> MonthCost:
    ((spent, currency),) = rows
    return MonthCost(spent_micros=spent, currency=currency or DEFAULT_RATE_CARD.currency)


_DELIVERED = """
SELECT u.service_delivered FROM conversations_thread t JOIN nurture_monthusage u
  ON u.number_id = t.number_id AND u.shop_id = t.shop_id AND u.month = %(month)s
WHERE t.shop_id = %(shop)s AND t.id = %(thread)s
"""


def service_delivered(shop_id: UUID, thread_id: UUID, month: date) -> Question[int]:
    """Free service messages that the thread's number has used up this month."""
    parameters = {"shop": shop_id, "thread": thread_id, "month": month}
    return Question(_DELIVERED, parameters, lambda rows: int(rows[0][0]) if rows else 0)
