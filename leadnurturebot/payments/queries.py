"""Payments as the order pages show them, and those that need the owner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.money import Money
from leadnurturebot.payments.refund_rows import ALIVE
from leadnurturebot.platform.reading import Question, Row, fetch, moment
from leadnurturebot.shops.people import names_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundRow:
    """Money given back or asked to be. `reason`: why, or the provider's words where it failed; `by`: name of who asked for
    it or gave it by hand, empty for a rule."""

    id: UUID
    state: str
    amount: Money
    at: datetime
    reason: str
    is_by_hand: bool
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRow:
    """A payment request of an order. `problem`: what the owner must do, else why it is stuck, else None; `refundable` is
    what may still be given back by us, `refundable_by_hand` what a person may where no provider can be asked."""

    id: UUID
    refundable: Money
    refundable_by_hand: Money
    refunds: tuple[RefundRow, ...]
    provider: str
    state: str
    amount: Money
    at: datetime
    reference: str
    problem: str | None


_PROBLEM_STATES = ("failed", "amount_mismatch", "duplicate", "late", "disputed")


_PAYMENTS = """
SELECT p.id, p.provider, p.state, p.amount, p.currency, coalesce(p.settled_at, p.created_at),
       CASE WHEN p.provider = 'cash_on_delivery' THEN '' ELSE p.reference END, p.owner_must,
       coalesce(p.received_amount, 0), coalesce(nullif(p.received_currency, ''), p.currency),
       p.charge_id <> '' AND p.connection_id IS NOT NULL, p.refunded,
       (SELECT jsonb_agg(jsonb_build_array(r.id, r.state, r.amount, r.created_at, r.reason, r.is_by_hand, r.requested_by)
                         ORDER BY r.created_at, r.id)
        FROM payments_refund r WHERE r.shop_id = p.shop_id AND r.payment_id = p.id)
FROM payments_payment p WHERE p.shop_id = %(shop)s AND p.order_id = %(order)s ORDER BY p.created_at, p.id
"""


def payments_of(shop_id: UUID, order_id: UUID) -> Sequence[PaymentRow]:
    """The order's payments, oldest first."""
    rows = fetch(_PAYMENTS, {"shop": shop_id, "order": order_id})
    refunds = [each for row in rows for each in orjson.loads(row[-1] or "[]")]
    people = names_of([each[-1] for each in refunds])
    return [_payment(row, people) for row in rows]


def _payment(row: Row, people: Mapping[str, str]) -> PaymentRow:
    (
        payment_id,
        provider,
        state,
        amount,
        currency,
        at,
        reference,
        owner_must,
        received,
        came_in,
        can_ask,
        back,
        given,
    ) = row
    refunds = tuple(_refund(each, came_in, people) for each in orjson.loads(given or "[]"))
    asked = sum(refund.amount.minor for refund in refunds if refund.state in ALIVE)
    left = Money(max(received - max(asked, back), 0), came_in)
    nothing = Money(0, came_in)
    return PaymentRow(
        id=payment_id, provider=provider, state=state, amount=Money(amount, currency), at=at, reference=reference,
        problem=owner_must or (state if state in _PROBLEM_STATES else None), refundable=left if can_ask else nothing,
        refundable_by_hand=nothing if can_ask and owner_must != "retry_refund" else left, refunds=refunds,
    )  # fmt: skip


def _refund(row: Sequence[Any], currency: str, people: Mapping[str, str]) -> RefundRow:
    refund_id, state, amount, at, reason, is_by_hand, actor = row
    return RefundRow(
        id=UUID(refund_id), state=state, amount=Money(amount, currency), at=datetime.fromisoformat(at), reason=reason,
        is_by_hand=is_by_hand, by=people.get(actor, ""),
    )  # fmt: skip


def payment_states(shop_id: UUID, order_ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """By order: the state of the payment that brought money, else of the newest."""
    if not order_ids:
        return {}
    return dict(
        fetch(
            "SELECT DISTINCT ON (order_id) order_id, state FROM payments_payment"
            " WHERE shop_id = %(shop)s AND order_id = ANY(%(orders)s)"
            " ORDER BY order_id, arrived_as <> '' DESC, created_at DESC, id DESC",
            {"shop": shop_id, "orders": list(order_ids)},
        )
    )


def state_shown(payment_state: str | None, payment_method: str, order_state: str) -> str:
    """The payment chip of an order: the payment's own state, `on_delivery` for cash not collected yet, `paid` for
    an exchange, which costs nothing."""
    if payment_state is not None:
        return payment_state
    if payment_method == "exchange":
        return "paid"
    if payment_method == "cash_on_delivery":
        return "paid" if order_state in ("delivered", "paid") else "on_delivery"
    return "created"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Payments that failed while their order still waits, or that the owner must look at."""

    count: int
    amount: int
    since: datetime | None


_TROUBLE = """
SELECT count(*) AS count, coalesce(sum(p.amount), 0)::bigint AS amount, min(coalesce(p.settled_at, p.created_at)) AS since
FROM payments_payment p JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id
WHERE p.shop_id = %(shop)s AND (p.owner_must <> ''
  OR (p.state = 'failed' AND o.state = 'awaiting_payment' AND p.created_at >= %(since)s))
"""


def trouble(shop_id: UUID, *, failed_since: datetime) -> Question[Trouble]:
    """What needs the owner now; failures older than `failed_since` are left alone."""
    return Question(_TROUBLE, {"shop": shop_id, "since": failed_since}, _trouble)


def _trouble(rows: Sequence[Row]) -> Trouble:
    ((count, amount, since),) = rows
    return Trouble(count=count, amount=amount, since=moment(since))
