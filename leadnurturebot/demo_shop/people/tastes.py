"""What people look at, which size they take, and how it fitted."""

from collections.abc import Mapping
from functools import cache
from random import Random

from leadnurturebot.demo_shop.catalogue.reading import by_external_id, by_sku, products
from leadnurturebot.demo_shop.catalogue.shapes import DemoProduct, DemoVariant
from leadnurturebot.demo_shop.people.chances import happens, picked
from leadnurturebot.demo_shop.people.shapes import PastLead, Source, Verdict
from leadnurturebot.demo_shop.shop import ADS

# How much likelier than others these are asked for.
_FAVOURITES = {
    "blue-floral-sundress": 14, "burgundy-wrap-dress": 9, "cable-knit-jumper": 8, "forest-midi-dress": 6,
    "straight-jeans": 6, "ink-blazer": 5, "terracotta-skirt": 5, "camel-coat": 4, "sage-jumper": 4, "ribbed-tank": 5,
    "white-leather-sneakers": 4, "sage-wrap-dress": 6, "wide-leg-linen-trousers": 4, "canvas-tote": 3,
    "linen-shirt-dress": 4, "organic-cotton-tee": 4,
}  # fmt: skip
SOURCES: Mapping[Source, float] = {
    "instagram_ad": 50, "facebook_ad": 17, "widget": 12, "google_ad": 9, "direct": 6, "qr": 4, "link": 2,
}  # fmt: skip
# Too small, fits well, too big, in percent, by what the record says of the cut.
_FITS: Mapping[str, tuple[int, int, int]] = {
    "runs small": (27, 69, 4),
    "runs large": (3, 75, 22),
    "true to size": (7, 87, 6),
}
_VERDICTS: tuple[Verdict, ...] = ("too_small", "fits_well", "too_big")


@cache
def _popularity() -> Mapping[str, float]:
    return {
        product.external_id: _FAVOURITES.get(product.external_id, 1) * (0.6 if product.audience == "men" else 1)
        for product in products()
    }


def wanted_product(chance: Random, source: Source) -> DemoProduct:
    """What somebody from `source` asks about: often the thing in the ad."""
    ad = next((ad for ad in ADS if ad.source == source), None)
    if ad and happens(chance, 0.5):
        return by_external_id()[ad.product]
    return by_external_id()[picked(chance, _popularity())]


def fitting_variant(chance: Random, product: DemoProduct, usual_step: int) -> DemoVariant:
    """A colour and the person's size of `product`; now and then one beside it."""
    color = chance.choice(product.colors)
    row = [variant for variant in product.variants if variant.color == color]
    slip = picked(chance, {-1: 5, 0: 90, 1: 5})
    at = len(row) // 2 + usual_step + slip
    return row[min(max(at, 0), len(row) - 1)]


def chosen_variants(chance: Random, lead: PastLead) -> list[DemoVariant]:
    """What goes into an order: one to three things, the others being those that go with the first."""
    first = wanted_product(chance, lead.source)
    count = picked(chance, {1: 76, 2: 20, 3: 4})
    others = chance.sample(first.goes_with, min(count - 1, len(first.goes_with)))
    chosen = [first, *(by_external_id()[other] for other in others)]
    return [fitting_variant(chance, product, lead.usual_step) for product in chosen]


def verdict_on(chance: Random, sku: str) -> Verdict:
    """How a piece fitted, as likely as its cut makes it."""
    product, _variant = by_sku()[sku]
    shares = _FITS.get(product.details.get("sizing", ""), _FITS["true to size"])
    return picked(chance, dict(zip(_VERDICTS, shares, strict=True)))
