"""The contact gate: may this message go to this customer now? The one place that gathers what the rules ask about.

Asked when a follow-up is made, and again for every message at the moment of sending.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from leadnurturebot.conversations.batch import ThreadRow
from leadnurturebot.domain.contact_policy import ContactFacts, HandOffState
from leadnurturebot.domain.money import from_major
from leadnurturebot.message_path.outbox import rate_card, window_of
from leadnurturebot.platform.sql import Connection

_HAND_OFF = {"bot": HandOffState.NONE, "waiting": HandOffState.ASKED, "person": HandOffState.TAKEN}


@dataclass(frozen=True, slots=True)
class GateRow:
    """What is true of a thread, its lead and its shop right now."""

    thread: ThreadRow
    opted_out_at: datetime | None
    marketing_stopped_at: datetime | None
    reminders_agreed: bool
    last_purchase_at: datetime | None
    budget_left_micros: int | None
    erased_at: datetime | None
    shop_name: str
    catalogue_version: int
    is_blocked: bool
    marketing_paused_until: datetime | None
    unreachable_at: datetime | None
    pair_full_at: datetime | None
    """How far the rate to this person is spent."""
    starting_paused: bool
    """The account may answer, and may not begin anything itself."""


_READ = """
SELECT t.id, t.shop_id, t.lead_id, t.number_id, t.language, t.state_sealed, t.holder, t.holder_user_id, t.handoff_at,
       t.conversation_id, t.last_inbound_at, t.ad_tap_at, t.replied_to_tap_at, t.free_until, t.stage,
       l.opted_out_at, l.marketing_stopped_at, l.reminders_consent_at IS NOT NULL OR l.marketing_consent_at IS NOT NULL,
       (SELECT max(coalesce(o.paid_at, o.placed_at)) FROM orders_order o WHERE o.shop_id = t.shop_id AND o.lead_id = t.lead_id
          AND o.state NOT IN ('awaiting_payment', 'cancelled', 'expired')),
       s.settings ->> 'monthly_cap', s.currency, s.name, s.catalogue_version,
       (SELECT sum(u.spent_micros)::bigint FROM nurture_monthusage u WHERE u.shop_id = t.shop_id AND u.month = %(month)s),
       l.erased_at, t.blocked_at IS NOT NULL, l.marketing_paused_until, l.unreachable_at, p.full_at,
       n.sending_paused <> '' AND (n.sending_paused_until IS NULL OR n.sending_paused_until > %(now)s)
FROM conversations_thread t
JOIN leads_lead l ON l.id = t.lead_id AND l.shop_id = t.shop_id
JOIN shops_shop s ON s.id = t.shop_id
JOIN shops_businessnumber n ON n.id = t.number_id AND n.shop_id = t.shop_id
LEFT JOIN message_path_pairpace p ON p.thread_id = t.id
WHERE t.id = ANY(%(threads)s)
"""


def read_many(connection: Connection, threads: Sequence[UUID], *, month: date, now: datetime) -> dict[UUID, GateRow]:
    """The gate's rows by thread id, at business time `now`. Of an erased person the thread is left, and says so."""
    rows = connection.execute(_READ, {"threads": list(set(threads)), "month": month, "now": now}).fetchall()
    return {row[0]: _row(row) for row in rows}


def _row(row: Sequence[Any]) -> GateRow:
    thread = ThreadRow(
        id=row[0], shop_id=row[1], lead_id=row[2], number_id=row[3], language=row[4], state_sealed=row[5], holder=row[6],
        holder_user_id=row[7], handoff_at=row[8], conversation_id=row[9], last_inbound_at=row[10], ad_tap_at=row[11],
        replied_to_tap_at=row[12], free_until=row[13], stage=row[14],
    )  # fmt: skip
    left = None if row[19] is None else from_major(row[19], rate_card().currency).micros - (row[23] or 0)
    return GateRow(thread, row[15], row[16], row[17], row[18], left, row[24], row[21], row[22], *row[25:])


def contact_facts(row: GateRow, now: datetime, *, address: str, notice_agreed: bool = False) -> ContactFacts:
    """The rules' view of the customer at `now` (business time). `notice_agreed`: to the very notice that is asked about."""
    return ContactFacts(
        window=window_of(row.thread, now),
        address=address,
        last_inbound_at=row.thread.last_inbound_at,
        is_erased=row.erased_at is not None,
        is_blocked=row.is_blocked,
        opted_out_at=row.opted_out_at,
        marketing_stopped=row.marketing_stopped_at is not None,
        reminders_agreed=row.reminders_agreed,
        notice_agreed=notice_agreed,
        is_unreachable=row.unreachable_at is not None,
        marketing_paused_until=row.marketing_paused_until,
        handoff=_HAND_OFF[row.thread.holder],
        last_purchase_at=row.last_purchase_at,
        budget_left_micros=row.budget_left_micros,
        starting_paused=row.starting_paused,
    )
