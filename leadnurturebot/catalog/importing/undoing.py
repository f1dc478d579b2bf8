"""Undoing an import: what was not changed since is as it was before; the rest is told.

Sales since then stay sold: stock is moved back by what the import had moved it. The last product comes first, so that
a variant which the file moved from one product to another finds its way home.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.catalog.actions import bump, lock_shop
from leadnurturebot.catalog.importing.jobs import Job, finish, step
from leadnurturebot.catalog.importing.records import Record
from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.platform.sql import Connection, json_text

AT_ONCE = 100
_NEXT = """
SELECT id, before, after, outcome FROM catalog_catalogimportrow
WHERE shop_id = %s AND import_id = %s AND outcome IN ('created', 'changed') ORDER BY position DESC LIMIT %s
"""


def undo_some(connection: Connection, job: Job, *, now: datetime) -> tuple[StockRaised, ...]:
    """Bring back the next products in the caller's transaction; returns what there is more of. The last one ends it."""
    rows = connection.execute(_NEXT, [job.shop_id, job.id, AT_ONCE]).fetchall()
    if not rows:
        finish(connection, job, "undone", now=now)
        return ()
    lock_shop(connection, job.shop_id)
    raised: list[StockRaised] = []
    for row_id, before, after, outcome in rows:
        became, more = _undo(connection, job, before, after, outcome, now)
        connection.execute(
            "UPDATE catalog_catalogimportrow SET outcome = %s WHERE shop_id = %s AND id = %s",
            [became, job.shop_id, row_id],
        )
        raised += more
    bump(connection, job.shop_id)
    step(connection, job, len(rows))
    return tuple(raised)


def _undo(
    connection: Connection, job: Job, before: Record, after: Record, outcome: str, now: datetime
) -> tuple[str, list[StockRaised]]:
    """What became of a product: `restored`, `removed`, `archived`, or `kept` because it was changed since."""
    product_id = UUID(after["id"])
    stock = _current(connection, job.shop_id, product_id, after["version"])
    if stock is None or _is_held(
        connection, job.shop_id, product_id, set(after["stock"]) - set(before["variants"]), now
    ):
        return "kept", []
    if outcome == "created" and _is_wanted(connection, job.shop_id, product_id):
        _archive(connection, job.shop_id, product_id, now)
        return "archived", []
    _remove_new(connection, job.shop_id, product_id, before)
    raised = [
        each
        for variant in before["variants"].values()
        if (each := _bring_back(connection, job.shop_id, variant, after["stock"], now)) is not None
    ]
    if outcome == "created":
        _remove(connection, job.shop_id, product_id)
        return "removed", raised
    _restore(connection, job.shop_id, product_id, before)
    return "restored", raised


def _current(connection: Connection, shop_id: UUID, product_id: UUID, version: int) -> bool | None:
    """None when the product is another one by now; its variants are locked as buyers lock them."""
    connection.execute(
        "SELECT 1 FROM catalog_variant WHERE shop_id = %s AND product_id = %s ORDER BY id FOR NO KEY UPDATE",
        [shop_id, product_id],
    )
    row = connection.execute(
        "SELECT version FROM catalog_product WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE", [shop_id, product_id]
    ).fetchone()
    return True if row and row[0] == version else None


def _is_held(connection: Connection, shop_id: UUID, product_id: UUID, skus: set[str], now: datetime) -> bool:
    """Whether somebody is paying for one of these right now."""
    return (
        connection.execute(
            "SELECT 1 FROM orders_stockhold h JOIN catalog_variant v ON v.id = h.variant_id AND v.shop_id = h.shop_id"
            " WHERE h.shop_id = %s AND v.product_id = %s AND v.sku = ANY(%s) AND h.state = 'held' AND h.until > %s",
            [shop_id, product_id, list(skus), now],
        ).fetchone()
        is not None
    )


def _is_wanted(connection: Connection, shop_id: UUID, product_id: UUID) -> bool:
    """Whether it was ordered, or lies in a cart."""
    values: dict[str, Any] = {"shop": shop_id, "product": product_id}
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM orders_orderline WHERE shop_id = %(shop)s AND product_id = %(product)s)"
        " OR EXISTS (SELECT 1 FROM orders_cartline WHERE shop_id = %(shop)s AND product_id = %(product)s)",
        values,
    ).fetchone()
    return bool(row and row[0])


def _archive(connection: Connection, shop_id: UUID, product_id: UUID, now: datetime) -> None:
    connection.execute(
        "UPDATE catalog_product SET is_active = false, archived_at = %s, version = version + 1"
        " WHERE shop_id = %s AND id = %s",
        [now, shop_id, product_id],
    )


def _remove_new(connection: Connection, shop_id: UUID, product_id: UUID, before: Record) -> None:
    connection.execute(
        "DELETE FROM catalog_variant WHERE shop_id = %s AND product_id = %s AND sku <> ALL(%s)",
        [shop_id, product_id, list(before["variants"])],
    )


_BRING_BACK = """
UPDATE catalog_variant v SET product_id = b.product_id, color = b.color, size = b.size, position = b.position,
  price = b.price, compare_at = b.compare_at, measures = b.measures, stock = greatest(0, v.stock + b.stock - %(left)s)
FROM jsonb_populate_record(NULL::catalog_variant, %(before)s::jsonb) b, catalog_variant o
WHERE v.shop_id = %(shop)s AND v.id = b.id AND o.id = v.id RETURNING v.id, v.product_id, v.sku, o.stock, v.stock
"""


def _bring_back(
    connection: Connection, shop_id: UUID, variant: Record, left: dict[str, int], now: datetime
) -> StockRaised | None:
    values = {"shop": shop_id, "before": json_text(variant), "left": left.get(variant["sku"], variant["stock"])}
    row = connection.execute(_BRING_BACK, values).fetchone()
    if row is None or row[4] <= row[3]:
        return None
    return StockRaised(variant_id=row[0], product_id=row[1], sku=row[2], before=row[3], stock=row[4], at=now)


def _remove(connection: Connection, shop_id: UUID, product_id: UUID) -> None:
    for table, column in (("catalog_productimage", "product_id"), ("catalog_product", "id")):
        connection.execute(f"DELETE FROM {table} WHERE shop_id = %s AND {column} = %s", [shop_id, product_id])


_FIELDS = (
    "name", "category", "audience", "collection", "description", "material", "fit", "details", "occasions", "goes_with",
    "size_chart_id", "is_active", "archived_at",
)  # fmt: skip
_RESTORE = f"""
UPDATE catalog_product p SET version = p.version + 1, {", ".join(f"{name} = b.{name}" for name in _FIELDS)}
FROM jsonb_populate_record(NULL::catalog_product, %s::jsonb) b WHERE p.shop_id = %s AND p.id = b.id
"""
_IMAGES = """
INSERT INTO catalog_productimage (id, shop_id, product_id, color, file, alt, position)
SELECT b.id, %s, b.product_id, b.color, b.file, b.alt, b.position
FROM jsonb_populate_recordset(NULL::catalog_productimage, %s::jsonb) b
"""


def _restore(connection: Connection, shop_id: UUID, product_id: UUID, before: Record) -> None:
    chart = before["product"]["size_chart_id"]
    if (
        chart
        and not connection.execute(
            "SELECT 1 FROM catalog_sizechart WHERE shop_id = %s AND id = %s", [shop_id, chart]
        ).fetchone()
    ):
        before["product"]["size_chart_id"] = None
    connection.execute(_RESTORE, [json_text(before["product"]), shop_id])
    connection.execute("DELETE FROM catalog_productimage WHERE shop_id = %s AND product_id = %s", [shop_id, product_id])
    connection.execute(_IMAGES, [shop_id, json_text(before["images"])])
