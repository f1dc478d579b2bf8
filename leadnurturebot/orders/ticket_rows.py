"""Tickets as rows: opened, added to, moved. Whoever opens one holds the person's lock, so that nobody opens two of a kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.tickets import UNSOLVED, Priority, TicketKind, TicketState, move_ticket
from leadnurturebot.domain.values import record
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

_UNSOLVED = ", ".join(f"'{state}'" for state in sorted(UNSOLVED))


@record
class NewTicket:
    """A ticket to be opened. `message_id`: what the customer wrote."""

    shop_id: UUID
    kind: TicketKind
    lead_id: UUID
    thread_id: UUID
    due_at: datetime
    at: datetime
    opened_by: str = "customer"
    priority: Priority = Priority.NORMAL
    order_id: UUID | None = None
    return_id: UUID | None = None
    words_sealed: bytes = b""
    message_id: UUID | None = None
    id: UUID | None = None


@record
class Opened:
    """A ticket that stands. `is_new` is False where one of this kind was open already, and was added to."""

    id: UUID
    number: int
    due_at: datetime
    priority: Priority
    is_new: bool


@record
class TicketEventRow:
    """Something that happened to a ticket."""

    shop_id: UUID
    ticket_id: UUID
    kind: str
    at: datetime
    actor: str
    detail: str = ""
    words_sealed: bytes = b""
    message_id: UUID | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRow:
    """A ticket, locked until the transaction ends."""

    id: UUID
    shop_id: UUID
    number: int
    kind: TicketKind
    state: TicketState
    priority: Priority
    order_id: UUID | None
    order_number: str
    lead_id: UUID
    thread_id: UUID
    assignee_id: UUID | None
    opened_at: datetime


@record
class StatedBy:
    """Who moves a ticket, and with which words."""

    actor: str
    words_sealed: bytes = b""
    message_id: UUID | None = None


_SAME = f"""
SELECT g.place, t.id, t.number, t.due_at, t.priority
FROM unnest(%s::int[], %s::uuid[], %s::uuid[], %s::uuid[], %s::text[]) AS g(place, shop_id, lead_id, order_id, kind)
JOIN orders_ticket t ON t.shop_id = g.shop_id AND t.lead_id = g.lead_id AND t.kind = g.kind
  AND t.order_id IS NOT DISTINCT FROM g.order_id AND t.state IN ({_UNSOLVED})
"""
_NUMBER = """
INSERT INTO orders_ticketcounter AS c (shop_id, last) VALUES (%s, 1)
ON CONFLICT (shop_id) DO UPDATE SET last = c.last + 1 RETURNING last
"""
_TICKET = {
    "id": "uuid", "shop_id": "uuid", "number": "int", "kind": "text", "state": "text", "state_at": "timestamptz",
    "priority": "text", "order_id": "uuid", "return_id": "uuid", "lead_id": "uuid", "thread_id": "uuid",
    "opened_by": "text", "opened_at": "timestamptz", "due_at": "timestamptz",
}  # fmt: skip
_EVENT = {
    "id": "uuid", "shop_id": "uuid", "ticket_id": "uuid", "kind": "text", "at": "timestamptz", "actor": "text",
    "detail": "text", "words_sealed": "bytea", "message_id": "uuid",
}  # fmt: skip


def open_tickets(connection: Connection, wanted: Sequence[NewTicket]) -> list[Opened]:
    """Open tickets, in their order; one of the same kind about the same order that is open takes the words instead."""
    standing = _standing(connection, wanted)
    opened: list[Opened] = []
    rows, events = [], []
    for place, new in enumerate(wanted):
        found = standing.get(place) or _numbered(connection, new)
        opened.append(found)
        if found.is_new:
            rows.append(_row(new, found))
        events.append(_first_event(new, found))
    insert_many(connection, "orders_ticket", _TICKET, rows)
    write_events(connection, events)
    return opened


def _standing(connection: Connection, wanted: Sequence[NewTicket]) -> dict[int, Opened]:
    columns = [
        list(range(len(wanted))), [new.shop_id for new in wanted], [new.lead_id for new in wanted],
        [new.order_id for new in wanted], [new.kind for new in wanted],
    ]  # fmt: skip
    return {
        row[0]: Opened(id=row[1], number=row[2], due_at=row[3], priority=Priority(row[4]), is_new=False)
        for row in connection.execute(_SAME, columns)
    }


def _numbered(connection: Connection, new: NewTicket) -> Opened:
    row = connection.execute(_NUMBER, [new.shop_id]).fetchone()
    assert row is not None
    return Opened(id=new.id or uuid7(), number=row[0], due_at=new.due_at, priority=new.priority, is_new=True)


def _row(new: NewTicket, found: Opened) -> tuple[object, ...]:
    return (
        found.id, new.shop_id, found.number, new.kind, TicketState.OPEN, new.at, new.priority, new.order_id,
        new.return_id, new.lead_id, new.thread_id, new.opened_by, new.at, new.due_at,
    )  # fmt: skip


def _first_event(new: NewTicket, found: Opened) -> TicketEventRow:
    return TicketEventRow(
        shop_id=new.shop_id, ticket_id=found.id, kind="opened" if found.is_new else "added", at=new.at,
        actor=new.opened_by, words_sealed=new.words_sealed, message_id=new.message_id,
    )  # fmt: skip


def write_events(connection: Connection, events: Sequence[TicketEventRow]) -> None:
    """Put moments on tickets' timelines; the same message brings the same moment once."""
    rows = [
        (e.id or uuid7(), e.shop_id, e.ticket_id, e.kind, e.at, e.actor, e.detail, e.words_sealed, e.message_id)
        for e in events
    ]
    insert_many(connection, "orders_ticketevent", _EVENT, rows, tail="ON CONFLICT DO NOTHING")


_LOCK = """
SELECT t.id, t.shop_id, t.number, t.kind, t.state, t.priority, t.order_id, coalesce(o.number, ''), t.lead_id, t.thread_id,
       t.assignee_id, t.opened_at
FROM orders_ticket t LEFT JOIN orders_order o ON o.id = t.order_id AND o.shop_id = t.shop_id
WHERE t.shop_id = %s AND t.id = %s FOR NO KEY UPDATE OF t
"""


def lock_ticket(connection: Connection, shop_id: UUID, ticket_id: UUID) -> TicketRow | None:
    """The ticket, locked; None for one the shop has not."""
    row = connection.execute(_LOCK, [shop_id, ticket_id]).fetchone()
    if row is None:
        return None
    return TicketRow(
        id=row[0], shop_id=row[1], number=row[2], kind=TicketKind(row[3]), state=TicketState(row[4]),
        priority=Priority(row[5]), order_id=row[6], order_number=row[7], lead_id=row[8], thread_id=row[9],
        assignee_id=row[10], opened_at=row[11],
    )  # fmt: skip


def set_state(
    connection: Connection, row: TicketRow, to: TicketState, by: StatedBy, *, now: datetime,
    due_at: datetime | None = None,
) -> bool:  # fmt: skip
    """Move a locked ticket and write it to its timeline; False where it is there already. Raises IllegalTicketMove.

    `due_at`: until when it is answered from now on, where that changes.
    """
    if move_ticket(row.state, to) == row.state:
        return False
    solved_at = now if to is TicketState.SOLVED else None
    connection.execute(
        "UPDATE orders_ticket SET state = %s, state_at = %s, solved_at = %s, due_at = coalesce(%s, due_at)"
        " WHERE shop_id = %s AND id = %s",
        [to, now, solved_at, due_at, row.shop_id, row.id],
    )
    event = TicketEventRow(
        shop_id=row.shop_id, ticket_id=row.id, kind=to, at=now, actor=by.actor, words_sealed=by.words_sealed,
        message_id=by.message_id,
    )  # fmt: skip
    write_events(connection, [event])
    return True


_ANSWERED = f"""
UPDATE orders_ticket SET answered_at = coalesce(answered_at, %(now)s)
WHERE shop_id = %(shop)s AND thread_id = %(thread)s AND state IN ({_UNSOLVED}) RETURNING id
"""


def note_answer(connection: Connection, shop_id: UUID, thread_id: UUID, by: StatedBy, *, now: datetime) -> list[UUID]:
    """A person of the shop wrote in a thread: its open tickets have an answer. Returns them."""
    found = [row[0] for row in connection.execute(_ANSWERED, {"shop": shop_id, "thread": thread_id, "now": now})]
    write_events(
        connection,
        [
            TicketEventRow(
                shop_id=shop_id, ticket_id=each, kind="answered", at=now, actor=by.actor, words_sealed=by.words_sealed,
                message_id=by.message_id,
            )
            for each in found
        ],
    )  # fmt: skip
    return found


_LINK = f"""
UPDATE orders_ticket SET return_id = %(return)s
WHERE shop_id = %(shop)s AND order_id = %(order)s AND kind = ANY(%(kinds)s) AND return_id IS NULL AND state IN ({_UNSOLVED})
"""


def link_return(connection: Connection, shop_id: UUID, order_id: UUID, return_id: UUID, *, reason: str) -> None:
    """A return that was written down belongs to the open ticket of its order that tells of the same, or of an exchange."""
    kinds = [reason, TicketKind.EXCHANGE.value]
    connection.execute(_LINK, {"shop": shop_id, "order": order_id, "return": return_id, "kinds": kinds})
