"""Applying what a provider tells of a payment. The same event again changes nothing."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.domain.payment_states import (
    PaymentEvent,
    PaymentEventKind,
    PaymentOutcome,
    PaymentState,
    PaymentVerdict,
    PaymentView,
    apply_payment_event,
    needs_stock,
)
from leadnurturebot.ledger.batch import append
from leadnurturebot.orders.batch import empty_cart
from leadnurturebot.orders.holds import consume, put_back, release_orders
from leadnurturebot.orders.placing import record_events
from leadnurturebot.payments.calls import REFUND_LOOKS, Wish, want
from leadnurturebot.payments.facts import refund_fact, settled_fact
from leadnurturebot.payments.refund_rows import record_refund
from leadnurturebot.payments.stored import Stored, find, find_lead, second_charge, store, view_of
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.payments.base import ProviderEvent

__all__ = ["PaymentChanged", "apply_event", "find_lead"]

_KINDS = {
    "paid": PaymentEventKind.PAID, "pending": PaymentEventKind.PENDING, "declined": PaymentEventKind.DECLINED,
    "failed": PaymentEventKind.FAILED, "expired": PaymentEventKind.EXPIRED, "disputed": PaymentEventKind.DISPUTED,
    "dispute_won": PaymentEventKind.DISPUTE_WON, "dispute_lost": PaymentEventKind.DISPUTE_LOST,
}  # fmt: skip
_REFUND_KINDS = {
    "succeeded": PaymentEventKind.REFUNDED, "failed": PaymentEventKind.REFUND_FAILED,
    "canceled": PaymentEventKind.REFUND_FAILED,
}  # fmt: skip
_SILENT = frozenset({PaymentOutcome.NOTHING, PaymentOutcome.ALREADY_SETTLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentChanged:
    """What an event came to, for whoever has to tell somebody."""

    outcome: PaymentOutcome
    payment_id: UUID
    order_id: UUID
    shop_id: UUID
    lead_id: UUID
    thread_id: UUID
    number: str
    total: int
    currency: str
    link: str
    """Token of the payment's link."""
    provider: str
    is_current: bool
    """The order still waits for this very payment: it was not replaced by a newer one."""
    received: Money | None = None
    """What has arrived in all."""
    refund: Money | None = None
    """What this event gave back."""
    raised: tuple[StockRaised, ...] = ()
    """What lies on the shelf again."""


def apply_event(connection: Connection, key: ShopKey, event: ProviderEvent, *, now: datetime) -> PaymentChanged | None:
    """Apply one verified event in the caller's transaction. None when it concerns no payment of the key's shop.

    `now` is business time.
    """
    stored = find(connection, key.shop_id, event)
    if stored is None or event.kind == "ignored":
        return None
    if event.kind == "approved":
        want(connection, [Wish(stored.shop_id, stored.id, "look", event.session_id or stored.session_id)])
        return None
    if event.kind == "expired" and event.session_id and stored.session_id not in ("", event.session_id):
        return None  # an older session of this payment ran out; a newer one is open
    if _is_second_money(stored, event):
        stored = second_charge(connection, stored, event, now=now)
        event = replace(event, reference=stored.reference)
    if event.kind == "refunded" and event.refund_state == "pending" and event.refund_id:
        ask_after = Wish(stored.shop_id, stored.id, "refund_look", event.refund_id)
        want(connection, [ask_after], after=REFUND_LOOKS[0])
    return _apply(connection, key, stored, event, now)


def _is_second_money(stored: Stored, event: ProviderEvent) -> bool:
    is_other = bool(event.charge_id and stored.charge_id) and event.charge_id != stored.charge_id
    return event.kind == "paid" and stored.arrived_as != "" and is_other


def _apply(connection: Connection, key: ShopKey, stored: Stored, event: ProviderEvent, now: datetime) -> PaymentChanged:
    neutral = _neutral(connection, stored, event, now)
    view, is_taken = _with_stock(connection, stored, view_of(connection, stored), neutral, now)
    verdict = apply_payment_event(view, neutral)
    store(connection, stored, verdict, charge_id=event.charge_id, now=now)
    if event.address and event.kind == "paid":
        _keep_address(connection, key, stored, event.address)
    if event.kind in ("failed", "declined", "expired"):
        _let_capture_go(connection, stored, event.session_id)
    raised = _after(connection, stored, verdict, event, now, is_taken=is_taken)
    given = verdict.refunded - stored.refunded
    return PaymentChanged(
        outcome=verdict.outcome, payment_id=stored.id, order_id=stored.order_id, shop_id=stored.shop_id,
        lead_id=stored.lead_id, thread_id=stored.thread_id, number=stored.number, total=stored.order_total,
        currency=stored.currency, link=stored.token, provider=stored.provider,
        is_current=verdict.order_state == OrderState.AWAITING_PAYMENT, received=verdict.received,
        refund=Money(given, stored.currency) if given > 0 else None, raised=tuple(raised),
    )  # fmt: skip


def _neutral(connection: Connection, stored: Stored, event: ProviderEvent, now: datetime) -> PaymentEvent:
    amount = Money(event.amount, event.currency) if event.amount is not None else None
    if event.kind != "refunded":
        return PaymentEvent(kind=_KINDS[event.kind], amount=amount, our_ref=event.reference or stored.reference)
    total = record_refund(connection, stored, event, now)
    kind = _REFUND_KINDS.get(event.refund_state, PaymentEventKind.REFUND_PENDING)
    return PaymentEvent(kind=kind, amount=Money(total, stored.currency), our_ref=stored.reference)


def _with_stock(
    connection: Connection, stored: Stored, view: PaymentView, event: PaymentEvent, now: datetime
) -> tuple[PaymentView, bool]:
    """Where the goods decide, take them off the shelf now: of two late payers of the last piece one gets it."""
    if not needs_stock(view, event):
        return replace(view, stock_held=True), False
    is_taken = consume(connection, shop_id=stored.shop_id, order_id=stored.order_id, now=now)
    return replace(view, stock_held=is_taken), is_taken


def _after(
    connection: Connection, stored: Stored, verdict: PaymentVerdict, event: ProviderEvent, now: datetime, *,
    is_taken: bool,
) -> list[StockRaised]:  # fmt: skip
    """What follows from an outcome: cart, shelf, timeline, ledger. Returns what there is more of on the shelf."""
    if verdict.outcome in {PaymentOutcome.SETTLED, PaymentOutcome.REVIVED}:
        empty_cart(connection, shop_id=stored.shop_id, thread_id=stored.thread_id)
        append(connection, [settled_fact(stored, now)], now=now)
        if stored.refunded:  # a refund of a part overtook its payment
            append(connection, [refund_fact(stored, stored.refunded, "early", now)], now=now)
    elif verdict.outcome is PaymentOutcome.EXPIRED:
        release_orders(connection, [stored.order_id])
    # Wrong, double and late money was never revenue, so giving it back takes none away.
    if verdict.refunded > stored.refunded and verdict.arrived_as is PaymentState.PAID:
        refund_id = event.refund_id or event.event_id
        append(connection, [refund_fact(stored, verdict.refunded - stored.refunded, refund_id, now)], now=now)
    if verdict.outcome not in _SILENT:
        record_events(connection, [(stored.shop_id, stored.order_id, f"payment_{verdict.outcome}", now, "")])
    if verdict.order_state == "refunded" and (stored.order_state == "paid" or is_taken):
        return put_back(connection, shop_id=stored.shop_id, order_id=stored.order_id, now=now)
    return []


def _let_capture_go(connection: Connection, stored: Stored, session_id: str) -> None:
    """The session's money will not come: another one may be captured."""
    connection.execute(
        "UPDATE payments_payment SET capturing = '' WHERE shop_id = %s AND id = %s AND capturing = %s",
        [stored.shop_id, stored.id, session_id],
    )


def _keep_address(connection: Connection, key: ShopKey, stored: Stored, address: str) -> None:
    connection.execute(
        "UPDATE orders_order SET address_sealed = %s WHERE shop_id = %s AND id = %s AND address_sealed = ''",
        [key.seal_text(address), stored.shop_id, stored.order_id],
    )
