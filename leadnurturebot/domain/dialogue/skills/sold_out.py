"""Sold out, said first, then the way on: the same product in what is here, a near one, the notice."""

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import PRODUCT, Draft
from leadnurturebot.domain.dialogue.goods import (
    choice_of,
    color_term,
    colors_here,
    has_colors,
    here,
    named,
    size_term,
    size_terms,
    sizes_here,
    variants_of,
)
from leadnurturebot.domain.dialogue.reply import Choice, Price, Value
from leadnurturebot.domain.dialogue.request import Request


def say_sold_out(draft: Draft, request: Request, product: Product, price: Price) -> None:
    """The choice that is sold out, what of the product is here, and three ways on."""
    wanted = next(iter(variants_of(product, color=request.color, size=request.size)), None)
    chosen = _chosen(request, product, wanted)
    draft.fact("stock", product.name, f"sold out: {request.color} {request.size}".rstrip())
    if chosen:
        draft.say("sold_out.choice", **named(product), price=price, choice=chosen)
    else:
        draft.say("sold_out.all", **named(product), price=price)
    if chosen:
        _say_what_is_here(draft, request, product)
    if wanted is not None:
        draft.state_changes["sold_out_variant"] = wanted.code
        draft.buttons(PRODUCT, *_ways_on(draft, request, product, wanted))


def _chosen(request: Request, product: Product, wanted: Variant | None) -> tuple[Value, ...]:
    """The part of the choice that the customer made, without what the product has no choice of."""
    if wanted is None:
        return ()
    made = {color_term(request.color), size_term(request.size)}
    return tuple(part for part in choice_of(product, wanted) if part in made)


def _say_what_is_here(draft: Draft, request: Request, product: Product) -> None:
    offers = draft.facts.offers
    sizes = sizes_here(product, offers, color=request.color)
    colors = tuple(color_term(color) for color in colors_here(product, offers, size=request.size))
    if sizes and colors and request.color and request.size:
        color = color_term(request.color)
        size = size_term(request.size)
        draft.say("sold_out.sizes_and_colors", color=color, sizes=size_terms(sizes), size=size, colors=colors)
    elif sizes and request.size:
        draft.say("sold_out.sizes", sizes=size_terms(sizes))
    elif colors and request.color and has_colors(product):
        draft.say("sold_out.colors", colors=colors)


def _ways_on(draft: Draft, request: Request, product: Product, wanted: Variant) -> list[Choice | None]:
    same_size = here(product, draft.facts.offers, size=request.size) if request.size and has_colors(product) else ()
    near = any(here(hit.product, draft.facts.offers, size=request.size) for hit in request.hits)
    return [
        choices.pick(product, same_size[0]) if same_size else None,
        choices.similar_in_color(product, wanted) if near else None,
        choices.tell_me(wanted) if wanted.size == request.size or len(product.sizes) == 1 else None,
    ]
