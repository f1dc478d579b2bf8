"""Greeting, thanks and goodbye. From an ad the greeting is already the answer about its product."""

from zoneinfo import ZoneInfo

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import PRODUCT, Draft
from leadnurturebot.domain.dialogue.goods import (
    color_term,
    has_colors,
    has_sizes,
    is_here,
    match_size,
    named,
    offers_of,
    price_of,
    size_term,
    size_terms,
    sizes_here,
    traits,
    variants_of,
)
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills import product as product_skill
from leadnurturebot.domain.dialogue.skills.starting_points import offer_start

_SIZES = frozenset({"size_help", "size_advice"})
"""Questions about the size, answered right after the greeting instead of asking for it."""


def greeting(draft: Draft, request: Request) -> None:
    """Name once a day, then the advertised product, or two or three starting points."""
    today = draft.turn.now.astimezone(ZoneInfo(draft.turn.shop.timezone)).date()
    is_first = draft.turn.state.greeted_on != today
    draft.state_changes["greeted_on"] = today
    if is_first:
        name = draft.turn.customer.name.split(" ")[0]
        if name:
            draft.say("greet.hi_name", name=name)
        else:
            draft.say("greet.hi")
    if request.product is not None:
        _about_ad(draft, request, request.product)
        return
    if request.kind == "ad" and len(draft.reading.requests) > 1:
        return
    draft.say("greet.start" if is_first else "greet.again", shop=draft.turn.shop.name)
    if draft.cart:
        draft.buttons(PRODUCT, choices.view_cart(), choices.keep_looking())
    else:
        offer_start(draft, request)


def _about_ad(draft: Draft, request: Request, product: Product) -> None:
    """The product of the ad; a question that came with the tap is answered instead of the general words."""
    if request.size or "price" in request.aspects or "colors_asked" in request.cues:
        product_skill.answer(draft, request)
        return
    color = request.color if request.color in product.colors else product.colors[0]
    offers = draft.facts.offers
    sizes = sizes_here(product, offers, color=color)
    draft.show(product, color)
    draft.look_at(product, color=color)
    if not sizes:
        product_skill.answer(draft, request)
        return
    _introduce(draft, product, color, is_page=request.ad is not None and request.ad.source == "page")
    if request.entities.details:
        product_skill.answer(draft, request)
        return
    if any(other.route in _SIZES and other.product == product for other in draft.reading.requests):
        return
    _offer_size(draft, product, color, sizes)


def _introduce(draft: Draft, product: Product, color: str, *, is_page: bool) -> None:
    price = price_of(offers_of(product, draft.facts.offers, color=color), draft.turn.shop.currency)
    if price is None:
        return
    draft.fact("price", product.name, str(price.now.minor))
    parts = traits(product)
    if parts:
        draft.say("product.card" if is_page else "greet.ad_product", **named(product), price=price, traits=parts)
    else:
        draft.say("product.price" if is_page else "greet.ad_product_plain", **named(product), price=price)


def _offer_size(draft: Draft, product: Product, color: str, sizes: tuple[str, ...]) -> None:
    """Sizes in stock; the customer's own size is named when it is known and here, else asked."""
    draft.fact("sizes", product.name, " ".join(sizes))
    usual = match_size(product, draft.turn.customer.usual_size)
    variant = next(iter(variants_of(product, color=color, size=usual)), None) if usual else None
    if variant is not None and is_here(variant, draft.facts.offers):
        draft.say("line.greet.your_size", size=size_term(usual))
        draft.look_at(product, color=color, size=usual)
        draft.buttons(PRODUCT, choices.add(product, variant), choices.size_help(product), choices.similar(product))
        return
    if not has_sizes(product):
        product_skill.say_stock_in_one_size(draft, product, color)
        return
    if has_colors(product):
        draft.say("line.stock.sizes_in_color", sizes=size_terms(sizes), color=color_term(color))
    else:
        draft.say("line.stock.sizes", sizes=size_terms(sizes))
    draft.say("ask.usual_size")
    draft.ask("size", product=product.code, color=color, then="show", usual=True)
    draft.buttons(PRODUCT, choices.size_help(product), choices.similar(product), choices.add(product, None))


def thanks(draft: Draft, request: Request) -> None:
    """Half a line, and the open next step only if there is one."""
    if draft.cart:
        draft.say("thanks.with_cart")
        draft.buttons(PRODUCT, choices.pay_now(draft), choices.keep_looking())
    else:
        draft.say("thanks.plain")


def goodbye(draft: Draft, request: Request) -> None:
    """Half a line, and what is kept."""
    draft.say("goodbye.cart_kept" if draft.cart else "goodbye.plain")
