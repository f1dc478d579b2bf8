"""The catalogue of a shop in memory: loaded whole, kept until the shop's catalogue version changes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.catalog.mentions import ProductMentions
from leadnurturebot.domain.catalogue import Product, SizeRow, Variant
from leadnurturebot.platform.sql import Connection

_PRODUCTS = """
SELECT p.id, p.code, p.name, p.category, p.audience, p.collection, p.description, p.material, p.fit, p.details,
       p.occasions, p.goes_with, c.rows
FROM catalog_product p LEFT JOIN catalog_sizechart c ON c.id = p.size_chart_id AND c.shop_id = p.shop_id
WHERE p.shop_id = %s AND p.is_active ORDER BY p.code
"""
_VARIANTS = """
SELECT product_id, id, code, sku, color, size, measures, compare_at, price, stock FROM catalog_variant
WHERE shop_id = %s ORDER BY product_id, position, code
"""
_IMAGES = "SELECT product_id, color, file FROM catalog_productimage WHERE shop_id = %s ORDER BY position"


@dataclass(frozen=True, slots=True)
class _Kept:
    version: int
    index: CatalogueIndex
    mentions: ProductMentions


class Catalogues:
    """Catalogues by shop.

    `media_url` is the public address in front of picture files; `synonyms` map customers' words to the records' base
    terms; `generic` are words that name no product by themselves; `spelled` writes a name as customers' words are read.
    """

    def __init__(
        self,
        media_url: str,
        *,
        synonyms: Mapping[str, str] | None = None,
        generic: Iterable[str] = (),
        spelled: Callable[[str], str] = str,
    ) -> None:
        self._media_url = media_url.rstrip("/")
        self._synonyms = synonyms or {}
        self._generic = frozenset(generic)
        self._spelled = spelled
        self._kept: dict[UUID, _Kept] = {}

    def of(self, connection: Connection, shop_id: UUID, version: int) -> CatalogueIndex:
        """The shop's catalogue at `version`, loaded when another one is kept."""
        return self._at(connection, shop_id, version).index

    def mentions(self, connection: Connection, shop_id: UUID, version: int) -> ProductMentions:
        """The names of the shop's products, to be found in customers' words."""
        return self._at(connection, shop_id, version).mentions

    def _at(self, connection: Connection, shop_id: UUID, version: int) -> _Kept:
        kept = self._kept.get(shop_id)
        if kept is None or kept.version != version:
            kept = self._kept[shop_id] = self._load(connection, shop_id, version)
        return kept

    def _load(self, connection: Connection, shop_id: UUID, version: int) -> _Kept:
        images: dict[UUID, dict[str, str]] = defaultdict(dict)
        for product_id, color, file in connection.execute(_IMAGES, [shop_id]):
            address = file if file.startswith("https://") else f"{self._media_url}/{file}"
            images[product_id].setdefault(color, address)
        variants: dict[UUID, list[Variant]] = defaultdict(list)
        prices: dict[UUID, int] = {}
        stock: dict[UUID, int] = {}
        reduced: set[UUID] = set()
        for product_id, *row, before, price, count in connection.execute(_VARIANTS, [shop_id]):
            variant = Variant(id=row[0], code=row[1], sku=row[2], color=row[3], size=row[4], measures=row[5])
            variants[product_id].append(variant)
            prices[variant.id], stock[variant.id] = price, count
            if before is not None and before > price:
                reduced.add(variant.id)
        rows = connection.execute(_PRODUCTS, [shop_id]).fetchall()
        products = [_product(row, variants[row[0]], images[row[0]]) for row in rows if variants[row[0]]]
        index = CatalogueIndex(products, prices, stock, synonyms=self._synonyms, reduced=reduced)
        return _Kept(version, index, ProductMentions(products, self._generic, self._spelled))


def _product(row: Any, variants: list[Variant], images: dict[str, str]) -> Product:
    return Product(
        id=row[0], code=row[1], name=row[2], category=row[3], audience=row[4], collection=row[5], description=row[6],
        material=row[7], fit=row[8], details=row[9], occasions=tuple(row[10]), goes_with=tuple(row[11]),
        size_chart=tuple(_size_row(item) for item in row[12] or ()), variants=tuple(variants), images=images,
    )  # fmt: skip


def _size_row(item: dict[str, Any]) -> SizeRow:
    body = {name: (float(bounds[0]), float(bounds[1])) for name, bounds in item["body"].items()}
    return SizeRow(size=item["size"], body=body)
