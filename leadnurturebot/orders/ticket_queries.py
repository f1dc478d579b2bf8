"""Tickets as the portal shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.domain.tickets import TICKET_MOVES, TicketState, written
from leadnurturebot.leads.queries import LeadRef, lead_ref
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.reading import Question, Row, fetch, moment

TICKET_TABS: dict[str, tuple[str, ...]] = {
    "to_do": ("open", "reopened"),
    "waiting": ("waiting",),
    "solved": ("solved",),
    "all": ("open", "reopened", "waiting", "solved"),
}
"""Ticket states by tab."""
_NEWEST_FIRST = frozenset({"solved", "all"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """A ticket in a list. `states`: where it may go next."""

    id: UUID
    number: str
    kind: str
    state: str
    state_at: datetime
    priority: str
    lead: LeadRef
    thread_id: UUID
    order_id: UUID | None
    order_number: str
    return_id: UUID | None
    assignee_id: UUID | None
    assignee: str
    opened_at: datetime
    opened_by: str
    due_at: datetime
    answered_at: datetime | None
    solved_at: datetime | None
    is_overdue: bool
    words: str
    photos: int
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketEventView:
    """A moment of a ticket. `media_id` is a picture that has been fetched; `words` are what somebody wrote."""

    id: UUID
    kind: str
    at: datetime
    actor: str
    """`customer`, a person's name, or how the audit trail names a machine."""
    detail: str
    words: str
    message_id: UUID | None
    media_id: UUID | None


_ROWS = """
SELECT t.id, t.number, t.kind, t.state, t.state_at, t.priority, t.lead_id, lead.name_sealed, lead.language, lead.country,
       t.thread_id, t.order_id, coalesce(o.number, ''), t.return_id, t.assignee_id, coalesce(u.name, ''), t.opened_at,
       t.opened_by, t.due_at, t.answered_at, t.solved_at, first.words_sealed, coalesce(first.photos, 0)
FROM orders_ticket t
JOIN leads_lead lead ON lead.id = t.lead_id AND lead.shop_id = t.shop_id
LEFT JOIN orders_order o ON o.id = t.order_id AND o.shop_id = t.shop_id
LEFT JOIN shops_user u ON u.id = t.assignee_id
LEFT JOIN LATERAL (
  SELECT (array_agg(e.words_sealed ORDER BY e.at, e.id) FILTER (WHERE e.kind = 'opened'))[1] AS words_sealed,
         (count(*) FILTER (WHERE e.kind = 'photo'))::int AS photos
  FROM orders_ticketevent e WHERE e.shop_id = t.shop_id AND e.ticket_id = t.id
) first ON true
WHERE t.shop_id = %(shop)s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketFilter:
    """Which tickets. `assignee_id`: those of one person; the rest narrows to an order, a thread or a kind."""

    tab: str = "all"
    kind: str = ""
    assignee_id: UUID | None = None
    order_id: UUID | None = None
    thread_id: UUID | None = None


_NARROWS = {
    "kind": "t.kind = %(kind)s", "assignee_id": "t.assignee_id = %(assignee_id)s", "order_id": "t.order_id = %(order_id)s",
    "thread_id": "t.thread_id = %(thread_id)s",
}  # fmt: skip


def list_tickets(
    shop_id: UUID, key: ShopKey, wanted: TicketFilter, *, now: datetime, limit: int,
    after: tuple[datetime, UUID] | None = None,
) -> list[TicketView]:  # fmt: skip
    """One page: what is to be done by when it is due, what is solved and everything together newest first."""
    is_newest = wanted.tab in _NEWEST_FIRST
    column, way, sign = ("t.opened_at", "DESC", "<") if is_newest else ("t.due_at", "ASC", ">")
    statement = _ROWS + " AND t.state = ANY(%(states)s)"
    statement += "".join(f" AND {told}" for name, told in _NARROWS.items() if getattr(wanted, name))
    statement += f" AND ({column}, t.id) {sign} (%(after)s, %(after_id)s)" if after else ""
    values = {
        "shop": shop_id, "states": list(TICKET_TABS[wanted.tab]), "limit": limit, "kind": wanted.kind,
        "assignee_id": wanted.assignee_id, "order_id": wanted.order_id, "thread_id": wanted.thread_id,
        "after": after[0] if after else None, "after_id": after[1] if after else None,
    }  # fmt: skip
    rows = fetch(f"{statement} ORDER BY {column} {way}, t.id {way} LIMIT %(limit)s", values)
    return [_view(row, key, now) for row in rows]


def place_of(view: TicketView, tab: str) -> tuple[datetime, UUID]:
    """Where a page that ends with this ticket goes on."""
    return (view.opened_at if tab in _NEWEST_FIRST else view.due_at), view.id


def get_ticket(shop_id: UUID, key: ShopKey, ticket_id: UUID, *, now: datetime) -> TicketView | None:
    """One ticket of the shop, None for any other."""
    rows = fetch(_ROWS + " AND t.id = %(id)s", {"shop": shop_id, "id": ticket_id})
    return _view(rows[0], key, now) if rows else None


_COUNTS = """
SELECT state, count(*), count(*) FILTER (WHERE state IN ('open', 'reopened') AND due_at < %(now)s
                                         AND (answered_at IS NULL OR state = 'reopened'))
FROM orders_ticket WHERE shop_id = %(shop)s GROUP BY state
"""


def count_tickets(shop_id: UUID, *, now: datetime) -> Mapping[str, int]:
    """Tickets by tab, and those whose answer is overdue."""
    rows = fetch(_COUNTS, {"shop": shop_id, "now": now})
    by_state: dict[str, int] = {state: count for state, count, _ in rows}
    tabs = {tab: sum(by_state.get(state, 0) for state in states) for tab, states in TICKET_TABS.items()}
    return {**tabs, "overdue": sum(late for *_, late in rows)}


_EVENTS = """
SELECT e.id, e.kind, e.at, e.actor, coalesce(u.name, ''), e.detail, e.words_sealed, e.message_id,
       (SELECT m.id FROM conversations_mediafile m WHERE m.shop_id = e.shop_id AND m.message_id = e.message_id
          AND m.state = 'stored' LIMIT 1),
       (SELECT a.name FROM shops_user a JOIN shops_membership s ON s.user_id = a.id AND s.shop_id = e.shop_id
        WHERE e.kind = 'assigned' AND a.id::text = e.detail)
FROM orders_ticketevent e
LEFT JOIN shops_user u ON e.actor LIKE 'user:%%' AND u.id::text = substr(e.actor, 6)
WHERE e.shop_id = %(shop)s AND e.ticket_id = %(ticket)s ORDER BY e.at, e.id
"""


def events_of(shop_id: UUID, key: ShopKey, ticket_id: UUID) -> list[TicketEventView]:
    """The ticket's timeline, oldest first."""
    rows = fetch(_EVENTS, {"shop": shop_id, "ticket": ticket_id})
    return [
        TicketEventView(
            id=row[0], kind=row[1], at=row[2], actor=row[4] or row[3], detail=row[9] or row[5],
            words=key.open_text(row[6]), message_id=row[7], media_id=row[8],
        )
        for row in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LateTickets:
    """Tickets whose answer is overdue and of which no list of waiting people tells already."""

    count: int
    since: datetime | None


_LATE = """
SELECT count(*) AS late, min(t.due_at) AS late_since FROM orders_ticket t
JOIN conversations_thread c ON c.id = t.thread_id AND c.shop_id = t.shop_id
WHERE t.shop_id = %(shop)s AND t.state IN ('open', 'reopened') AND t.due_at < %(now)s
  AND (t.answered_at IS NULL OR t.state = 'reopened') AND c.holder <> 'waiting'
"""


def late_tickets(shop_id: UUID, *, now: datetime) -> Question[LateTickets]:
    """What is overdue, for "Needs you"."""
    return Question(_LATE, {"shop": shop_id, "now": now}, _late)


def _late(rows: Sequence[Row]) -> LateTickets:
    ((count, since),) = rows
    return LateTickets(count=count, since=moment(since))


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketFigures:
    """Tickets opened in a period against the orders placed in it, and how long answers and solutions took."""

    tickets: int
    orders: int
    orders_with_ticket: int
    first_answer: timedelta | None
    """Mean from opening to a person's first answer, of those that have one."""
    solution: timedelta | None
    by_kind: Mapping[str, int]


_FIGURES = """
SELECT count(*)::int, avg(answered_at - opened_at), avg(solved_at - opened_at) FILTER (WHERE state = 'solved'),
       (SELECT count(*)::int FROM orders_order o WHERE o.shop_id = %(shop)s AND o.placed_at >= %(start)s
          AND o.placed_at < %(end)s AND o.state NOT IN ('awaiting_payment', 'expired')),
       (SELECT count(DISTINCT o.id)::int FROM orders_order o JOIN orders_ticket t ON t.order_id = o.id AND t.shop_id = o.shop_id
        WHERE o.shop_id = %(shop)s AND o.placed_at >= %(start)s AND o.placed_at < %(end)s
          AND o.state NOT IN ('awaiting_payment', 'expired'))
FROM orders_ticket WHERE shop_id = %(shop)s AND opened_at >= %(start)s AND opened_at < %(end)s
"""


def ticket_figures(shop_id: UUID, start: datetime, end: datetime) -> TicketFigures:
    """The figures of a period, its end not included."""
    values = {"shop": shop_id, "start": start, "end": end}
    ((tickets, first_answer, solution, orders, with_ticket),) = fetch(_FIGURES, values)
    kinds = fetch(
        "SELECT kind, count(*)::int FROM orders_ticket WHERE shop_id = %(shop)s AND opened_at >= %(start)s"
        " AND opened_at < %(end)s GROUP BY kind ORDER BY count(*) DESC, kind",
        values,
    )
    return TicketFigures(
        tickets=tickets, orders=orders, orders_with_ticket=with_ticket, first_answer=first_answer, solution=solution,
        by_kind=dict(kinds),
    )  # fmt: skip


def _view(row: Row, key: ShopKey, now: datetime) -> TicketView:
    state = TicketState(row[3])
    is_ours = state in (TicketState.OPEN, TicketState.REOPENED)
    is_unanswered = row[19] is None or state is TicketState.REOPENED
    return TicketView(
        id=row[0], number=written(row[1]), kind=row[2], state=state, state_at=row[4], priority=row[5],
        lead=lead_ref(row[6], row[7], row[8], row[9], key), thread_id=row[10], order_id=row[11], order_number=row[12],
        return_id=row[13], assignee_id=row[14], assignee=row[15], opened_at=row[16], opened_by=row[17], due_at=row[18],
        answered_at=row[19], solved_at=row[20], is_overdue=is_ours and is_unanswered and row[18] < now,
        words=key.open_text(row[21] or b""), photos=row[22],
        states=tuple(sorted(TICKET_MOVES[state])),
    )  # fmt: skip
