"""A turn's messages as requests, in the order asked, each with what the conversation already told about it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.consent_words import is_opt_in, stop_verdict
from leadnurturebot.domain.dialogue.answers import answer
from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.pointing import Pointed, chosen_color, chosen_size, point
from leadnurturebot.domain.dialogue.request import Reading, Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.search import with_goods
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.tidying import tidy
from leadnurturebot.domain.dialogue.turn import Heard, Turn
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding

# Below this the intent is a guess: asked about once instead of acted on (reference/understanding, thresholds).
UNSURE_BELOW = 0.45
# Without a stop word the model alone has to be this sure; then it is taken as a doubtful STOP and says how to undo it.
_SURE_OF_STOP = 0.75

_SERVICE = frozenset({"complaint", "order_status", "cancel_order", "return_exchange", "human_agent", "opt_out"})
_CARRIED = frozenset({"add_to_cart", "notify_restock", "price", "availability"})
_ASPECTS = {"product_details": "details", "availability": "availability", "price": "price"}
_ABOUT_GOODS = frozenset(_ASPECTS) | {"product_search", "size_help", "add_to_cart", "notify_restock"}


def read(turn: Turn) -> Reading:
    """The turn's requests and the language it was written in."""
    scene = Scene.of(turn)
    known = frozenset([scene.focus.product_id] if scene.focus else [])
    requests: list[Request] = []
    for heard in turn.heard:
        for request in _requests(scene, heard):
            completed = with_goods(scene, replace(request, at=heard.at, ad=heard.ad))
            scene.move_on(completed)
            requests.append(completed)
    return Reading(requests=tidy(requests), focus=scene.focus, language=_language(turn), known=known)


def _language(turn: Turn) -> str:
    said = [heard.understanding.language for heard in turn.heard if heard.kind == "text" and heard.understanding]
    return said[-1] if said else ""


def _requests(scene: Scene, heard: Heard) -> Iterator[Request]:
    if heard.kind == "tap" and heard.action:
        yield from_action(scene.turn, heard.action, text=heard.text)
    elif heard.kind == "order":
        yield Request(route="cart_sent", cart=heard.cart, kind="order")
    elif heard.understanding is not None and heard.text.strip():
        yield from _written(scene, heard, heard.understanding)
    else:
        yield from _without_words(scene, heard)


def _without_words(scene: Scene, heard: Heard) -> Iterator[Request]:
    """Pictures, voice notes, stickers: a sticker or thumb is a yes only while a yes or no is open."""
    if heard.ad is not None:
        yield Request(route="greeting", ad=heard.ad, kind=heard.kind)
    elif heard.kind in ("sticker", "reaction") and scene.question is not None and scene.question.kind == "offer":
        yield from_action(scene.turn, str(scene.question.about["yes"]))
    else:
        yield Request(route="media", kind=heard.kind, text=heard.text, has_picture=heard.kind == "image")


def _written(scene: Scene, heard: Heard, first: Understanding) -> Iterator[Request]:
    units = (first, *first.also)
    verdict = stop_verdict(heard.text)
    if scene.turn.customer.opted_out and is_opt_in(heard.text):
        yield Request(route="opt_in", intent="opt_in", text=heard.text)
        return
    if verdict or any(unit.intent == "opt_out" and unit.confidence >= _SURE_OF_STOP for unit in units):
        yield Request(route="opt_out", intent="opt_out", text=heard.text, kind="text" if verdict == "stop" else "doubt")
        units = tuple(unit for unit in units if unit.intent != "opt_out")
    if heard.ad is not None and heard.ad.product_id is not None:
        scene.focus = None
        yield from _from_ad(scene, heard, units)
        return
    has_picture = heard.kind == "image"
    for unit in _carried_on(units):
        answered = answer(scene, heard, unit)
        found = [answered] if answered is not None else _unit(scene, heard, unit)
        scene.question = None if answered is not None else scene.question
        yield from (replace(request, has_picture=has_picture) for request in found)


def _carried_on(units: tuple[Understanding, ...]) -> Iterator[Understanding]:
    """ "Two tanks and the canvas tote": a part that only names goods goes on with what the part before asked."""
    before = ""
    for unit in units:
        only_names = unit.source == "rule" and unit.intent == "product_details" and not unit.entities.details
        carried = only_names and before in _CARRIED and bool(unit.entities.products)
        yield replace(unit, intent=before) if carried else unit
        before = before if carried else unit.intent


def _from_ad(scene: Scene, heard: Heard, units: tuple[Understanding, ...]) -> Iterator[Request]:
    """The first message from an ad is a greeting about its product, and the question in it is answered there."""
    ad = heard.ad
    product = scene.product(ad.product_id) if ad else None
    if ad is None or product is None:
        yield Request(route="greeting", text=heard.text)
        units = tuple(unit for unit in units if unit.intent != "greeting")
        for unit in units:
            yield from _unit(scene, heard, unit)
        return
    about = [unit for unit in units if unit.intent in _ABOUT_GOODS and not _names_another(product, unit.entities)]
    said = about[0].entities if about else Entities()
    aspects = tuple(dict.fromkeys(_ASPECTS[unit.intent] for unit in about if unit.intent in _ASPECTS))
    yield Request(
        route="greeting",
        intent=units[0].intent if units else "greeting",
        entities=said,
        text=heard.text,
        product=product,
        named=True,
        color=chosen_color(product, said.colors) or ad.color,
        size=chosen_size(product, said.sizes),
        aspects=aspects,
    )
    for unit in units:
        is_said = unit in about and unit.intent in {*_ASPECTS, "product_search"}
        if unit.intent not in ("greeting", "out_of_scope") and not is_said:
            yield from _about(product, unit, heard) if unit in about else _unit(scene, heard, unit)


def _about(product: Product, unit: Understanding, heard: Heard) -> Iterator[Request]:
    yield _for_product(product, unit, heard, Pointed((product,)), focus_choice=("", ""))


def _names_another(product: Product, said: Entities) -> bool:
    if said.products:
        return product.id not in said.products
    return bool(said.categories) and product.category not in said.categories


def _unit(scene: Scene, heard: Heard, unit: Understanding) -> Iterator[Request]:
    """One request of a message that is no answer to our question."""
    base = _base(unit, heard)
    if wanted := _insisted_on(scene, heard, unit):
        yield replace(base, route="offer_restock", product=wanted[0], color=wanted[1].color, size=wanted[1].size)
    elif route := _route_by_cue(unit, base.cues):
        yield replace(base, route=route, product=scene.focus_product)
    elif unit.confidence < UNSURE_BELOW and unit.source == "model":
        yield replace(base, route="unsure", product=scene.focus_product)
    elif unit.intent == "deny" or (unit.intent == "edit_cart" and _is_no_cart_line(scene, heard, unit)):
        yield _denied(scene, heard, unit, base)
    elif unit.intent == "product_search" and not _continues(scene, unit.entities):
        yield replace(base, route="browse")
    elif unit.intent in _ABOUT_GOODS:
        yield from _about_goods(scene, heard, unit, base)
    else:
        yield base


def _route_by_cue(unit: Understanding, cues: tuple[str, ...]) -> str:
    """Words that tell more than the intent: abuse, a question about skin, another shop's price."""
    if "abuse" in cues and unit.intent not in _SERVICE:
        return "out_of_scope"
    if "medical" in cues and unit.intent in _ABOUT_GOODS | {"out_of_scope"}:
        return "medical"
    if "competitor" in cues:
        return "competitor"
    if "bot_question" in cues and unit.intent in ("human_agent", "out_of_scope", "greeting", "store_info"):
        return "out_of_scope"
    is_idle = unit.intent in ("deny", "goodbye", "thanks", "affirm", "out_of_scope")
    return "out_of_scope" if "let_me_think" in cues and is_idle else ""


def _insisted_on(scene: Scene, heard: Heard, unit: Understanding) -> tuple[Product, Variant] | None:
    """ "No, the velvet one or nothing": the product last said to be sold out, when a no names it again."""
    code = scene.turn.state.sold_out_variant
    found = scene.turn.catalogue.variant_by_code(code) if code is not None and unit.intent == "deny" else None
    if found is None or unit.entities.colors or unit.entities.sizes:
        return None
    telling = set(found[0].name.casefold().split()) - {found[0].category}
    return found if telling & set(re.findall(r"\w+", heard.text.casefold())) else None


def _base(unit: Understanding, heard: Heard) -> Request:
    return Request(
        route=unit.intent,
        intent=unit.intent,
        entities=unit.entities,
        text=heard.text,
        confidence=unit.confidence,
        alternative=unit.alternative,
        cues=cues_of(heard.text),
    )


def _continues(scene: Scene, said: Entities) -> bool:
    """Whether a "search" is about goods already on the table: a name, "the second", or only a colour or size of the
    product in focus."""
    if said.products or said.ordinal is not None:
        return True
    narrows = said.categories or said.occasions or said.materials or said.price_max or said.price_min or said.fits
    return bool(scene.focus and (said.colors or said.sizes) and not narrows)


def _about_goods(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    pointed = point(scene, heard, unit.entities)
    if not pointed.products:
        is_help = unit.intent in ("size_help", "notify_restock", "add_to_cart") and not unit.entities.categories
        yield base if is_help else replace(base, route="browse")
    elif not pointed.is_sure:
        yield replace(base, route="which_product", options=pointed.products)
    else:
        for index, product in enumerate(pointed.products):
            choice = _focus_choice(scene, product, unit.entities)
            request = _for_product(product, unit, heard, pointed, focus_choice=choice)
            yield request if index == 0 else replace(request, quantity=None)


def _focus_choice(scene: Scene, product: Product, said: Entities) -> tuple[str, str]:
    """Colour and size chosen before, as far as the message says nothing else."""
    focus = scene.focus
    if focus is None or focus.product_id != product.id:
        return "", ""
    return "" if said.colors else focus.color, "" if said.sizes else focus.size


def _for_product(
    product: Product, unit: Understanding, heard: Heard, pointed: Pointed, *, focus_choice: tuple[str, str]
) -> Request:
    said = unit.entities
    is_one = len(pointed.products) == 1
    color = chosen_color(product, said.colors) if said.colors else focus_choice[0]
    size = chosen_size(product, said.sizes) if said.sizes else focus_choice[1]
    route = {"product_search": "product"}.get(unit.intent, "product" if unit.intent in _ASPECTS else unit.intent)
    return replace(
        _base(unit, heard),
        route=route,
        product=product,
        named=pointed.is_named,
        color=color if is_one or color in product.colors else "",
        size=size if is_one or size in product.sizes else "",
        quantity=said.quantity,
        aspects=(_ASPECTS[unit.intent],) if unit.intent in _ASPECTS else ("availability",),
    )


def _is_no_cart_line(scene: Scene, heard: Heard, unit: Understanding) -> bool:
    """Whether "no, the blue one" corrects what we talk about rather than a line of the cart."""
    said = unit.entities
    pointed = {product.id for product in point(scene, heard, said).products}
    in_cart = {line.product_id for line in scene.turn.cart}
    if said.not_colors and not said.colors:
        return not any(line.color in said.not_colors for line in scene.turn.cart)
    has_choice = bool(said.colors or said.sizes or said.ordinal is not None)
    return not in_cart or (has_choice and bool(pointed) and not pointed & in_cart)


def _denied(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Request:
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
    corrected = _for_product(
        pointed.products[0], unit, heard, pointed, focus_choice=_focus_choice(scene, pointed.products[0], said)
    )
    is_cart_line = pointed.products[0].id in in_cart and not said.products
    return replace(corrected, route="edit_cart" if is_cart_line else "product", aspects=("availability",))
