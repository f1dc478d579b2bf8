"""States of a payment, and what an event of a payment provider does to it and to its order.

Provider events repeat, come late and out of order, so nothing here is "the next step": a payment is judged once, when
its money arrives, and its state is then worked out from facts (received, refunded in all), which only grow.

Rules: an order is settled only by the exact amount, currency, mode and reference asked for; the second money for an
order is a duplicate; money for goods that can no longer be held is late. Wrong, double and late money never changes
the order: a person gives it back. A decline is not an end, the link stays usable.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from leadnurturebot.domain.money import Money
from leadnurturebot.domain.order_states import OrderState, move_order

_UNPAID = frozenset({OrderState.AWAITING_PAYMENT, OrderState.CANCELLED, OrderState.EXPIRED})


class PaymentState(StrEnum):
    """Where one payment (one session at a provider) is; an order may have several, one settles it."""

    CREATED = "created"
    OPEN = "open"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    PENDING = "pending"
    """The payer has done their part of a delayed method; the money is on its way."""
    FAILED = "failed"
    PAID = "paid"
    AMOUNT_MISMATCH = "amount_mismatch"
    DUPLICATE = "duplicate"
    LATE = "late"
    REFUND_PENDING = "refund_pending"
    PARTIALLY_REFUNDED = "partially_refunded"
    REFUNDED = "refunded"
    DISPUTED = "disputed"


_RANK_BEFORE_MONEY = {"created": 0, "open": 1, "expired": 2, "cancelled": 2, "pending": 3, "failed": 4}


class PaymentEventKind(StrEnum):
    """What a provider told us, in the neutral words of the adapters."""

    OPENED = "opened"
    PENDING = "pending"
    PAID = "paid"
    DECLINED = "declined"
    """One attempt failed; the session lives on."""
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REFUND_PENDING = "refund_pending"
    REFUNDED = "refunded"
    REFUND_FAILED = "refund_failed"
    DISPUTED = "disputed"
    DISPUTE_WON = "dispute_won"
    DISPUTE_LOST = "dispute_lost"


_STATE_BEFORE_MONEY = {
    PaymentEventKind.OPENED: PaymentState.OPEN,
    PaymentEventKind.PENDING: PaymentState.PENDING,
    PaymentEventKind.FAILED: PaymentState.FAILED,
    PaymentEventKind.EXPIRED: PaymentState.EXPIRED,
    PaymentEventKind.CANCELLED: PaymentState.CANCELLED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentView:
    """A payment and its order as stored."""

    state: PaymentState
    asked: Money
    """What the session asked for."""
    order_total: Money
    """What the order costs now; differs from `asked` when the cart changed after the link was sent."""
    order_state: OrderState
    arrived_as: PaymentState | None = None
    """How the money was judged when it came (paid, amount_mismatch, duplicate, late); None while there is none."""
    received: Money | None = None
    refunded: int = 0
    """Minor units given back in all."""
    other_payment_settled: bool = False
    """Another payment has already settled this order (even if refunded since)."""
    owner_must: str = ""
    """As the last verdict said."""
    stock_held: bool = True
    """The goods are held for this order now (see `needs_stock`)."""
    our_ref: str = ""
    live: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentEvent:
    """One verified provider event. `amount`: for `paid` what was received; for refunds the total of this payment's
    refunds so far (`refund_pending`: with the pending one), never the single refund, so that repeats change nothing."""

    kind: PaymentEventKind
    amount: Money | None = None
    our_ref: str = ""
    live: bool = True


class PaymentOutcome(StrEnum):
    """What an event came to."""

    OPENED = "opened"
    PENDING = "pending"
    SETTLED = "settled"
    REVIVED = "revived"
    """Settled, and the cancelled or expired order lives again."""
    ALREADY_SETTLED = "already_settled"
    AMOUNT_MISMATCH = "amount_mismatch"
    DUPLICATE = "duplicate"
    LATE = "late"
    DECLINED = "declined"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REFUND_PENDING = "refund_pending"
    PARTIALLY_REFUNDED = "partially_refunded"
    REFUNDED = "refunded"
    REFUND_FAILED = "refund_failed"
    DISPUTED = "disputed"
    DISPUTE_WON = "dispute_won"
    NOTHING = "nothing"
    """Known already, or older than what is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentVerdict:
    """The payment's and order's state after an event; store all fields but `outcome`."""

    outcome: PaymentOutcome
    state: PaymentState
    order_state: OrderState
    arrived_as: PaymentState | None
    received: Money | None
    refunded: int
    owner_must: str = ""
    """What waits for a person: `refund` (wrong, double or late money), `retry_refund`, `answer_dispute`, or empty."""


def needs_stock(payment: PaymentView, event: PaymentEvent) -> bool:
    """Whether the goods must be held (again) before judging `event`: try, and set `stock_held` to how it went."""
    judged_now = event.kind is PaymentEventKind.PAID and payment.arrived_as is None
    return judged_now and _judge_money(payment, event) is PaymentState.LATE


def apply_payment_event(payment: PaymentView, event: PaymentEvent) -> PaymentVerdict:
    """What `event` makes of `payment`. The same event again, or an older one, changes nothing."""
    if event.kind is PaymentEventKind.PAID:
        return _money_arrived(payment, event)
    if event.kind is PaymentEventKind.DECLINED:
        open_still = payment.arrived_as is None and payment.state in {PaymentState.CREATED, PaymentState.OPEN}
        return _verdict(payment, PaymentOutcome.DECLINED if open_still else PaymentOutcome.NOTHING)
    if event.kind in _STATE_BEFORE_MONEY:
        return _before_money(payment, _STATE_BEFORE_MONEY[event.kind])
    if event.kind in {PaymentEventKind.DISPUTED, PaymentEventKind.DISPUTE_WON, PaymentEventKind.DISPUTE_LOST}:
        return _dispute(payment, event.kind)
    return _refund_failed(payment) if event.kind is PaymentEventKind.REFUND_FAILED else _refund(payment, event)


def _verdict(after: PaymentView, outcome: PaymentOutcome) -> PaymentVerdict:
    return PaymentVerdict(
        outcome=outcome, state=after.state, order_state=after.order_state, arrived_as=after.arrived_as,
        received=after.received, refunded=after.refunded, owner_must=_owner_must(after),
    )  # fmt: skip


def _owner_must(after: PaymentView) -> str:
    if after.state is PaymentState.DISPUTED:
        return "answer_dispute"
    if after.state in {PaymentState.AMOUNT_MISMATCH, PaymentState.DUPLICATE, PaymentState.LATE}:
        return "refund"
    keeps = after.state in {PaymentState.PAID, PaymentState.PARTIALLY_REFUNDED} and after.owner_must == "retry_refund"
    return "retry_refund" if keeps else ""


def _before_money(payment: PaymentView, target: PaymentState) -> PaymentVerdict:
    if payment.arrived_as is not None or _RANK_BEFORE_MONEY[target] <= _RANK_BEFORE_MONEY[payment.state]:
        return _verdict(payment, PaymentOutcome.NOTHING)
    outcome = PaymentOutcome.OPENED if target is PaymentState.OPEN else PaymentOutcome(target.value)
    return _verdict(replace(payment, state=target), outcome)


def _judge_money(payment: PaymentView, event: PaymentEvent) -> PaymentState:
    if payment.other_payment_settled or payment.order_state in {OrderState.PAID, OrderState.REFUNDED}:
        return PaymentState.DUPLICATE
    same = event.amount == payment.asked == payment.order_total
    if not same or event.our_ref != payment.our_ref or event.live != payment.live:
        return PaymentState.AMOUNT_MISMATCH
    return PaymentState.LATE if payment.order_state in _UNPAID and not payment.stock_held else PaymentState.PAID


def _money_arrived(payment: PaymentView, event: PaymentEvent) -> PaymentVerdict:
    if payment.arrived_as is not None:
        return _verdict(payment, PaymentOutcome.ALREADY_SETTLED)
    judged = _judge_money(payment, event)
    here = replace(payment, arrived_as=judged, received=event.amount)
    here = replace(here, state=_by_facts(here))
    if judged is not PaymentState.PAID:
        return _verdict(here, PaymentOutcome(judged.value))
    revived = payment.order_state in {OrderState.CANCELLED, OrderState.EXPIRED}
    # Cash collected at the door finds the order packed, shipped or delivered, and leaves it there.
    settles = payment.order_state in _UNPAID or payment.order_state is OrderState.CONFIRMED
    here = replace(here, order_state=OrderState.PAID) if settles else here
    if _all_back(here):
        return _all_refunded(here)
    return _verdict(here, PaymentOutcome.REVIVED if revived else PaymentOutcome.SETTLED)


def _all_back(payment: PaymentView) -> bool:
    return payment.received is not None and payment.refunded >= payment.received.minor > 0


def _by_facts(payment: PaymentView) -> PaymentState:
    """State of a payment whose money has arrived, from what was received and given back."""
    judged = payment.arrived_as or payment.state
    if _all_back(payment):
        return PaymentState.REFUNDED
    return PaymentState.PARTIALLY_REFUNDED if payment.refunded and judged is PaymentState.PAID else judged


def _all_refunded(payment: PaymentView) -> PaymentVerdict:
    settled_it = payment.arrived_as is PaymentState.PAID
    order_state = move_order(payment.order_state, OrderState.REFUNDED) if settled_it else payment.order_state
    after = replace(payment, state=PaymentState.REFUNDED, order_state=order_state)
    return _verdict(after, PaymentOutcome.REFUNDED)


def _refund(payment: PaymentView, event: PaymentEvent) -> PaymentVerdict:
    total = event.amount.minor if event.amount else payment.refunded
    if total <= payment.refunded:
        return _verdict(payment, PaymentOutcome.NOTHING)
    if event.kind is PaymentEventKind.REFUND_PENDING:
        if payment.arrived_as is None or payment.state in {PaymentState.DISPUTED, PaymentState.REFUND_PENDING}:
            return _verdict(payment, PaymentOutcome.NOTHING)
        return _verdict(replace(payment, state=PaymentState.REFUND_PENDING), PaymentOutcome.REFUND_PENDING)
    after = replace(payment, refunded=total, owner_must="")
    if payment.arrived_as is None:  # the refund overtook its payment: kept, and counted when the money is judged
        return _verdict(after, PaymentOutcome.NOTHING)
    if _all_back(after):
        return _all_refunded(after)
    state = payment.state if payment.state is PaymentState.DISPUTED else _by_facts(after)
    return _verdict(replace(after, state=state), PaymentOutcome.PARTIALLY_REFUNDED)


def _refund_failed(payment: PaymentView) -> PaymentVerdict:
    if payment.state is not PaymentState.REFUND_PENDING:
        return _verdict(payment, PaymentOutcome.NOTHING)
    after = replace(payment, state=_by_facts(payment), owner_must="retry_refund")
    return _verdict(after, PaymentOutcome.REFUND_FAILED)


def _dispute(payment: PaymentView, kind: PaymentEventKind) -> PaymentVerdict:
    if payment.received is None or payment.state is PaymentState.REFUNDED:
        return _verdict(payment, PaymentOutcome.NOTHING)
    if kind is PaymentEventKind.DISPUTE_LOST:
        return _all_refunded(replace(payment, refunded=payment.received.minor))
    if kind is PaymentEventKind.DISPUTED and payment.state is not PaymentState.DISPUTED:
        return _verdict(replace(payment, state=PaymentState.DISPUTED), PaymentOutcome.DISPUTED)
    if kind is PaymentEventKind.DISPUTE_WON and payment.state is PaymentState.DISPUTED:
        return _verdict(replace(payment, state=_by_facts(payment)), PaymentOutcome.DISPUTE_WON)
    return _verdict(payment, PaymentOutcome.NOTHING)
