"""A turn's messages as requests, in the order asked, each with what the conversation already told about it."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.consent_language import stop_languages
from leadnurturebot.domain.consent_words import is_opt_in, stop_verdict
from leadnurturebot.domain.dialogue.about_product import ASPECTS, base_request, for_product
from leadnurturebot.domain.dialogue.answers import answer, waiting
from leadnurturebot.domain.dialogue.bargains import without_offer
from leadnurturebot.domain.dialogue.corrections import color_meant, color_swapped
from leadnurturebot.domain.dialogue.cue_words import cues_of
from leadnurturebot.domain.dialogue.list_options import picked_for
from leadnurturebot.domain.dialogue.moods import calmed, is_impatient
from leadnurturebot.domain.dialogue.open_choice import counted_choice, counted_piece, is_adding
from leadnurturebot.domain.dialogue.outcries import without_interjections
from leadnurturebot.domain.dialogue.own_answers import own_answer
from leadnurturebot.domain.dialogue.pointing import Pointed, chosen_color, chosen_size
from leadnurturebot.domain.dialogue.request import Reading, Request
from leadnurturebot.domain.dialogue.routing import code_beside, unit_requests
from leadnurturebot.domain.dialogue.said_otherwise import as_meant
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.search import with_goods
from leadnurturebot.domain.dialogue.slips import as_mended
from leadnurturebot.domain.dialogue.state import Question
from leadnurturebot.domain.dialogue.sureness import ABOUT_GOODS
from leadnurturebot.domain.dialogue.taps import from_action
from leadnurturebot.domain.dialogue.tidying import tidy
from leadnurturebot.domain.dialogue.together import each_color, merged, told_together
from leadnurturebot.domain.dialogue.turn import Heard, Turn
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.language_tags import base_language, written_tag

# Without a stop word the model alone has to be this sure; then it is taken as a doubtful STOP and says how to undo it.
_SURE_OF_STOP, _SURE_WITH_A_WORD = 0.75, 0.5
_TELLING = 3
"""Words that tell a language: "safed, m" after a Hindi sentence is Hindi."""
_CARRIED = frozenset({"add_to_cart", "notify_restock", "price", "availability"})


def read(turn: Turn) -> Reading:
    """The turn's requests and the language it was written in."""
    scene = Scene.of(turn)
    known = frozenset([scene.focus.product_id] if scene.focus else [])
    requests: list[Request] = []
    for heard in turn.heard:
        question = scene.question
        for found in _requests(scene, heard):
            request = picked_for(question, found)
            told = replace(request, at=heard.at, ad=heard.ad, heard_id=heard.id, has_picture=heard.kind == "image")
            completed = with_goods(scene, _with_known_size(scene, told))
            scene.move_on(completed)
            requests.append(completed)
    return Reading(requests=tidy(requests), focus=scene.focus, language=_language(turn), wish=scene.wish, known=known)


def _with_known_size(scene: Scene, request: Request) -> Request:
    """A product looked at for the first time is looked at in the size already told."""
    product, focus = request.product, scene.focus
    is_other = product is not None and (focus is None or focus.product_id != product.id)
    if product is None or request.route != "product" or not request.named or request.size or not is_other:
        return request
    return replace(request, size=scene.known_size(product))


def _language(turn: Turn) -> str:
    """The tag of the turn's last message, empty when none has words."""
    before, said, told = turn.state.language or turn.customer.language, "", ""
    for heard in turn.heard:
        if heard.kind == "text" and heard.understanding:
            language = _stop_language(turn, heard.text) or heard.understanding.language
            said = before = written_tag(language, heard.text, before)
            told = said if len(heard.text.split()) >= _TELLING or not told else told
    return told


def _stop_language(turn: Turn, text: str) -> str:
    """The language of a stop word, the thread's or the shop's where several have it; empty when none tells."""
    said_in = stop_languages(text) if stop_verdict(text) else ()
    likely = (base_language(tag) for tag in (turn.state.language, turn.customer.language, turn.shop.language))
    return next((language for language in likely if language in said_in), next(iter(said_in), ""))


def _requests(scene: Scene, heard: Heard) -> Iterator[Request]:
    if heard.kind == "tap" and heard.action:
        tapped = from_action(scene.turn, heard.action, text=heard.text)
        yield _as_many_as_said(scene, tapped)
        if tapped.route == "add_to_cart" and scene.question is not None and _is_asked_of(scene.question, tapped):
            yield from waiting(scene, scene.question)
    elif heard.kind == "order":
        yield Request(route="cart_sent", cart=heard.cart, kind="order")
    elif heard.understanding is not None and heard.text.strip():
        yield from _written(scene, heard, heard.understanding)
    else:
        yield from _without_words(scene, heard)


def _as_many_as_said(scene: Scene, tapped: Request) -> Request:
    """A colour tapped after "make it two" is taken twice."""
    question = scene.question
    if question is None or not is_adding(question) or not _is_asked_of(question, tapped) or tapped.quantity:
        return tapped
    quantity = question.about.get("quantity") or 1
    return replace(tapped, quantity=quantity) if quantity > 1 else tapped


def _is_asked_of(question: Question, tapped: Request) -> bool:
    return tapped.product is not None and question.about.get("product") == tapped.product.code


def _without_words(scene: Scene, heard: Heard) -> Iterator[Request]:
    """Pictures, voice notes, stickers: a sticker or thumb is a yes only while a yes or no is open."""
    question = scene.question if scene.question is not None and scene.question.kind == "address" else None
    if heard.ad is not None:
        yield Request(route="greeting", ad=heard.ad, kind=heard.kind)
    elif heard.form is not None:
        yield Request(route="address_form", kind=heard.kind, form=heard.form, question=question)
    elif heard.place is not None:
        route = "place_given" if question is not None else "location"
        yield Request(route=route, kind=heard.kind, place=heard.place, question=question)
    elif heard.kind in ("sticker", "reaction") and scene.question is not None and scene.question.kind == "offer":
        yield from_action(scene.turn, str(scene.question.about["yes"]))
    else:
        yield Request(route="media", kind=heard.kind, text=heard.text)


def _written(scene: Scene, heard: Heard, first: Understanding) -> Iterator[Request]:
    units = as_mended(tuple(without_offer(unit, heard.text) for unit in (first, *first.also)), heard.text)
    verdict = stop_verdict(heard.text)
    if scene.turn.customer.opted_out and is_opt_in(heard.text):
        yield Request(route="opt_in", intent="opt_in", text=heard.text)
        return
    if verdict or _is_model_sure_of_stop(heard, units):
        yield Request(route="opt_out", intent="opt_out", text=heard.text, kind="text" if verdict == "stop" else "doubt")
        units = tuple(unit for unit in units if unit.intent != "opt_out")
    if heard.ad is not None and heard.ad.product_id is not None:
        scene.focus = None
        yield from _from_ad(scene, heard, units)
        return
    if "only_this" in _cues(heard, units):
        yield Request(route="only_this", intent="opt_out", text=heard.text)
        units = tuple(unit for unit in units if unit.intent != "opt_out")
    units = without_interjections(units)
    if is_impatient(heard, units):
        yield Request(route="sorry_for_wait", text=heard.text)
        units = calmed(units)
    for heard_unit in told_together(scene, tuple(_carried_on(units))):
        unit = color_swapped(scene, heard, color_meant(scene, heard, as_meant(heard, heard_unit)))
        if split := tuple(each_color(scene, heard, unit)):
            scene.question = None
            yield from split
            continue
        answered = counted_choice(scene, heard, unit) or answer(scene, heard, unit)
        answered = answered or counted_piece(scene, heard, unit)
        found = [answered, *code_beside(unit, heard)] if answered else unit_requests(scene, heard, unit)
        scene.question = None if answered is not None else scene.question
        yield from found
        if answered is not None and answered.route == "address_given":
            # The whole message is the address, also where its words read as several requests.
            return
        if answered is not None and answered.route == "add_to_cart" and answered.question and answered.count is None:
            yield from waiting(scene, answered.question)


def _is_model_sure_of_stop(heard: Heard, units: tuple[Understanding, ...]) -> bool:
    """Whether the model alone may be believed: swearing is no STOP, and in English some word has to speak of contact; with
    such a word less sureness is enough, since in real doubt we stop."""
    cues = _cues(heard, units)
    if {"abuse", "only_this"} & set(cues):
        return False
    is_english = all(unit.language == "en" for unit in units)
    least = _SURE_WITH_A_WORD if "like_stop" in cues else None if is_english else _SURE_OF_STOP
    return least is not None and any(unit.intent == "opt_out" and unit.confidence >= least for unit in units)


def _cues(heard: Heard, units: tuple[Understanding, ...]) -> tuple[str, ...]:
    return cues_of(heard.text, units[0].language if units else "")


def _carried_on(units: tuple[Understanding, ...]) -> Iterator[Understanding]:
    """ "Two tanks and the canvas tote": a part that only names goods goes on with what the part before asked."""
    before = ""
    for unit in units:
        only_names = unit.source == "rule" and unit.intent == "product_details" and not unit.entities.details
        carried = only_names and before in _CARRIED and bool(unit.entities.products)
        # "Do you ship to Germany and how much?" asks for the price of shipping.
        is_late = before in ("view_cart", "checkout") and unit.intent == "notify_restock"
        is_of_shipping = is_late or (before == "shipping" and unit.intent in ("price", "notify_restock"))
        carried = carried or (is_of_shipping and unit.entities == Entities())
        yield replace(unit, intent="shipping" if is_of_shipping else before) if carried else unit
        before = before if carried else unit.intent


def _from_ad(scene: Scene, heard: Heard, units: tuple[Understanding, ...]) -> Iterator[Request]:
    """The first message from an ad is a greeting about its product, and the question in it is answered there."""
    ad = heard.ad
    product = scene.product(ad.product_id) if ad else None
    if ad is None or product is None:
        yield Request(route="greeting", text=heard.text)
        units = tuple(unit for unit in units if unit.intent != "greeting")
        for unit in units:
            yield from unit_requests(scene, heard, unit)
        return
    about = [unit for unit in units if unit.intent in ABOUT_GOODS and not _names_another(product, unit.entities)]
    about = [unit for unit in about if own_answer(scene, unit, base_request(unit, heard), about=product) is None]
    if not about and any(unit.intent in (*ABOUT_GOODS, "recommendation") for unit in units):
        # Somebody who comes from an ad and asks for something else is greeted and answered, not told of the ad.
        yield Request(route="greeting", text=heard.text, kind="ad")
        for unit in units:
            yield from unit_requests(scene, heard, unit)
        return
    said = merged([unit.entities for unit in about]) if about else Entities()
    aspects = tuple(dict.fromkeys(ASPECTS[unit.intent] for unit in about if unit.intent in ASPECTS))
    yield Request(
        route="greeting",
        intent=units[0].intent if units else "greeting",
        entities=said,
        text=heard.text,
        product=product,
        named=True,
        color=chosen_color(product, said.colors) or ad.color,
        cues=_cues(heard, units),
        size=chosen_size(product, said.sizes),
        aspects=aspects,
    )
    for unit in units:
        is_wish = unit.intent in ("product_search", "add_to_cart") and not unit.entities.sizes
        is_said = unit in about and (unit.intent in ASPECTS or is_wish)
        if unit.intent not in ("greeting", "out_of_scope") and not is_said:
            yield from _about(product, unit, heard) if unit in about else unit_requests(scene, heard, unit)


def _about(product: Product, unit: Understanding, heard: Heard) -> Iterator[Request]:
    yield for_product(product, unit, heard, Pointed((product,)), focus_choice=("", ""))


def _names_another(product: Product, said: Entities) -> bool:
    if said.products:
        return product.id not in said.products
    return bool(said.categories) and product.category not in said.categories
