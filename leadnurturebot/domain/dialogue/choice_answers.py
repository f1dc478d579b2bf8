"""A size or colour said in answer to our question for it."""

import re
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.goods import match_size, near_color
from leadnurturebot.domain.dialogue.pointing import is_kind, written_size
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.said_otherwise import letter_said
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import UNSURE_BELOW, Entities, Understanding

# Requests that stand on their own whatever we asked.
OWN_WILL = frozenset({
    "checkout", "view_cart", "order_status", "cancel_order", "return_exchange", "human_agent", "complaint",
    "opt_out", "delete_data", "change_language", "store_info", "shipping", "payment_methods", "discount", "goodbye",
    "recommendation",
})  # fmt: skip
_SELDOM_MEANT = frozenset(
    {"discount", "payment_methods", "goodbye", "recommendation", "store_info", "shipping", "checkout", "complaint"}
)
"""What a short answer with a size or colour in it is sometimes taken for and never means."""
_SHORT = 6


def choice_answered(scene: Scene, heard: Heard, unit: Understanding, question: Question) -> Request | None:
    """A size or colour of the product that we asked about."""
    product = product_asked(scene, question)
    if product is None:
        return None
    if question.kind == "size":
        unit = _without_the_count(product, unit, heard)
        letter = "" if unit.entities.sizes else letter_said(heard.text, unit)
        unit = replace(unit, entities=replace(unit.entities, sizes=(letter,))) if letter else unit
    is_choice = _is_short_choice(product, unit, heard)
    if not is_about(product, unit, is_choice=is_choice) or is_torn_answer(product, unit):
        return None
    said, about = unit.entities, question.about
    size = next((own for word in said.sizes if (own := match_size(product, word))), "") or bare_size(product, heard)
    size = size or (written_size(product, heard.text, said) if is_choice and not said.sizes else "")
    color = next((own for word in said.colors if (own := near_color(product, word))), "")
    asked = size if question.kind == "size" else color
    if not asked or (said.colors and not color):
        return None
    adds = about.get("then") == "add" or unit.intent == "add_to_cart"
    return Request(
        route="add_to_cart" if adds else "product",
        entities=said,
        text=heard.text,
        product=product,
        color=color or str(about.get("color", "")),
        size=size or str(about.get("size", "")),
        quantity=_count(product, said, size) or about.get("quantity"),
        aspects=("details", "availability") if said.details else ("availability",),
    )


def _count(product: Product, said: Entities, size: str) -> int | None:
    """How many: a number that is the size chosen counts nothing."""
    is_size = bool(size) and said.quantity is not None and match_size(product, str(said.quantity)) == size
    return None if is_size else said.quantity


def _without_the_count(product: Product, unit: Understanding, heard: Heard) -> Understanding:
    """ "29", "8 then" are read as a size, a count and a place; asked for the size, one that is made is the size."""
    said, is_bare = unit.entities, bool(bare_size(product, heard))
    is_one = said.quantity is not None and not said.sizes and bool(match_size(product, str(said.quantity)))
    if not is_bare and not (is_one and len(heard.text.split()) <= _SHORT and unit.intent not in OWN_WILL):
        return unit
    sizes = said.sizes if is_bare else (str(said.quantity),)
    return replace(unit, entities=replace(said, quantity=None, ordinal=None, sizes=sizes))


def product_asked(scene: Scene, question: Question) -> Product | None:
    code = question.about.get("product")
    return scene.turn.catalogue.by_code(int(code)) if code is not None else None


def _is_short_choice(product: Product, unit: Understanding, heard: Heard) -> bool:
    """ "Chalo M hi", "I prefer white": a few words with a choice the product is made in, and no question."""
    said = unit.entities
    sizes = said.sizes or (written_size(product, heard.text, said),)
    has_choice = any(match_size(product, word) for word in sizes if word) or any(
        near_color(product, word) for word in said.colors
    )
    is_short = len(heard.text.split()) <= _SHORT and "?" not in heard.text
    return has_choice and is_short and unit.source == "model" and not said.audience


def is_about(product: Product, unit: Understanding, *, is_choice: bool = False) -> bool:
    said = unit.entities
    is_other = bool(said.products) and product.id not in said.products
    is_sure = unit.source != "model" or unit.confidence >= UNSURE_BELOW
    is_else = unit.intent in OWN_WILL and is_sure and not (is_choice and unit.intent in _SELDOM_MEANT)
    if is_else or is_other or said.ordinal is not None:
        return False
    return not said.categories or is_kind(product, said.categories)


def is_torn_answer(product: Product, unit: Understanding) -> bool:
    """Two sizes of the product said at once choose none."""
    return len({match_size(product, size) for size in unit.entities.sizes} - {""}) > 1


def bare_size(product: Product, heard: Heard) -> str:
    """A size written alone, or first and set off ("M. does it have pockets?"): numbers are sizes only when bare."""
    first = re.split(r"[.,;!?\n]", heard.text, maxsplit=1)[0]
    return match_size(product, first)
