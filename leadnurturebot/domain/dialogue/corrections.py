"""A no that says what instead: corrections of what we talk about, of a line of the cart, of an alternative offered."""

import re
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue.about_product import focus_choice_of, for_product
from leadnurturebot.domain.dialogue.counting import count_said
from leadnurturebot.domain.dialogue.goods import is_one_of, match_color, match_size
from leadnurturebot.domain.dialogue.pointing import is_kind, point, written_size
from leadnurturebot.domain.dialogue.recent import last_said
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

_WORD = re.compile(r"\w+")
_FEW_WORDS = 5
_PAUSE = re.compile(r"[,;.–-]\s")


def correction(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request:
    """ "No" with nothing else declines; with a colour, a size or a product it corrects what was understood."""
    said = unit.entities
    if said.not_colors and "removal" in base.cues and unit.intent == "edit_cart" and scene.turn.cart:
        return replace(base, route="edit_cart")
    if said.not_colors or said.not_materials:
        return replace(base, route="browse")
    if _gives_up_line(scene, said):
        return replace(base, route="edit_cart", cues=(*base.cues, "removal"))
    if not (said.colors or said.sizes or said.products or said.ordinal is not None or said.quantity):
        if said.categories:
            return replace(base, route="browse")
        return replace(base, route="declined")
    pointed = point(scene, heard, said)
    if not pointed.products:
        return replace(base, route="browse")
    in_cart = {line.product_id for line in scene.turn.cart}
    corrected = for_product(
        pointed.products[0], unit, heard, pointed, focus_choice=focus_choice_of(scene, pointed.products[0], said)
    )
    is_cart_line = pointed.products[0].id in in_cart and not said.products
    return replace(corrected, route="edit_cart" if is_cart_line else "product", aspects=("availability",))


def _gives_up_line(scene: Scene, said: Entities) -> bool:
    """ "Not the tote, no": the kind or the name of something in the cart, and no other choice of it."""
    if said.colors or said.sizes or not (said.products or said.categories):
        return False
    return any(product.id in said.products or is_kind(product, said.categories) for product in scene.cart_products)


def replaces_line(scene: Scene, said: Entities) -> bool:
    """ "Olive instead of white": the colour given up is that of a line in the cart."""
    return bool(said.colors) and any(is_one_of(line.color, said.not_colors) for line in scene.turn.cart)


def is_no_cart_line(scene: Scene, heard: Heard, unit: Understanding) -> bool:
    """Whether "no, the blue one" corrects what we talk about rather than a line of the cart."""
    said = unit.entities
    in_cart = {line.product_id for line in scene.turn.cart}
    if said.not_colors and not said.colors:
        return not any(is_one_of(line.color, said.not_colors) for line in scene.turn.cart)
    pointed = [product for product in point(scene, heard, said).products if is_made(product, said)]
    has_choice = bool(said.colors or said.sizes or said.ordinal is not None)
    return not in_cart or (has_choice and bool(pointed) and not in_cart & {product.id for product in pointed})


def is_made(product: Product, said: Entities) -> bool:
    """Whether the product comes in a colour and a size that were said."""
    has_color = not said.colors or any(match_color(product, color) for color in said.colors)
    return has_color and (not said.sizes or any(match_size(product, size) for size in said.sizes))


def insisted_on(scene: Scene, heard: Heard, unit: Understanding) -> tuple[Product, Variant] | None:
    """ "No, the velvet one or nothing": the product last said to be sold out, when a no names it again."""
    code = scene.turn.state.sold_out_variant
    is_no = unit.intent == "deny" or (unit.intent == "edit_cart" and not scene.turn.cart)
    found = scene.turn.catalogue.variant_by_code(code) if code is not None and is_no else None
    if found is None or unit.entities.colors or unit.entities.sizes:
        return None
    telling = set(found[0].name.casefold().split()) - {found[0].category}
    return found if telling & set(re.findall(r"\w+", heard.text.casefold())) else None


def rechosen(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "On second thought XL is safer", "can I swap it for size XS?": another choice of the line talked about, whatever
    the intent was taken for; None where nothing of the sort is said or the goods were delivered already."""
    said, product = unit.entities, _in_cart(scene, unit.entities)
    if product is None:
        return None
    size = written_size(product, heard.text, said)
    sizes = said.sizes or ((size,) if size else ())
    is_meant = _is_second_thought(heard, base) or _goes_on(scene, heard)
    if not is_meant and not (size and _is_edit(scene, unit, base, product, size)):
        return None
    is_count = not any(match_size(product, own) for own in sizes) and count_said(heard.text, unit.language) is not None
    if is_count or not (sizes or said.colors):
        return None
    changed = Entities(products=(product.id,), sizes=sizes, colors=said.colors, not_colors=said.not_colors)
    return replace(base, route="edit_cart", entities=changed)


def _is_edit(scene: Scene, unit: Understanding, base: Request, product: Product, size: str) -> bool:
    """ "31 kar do" of what is in the cart in 29: a size that is in no line of it yet."""
    is_new = all(line.size != size for line in scene.turn.cart if line.product_id == product.id)
    return unit.intent == "edit_cart" and is_new and not {"had_it", "removal", "what_if"} & set(base.cues)


def _in_cart(scene: Scene, said: Entities) -> Product | None:
    """The product of the cart that is named, else the one in focus, else the only one."""
    meant = tuple(product for product in scene.cart_products if _may_be_about(product, said))
    if scene.focus_product in meant:
        return scene.focus_product
    made = tuple(product for product in meant if is_made(product, said))
    return made[0] if len(made) == 1 else None


def _is_second_thought(heard: Heard, base: Request) -> bool:
    is_statement = "second_thought" in base.cues and not heard.text.rstrip().endswith("?")
    return (is_statement or "swap_it" in base.cues) and not {"had_it", "removal", "what_if"} & set(base.cues)


def _goes_on(scene: Scene, heard: Heard) -> bool:
    """ "And in S please", said right after another choice of the line was changed."""
    if "?" in heard.text or len(heard.text.split()) > _FEW_WORDS:
        return False
    return "cart.changed" in [key.partition("#")[0] for key in last_said(scene.turn.state.recent_replies)]


def _may_be_about(product: Product, said: Entities) -> bool:
    is_named = not said.products or product.id in said.products
    return is_named and (not said.categories or is_kind(product, said.categories))


def color_meant(scene: Scene, heard: Heard, unit: Understanding) -> Understanding:
    """ "In blue floral" of a skirt that comes in it is its colour, though a dress is called by it too."""
    focus, said = scene.focus_product, unit.entities
    if focus is None or not said.products or focus.id in said.products:
        return unit
    written = set(_WORD.findall(heard.text.casefold()))
    color = next((own for own in focus.colors if set(own.casefold().split()) <= written), "")
    names = {word for found in map(scene.product, said.products) if found for word in found.name.casefold().split()}
    if not color or not names & written <= set(color.casefold().split()):
        return unit
    intent = "availability" if unit.intent in ("product_details", "product_search") else unit.intent
    return replace(unit, intent=intent, entities=replace(said, products=(), colors=(color,)))


def color_swapped(scene: Scene, heard: Heard, unit: Understanding) -> Understanding:
    """ "Not navy, grey please" about what is navy: the second colour is the one wanted instead."""
    refused, product = unit.entities.not_colors, scene.focus_product
    if unit.intent == "edit_cart" and not scene.turn.cart and len(unit.entities.colors) == 2:
        # "Swap the white for olive" of what is only looked at.
        return replace(unit, entities=replace(unit.entities, colors=unit.entities.colors[1:], color_words=()))
    if len(refused) != 2 or unit.entities.colors or not _PAUSE.search(heard.text):
        return unit
    given_up, wanted = refused
    if product is None or not match_color(product, wanted):
        return unit
    if any(is_one_of(line.color, (given_up,)) for line in scene.turn.cart):
        return replace(unit, intent="deny", entities=replace(unit.entities, colors=(wanted,), not_colors=(given_up,)))
    is_looked_at = scene.focus is not None and is_one_of(scene.focus.color, (given_up,))
    chosen = replace(unit.entities, colors=(wanted,), not_colors=())
    return replace(unit, intent="availability", entities=chosen) if is_looked_at else unit
