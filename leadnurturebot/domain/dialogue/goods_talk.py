"""Requests about goods, known or still to be found: which product, in which choice, and whether it is taken."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant, Wish
from leadnurturebot.domain.dialogue.about_product import focus_choice_of, for_product, is_count
from leadnurturebot.domain.dialogue.cart_talk import both
from leadnurturebot.domain.dialogue.corrections import is_made
from leadnurturebot.domain.dialogue.list_options import with_options
from leadnurturebot.domain.dialogue.pointing import Pointed, is_kind, is_list_open, point
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

SWAPS = frozenset({"availability", "product_search", "add_to_cart", "edit_cart", "affirm", "deny"})
"""Intents under which "olive instead of white" or "take it" come."""


def about_goods(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """One request for each product meant; a search when none is known, a question when several could be."""
    if unit.intent == "add_to_cart" and (parts := _two_wishes(scene, unit)):
        for part in parts:
            yield from about_goods(scene, heard, part, replace(base, entities=part.entities))
        return
    pointed = point(scene, heard, unit.entities)
    if not pointed.products and unit.intent == "add_to_cart":
        pointed = _only_one_of_kind(scene, unit.entities)
    listed = () if pointed.products else _of_the_list(scene, unit)
    if len(listed) == 1:
        pointed = Pointed(listed)
    if not pointed.products and listed:
        route = "size_help" if unit.intent == "size_help" else "which_product"
        yield with_options(base, route, listed)
    elif not pointed.products:
        is_help = unit.intent in ("size_help", "notify_restock", "add_to_cart") and not unit.entities.categories
        yield base if is_help else replace(base, route="browse")
    elif not pointed.is_sure:
        yield replace(base, route="which_product", options=pointed.products)
    else:
        for index, product in enumerate(pointed.products):
            own = _taken_by_count(product, _own_part(unit, index, len(pointed.products)))
            choice = focus_choice_of(scene, product, own.entities)
            request = _agreed(scene, own, for_product(product, own, heard, pointed, focus_choice=choice))
            yield request if index == 0 else replace(request, quantity=None)


def _of_the_list(scene: Scene, unit: Understanding) -> tuple[Product, ...]:
    """The goods just shown that "one in beige", "I'm 165 and 60" may be about; none where something else is wanted."""
    said = unit.entities
    is_shown = is_list_open(scene) or scene.focus is None
    if unit.intent not in ("add_to_cart", "size_help") or not is_shown or said.categories or said.products:
        return ()
    shown = scene.shown_products
    return tuple(product for product in shown if is_made(product, replace(said, sizes=()))) or shown


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


def _taken_by_count(product: Product, unit: Understanding) -> Understanding:
    if unit.intent != "availability" or unit.source != "rule" or not is_count(product, unit.entities):
        return unit
    return replace(unit, intent="add_to_cart", entities=replace(unit.entities, sizes=()))


def _own_part(unit: Understanding, index: int, count: int) -> Understanding:
    """ "The jacket in S and the coat in M": as many sizes as goods are one each, in the order said."""
    said = unit.entities
    if count == 1:
        return unit
    sizes = (said.sizes[index],) if len(said.sizes) == count else said.sizes
    colors = (said.colors[index],) if len(said.colors) == count else said.colors
    return replace(unit, entities=replace(said, sizes=sizes, colors=colors))


def _agreed(scene: Scene, unit: Understanding, request: Request) -> Request:
    """ "S please" after S was told to be in stock is a yes to it."""
    said, focus = unit.entities, scene.focus
    is_bare = unit.source == "rule" and unit.intent == "availability" and bool(said.sizes or said.colors)
    is_place = said.ordinal is not None and str(said.ordinal + 1) not in said.sizes
    if not is_bare or focus is None or request.product is None or "?" in request.text or is_place:
        return request
    is_chosen = focus.product_id == request.product.id and (focus.color, focus.size) == (request.color, request.size)
    in_cart = {line.variant_id for line in scene.turn.cart}
    variant = request.variant()
    is_offered = is_chosen and variant is not None and variant.id not in in_cart and bool(focus.size)
    return replace(request, route="add_to_cart") if is_offered else request


def is_torn(unit: Understanding, base: Request) -> bool:
    """ "M or L?": two sizes and a doubt between them ask which to take."""
    return unit.source == "rule" and len(unit.entities.sizes) == 2 and "either" in base.cues


def taken(scene: Scene, heard: Heard, unit: Understanding, base: Request, *, is_unsure: bool) -> tuple[Request, ...]:
    """ "Take it", "both please": what is talked about, or both that were; and a liking for one of the list looks at it."""
    if "both" in base.cues and unit.intent in SWAPS and not unit.entities.colors:
        return tuple(both(scene, base))
    product, focus = scene.focus_product, scene.focus
    said = unit.entities
    is_other = bool(said.products) and (product is None or said.products != (product.id,))
    names_another = is_other or bool(said.colors or said.sizes or said.categories)
    is_asked = is_other or heard.text.rstrip().endswith("?")
    is_taken = "take_it" in base.cues and (unit.intent in SWAPS or is_unsure) and not names_another
    is_taken = is_taken and not (said.products and is_asked)
    if is_taken and product is not None and focus is not None:
        return (replace(base, route="add_to_cart", product=product, color=focus.color, size=focus.size),)
    if unit.intent == "affirm" and is_list_open(scene):
        pointed = point(scene, heard, unit.entities)
        if pointed.is_named and len(pointed.products) == 1:
            liked = replace(unit, intent="availability")
            return (for_product(pointed.products[0], liked, heard, pointed, focus_choice=("", "")),)
    return ()


def sold_out_meant(scene: Scene, heard: Heard, unit: Understanding) -> tuple[Product, Variant] | None:
    """ "When will it be back?": what was last said to be sold out, unless something else is named or looked at."""
    code, said = scene.turn.state.sold_out_variant, unit.entities
    if unit.intent != "notify_restock" or code is None or said.sizes or said.colors or said.categories:
        return None
    found = scene.turn.catalogue.variant_by_code(code)
    pointed = point(scene, heard, said)
    is_else = bool(pointed.products) and found is not None and found[0].id not in {own.id for own in pointed.products}
    return None if pointed.is_named and is_else else found


def wants_near(scene: Scene, said: Entities) -> bool:
    """ "Anything similar in blue?": about the product in focus, only in another colour, size or price."""
    is_other = said.categories or said.occasions or said.materials or said.fits or said.audience
    return scene.focus is not None and bool(said.colors or said.sizes or said.price_max) and not is_other


def continues(scene: Scene, base: Request) -> bool:
    """Whether a "search" is about goods already on the table: a name, "the second", or only a colour or size of the
    product in focus."""
    said = base.entities
    if said.products or said.ordinal is not None:
        return True
    if "anything" in base.cues:
        return False
    narrows = (
        said.lengths
        or said.categories
        or said.occasions
        or said.materials
        or said.price_max
        or said.price_min
        or said.fits
    )
    return bool(scene.focus and (said.colors or said.sizes) and not narrows)


def is_extra(scene: Scene, said: Entities) -> bool:
    """ "Does it come with a belt?": a thing of another kind, asked of the product in focus."""
    product = scene.focus_product
    return product is not None and bool(said.categories) and not is_kind(product, said.categories)


def kin(scene: Scene, base: Request) -> str:
    """ "Something under $30", "one without wool" while dresses are talked about: dresses first, then anything."""
    said, product = base.entities, scene.focus_product
    rest = replace(
        said, price_min=None, price_max=None, not_materials=(), not_colors=(), materials=(), fits=(), colors=()
    )
    is_loose = "anything" in base.cues or ("one_of_them" in base.cues and bool(said.not_materials or said.not_colors))
    if rest != Entities() or said == Entities() or not is_loose:
        return ""
    return scene.wish.categories[0] if len(scene.wish.categories) == 1 else product.category if product else ""
