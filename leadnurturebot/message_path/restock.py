"""Back in stock: everybody who asked for a variant is told once, while there is some."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from leadnurturebot.assistant.own_words.loading import OwnWords, own_words
from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.assistant.phrasing.values import Speech, money, say
from leadnurturebot.catalog.batch import load_offers, products_of
from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.conversations.batch import ThreadChange, newest_threads, store_threads
from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.contact_policy import OutgoingFacts, OutgoingKind, may_send
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.events import restocked
from leadnurturebot.domain.dialogue.reply import Phrase, Reply
from leadnurturebot.domain.message_content import MessageContent, Template
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.messages.template import fit_for_template
from leadnurturebot.domain.money import Money
from leadnurturebot.leads.batch import LeadRow, addresses_of
from leadnurturebot.leads.batch import load_many as load_leads
from leadnurturebot.message_path import gate, timers
from leadnurturebot.message_path.order_words import variant_item
from leadnurturebot.message_path.outbox import Outgoing, enqueue, month_of, priced, window_of
from leadnurturebot.message_path.template_words import filled, provider_language
from leadnurturebot.message_path.timers import TimerRow
from leadnurturebot.message_path.view import speech_of
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.nurture.batch import TemplateRow, approved_templates
from leadnurturebot.nurture.restock import Notice, settle, waiting, wanted
from leadnurturebot.nurture.usage import Usage, load_usage
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.live import notify_many
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Recipient
from leadnurturebot.shops.batch import ShopRow
from leadnurturebot.shops.batch import load_many as load_shops

RESTOCK = "restock"
TEMPLATE = "back_in_stock"
AT_ONCE = 200
"""People that one ring of a timer tells; the next ring tells the next."""


def watch(connection: Connection, shop_id: UUID, raised: Sequence[StockRaised], now: datetime) -> None:
    """Have everybody told who waits for one of these variants. `now` is business time."""
    if raised:
        ring_now(connection, shop_id, wanted(connection, shop_id, [each.variant_id for each in raised]), now=now)


def ring_now(connection: Connection, shop_id: UUID, variant_ids: Sequence[UUID], *, now: datetime) -> None:
    """Set the timers of variants that are back: each looks at everybody who was not looked at since `now`."""
    timers.set_many(connection, [_timer(shop_id, variant_id, since=now, due_at=now) for variant_id in variant_ids])


def _timer(shop_id: UUID, variant_id: UUID, *, since: datetime, due_at: datetime) -> TimerRow:
    return TimerRow(
        shop_id=shop_id, kind=RESTOCK, purpose_key=str(variant_id), due_at=due_at, data={"since": since.isoformat()}
    )


def ring_restock(connection: Connection, world: World, timer: TimerRow, times: Times) -> None:
    """Tell whoever waits for the timer's variant, unless it has sold out again."""
    shop_id, variant_id = timer.shop_id, UUID(timer.purpose_key)
    since = datetime.fromisoformat(timer.data["since"])
    back = _load(connection, world, shop_id, variant_id, times)
    if back is None:
        return
    lead_ids = waiting(connection, shop_id, variant_id, since=since, limit=AT_ONCE)
    notices = _tell(connection, back, lead_ids, times)
    settle(connection, shop_id, variant_id, notices, now=times.now)
    notify_many(connection, "conversation", [(shop_id, notice.thread_id) for notice in notices])
    if len(lead_ids) == AT_ONCE:
        timers.set_many(connection, [_timer(shop_id, variant_id, since=since, due_at=times.now)])


@dataclass(frozen=True, slots=True)
class _Back:
    """A variant of which there is some, at its price of now."""

    shop: ShopRow
    key: ShopKey
    catalogue: CatalogueIndex
    product: Product
    variant: Variant
    price: Money
    own_words: OwnWords
    templates: Mapping[tuple[UUID, str, str], TemplateRow]

    @property
    def reply(self) -> Reply:
        """The notice."""
        return restocked(variant_item(self.catalogue, self.product, self.variant), self.variant.code, self.price)


def _load(connection: Connection, world: World, shop_id: UUID, variant_id: UUID, times: Times) -> _Back | None:
    """None when the variant is sold out or no longer sold."""
    shop = load_shops(connection, [shop_id])[shop_id]
    catalogue = world.catalogues.of(connection, shop.id, shop.catalogue_version)
    product_id = products_of(connection, shop_id, [variant_id]).get(variant_id)
    product = catalogue.product(product_id) if product_id else None
    variant = next((each for each in product.variants if each.id == variant_id), None) if product else None
    if product is None or variant is None:
        return None
    offer = load_offers(connection, [(shop_id, product.id)], now=times.now)[product.id].get(variant_id)
    if offer is None or offer.available < 1:
        return None
    key = ring().of(connection, shop_id)
    own, templates = own_words(connection, shop.id, shop.knowledge_version), approved_templates(connection, [shop_id])
    return _Back(shop, key, catalogue, product, variant, Money(offer.price, shop.currency), own, templates)


def _tell(connection: Connection, back: _Back, lead_ids: Sequence[UUID], times: Times) -> list[Notice]:
    """Write to everybody whom the gate lets us write to; the others' notices are held."""
    keys = {back.shop.id: back.key}
    leads = load_leads(connection, lead_ids, keys)
    places = [(back.shop.id, lead_id) for lead_id in leads]
    threads, addresses = newest_threads(connection, places), addresses_of(connection, places, keys)
    month = month_of(times.now.date())
    gates = gate.read_many(connection, [thread.id for thread in threads.values()], month=month, now=times.now)
    usage = load_usage(connection, [thread.number_id for thread in threads.values()], month=month)
    notices, allowed = [], []
    for lead_id, thread in threads.items():
        row = gates[thread.id]
        outgoing = _outgoing(back, leads[lead_id], row, addresses.get(lead_id, ("", "")), times)
        outgoing = replace(outgoing, usage=usage.get(thread.number_id, Usage()))
        reason = _refusal(outgoing, row, times)
        allowed += [] if reason else [outgoing]
        notices.append(
            Notice(
                thread_id=thread.id,
                lead_id=lead_id,
                message_id=None if reason else outgoing.id,
                reason=reason,
                how="template" if outgoing.category else "free_text",
            )
        )
    _send(connection, back, allowed, times)
    return notices


def _outgoing(back: _Back, lead: LeadRow, row: gate.GateRow, address: tuple[str, str], times: Times) -> Outgoing:
    thread, shop = row.thread, back.shop
    language, window = thread.language or lead.language or shop.language, window_of(thread, times.now)
    template = None if window.is_open else back.templates.get((shop.id, TEMPLATE, provider_language(language)))
    speech = speech_of(shop, language, back.own_words)
    content: MessageContent = render(back.reply, speech, products=back.catalogue.product)
    if template is not None:
        content = _filled(back, template, lead, speech)
    return Outgoing(
        key=back.key, thread=thread, conversation_id=thread.conversation_id, content=content, to=Recipient(*address),
        country=lead.country, purpose=OutgoingKind.NOTICE, window=window, products=(back.product.id,),
        catalogue_version=shop.catalogue_version,
        category=Category(template.category.lower()) if template else None,
    )  # fmt: skip


def _filled(back: _Back, template: TemplateRow, lead: LeadRow, speech: Speech) -> Template:
    """The approved words for a closed window, with the button of the free message where the template has one."""
    piece = say(Phrase("row.item", {"item": variant_item(back.catalogue, back.product, back.variant).parts}), speech)
    values = (
        lead.name.split(" ")[0] or "🙂", fit_for_template(piece), fit_for_template(money(back.price, speech, keep_decimals=True)),
    )  # fmt: skip
    return Template(
        name=template.name, language=template.language, body_parameters=values, body=filled(template.body, values),
        button_parameters=(build("add", variant=back.variant.code),)[: template.quick_replies],
    )  # fmt: skip


def _refusal(outgoing: Outgoing, row: gate.GateRow, times: Times) -> str:
    """Why the notice may not go, empty when it may. Who waits for it has agreed to it."""
    message = OutgoingFacts(
        kind=OutgoingKind.NOTICE, category=outgoing.category or Category.SERVICE,
        expected_micros=priced(outgoing).expected_micros,
    )  # fmt: skip
    address = outgoing.to.wa_id or outgoing.to.user_id
    contact = gate.contact_facts(row, times.now, address=address, notice_agreed=True)
    return may_send(message, contact, times.now).reason or ""


def _send(connection: Connection, back: _Back, messages: Sequence[Outgoing], times: Times) -> None:
    enqueue(connection, messages, now=times.now, wall=times.wall)
    changes = [
        ThreadChange(
            thread=outgoing.thread, message_at=times.now, preview_from="bot",
            preview_sealed=back.key.seal_text(outgoing.content.plain_text()[:200]),
        )
        for outgoing in messages
    ]  # fmt: skip
    store_threads(connection, changes)
