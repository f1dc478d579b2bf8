"""Counting one variant by hand: a number over the one that was seen, or some more or fewer."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.catalog.actions import set_stock
from leadnurturebot.catalog.drafts import STOCK_MAX
from leadnurturebot.catalog.editing.forms import ChangedMeanwhile, NoSuchProduct, UnusableProduct
from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.platform import audit
from leadnurturebot.platform.sql import Connection


def stock_set(
    *, connection: Connection, shop_id: UUID, variant_id: UUID, stock: int, seen: int, actor: str, now: datetime
) -> list[StockRaised]:
    """`stock` pieces in place of the `seen` ones. Raises ChangedMeanwhile when there are not `seen` any more,
    NoSuchProduct, UnusableProduct."""
    sku, current = _locked(connection, shop_id, variant_id)
    if current != seen:
        raise ChangedMeanwhile(f"There are {current} of {sku} by now. Count again.", stock=current)
    return _write(connection, shop_id, variant_id, sku, stock, actor, now)


def stock_move(
    *, connection: Connection, shop_id: UUID, variant_id: UUID, change: int, actor: str, now: datetime
) -> list[StockRaised]:
    """`change` pieces more, or fewer when it is negative. Raises NoSuchProduct, and UnusableProduct below zero."""
    sku, current = _locked(connection, shop_id, variant_id)
    return _write(connection, shop_id, variant_id, sku, current + change, actor, now)


def _locked(connection: Connection, shop_id: UUID, variant_id: UUID) -> tuple[str, int]:
    row = connection.execute(
        "SELECT sku, stock FROM catalog_variant WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE", [shop_id, variant_id]
    ).fetchone()
    if row is None:
        raise NoSuchProduct(f"there is no variant {variant_id}")
    return str(row[0]), int(row[1])


def _write(
    connection: Connection, shop_id: UUID, variant_id: UUID, sku: str, stock: int, actor: str, now: datetime
) -> list[StockRaised]:
    if not 0 <= stock <= STOCK_MAX:
        raise UnusableProduct({"stock": "negative" if stock < 0 else "large"})
    raised = set_stock(connection=connection, shop_id=shop_id, levels={sku: stock}, now=now)
    audit.record(
        shop_id=shop_id, actor=actor, action="stock.counted", now=now, subject=str(variant_id),
        details={"sku": sku, "stock": stock},
    )  # fmt: skip
    return raised
