"""Judging found goods by the offers of this moment: which wishes each meets, and what it costs."""

from collections.abc import Iterable
from uuid import UUID

from leadnurturebot.domain.catalogue import Hit, Product, Variant, Wish
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.goods import Offers, here, is_one_of, match_colors, match_size, offers_of, price_of
from leadnurturebot.domain.dialogue.reply import Price
from leadnurturebot.domain.garment_terms import SHADE, color_fit
from leadnurturebot.domain.recommending import Why
from leadnurturebot.domain.values import value


@value
class Match:
    """A product that may be shown: the variant to start from, its price, and the wishes it does not meet."""

    product: Product
    variant: Variant
    color: str
    price: Price
    missed: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    """The occasions wished for, to name when they fail."""
    details: tuple[str, ...] = ()
    """The details wished for, to name when they fail."""
    why: Why | None = None
    """Where a suggestion comes from, None for what was asked for."""
    anchor: UUID | None = None
    """The customer's product that `why` speaks of."""
    color_matters: bool = False
    """The colour was wished for, so that a tap should open the product in it."""


def judge(draft: Draft, hits: Iterable[Hit], wish: Wish) -> list[Match]:
    """The hits with an offer, those that meet more of the wish first, otherwise in the order found.

    Goods sold out altogether are left out, they would be a dead end; so are those for another audience.
    """
    found = [match for hit in hits if (match := _match(draft, hit, wish)) is not None]
    return sorted(found, key=lambda match: ("categories" in match.missed, len(match.missed)))


def _match(draft: Draft, hit: Hit, wish: Wish) -> Match | None:
    product, offers = hit.product, draft.facts.offers
    if not here(product, offers) or "audience" in hit.missed:
        return None
    colors = tuple(own for color in wish.colors for own in match_colors(product, color))
    sizes = tuple(own for size in wish.sizes if (own := match_size(product, size)))
    variant = _best_variant(hit, offers, colors, sizes, wish)
    price = price_of(offers_of(product, offers, color=variant.color), draft.turn.shop.currency)
    if price is None:
        return None
    missed = tuple(dict.fromkeys((*_own(hit, wish), *_missed(hit, wish, variant, price, sizes))))
    return Match(
        product,
        variant,
        variant.color,
        price,
        missed,
        wish.occasions,
        wish.details,
        hit.why,
        hit.anchor,
        color_matters=bool(wish.colors),
    )


def _best_variant(hit: Hit, offers: Offers, colors: tuple[str, ...], sizes: tuple[str, ...], wish: Wish) -> Variant:
    """The variant in stock that meets most of the wish: size before colour, then the colour the search found."""
    found_color, is_color_met = hit.color, bool(wish.colors) and "colors" not in hit.missed

    def merit(variant: Variant) -> tuple[bool, bool, bool, bool]:
        return (
            variant.size in sizes,
            variant.color in colors or (variant.color == found_color and is_color_met),
            not is_one_of(variant.color, wish.not_colors),
            variant.color == found_color,
        )

    return max(here(hit.product, offers), key=merit)


def _own(hit: Hit, wish: Wish) -> tuple[str, ...]:
    """What the search itself found missing, except what is judged here by offers."""
    judged = {"colors", "sizes", "price_min", "price_max", "not_colors"}
    return tuple(name for name in hit.missed if name not in judged and getattr(wish, name, None))


def _missed(hit: Hit, wish: Wish, variant: Variant, price: Price, sizes: tuple[str, ...]) -> list[str]:
    missed: list[str] = []
    is_shade = bool(hit.color) and variant.color == hit.color and "colors" not in hit.missed
    if wish.colors and not is_shade and not any(color_fit(color, variant.color) >= SHADE for color in wish.colors):
        missed.append("colors")
    is_sized = any(is_comparable(size, variant.size) for size in wish.sizes)
    if is_sized and variant.size not in sizes:
        missed.append("sizes")
    if wish.price_max is not None and price.now.minor > wish.price_max:
        missed.append("price_max")
    if wish.price_min is not None and (price.top or price.now).minor < wish.price_min:
        missed.append("price_min")
    if variant.color in wish.not_colors:
        missed.append("not_colors")
    return missed


def is_comparable(wanted: str, own: str) -> bool:
    """Whether two sizes belong to one system: a dress in M says nothing about shoes or a hat in one size."""
    if own.casefold() in ("", "one size", "os"):
        return False
    return wanted.split()[-1][:1].isdigit() == own[:1].isdigit()
