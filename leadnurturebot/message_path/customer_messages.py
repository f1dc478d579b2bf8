"""Customers' messages: from claimed rows to replies in the outbox, all visits of a batch in one transaction."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from leadnurturebot.assistant.phrasing.texts import languages
from leadnurturebot.conversations.batch import SessionNeed, open_conversations
from leadnurturebot.domain.consent_words import stop_verdict
from leadnurturebot.domain.dialogue.turn import Shop, Turn
from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.message_path import cart_lapsing, inbox, receipts
from leadnurturebot.message_path.deciding import conclude_all, load_facts, think
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.listening import (
    attach_ads,
    attach_pages,
    heard,
    load_quotes,
    ready_at,
    text_of,
    understand,
)
from leadnurturebot.message_path.outcome import record
from leadnurturebot.message_path.view import customer_view, shelf_of, shop_view, state_of
from leadnurturebot.message_path.visits import Times, Visit, gather, is_late
from leadnurturebot.message_path.world import World
from leadnurturebot.orders.batch import load_carts
from leadnurturebot.orders.sales import bought_by
from leadnurturebot.platform.sql import Connection


def handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[InboxEvent]:
    """Handle a batch of customers' messages and return those that were (others wait for the rest of a burst)."""
    visits = gather(connection, world, events, times)
    read = understand(world, visits)
    ready = _without_waiting(connection, visits, read, times)
    if not ready:
        return []
    attach_ads(connection, ready)
    attach_pages(connection, ready)
    quotes = load_quotes(connection, ready)
    carts = load_carts(connection, [(visit.shop.id, visit.thread.id) for visit in ready], now=times.now)
    bought = bought_by(connection, [(visit.shop.id, visit.lead.id) for visit in ready if not visit.lead.is_new])
    sessions = open_conversations(connection, [SessionNeed(thread=visit.thread, at=visit.newest) for visit in ready])
    for visit in ready:
        visit.cart, visit.conversation_id = carts.get(visit.thread.id), sessions[visit.thread.id]
        visit.bought = bought.get(visit.lead.id, ())
    cart_lapsing.put_aside(connection, ready, times)
    shops = {shop.id: shop_view(shop, times.now) for shop in {visit.shop.id: visit.shop for visit in ready}.values()}
    thoughts = think(
        [
            (visit, _turn(connection, world, visit, shops[visit.shop.id], read, quotes, times))
            for visit in ready
            if _answers(visit, read, times)
        ]
    )
    load_facts(connection, thoughts, times)
    conclude_all(connection, thoughts, times)
    record(connection, ready, thoughts, read, times)
    answered = [thought.visit for thought in thoughts if thought.decision and thought.decision.replies]
    receipts.announce(connection, receipts.once_answered(answered))
    return [event for visit in ready for event in visit.events]


def _without_waiting(
    connection: Connection, visits: Sequence[Visit], read: Mapping[UUID, Understanding], times: Times
) -> list[Visit]:
    """The visits to answer now; the others are put off until their burst is over."""
    due = {visit.thread.id: ready_at(visit, read, times) for visit in visits}
    waiting = [visit for visit in visits if due[visit.thread.id] > times.wall]
    events = [event for visit in waiting for event in visit.events]
    until = {event.lane: due[visit.thread.id] for visit in waiting for event in visit.events}
    inbox.put_off(connection, events, until=until)
    to_answer = [visit for visit in waiting if _answers(visit, read, times)]
    receipts.announce(connection, receipts.while_waiting(to_answer, due))
    return [visit for visit in visits if due[visit.thread.id] <= times.wall]


def _answers(visit: Visit, read: Mapping[UUID, Understanding], times: Times) -> bool:
    """Whether the assistant may take this turn.

    It is silent while a person was asked for or holds the thread, while the shop paused it, and towards what came
    hours late. STOP is honoured in every case.
    """
    if _says_stop(visit, read):
        return True
    if visit.thread.holder != "bot" or visit.shop.settings.bot_paused:
        return False
    return not is_late(visit, times)


def _says_stop(visit: Visit, read: Mapping[UUID, Understanding]) -> bool:
    return any(
        read[event.id].intent == "opt_out" or stop_verdict(text_of(event)) == "stop"
        for event in visit.events
        if event.id in read
    )


def _turn(
    connection: Connection, world: World, visit: Visit, shop: Shop, read: Mapping[UUID, Understanding],
    quotes: Mapping[tuple[UUID, str], bytes], times: Times,
) -> Turn:  # fmt: skip
    return Turn(
        now=times.now,
        shop=shop,
        customer=customer_view(visit.lead),
        state=state_of(visit.key, visit.thread.state_sealed),
        heard=heard(visit, read, quotes),
        catalogue=visit.catalogue,
        cart=visit.cart.lines if visit.cart else (),
        lapsed=visit.cart.lapsed if visit.cart else (),
        sales=world.sales(connection, visit.shop.id, times.now),
        fits=world.fits(connection, visit.shop.id, times.now),
        habits=world.habits(connection, visit.shop.id, times.now),
        bought=visit.bought,
        has_shelf=shelf_of(visit.shop, visit.thread.number_id) is not None,
        languages=languages(),
    )
