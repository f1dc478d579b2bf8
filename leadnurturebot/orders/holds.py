"""Stock set aside while somebody pays. Variants are locked in id order: of two buyers of the last piece one gets it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

HOLD_FOR = timedelta(minutes=30)

_LOCK = "SELECT 1 FROM catalog_variant WHERE shop_id = %s AND id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"

# A statement of its own after the lock: its snapshot sees what the buyer before us committed.
_FREE = """
SELECT v.id, v.stock - coalesce((SELECT sum(h.quantity) FROM orders_stockhold h
                                 WHERE h.variant_id = v.id AND h.state = 'held' AND h.until > %(now)s
                                   AND h.order_id IS DISTINCT FROM %(order)s), 0)
FROM catalog_variant v WHERE v.shop_id = %(shop)s AND v.id = ANY(%(variants)s)
"""
_HOLD_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "order_id": "uuid", "variant_id": "uuid", "quantity": "int", "state": "text",
    "until": "timestamptz",
}  # fmt: skip


def _shortage(
    connection: Connection, shop_id: UUID, wanted: Mapping[UUID, int], order_id: UUID | None, now: datetime
) -> tuple[UUID, int] | None:
    """Lock the variants; the first that has too few free pieces, with what it has."""
    connection.execute(_LOCK, [shop_id, list(wanted)])
    rows = connection.execute(
        _FREE, {"shop": shop_id, "variants": list(wanted), "order": order_id, "now": now}
    ).fetchall()
    free = {variant_id: max(0, int(count)) for variant_id, count in rows}
    short = (
        (variant_id, free.get(variant_id, 0)) for variant_id, count in wanted.items() if free.get(variant_id, 0) < count
    )
    return next(short, None)


def hold(connection: Connection, *, shop_id: UUID, order_id: UUID, now: datetime) -> tuple[UUID, int] | None:
    """Hold the order's pieces for half an hour from `now` (business time), or give the variant that is short.

    Holding again prolongs; the order's own earlier hold never stands in its way.
    """
    wanted = order_quantities(connection, shop_id, order_id)
    short = _shortage(connection, shop_id, wanted, order_id, now)
    if short is not None:
        return short
    rows = [
        (uuid7(), shop_id, order_id, variant_id, count, "held", now + HOLD_FOR) for variant_id, count in wanted.items()
    ]
    insert_many(
        connection, "orders_stockhold", _HOLD_COLUMNS, rows,
        tail="ON CONFLICT (order_id, variant_id) DO UPDATE SET state = 'held', until = excluded.until",
    )  # fmt: skip
    return None


def order_quantities(connection: Connection, shop_id: UUID, order_id: UUID) -> dict[UUID, int]:
    """Pieces of each variant that an order is about."""
    rows = connection.execute(
        "SELECT variant_id, sum(quantity)::int FROM orders_orderline WHERE shop_id = %s AND order_id = %s"
        " GROUP BY variant_id",
        [shop_id, order_id],
    )
    return dict(rows.fetchall())


def consume(connection: Connection, *, shop_id: UUID, order_id: UUID, now: datetime) -> bool:
    """Take the order's pieces off the shelf for good, holding first where the hold has lapsed. False when short."""
    wanted = order_quantities(connection, shop_id, order_id)
    if _shortage(connection, shop_id, wanted, order_id, now) is not None:
        return False
    _off_the_shelf(connection, shop_id, wanted)
    connection.execute(
        "UPDATE orders_stockhold SET state = 'consumed' WHERE shop_id = %s AND order_id = %s", [shop_id, order_id]
    )
    return True


def take_stock(
    connection: Connection, shop_id: UUID, wanted: Mapping[UUID, int], *, now: datetime
) -> tuple[UUID, int] | None:
    """Take pieces off the shelf at once, or give the variant that is short and what it has."""
    short = _shortage(connection, shop_id, wanted, None, now)
    if short is None:
        _off_the_shelf(connection, shop_id, wanted)
    return short


def _off_the_shelf(connection: Connection, shop_id: UUID, wanted: Mapping[UUID, int]) -> None:
    connection.execute(
        "UPDATE catalog_variant v SET stock = v.stock - g.count FROM unnest(%s::uuid[], %s::int[]) AS g(id, count)"
        " WHERE v.shop_id = %s AND v.id = g.id",
        [list(wanted), list(wanted.values()), shop_id],
    )


def put_back(connection: Connection, *, shop_id: UUID, order_id: UUID, now: datetime) -> list[StockRaised]:
    """Put the pieces of a cancelled order that had left the shelf back on it; returns what there is more of now."""
    return onto_shelf(connection, shop_id, order_quantities(connection, shop_id, order_id), now=now)


def onto_shelf(
    connection: Connection, shop_id: UUID, pieces: Mapping[UUID, int], *, now: datetime
) -> list[StockRaised]:
    """Put pieces by variant back on the shelf; returns what there is more of now."""
    connection.execute(_LOCK, [shop_id, list(pieces)])
    rows = connection.execute(
        "UPDATE catalog_variant v SET stock = v.stock + g.count FROM unnest(%s::uuid[], %s::int[]) AS g(id, count)"
        " WHERE v.shop_id = %s AND v.id = g.id RETURNING v.id, v.product_id, v.sku, v.stock - g.count, v.stock",
        [list(pieces), list(pieces.values()), shop_id],
    )
    return [
        StockRaised(variant_id=row[0], product_id=row[1], sku=row[2], before=row[3], stock=row[4], at=now)
        for row in rows
    ]


def release_orders(connection: Connection, order_ids: Sequence[UUID]) -> None:
    """Let go of what the orders hold."""
    if order_ids:
        connection.execute(
            "UPDATE orders_stockhold SET state = 'released' WHERE order_id = ANY(%s) AND state = 'held'",
            [list(order_ids)],
        )
