"""What a draft changes in what there is: nothing may change that was not shown."""

from collections.abc import Iterator, Sequence
from typing import Any

from leadnurturebot.catalog.drafts import ProductDraft, VariantDraft, minor_price
from leadnurturebot.catalog.importing.records import Record

Change = tuple[str, str, Any, Any]
"""SKU ("" for the product itself), field, before, after."""
_FIELDS = ("category", "audience", "collection", "description", "material", "fit", "details", "occasions", "is_active")
_SHOWN = 120


def action_of(draft: ProductDraft, record: Record, currency: str) -> tuple[str, list[Change]]:
    """`create`, `change` or `same`, and what changes. Prices are in minor units."""
    if record["product"] is None:
        taken = [change for change in _variants(draft, record, currency) if change[1] == "product"]
        return "create", taken
    changes = [*_product(draft, record["product"]), *_variants(draft, record, currency), *_images(draft, record)]
    return ("change" if changes else "same"), changes


def _product(draft: ProductDraft, product: Record) -> Iterator[Change]:
    if draft.name.strip() != product["name"]:
        yield "", "name", product["name"], draft.name.strip()
    for name in _FIELDS:
        new = getattr(draft, name)
        if new is not None and _plain(new) != _plain(product[name]):
            yield "", name, _shown(product[name]), _shown(new)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple | list) else value


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return value[:_SHOWN]
    return str(value)[:_SHOWN] if isinstance(value, dict | list | tuple) else value


def _variants(draft: ProductDraft, record: Record, currency: str) -> Iterator[Change]:
    for place, variant in enumerate(draft.variants):
        saved = record["variants"].get(variant.sku)
        amount = minor_price(variant.price, variant.compare_at, currency, 1)
        if saved is None:
            yield variant.sku, "variant", None, amount.price
            continue
        if record["product"] is None or saved["product_id"] != record["product"]["id"]:
            yield variant.sku, "product", None, draft.name
        wanted = {"price": amount.price, "compare_at": amount.compare_at, **_facts(variant)}
        yield from ((variant.sku, name, saved[name], new) for name, new in wanted.items() if saved[name] != new)
        if saved["position"] != place:
            yield variant.sku, "position", saved["position"], place


def _facts(variant: VariantDraft) -> dict[str, Any]:
    facts: dict[str, Any] = {"color": variant.color, "size": variant.size, "measures": dict(variant.measures)}
    return facts if variant.stock is None else {**facts, "stock": variant.stock}


def _images(draft: ProductDraft, record: Record) -> Sequence[Change]:
    if draft.images is None:
        return ()
    old = [(image["file"], image["color"]) for image in record["images"]]
    new = [(image.file, image.color) for image in draft.images]
    return () if old == new else (("", "images", len(old), len(new)),)
