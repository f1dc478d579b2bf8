"""What a product of the demo shop is, before it becomes rows: everything is in the data, nothing is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leadnurturebot.domain.catalogue import SizeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeChart:
    """Body measures (cm) by size, in the order small to large."""

    key: str
    rows: tuple[SizeRow, ...]

    def body(self, size: str) -> Mapping[str, tuple[float, float]]:
        """Lowest and highest body measure by name for `size`. Raises KeyError for a size the chart lacks."""
        for row in self.rows:
            if row.size == size:
                return row.body
        raise KeyError(f"size {size} is not in chart {self.key}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoVariant:
    """One colour and size. Prices are US cents; `compare_at_minor` is the old price of a reduced one."""

    sku: str
    color: str
    size: str
    price_minor: int
    compare_at_minor: int | None = None
    stock: int
    measures: Mapping[str, float] = field(default_factory=dict)
    """Garment measures in cm: chest, waist, hip, length, sleeve, inseam, foot_length; empty when none are recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoProduct:
    """A product as the shop would describe it in its own store."""

    external_id: str
    name: str
    description: str
    category: str
    audience: str
    """`women`, `men` or `unisex`."""
    collection: str
    material: str
    fit: str
    """`slim`, `regular`, `loose`, or empty where a fit makes no sense (bags, jewellery)."""
    details: Mapping[str, str]
    """Recorded facts by name: length, pockets, stretch, care, weight, neckline, sleeve, closure, sizing…"""
    occasions: tuple[str, ...]
    goes_with: tuple[str, ...]
    """External ids."""
    size_chart: str | None
    """Key of a `SizeChart`, or None for goods of one size."""
    look: tuple[str, ...]
    """What the picture shows: the kind of drawing first, then its traits. Not a fact for customers."""
    variants: tuple[DemoVariant, ...]

    @property
    def colors(self) -> tuple[str, ...]:
        """Colours in the order of the data."""
        return tuple(dict.fromkeys(variant.color for variant in self.variants))

    @property
    def sizes(self) -> tuple[str, ...]:
        """Sizes, small to large."""
        return tuple(dict.fromkeys(variant.size for variant in self.variants))
