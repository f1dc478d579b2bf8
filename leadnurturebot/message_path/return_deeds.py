"""What the shop's people do with a return: approve, reject, receive, settle, cancel. The customer hears what concerns them."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from leadnurturebot.domain.dialogue.order_events import return_approved, return_rejected
from leadnurturebot.domain.returns import ReturnState, Wanted
from leadnurturebot.message_path import restock
from leadnurturebot.message_path.order_news import Buyer, News, find_buyer, tell
from leadnurturebot.message_path.visits import Times
from leadnurturebot.orders.exchanges import make_exchange, undo_exchange
from leadnurturebot.orders.holds import onto_shelf
from leadnurturebot.orders.returns import ReturnRow, lock_return, order_of_return, set_state
from leadnurturebot.payments.by_hand import GivenByHand, give_by_hand
from leadnurturebot.payments.refunding import CannotRefund, RefundWanted, request_refund
from leadnurturebot.platform import audit
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection


class NoReturn(LookupError):
    """The shop has no such return."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnDeed:
    """Somebody's deed on a return. `amount`: minor units to give back instead of what was paid for the pieces."""

    shop_id: UUID
    return_id: UUID
    to: ReturnState
    actor: str
    amount: int | None = None
    restock: bool = True
    waits: bool = field(default=False)
    """A manager has to agree to the money."""
    by_hand: bool = False
    """The money was given back by hand: no provider is asked."""
    note: str = ""


def do(connection: Connection, deed: ReturnDeed, times: Times) -> None:
    """Move the return with everything that hangs on it, in the caller's transaction; doing it twice is doing it once.

    Raises NoReturn, IllegalReturnMove, SoldOut, ExchangeUnderWay, CannotRefund.
    """
    order_id = order_of_return(connection, deed.shop_id, deed.return_id)
    if order_id is None:
        raise NoReturn("there is no such return")
    buyer = find_buyer(connection, deed.shop_id, order_id)
    connection.execute(
        "SELECT 1 FROM orders_order WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE", [deed.shop_id, order_id]
    )
    row = lock_return(connection, deed.shop_id, deed.return_id)
    if row is None:
        raise NoReturn("there is no such return")
    if not set_state(connection, row, deed.to, now=times.now):
        return
    _FOLLOWS.get(deed.to, _nothing)(connection, buyer, row, deed, times)
    audit.append(
        connection, shop_id=deed.shop_id, actor=deed.actor, action=f"return.{deed.to}", now=times.now,
        subject=str(deed.return_id),
    )  # fmt: skip
    notify(connection, deed.shop_id, "order", order_id)


def _nothing(connection: Connection, buyer: Buyer, row: ReturnRow, deed: ReturnDeed, times: Times) -> None:
    """A state that only the shop cares about."""


def _approved(connection: Connection, buyer: Buyer, row: ReturnRow, deed: ReturnDeed, times: Times) -> None:
    number = make_exchange(connection, row, now=times.now) if row.wanted is Wanted.EXCHANGE else ""
    tell_approved(connection, buyer, number, times)


def tell_approved(connection: Connection, buyer: Buyer, exchange_number: str, times: Times) -> None:
    """The customer hears that it may come back, and how."""
    reply = return_approved(buyer.number, exchange_number=exchange_number, how=buyer.shop.settings.return_instructions)
    tell(connection, buyer, News(reply, "return_approved", (buyer.first_name, buyer.number)), times)


def _rejected(connection: Connection, buyer: Buyer, row: ReturnRow, deed: ReturnDeed, times: Times) -> None:
    _let_go(connection, row, times.now)
    tell(
        connection, buyer, News(return_rejected(buyer.number), "return_rejected", (buyer.first_name, buyer.number)), times
    )  # fmt: skip


def _cancelled(connection: Connection, buyer: Buyer, row: ReturnRow, deed: ReturnDeed, times: Times) -> None:
    _let_go(connection, row, times.now)


def _let_go(connection: Connection, row: ReturnRow, now: datetime) -> None:
    restock.watch(connection, row.shop_id, undo_exchange(connection, row, now=now), now=now)


def _received(connection: Connection, buyer: Buyer, row: ReturnRow, deed: ReturnDeed, times: Times) -> None:
    if deed.restock:
        raised = onto_shelf(connection, row.shop_id, {row.variant_id: row.quantity}, now=times.now)
        restock.watch(connection, row.shop_id, raised, now=times.now)


def _settled(connection: Connection, buyer: Buyer, row: ReturnRow, deed: ReturnDeed, times: Times) -> None:
    """Money goes back by the provider that it came by; what no provider can be asked for is given by hand and said so."""
    amount = row.amount if deed.amount is None else deed.amount
    if row.wanted is not Wanted.REFUND or amount == 0:
        return
    payment_id = _payment_of(connection, row)
    if deed.by_hand:
        _given_by_hand(connection, row, deed, payment_id, amount, times.now)
    else:
        _ask_back(connection, row, deed, payment_id, amount, times.now)
    connection.execute(
        "UPDATE orders_return SET refund_amount = %s WHERE shop_id = %s AND id = %s", [amount, row.shop_id, row.id]
    )


def _ask_back(
    connection: Connection, row: ReturnRow, deed: ReturnDeed, payment_id: UUID, amount: int, now: datetime
) -> None:  # fmt: skip
    wanted = RefundWanted(
        id=uuid5(row.id, "settled"), shop_id=row.shop_id, payment_id=payment_id, amount=amount, reason=f"return: {row.reason}",
        actor=deed.actor, waits=deed.waits,
    )  # fmt: skip
    request_refund(connection, wanted, now=now)


def _given_by_hand(
    connection: Connection, row: ReturnRow, deed: ReturnDeed, payment_id: UUID, amount: int, now: datetime
) -> None:  # fmt: skip
    if deed.waits:
        raise CannotRefund("needs_manager", "A manager has to write down a refund above the shop's limit.")
    given = GivenByHand(
        id=uuid5(row.id, "settled"), payment_id=payment_id, amount=amount, note=deed.note, actor=deed.actor
    )  # fmt: skip
    raised = give_by_hand(connection, ring().of(connection, row.shop_id), given, now=now)
    restock.watch(connection, row.shop_id, raised, now=now)


def _payment_of(connection: Connection, row: ReturnRow) -> UUID:
    """The payment that brought the order's money; raises CannotRefund where none did."""
    found = connection.execute(
        "SELECT id FROM payments_payment WHERE shop_id = %s AND order_id = %s AND arrived_as = 'paid' ORDER BY id LIMIT 1",
        [row.shop_id, row.order_id],
    ).fetchone()
    if found is None:
        raise CannotRefund("nothing_paid", "No money has come for this order.")
    payment_id: UUID = found[0]
    return payment_id


_FOLLOWS = {
    ReturnState.APPROVED: _approved, ReturnState.REJECTED: _rejected, ReturnState.CANCELLED: _cancelled,
    ReturnState.RECEIVED: _received, ReturnState.SETTLED: _settled,
}  # fmt: skip
