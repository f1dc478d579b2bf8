"""WooCommerce's product export: simple products, and variable ones with a row for each variation."""

import re
from collections.abc import Sequence
from datetime import datetime

from leadnurturebot.catalog.drafts import ImageDraft, VariantDraft
from leadnurturebot.catalog.importing import cells, words
from leadnurturebot.catalog.importing.gathering import Gathering, Product, sku_of
from leadnurturebot.catalog.importing.shopify import UNCOUNTED
from leadnurturebot.catalog.importing.tables import Row, Table
from leadnurturebot.catalog.row_problems import UnusableRow

_KINDS = ("simple", "variable", "variation")
_MOST_ATTRIBUTES = 20
_SEVERAL = re.compile(r"(?<!\\),")
"""Parts values of one attribute; a comma within a value is escaped."""


def is_format(columns: frozenset[str]) -> bool:
    """Whether these columns are WooCommerce's."""
    return columns >= {"type", "name", "regular price"} and bool(columns & {"sku", "id"})


def gather(table: Table, gathering: Gathering, now: datetime) -> None:
    """Read all rows. A variation may stand before its product, so variations come after all products."""
    places = [n for n in range(1, _MOST_ATTRIBUTES + 1) if f"attribute {n} name" in table.columns]
    variations: list[Row] = []
    keys: dict[str, Product] = {}
    for row in table.rows:
        with gathering.row():
            if isinstance(row, UnusableRow):
                raise row
            if _kind(row) == "variation":
                variations.append(row)
            else:
                _read(row, gathering, keys, places, now)
    for row in variations:
        with gathering.row():
            _add_variation(row, gathering, keys, places, now)


def _kind(row: Row) -> str:
    found = {part.strip() for part in row.text("type").casefold().split(",")}
    kind = next((name for name in _KINDS if name in found), "")
    if not kind:
        raise UnusableRow(row.number, "type", "type_not_sold", text=row.text("type"))
    return kind


def _read(row: Row, gathering: Gathering, keys: dict[str, Product], places: Sequence[int], now: datetime) -> None:
    sku, number = row.text("sku"), row.text("id")
    if not row.text("name"):
        raise UnusableRow(row.number, "name", "missing", column="name")
    if not (sku or number):
        raise UnusableRow(row.number, "sku", "no_sku_and_no_id")
    external_id = f"woo-{number}" if number else sku
    if external_id in gathering.products:
        raise UnusableRow(row.number, "id" if number else "sku", "in_file_already", value=number or sku)
    product = _product(row, external_id, _attributes(row, places))
    for key in (sku, f"id:{number}" if number else ""):
        keys |= {key: product} if key else {}
    if _kind(row) == "simple":
        gathering.add(product, _variant(row, product, _options(row, places), now), row.number)
    gathering.products[product.external_id] = product
    for address in row.text("images").split(","):
        if address.strip():
            product.show(ImageDraft(file=cells.picture(address.strip(), row.number, "images")))


def _product(row: Row, external_id: str, attributes: Sequence[tuple[str, str]]) -> Product:
    paths, tags, name = row.text("categories"), row.text("tags"), row.text("name")
    description = cells.plain_text(row.text("short description", "description"))
    product = Product(
        external_id=external_id,
        name=name,
        category=words.category(*(path.rpartition(">")[2] for path in paths.split(",")), name, tags) or None,
        audience=words.audience([paths, name, tags]),
        description=description or None,
        is_active=row.text("published") in ("", "1"),
    )
    product.learn({words.fact_name(key): value for key, value in attributes if not words.is_option(key)})
    product.learn(words.stated(cells.plain_text(row.text("description")) or description))
    return product


def _attributes(row: Row, places: Sequence[int]) -> list[tuple[str, str]]:
    """Attributes that name one value: of a product its facts, of a variation its colour and size."""
    pairs = ((row.text(f"attribute {n} name"), row.text(f"attribute {n} value(s)")) for n in places)
    single = ((name, value) for name, value in pairs if name and value and not _SEVERAL.search(value))
    return [(name, value.replace("\\,", ",")) for name, value in single]


def _options(row: Row, places: Sequence[int]) -> list[tuple[str, str]]:
    """Colour and size of a simple product, where it names one of each."""
    return [(name, value) for name, value in _attributes(row, places) if words.is_option(name)]


def _add_variation(
    row: Row, gathering: Gathering, keys: dict[str, Product], places: Sequence[int], now: datetime
) -> None:
    parent = row.text("parent")
    product = keys.get(parent)
    if product is None:
        raise UnusableRow(row.number, "parent", "no_parent", name=parent)
    if row.text("published") not in ("", "1"):
        return
    variant = _variant(row, product, _attributes(row, places), now)
    gathering.add(product, variant, row.number)
    if address := row.text("images").split(",")[0].strip():
        product.show(ImageDraft(file=cells.picture(address, row.number, "images"), color=variant.color))


def _variant(row: Row, product: Product, options: Sequence[tuple[str, str]], now: datetime) -> VariantDraft:
    color, size = words.color_and_size(options)
    regular = row.text("regular price")
    reduced = row.text("sale price") if _is_on_sale(row, now) else ""
    return VariantDraft(
        sku=row.text("sku") or sku_of([product.external_id, color, size]),
        price=cells.amount(reduced or regular, row.number, "sale price" if reduced else "regular price"),
        compare_at=cells.amount(regular, row.number, "regular price") if reduced and regular else None,
        stock=_stock(row),
        color=color,
        size=size,
    )


def _is_on_sale(row: Row, now: datetime) -> bool:
    """Whether today lies in the sale's dates; an open end is no end."""
    today = now.date().isoformat()
    start, end = row.text("date sale price starts")[:10], row.text("date sale price ends")[:10]
    return (not start or start <= today) and (not end or today <= end)


def _stock(row: Row) -> int:
    """The count, where there is one; what is sold uncounted is sold without end. An oversold variant has none."""
    text, is_there = row.text("stock"), row.text("in stock?")
    if is_there == "0":
        return 0
    return max(0, cells.count(text, row.number, "stock")) if text else UNCOUNTED
