"""Drafts as rows: products, variants and pictures written in sets. The caller holds the shop's lock."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.catalog.drafts import MinorPrice, ProductDraft
from leadnurturebot.catalog.row_problems import UnusableRow
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many, json_text

_PRODUCT_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "external_id": "text", "code": "int", "name": "text", "category": "text",
    "audience": "text", "collection": "text", "description": "text", "material": "text", "fit": "text",
    "details": "jsonb", "occasions": "text[]", "size_chart_id": "uuid", "goes_with": "uuid[]", "is_active": "boolean",
    "created_at": "timestamptz",
}  # fmt: skip
_VARIANT_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "product_id": "uuid", "code": "int", "sku": "text", "color": "text",
    "size": "text", "position": "int", "price": "bigint", "compare_at": "bigint", "stock": "int", "measures": "jsonb",
}  # fmt: skip
_IMAGE_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "product_id": "uuid", "color": "text", "file": "text", "alt": "text",
    "position": "int",
}  # fmt: skip
# What makes a row what it is stays when the row is saved again; companions are written by a statement of their own.
_STAYS = {"id", "shop_id", "external_id", "sku", "code", "created_at", "goes_with"}


def _overwrite(columns: Mapping[str, str], key: str) -> str:
    fields = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in _STAYS)
    return f"ON CONFLICT (shop_id, {key}) DO UPDATE SET {fields}"


# What is sold again is archived no longer.
_NEWER = """, version = catalog_product.version + 1,
 archived_at = CASE WHEN excluded.is_active THEN NULL ELSE catalog_product.archived_at END"""


_SAVED = """
SELECT external_id, code, category, audience, collection, description, material, fit, details, occasions, is_active,
       size_chart_id
FROM catalog_product WHERE shop_id = %s AND external_id = ANY(%s)
"""
_NEW: tuple[Any, ...] = ("", "women", "", "", "", "", {}, (), True, None)


def save_products(
    connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft], now: datetime
) -> tuple[dict[str, UUID], int]:
    """Write the products; returns ids by external id, companions included, and how many products are new."""
    charts = _charts(connection, shop_id, drafts)
    found = connection.execute(_SAVED, [shop_id, [draft.external_id for draft in drafts]])
    saved = {external_id: (code, fields) for external_id, code, *fields in found}
    code = next_code(connection, "catalog_product", shop_id)
    rows: list[tuple[Any, ...]] = []
    for draft in drafts:
        number, fields = saved.get(draft.external_id, (code, _NEW))
        rows.append(_product_row(shop_id, draft, number, fields, charts, now))
        code += draft.external_id not in saved
    insert_many(
        connection, "catalog_product", _PRODUCT_COLUMNS, rows, tail=_overwrite(_PRODUCT_COLUMNS, "external_id") + _NEWER
    )
    ids = _ids(connection, shop_id, drafts)
    _save_companions(connection, shop_id, drafts, ids)
    return ids, len(drafts) - len(saved)


def _product_row(
    shop_id: UUID, draft: ProductDraft, code: int, saved: Sequence[Any], charts: Mapping[str, UUID], now: datetime
) -> tuple[Any, ...]:
    given = (
        draft.category, draft.audience, draft.collection, draft.description, draft.material, draft.fit, draft.details,
        draft.occasions, draft.is_active,
    )  # fmt: skip
    *fields, details, occasions, is_active = (
        old if new is None else new for new, old in zip(given, saved[:-1], strict=True)
    )
    chart = saved[-1] if draft.size_chart is None else charts.get(draft.size_chart)
    return (
        uuid7(), shop_id, draft.external_id, code, draft.name.strip(), *fields, json_text(details), occasions, chart,
        (), is_active, now,
    )  # fmt: skip


def _charts(connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft]) -> dict[str, UUID]:
    rows = connection.execute("SELECT name, id FROM catalog_sizechart WHERE shop_id = %s", [shop_id])
    charts: dict[str, UUID] = dict(rows.fetchall())
    for row, draft in enumerate(drafts, 1):
        if draft.size_chart and draft.size_chart not in charts:
            raise UnusableRow(row, "size_chart", "size_chart_unknown", name=draft.size_chart)
    return charts


def _ids(connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft]) -> dict[str, UUID]:
    wanted = {draft.external_id for draft in drafts} | {name for draft in drafts for name in draft.goes_with or ()}
    rows = connection.execute(
        "SELECT external_id, id FROM catalog_product WHERE shop_id = %s AND external_id = ANY(%s)",
        [shop_id, list(wanted)],
    )
    return dict(rows.fetchall())


def _save_companions(
    connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft], ids: Mapping[str, UUID]
) -> None:
    """What goes with what: only now does every product have its id."""
    given = [(row, draft) for row, draft in enumerate(drafts, 1) if draft.goes_with is not None]
    for row, draft in given:
        for name in draft.goes_with or ():
            if name not in ids:
                raise UnusableRow(row, "goes_with", "product_unknown", name=name)
    connection.execute(
        "UPDATE catalog_product p SET goes_with = g.others::uuid[] FROM unnest(%s::uuid[], %s::text[]) AS g(id, others)"
        " WHERE p.shop_id = %s AND p.id = g.id",
        [
            [ids[draft.external_id] for _, draft in given],
            ["{" + ",".join(str(ids[name]) for name in draft.goes_with or ()) + "}" for _, draft in given],
            shop_id,
        ],
    )


def save_variants(
    connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft], prices: Sequence[Sequence[MinorPrice]],
    ids: Mapping[str, UUID],
) -> None:  # fmt: skip
    """Write the variants with their prices, each product's in the order of its draft."""
    found = connection.execute(
        "SELECT sku, code, stock FROM catalog_variant WHERE shop_id = %s AND sku = ANY(%s)", [shop_id, skus_of(drafts)]
    )
    saved: dict[str, tuple[int, int]] = {sku: (number, stock) for sku, number, stock in found}
    code = next_code(connection, "catalog_variant", shop_id)
    rows: list[tuple[Any, ...]] = []
    for draft, amounts in zip(drafts, prices, strict=True):
        for place, (variant, amount) in enumerate(zip(draft.variants, amounts, strict=True)):
            number, stock = saved.get(variant.sku, (code, 0))
            rows.append(
                (uuid7(), shop_id, ids[draft.external_id], number, variant.sku, variant.color, variant.size, place,
                 amount.price, amount.compare_at, stock if variant.stock is None else variant.stock,
                 json_text(variant.measures))
            )  # fmt: skip
            code += variant.sku not in saved
    insert_many(connection, "catalog_variant", _VARIANT_COLUMNS, rows, tail=_overwrite(_VARIANT_COLUMNS, "sku"))


def skus_of(drafts: Sequence[ProductDraft]) -> list[str]:
    """The SKUs of all variants."""
    return [variant.sku for draft in drafts for variant in draft.variants]


def remove_others(
    connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft], ids: Mapping[str, UUID]
) -> None:
    """Remove the variants of these products that their drafts do not name."""
    connection.execute(
        "DELETE FROM catalog_variant WHERE shop_id = %s AND product_id = ANY(%s) AND sku <> ALL(%s)",
        [shop_id, [ids[draft.external_id] for draft in drafts], skus_of(drafts)],
    )


def save_images(connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft], ids: Mapping[str, UUID]) -> None:
    """Write the pictures of the drafts that give some, in place of the earlier ones."""
    given = [(ids[draft.external_id], draft.images) for draft in drafts if draft.images is not None]
    connection.execute(
        "DELETE FROM catalog_productimage WHERE shop_id = %s AND product_id = ANY(%s)",
        [shop_id, [product_id for product_id, _ in given]],
    )
    rows = [
        (uuid7(), shop_id, product_id, image.color, image.file, image.alt, place)
        for product_id, images in given
        for place, image in enumerate(images)
    ]
    insert_many(connection, "catalog_productimage", _IMAGE_COLUMNS, rows)


def next_code(connection: Connection, table: str, shop_id: UUID) -> int:
    """The first free code of `catalog_product` or `catalog_variant` in the shop."""
    row = connection.execute(
        f"SELECT coalesce(max(code), 0) + 1 FROM {table} WHERE shop_id = %s",
        [shop_id],
    ).fetchone()
    return int(row[0]) if row else 1
