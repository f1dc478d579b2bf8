"""What a person of the shop does in a thread: take over, write, hand back."""

from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.conversations.batch import ThreadChange, load_by_id, store_threads
from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.message_content import Text
from leadnurturebot.leads.batch import addresses_of, load_many
from leadnurturebot.message_path.holding_threads import withdraw
from leadnurturebot.message_path.outbox import Outgoing, enqueue, window_of
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection, borrowed
from leadnurturebot.providers.messaging.base import Recipient
from leadnurturebot.shops.models import User

# A message that is just being sent may still leave; taking over waits for it so that none comes after.
WAIT_FOR_SEND = timedelta(seconds=2)


class NoThread(LookupError):
    """The shop has no such thread."""


class AlreadyHeld(RuntimeError):
    """Somebody else holds the thread."""


class NotHolding(RuntimeError):
    """Only who holds the thread may write or hand back."""


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
        " AND (holder <> 'person' OR holder_user_id IS NULL OR holder_user_id = %s) RETURNING id",
        [user.id, now, shop_id, thread_id, user.id],
    ).fetchone()
    if row is None:
        _explain_refusal(connection, shop_id, thread_id)
    withdraw(connection, [(shop_id, thread_id)])
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


def send_text(*, shop_id: UUID, thread_id: UUID, user: User, text: str, now: datetime) -> UUID:
    """Send a person's words; returns the message's id. `now` is business time.

    Raises NoThread, NotHolding, WindowClosed; ValueError for empty or overlong text.
    """
    connection = borrowed()
    thread = load_by_id(connection, [(shop_id, thread_id)]).get(thread_id)
    if thread is None:
        raise NoThread("there is no such conversation")
    if thread.holder != "person" or thread.holder_user_id not in (None, user.id):
        raise NotHolding("take over before writing")
    window = window_of(thread, now)
    if not window.is_open:
        raise WindowClosed("more than 24 hours since the customer wrote")
    content = Text(text.strip())
    key = ring().of(connection, shop_id)
    lead = load_many(connection, [thread.lead_id], {shop_id: key})[thread.lead_id]
    wa_id, user_id = addresses_of(connection, [(shop_id, lead.id)], {shop_id: key}).get(lead.id, ("", ""))
    outgoing = Outgoing(
        key=key, thread=thread, conversation_id=thread.conversation_id, content=content,
        to=Recipient(wa_id, user_id), country=lead.country, purpose=OutgoingKind.AGENT, window=window,
        sender="agent", sender_user_id=user.id,
    )  # fmt: skip
    enqueue(connection, [outgoing], now=now, wall=wall_now())
    change = ThreadChange(
        thread=thread, message_at=now, preview_sealed=key.seal_text(content.body[:200]), preview_from="agent"
    )
    store_threads(connection, [change])
    notify(connection, shop_id, "conversation", thread_id)
    return outgoing.id
