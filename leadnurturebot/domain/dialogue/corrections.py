"""A no that says what instead: corrections of what we talk about, of a line of the cart, of an alternative offered."""

import re
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue.about_product import focus_choice_of, for_product
from leadnurturebot.domain.dialogue.goods import match_color, match_size
from leadnurturebot.domain.dialogue.pointing import point
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding


def correction(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request:
    """ "No" with nothing else declines; with a colour, a size or a product it corrects what was understood."""
    said = unit.entities
    if said.not_colors or said.not_materials:
        return replace(base, route="browse")
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


def replaces_line(scene: Scene, said: Entities) -> bool:
    """ "Olive instead of white": the colour given up is that of a line in the cart."""
    return bool(said.colors) and any(line.color in said.not_colors for line in scene.turn.cart)


def is_no_cart_line(scene: Scene, heard: Heard, unit: Understanding) -> bool:
    """Whether "no, the blue one" corrects what we talk about rather than a line of the cart."""
    said = unit.entities
    in_cart = {line.product_id for line in scene.turn.cart}
    if said.not_colors and not said.colors:
        return not any(line.color in said.not_colors for line in scene.turn.cart)
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
