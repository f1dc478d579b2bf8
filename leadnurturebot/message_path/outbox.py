"""The outbox: messages decided and not sent yet, written together with their cause."""

from collections.abc import Sequence
from dataclasses import field, fields
from datetime import date, datetime
from uuid import UUID

import orjson

from leadnurturebot.conversations.batch import MessageRow, ThreadRow, insert_messages
from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.message_content import MessageContent, Template
from leadnurturebot.domain.message_pricing import Category, Priced, RateCard, market_of, price
from leadnurturebot.domain.messaging_window import Window, window_at
from leadnurturebot.domain.rate_card import DEFAULT_RATE_CARD
from leadnurturebot.domain.values import record
from leadnurturebot.nurture.usage import Usage
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many
from leadnurturebot.providers.messaging.base import Recipient


@record
class Outgoing:
    """A message to be sent, with what the contact gate will ask about it."""

    key: ShopKey
    thread: ThreadRow
    conversation_id: UUID | None
    content: MessageContent
    to: Recipient
    country: str
    purpose: OutgoingKind
    window: Window
    usage: Usage = field(default_factory=Usage)
    sender: str = "bot"
    sender_user_id: UUID | None = None
    decision_id: UUID | None = None
    answers: tuple[UUID, ...] = ()
    caused_at: datetime | None = None
    cart_changed_at: datetime | None = None
    announces_handoff: bool = False
    products: tuple[UUID, ...] = ()
    quoted: str = ""
    """The provider's id of the message it answers, where that would not be plain; and ours."""
    quoted_id: UUID | None = None
    catalogue_version: int = 0
    """Version of the catalogue whose prices the words quote: changed since, they are decided anew. 0: none quoted."""
    category: Category | None = None
    """Of a template; None for everything else."""
    id: UUID = field(default_factory=uuid7)


_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "lead_id": "uuid", "number_id": "uuid", "purpose": "text",
    "state": "text", "due_at": "timestamptz", "attempts": "smallint", "catalogue_version": "bigint",
    "payload_sealed": "bytea", "decided_at": "timestamptz", "weight": "smallint",
}  # fmt: skip


def rate_card() -> RateCard:
    """The rate card in force."""
    return DEFAULT_RATE_CARD


def window_of(
    thread: ThreadRow, now: datetime, *, inbound_at: datetime | None = None, tap_at: datetime | None = None
) -> Window:
    """The thread's window at `now`, with what has just come in and is not stored yet."""
    last = max(filter(None, (thread.last_inbound_at, inbound_at)), default=None)
    tap = max(filter(None, (thread.ad_tap_at, tap_at)), default=None)
    return window_at(
        now, last_inbound_at=last, ad_tap_at=tap, replied_to_tap_at=thread.replied_to_tap_at,
        fep_expires_at=thread.free_until,
    )  # fmt: skip


def priced(outgoing: Outgoing) -> Priced:
    """What the message is expected to cost."""
    category = outgoing.category or Category.SERVICE
    card = rate_card()
    return price(
        category, market=market_of(outgoing.country, card), window=outgoing.window,
        service_messages_this_month=outgoing.usage.service_delivered, card=card,
    )  # fmt: skip


def enqueue(connection: Connection, messages: Sequence[Outgoing], *, now: datetime, wall: datetime) -> None:
    """Store messages and their outbox rows in the caller's transaction, and wake the senders."""
    if not messages:
        return
    prices = [priced(outgoing) for outgoing in messages]
    insert_messages(
        connection, [_message(outgoing, cost, now) for outgoing, cost in zip(messages, prices, strict=True)], now=wall
    )
    rows = [
        (o.id, o.thread.shop_id, o.thread.id, o.thread.lead_id, o.thread.number_id, o.purpose, "due", wall, 0, o.catalogue_version,
         o.key.seal(orjson.dumps(_payload(o, cost))), now, 1 + len(o.answers))
        for o, cost in zip(messages, prices, strict=True)
    ]  # fmt: skip
    insert_many(connection, "message_path_outbox", _COLUMNS, rows)
    connection.execute("SELECT pg_notify('leadnurturebot_outbox', '')")


def _message(outgoing: Outgoing, cost: Priced, now: datetime) -> MessageRow:
    stored = {"content": _content(outgoing), "products": outgoing.products, "quoted": outgoing.quoted_id}
    return MessageRow(
        id=outgoing.id, shop_id=outgoing.thread.shop_id, thread_id=outgoing.thread.id,
        conversation_id=outgoing.conversation_id, lead_id=outgoing.thread.lead_id, direction="out",
        sender=outgoing.sender, sender_user_id=outgoing.sender_user_id, kind=outgoing.content.kind,
        purpose=outgoing.purpose, content_sealed=outgoing.key.seal(orjson.dumps(stored)), at=now, status="queued",
        decision_id=outgoing.decision_id, answers=outgoing.answers, market=cost.market, category=cost.category,
        pricing_type=cost.pricing_type, rate_card_date=cost.rate_card_date, expected_micros=cost.expected_micros,
        cost_currency=cost.currency,
    )  # fmt: skip


def _content(outgoing: Outgoing) -> dict[str, object]:
    """`to_json` for orjson, which writes the dataclasses inside by itself."""
    content = outgoing.content
    return {"kind": content.kind} | {field.name: getattr(content, field.name) for field in fields(content)}


def _payload(outgoing: Outgoing, cost: Priced) -> dict[str, object]:
    return {
        "content": _content(outgoing),
        "to": [outgoing.to.wa_id, outgoing.to.user_id],
        "quoted": outgoing.quoted,
        "category": outgoing.category or Category.SERVICE,
        "caused_at": outgoing.caused_at,
        "cart_changed_at": outgoing.cart_changed_at,
        "expected_micros": cost.expected_micros,
        "announces_handoff": outgoing.announces_handoff,
        "is_template": isinstance(outgoing.content, Template),
        "country": outgoing.country,
    }


def is_under_way(connection: Connection, shop_id: UUID, lead_id: UUID) -> bool:
    """Whether something for the lead is still to be sent, or just being sent."""
    row = connection.execute(
        "SELECT 1 FROM message_path_outbox WHERE shop_id = %s AND lead_id = %s AND state IN ('due', 'sending') LIMIT 1",
        [shop_id, lead_id],
    ).fetchone()
    return row is not None


def drop(connection: Connection, shop_id: UUID, lead_id: UUID) -> None:
    """Delete everything that waits to be sent to a lead, and what nobody knows whether it left."""
    connection.execute("DELETE FROM message_path_outbox WHERE shop_id = %s AND lead_id = %s", [shop_id, lead_id])


def month_of(day: date) -> date:
    """The first day of a month."""
    return day.replace(day=1)
