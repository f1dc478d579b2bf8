"""What the shop's people do with an order: pack, ship, deliver, cancel. Each moves it once and tells the customer once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.carriers import Tracking
from leadnurturebot.domain.dialogue.order_events import called_off, delivered, shipped
from leadnurturebot.domain.order_states import HAS_LEFT_SHELF, OrderState
from leadnurturebot.leads.arrivals import raise_statuses
from leadnurturebot.message_path import fit_questions, restock
from leadnurturebot.message_path.order_news import Buyer, News, find_buyer, tell
from leadnurturebot.message_path.visits import Times
from leadnurturebot.orders.holds import put_back, release_orders
from leadnurturebot.orders.moving import Move, move_many
from leadnurturebot.orders.parcels import keep_tracking, state_of_locked
from leadnurturebot.payments.cash import collect_cash
from leadnurturebot.payments.refunding import give_order_back
from leadnurturebot.payments.requests import void_payments
from leadnurturebot.platform import audit
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelling:
    """How an order is called off. `restock`: its goods are sold again; `refund`: money that came goes back, after a
    manager's word where `waits`."""

    restock: bool = True
    refund: bool = True
    waits: bool = False


def pack(connection: Connection, shop_id: UUID, order_id: UUID, *, actor: str, times: Times) -> None:
    """Packed; nobody is told. Raises NoOrder, IllegalTransition."""
    buyer = find_buyer(connection, shop_id, order_id)
    _move(connection, buyer, OrderState.PACKED, actor, times.now)


def ship(
    connection: Connection, shop_id: UUID, order_id: UUID, tracking: Tracking, *, actor: str, times: Times
) -> None:
    """Handed to the carrier. Doing it again corrects the tracking and tells nobody. Raises NoOrder, IllegalTransition."""
    buyer = find_buyer(connection, shop_id, order_id)
    is_new = _move(connection, buyer, OrderState.SHIPPED, actor, times.now, detail=tracking.carrier)
    keep_tracking(connection, shop_id, order_id, tracking)
    if is_new:
        where = tracking.url or tracking.number or tracking.carrier or "-"
        news = News(shipped(buyer.number, tracking), "order_shipped", (buyer.first_name, buyer.number, where))
        tell(connection, buyer, news, times)


def deliver(connection: Connection, shop_id: UUID, order_id: UUID, *, actor: str, times: Times) -> None:
    """At the customer's door; cash on delivery is money from then on. Raises NoOrder, IllegalTransition."""
    buyer = find_buyer(connection, shop_id, order_id)
    if not _move(connection, buyer, OrderState.DELIVERED, actor, times.now):
        return
    if collect_cash(connection, shop_id, order_id, now=times.now):
        raise_statuses(connection, [(shop_id, buyer.lead.id, "converted")], seen_at=times.now)
    reply = delivered(buyer.number, return_days=buyer.shop.settings.return_days)
    tell(connection, buyer, News(reply, "order_delivered", (buyer.first_name, buyer.number)), times)
    fit_questions.plan(connection, buyer, times)


def cancel(connection: Connection, shop_id: UUID, order_id: UUID, how: Cancelling, *, actor: str, times: Times) -> None:
    """Called off by the shop: goods back on the shelf, money back the way it came. Raises NoOrder, IllegalTransition."""
    buyer = find_buyer(connection, shop_id, order_id)
    before = state_of_locked(connection, shop_id, order_id)
    if not _move(connection, buyer, OrderState.CANCELLED, actor, times.now, detail="team"):
        return
    release_orders(connection, [order_id])
    void_payments(connection, [(shop_id, order_id)])
    if how.restock and before in HAS_LEFT_SHELF:
        raised = put_back(connection, shop_id=shop_id, order_id=order_id, now=times.now)
        restock.watch(connection, shop_id, raised, now=times.now)
    gives_back = how.refund and give_order_back(
        connection, shop_id, order_id, actor=actor, waits=how.waits, now=times.now
    )
    # What still waits for a manager is not promised; the customer hears when it has gone back.
    reply = called_off(buyer.number, gives_back=gives_back and not how.waits)
    tell(connection, buyer, News(reply, "order_cancelled", (buyer.first_name, buyer.number)), times)


def _move(
    connection: Connection, buyer: Buyer, to: OrderState, actor: str, now: datetime, *, detail: str = ""
) -> bool:  # fmt: skip
    """Whether the order moved; it may be there already."""
    move = Move(shop_id=buyer.shop.id, order_id=buyer.order_id, to=to, at=now, detail=detail)
    if not move_many(connection, [move]):
        return False
    audit.append(
        connection, shop_id=buyer.shop.id, actor=actor, action=f"order.{to}", now=now, subject=str(buyer.order_id)
    )
    notify(connection, buyer.shop.id, "order", buyer.order_id)
    notify(connection, buyer.shop.id, "dashboard", buyer.shop.id)
    return True
