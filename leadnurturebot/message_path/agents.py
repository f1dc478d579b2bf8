"""What a person of the shop does in a thread: take over, write, hand back."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.conversations.batch import ThreadChange, ThreadRow, load_by_id, store_threads
from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.message_content import MessageContent, Text
from leadnurturebot.leads.batch import addresses_of, load_many
from leadnurturebot.message_path import receipts
from leadnurturebot.message_path.holding_threads import withdraw
from leadnurturebot.message_path.outbox import Outgoing, enqueue, window_of
from leadnurturebot.message_path.view import sealed_state, state_of
from leadnurturebot.orders.ticket_rows import StatedBy, note_answer
from leadnurturebot.platform.audit import person
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection, borrowed
from leadnurturebot.providers.messaging.base import Recipient
from leadnurturebot.shops.batch import load_many as load_shops
from leadnurturebot.shops.models import User

# A message that is just being sent may still leave; taking over waits for it so that none comes after.
WAIT_FOR_SEND = timedelta(seconds=2)


class NoThread(LookupError):
    """The shop has no such thread."""


class AlreadyHeld(RuntimeError):
    """Somebody else holds the thread."""


class NotHolding(RuntimeError):
    """Only who holds the thread may write or hand back."""


class Blocked(RuntimeError):
    """The shop keeps this person from writing; nothing reaches them either."""


class NoMessage(LookupError):
    """The conversation has no such message."""


class WindowClosed(RuntimeError):
    """More than 24 hours since the customer wrote: only a template may be sent."""


def take_over(*, shop_id: UUID, thread_id: UUID, user: User, now: datetime) -> None:
    """The bot is silent from here on. Messages of the bot that have not left are withdrawn.

    Raises NoThread, AlreadyHeld.
    """
    connection = borrowed()
    row = connection.execute(
        "UPDATE conversations_thread SET holder = 'person', holder_user_id = %s, stage = 'with_person', unread = 0,"
        " handoff_at = coalesce(handoff_at, %s) WHERE shop_id = %s AND id = %s"
        " AND (holder <> 'person' OR holder_user_id IS NULL OR holder_user_id = %s) RETURNING number_id",
        [user.id, now, shop_id, thread_id, user.id],
    ).fetchone()
    if row is None:
        _explain_refusal(connection, shop_id, thread_id)
    else:
        _give_ticks(connection, shop_id, thread_id, row[0])
    withdraw(connection, [(shop_id, thread_id)], reason="handed_off")
    notify(connection, shop_id, "conversation", thread_id)


def _explain_refusal(connection: Connection, shop_id: UUID, thread_id: UUID) -> None:
    if not load_by_id(connection, [(shop_id, thread_id)]):
        raise NoThread("there is no such conversation")
    raise AlreadyHeld("somebody else holds this conversation")


def sends_in_flight(connection: Connection, *, shop_id: UUID, thread_id: UUID) -> bool:
    """Whether a message of the thread is just being sent."""
    row = connection.execute(
        "SELECT 1 FROM message_path_outbox WHERE shop_id = %s AND thread_id = %s AND state = 'sending' LIMIT 1",
        [shop_id, thread_id],
    ).fetchone()
    return row is not None


def hand_back(*, shop_id: UUID, thread_id: UUID, user: User, now: datetime) -> None:
    """The bot answers again, from the customer's next message on. Raises NoThread, NotHolding."""
    connection = borrowed()
    row = connection.execute(
        "UPDATE conversations_thread SET holder = 'bot', holder_user_id = NULL, handoff_reason = '',"
        " handoff_summary = '', handoff_at = NULL, stage = 'browsing', unread = 0"
        " WHERE shop_id = %s AND id = %s AND holder = 'person' RETURNING id",
        [shop_id, thread_id],
    ).fetchone()
    if row is None:
        if not load_by_id(connection, [(shop_id, thread_id)]):
            raise NoThread("there is no such conversation")
        raise NotHolding("nobody holds this conversation")
    notify(connection, shop_id, "conversation", thread_id)


def give_back(connection: Connection, shop_id: UUID, thread_id: UUID, user_id: UUID | None) -> None:
    """What a thread waited for is settled: the bot answers again, unless somebody else than this person holds it."""
    connection.execute(
        "UPDATE conversations_thread SET holder = 'bot', holder_user_id = NULL, handoff_reason = '',"
        " handoff_summary = '', handoff_at = NULL, stage = 'browsing', unread = 0 WHERE shop_id = %s AND id = %s"
        " AND ((holder = 'waiting' AND handoff_reason = 'complaint') OR (holder = 'person' AND holder_user_id = %s))",
        [shop_id, thread_id, user_id],
    )
    notify(connection, shop_id, "conversation", thread_id)


def mark_seen(*, shop_id: UUID, thread_id: UUID, user: User, now: datetime) -> None:
    """Who holds the thread has it open: nothing in it is new any more, and the customer gets blue ticks.

    Raises NoThread, NotHolding.
    """
    connection = borrowed()
    thread = load_by_id(connection, [(shop_id, thread_id)]).get(thread_id)
    if thread is None:
        raise NoThread("there is no such conversation")
    if thread.holder != "person" or thread.holder_user_id != user.id:
        raise NotHolding("somebody else answers here")
    changed = connection.execute(
        "UPDATE conversations_thread SET unread = 0 WHERE shop_id = %s AND id = %s AND unread > 0 RETURNING id",
        [shop_id, thread_id],
    ).fetchone()
    if changed:
        notify(connection, shop_id, "conversation", thread_id)
    _give_ticks(connection, shop_id, thread_id, thread.number_id)


def _give_ticks(connection: Connection, shop_id: UUID, thread_id: UUID, number_id: UUID) -> None:
    """Blue ticks for everything up to the customer's newest message, where the shop gives them."""
    if not load_shops(connection, [shop_id])[shop_id].settings.read_receipts:
        return
    row = connection.execute(
        "SELECT provider_id FROM conversations_message WHERE shop_id = %s AND thread_id = %s AND direction = 'in'"
        " AND provider_id <> '' ORDER BY at DESC, id DESC LIMIT 1",
        [shop_id, thread_id],
    ).fetchone()
    receipts.announce(connection, [receipts.Receipt(thread_id, number_id, row[0])] if row else [])


def send_text(
    *, shop_id: UUID, thread_id: UUID, user: User, text: str, now: datetime, reply_to: UUID | None = None
) -> UUID:
    """Send a person's words, perhaps as an answer to one message; returns the message's id. `now` is business time.

    Raises NoThread, NotHolding, WindowClosed, Blocked, NoMessage; ValueError for empty or overlong text.
    """
    thread = writable(shop_id=shop_id, thread_id=thread_id, user=user, now=now)
    return send_content(thread, Text(text.strip()), user=user, now=now, reply_to=reply_to)


def writable(*, shop_id: UUID, thread_id: UUID, user: User, now: datetime) -> ThreadRow:
    """The thread, when this person may write in it now. Raises NoThread, NotHolding, WindowClosed, Blocked."""
    thread = load_by_id(borrowed(), [(shop_id, thread_id)]).get(thread_id)
    if thread is None:
        raise NoThread("there is no such conversation")
    if thread.holder != "person" or thread.holder_user_id not in (None, user.id):
        raise NotHolding("take over before writing")
    if not window_of(thread, now).is_open:
        raise WindowClosed("more than 24 hours since the customer wrote")
    if thread.blocked_at is not None:
        raise Blocked("this person is blocked")
    return thread


def send_content(
    thread: ThreadRow, content: MessageContent, *, user: User, now: datetime, reply_to: UUID | None = None,
    products: tuple[UUID, ...] = (),
) -> UUID:  # fmt: skip
    """Send a message of a person in a thread that is `writable`; returns its id. `products`: what it shows, so that a
    quote of it, or "the second", points at them. Raises NoMessage."""
    connection, shop_id = borrowed(), thread.shop_id
    key = ring().of(connection, shop_id)
    lead = load_many(connection, [thread.lead_id], {shop_id: key})[thread.lead_id]
    wa_id, user_id = addresses_of(connection, [(shop_id, lead.id)], {shop_id: key}).get(lead.id, ("", ""))
    outgoing = Outgoing(
        key=key, thread=thread, conversation_id=thread.conversation_id, content=content,
        to=Recipient(wa_id, user_id), country=lead.country, purpose=OutgoingKind.AGENT,
        window=window_of(thread, now), sender="agent", sender_user_id=user.id, quoted_id=reply_to,
        quoted=_provider_id(connection, thread, reply_to) if reply_to else "", products=products,
    )  # fmt: skip
    enqueue(connection, [outgoing], now=now, wall=wall_now())
    change = ThreadChange(
        thread=thread, message_at=now, preview_sealed=key.seal_text(content.plain_text()[:200]), preview_from="agent",
        state_sealed=_with_shown(key, thread, products),
    )  # fmt: skip
    store_threads(connection, [change])
    by = StatedBy(actor=person(user.id), words_sealed=key.seal_text(content.plain_text()), message_id=outgoing.id)
    note_answer(connection, shop_id, thread.id, by, now=now)
    notify(connection, shop_id, "conversation", thread.id)
    return outgoing.id


def _with_shown(key: ShopKey, thread: ThreadRow, products: tuple[UUID, ...]) -> bytes | None:
    """The thread's memory with a list that a person showed; None leaves it as it is."""
    if not products:
        return None
    state = state_of(key, thread.state_sealed)
    return sealed_state(key, replace(state, shown=products, question=Question(kind="pick"), focus=None))


def _provider_id(connection: Connection, thread: ThreadRow, message_id: UUID) -> str:
    """By what name the provider knows a message; empty for one that has not left yet, which cannot be quoted."""
    row = connection.execute(
        "SELECT provider_id FROM conversations_message WHERE shop_id = %s AND thread_id = %s AND id = %s",
        [thread.shop_id, thread.id, message_id],
    ).fetchone()
    if row is None:
        raise NoMessage("there is no such message in this conversation")
    return str(row[0])
