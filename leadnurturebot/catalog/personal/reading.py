"""What a page shows when it is opened: its goods as they are now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.catalog.batch import load_offers
from leadnurturebot.domain.catalogue import Offer
from leadnurturebot.platform.sql import Connection


class PageUnknown(LookupError):
    """No page has this link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """A page and its shop. `ended`: its time is over, or it was taken back."""

    id: UUID
    shop_id: UUID
    token: str
    code: str
    language: str
    shop_name: str
    country: str
    currency: str
    knowledge_version: int
    """By which the shop's own words are remembered."""
    number: str
    """The digits of the number whose chat it leads to, empty for a shop without one."""
    ended: bool


@dataclass(frozen=True, slots=True)
class PageVariant:
    """A colour and size with its price and free stock now."""

    sku: str
    color: str
    size: str
    offer: Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class PageItem:
    """A product of the page, at its place from 1."""

    slot: int
    product_id: UUID
    code: int
    name: str
    material: str
    file: str
    """Of its first picture, empty without one."""
    variants: tuple[PageVariant, ...]


# Read like a landing link: the address names no shop, its token is one of a kind among all of them.
_FIND = """
SELECT p.id, p.shop_id, p.token, p.code, p.language, s.name, s.country, s.currency, s.knowledge_version, coalesce(n.display_number, ''),
       p.revoked_at IS NOT NULL OR p.expires_at <= %(now)s
FROM catalog_personalcatalogue p
JOIN shops_shop s ON s.id = p.shop_id
LEFT JOIN LATERAL (
  SELECT b.display_number FROM shops_businessnumber b WHERE b.shop_id = p.shop_id
  ORDER BY b.id IS NOT DISTINCT FROM p.number_id DESC, b.id LIMIT 1) n ON true
WHERE p.token = %(token)s
"""
_PLACES = """
SELECT slot, product_id FROM catalog_personalitem WHERE shop_id = %(shop)s AND page_id = %(page)s ORDER BY slot
"""
_GOODS = """
SELECT i.slot, i.product_id, g.code, g.name, g.material,
       coalesce((SELECT m.file FROM catalog_productimage m WHERE m.shop_id = g.shop_id AND m.product_id = g.id
                 ORDER BY m.position, m.color LIMIT 1), '')
FROM unnest(%(slots)s::int[], %(products)s::uuid[]) AS i(slot, product_id)
JOIN catalog_product g ON g.shop_id = %(shop)s AND g.id = i.product_id AND g.is_active ORDER BY i.slot
"""
_VARIANTS = """
SELECT product_id, id, sku, color, size FROM catalog_variant
WHERE shop_id = %(shop)s AND product_id = ANY(%(products)s) ORDER BY position, code
"""


def find_page(connection: Connection, token: str, *, now: datetime) -> OpenPage:
    """The page behind a link. Raises PageUnknown."""
    # PostgreSQL takes no zero byte in a text.
    row = connection.execute(_FIND, {"token": token.replace("\0", "?"), "now": now}).fetchone()
    if row is None:
        raise PageUnknown("this link does not exist")
    page_id, shop_id, found, code, language, name, country, currency, version, number, ended = row
    return OpenPage(
        id=page_id, shop_id=shop_id, token=found, code=code, language=language, shop_name=name, country=country,
        currency=currency, knowledge_version=version, number="".join(filter(str.isdigit, number)), ended=ended,
    )  # fmt: skip


def items_of(connection: Connection, page: OpenPage, *, now: datetime) -> list[PageItem]:
    """The goods of a page that the shop still shows."""
    places = connection.execute(_PLACES, {"shop": page.shop_id, "page": page.id}).fetchall()
    return goods_at(connection, page.shop_id, places, now=now)


def goods_at(
    connection: Connection, shop_id: UUID, places: Sequence[tuple[Any, ...]], *, now: datetime
) -> list[PageItem]:
    """The products at these (slot, id) that the shop shows, with price and stock as they are now."""
    products = [product_id for _, product_id in places]
    values = {"shop": shop_id, "slots": [slot for slot, _ in places], "products": products}
    rows = connection.execute(_GOODS, values).fetchall()
    offers = load_offers(connection, [(shop_id, product_id) for product_id in products], now=now)
    variants = _variants(connection, shop_id, products, offers)
    return [
        PageItem(
            slot=slot, product_id=product_id, code=code, name=name, material=material, file=file,
            variants=tuple(variants.get(product_id, ())),
        )
        for slot, product_id, code, name, material, file in rows if variants.get(product_id)
    ]  # fmt: skip


def _variants(
    connection: Connection, shop_id: UUID, products: Sequence[UUID], offers: Mapping[UUID, Mapping[UUID, Offer]]
) -> dict[UUID, list[PageVariant]]:
    found: dict[UUID, list[PageVariant]] = {}
    rows = connection.execute(_VARIANTS, {"shop": shop_id, "products": list(products)})
    for product_id, variant_id, sku, color, size in rows:
        if offer := offers.get(product_id, {}).get(variant_id):
            found.setdefault(product_id, []).append(PageVariant(sku, color, size, offer))
    return found
