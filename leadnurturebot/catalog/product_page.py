"""A product with everything on record, as its page and its editor show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.catalog.queries import PRODUCTS, ProductRow, product_row, values_of
from leadnurturebot.domain.money import Money
from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.reading import Row, fetch, fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantView:
    """One colour and size. `held`: pieces set aside for people who are paying; `measures`: centimetres by name."""

    id: UUID
    sku: str
    color: str
    size: str
    price: Money
    compare_at: Money | None
    stock: int
    held: int
    measures: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """Body measures of a size in centimetres, lowest and highest."""

    size: str
    body: Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a product in a colour."""

    id: UUID
    color: str
    url: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """Something known of a product, such as `pockets`: "two"."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductView:
    """A product with everything on record. `version`: the one to name when it is changed."""

    row: ProductRow
    version: int
    audience: str
    description: str
    material: str
    fit: str
    details: tuple[str, ...]
    named_details: tuple[Detail, ...]
    occasions: tuple[str, ...]
    variants: tuple[VariantView, ...]
    size_chart_id: UUID | None
    size_chart: tuple[ChartRow, ...]
    images: tuple[Picture, ...]


_VARIANTS = """
SELECT v.id, v.sku, v.color, v.size, v.price, v.compare_at, v.stock, coalesce(
  (SELECT sum(h.quantity) FROM orders_stockhold h
   WHERE h.shop_id = v.shop_id AND h.variant_id = v.id AND h.state = 'held' AND h.until > %(now)s), 0)::int, v.measures
FROM catalog_variant v WHERE v.shop_id = %(shop)s AND v.product_id = %(product)s ORDER BY v.position, v.code
"""
_RECORD = """
SELECT p.version, p.audience, p.description, p.material, p.fit, p.details, p.occasions, p.size_chart_id, c.rows
FROM catalog_product p
LEFT JOIN catalog_sizechart c ON c.id = p.size_chart_id AND c.shop_id = p.shop_id
WHERE p.shop_id = %(shop)s AND p.id = %(product)s
"""
_PICTURES = """
SELECT id, color, file, alt FROM catalog_productimage
WHERE shop_id = %(shop)s AND product_id = %(product)s ORDER BY position, color
"""


def get_product(shop_id: UUID, currency: str, product_id: UUID, *, now: datetime) -> ProductView | None:
    """One product of the shop, None for any other."""
    values = values_of(shop_id, now) | {"product": product_id, "now": now}
    found = fetch_one(PRODUCTS + " AND p.id = %(product)s", values)
    record = fetch_one(_RECORD, values)
    if found is None or record is None:
        return None
    version, audience, description, material, fit, details, occasions, chart_id, chart = record
    return ProductView(
        row=product_row(found, currency),
        version=version,
        audience=audience,
        description=description,
        material=material,
        fit=fit,
        details=_lines(orjson.loads(details)),
        named_details=_named(orjson.loads(details)),
        occasions=tuple(occasions),
        variants=tuple(_variant(row, currency) for row in fetch(_VARIANTS, values)),
        size_chart_id=chart_id,
        size_chart=tuple(ChartRow(size=r["size"], body=r.get("body", {})) for r in orjson.loads(chart or "[]")),
        images=tuple(
            Picture(id=picture_id, color=color, url=picture_url(file) or "", alt=alt)
            for picture_id, color, file, alt in fetch(_PICTURES, values)
        ),
    )


def _variant(row: Row, currency: str) -> VariantView:
    variant_id, sku, color, size, price, compare_at, stock, held, measures = row
    return VariantView(
        id=variant_id,
        sku=sku,
        color=color,
        size=size,
        price=Money(price, currency),
        compare_at=Money(compare_at, currency) if compare_at is not None else None,
        stock=stock,
        held=held,
        measures=orjson.loads(measures),
    )


def _lines(details: Any) -> tuple[str, ...]:
    """Details as lines: a list as it is, a record as "name: value"."""
    if isinstance(details, Mapping):
        return tuple(f"{name}: {_words(value)}" for name, value in details.items() if value not in ("", None, []))
    return tuple(map(str, details))


def _named(details: Any) -> tuple[Detail, ...]:
    """Details as they are edited; those of a list have no names yet."""
    if isinstance(details, Mapping):
        return tuple(
            Detail(name=name, value=_words(value)) for name, value in details.items() if value not in ("", None)
        )
    return tuple(Detail(name="", value=str(value)) for value in details)


def _words(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
