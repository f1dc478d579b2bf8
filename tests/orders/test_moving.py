"""Orders on their way."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.domain.order_states import IllegalTransition, OrderState
from leadnurturebot.orders.moving import Move, move_many
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection
from tests.catalog.shops import new_shop


def an_order(connection: Connection, shop_id: UUID, state: str, now: datetime) -> UUID:
    order_id = uuid7()
    connection.execute(
        "INSERT INTO orders_order (id, shop_id, number, lead_id, thread_id, cart_version, state, state_at,"
        " payment_method, currency, subtotal, shipping, total, address_sealed, source, last_source, tracking_url,"
        " carrier, placed_at) VALUES (%(id)s, %(shop)s, %(id)s, %(id)s, %(id)s, 1, %(state)s, %(now)s, 'stripe', 'USD',"
        " 4900, 500, 5400, '', 'direct', 'direct', '', '', %(now)s)",
        {"id": order_id, "shop": shop_id, "state": state, "now": now},
    )
    return order_id


def states(connection: Connection, *orders: UUID) -> list[Any]:
    rows = connection.execute(
        "SELECT id, state, state_at FROM orders_order WHERE id = ANY(%s)", [list(orders)]
    ).fetchall()
    found = {row[0]: row[1:] for row in rows}
    return [found[order] for order in orders]


def test_orders_move_and_their_timelines_say_when(connection: Connection, now: datetime) -> None:
    shop_id, later = new_shop(now), now + timedelta(hours=3)
    paid, shipped = (an_order(connection, shop_id, state, now) for state in ("paid", "shipped"))
    moves = [
        Move(shop_id=shop_id, order_id=paid, to=OrderState.SHIPPED, at=later, detail="USPS"),
        Move(shop_id=shop_id, order_id=shipped, to=OrderState.SHIPPED, at=later),
    ]
    move_many(connection, moves)
    assert states(connection, paid, shipped) == [("shipped", later), ("shipped", now)]
    events = connection.execute("SELECT order_id, kind, at, detail FROM orders_orderevent").fetchall()
    assert events == [(paid, "shipped", later, "USPS")]


def test_an_impossible_move_is_refused(connection: Connection, now: datetime) -> None:
    shop_id = new_shop(now)
    order_id = an_order(connection, shop_id, "delivered", now)
    with pytest.raises(IllegalTransition):
        move_many(connection, [Move(shop_id=shop_id, order_id=order_id, to=OrderState.PAID, at=now)])


def test_another_shops_order_is_not_there(connection: Connection, now: datetime) -> None:
    order_id = an_order(connection, new_shop(now), "paid", now)
    move = Move(shop_id=new_shop(now, slug="rival"), order_id=order_id, to=OrderState.SHIPPED, at=now)
    with pytest.raises(LookupError, match=str(order_id)):
        move_many(connection, [move])
