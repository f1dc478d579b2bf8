"""What a conversation may know of the goods: the fixed part of a product, and its offers as they are right now."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Protocol
from uuid import UUID

from leadnurturebot.domain.recommending import Why
from leadnurturebot.domain.values import record


@record
class Variant:
    """One colour and size of a product. Price and stock live in `Offer`, which is read anew for each turn."""

    id: UUID
    code: int
    """Small number unique within the shop; fits into the 20 characters of a carousel button id."""
    sku: str
    color: str
    size: str
    measures: Mapping[str, float] = field(default_factory=dict)
    """Garment measures in centimetres by name (`chest`, `waist`, `hip`, `length`, `sleeve`, `inseam`)."""


@record
class SizeRow:
    """Body measures in centimetres that a size is cut for, as (lowest, highest) by measure name."""

    size: str
    body: Mapping[str, tuple[float, float]]


@record
class Product:
    """A product as its record says: nothing here is guessed, an absent detail is absent."""

    id: UUID
    code: int
    name: str
    category: str
    """English base term, singular: dress, top, jeans, shoes…"""
    audience: str = "women"
    collection: str = ""
    description: str = ""
    material: str = ""
    fit: str = ""
    """`slim`, `regular`, `loose`, or empty when the record is silent."""
    details: Mapping[str, str] = field(default_factory=dict)
    """Recorded facts by name (`length`, `pockets`, `stretch`, `care`, `weight`…), in the record's words."""
    occasions: tuple[str, ...] = ()
    goes_with: tuple[UUID, ...] = ()
    size_chart: tuple[SizeRow, ...] = ()
    variants: tuple[Variant, ...] = ()
    images: Mapping[str, str] = field(default_factory=dict)
    """Public picture address by colour."""

    colors: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Colours in the record's order."""
    sizes: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Sizes in the record's order (small to large)."""

    def __post_init__(self) -> None:
        # Asked for several times a message, told once: a product is made when a catalogue is loaded.
        object.__setattr__(self, "colors", tuple(dict.fromkeys(variant.color for variant in self.variants)))
        object.__setattr__(self, "sizes", tuple(dict.fromkeys(variant.size for variant in self.variants)))


@record
class Offer:
    """Price (minor units of the shop's currency) and free stock of a variant at the moment of the turn."""

    variant_id: UUID
    price: int
    compare_at: int | None = None
    available: int = 0
    """Pieces that can be sold now: stock less live holds of other orders."""


@record
class Wish:
    """What somebody looks for. Every field narrows; empty means no wish. Prices are minor units."""

    text: str = ""
    """The customer's own words, for name and description search."""
    categories: tuple[str, ...] = ()
    colors: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    fits: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    """`long`, `short`, `midi`, `maxi`: any of these."""
    details: tuple[str, ...] = ()
    """What its record must say that it has: pockets, lining, sleeves…"""
    audience: str = ""
    price_min: int | None = None
    price_max: int | None = None
    on_sale: bool = False
    not_colors: tuple[str, ...] = ()
    not_materials: tuple[str, ...] = ()
    exclude: tuple[UUID, ...] = ()
    """Products refused or just shown."""


@record
class Hit:
    """A found product: the best colour for the wish, and which parts of the wish it does not meet."""

    product: Product
    score: float
    color: str = ""
    missed: tuple[str, ...] = ()
    """Names of `Wish` fields that fail for this product, empty when it meets all."""
    why: Why | None = None
    """Where a suggestion comes from, None for what was asked for."""
    anchor: UUID | None = None
    """The customer's product that `why` speaks of."""


class Catalogue(Protocol):
    """The shop's goods, held in memory and searched there."""

    def product(self, product_id: UUID) -> Product | None: ...

    def by_code(self, code: int) -> Product | None: ...

    def variant_by_code(self, code: int) -> tuple[Product, Variant] | None: ...

    def by_sku(self, sku: str) -> tuple[Product, Variant] | None: ...

    def search(self, wish: Wish, *, limit: int = 10) -> Sequence[Hit]:
        """Best first. Price wishes are judged on the prices known when the catalogue was loaded; the caller checks offers."""
        ...

    def similar(self, product_id: UUID, *, limit: int = 10, wish: Wish | None = None) -> Sequence[Hit]: ...

    def likeness(self, product_id: UUID) -> Sequence[tuple[UUID, float]]:
        """Goods of any kind with how much they have in common with this one, 0 to 1, most first."""
        ...
