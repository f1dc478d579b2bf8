"""Saving products, size charts, prices and stock: in sets, in the caller's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.catalog import product_rows
from leadnurturebot.catalog.drafts import PriceDraft, ProductDraft, SizeChartDraft, check_stock, minor_price
from leadnurturebot.catalog.row_problems import UnusableRow
from leadnurturebot.catalog.shelf import StockRaised, locked_shelf, raised
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection, insert_many, json_text

_CHART_COLUMNS = {"id": "uuid", "shop_id": "uuid", "name": "text", "rows": "jsonb"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveReport:
    """What saving came to: products made and changed, and variants of which there are more now."""

    created: int
    updated: int
    raised: tuple[StockRaised, ...] = ()


def save_products(
    *, connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft], now: datetime, replace: bool = False
) -> SaveReport:
    """Save products by external id and variants by SKU; a SKU known under another product moves to the new one.

    Variants that a draft does not name stay, unless `replace`. Raises UnusableRow, whose row is the draft's place
    from 1; the caller's transaction must end then.
    """
    _check_distinct(drafts)
    currency = lock_shop(connection, shop_id)
    prices = [
        [minor_price(v.price, v.compare_at, currency, row) for v in d.variants] for row, d in enumerate(drafts, 1)
    ]
    if not drafts:
        return SaveReport(created=0, updated=0)
    shelf = locked_shelf(connection, shop_id, product_rows.skus_of(drafts))
    ids, created = product_rows.save_products(connection, shop_id, drafts, now)
    product_rows.save_variants(connection, shop_id, drafts, prices, ids)
    if replace:
        product_rows.remove_others(connection, shop_id, drafts, ids)
    product_rows.save_images(connection, shop_id, drafts, ids)
    bump(connection, shop_id)
    levels = {v.sku: v.stock for draft in drafts for v in draft.variants if v.stock is not None}
    return SaveReport(created=created, updated=len(drafts) - created, raised=raised(shelf, levels, now))


def _check_distinct(drafts: Sequence[ProductDraft]) -> None:
    products: dict[str, int] = {}
    skus: dict[str, int] = {}
    for row, draft in enumerate(drafts, 1):
        if not draft.external_id or not draft.name.strip():
            raise UnusableRow(row, "name", "name_missing")
        _once(products, draft.external_id, row, "external_id")
        for variant in draft.variants:
            if not variant.sku:
                raise UnusableRow(row, "sku", "variant_without_sku", name=draft.name)
            _once(skus, variant.sku, row, "sku")
            check_stock(variant.stock or 0, row)


def _once(seen: dict[str, int], value: str, row: int, column: str) -> None:
    if value in seen:
        raise UnusableRow(row, column, "repeated", value=value, row=seen[value])
    seen[value] = row


def lock_shop(connection: Connection, shop_id: UUID) -> str:
    """Lock the shop's row, so that codes are given once, and return its currency."""
    row = connection.execute("SELECT currency FROM shops_shop WHERE id = %s FOR NO KEY UPDATE", [shop_id]).fetchone()
    if row is None:
        raise LookupError(f"there is no shop {shop_id}")
    return str(row[0])


def bump(connection: Connection, shop_id: UUID) -> None:
    """A new catalogue version: whoever holds the catalogue in memory loads it again."""
    connection.execute("UPDATE shops_shop SET catalogue_version = catalogue_version + 1 WHERE id = %s", [shop_id])
    notify(connection, shop_id, "product")


def save_size_charts(*, connection: Connection, shop_id: UUID, drafts: Sequence[SizeChartDraft]) -> None:
    """Save size charts by name. Raises UnusableRow for a name that stands twice."""
    seen: dict[str, int] = {}
    for row, draft in enumerate(drafts, 1):
        _once(seen, draft.name, row, "name")
    rows = [
        (uuid7(), shop_id, draft.name, json_text([{"size": row.size, "body": row.body} for row in draft.rows]))
        for draft in drafts
    ]
    tail = "ON CONFLICT (shop_id, name) DO UPDATE SET rows = excluded.rows"
    insert_many(connection, "catalog_sizechart", _CHART_COLUMNS, rows, tail=tail)
    bump(connection, shop_id)


def set_stock(*, connection: Connection, shop_id: UUID, levels: Mapping[str, int], now: datetime) -> list[StockRaised]:
    """Set what lies on the shelf by SKU; returns the variants of which there are more now.

    The catalogue version stays: stock is read anew for every turn. Raises UnusableRow for an unknown SKU or a
    negative level.
    """
    for row, level in enumerate(levels.values(), 1):
        check_stock(level, row)
    shelf = locked_shelf(connection, shop_id, list(levels))
    _check_known(shelf, levels)
    connection.execute(
        "UPDATE catalog_variant v SET stock = g.stock FROM unnest(%s::text[], %s::int[]) AS g(sku, stock)"
        " WHERE v.shop_id = %s AND v.sku = g.sku",
        [list(levels), list(levels.values()), shop_id],
    )
    changed = [product_id for sku, (_, product_id, stock) in shelf.items() if stock != levels[sku]]
    renew(connection, shop_id, changed)
    notify(connection, shop_id, "product")
    return list(raised(shelf, levels, now))


def renew(connection: Connection, shop_id: UUID, product_ids: Sequence[UUID]) -> None:
    """A new version of these products: whoever edits an older one is told."""
    connection.execute(
        "UPDATE catalog_product SET version = version + 1 WHERE shop_id = %s AND id = ANY(%s)",
        [shop_id, list(product_ids)],
    )


def set_prices(*, connection: Connection, shop_id: UUID, prices: Mapping[str, PriceDraft]) -> None:
    """Set prices by SKU. Raises UnusableRow for an unknown SKU and for an amount that is no price."""
    currency = lock_shop(connection, shop_id)
    minor = [minor_price(p.price, p.compare_at, currency, row) for row, p in enumerate(prices.values(), 1)]
    shelf = locked_shelf(connection, shop_id, list(prices))
    _check_known(shelf, prices)
    connection.execute(
        "UPDATE catalog_variant v SET price = g.price, compare_at = g.compare_at"
        " FROM unnest(%s::text[], %s::bigint[], %s::bigint[]) AS g(sku, price, compare_at)"
        " WHERE v.shop_id = %s AND v.sku = g.sku",
        [list(prices), [amount.price for amount in minor], [amount.compare_at for amount in minor], shop_id],
    )
    renew(connection, shop_id, [product_id for _, product_id, _ in shelf.values()])
    bump(connection, shop_id)


def _check_known(known: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    for row, sku in enumerate(wanted, 1):
        if sku not in known:
            raise UnusableRow(row, "sku", "variant_unknown", name=sku)
