"""Rows of refunds: those that events tell of, and the sum that a payment may still give back."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.money import Money
from leadnurturebot.payments.stored import Stored
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.payments.base import ProviderEvent


class CannotRefund(Exception):
    """Nothing was given back. `code`: `unknown_payment`, `nothing_paid`, `too_much`, `no_amount` or `by_hand`; `left` is
    what may be given back at most."""

    def __init__(self, code: str, text: str, left: Money | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.left = left


ALIVE = ("waiting", "requested", "pending", "succeeded")
"""States that take from what may still be given back."""


def record_refund(connection: Connection, stored: Stored, event: ProviderEvent, now: datetime) -> int:
    """Keep what an event says of a refund, and return the sum of this payment's refunds with it.

    Ours is found by its reference, else by the provider's id; a settled one is left alone.
    """
    refund_id = _find(connection, stored, event)
    # Why it went wrong is the provider's to say; why it was asked for is ours.
    told = event.reason if event.refund_state in ("failed", "canceled") or not event.refund_id else ""
    if refund_id is None:
        _insert(connection, stored, event, now)
    else:
        connection.execute(
            "UPDATE payments_refund SET state = %s, provider_id = CASE WHEN provider_id = '' THEN %s ELSE provider_id END,"
            " reason = CASE WHEN %s = '' THEN reason ELSE %s END"
            " WHERE shop_id = %s AND id = %s AND state NOT IN ('succeeded', 'failed', 'canceled')",
            [event.refund_state, event.refund_id, told, told, stored.shop_id, refund_id],
        )
    row = connection.execute(
        "SELECT coalesce(sum(amount), 0)::bigint FROM payments_refund WHERE shop_id = %s AND payment_id = %s"
        " AND (state = 'succeeded' OR (provider_id = %s AND provider_id <> '') OR (reference = %s AND reference <> ''))",
        [stored.shop_id, stored.id, event.refund_id, event.refund_reference],
    ).fetchone()
    return int(row[0]) if row else 0


def _find(connection: Connection, stored: Stored, event: ProviderEvent) -> UUID | None:
    row = connection.execute(
        "SELECT id FROM payments_refund WHERE shop_id = %s AND payment_id = %s"
        " AND ((reference = %s AND reference <> '') OR (provider_id = %s AND provider_id <> ''))"
        " ORDER BY reference DESC LIMIT 1 FOR NO KEY UPDATE",
        [stored.shop_id, stored.id, event.refund_reference, event.refund_id],
    ).fetchone()
    return row[0] if row else None


def _insert(connection: Connection, stored: Stored, event: ProviderEvent, now: datetime) -> None:
    connection.execute(
        "INSERT INTO payments_refund (id, shop_id, payment_id, provider_id, amount, state, reason, created_at)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [uuid7(), stored.shop_id, stored.id, event.refund_id, event.amount or 0, event.refund_state, event.reason, now],
    )


def left_to_refund(connection: Connection, stored: Stored) -> int:
    """Minor units of what came that were neither given back nor asked to be. The caller holds the payment's lock."""
    row = connection.execute(
        "SELECT coalesce(sum(amount), 0)::bigint FROM payments_refund WHERE shop_id = %s AND payment_id = %s"
        " AND state = ANY(%s)",
        [stored.shop_id, stored.id, list(ALIVE)],
    ).fetchone()
    asked = int(row[0]) if row else 0
    # A lost dispute gives money back without a row of ours.
    return (stored.received_amount or 0) - max(asked, stored.refunded)


def judged_amount(connection: Connection, stored: Stored, amount: int | None) -> int:
    """Minor units that go back now, None asking for all that is left. Raises CannotRefund."""
    if stored.received_amount is None:
        raise CannotRefund("nothing_paid", "No money has come for this payment.")
    left = left_to_refund(connection, stored)
    wanted = left if amount is None else amount
    if wanted > left or left <= 0:
        most = Money(max(left, 0), stored.received_currency)
        raise CannotRefund("too_much", f"At most {most.major} {most.currency} can be given back of this payment.", most)
    if wanted <= 0:
        raise CannotRefund("no_amount", "A refund has to be more than nothing.")
    return wanted


def is_known(connection: Connection, shop_id: UUID, refund_id: UUID) -> bool:
    """Whether this refund is written down already."""
    row = connection.execute(
        "SELECT 1 FROM payments_refund WHERE shop_id = %s AND id = %s", [shop_id, refund_id]
    ).fetchone()
    return row is not None
