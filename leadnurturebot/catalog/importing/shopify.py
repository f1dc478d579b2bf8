"""Shopify's product export, with its columns of before and after they were renamed in 2025.

A product's rows share its handle; its own fields stand in the first row, further rows bring variants and pictures.
"""

from leadnurturebot.catalog.drafts import ImageDraft, VariantDraft
from leadnurturebot.catalog.importing import cells, words
from leadnurturebot.catalog.importing.gathering import Gathering, Product, sku_of
from leadnurturebot.catalog.importing.tables import Row, Table
from leadnurturebot.catalog.row_problems import UnusableRow

HANDLE = ("handle", "url handle")
PRICE = ("variant price", "price")
SKU = ("variant sku", "sku")
STOCK = ("variant inventory qty", "inventory quantity")
TRACKER = ("variant inventory tracker", "inventory tracker")
COMPARE_AT = ("variant compare at price", "compare-at price")
PICTURE = ("image src", "product image url")
VARIANT_PICTURE = ("variant image", "variant image url")
DESCRIPTION = ("body (html)", "description")
PUBLISHED = ("published", "published on online store")
FABRIC = "fabric (product.metafields.shopify.fabric)"
GENDER = "target gender (product.metafields.shopify.target-gender)"

UNCOUNTED = 99
"""Stock of what the store sells without counting."""


def is_format(columns: frozenset[str]) -> bool:
    """Whether these columns are Shopify's."""
    has_options = bool(columns & {"option1 name", "option1 value"})
    return bool(columns & set(HANDLE)) and bool(columns & set(PRICE)) and ("title" in columns) and has_options


def gather(table: Table, gathering: Gathering) -> None:
    """Read all rows."""
    has_stock = any(name in table.columns for name in STOCK)
    if not has_stock:
        gathering.problem(UnusableRow(1, STOCK[0], "no_stock_column"))
    names: dict[str, tuple[str, ...]] = {}
    left_out: set[str] = set()
    for row in table.rows:
        with gathering.row():
            _read(row, gathering, names, left_out, has_stock=has_stock)


def _read(
    row: Row | UnusableRow, gathering: Gathering, names: dict[str, tuple[str, ...]], left_out: set[str], *,
    has_stock: bool,
) -> None:  # fmt: skip
    if isinstance(row, UnusableRow):
        raise row
    handle = row.text(*HANDLE)
    if not handle:
        raise UnusableRow(row.number, "handle", "missing", column="handle")
    if handle in left_out:
        return
    if handle not in gathering.products:
        left_out.add(handle)  # until its first row proves usable
        gathering.products[handle] = _product(row, handle)
        names[handle] = tuple(row.text(f"option{number} name") for number in (1, 2, 3))
        left_out.remove(handle)
    _take(row, gathering.products[handle], names[handle], gathering, has_stock=has_stock)


def _product(row: Row, handle: str) -> Product:
    title = row.text("title")
    if not title:
        raise UnusableRow(row.number, "title", "title_missing", name=handle)
    if cells.is_yes(row.text("gift card")):
        raise UnusableRow(row.number, "gift card", "gift_card", name=title)
    kind, path, tags = row.text("type"), row.text("product category"), row.text("tags")
    description = cells.plain_text(row.text(*DESCRIPTION))
    product = Product(
        external_id=handle,
        name=title,
        category=words.category(kind, path.rpartition(">")[2], title, tags) or kind.casefold() or None,
        audience=words.audience([row.text(GENDER)]) or words.audience([kind, title, tags, path]),
        description=description or None,
        material=row.text(FABRIC) or None,
        is_active=_is_sold(row),
    )
    product.learn(words.stated(description))
    return product


def _is_sold(row: Row) -> bool:
    status, published = row.text("status").casefold(), row.text(*PUBLISHED)
    return status in ("", "active") and (not published or cells.is_yes(published))


def _take(row: Row, product: Product, names: tuple[str, ...], gathering: Gathering, *, has_stock: bool) -> None:
    """The row's variant and pictures. A row with nothing but a picture is no variant."""
    values = tuple(row.text(f"option{number} value") for number in (1, 2, 3))
    color, size = words.color_and_size(zip(names, values, strict=True))
    if row.text(*PRICE) or row.text(*SKU) or any(values):
        compare_at = row.text(*COMPARE_AT)
        variant = VariantDraft(
            sku=row.text(*SKU) or sku_of([product.external_id, color, size]),
            price=cells.price(row.text(*PRICE), gathering.currency, row.number, PRICE[0]),
            compare_at=cells.price(compare_at, gathering.currency, row.number, COMPARE_AT[0]) if compare_at else None,
            stock=_stock(row) if has_stock else None,
            color=color,
            size=size,
        )
        gathering.add(product, variant, row.number)
    if address := row.text(*PICTURE):
        product.show(ImageDraft(file=cells.picture(address, row.number, PICTURE[0])))
    if address := row.text(*VARIANT_PICTURE):
        product.show(ImageDraft(file=cells.picture(address, row.number, VARIANT_PICTURE[0]), color=color))


def _stock(row: Row) -> int:
    """What is not tracked is sold without end; an oversold variant has none."""
    text = row.text(*STOCK)
    is_tracked = bool(row.text(*TRACKER)) or not any(name in row.places for name in TRACKER)
    return max(0, cells.count(text, row.number, STOCK[0])) if is_tracked else UNCOUNTED
