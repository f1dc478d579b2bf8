"""How alike two products are: kind first, then who it is for, material, occasions, fit, colours and price."""

from dataclasses import dataclass
from math import exp, log

from leadnurturebot.catalog.search_words import record_words
from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.garment_terms import head, kinds

_GENERAL = frozenset({"top", "bottoms", "accessories", "outerwear"})
_SAME_KIND, _NEAR_KIND, _WIDE_KIND = 5.0, 3.5, 1.0
_MATERIAL, _FIT, _OCCASIONS, _COLORS, _NAME, _PRICE = 1.0, 0.5, 1.0, 0.6, 0.8, 1.5
LEAST = _NEAR_KIND
"""Below this two products are not called similar."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """What of a product is compared, prepared once."""

    category: str
    kinds: frozenset[str]
    own_kinds: frozenset[str]
    """What it is called, without what that is a kind of."""
    audience: str
    fit: str
    materials: frozenset[str]
    occasions: frozenset[str]
    colors: frozenset[str]
    name: frozenset[str]
    price: int
    """Lowest price in minor units, negative when unknown."""


def portrait(product: Product, price: int) -> Portrait:
    """The product as it is compared."""
    return Portrait(
        product.category,
        kinds(product.category, product.name),
        frozenset({product.category.lower(), head(product.name)}) - {""},
        product.audience,
        product.fit,
        frozenset(record_words(product.material)),
        frozenset(product.occasions),
        frozenset(product.colors),
        frozenset(record_words(product.name)),
        price,
    )


def nearness(mine: Portrait, other: Portrait) -> float:
    """How alike, 0 for goods of another kind or for other people."""
    kind = _kind(mine, other)
    if not kind or other.audience != mine.audience:
        return 0.0
    return (
        kind
        + _MATERIAL * _share(mine.materials, other.materials)
        + _FIT * (mine.fit != "" and mine.fit == other.fit)
        + _OCCASIONS * _share(mine.occasions, other.occasions)
        + _COLORS * _share(mine.colors, other.colors)
        + _NAME * _share(mine.name, other.name)
        + _PRICE * _closeness(mine.price, other.price)
    )


def _kind(mine: Portrait, other: Portrait) -> float:
    if mine.kinds == other.kinds:
        return _SAME_KIND
    shared = mine.kinds & other.kinds
    if shared - _GENERAL:
        return _NEAR_KIND
    return _WIDE_KIND if shared else 0.0


def _share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    shared = len(mine & theirs)
    return shared / (len(mine) + len(theirs) - shared) if shared else 0.0


def _closeness(first: int, second: int) -> float:
    """1 for the same price, about a third for double or half of it."""
    return exp(-abs(log(first / second)) * 1.6) if first > 0 and second > 0 else 0.0
