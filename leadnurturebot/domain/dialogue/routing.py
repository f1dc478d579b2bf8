"""Which skill a request goes to, after what the conversation tells about it: see `routes.py` for the table."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant, Wish
from leadnurturebot.domain.dialogue.about_product import ASPECTS, base_request, focus_choice_of, for_product
from leadnurturebot.domain.dialogue.cart_talk import about_cart, both, wants_to_pay
from leadnurturebot.domain.dialogue.corrections import correction, insisted_on, is_made, is_no_cart_line, replaces_line
from leadnurturebot.domain.dialogue.list_talk import about_list, near
from leadnurturebot.domain.dialogue.pointing import Pointed, is_kind, is_list_open, point
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

# Below this the intent is a guess: asked about once instead of acted on (reference/understanding, thresholds).
UNSURE_BELOW = 0.45
_SURE_OF_SWITCH = 0.8
_SHORT = 4
"""Words of an outburst that asks for nothing."""

ABOUT_GOODS = frozenset(ASPECTS) | {"product_search", "size_help", "add_to_cart", "notify_restock"}
"""Intents that are about a product, known or still to be found."""
_SERVICE = frozenset({"complaint", "order_status", "cancel_order", "return_exchange", "human_agent", "opt_out"})
_ABOUT_US = frozenset({"human_agent", "out_of_scope", "greeting", "store_info", "goodbye", "thanks"})
_IDLE = frozenset({"deny", "goodbye", "thanks", "affirm", "out_of_scope"})
_SWAPS = frozenset({"availability", "product_search", "add_to_cart", "edit_cart", "affirm", "deny"})


def unit_requests(scene: Scene, heard: Heard, unit: Understanding) -> Iterator[Request]:
    """One request of a message that is no answer to our question."""
    base = base_request(unit, heard)
    if wanted := insisted_on(scene, heard, unit):
        yield replace(base, route="offer_restock", product=wanted[0], color=wanted[1].color, size=wanted[1].size)
    elif route := _route_by_cue(unit, _cues_here(heard, base), is_short=len(heard.text.split()) <= _SHORT):
        pointed = point(scene, heard, unit.entities)
        yield replace(base, route=route, product=pointed.products[0] if pointed.products else None)
    elif paid := tuple(wants_to_pay(scene, heard, unit, base)):
        yield from paid
    elif changed := about_cart(scene, heard, unit, base, is_unsure=_is_unsure(unit)):
        yield changed
    elif shown := about_list(scene, heard, unit, base, is_unsure=_is_unsure(unit)):
        yield shown
    elif taken := _taken(scene, heard, unit, base):
        yield from taken
    elif unit.source == "model" and _is_unsure(unit):
        yield from _guessed(scene, heard, unit, base)
    elif replaces_line(scene, unit.entities) and unit.intent in _SWAPS:
        yield replace(base, route="edit_cart")
    elif unit.intent == "deny" or (unit.intent == "edit_cart" and is_no_cart_line(scene, heard, unit)):
        yield correction(scene, heard, unit, base)
    elif unit.intent == "discount" and "sale_goods" in base.cues and not unit.entities.coupon:
        yield replace(base, route="sale")
    elif unit.intent == "recommendation" and "best_sellers" in base.cues and not unit.entities.categories:
        yield replace(base, is_best=True)
    elif unit.intent == "product_search" and "best_sellers" in base.cues and unit.entities == Entities():
        yield replace(base, route="recommendation", is_best=True)
    elif unit.intent == "notify_restock" and unit.entities.occasions and "restock" not in base.cues:
        yield replace(base, route="browse")
    elif unit.intent == "product_details" and "comes_with" in base.cues and _is_extra(scene, unit.entities):
        yield replace(base, route="extra", product=scene.focus_product)
    elif unit.intent == "product_search" and not _continues(scene, unit.entities):
        yield replace(base, route="browse", kin=_kin(scene, base))
    elif unit.intent == "recommendation" and _wants_near(scene, unit.entities):
        yield near(base, scene.focus_product)
    elif unit.intent == "recommendation" and unit.entities.categories:
        yield replace(base, route="browse")
    elif lost := _sold_out_meant(scene, heard, unit):
        yield replace(base, product=lost[0], color=lost[1].color, size=lost[1].size)
    elif unit.intent in ABOUT_GOODS:
        asked = replace(unit, intent="size_help") if _is_torn(unit, base) else unit
        yield from _about_goods(scene, heard, asked, replace(base, intent=asked.intent, route=asked.intent))
    else:
        yield base


def _cues_here(heard: Heard, base: Request) -> tuple[str, ...]:
    """ "Allergic to wool" says what not to show; only an illness without a material is for somebody who knows."""
    first = heard.understanding
    units = (first, *first.also) if first is not None else ()
    has_refusal = any(unit.entities.not_materials for unit in units)
    return tuple(cue for cue in base.cues if cue != "medical" or not has_refusal)


def _guessed(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """The likeliest of an unsure reading: goods named are talked about or looked for, small talk is only small talk."""
    focus, said = scene.focus_product, base.entities
    if said.products:
        named = unit if unit.intent in ABOUT_GOODS else replace(unit, intent="availability")
        yield from _about_goods(scene, heard, named, replace(base, intent=named.intent, route=named.intent))
    elif _names_a_wish(said) and not (focus and said.categories and is_kind(focus, said.categories)):
        yield replace(base, route="browse")
    elif said.ordinal is not None and point(scene, heard, said).products:
        yield from _about_goods(scene, heard, replace(unit, intent="product_details"), base)
    elif base.intent == "out_of_scope":
        yield base
    else:
        yield replace(base, route="unsure", product=focus)


def _names_a_wish(said: Entities) -> bool:
    """Whether enough is said to look for goods, whatever the intent."""
    return bool(said.categories or said.occasions or said.price_max or said.audience or said.fits)


def _is_unsure(unit: Understanding) -> bool:
    """Too little to act on; a change of language that names none needs more than that."""
    is_bare_switch = unit.intent == "change_language" and not unit.entities.language
    return unit.confidence < (_SURE_OF_SWITCH if is_bare_switch else UNSURE_BELOW)


def _route_by_cue(unit: Understanding, cues: tuple[str, ...], *, is_short: bool) -> str:
    """Words that tell more than the intent: abuse, a question about skin, another shop's price."""
    if "abuse" in cues and (unit.intent not in _SERVICE or is_short):
        return "out_of_scope"
    if "medical" in cues and unit.intent in ABOUT_GOODS | {"out_of_scope"}:
        return "medical"
    if "competitor" in cues and unit.intent not in _SERVICE:
        return "competitor"
    if "gift_wrap" in cues:
        return "gift_wrap"
    if unit.source == "rule" and unit.intent == "greeting" and {"cart_emoji", "pay_emoji"} & set(cues):
        return "view_cart" if "cart_emoji" in cues else "checkout"
    if {"address", "new_address"} & set(cues) and unit.intent not in _SERVICE:
        return "address_offered" if "address" in cues else "new_address"
    if "bot_question" in cues and (unit.intent in _ABOUT_US or _is_unsure(unit)):
        return "out_of_scope"
    if "instruction" in cues and (unit.intent in _IDLE or unit.intent == "discount" or _is_unsure(unit)):
        return "out_of_scope"
    return "out_of_scope" if "let_me_think" in cues and unit.intent in _IDLE else ""


def _two_wishes(scene: Scene, unit: Understanding) -> tuple[Understanding, ...]:
    """ "I'll take the blue in M and the tote as well": the choice is of the product in focus, the kind is another."""
    said, focus = unit.entities, scene.focus_product
    has_choice = bool(said.colors or said.sizes)
    if focus is None or not said.categories or said.products or is_kind(focus, said.categories) or not has_choice:
        return ()
    if not is_made(focus, said) or _only_one_of_kind(scene, said).products == ():
        return ()
    own = replace(unit, entities=replace(said, categories=()))
    return own, replace(unit, entities=Entities(categories=said.categories))


def _only_one_of_kind(scene: Scene, said: Entities) -> Pointed:
    """The one product of a kind that the shop has, when it has just one."""
    if not said.categories:
        return Pointed()
    hits = scene.turn.catalogue.search(Wish(categories=said.categories), limit=2)
    found = tuple(hit.product for hit in hits if not hit.missed)
    return Pointed(found, is_named=True) if len(found) == 1 else Pointed()


def _wants_near(scene: Scene, said: Entities) -> bool:
    """ "Anything similar in blue?": about the product in focus, only in another colour, size or price."""
    is_other = said.categories or said.occasions or said.materials or said.fits or said.audience
    return scene.focus is not None and bool(said.colors or said.sizes or said.price_max) and not is_other


def _continues(scene: Scene, said: Entities) -> bool:
    """Whether a "search" is about goods already on the table: a name, "the second", or only a colour or size of the
    product in focus."""
    if said.products or said.ordinal is not None:
        return True
    narrows = said.categories or said.occasions or said.materials or said.price_max or said.price_min or said.fits
    return bool(scene.focus and (said.colors or said.sizes) and not narrows)


def _sold_out_meant(scene: Scene, heard: Heard, unit: Understanding) -> tuple[Product, Variant] | None:
    """ "When will it be back?": what was last said to be sold out, unless something else is named or looked at."""
    code, said = scene.turn.state.sold_out_variant, unit.entities
    if unit.intent != "notify_restock" or code is None or said.sizes or said.colors or said.categories:
        return None
    found = scene.turn.catalogue.variant_by_code(code)
    pointed = point(scene, heard, said)
    is_else = bool(pointed.products) and found is not None and found[0].id not in {own.id for own in pointed.products}
    return None if pointed.is_named and is_else else found


def _taken(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> tuple[Request, ...]:
    """ "Take it", "both please": what is talked about, or both that were; and a liking for one of the list looks at it."""
    if "both" in base.cues and unit.intent in _SWAPS and not unit.entities.colors:
        return tuple(both(scene, base))
    product, focus = scene.focus_product, scene.focus
    said = unit.entities
    names_another = bool(said.colors or said.sizes or said.products or said.categories)
    is_taken = "take_it" in base.cues and (unit.intent in _SWAPS or _is_unsure(unit)) and not names_another
    if is_taken and product is not None and focus is not None:
        return (replace(base, route="add_to_cart", product=product, color=focus.color, size=focus.size),)
    if unit.intent == "affirm" and is_list_open(scene):
        pointed = point(scene, heard, unit.entities)
        if pointed.is_named and len(pointed.products) == 1:
            liked = replace(unit, intent="availability")
            return (for_product(pointed.products[0], liked, heard, pointed, focus_choice=("", "")),)
    return ()


def _own_part(unit: Understanding, index: int, count: int) -> Understanding:
    """ "The jacket in S and the coat in M": as many sizes as goods are one each, in the order said."""
    said = unit.entities
    sizes = (said.sizes[index],) if count > 1 and len(said.sizes) == count else said.sizes
    colors = (said.colors[index],) if count > 1 and len(said.colors) == count else said.colors
    return replace(unit, entities=replace(said, sizes=sizes, colors=colors))


def _agreed(scene: Scene, unit: Understanding, request: Request) -> Request:
    """ "S please" after S was told to be in stock is a yes to it."""
    said, focus = unit.entities, scene.focus
    is_bare = unit.source == "rule" and unit.intent == "availability" and bool(said.sizes or said.colors)
    if not is_bare or focus is None or request.product is None or "?" in request.text or said.ordinal is not None:
        return request
    is_chosen = focus.product_id == request.product.id and (focus.color, focus.size) == (request.color, request.size)
    in_cart = {line.variant_id for line in scene.turn.cart}
    variant = request.variant()
    is_offered = is_chosen and variant is not None and variant.id not in in_cart and bool(focus.size)
    return replace(request, route="add_to_cart") if is_offered else request


def _is_torn(unit: Understanding, base: Request) -> bool:
    """ "M or L?": two sizes and a doubt between them ask which to take."""
    return unit.source == "rule" and len(unit.entities.sizes) == 2 and "either" in base.cues


def _is_extra(scene: Scene, said: Entities) -> bool:
    """ "Does it come with a belt?": a thing of another kind, asked of the product in focus."""
    product = scene.focus_product
    return product is not None and bool(said.categories) and not is_kind(product, said.categories)


def _kin(scene: Scene, base: Request) -> str:
    """ "Something under $30", "one without wool" while dresses are talked about: dresses first, then anything."""
    said, product = base.entities, scene.focus_product
    rest = replace(said, price_min=None, price_max=None, not_materials=(), not_colors=(), materials=(), fits=())
    is_loose = "anything" in base.cues or ("one_of_them" in base.cues and bool(said.not_materials or said.not_colors))
    if rest != Entities() or said == Entities() or not is_loose:
        return ""
    return scene.wish.categories[0] if len(scene.wish.categories) == 1 else product.category if product else ""


def _about_goods(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    if unit.intent == "add_to_cart" and (parts := _two_wishes(scene, unit)):
        for part in parts:
            yield from _about_goods(scene, heard, part, replace(base, entities=part.entities))
        return
    pointed = point(scene, heard, unit.entities)
    if not pointed.products and unit.intent == "add_to_cart":
        pointed = _only_one_of_kind(scene, unit.entities)
    if not pointed.products:
        is_help = unit.intent in ("size_help", "notify_restock", "add_to_cart") and not unit.entities.categories
        yield base if is_help else replace(base, route="browse")
    elif not pointed.is_sure:
        yield replace(base, route="which_product", options=pointed.products)
    else:
        for index, product in enumerate(pointed.products):
            own = _own_part(unit, index, len(pointed.products))
            choice = focus_choice_of(scene, product, own.entities)
            request = _agreed(scene, own, for_product(product, own, heard, pointed, focus_choice=choice))
            yield request if index == 0 else replace(request, quantity=None)
