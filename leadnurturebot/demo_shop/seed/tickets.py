"""The past's tickets: opened, answered, waited for, solved, and one that is not solved after all."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.demo_shop.people.troubles import ANSWER, WORDS, Trouble, matched
from leadnurturebot.demo_shop.seed.founding import STAFF
from leadnurturebot.demo_shop.seed.sales_done import Sale
from leadnurturebot.demo_shop.seed.stage import Stage
from leadnurturebot.domain.tickets import Priority, TicketState
from leadnurturebot.message_path import ticket_deeds
from leadnurturebot.message_path.ticketing import due_of
from leadnurturebot.orders.ticket_rows import (
    NewTicket,
    StatedBy,
    TicketRow,
    lock_ticket,
    note_answer,
    open_tickets,
    set_state,
)
from leadnurturebot.platform.audit import person
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.shops.batch import ShopRow
from leadnurturebot.shops.batch import load_many as load_shops
from leadnurturebot.shops.models import User


def open_the_tickets(stage: Stage, sales: Sequence[Sale]) -> int:
    """Open the tickets in order of time and bring each where it is today; returns how many."""
    shop = load_shops(stage.connection, [stage.shop_id])[stage.shop_id]
    david = User.objects.get(email=STAFF[1].email).id
    by_number = {sale.order.number: sale for sale in sales}
    language = {lead.key: lead.language for lead in stage.past.leads}
    troubles = list(matched(stage.past, stage.now))
    for trouble, order in troubles:
        words = WORDS[trouble.told].get(language[order.lead_key], WORDS[trouble.told]["en"])
        ticket_id = _opened(stage, shop, by_number[order.number], trouble, words)
        _lived(stage, shop, trouble, ticket_id, david)
    return len(troubles)


def _opened(stage: Stage, shop: ShopRow, sale: Sale, trouble: Trouble, words: str) -> UUID:
    at = stage.now - trouble.ago
    new = NewTicket(
        shop_id=stage.shop_id, kind=trouble.kind, lead_id=sale.session.lead_id, thread_id=sale.session.thread_id,
        due_at=due_of(shop, at), at=at, order_id=sale.order_id, words_sealed=stage.key.seal_text(words),
        priority=Priority.HIGH if trouble.is_urgent else Priority.NORMAL,
    )  # fmt: skip
    (opened,) = open_tickets(stage.connection, [new])
    return opened.id


def _lived(stage: Stage, shop: ShopRow, trouble: Trouble, ticket_id: UUID, david: UUID) -> None:
    opened, actor = stage.now - trouble.ago, person(david)
    if trouble.answered_after is None:
        return
    answered = opened + trouble.answered_after
    row = _locked(stage, ticket_id)
    ticket_deeds.change(stage.connection, stage.shop_id, ticket_id, actor=actor, now=answered, assignee_id=david)
    note_answer(
        stage.connection,
        stage.shop_id,
        row.thread_id,
        StatedBy(actor=actor, words_sealed=stage.key.seal_text(ANSWER)),
        now=answered,
    )
    if trouble.waits:
        set_state(stage.connection, row, TicketState.WAITING, StatedBy(actor=actor), now=answered)
    if trouble.note:
        ticket_deeds.note(stage.connection, stage.key, ticket_id, uuid7(), trouble.note, actor=actor, now=answered)
    if trouble.solved_after is not None:
        _solved(stage, shop, trouble, row, actor, opened + trouble.solved_after)


def _solved(stage: Stage, shop: ShopRow, trouble: Trouble, row: TicketRow, actor: str, at: datetime) -> None:
    set_state(stage.connection, row, TicketState.SOLVED, StatedBy(actor=actor), now=at)
    if trouble.is_back:
        again, back = _locked(stage, row.id), stage.now - trouble.ago / 40
        due = due_of(shop, back)
        set_state(stage.connection, again, TicketState.REOPENED, StatedBy(actor="customer"), now=back, due_at=due)


def _locked(stage: Stage, ticket_id: UUID) -> TicketRow:
    row = lock_ticket(stage.connection, stage.shop_id, ticket_id)
    if row is None:
        raise LookupError(f"ticket {ticket_id} was opened and is not there")
    return row
