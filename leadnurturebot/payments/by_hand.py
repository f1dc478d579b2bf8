"""Money given back by hand: cash at the counter, a transfer from the shop's bank. Written down here, made by a person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.payment_states import PaymentEvent, PaymentEventKind, PaymentState, apply_payment_event
from leadnurturebot.ledger.batch import append
from leadnurturebot.orders.holds import put_back
from leadnurturebot.orders.parcels import Words, write_words
from leadnurturebot.payments.facts import refund_fact
from leadnurturebot.payments.refund_rows import is_known, judged_amount
from leadnurturebot.payments.refunding import CannotRefund
from leadnurturebot.payments.stored import Stored, lock, store, view_of
from leadnurturebot.platform import audit
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenByHand:
    """Money that somebody of the shop has given back. `id` is made by whoever says so: the same one twice is one refund.
    `amount` in minor units, None for all that is left; `note` is for the team."""

    id: UUID
    payment_id: UUID
    amount: int | None
    note: str
    actor: str


def give_by_hand(connection: Connection, key: ShopKey, given: GivenByHand, *, now: datetime) -> tuple[StockRaised, ...]:
    """Write it down in the caller's transaction: refund, timeline, ledger. Returns what there is more of on the shelf.

    Raises CannotRefund for more than came and is not given back yet.
    """
    stored = lock(connection, key.shop_id, given.payment_id)
    if stored is None:
        raise CannotRefund("unknown_payment", "There is no such payment.")
    if is_known(connection, key.shop_id, given.id):
        return ()
    amount = judged_amount(connection, stored, given.amount)
    connection.execute(
        "INSERT INTO payments_refund (id, shop_id, payment_id, provider_id, amount, state, requested_by, is_by_hand,"
        " created_at, reason) VALUES (%s, %s, %s, '', %s, 'succeeded', %s, true, %s, '')",
        [given.id, key.shop_id, stored.id, amount, given.actor, now],
    )
    words = Words(order_id=stored.order_id, kind="refund_by_hand", text=given.note.strip(), detail=given.actor)
    write_words(connection, key, words, event_id=given.id, now=now)
    audit.append(
        connection, shop_id=key.shop_id, actor=given.actor, action="refund.by_hand", now=now, subject=str(stored.order_id)
    )  # fmt: skip
    return _settle(connection, stored, amount, given.id, now)


def _settle(
    connection: Connection, stored: Stored, amount: int, refund_id: UUID, now: datetime
) -> tuple[StockRaised, ...]:
    total = Money(stored.refunded + amount, stored.received_currency)
    event = PaymentEvent(kind=PaymentEventKind.REFUNDED, amount=total, our_ref=stored.reference)
    verdict = apply_payment_event(view_of(connection, stored), event)
    store(connection, stored, verdict, charge_id="", now=now)
    # Wrong, double and late money was never revenue, so giving it back takes none away.
    if verdict.arrived_as is PaymentState.PAID:
        append(connection, [refund_fact(stored, amount, str(refund_id), now)], now=now)
    if verdict.order_state == "refunded" and stored.order_state == "paid":
        return tuple(put_back(connection, shop_id=stored.shop_id, order_id=stored.order_id, now=now))
    return ()
