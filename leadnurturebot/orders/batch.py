"""Carts for the message path: read with today's prices, changed in sets."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.dialogue.turn import CartLine
from leadnurturebot.domain.values import record
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many


@record
class CartRow:
    """An open cart."""

    id: UUID
    thread_id: UUID
    version: int
    changed_at: datetime
    lines: tuple[CartLine, ...] = ()
    lapsed: tuple[CartLine, ...] = ()
    """Put aside: no part of the cart."""


_LOAD = """
SELECT c.id, c.thread_id, c.version, c.changed_at, l.product_id, l.variant_id, p.name, v.color, v.size, l.quantity,
       v.price, v.compare_at, l.added_price,
       v.stock - coalesce((SELECT sum(h.quantity) FROM orders_stockhold h JOIN orders_order o ON o.id = h.order_id
                           WHERE h.variant_id = v.id AND h.state = 'held' AND h.until > %(now)s
                             AND o.thread_id <> c.thread_id), 0), p.category, l.lapsed_at IS NOT NULL
FROM unnest(%(shops)s::uuid[], %(threads)s::uuid[]) AS given(shop_id, thread_id)
JOIN orders_cart c ON c.shop_id = given.shop_id AND c.thread_id = given.thread_id
LEFT JOIN orders_cartline l ON l.cart_id = c.id AND l.shop_id = c.shop_id
LEFT JOIN catalog_variant v ON v.id = l.variant_id AND v.shop_id = c.shop_id
LEFT JOIN catalog_product p ON p.id = l.product_id AND p.shop_id = c.shop_id
ORDER BY l.added_at, l.id
"""


def load_carts(connection: Connection, threads: Sequence[tuple[UUID, UUID]], *, now: datetime) -> dict[UUID, CartRow]:
    """Carts by thread id for (shop, thread) pairs, lines in the order added, at today's prices and free stock.

    Pieces held by the thread's own unpaid order count as free for it. `now` is business time.
    """
    if not threads:
        return {}
    shops, ids = zip(*set(threads), strict=True)
    carts: dict[UUID, CartRow] = {}
    lines: dict[tuple[UUID, bool], list[CartLine]] = {}
    rows = connection.execute(_LOAD, {"shops": list(shops), "threads": list(ids), "now": now})
    for cart_id, thread_id, version, changed_at, *line in rows:
        carts[thread_id] = CartRow(id=cart_id, thread_id=thread_id, version=version, changed_at=changed_at)
        if line[1] is not None and line[2] is not None and line[6] is not None:
            lines.setdefault((thread_id, line[11]), []).append(
                CartLine(
                    product_id=line[0], variant_id=line[1], name=line[2], color=line[3], size=line[4],
                    quantity=line[5], unit_price=line[6], unit_compare_at=line[7], added_price=line[8],
                    available=max(0, int(line[9])), category=line[10],
                )
            )  # fmt: skip
    return {
        thread_id: CartRow(
            id=cart.id, thread_id=thread_id, version=cart.version, changed_at=cart.changed_at,
            lines=tuple(lines.get((thread_id, False), ())), lapsed=tuple(lines.get((thread_id, True), ())),
        )
        for thread_id, cart in carts.items()
    }  # fmt: skip


@record
class CartWrite:
    """The wanted quantity of a variant in a thread's cart; 0 takes it out."""

    shop_id: UUID
    thread_id: UUID
    lead_id: UUID
    product_id: UUID
    variant_id: UUID
    quantity: int
    unit_price: int


_CART_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "lead_id": "uuid", "version": "int",
    "changed_at": "timestamptz",
}  # fmt: skip
_LINE_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "cart_id": "uuid", "variant_id": "uuid", "product_id": "uuid", "quantity": "int",
    "added_price": "bigint", "added_at": "timestamptz",
}  # fmt: skip


def change_carts(connection: Connection, writes: Sequence[CartWrite], *, now: datetime) -> dict[UUID, int]:
    """Apply cart changes; returns each changed cart's new version by thread id."""
    if not writes:
        return {}
    threads = {write.thread_id: write for write in writes}
    carts = [(uuid7(), write.shop_id, thread_id, write.lead_id, 1, now) for thread_id, write in threads.items()]
    cursor = insert_many(
        connection, "orders_cart", _CART_COLUMNS, carts,
        tail="ON CONFLICT (thread_id) DO UPDATE SET version = orders_cart.version + 1,"
        " changed_at = excluded.changed_at, saved_at = NULL RETURNING thread_id, id, version",
    )  # fmt: skip
    assert cursor is not None
    made = {thread_id: (cart_id, version) for thread_id, cart_id, version in cursor}
    _write_lines(connection, writes, {thread_id: cart_id for thread_id, (cart_id, _) in made.items()}, now)
    return {thread_id: version for thread_id, (_, version) in made.items()}


def _write_lines(connection: Connection, writes: Sequence[CartWrite], carts: dict[UUID, UUID], now: datetime) -> None:
    # The last word on a variant counts when one turn changed it twice.
    final = {(write.thread_id, write.variant_id): write for write in writes}
    gone = [
        (carts[write.thread_id], write.variant_id, write.shop_id) for write in final.values() if write.quantity <= 0
    ]
    kept = [
        (uuid7(), w.shop_id, carts[w.thread_id], w.variant_id, w.product_id, w.quantity, w.unit_price, now)
        for w in final.values()
        if w.quantity > 0
    ]
    if gone:
        connection.execute(
            "DELETE FROM orders_cartline l USING unnest(%s::uuid[], %s::uuid[], %s::uuid[]) AS g(cart_id, variant_id, shop_id)"
            " WHERE l.cart_id = g.cart_id AND l.variant_id = g.variant_id AND l.shop_id = g.shop_id",
            [list(values) for values in zip(*gone, strict=True)],
        )
    insert_many(
        connection, "orders_cartline", _LINE_COLUMNS, kept,
        tail="ON CONFLICT (cart_id, variant_id) DO UPDATE SET quantity = excluded.quantity, added_price = excluded.added_price,"
        " lapsed_at = NULL",
    )  # fmt: skip


def save_for_later(connection: Connection, carts: Sequence[tuple[UUID, UUID]], *, now: datetime) -> None:
    """Mark (shop, thread) carts as saved: their owner asked to be reminded."""
    if carts:
        shops, threads = zip(*carts, strict=True)
        connection.execute(
            "UPDATE orders_cart c SET saved_at = %s FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, thread_id)"
            " WHERE c.shop_id = g.shop_id AND c.thread_id = g.thread_id",
            [now, list(shops), list(threads)],
        )


def empty_cart(connection: Connection, *, shop_id: UUID, thread_id: UUID) -> None:
    """Take everything out, after it was bought."""
    connection.execute(
        "DELETE FROM orders_cartline l USING orders_cart c"
        " WHERE l.cart_id = c.id AND c.shop_id = %s AND c.thread_id = %s AND l.shop_id = c.shop_id",
        [shop_id, thread_id],
    )
