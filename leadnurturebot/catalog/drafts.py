"""Products as somebody wants them saved, before they are rows: prices in major units, relations by outside names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from leadnurturebot.catalog.row_problems import UnusableRow
from leadnurturebot.domain.catalogue import SizeRow
from leadnurturebot.domain.money import exponent, from_major

STOCK_MAX = 2_147_483_647
PRICE_MAX = Decimal(10) ** 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageDraft:
    """A picture of a colour ("" for all colours): a path in the file storage, or an absolute https address."""

    file: str
    color: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantDraft:
    """One colour and size. `compare_at` is the price before a reduction; one that is not higher means no reduction."""

    sku: str
    price: Decimal
    compare_at: Decimal | None = None
    stock: int | None = 0
    """None leaves what is saved; a new variant has none then."""
    color: str = ""
    size: str = ""
    measures: Mapping[str, float] = field(default_factory=dict)
    """Garment measures in centimetres by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDraft:
    """A product with its variants in the order in which they are shown. None leaves what is saved as it is."""

    external_id: str
    """Known to the source the product comes from; the same one again changes the product."""
    name: str
    category: str | None = None
    audience: str | None = None
    """`women`, `men` or `unisex`; a new product without one is for women."""
    collection: str | None = None
    description: str | None = None
    material: str | None = None
    fit: str | None = None
    details: Mapping[str, str] | None = None
    occasions: Sequence[str] | None = None
    goes_with: Sequence[str] | None = None
    """External ids."""
    size_chart: str | None = None
    """Name of a saved size chart; "" for none."""
    variants: Sequence[VariantDraft] = ()
    images: Sequence[ImageDraft] | None = None
    is_active: bool | None = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeChartDraft:
    """Body measures by size, small to large."""

    name: str
    rows: Sequence[SizeRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceDraft:
    """A variant's new price, and the one before the reduction."""

    price: Decimal
    compare_at: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MinorPrice:
    """A price in minor units of the shop's currency."""

    price: int
    compare_at: int | None


def minor_price(price: Decimal, compare_at: Decimal | None, currency: str, row: int) -> MinorPrice:
    """Both amounts in minor units. Raises UnusableRow for what is nothing, negative or finer than the currency."""
    if price == 0:
        raise UnusableRow(row, "price", "price_zero")
    amount = _minor(price, currency, row, "price")
    before = None if compare_at is None else _minor(compare_at, currency, row, "compare_at")
    return MinorPrice(amount, before if before is not None and before > amount else None)


def _minor(amount: Decimal, currency: str, row: int, column: str) -> int:
    if not amount.is_finite() or not 0 <= amount < PRICE_MAX:
        raise UnusableRow(row, column, "price_out_of_range", text=str(amount))
    money = from_major(amount, currency)
    if money.major != amount:
        raise UnusableRow(row, column, "decimals", text=str(amount), currency=currency, most=exponent(currency))
    return money.minor


def check_stock(stock: int, row: int) -> None:
    """Raises UnusableRow when the stock is negative or too large to be one."""
    if not 0 <= stock <= STOCK_MAX:
        raise UnusableRow(row, "stock", "no_stock", text=str(stock))
