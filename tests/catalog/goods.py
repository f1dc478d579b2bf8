"""A small shop window for the search tests: eight products with prices and stock in the open."""

from collections.abc import Collection
from uuid import UUID

from leadnurturebot.catalog.index import CatalogueIndex
from leadnurturebot.domain.catalogue import Product, Variant

# name, category, material, fit, occasions, {colour: {size: (price, stock)}}
_WINDOW: list[tuple[str, str, str, str, tuple[str, ...], dict[str, dict[str, tuple[int, int]]]]] = [
    (
        "Blue Floral Sundress",
        "dress",
        "100% cotton",
        "regular",
        ("casual", "beach"),
        {"blue": {"S": (4900, 3), "M": (4900, 5), "L": (4900, 0)}},
    ),
    (
        "Linen Shirt Dress",
        "dress",
        "linen",
        "loose",
        ("garden party",),
        {"white": {"S": (7500, 2)}, "blue": {"S": (7500, 1), "M": (7500, 0)}},
    ),
    ("Ruby Evening Gown", "dress", "silk", "slim", ("wedding", "formal"), {"red": {"M": (18000, 1), "L": (18000, 2)}}),
    (
        "Velvet Blazer",
        "jacket",
        "velvet",
        "regular",
        ("formal",),
        {"burgundy": {"10": (11000, 2), "12": (11000, 0)}, "bottle green": {"12": (11000, 4)}},
    ),
    ("Corduroy Blazer", "jacket", "cotton corduroy", "regular", ("work",), {"burgundy": {"12": (8900, 3)}}),
    ("Chunky Jumper", "knitwear", "wool", "loose", ("winter",), {"cream": {"M": (6500, 2), "2XL": (6500, 1)}}),
    ("Canvas Tote", "bag", "canvas", "", (), {"natural": {"One size": (2500, 9)}}),
    ("Everyday Tee", "t-shirt", "cotton", "regular", ("casual",), {"black": {"M": (1800, 9)}, "red": {"M": (1800, 0)}}),
]


def product_id(name: str) -> UUID:
    """The id of a product of the window."""
    return UUID(int=1 + [row[0] for row in _WINDOW].index(name))


def window(reduced: Collection[UUID] = ()) -> CatalogueIndex:
    """The index over the window, with the variants on sale."""
    products, prices, stock = [], {}, {}
    for number, (name, category, material, fit, occasions, offers) in enumerate(_WINDOW):
        variants: list[Variant] = []
        for color, sizes in offers.items():
            for size, (price, pieces) in sizes.items():
                code = 100 * number + len(variants)
                variant = Variant(id=UUID(int=10_000 + code), code=code, sku=f"SKU-{code}", color=color, size=size)
                prices[variant.id], stock[variant.id] = price, pieces
                variants.append(variant)
        products.append(
            Product(
                id=product_id(name),
                code=number,
                name=name,
                category=category,
                material=material,
                fit=fit,
                occasions=occasions,
                variants=tuple(variants),
            )
        )
    return CatalogueIndex(products, prices, stock, synonyms={"tee": "t-shirt"}, reduced=reduced)
