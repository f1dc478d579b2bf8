"""Reading a product together with its offers: what is here, in which sizes and colours, at what price."""

import re
from collections.abc import Iterable, Mapping
from math import ceil
from uuid import UUID

from leadnurturebot.domain.catalogue import Offer, Product, Variant
from leadnurturebot.domain.dialogue.reply import Price, Term, Value
from leadnurturebot.domain.garment_terms import SHADE, color_fit, eu_shoe_size, kinds, same_size
from leadnurturebot.domain.local_words import base_color
from leadnurturebot.domain.money import Money

LOW_STOCK = 3
"""At most this many pieces are counted aloud (CONVERSATIONS 3)."""

Offers = Mapping[UUID, Offer]


def variants_of(product: Product, *, color: str = "", size: str = "") -> tuple[Variant, ...]:
    """The variants in the record's order that have this colour and size; empty means any."""
    return tuple(
        variant
        for variant in product.variants
        if (not color or variant.color == color) and (not size or variant.size == size)
    )


def is_here(variant: Variant, offers: Offers) -> bool:
    """Whether at least one piece can be sold now."""
    offer = offers.get(variant.id)
    return offer is not None and offer.available > 0


def here(product: Product, offers: Offers, *, color: str = "", size: str = "") -> tuple[Variant, ...]:
    """Variants in stock."""
    # One pass: a search judges hundreds of variants.
    return tuple(
        v for v in product.variants
        if (not color or v.color == color) and (not size or v.size == size) and is_here(v, offers)
    )  # fmt: skip


def sizes_here(product: Product, offers: Offers, *, color: str = "") -> tuple[str, ...]:
    """In the order in which the product lists its sizes, whichever colour has them."""
    found = {variant.size for variant in here(product, offers, color=color)}
    return tuple(size for size in product.sizes if size in found)


def colors_here(product: Product, offers: Offers, *, size: str = "") -> tuple[str, ...]:
    return tuple(dict.fromkeys(variant.color for variant in here(product, offers, size=size)))


def offers_of(product: Product, offers: Offers, *, color: str = "", size: str = "") -> tuple[Offer, ...]:
    """Offers of the variants in stock, or of all when none is, so that a sold-out product still has its price."""
    found = here(product, offers, color=color, size=size) or variants_of(product, color=color, size=size)
    return tuple(offers[variant.id] for variant in found if variant.id in offers)


def lowest(found: Iterable[Offer]) -> Offer | None:
    """The cheapest of some offers."""
    return min(found, key=lambda offer: offer.price, default=None)


def price_of(found: Iterable[Offer], currency: str) -> Price | None:
    """The price of some variants as it is told: one price, its sale, or the range they span; None without offers."""
    offers = tuple(found)
    if not offers:
        return None
    low, high = min(offer.price for offer in offers), max(offer.price for offer in offers)
    if low != high:
        return Price(Money(low, currency), top=Money(high, currency))
    old = {offer.compare_at for offer in offers}
    was = old.pop() if len(old) == 1 else None
    return Price(Money(low, currency), Money(was, currency) if was is not None and was > low else None)


def has_colors(product: Product) -> bool:
    """Whether the colour needs saying: a product in one colour is known by its name."""
    return len(product.colors) > 1


def has_sizes(product: Product) -> bool:
    return len(product.sizes) > 1


def color_term(color: str) -> Term:
    return Term("color", color)


def size_term(size: str) -> Term:
    """A size by the shop's label, said beside the customer's own name for it where that differs: "G (L)"."""
    return Term("size", size)


def size_terms(sizes: Iterable[str]) -> tuple[Value, ...]:
    return tuple(map(size_term, sizes))


def colors_of(product: Product) -> tuple[Value, ...]:
    """The colours that a product is made in, to be said."""
    return tuple(color_term(color) for color in product.colors)


def item(product: Product, variant: Variant) -> tuple[Value, ...]:
    """The parts a line of the cart is named by: name, then colour and size where there is a choice."""
    parts: list[Value] = [product.name]
    if has_colors(product):
        parts.append(color_term(variant.color))
    if has_sizes(product):
        parts.append(size_term(variant.size))
    return tuple(parts)


def choice_of(product: Product, variant: Variant) -> tuple[Value, ...]:
    """What is chosen of a product, without its name: (colour, size), only where there is a choice."""
    return item(product, variant)[1:]


def match_size(product: Product, size: str) -> str:
    """The product's own spelling of a size said by the customer (XXL for 2XL), or empty when it is not made in it.

    Shoe sizes of the US and the UK are converted; between two, the larger is taken.
    """
    found = next((own for own in product.sizes if size.strip() and same_size(own, size)), "")
    converted = "" if found else converted_size(product, size) or half_size(product, size)
    return found or next((own for own in product.sizes if converted and own == f"{ceil(float(converted))}"), "")


def converted_size(product: Product, size: str) -> str:
    """The EU size that a shoe size said in another system comes to ("38.5"), empty where nothing was converted."""
    if "shoes" not in kinds(product.category, product.name):
        return ""
    converted = eu_shoe_size(size, product.audience)
    return f"{converted:g}" if converted is not None else ""


def half_size(product: Product, size: str) -> str:
    """ "39.5" said of shoes that come in whole sizes, empty for anything else."""
    said = size.strip().replace(",", ".")
    is_half = said.endswith(".5") and said[:-2].isdigit()
    is_between = is_half and said[:-2] in product.sizes and f"{int(said[:-2]) + 1}" in product.sizes
    return said if is_between and "shoes" in kinds(product.category, product.name) else ""


def match_colors(product: Product, color: str) -> tuple[str, ...]:
    """The product's own colours for a colour said: the same word, else every shade of it ("navy" for blue)."""
    exact = tuple(own for own in product.colors if color_fit(color, own) == 1.0)
    return exact or tuple(own for own in product.colors if color.strip() and color_fit(color, own) >= SHADE)


def near_color(product: Product, color: str) -> str:
    """The one colour of the product that has the colour said among its shades ("cream" of what comes in beige), else
    empty: for an answer to "which colour?", where nothing else can be meant."""
    near = tuple(own for own in product.colors if color_fit(base_color(own), color) >= SHADE)
    return match_color(product, color) or (near[0] if len(near) == 1 else "")


def is_one_of(own: str, colors: Iterable[str]) -> bool:
    """Whether a shop's label is one of the colours said, in whatever language it is."""
    return any(color_fit(color, own) == 1.0 for color in colors)


def match_color(product: Product, color: str) -> str:
    """The first of `match_colors`, empty when the product does not come in it."""
    return next(iter(match_colors(product, color)), "")


_PAIRS = frozenset({
    "jeans", "trousers", "shorts", "leggings", "shoes", "sneakers", "boots", "sandals", "heels", "flats", "loafers",
    "slippers", "socks", "gloves", "sunglasses",
})  # fmt: skip
"""Kinds whose names are plural, in some languages: "los Jeans", but "el Pantalón"."""
_BEFORE_DETAIL = re.compile(r" (?:with|in|de|con|com|em|en|sin|sem|para) ", re.IGNORECASE)


def named(product: Product) -> dict[str, Value]:
    """A product's name with its grammatical number: "the trousers are", "the dress is"."""
    words = _BEFORE_DETAIL.split(product.name, maxsplit=1)[0].casefold().split()
    is_plural = product.category in _PAIRS and any(word.endswith("s") for word in (*words[:1], *words[-1:]))
    return {"product": product.name, "count": 2 if is_plural else 1}


def traits(product: Product) -> tuple[Value, ...]:
    """Material, length and fit as recorded, for one line about a product."""
    said = (("material", product.material), ("length", product.details.get("length", "")), ("fit", product.fit))
    return tuple(Term(kind, words) for kind, words in said if words)
