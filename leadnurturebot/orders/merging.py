"""Orders and carts of two leads that are one person. The kept lead's own cart stays; only an empty one gives way."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from leadnurturebot.platform.row_moves import move, move_back
from leadnurturebot.platform.sql import Connection

_OF_LEAD = "orders_order.lead_id"
_OF_THREAD = "orders_order.thread_id"
_TICKET_OF_LEAD = "orders_ticket.lead_id"
_TICKET_OF_THREAD = "orders_ticket.thread_id"
_CART = "orders_cart.thread_id"
_CART_LEAD = "orders_cart.lead_id"

_HAS_LINES = "EXISTS (SELECT 1 FROM orders_cartline l WHERE l.shop_id = {0}.shop_id AND l.cart_id = {0}.id)"
_CLEAR = (
    f"DELETE FROM orders_cart c WHERE c.shop_id = %(shop)s AND c.thread_id = %(kept)s AND NOT {_HAS_LINES.format('c')}"
    " AND EXISTS (SELECT 1 FROM orders_cart o WHERE o.shop_id = c.shop_id AND o.thread_id = %(other)s"
    f" AND {_HAS_LINES.format('o')})"
)
_FREE = (
    "AND NOT EXISTS (SELECT 1 FROM orders_cart k WHERE k.shop_id = r.shop_id AND k.thread_id = '{kept}')"
    f" AND {_HAS_LINES.format('r')}"
)


def join_orders(
    connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID, threads: Sequence[tuple[UUID, UUID]]
) -> tuple[dict[str, Any], list[UUID]]:
    """Join orders, tickets and carts; returns what moved, and the kept threads that got a cart."""
    moved: dict[str, Any] = move(connection, _OF_LEAD, shop_id, source=merged_id, target=kept_id)
    moved |= move(connection, _TICKET_OF_LEAD, shop_id, source=merged_id, target=kept_id)
    moved["threads"], got = [], []
    for other, kept in threads:
        connection.execute(_CLEAR, {"shop": shop_id, "kept": kept, "other": other})
        parts = move(connection, _OF_THREAD, shop_id, source=other, target=kept)
        parts |= move(connection, _TICKET_OF_THREAD, shop_id, source=other, target=kept)
        parts |= move(connection, _CART, shop_id, source=other, target=kept, also=_FREE.format(kept=kept))
        got += [kept] if parts[_CART] else []
        moved["threads"].append({"other": str(other), "kept": str(kept), "moved": parts})
    # The cart of a thread that moved as a whole goes with it; one that gave way stays where it was.
    moved |= move(
        connection, _CART_LEAD, shop_id, source=merged_id, target=kept_id,
        also="AND EXISTS (SELECT 1 FROM conversations_thread t WHERE t.shop_id = r.shop_id AND t.id = r.thread_id"
        f" AND t.lead_id = '{kept_id}')",
    )  # fmt: skip
    return moved, got


def part_orders(
    connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID, moved: Mapping[str, Any]
) -> None:
    """Undo `join_orders`."""
    move_back(connection, shop_id, [_OF_LEAD, _TICKET_OF_LEAD, _CART_LEAD], moved, source=merged_id, target=kept_id)
    for parts in moved["threads"]:
        other, kept = UUID(parts["other"]), UUID(parts["kept"])
        move_back(
            connection, shop_id, [_OF_THREAD, _TICKET_OF_THREAD, _CART], parts["moved"], source=other, target=kept
        )
