"""Applying what a provider tells of a payment. The same event again changes nothing."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
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
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.orders.batch import empty_cart
from leadnurturebot.orders.holds import consume, put_back, release_orders
from leadnurturebot.orders.placing import record_events
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.payments.base import ProviderEvent

_KINDS = {
    "paid": PaymentEventKind.PAID, "pending": PaymentEventKind.PENDING, "failed": PaymentEventKind.FAILED,
    "expired": PaymentEventKind.EXPIRED, "disputed": PaymentEventKind.DISPUTED,
}  # fmt: skip
_REFUND_KINDS = {
    "succeeded": PaymentEventKind.REFUNDED, "failed": PaymentEventKind.REFUND_FAILED,
    "canceled": PaymentEventKind.REFUND_FAILED,
}  # fmt: skip


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
    is_current: bool
    """The order still waits for this very payment: it was not replaced by a newer one."""
    raised: tuple[StockRaised, ...] = ()
    """What lies on the shelf again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stored:
    """A payment with its order, locked."""

    id: UUID
    shop_id: UUID
    order_id: UUID
    state: str
    amount: int
    currency: str
    reference: str
    arrived_as: str
    received_amount: int | None
    received_currency: str
    refunded: int
    owner_must: str
    session_id: str
    token: str
    number: str
    order_state: str
    order_total: int
    lead_id: UUID
    thread_id: UUID
    conversation_id: UUID | None
    source: str
    ad_id: UUID | None
    last_source: str
    last_ad_id: UUID | None


_FIND = """
SELECT p.id, p.shop_id, p.order_id, p.state, p.amount, p.currency, p.reference, p.arrived_as, p.received_amount,
       p.received_currency, p.refunded, p.owner_must, p.session_id, p.token, o.number, o.state, o.total, o.lead_id, o.thread_id,
       o.conversation_id, o.source, o.ad_id, o.last_source, o.last_ad_id
FROM payments_payment p JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id
WHERE p.shop_id = %(shop)s
  AND (p.reference = %(reference)s OR (%(session)s <> '' AND p.session_id = %(session)s)
       OR (%(charge)s <> '' AND p.charge_id = %(charge)s))
ORDER BY p.reference = %(reference)s DESC LIMIT 1
FOR NO KEY UPDATE OF p, o
"""


def find_lead(connection: Connection, shop_id: UUID, event: ProviderEvent) -> UUID | None:
    """The lead an event concerns, so that the caller can lock it first. None for a payment that is not ours."""
    row = connection.execute(
        "SELECT o.lead_id FROM payments_payment p JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id"
        " WHERE p.shop_id = %(shop)s AND (p.reference = %(reference)s OR (%(session)s <> '' AND p.session_id = %(session)s)"
        " OR (%(charge)s <> '' AND p.charge_id = %(charge)s)) LIMIT 1",
        _names(shop_id, event),
    ).fetchone()
    return row[0] if row else None


def _names(shop_id: UUID, event: ProviderEvent) -> dict[str, Any]:
    return {
        "shop": shop_id, "reference": event.reference, "session": event.session_id, "charge": event.charge_id
    }  # fmt: skip


def apply_event(connection: Connection, key: ShopKey, event: ProviderEvent, *, now: datetime) -> PaymentChanged | None:
    """Apply one verified event in the caller's transaction. None when it concerns no payment of the key's shop.

    `now` is business time.
    """
    shop_id = key.shop_id
    row = connection.execute(_FIND, _names(shop_id, event)).fetchone()
    if row is None or event.kind == "ignored":
        return None
    stored = _Stored(**dict(zip(_Stored.__slots__, row, strict=True)))
    neutral = _neutral(connection, stored, event, now)
    if event.session_id and stored.session_id and event.session_id != stored.session_id and event.kind == "expired":
        return None  # an older session of this payment ran out; a newer one is open
    view = _view(connection, stored)
    view = _with_stock(connection, stored, view, neutral, now)
    verdict = apply_payment_event(view, neutral)
    _store(connection, stored, verdict, event, now)
    if event.address and event.kind == "paid":
        _keep_address(connection, key, stored, event.address)
    raised = _after(connection, stored, verdict, event, now)
    return PaymentChanged(
        outcome=verdict.outcome, payment_id=stored.id, order_id=stored.order_id, shop_id=shop_id,
        lead_id=stored.lead_id, thread_id=stored.thread_id, number=stored.number, total=stored.order_total,
        currency=stored.currency, link=stored.token, is_current=verdict.order_state == OrderState.AWAITING_PAYMENT,
        raised=tuple(raised),
    )  # fmt: skip


def _neutral(connection: Connection, stored: _Stored, event: ProviderEvent, now: datetime) -> PaymentEvent:
    amount = Money(event.amount, event.currency) if event.amount is not None else None
    if event.kind != "refunded":
        return PaymentEvent(kind=_KINDS[event.kind], amount=amount, our_ref=event.reference or stored.reference)
    total = _record_refund(connection, stored, event, now)
    kind = _REFUND_KINDS.get(event.refund_state, PaymentEventKind.REFUND_PENDING)
    return PaymentEvent(kind=kind, amount=Money(total, stored.currency), our_ref=stored.reference)


def _record_refund(connection: Connection, stored: _Stored, event: ProviderEvent, now: datetime) -> int:
    """Keep the refund and return the sum of this payment's refunds that did not fail."""
    connection.execute(
        "INSERT INTO payments_refund (id, shop_id, payment_id, provider_id, amount, state, reason, created_at)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
        " ON CONFLICT (payment_id, provider_id) DO UPDATE SET state = excluded.state"
        " WHERE payments_refund.state NOT IN ('succeeded', 'failed', 'canceled')",
        [uuid7(), stored.shop_id, stored.id, event.refund_id, event.amount or 0, event.refund_state, event.reason, now],
    )
    row = connection.execute(
        "SELECT coalesce(sum(amount), 0)::bigint FROM payments_refund WHERE shop_id = %s AND payment_id = %s"
        " AND (state = 'succeeded' OR provider_id = %s)",
        [stored.shop_id, stored.id, event.refund_id],
    ).fetchone()
    return int(row[0]) if row else 0


def _view(connection: Connection, stored: _Stored) -> PaymentView:
    other = connection.execute(
        "SELECT 1 FROM payments_payment WHERE shop_id = %s AND order_id = %s AND id <> %s AND arrived_as = 'paid' LIMIT 1",
        [stored.shop_id, stored.order_id, stored.id],
    ).fetchone()
    received = None if stored.received_amount is None else Money(stored.received_amount, stored.received_currency)
    return PaymentView(
        state=PaymentState(stored.state),
        asked=Money(stored.amount, stored.currency),
        order_total=Money(stored.order_total, stored.currency),
        order_state=OrderState(stored.order_state),
        arrived_as=PaymentState(stored.arrived_as) if stored.arrived_as else None,
        received=received,
        refunded=stored.refunded,
        other_payment_settled=other is not None,
        owner_must=stored.owner_must,
        stock_held=False,
        our_ref=stored.reference,
    )


def _with_stock(
    connection: Connection, stored: _Stored, view: PaymentView, event: PaymentEvent, now: datetime
) -> PaymentView:
    """Where the goods decide, take them off the shelf now: of two late payers of the last piece one gets it."""
    if not needs_stock(view, event):
        return replace(view, stock_held=True)
    return replace(view, stock_held=consume(connection, shop_id=stored.shop_id, order_id=stored.order_id, now=now))


def _store(
    connection: Connection, stored: _Stored, verdict: PaymentVerdict, event: ProviderEvent, now: datetime
) -> None:
    received = verdict.received
    connection.execute(
        "UPDATE payments_payment SET state = %s, arrived_as = %s, received_amount = %s, received_currency = %s,"
        " refunded = %s, owner_must = %s, charge_id = CASE WHEN %s = '' THEN charge_id ELSE %s END,"
        " settled_at = CASE WHEN %s AND settled_at IS NULL THEN %s ELSE settled_at END"
        " WHERE shop_id = %s AND id = %s",
        [
            verdict.state, verdict.arrived_as or "", received.minor if received else None,
            received.currency if received else "", verdict.refunded, verdict.owner_must, event.charge_id,
            event.charge_id, verdict.arrived_as is not None, now, stored.shop_id, stored.id,
        ],
    )  # fmt: skip
    if verdict.order_state != stored.order_state:
        connection.execute(
            "UPDATE orders_order SET state = %s, state_at = %s, paid_at = CASE WHEN %s THEN %s ELSE paid_at END"
            " WHERE shop_id = %s AND id = %s",
            [verdict.order_state, now, verdict.order_state == "paid", now, stored.shop_id, stored.order_id],
        )


def _after(
    connection: Connection, stored: _Stored, verdict: PaymentVerdict, event: ProviderEvent, now: datetime
) -> list[StockRaised]:
    """What follows from an outcome: cart, shelf, timeline, ledger. Returns what there is more of on the shelf."""
    settled = verdict.outcome in {PaymentOutcome.SETTLED, PaymentOutcome.REVIVED}
    if settled:
        empty_cart(connection, shop_id=stored.shop_id, thread_id=stored.thread_id)
        append(connection, [_settled_fact(stored, now)], now=now)
    elif verdict.outcome is PaymentOutcome.EXPIRED:
        release_orders(connection, [stored.order_id])
    if verdict.refunded > stored.refunded and verdict.arrived_as is not None:
        append(connection, [_refund_fact(stored, verdict.refunded - stored.refunded, event, now)], now=now)
    if verdict.outcome is not PaymentOutcome.NOTHING and verdict.outcome is not PaymentOutcome.ALREADY_SETTLED:
        record_events(connection, [(stored.shop_id, stored.order_id, f"payment_{verdict.outcome}", now, "")])
    if verdict.order_state == "refunded" and stored.order_state == "paid":
        return put_back(connection, shop_id=stored.shop_id, order_id=stored.order_id, now=now)
    return []


def _keep_address(connection: Connection, key: ShopKey, stored: _Stored, address: str) -> None:
    connection.execute(
        "UPDATE orders_order SET address_sealed = %s WHERE shop_id = %s AND id = %s AND address_sealed = ''",
        [key.seal_text(address), stored.shop_id, stored.order_id],
    )


def _attribution(stored: _Stored) -> dict[str, Any]:
    return {
        "first": {"source": stored.source, "ad_id": str(stored.ad_id) if stored.ad_id else None},
        "last": {"source": stored.last_source, "ad_id": str(stored.last_ad_id) if stored.last_ad_id else None},
    }


def _settled_fact(stored: _Stored, now: datetime) -> LedgerFact:
    return LedgerFact(
        shop_id=stored.shop_id, kind="payment.settled", at=now, dedupe_key=f"payment.settled:{stored.id}",
        lead_id=stored.lead_id, conversation_id=stored.conversation_id, subject=("order", str(stored.order_id)),
        amount_micros=Money(stored.amount, stored.currency).micros, currency=stored.currency,
        data={"payment": str(stored.id), **_attribution(stored)},
    )  # fmt: skip


def _refund_fact(stored: _Stored, amount: int, event: ProviderEvent, now: datetime) -> LedgerFact:
    return LedgerFact(
        shop_id=stored.shop_id, kind="refund.settled", at=now,
        dedupe_key=f"refund.settled:{stored.id}:{event.refund_id}", lead_id=stored.lead_id,
        conversation_id=stored.conversation_id, subject=("order", str(stored.order_id)),
        amount_micros=-Money(amount, stored.currency).micros, currency=stored.currency,
        data={"payment": str(stored.id), **_attribution(stored)},
    )  # fmt: skip
