"""Our own CSV: one row a variant, rows of one name and audience are one product."""

from collections.abc import Mapping
from decimal import Decimal

from leadnurturebot.catalog.drafts import ImageDraft, VariantDraft
from leadnurturebot.catalog.external_ids import slug
from leadnurturebot.catalog.importing import cells, words
from leadnurturebot.catalog.importing.gathering import Gathering, Product
from leadnurturebot.catalog.importing.tables import Row, Table
from leadnurturebot.catalog.row_problems import UnusableRow

NEEDED = frozenset({"sku", "name", "price"})
_AUDIENCES = ("women", "men", "unisex")
_STATUSES = ("active", "hidden")
_DETAIL, _MEASURE = "detail:", "measure:"
_MEASURE_MAX = Decimal(400)


def is_format(columns: frozenset[str]) -> bool:
    """Whether these columns are ours."""
    return columns >= NEEDED


def gather(table: Table, gathering: Gathering, known: Mapping[str, str]) -> None:
    """Read all rows. `known` gives the external ids of products by SKU: a renamed product stays the same."""
    extra = [name for name in table.columns if name.startswith((_DETAIL, _MEASURE))]
    for row in table.rows:
        with gathering.row():
            _read(row, gathering, known, extra, has_stock="stock" in table.columns)


def _read(
    row: Row | UnusableRow, gathering: Gathering, known: Mapping[str, str], extra: list[str], *, has_stock: bool
) -> None:
    if isinstance(row, UnusableRow):
        raise row
    product = _product(row, gathering, known)
    variant = _variant(row, extra, gathering.currency, has_stock=has_stock)
    gathering.add(product, variant, row.number)
    gathering.keep(_key(row), product)
    _describe(product, row, extra)
    if address := row.text("image_url"):
        product.show(ImageDraft(file=cells.picture(address, row.number, "image_url"), color=variant.color))


def _key(row: Row) -> str:
    return f"{row.text('name').casefold()}\n{row.text('audience').casefold()}"


def _product(row: Row, gathering: Gathering, known: Mapping[str, str]) -> Product:
    name, sku = row.text("name"), row.text("sku")
    for column, value in (("sku", sku), ("name", name)):
        if not value:
            raise UnusableRow(row.number, column, "missing", column=column)
    audience = row.text("audience").casefold()
    if audience and audience not in _AUDIENCES:
        raise UnusableRow(row.number, "audience", "none_of", text=audience, choices=", ".join(_AUDIENCES))
    status = row.text("status").casefold()
    if status and status not in _STATUSES:
        raise UnusableRow(row.number, "status", "none_of", text=status, choices=", ".join(_STATUSES))
    found = gathering.products.get(_key(row))
    if found is not None:
        return found
    named = slug(name if audience in ("", "women") else f"{name} {audience}")
    return Product(
        external_id=gathering.free_id(known.get(sku, ""), named), name=name, audience=audience or None,
        is_active=status == "active" if status else None,
    )  # fmt: skip


def _variant(row: Row, extra: list[str], currency: str, *, has_stock: bool) -> VariantDraft:
    compare_at = row.text("compare_at")
    return VariantDraft(
        sku=row.text("sku"),
        price=cells.price(row.text("price"), currency, row.number, "price"),
        compare_at=cells.price(compare_at, currency, row.number, "compare_at") if compare_at else None,
        stock=cells.count(row.text("stock"), row.number, "stock") if has_stock else None,
        color=row.text("color", "colour").casefold(),
        size=row.text("size"),
        measures={
            column.removeprefix(_MEASURE).strip(): _measure(row.text(column), row.number, column)
            for column in extra
            if column.startswith(_MEASURE) and row.text(column)
        },
    )


def _measure(text: str, row: int, column: str) -> float:
    centimetres = cells.amount(text.casefold().removesuffix("cm"), row, column)
    if not 0 < centimetres <= _MEASURE_MAX:
        raise UnusableRow(row, column, "no_measure", text=text)
    return float(centimetres)


def _describe(product: Product, row: Row, extra: list[str]) -> None:
    """The first row that says something of the product counts."""
    category = row.text("category")
    product.category = product.category or (words.category(category) or category.casefold() or None)
    product.collection = product.collection or row.text("collection") or None
    product.description = product.description or cells.plain_text(row.text("description")) or None
    product.material = product.material or row.text("material") or None
    if occasions := row.text("occasions"):
        product.occasions = product.occasions or [each.strip() for each in occasions.split(";") if each.strip()]
    product.fit = product.fit or words.fit(row.text("fit")) or None
    for column in extra:
        if column.startswith(_DETAIL) and (value := row.text(column)):
            product.details.setdefault(column.removeprefix(_DETAIL).strip(), value)
