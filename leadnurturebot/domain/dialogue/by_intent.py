"""An intent, led on by what the conversation tells about it."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.corrections import is_made
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.goods_talk import (
    about_goods,
    continues,
    is_extra,
    is_torn,
    kin,
    sold_out_meant,
    wants_near,
)
from leadnurturebot.domain.dialogue.list_options import with_options
from leadnurturebot.domain.dialogue.list_talk import near
from leadnurturebot.domain.dialogue.meant_goods import (
    is_bare_color,
    is_bare_size,
    is_in_cart,
    is_yes_to_list,
    wants_the_named,
)
from leadnurturebot.domain.dialogue.pointing import is_kind, point
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.sureness import ABOUT_GOODS
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_OF_ORDERS = frozenset({"order_named", "late_anger", "how_long", "had_it"})


def by_intent(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """The intent, led on by what the conversation tells about it."""
    match unit.intent:
        case "opt_out":
            # What truly says stop was taken before; this was the model's guess.
            yield replace(base, route="unsure")
        case "out_of_scope" | "greeting" if unit.source == "model" and base.entities.products:
            # What is not understood of goods that the shop sells is at least about them.
            yield from guessed(scene, heard, unit, base)
        case "product_details" if "comes_with" in base.cues and is_extra(scene, unit.entities):
            yield replace(base, route="extra", product=scene.focus_product)
        case "recommendation" if is_bare_color(scene, heard, unit) or wants_the_named(base):
            # "Brownish": a colour of what is talked about, not something similar; "my sister has it, I want it too".
            asked = replace(unit, intent="availability")
            yield from about_goods(scene, heard, asked, replace(base, intent="availability", route="availability"))
        case "order_status" if base.entities.products and not _OF_ORDERS & set(base.cues):
            # "I saw the jumper yesterday" tells of no order.
            yield from guessed(scene, heard, unit, base)
        case "affirm" if base.entities.sizes and scene.focus_product is not None:
            # "Ok, S" of what is not made in it: what it is made in, not the same question once more.
            asked = replace(unit, intent="availability")
            yield from about_goods(scene, heard, asked, replace(base, intent="availability", route="availability"))
        case "affirm" if is_yes_to_list(scene, base):
            yield with_options(base, "which_product", scene.shown_products)
        case "price" if "all_of_it" in base.cues and base.entities == Entities():
            yield replace(base, route="view_cart", intent="view_cart")
        case "view_cart" if base.entities.products and not is_in_cart(scene, base.entities):
            taken_up = replace(unit, intent="add_to_cart")
            yield from about_goods(scene, heard, taken_up, replace(base, intent="add_to_cart", route="add_to_cart"))
        case "discount" | "recommendation" | "product_search" | "notify_restock" if found := _search(scene, unit, base):
            yield found
        case "notify_restock" if lost := sold_out_meant(scene, heard, unit):
            yield replace(base, product=lost[0], color=lost[1].color, size=lost[1].size)
        case intent if intent in ABOUT_GOODS and has_it_on(scene, unit, base):
            yield replace(base, route="return_exchange", intent="return_exchange")
        case "size_help" if _is_of_occasion(scene, unit):
            about = Entities(products=unit.entities.products, details=("occasion",))
            whole = replace(unit, intent="product_details", entities=about)
            yield from about_goods(scene, heard, whole, replace(base, intent=whole.intent, entities=about))
        case intent if intent in ABOUT_GOODS:
            asked = replace(unit, intent="size_help") if is_torn(unit, base) or _is_worn(scene, unit, base) else unit
            yield from about_goods(scene, heard, asked, replace(base, intent=asked.intent, route=asked.intent))
        case _:
            yield base


def _search(scene: Scene, unit: Understanding, base: Request) -> Request | None:
    """A look for goods, by what is asked of them: on sale, best sold, near, of a kind."""
    said, cues = unit.entities, base.cues
    match unit.intent:
        case "discount":
            return replace(base, route="sale") if "sale_goods" in cues and not said.coupon else None
        case "notify_restock":
            is_wish = bool(said.occasions) and "restock" not in cues
            return replace(base, route="browse") if is_wish else None
        case "recommendation" if "best_sellers" in cues and not said.categories:
            return replace(base, is_best=True)
        case "recommendation" if wants_near(scene, said):
            return near(base, scene.focus_product)
        case "recommendation":
            return replace(base, route="browse", partner_of=_partner(scene, base)) if said.categories else None
    if "best_sellers" in cues and said == Entities():
        return replace(base, route="recommendation", is_best=True)
    return None if continues(scene, base) else replace(base, route="browse", kin=kin(scene, base))


def _is_worn(scene: Scene, unit: Understanding, base: Request) -> bool:
    """ "Do you have my size? I'm a UK 12": a size worn that the product does not name asks which of its own fits."""
    product, sizes = scene.focus_product, unit.entities.sizes
    is_asked = unit.intent == "availability" and "usual_size" in base.cues and bool(sizes)
    return is_asked and product is not None and not any(match_size(product, size) for size in sizes)


def _is_of_occasion(scene: Scene, unit: Understanding) -> bool:
    """ "E serve pra casamento?" asks what it is for, not whether it fits."""
    said = unit.entities
    is_only_that = bool(said.occasions) and replace(said, occasions=(), products=()) == Entities()
    return is_only_that and (scene.focus is not None or bool(said.products))


def has_it_on(scene: Scene, unit: Understanding, base: Request) -> bool:
    """ "The skirt is too tight on me", when no goods are being looked at: it was bought and is to go back."""
    is_worn = "came_tight" in base.cues and "conditional" not in base.cues
    return is_worn and unit.intent != "add_to_cart" and scene.focus is None and not scene.turn.cart


def _partner(scene: Scene, base: Request) -> Product | None:
    """ "Shoes that go with the dress": the product named, else the one in focus."""
    if "goes_with" not in base.cues:
        return None
    named = scene.product(base.entities.products[0]) if base.entities.products else None
    return named or scene.focus_product


def guessed(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """The likeliest of an unsure reading: goods named are talked about or looked for, small talk is only small talk."""
    focus, said = scene.focus_product, base.entities
    if said.products:
        named = unit if unit.intent in ABOUT_GOODS else replace(unit, intent="availability")
        yield from about_goods(scene, heard, named, replace(base, intent=named.intent, route=named.intent))
    elif _names_a_wish(said) and not (focus and said.categories and is_kind(focus, said.categories)):
        yield replace(base, route="browse")
    elif said.ordinal is not None and point(scene, heard, said).products:
        yield from about_goods(scene, heard, replace(unit, intent="product_details"), base)
    elif focus is not None and "how_measure" in base.cues:
        yield from about_goods(scene, heard, replace(unit, intent="size_help"), replace(base, intent="size_help"))
    elif focus is not None and (said.sizes or said.colors) and (is_made(focus, said) or is_bare_size(heard, said)):
        yield from about_goods(scene, heard, replace(unit, intent="availability"), replace(base, intent="availability"))
    elif said.details and focus is not None:
        yield from about_goods(
            scene, heard, replace(unit, intent="product_details"), replace(base, intent="product_details")
        )
    elif base.intent == "out_of_scope":
        yield base
    else:
        yield replace(base, route="unsure", product=focus)


def _names_a_wish(said: Entities) -> bool:
    """Whether enough is said to look for goods, whatever the intent."""
    return bool(said.lengths or said.categories or said.occasions or said.price_max or said.audience or said.fits)
