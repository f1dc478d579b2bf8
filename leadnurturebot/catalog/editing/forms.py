"""A product as a form brings it: prices as they were typed, and what is wrong with it by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

FIELDS_MOST = {
    "name": 200, "category": 60, "collection": 100, "description": 4000, "material": 200, "fit": 60, "sku": 100,
    "color": 60, "size": 60, "alt": 300,
}  # fmt: skip
"""Characters by field."""
VARIANTS_MOST = 300
STATUSES = ("active", "hidden", "archived")


class UnusableProduct(ValueError):
    """What cannot be saved. `fields`: the code of what is wrong by field, such as `variants.3.price`: `decimals`."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(", ".join(f"{name}: {code}" for name, code in fields.items()))
        self.fields = dict(fields)


class NoSuchProduct(LookupError):
    """The shop has no such product, variant, picture or size chart."""


class ChangedMeanwhile(RuntimeError):
    """Somebody else, or a sale, changed it since it was read. `stock`: what there is now, when it is about stock."""

    def __init__(self, message: str, *, stock: int | None = None) -> None:
        super().__init__(message)
        self.stock = stock


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantForm:
    """One colour and size. Prices are texts as typed, "" for none."""

    sku: str
    price: str
    compare_at: str = ""
    color: str = ""
    size: str = ""
    id: UUID | None = None
    """None for a new one."""
    stock: int | None = None
    """None leaves what is there."""
    stock_seen: int | None = None
    """The stock on which `stock` was decided; when it is another one by now, nothing is saved."""
    measures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductForm:
    """A product with all of its variants; those it does not name are removed."""

    name: str
    category: str = ""
    audience: str = "women"
    collection: str = ""
    description: str = ""
    material: str = ""
    fit: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    occasions: Sequence[str] = ()
    size_chart_id: UUID | None = None
    status: str = "active"
    variants: Sequence[VariantForm] = ()
