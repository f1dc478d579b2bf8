"""A customer's tickets in a turn: opened or added to, opened again, and the pictures and answers that belong to them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from leadnurturebot.domain import tickets as rules
from leadnurturebot.domain.dialogue.decision import MoveTicket, OpenTicket, TicketStands
from leadnurturebot.domain.tickets import IllegalTicketMove, Priority, TicketState
from leadnurturebot.message_path.visits import Times, Visit
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
from leadnurturebot.orders.tickets_batch import keep_photos, note_heard
from leadnurturebot.platform.live import notify, notify_many
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.batch import ShopRow

WORDS_MAX = 1000


def due_of(shop: ShopRow, now: datetime) -> datetime:
    """Until when a ticket opened now is answered, by the shop's hours."""
    local = now.astimezone(ZoneInfo(shop.timezone))
    return rules.due_at(shop.settings.hours, local, timedelta(hours=shop.settings.ticket_hours))


def open_ticket(connection: Connection, visit: Visit, attempt: OpenTicket, *, now: datetime) -> TicketStands:
    """Open the ticket in the turn's transaction; the turn holds the person's lock. `now` is business time."""
    new = NewTicket(
        shop_id=visit.shop.id, kind=attempt.kind, lead_id=visit.lead.id, thread_id=visit.thread.id,
        due_at=due_of(visit.shop, now), at=now, order_id=attempt.order_id, message_id=attempt.heard_id,
        priority=Priority.HIGH if attempt.is_urgent else Priority.NORMAL,
        words_sealed=visit.key.seal_text(attempt.words[:WORDS_MAX]) if attempt.words else b"",
    )  # fmt: skip
    (opened,) = open_tickets(connection, [new])
    tell_windows(connection, visit.shop.id, opened.id)
    return TicketStands(number=opened.number, due_at=opened.due_at, is_new=opened.is_new)


def move_ticket(connection: Connection, visit: Visit, attempt: MoveTicket, *, now: datetime) -> TicketStands:
    """What the customer says of a ticket of theirs: solved, not solved, or asked after."""
    row = lock_ticket(connection, visit.shop.id, attempt.ticket_id)
    if row is None or row.lead_id != visit.lead.id:
        return TicketStands(number=0, due_at=now, done=False)
    due = due_of(visit.shop, now)
    if attempt.to == "asked":
        _asked_after(connection, row, attempt.heard_id, now)
    elif not _moved(connection, visit, row, attempt, due, now):
        return TicketStands(number=row.number, due_at=due, done=False)
    tell_windows(connection, visit.shop.id, row.id)
    return TicketStands(number=row.number, due_at=due)


def _moved(
    connection: Connection, visit: Visit, row: TicketRow, attempt: MoveTicket, due: datetime, now: datetime
) -> bool:
    to = TicketState(attempt.to)
    by = StatedBy(
        actor="customer", message_id=attempt.heard_id,
        words_sealed=visit.key.seal_text(attempt.words[:WORDS_MAX]) if attempt.words else b"",
    )  # fmt: skip
    try:
        set_state(connection, row, to, by, now=now, due_at=due if to is TicketState.REOPENED else None)
    except IllegalTicketMove:
        return False
    return True


def _asked_after(connection: Connection, row: TicketRow, heard_id: UUID | None, now: datetime) -> None:
    """Whoever has to ask after a late answer comes first."""
    connection.execute(
        "UPDATE orders_ticket SET priority = 'high' WHERE shop_id = %s AND id = %s", [row.shop_id, row.id]
    )
    asked = TicketEventRow(
        shop_id=row.shop_id, ticket_id=row.id, kind="asked", at=now, actor="customer", message_id=heard_id
    )  # fmt: skip
    write_events(connection, [asked])


def after_turns(connection: Connection, visits: Sequence[Visit], times: Times) -> None:
    """What people sent belongs to their tickets: pictures are kept with them, an answer makes it the shop's turn."""
    known = [visit for visit in visits if not visit.lead.is_new]
    photos = [
        (visit.shop.id, visit.lead.id, visit.message_ids[event.id], event.at)
        for visit in known for event in visit.events if event.payload["kind"] == "image"
    ]  # fmt: skip
    heard = [
        (visit.shop.id, visit.thread.id, visit.message_ids[visit.events[-1].id], visit.newest) for visit in known
    ]  # fmt: skip
    touched = [*keep_photos(connection, photos), *note_heard(connection, heard)]
    notify_many(connection, "ticket", touched)


def tell_windows(connection: Connection, shop_id: UUID, ticket_id: UUID) -> None:
    """Open windows look at the ticket, and at what needs a person, again."""
    notify(connection, shop_id, "ticket", ticket_id)
    notify(connection, shop_id, "dashboard", shop_id)
