"""Goods as they are saved, as plain values: to compare a file with, and to bring back when an import is undone."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any
from uuid import UUID

from leadnurturebot.catalog.drafts import ImageDraft, ProductDraft, VariantDraft
from leadnurturebot.platform.sql import Connection

Record = dict[str, Any]
"""`product`: its fields, None when there is none; `variants` by SKU, also those of other products; `images`."""

_PRODUCTS = """
SELECT p.external_id, to_jsonb(p) - 'shop_id' FROM catalog_product p
WHERE p.shop_id = %s AND p.external_id = ANY(%s)
"""
_VARIANTS = """
SELECT v.sku, v.product_id, to_jsonb(v) - 'shop_id' FROM catalog_variant v
WHERE v.shop_id = %s AND (v.sku = ANY(%s) OR v.product_id = ANY(%s)) ORDER BY v.id
"""
_IMAGES = """
SELECT i.product_id, to_jsonb(i) - 'shop_id' FROM catalog_productimage i
WHERE i.shop_id = %s AND i.product_id = ANY(%s) ORDER BY i.position
"""


def records_of(
    connection: Connection, shop_id: UUID, drafts: Sequence[ProductDraft], *, is_locked: bool
) -> list[Record]:
    """What there is of each draft's product and SKUs now; locked in the order in which buyers lock it, if wanted."""
    skus = [variant.sku for draft in drafts for variant in draft.variants]
    found = connection.execute(_PRODUCTS, [shop_id, [draft.external_id for draft in drafts]])
    products: dict[str, Record] = dict(found.fetchall())
    ids = [UUID(product["id"]) for product in products.values()]
    by_sku: dict[str, Record] = {}
    by_product: dict[UUID, list[Record]] = defaultdict(list)
    for sku, product_id, variant in connection.execute(
        _VARIANTS + (" FOR NO KEY UPDATE" if is_locked else ""), [shop_id, skus, ids]
    ):
        by_sku[sku] = variant
        by_product[product_id].append(variant)
    images: dict[UUID, list[Record]] = defaultdict(list)
    for product_id, image in connection.execute(_IMAGES, [shop_id, ids]):
        images[product_id].append(image)
    return [_record(draft, products.get(draft.external_id), by_sku, by_product, images) for draft in drafts]


def _record(
    draft: ProductDraft, product: Record | None, by_sku: dict[str, Record], by_product: dict[UUID, list[Record]],
    images: dict[UUID, list[Record]],
) -> Record:  # fmt: skip
    product_id = UUID(product["id"]) if product else None
    mine = {variant["sku"]: variant for variant in (by_product.get(product_id, []) if product_id else [])}
    named = {variant.sku: by_sku[variant.sku] for variant in draft.variants if variant.sku in by_sku}
    return {
        "product": product, "variants": {**mine, **named}, "images": images.get(product_id, []) if product_id else [],
    }  # fmt: skip


def draft_to_json(draft: ProductDraft) -> Record:
    """A draft as it is kept between preview and import: amounts as exact texts."""
    values = asdict(draft)
    for variant in values["variants"]:
        for name in ("price", "compare_at"):
            variant[name] = None if variant[name] is None else str(variant[name])
    return values


def draft_from_json(values: Record) -> ProductDraft:
    """What `draft_to_json` kept."""
    variants = [
        VariantDraft(
            **{
                **variant, "price": Decimal(variant["price"]),
                "compare_at": None if variant["compare_at"] is None else Decimal(variant["compare_at"]),
            }
        )
        for variant in values["variants"]
    ]  # fmt: skip
    images = None if values["images"] is None else [ImageDraft(**image) for image in values["images"]]
    return ProductDraft(**{**values, "variants": variants, "images": images})
