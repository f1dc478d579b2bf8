"""Giving money back: asked for by people or rules here, made by the provider, settled when the provider says so."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from leadnurturebot.domain.money import Money
from leadnurturebot.domain.payment_states import PaymentEvent, PaymentEventKind, apply_payment_event
from leadnurturebot.orders.placing import record_events
from leadnurturebot.payments.calls import Wish, want
from leadnurturebot.payments.refund_rows import CannotRefund, is_known, judged_amount
from leadnurturebot.payments.stored import Stored, lock, store, view_of
from leadnurturebot.platform import audit
from leadnurturebot.platform.sql import Connection

__all__ = ["CannotRefund", "RefundWanted", "approve_refund", "decline_refund", "give_order_back", "request_refund"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundWanted:
    """A refund that somebody asks for. `id` is made by whoever asks: the same one twice is one refund. `amount` in minor
    units, None for all that is left; `waits` for a manager's approval."""

    id: UUID
    shop_id: UUID
    payment_id: UUID
    amount: int | None
    reason: str
    actor: str
    waits: bool = False


def request_refund(connection: Connection, wanted: RefundWanted, *, now: datetime) -> None:
    """Write the refund down and have it made, in the caller's transaction. Raises CannotRefund."""
    stored = lock(connection, wanted.shop_id, wanted.payment_id)
    if stored is None:
        raise CannotRefund("unknown_payment", "There is no such payment.")
    if is_known(connection, wanted.shop_id, wanted.id):
        return
    amount = _amount(connection, stored, wanted)
    state = "waiting" if wanted.waits else "requested"
    connection.execute(
        "INSERT INTO payments_refund (id, shop_id, payment_id, provider_id, reference, amount, state, reason,"
        " requested_by, created_at) VALUES (%s, %s, %s, '', %s, %s, %s, %s, %s, %s)",
        [
            wanted.id, wanted.shop_id, stored.id, reference_of(wanted.id), amount, state, wanted.reason, wanted.actor,
            now,
        ],
    )  # fmt: skip
    record_events(connection, [(stored.shop_id, stored.order_id, f"refund_{state}", now, "")])
    audit.append(
        connection, shop_id=wanted.shop_id, actor=wanted.actor, action=f"refund.{state}", now=now,
        subject=str(stored.order_id),
    )  # fmt: skip
    if not wanted.waits:
        _start(connection, stored, reference_of(wanted.id), amount, now)


def approve_refund(connection: Connection, shop_id: UUID, refund_id: UUID, *, actor: str, now: datetime) -> None:
    """A manager agrees; doing it twice is doing it once. Raises CannotRefund."""
    stored, state, amount = _locked_refund(connection, shop_id, refund_id)
    if state != "waiting":
        return
    _set_state(connection, shop_id, refund_id, "requested")
    record_events(connection, [(shop_id, stored.order_id, "refund_requested", now, "")])
    audit.append(
        connection, shop_id=shop_id, actor=actor, action="refund.approved", now=now, subject=str(stored.order_id)
    )
    _start(connection, stored, reference_of(refund_id), amount, now)


def decline_refund(connection: Connection, shop_id: UUID, refund_id: UUID, *, actor: str, now: datetime) -> None:
    """A manager does not agree. One that was approved already is left alone. Raises CannotRefund."""
    stored, state, _ = _locked_refund(connection, shop_id, refund_id)
    if state != "waiting":
        return
    _set_state(connection, shop_id, refund_id, "declined")
    record_events(connection, [(shop_id, stored.order_id, "refund_declined", now, "")])
    audit.append(
        connection, shop_id=shop_id, actor=actor, action="refund.declined", now=now, subject=str(stored.order_id)
    )


def reference_of(refund_id: UUID) -> str:
    """What the provider is told, and tells us again."""
    return f"rf_{refund_id.hex}"


def _amount(connection: Connection, stored: Stored, wanted: RefundWanted) -> int:
    if stored.received_amount is not None and not (stored.charge_id and stored.connection_id):
        raise CannotRefund("by_hand", "This money did not come by a provider that we can ask; give it back by hand.")
    return judged_amount(connection, stored, wanted.amount)


def _start(connection: Connection, stored: Stored, reference: str, amount: int, now: datetime) -> None:
    """The payment is being given back from now on; who makes calls does the rest."""
    total = Money(stored.refunded + amount, stored.received_currency)
    event = PaymentEvent(kind=PaymentEventKind.REFUND_PENDING, amount=total, our_ref=stored.reference)
    store(connection, stored, apply_payment_event(view_of(connection, stored), event), charge_id="", now=now)
    want(connection, [Wish(stored.shop_id, stored.id, "refund", reference)])


def _locked_refund(connection: Connection, shop_id: UUID, refund_id: UUID) -> tuple[Stored, str, int]:
    row = connection.execute(
        "SELECT payment_id FROM payments_refund WHERE shop_id = %s AND id = %s", [shop_id, refund_id]
    ).fetchone()
    stored = lock(connection, shop_id, row[0]) if row else None
    if stored is None:
        raise CannotRefund("unknown_payment", "There is no such refund.")
    found = connection.execute(
        "SELECT state, amount FROM payments_refund WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE",
        [shop_id, refund_id],
    ).fetchone()
    assert found is not None
    return stored, found[0], found[1]


def _set_state(connection: Connection, shop_id: UUID, refund_id: UUID, state: str) -> None:
    connection.execute(
        "UPDATE payments_refund SET state = %s WHERE shop_id = %s AND id = %s", [state, shop_id, refund_id]
    )


def give_order_back(
    connection: Connection, shop_id: UUID, order_id: UUID, *, actor: str, waits: bool, now: datetime
) -> bool:
    """Ask for everything back that came for an order that was called off; asking again asks for nothing more.

    Money that no provider can be asked for is left to the owner, whose payment then says so. Whether any money goes back.
    """
    rows = connection.execute(
        "SELECT id FROM payments_payment WHERE shop_id = %s AND order_id = %s AND arrived_as <> '' ORDER BY id",
        [shop_id, order_id],
    ).fetchall()
    goes = [_give_back(connection, shop_id, row[0], order_id, actor, now, waits=waits) for row in rows]
    return any(goes)


def _give_back(
    connection: Connection, shop_id: UUID, payment_id: UUID, order_id: UUID, actor: str, now: datetime, *, waits: bool
) -> bool:
    wanted = RefundWanted(
        id=uuid5(payment_id, f"called off {order_id}"), shop_id=shop_id, payment_id=payment_id, amount=None,
        reason="cancelled", actor=actor, waits=waits,
    )  # fmt: skip
    try:
        request_refund(connection, wanted, now=now)
    except CannotRefund as error:
        if error.code != "by_hand":
            return False  # nothing is left of it
        connection.execute(
            "UPDATE payments_payment SET owner_must = 'refund' WHERE shop_id = %s AND id = %s", [shop_id, payment_id]
        )
    return True
