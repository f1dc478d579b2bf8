"""What lies on the shelf, locked while it changes, and what there is more of afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRaised:
    """A variant of which there are more pieces than before."""

    variant_id: UUID
    product_id: UUID
    sku: str
    before: int
    stock: int
    at: datetime


Shelf = Mapping[str, tuple[UUID, UUID, int]]
"""(variant, product, stock) by SKU."""


def locked_shelf(connection: Connection, shop_id: UUID, skus: Sequence[str]) -> Shelf:
    """The shelf as it is, locked in the order in which buyers lock it (`orders.holds`)."""
    rows = connection.execute(
        "SELECT sku, id, product_id, stock FROM catalog_variant WHERE shop_id = %s AND sku = ANY(%s)"
        " ORDER BY id FOR NO KEY UPDATE",
        [shop_id, list(skus)],
    )
    return {sku: (variant_id, product_id, stock) for sku, variant_id, product_id, stock in rows}


def raised(before: Shelf, levels: Mapping[str, int], now: datetime) -> tuple[StockRaised, ...]:
    """The variants of the old shelf of which there are more at the new levels by SKU."""
    return tuple(
        StockRaised(variant_id=variant_id, product_id=product_id, sku=sku, before=stock, stock=levels[sku], at=now)
        for sku, (variant_id, product_id, stock) in before.items()
        if levels.get(sku, stock) > stock
    )
