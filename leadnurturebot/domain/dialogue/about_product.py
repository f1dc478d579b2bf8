"""A request as one about a certain product, with the colour and size that the conversation already told."""

from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.goods import match_colors, match_size
from leadnurturebot.domain.dialogue.pointing import Pointed, chosen_color, chosen_size, written_size
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

MOST_PIECES = 15
ASPECTS = {"product_details": "details", "availability": "availability", "price": "price"}
"""What of a product an intent asks."""


def base_request(unit: Understanding, heard: Heard) -> Request:
    """The request as understood, not yet about anything."""
    cues = cues_of(heard.text, unit.language)
    return Request(
        route=unit.intent,
        intent=unit.intent,
        # A birthday present is for a birthday; what it is worn to is not said.
        entities=replace(unit.entities, occasions=()) if "gift" in cues else unit.entities,
        text=heard.text,
        confidence=unit.confidence,
        alternative=unit.alternative,
        cues=cues,
        language=unit.language,
        said=unit.said or heard.text,
    )


def focus_choice_of(scene: Scene, product: Product, said: Entities) -> tuple[str, str]:
    """Colour and size chosen before, as far as the message says nothing else; of a product just listed, the colour that
    it was listed for."""
    focus = scene.focus
    if focus is None or focus.product_id != product.id:
        return "" if said.colors else _listed_color(scene, product), ""
    return "" if said.colors else focus.color, "" if said.sizes else focus.size


def _listed_color(scene: Scene, product: Product) -> str:
    """The product's one colour that meets the wish its list was made for."""
    state = scene.turn.state
    if product.id not in state.shown:
        return ""
    found = {own for color in state.wish.get("colors", ()) for own in match_colors(product, color)}
    return found.pop() if len(found) == 1 else ""


def is_count(product: Product, said: Entities) -> bool:
    """ "Ok, one" of what comes in one size is a count, not a size 1."""
    return len(product.sizes) == 1 and said.sizes == (str(said.quantity),)


def for_product(
    product: Product, unit: Understanding, heard: Heard, pointed: Pointed, *, focus_choice: tuple[str, str]
) -> Request:
    """A request about this product: with several named, each takes the colour and size that it comes in."""
    said = unit.entities
    is_one = len(pointed.products) == 1
    color = chosen_color(product, said.colors) if said.colors else focus_choice[0]
    size = chosen_size(product, said.sizes) or written_size(product, heard.text, said) or focus_choice[1]
    quantity = said.quantity
    is_size = quantity is not None and (quantity > MOST_PIECES or str(quantity) in said.sizes)
    if is_size and (labelled := match_size(product, str(quantity))):
        # "Straight jeans 29" is a size, whatever was in focus: nobody buys as many. A bare "10" is read as both.
        size, quantity = labelled, None
    route = {"product_search": "product"}.get(unit.intent, "product" if unit.intent in ASPECTS else unit.intent)
    return replace(
        base_request(unit, heard),
        route=route,
        product=product,
        named=pointed.is_named,
        is_pick=said.ordinal is not None and not (said.colors or said.sizes or said.details),
        color=color if is_one or color in product.colors else "",
        size=size if is_one or size in product.sizes else "",
        quantity=quantity,
        aspects=(ASPECTS[unit.intent],) if unit.intent in ASPECTS else ("availability",),
    )
