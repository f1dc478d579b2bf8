"""What the shop's people do with a ticket: open one by hand, assign, note, answer, solve. The customer hears when it is solved."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.conversations.batch import load_by_id
from leadnurturebot.domain.dialogue.ticket_events import ticket_solved
from leadnurturebot.domain.tickets import Priority, TicketKind, TicketState
from leadnurturebot.domain.values import record
from leadnurturebot.leads.batch import LeadRow
from leadnurturebot.leads.batch import load_many as load_leads
from leadnurturebot.message_path import agents
from leadnurturebot.message_path.order_news import News, first_name, tell
from leadnurturebot.message_path.ticketing import WORDS_MAX, due_of, tell_windows
from leadnurturebot.message_path.visits import Times
from leadnurturebot.orders.ticket_rows import (
    NewTicket,
    StatedBy,
    TicketEventRow,
    TicketRow,
    lock_ticket,
    open_tickets,
    set_state,
    write_events,
)
from leadnurturebot.platform import audit
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.batch import ShopRow
from leadnurturebot.shops.batch import load_many as load_shops
from leadnurturebot.shops.models import User


class NoTicket(LookupError):
    """The shop has no such ticket."""


class NoPlace(LookupError):
    """The shop has no such conversation or order, or the order is somebody else's."""


class NotOnTeam(LookupError):
    """Whom the ticket is to be given is not of this shop."""


@record
class ByHand:
    """A ticket that somebody of the shop opens. `id` is made by the caller: the same one twice is one ticket."""

    id: UUID
    kind: TicketKind
    thread_id: UUID
    order_id: UUID | None
    words: str
    priority: Priority
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose ticket it is; the person is locked until the transaction ends, as in a turn."""

    key: ShopKey
    shop: ShopRow
    thread_id: UUID
    lead: LeadRow
    bought_at: datetime
    """When the ticket was opened: a STOP since keeps news back."""


def open_by_hand(connection: Connection, shop_id: UUID, wanted: ByHand, times: Times) -> UUID:
    """Open a ticket for a customer; one of this kind that is open takes the words instead. Returns its id. Raises NoPlace."""
    thread = load_by_id(connection, [(shop_id, wanted.thread_id)]).get(wanted.thread_id)
    if thread is None:
        raise NoPlace("there is no such conversation")
    key = ring().of(connection, shop_id)
    lead = load_leads(connection, [thread.lead_id], {shop_id: key})[thread.lead_id]
    if lead.erased_at is not None or not _is_order_of(connection, shop_id, lead.id, wanted.order_id):
        raise NoPlace("there is no such order of this person")
    if (again := lock_ticket(connection, shop_id, wanted.id)) is not None:
        return again.id
    shop = load_shops(connection, [shop_id])[shop_id]
    new = NewTicket(
        shop_id=shop_id, id=wanted.id, kind=wanted.kind, lead_id=lead.id, thread_id=wanted.thread_id,
        due_at=due_of(shop, times.now), at=times.now, opened_by=wanted.actor, priority=wanted.priority,
        order_id=wanted.order_id, words_sealed=key.seal_text(wanted.words.strip()[:WORDS_MAX]),
    )  # fmt: skip
    (opened,) = open_tickets(connection, [new])
    _did(connection, shop_id, opened.id, "opened", wanted.actor, times.now)
    return opened.id


def _is_order_of(connection: Connection, shop_id: UUID, lead_id: UUID, order_id: UUID | None) -> bool:
    if order_id is None:
        return True
    row = connection.execute(
        "SELECT 1 FROM orders_order WHERE shop_id = %s AND id = %s AND lead_id = %s", [shop_id, order_id, lead_id]
    ).fetchone()
    return row is not None


def move(
    connection: Connection, shop_id: UUID, ticket_id: UUID, to: TicketState, *, actor: str, times: Times,
    user_id: UUID | None = None,
) -> None:  # fmt: skip
    """Move a ticket; when it is solved its customer is told, once, and the assistant answers again where this person or
    nobody held the conversation. Raises NoTicket, IllegalTicketMove."""
    owner, row = _locked(connection, shop_id, ticket_id)
    due = due_of(owner.shop, times.now) if to is TicketState.REOPENED else None
    if not set_state(connection, row, to, StatedBy(actor=actor), now=times.now, due_at=due):
        return
    if to is TicketState.SOLVED:
        agents.give_back(connection, shop_id, row.thread_id, user_id)
        _tell_solved(connection, owner, row, times)
    _did(connection, shop_id, ticket_id, to, actor, times.now)


def _locked(connection: Connection, shop_id: UUID, ticket_id: UUID) -> tuple[Owner, TicketRow]:
    """Owner and ticket. The person is locked before the ticket, as the message path does it."""
    found = connection.execute(
        "SELECT lead_id, thread_id, opened_at FROM orders_ticket WHERE shop_id = %s AND id = %s", [shop_id, ticket_id]
    ).fetchone()
    if found is None:
        raise NoTicket("there is no such ticket")
    key = ring().of(connection, shop_id)
    lead = load_leads(connection, [found[0]], {shop_id: key})[found[0]]
    shop = load_shops(connection, [shop_id])[shop_id]
    row = lock_ticket(connection, shop_id, ticket_id)
    if row is None:
        raise NoTicket("there is no such ticket")
    return Owner(key=key, shop=shop, thread_id=found[1], lead=lead, bought_at=found[2]), row


def _tell_solved(connection: Connection, owner: Owner, row: TicketRow, times: Times) -> None:
    connection.execute(
        "UPDATE orders_ticket SET answered_at = coalesce(answered_at, %s) WHERE shop_id = %s AND id = %s",
        [times.now, row.shop_id, row.id],
    )
    values = (first_name(owner.lead), str(row.number))
    tell(connection, owner, News(ticket_solved(row.number, row.order_number), "ticket_solved", values), times)


def change(
    connection: Connection, shop_id: UUID, ticket_id: UUID, *, actor: str, now: datetime,
    priority: Priority | None = None, assignee_id: UUID | None = None, unassign: bool = False,
) -> None:  # fmt: skip
    """Say how urgent it is and who sees to it. Raises NoTicket, NotOnTeam."""
    row = _ticket(connection, shop_id, ticket_id)
    if priority is not None and priority is not row.priority:
        _set(connection, row, "priority", priority)
        _wrote(connection, row, "priority", actor, now, detail=priority)
    if unassign or (assignee_id is not None and assignee_id != row.assignee_id):
        if assignee_id is not None and not _is_member(connection, shop_id, assignee_id):
            raise NotOnTeam("this person is not of the shop")
        _set(connection, row, "assignee_id", assignee_id)
        _wrote(connection, row, "assigned", actor, now, detail=str(assignee_id or ""))
    tell_windows(connection, shop_id, ticket_id)


def _ticket(connection: Connection, shop_id: UUID, ticket_id: UUID) -> TicketRow:
    row = lock_ticket(connection, shop_id, ticket_id)
    if row is None:
        raise NoTicket("there is no such ticket")
    return row


def _set(connection: Connection, row: TicketRow, column: str, value: object) -> None:
    connection.execute(
        f"UPDATE orders_ticket SET {column} = %s WHERE shop_id = %s AND id = %s", [value, row.shop_id, row.id]
    )


def _is_member(connection: Connection, shop_id: UUID, user_id: UUID) -> bool:
    row = connection.execute(
        "SELECT 1 FROM shops_membership WHERE shop_id = %s AND user_id = %s", [shop_id, user_id]
    ).fetchone()
    return row is not None


def note(
    connection: Connection, key: ShopKey, ticket_id: UUID, note_id: UUID, text: str, *, actor: str, now: datetime
) -> None:
    """A note among the shop's people; `note_id` given twice is one note. Raises NoTicket, ValueError without words."""
    words = text.strip()
    if not words or len(words) > WORDS_MAX:
        raise ValueError(f"a note has 1 to {WORDS_MAX} characters")
    row = _ticket(connection, key.shop_id, ticket_id)
    _wrote(connection, row, "note", actor, now, words_sealed=key.seal_text(words), event_id=note_id)
    notify(connection, key.shop_id, "ticket", ticket_id)


def _wrote(
    connection: Connection, row: TicketRow, kind: str, actor: str, now: datetime, *, detail: str = "",
    words_sealed: bytes = b"", event_id: UUID | None = None,
) -> None:  # fmt: skip
    event = TicketEventRow(
        id=event_id, shop_id=row.shop_id, ticket_id=row.id, kind=kind, at=now, actor=actor, detail=detail,
        words_sealed=words_sealed,
    )  # fmt: skip
    write_events(connection, [event])


def answer(
    connection: Connection, shop_id: UUID, ticket_id: UUID, user: User, text: str, *, waits: bool, now: datetime
) -> UUID:
    """Write to the customer as a person who takes the conversation over; with `waits` it is their turn. Returns the message.

    Raises NoTicket and what `agents.take_over` and `agents.send_text` raise.
    """
    thread_id = _ticket(connection, shop_id, ticket_id).thread_id
    agents.take_over(shop_id=shop_id, thread_id=thread_id, user=user, now=now)
    message_id = agents.send_text(shop_id=shop_id, thread_id=thread_id, user=user, text=text, now=now)
    row = _ticket(connection, shop_id, ticket_id)
    if waits and row.state is not TicketState.SOLVED:
        set_state(connection, row, TicketState.WAITING, StatedBy(actor=audit.person(user.id)), now=now)
    tell_windows(connection, shop_id, ticket_id)
    return message_id


def _did(connection: Connection, shop_id: UUID, ticket_id: UUID, deed: str, actor: str, now: datetime) -> None:
    audit.append(
        connection, shop_id=shop_id, actor=actor, action=f"ticket.{deed}", now=now, subject=str(ticket_id)
    )  # fmt: skip
    tell_windows(connection, shop_id, ticket_id)
