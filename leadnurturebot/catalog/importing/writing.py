"""The catalogue as our own CSV, which reads back in as it is."""

import html
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from leadnurturebot.catalog.importing.cells import plain_text
from leadnurturebot.domain.money import Money
from leadnurturebot.platform.spreadsheets import csv_file, harmless
from leadnurturebot.platform.sql import Connection

_COLUMNS = (
    "sku", "name", "category", "audience", "collection", "description", "material", "fit", "occasions", "color", "size",
    "price", "compare_at", "stock", "status", "image_url",
)  # fmt: skip
_GOODS = """
SELECT v.sku, p.name, p.category, p.audience, p.collection, p.description, p.material, p.fit, p.occasions, v.color,
       v.size, v.price, v.compare_at, v.stock, p.is_active, p.details, v.measures, p.id
FROM catalog_product p JOIN catalog_variant v ON v.product_id = p.id AND v.shop_id = p.shop_id
WHERE p.shop_id = %s AND p.archived_at IS NULL ORDER BY p.code, v.position, v.code
"""
_IMAGES = "SELECT product_id, color, file FROM catalog_productimage WHERE shop_id = %s ORDER BY product_id, position"


def catalogue_csv(connection: Connection, shop_id: UUID, currency: str) -> bytes:
    """Every product that is not archived, a row a variant, in UTF-8 with the mark by which a spreadsheet knows it."""
    goods = connection.execute(_GOODS, [shop_id]).fetchall()
    pictures = _pictures(connection, shop_id, goods)
    details = sorted({name for row in goods for name in (row[15] if isinstance(row[15], dict) else {})})
    measures = sorted({name for row in goods for name in row[16]})
    rows = [[*_COLUMNS, *(f"detail:{n}" for n in details), *(f"measure:{n}" for n in measures)]]
    for place, row in enumerate(goods):
        cells = [*_cells(row, currency), pictures.get(place, "")]
        own = row[15] if isinstance(row[15], dict) else {}
        cells += [_detail(own.get(name, "")) for name in details]
        cells += [f"{row[16][name]:g}" if name in row[16] else "" for name in measures]
        rows.append([harmless(cell) for cell in cells])
    return csv_file(rows)


def _cells(row: Sequence[Any], currency: str) -> list[str]:
    sku, name, category, audience, collection, description, material, fit, occasions, color, size, *rest = row
    price, compare_at, stock, is_active = rest[:4]
    return [
        sku, name, category, audience, collection, _markup(description), material, fit, "; ".join(occasions), color, size,
        str(Money(price, currency).major), "" if compare_at is None else str(Money(compare_at, currency).major),
        str(stock), "active" if is_active else "hidden",
    ]  # fmt: skip


def _markup(text: str) -> str:
    """Descriptions are read as HTML: what would not survive that is written as HTML."""
    return text if plain_text(text) == text else html.escape(text, quote=False)


def _detail(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _pictures(connection: Connection, shop_id: UUID, goods: Sequence[Sequence[Any]]) -> dict[int, str]:
    """Addresses by row. A product whose pictures a file cannot name all, in order, names none: then they stay."""
    images: dict[UUID, list[tuple[str, str]]] = {}
    for product_id, color, file in connection.execute(_IMAGES, [shop_id]):
        images.setdefault(product_id, []).append((color, file))
    places: dict[UUID, list[tuple[int, str]]] = {}
    for place, row in enumerate(goods):
        places.setdefault(row[17], []).append((place, row[9]))
    found: dict[int, str] = {}
    for product_id, pictures in images.items():
        found |= dict(_fitted(pictures, places.get(product_id, [])))
    return found


def _fitted(pictures: Sequence[tuple[str, str]], rows: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Each picture beside the next row of its colour; nothing at all unless every one finds its row."""
    left, found = list(rows), []
    for color, file in pictures:
        fitting = next((place for place, (_, own) in enumerate(left) if own == color), None)
        if fitting is None or not file.startswith("https://"):
            return
        found.append((left[fitting][0], file))
        left = left[fitting + 1 :]
    yield from found
