"""Orders on their way: packed, shipped, delivered. Money moves them in `payments.events`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.order_states import OrderState, move_order
from leadnurturebot.orders.placing import record_events
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An order that goes to a state, at a business time. `detail` is for its timeline."""

    shop_id: UUID
    order_id: UUID
    to: OrderState
    at: datetime
    detail: str = ""


_LOCK = """
SELECT o.id, o.state FROM orders_order o
JOIN unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, id) ON o.shop_id = g.shop_id AND o.id = g.id
ORDER BY o.id FOR NO KEY UPDATE OF o
"""


def move_many(connection: Connection, moves: Sequence[Move]) -> list[Move]:
    """Move orders, each once, and write it to their timelines; staying where one is leaves no trace.

    Returns the moves that were made: of two at once one makes it.

    Raises IllegalTransition for a way that `domain.order_states` does not know, LookupError for an order the shop
    has not.
    """
    if not moves:
        return []
    columns = [[move.shop_id for move in moves], [move.order_id for move in moves]]
    states = {order_id: OrderState(state) for order_id, state in connection.execute(_LOCK, columns)}
    if missing := [move.order_id for move in moves if move.order_id not in states]:
        raise LookupError(f"there is no order {missing[0]}")
    moved = [move for move in moves if move_order(states[move.order_id], move.to) != states[move.order_id]]
    connection.execute(
        "UPDATE orders_order o SET state = g.state, state_at = g.at"
        " FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::timestamptz[]) AS g(shop_id, id, state, at)"
        " WHERE o.shop_id = g.shop_id AND o.id = g.id",
        [
            [move.shop_id for move in moved], [move.order_id for move in moved], [move.to for move in moved],
            [move.at for move in moved],
        ],
    )  # fmt: skip
    record_events(connection, [(move.shop_id, move.order_id, move.to, move.at, move.detail) for move in moved])
    return moved
