"""Payment events from providers: applied to payment and order, and told to the customer where there is something to tell."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import structlog
from django.conf import settings

from leadnurturebot.assistant.phrasing.rendering import render
from leadnurturebot.conversations.batch import ThreadChange, load_by_id, store_threads
from leadnurturebot.domain.contact_policy import OutgoingKind
from leadnurturebot.domain.dialogue.events import (
    GivenBack,
    OpenPayment,
    PaidOrder,
    paid,
    payment_expired,
    payment_failed,
    refunded,
    sold_out_after_payment,
)
from leadnurturebot.domain.dialogue.reply import Reply
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.payment_states import PaymentOutcome
from leadnurturebot.leads.arrivals import raise_statuses
from leadnurturebot.leads.batch import LeadRow, addresses_of
from leadnurturebot.leads.batch import load_many as load_leads
from leadnurturebot.message_path import cart_reminders, inbox, restock
from leadnurturebot.message_path.erasing import look_again
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.kept_addresses import asked_state, asks_after_payment
from leadnurturebot.message_path.order_words import order_items
from leadnurturebot.message_path.outbox import Outgoing, enqueue, window_of
from leadnurturebot.message_path.view import shop_view, speech_to
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.payments.events import PaymentChanged, apply_event, find_lead
from leadnurturebot.payments.refunding import CannotRefund, RefundWanted, request_refund
from leadnurturebot.platform import audit
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.messaging.base import Recipient
from leadnurturebot.providers.payments.base import ProviderEvent
from leadnurturebot.shops.batch import ShopRow
from leadnurturebot.shops.batch import load_many as load_shops

log = structlog.get_logger("payments")
SETTLED = frozenset({PaymentOutcome.SETTLED, PaymentOutcome.REVIVED})
GIVEN_BACK = frozenset({PaymentOutcome.REFUNDED, PaymentOutcome.PARTIALLY_REFUNDED})
UNWANTED = frozenset({PaymentOutcome.LATE, PaymentOutcome.DUPLICATE})
"""Money that goes back by itself where the shop has it so."""


def handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[InboxEvent]:
    """Apply the batch's payment events one after the other and return them all: none waits."""
    for event in events:
        key = ring().of(connection, event.shop_id)
        provider_event = provider_event_of(event.payload)
        lead_id = find_lead(connection, event.shop_id, provider_event)
        leads = load_leads(connection, [lead_id], {key.shop_id: key}) if lead_id else {}
        changed = apply_event(connection, key, provider_event, now=times.now)
        if changed is not None and lead_id in leads:
            _tell(connection, world, key, leads[lead_id], changed, times)
    inbox.remove(connection, events)
    return list(events)


def provider_event_of(payload: dict[str, Any]) -> ProviderEvent:
    """The event as the provider's adapter read it."""
    return ProviderEvent(**{**payload, "at": datetime.fromisoformat(payload["at"])})


def _tell(
    connection: Connection, world: World, key: ShopKey, lead: LeadRow, changed: PaymentChanged, times: Times
) -> None:
    shop = load_shops(connection, [changed.shop_id])[changed.shop_id]
    if changed.outcome in SETTLED:
        raise_statuses(connection, [(shop.id, lead.id, "converted")], seen_at=times.now)
        cart_reminders.end(connection, [(shop.id, changed.thread_id, "bought")], now=times.now)
    if changed.outcome in UNWANTED and shop.settings.refund_automatically:
        _give_back(connection, changed, times)
    asks = changed.outcome in SETTLED and asks_after_payment(connection, key, lead, changed.order_id)
    reply = _reply(connection, world, shop, changed, times, asks=asks)
    if lead.erased_at is not None:
        look_again(connection, shop_id=shop.id, lead_id=lead.id, now=times.now)
    elif reply is not None:
        _say(connection, world, key, lead, shop, changed, reply, times, asks=asks)
    restock.watch(connection, shop.id, changed.raised, now=times.now)
    notify(connection, shop.id, "order", changed.order_id)
    notify(connection, shop.id, "dashboard", shop.id)


def _give_back(connection: Connection, changed: PaymentChanged, times: Times) -> None:
    wanted = RefundWanted(
        id=uuid7(), shop_id=changed.shop_id, payment_id=changed.payment_id, amount=None, reason=changed.outcome,
        actor=audit.SYSTEM,
    )  # fmt: skip
    try:
        request_refund(connection, wanted, now=times.now)
    except CannotRefund as error:  # the owner is asked instead, as the payment's row says
        log.warning("not given back by itself", payment=str(changed.payment_id), why=error.code)


def _reply(
    connection: Connection, world: World, shop: ShopRow, changed: PaymentChanged, times: Times, *, asks: bool
) -> Reply | None:
    catalogue = world.catalogues.of(connection, shop.id, shop.catalogue_version)
    items = order_items(connection, shop.id, changed.order_id, catalogue)
    total = Money(changed.total, changed.currency)
    if changed.outcome in SETTLED:
        order = PaidOrder(
            number=changed.number, items=items, received=changed.received, provider=changed.provider, asks_address=asks
        )
        return paid(order, shop_view(shop, times.now))
    if changed.refund is not None and changed.outcome in GIVEN_BACK:
        return refunded(GivenBack(number=changed.number, amount=changed.refund, provider=changed.provider))
    if changed.outcome is PaymentOutcome.LATE:
        return sold_out_after_payment(items[0], total)
    if changed.outcome is PaymentOutcome.FAILED and changed.is_current:
        can_pay_cash = shop_view(shop, times.now).takes_cash(changed.total)
        page = f"{settings.BASE_URL}/p/{changed.link}"
        return payment_failed(OpenPayment(number=changed.number, total=total, pay_url=page, takes_cash=can_pay_cash))
    if changed.outcome is PaymentOutcome.EXPIRED and changed.is_current:
        return payment_expired(OpenPayment(number=changed.number, total=total))
    return None


def _say(
    connection: Connection, world: World, key: ShopKey, lead: LeadRow, shop: ShopRow, changed: PaymentChanged,
    reply: Reply, times: Times, *, asks: bool,
) -> None:  # fmt: skip
    thread = load_by_id(connection, [(shop.id, changed.thread_id)])[changed.thread_id]
    catalogue = world.catalogues.of(connection, shop.id, shop.catalogue_version)
    speech = speech_to(connection, shop, thread.language or lead.language or shop.language)
    content = render(reply, speech, products=catalogue.product)
    wa_id, user_id = addresses_of(connection, [(shop.id, lead.id)], {shop.id: key}).get(lead.id, ("", ""))
    outgoing = Outgoing(
        key=key, thread=thread, conversation_id=thread.conversation_id, content=content,
        to=Recipient(wa_id, user_id), country=lead.country, purpose=OutgoingKind.TRANSACTIONAL,
        window=window_of(thread, times.now), caused_at=times.now,
    )  # fmt: skip
    enqueue(connection, [outgoing], now=times.now, wall=times.wall)
    settled = changed.outcome in SETTLED
    store_threads(
        connection,
        [ThreadChange(thread=thread, message_at=times.now, preview_sealed=key.seal_text(content.plain_text()[:200]),
                      preview_from="bot", stage="bought" if settled else "",
                      state_sealed=asked_state(key, thread) if asks else None)],
    )  # fmt: skip
