"""What a message says about the goods just shown: more of them, cheaper ones, the cheapest, side by side, which one."""

import re
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.about_product import for_product
from leadnurturebot.domain.dialogue.list_options import with_options
from leadnurturebot.domain.dialogue.pointing import Pointed, is_kind, is_list_open, point
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.dialogue.wishes import is_empty

LOOKING = frozenset({"recommendation", "product_search", "availability", "product_details", "price"})
"""Intents of somebody who looks for goods."""
_TALKED_OF = LOOKING | {"discount", "deny", "affirm", "size_help"}
_COMPARED_MAX = 5
_FEW_WORDS = 6
_CHOICE_WORDS = 4
"""As many words as a bare choice has: "aj no, M"."""
_SENTENCE_END = re.compile(r"[.!?\n]")


def about_list(scene: Scene, heard: Heard, unit: Understanding, base: Request, *, is_unsure: bool) -> Request | None:
    """The request when the message is about goods shown or at hand rather than about new ones."""
    is_aside = unit.intent == "out_of_scope" and is_list_open(scene) and len(heard.text.split()) <= _FEW_WORDS
    is_other = "other_one" in base.cues and not scene.turn.cart
    if unit.intent not in _TALKED_OF and not is_unsure and not is_aside and not is_other:
        return None
    for look in (_picked, _other, _similar, _compared, _cheapest, _cheaper, _more, _narrowed, _which):
        if (found := look(scene, heard, unit, base)) is not None:
            return found
    return None


def near(base: Request, product: Product | None) -> Request:
    """What is similar to a product, in the colour said."""
    said = base.entities
    return replace(base, route="similar", product=product, color=said.colors[0] if said.colors else "")


def _picked(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "The puffer one": the one of the list whose name has the word."""
    is_material = bool(unit.entities.materials) and len(heard.text.split()) <= _CHOICE_WORDS
    is_meant = "one_of_them" in base.cues or is_material
    if not is_meant or not is_list_open(scene) or unit.intent != "product_search":
        return None
    pointed = point(scene, heard, unit.entities)
    if not pointed.is_named or len(pointed.products) != 1 or pointed.products[0].id not in scene.shown:
        return None
    picked = replace(unit, intent="availability")
    return replace(
        for_product(pointed.products[0], picked, heard, pointed, focus_choice=("", "")), is_pick=True, aspects=()
    )


def _other(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "And the other one?": of two that were shown, the one that is not talked about."""
    focus, shown = scene.focus_product, scene.shown_products
    if "other_one" not in base.cues or focus not in shown or len(shown) != 2 or unit.entities.categories:
        return None
    other = shown[1] if shown[0] == focus else shown[0]
    asked = (
        unit if unit.intent in ("price", "product_details", "availability") else replace(unit, intent="availability")
    )
    return for_product(other, asked, heard, Pointed((other,), is_named=True), focus_choice=("", ""))


def _similar(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "Something similar": to the product named or pointed at, else to the one in focus, else to the newest in the
    cart or looked at. Another kind of garment is looked for instead."""
    said = unit.entities
    if "similar" not in base.cues:
        return None
    at_hand = [
        scene.focus_product,
        *reversed(scene.cart_products),
        *map(scene.product, reversed(scene.turn.state.seen)),
    ]
    pointed = point(scene, heard, replace(said, colors=(), sizes=(), categories=())).products
    product = next((found for found in (*pointed[:1], *at_hand) if found is not None), None)
    if product is None or (said.categories and not is_kind(product, said.categories)):
        return None
    return near(base, product)


def _compared(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "Which one is warmer?", "what's the difference between …": the goods named, else the list."""
    if "compare" not in base.cues or len(unit.entities.sizes) > 1:
        return None
    named = tuple(found for found in map(scene.product, unit.entities.products) if found is not None)
    options = named if len(named) > 1 else scene.shown_products[:_COMPARED_MAX]
    return with_options(base, "compare", options) if len(options) > 1 else None


def _cheapest(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "The cheapest": of the list, or of the kind said or talked about."""
    if not {"cheapest", "dearest"} & set(base.cues):
        return None
    options = () if unit.entities.categories else scene.shown_products
    if len(options) > 1:
        return replace(with_options(base, "cheapest", options), wish=scene.wish)
    return replace(base, route="cheapest", product=None if unit.entities.categories else scene.focus_product)


def _cheaper(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "Anything cheaper?": than the product at hand, or than the list."""
    said = unit.entities
    is_meant = "cheaper" in base.cues or _is_too_dear(scene, unit, base)
    if not is_meant or said.price_max is not None or said.categories:
        return None
    product = scene.focus_product
    options = (product,) if product is not None else scene.shown_products if is_list_open(scene) else ()
    return replace(base, route="cheaper", options=options) if options else None


def _is_too_dear(scene: Scene, unit: Understanding, base: Request) -> bool:
    """ "Too expensive" below a list."""
    if scene.turn.cart or unit.intent not in ("discount", "price", "deny") or unit.entities.coupon:
        return False
    return is_list_open(scene) and "too_dear" in base.cues


def _more(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "Show me more", "something else": of what was looked for last, without what was shown."""
    said = unit.entities
    is_other = said.categories and said.categories != scene.wish.categories
    was_shown = bool(scene.shown) or not is_empty(scene.wish)
    if "more_goods" not in base.cues or is_other or not was_shown or said.products:
        return None
    like = scene.question.about.get("like") if scene.question is not None else None
    product = scene.turn.catalogue.by_code(int(like)) if like is not None else None
    if product is not None:
        return replace(near(base, product), is_more=True)
    return None if is_empty(scene.wish) and not scene.wish.text else replace(base, route="browse", is_more=True)


def _narrowed(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """A bare colour or size below a list narrows the list; "the blue one" picks from it."""
    said = unit.entities
    is_alone = len(_SENTENCE_END.split(heard.text.strip(" .!?\n"))) == 1
    is_short = unit.source == "rule" or len(heard.text.split()) <= _CHOICE_WORDS
    is_bare = is_alone and is_short and said.ordinal is None and bool(said.colors or said.sizes)
    names_goods = bool(said.products or said.categories) or "one_of_them" in base.cues
    is_wished = not is_empty(scene.wish) or bool(scene.wish.text)
    if not is_bare or names_goods or not is_list_open(scene) or heard.quoted_products or not is_wished:
        return None
    return replace(base, route="browse", is_narrowed=True)


def _which(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request | None:
    """ "How much is it?" below a list of several: which one is asked, not guessed."""
    if unit.intent not in ("price", "availability", "product_details") or scene.focus is not None:
        return None
    options = scene.shown_products
    if not is_list_open(scene) or len(options) < 2 or replace(unit.entities, details=()) != Entities():
        return None
    if point(scene, heard, unit.entities).products:
        return None
    return with_options(base, "which_product", options)
