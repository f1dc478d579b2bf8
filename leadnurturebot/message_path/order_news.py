"""What happens to an order, told to its customer once: in words while the window is open, else by the approved template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.assistant.phrasing.values import Speech
from leadnurturebot.conversations.batch import ThreadChange, ThreadRow, load_by_id, store_threads
from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.dialogue.reply import Reply
from leadnurturebot.domain.message_content import MessageContent, Template
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.leads.batch import LeadRow, addresses_of
from leadnurturebot.leads.batch import load_many as load_leads
from leadnurturebot.message_path.erasing import look_again
from leadnurturebot.message_path.outbox import Outgoing, enqueue, month_of, window_of
from leadnurturebot.message_path.template_words import filled, provider_language
from leadnurturebot.message_path.view import speech_to
from leadnurturebot.message_path.visits import Times
from leadnurturebot.nurture.batch import TemplateRow, approved_templates
from leadnurturebot.nurture.usage import Usage, load_usage
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Recipient
from leadnurturebot.shops.batch import ShopRow
from leadnurturebot.shops.batch import load_many as load_shops


class NoOrder(LookupError):
    """The shop has no such order."""


class Addressee(Protocol):
    """Whom news is told, and where. The person is locked until the transaction ends, as in a turn."""

    @property
    def key(self) -> ShopKey: ...
    @property
    def shop(self) -> ShopRow: ...
    @property
    def thread_id(self) -> UUID: ...
    @property
    def lead(self) -> LeadRow: ...
    @property
    def bought_at(self) -> datetime:
        """What the customer did that the news follows from: a STOP since keeps it back."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """An order with who bought it; the person is locked until the transaction ends, as in a turn."""

    key: ShopKey
    shop: ShopRow
    order_id: UUID
    number: str
    thread_id: UUID
    lead: LeadRow
    bought_at: datetime

    @property
    def first_name(self) -> str:
        return first_name(self.lead)


def first_name(lead: LeadRow) -> str:
    """For a template, whose parameters may not be empty."""
    return lead.name.split(" ")[0] or "🙂"


@dataclass(frozen=True, slots=True)
class News:
    """What to say. `template` names the one for a closed window, `values` fill it."""

    reply: Reply
    template: str
    values: Sequence[str]


def find_buyer(connection: Connection, shop_id: UUID, order_id: UUID) -> Buyer:
    """The order's buyer. Raises NoOrder.

    The person is locked before the order, as the message path does it: the other way round two would wait for each other.
    """
    row = connection.execute(
        "SELECT number, lead_id, thread_id, coalesce(paid_at, placed_at) FROM orders_order WHERE shop_id = %s AND id = %s",
        [shop_id, order_id],
    ).fetchone()
    if row is None:
        raise NoOrder("there is no such order")
    key = ring().of(connection, shop_id)
    lead = load_leads(connection, [row[1]], {shop_id: key})[row[1]]
    shop = load_shops(connection, [shop_id])[shop_id]
    return Buyer(
        key=key, shop=shop, order_id=order_id, number=row[0], thread_id=row[2], lead=lead, bought_at=row[3]
    )  # fmt: skip


def tell(connection: Connection, buyer: Addressee, news: News, times: Times) -> bool:
    """Put the news into the outbox, in the caller's transaction with what it tells of. False for an erased person."""
    if buyer.lead.erased_at is not None:
        look_again(connection, shop_id=buyer.shop.id, lead_id=buyer.lead.id, now=times.now)
        return False
    thread = load_by_id(connection, [(buyer.shop.id, buyer.thread_id)]).get(buyer.thread_id)
    if thread is None:
        return False
    _send(connection, buyer, thread, news, times)
    notify(connection, buyer.shop.id, "conversation", thread.id)
    return True


def _send(connection: Connection, buyer: Addressee, thread: ThreadRow, news: News, times: Times) -> None:
    language = thread.language or buyer.lead.language or buyer.shop.language
    window = window_of(thread, times.now)
    template = None if window.is_open else _template(connection, buyer.shop.id, news.template, language)
    content = _content(news, speech_to(connection, buyer.shop, language), template)
    places = [(buyer.shop.id, buyer.lead.id)]
    address = addresses_of(connection, places, {buyer.shop.id: buyer.key}).get(buyer.lead.id, ("", ""))
    month = month_of(times.now.date())
    outgoing = Outgoing(
        key=buyer.key, thread=thread, conversation_id=thread.conversation_id, content=content, to=Recipient(*address),
        country=buyer.lead.country, purpose=OutgoingKind.TRANSACTIONAL, window=window,
        usage=load_usage(connection, [thread.number_id], month=month).get(thread.number_id, Usage()),
        caused_at=buyer.bought_at,
        category=Category(template.category.lower()) if template else None,
    )  # fmt: skip
    enqueue(connection, [outgoing], now=times.now, wall=times.wall)
    preview = buyer.key.seal_text(content.plain_text()[:200])
    change = ThreadChange(thread=thread, message_at=times.now, preview_sealed=preview, preview_from="bot")
    store_threads(connection, [change])


def _template(connection: Connection, shop_id: UUID, name: str, language: str) -> TemplateRow | None:
    return approved_templates(connection, [shop_id]).get((shop_id, name, provider_language(language)))


def _content(news: News, speech: Speech, template: TemplateRow | None) -> MessageContent:
    if template is None:
        # Without pictures: these messages are read at a glance, and a page's program holds no catalogue.
        return render(news.reply, speech, products=lambda _: None)
    values = tuple(news.values)
    body = filled(template.body, values)
    return Template(name=template.name, language=template.language, body_parameters=values, body=body)
