"""How does it fit? Asked once an order, some days after it came, where WhatsApp and the shop's rules let us ask.

In an open window with three buttons, else by the approved utility template `fit_question` in the customer's language; where
neither may go now, it waits for a week at most. Nobody is asked who said stop, talks with a person or about something else
right now, or has something on its way back.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.assistant.phrasing.values import Speech, say
from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.conversations.batch import ThreadChange, store_threads
from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.contact_policy import OutgoingFacts, OutgoingKind, Refusal, may_send
from leadnurturebot.domain.dialogue.fit_choices import after_asking, fit_action, fit_asked
from leadnurturebot.domain.dialogue.goods import size_term
from leadnurturebot.domain.dialogue.reply import Phrase
from leadnurturebot.domain.fit_question import NOT_WHILE_TALKING, ask_again_at, due_at, polite, to_ask
from leadnurturebot.domain.message_content import MessageContent, Template
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.messages.template import fit_for_template
from leadnurturebot.leads.batch import addresses_of
from leadnurturebot.message_path import gate, timers
from leadnurturebot.message_path.order_news import Buyer, NoOrder, find_buyer
from leadnurturebot.message_path.order_words import variant_item
from leadnurturebot.message_path.outbox import Outgoing, enqueue, month_of, priced, window_of
from leadnurturebot.message_path.template_words import filled, provider_language
from leadnurturebot.message_path.timers import TimerRow
from leadnurturebot.message_path.view import sealed_state, speech_to, state_of
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.nurture.batch import approved_templates
from leadnurturebot.nurture.fit_questions import open_question, plan_question, settle_question
from leadnurturebot.nurture.usage import Usage, load_usage
from leadnurturebot.orders.fits import pieces_to_judge
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Recipient

FIT_QUESTION = "fit_question"
TEMPLATE = "fit_question"
_NO_TEMPLATE = "no_template"
_FOR_GOOD = frozenset({
    Refusal.OPTED_OUT, Refusal.STOPPED_MARKETING, Refusal.LEAD_ERASED, Refusal.BLOCKED, Refusal.NUMBER_UNREACHABLE,
})  # fmt: skip
"""What another day does not change."""


def plan(connection: Connection, buyer: Buyer, times: Times) -> None:
    """Plan the question of an order that has just come, where the shop asks it. Planned twice it is planned once."""
    days = buyer.shop.settings.fit_question_days
    if days == 0 or buyer.lead.erased_at is not None or buyer.lead.opted_out_at is not None:
        return
    due = due_at(times.now, days, ZoneInfo(buyer.shop.timezone))
    is_new = plan_question(
        connection, shop_id=buyer.shop.id, thread_id=buyer.thread_id, lead_id=buyer.lead.id, order_id=buyer.order_id,
        due_at=due,
    )  # fmt: skip
    if is_new:
        timers.set_many(connection, [_timer(buyer, due)])


def _timer(buyer: Buyer, due: datetime) -> TimerRow:
    return TimerRow(
        shop_id=buyer.shop.id, kind=FIT_QUESTION, purpose_key=str(buyer.order_id), due_at=due, lead_id=buyer.lead.id,
        thread_id=buyer.thread_id,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asking:
    """A question that is due: to whom, about which pieces, on the state of this moment."""

    buyer: Buyer
    gate: gate.GateRow
    catalogue: CatalogueIndex
    pieces: list[tuple[Product, Variant]]

    @property
    def language(self) -> str:
        return self.gate.thread.language or self.buyer.lead.language or self.buyer.shop.language

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.buyer.shop.timezone)


def ring_fit_question(connection: Connection, world: World, timer: TimerRow, times: Times) -> None:
    """Ask, wait for a better moment, or leave it."""
    order_id = UUID(timer.purpose_key)
    try:
        buyer = find_buyer(connection, timer.shop_id, order_id)
    except NoOrder:
        return
    due = open_question(connection, shop_id=timer.shop_id, lead_id=buyer.lead.id, order_id=order_id)
    if due is None:
        return
    asking = _load(connection, world, buyer, times)
    if asking is None or not asking.pieces:
        settle_question(
            connection, shop_id=buyer.shop.id, lead_id=buyer.lead.id, order_id=order_id, state="cancelled", now=times.now,
            reason="nothing_to_ask",
        )  # fmt: skip
    elif later := _better_moment(asking, times.now):
        timers.set_many(connection, [_timer(buyer, later)])
    else:
        _ask_or_hold(connection, asking, due, times)
    notify(connection, buyer.shop.id, "conversation", buyer.thread_id)


def _load(connection: Connection, world: World, buyer: Buyer, times: Times) -> _Asking | None:
    found = gate.read_many(connection, [buyer.thread_id], month=month_of(times.now.date()), now=times.now)
    if buyer.thread_id not in found:
        return None
    catalogue = world.catalogues.of(connection, buyer.shop.id, buyer.shop.catalogue_version)
    pieces = []
    for piece in to_ask(pieces_to_judge(connection, buyer.shop.id, buyer.order_id)):
        product = catalogue.product(piece.product_id)
        variant = next((own for own in product.variants if own.id == piece.variant_id), None) if product else None
        if product is not None and variant is not None and len(product.sizes) > 1:
            pieces.append((product, variant))
    return _Asking(buyer, found[buyer.thread_id], catalogue, pieces)


def _better_moment(asking: _Asking, now: datetime) -> datetime | None:
    """Not at night, and not into a talk about something else."""
    last = asking.gate.thread.last_inbound_at
    quiet = last + NOT_WHILE_TALKING if last is not None else now
    moment = polite(max(now, quiet), asking.zone)
    return moment if moment > now else None


def _ask_or_hold(connection: Connection, asking: _Asking, due: datetime, times: Times) -> None:
    buyer = asking.buyer
    outgoing = _outgoing(connection, asking, times)
    reason = _NO_TEMPLATE if outgoing is None else _refusal(outgoing, asking, times)
    if outgoing is not None and not reason:
        _send(connection, asking, outgoing, times)
        how = "template" if isinstance(outgoing.content, Template) else "free_text"
        settle_question(
            connection, shop_id=buyer.shop.id, lead_id=buyer.lead.id, order_id=buyer.order_id, state="sent", now=times.now,
            how=how, message_id=outgoing.id,
        )  # fmt: skip
        return
    settle_question(
        connection, shop_id=buyer.shop.id, lead_id=buyer.lead.id, order_id=buyer.order_id, state="held", now=times.now,
        reason=reason,
    )  # fmt: skip
    again = None if reason in _FOR_GOOD else ask_again_at(times.now, due, asking.zone)
    if again is not None:
        timers.set_many(connection, [_timer(buyer, again)])


def _refusal(outgoing: Outgoing, asking: _Asking, times: Times) -> str:
    message = OutgoingFacts(
        kind=OutgoingKind.QUESTION, category=outgoing.category or Category.SERVICE,
        expected_micros=priced(outgoing).expected_micros,
    )  # fmt: skip
    address = outgoing.to.wa_id or outgoing.to.user_id
    return may_send(message, gate.contact_facts(asking.gate, times.now, address=address), times.now).reason or ""


def _outgoing(connection: Connection, asking: _Asking, times: Times) -> Outgoing | None:
    """The question in the shape that the window allows; None where it allows none."""
    buyer, thread = asking.buyer, asking.gate.thread
    window, month = window_of(thread, times.now), month_of(times.now.date())
    speech = speech_to(connection, buyer.shop, asking.language)
    content = _text(asking, speech) if window.is_open else _template(connection, asking, speech)
    if content is None:
        return None
    addresses = addresses_of(connection, [(buyer.shop.id, buyer.lead.id)], {buyer.shop.id: buyer.key})
    return Outgoing(
        key=buyer.key, thread=thread, conversation_id=thread.conversation_id, content=content,
        to=Recipient(*addresses.get(buyer.lead.id, ("", ""))), country=buyer.lead.country, purpose=OutgoingKind.QUESTION,
        window=window, usage=load_usage(connection, [thread.number_id], month=month).get(thread.number_id, Usage()),
        category=Category.UTILITY if isinstance(content, Template) else None, products=(asking.pieces[0][0].id,),
    )  # fmt: skip


def _text(asking: _Asking, speech: Speech) -> MessageContent:
    product, variant = asking.pieces[0]
    item = replace(variant_item(asking.catalogue, product, variant), color="")
    return render(fit_asked(item, asking.buyer.number, variant.code), speech, products=asking.catalogue.product)


def _template(connection: Connection, asking: _Asking, speech: Speech) -> Template | None:
    """The shop's template, as long as it is one of utility: as marketing it would cost and ask for consent."""
    buyer = asking.buyer
    wanted = (buyer.shop.id, TEMPLATE, provider_language(asking.language))
    template = approved_templates(connection, [buyer.shop.id]).get(wanted)
    if template is None or template.category.upper() != "UTILITY":
        return None
    product, variant = asking.pieces[0]
    piece = say(Phrase("row.item", {"item": (product.name, size_term(variant.size))}), speech)
    values = (buyer.first_name, fit_for_template(piece), buyer.number)
    payloads = tuple(fit_action(variant.code, letter) for letter in "srl")[: template.quick_replies]
    return Template(
        name=template.name, language=template.language, body_parameters=values, button_parameters=payloads,
        body=filled(template.body, values),
    )  # fmt: skip


def _send(connection: Connection, asking: _Asking, outgoing: Outgoing, times: Times) -> None:
    """The message, and in the thread's memory the question that it leaves open: an answer in words is understood."""
    enqueue(connection, [outgoing], now=times.now, wall=times.wall)
    key, thread = asking.buyer.key, outgoing.thread
    state = after_asking(state_of(key, thread.state_sealed), asking.pieces)
    change = ThreadChange(
        thread=thread, message_at=times.now, preview_sealed=key.seal_text(outgoing.content.plain_text()[:200]),
        preview_from="bot", state_sealed=sealed_state(key, state),
    )  # fmt: skip
    store_threads(connection, [change])
