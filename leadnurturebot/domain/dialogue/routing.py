"""Which skill a request goes to, after what the conversation tells about it: see `routes.py` for the table."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.about_product import ASPECTS, base_request
from leadnurturebot.domain.dialogue.at_the_till import at_the_till
from leadnurturebot.domain.dialogue.cart_talk import about_cart, wants_to_pay
from leadnurturebot.domain.dialogue.corrections import correction, insisted_on, is_made, is_no_cart_line, replaces_line
from leadnurturebot.domain.dialogue.everything import asks_catalogue
from leadnurturebot.domain.dialogue.exchange_talk import cost_of_exchange
from leadnurturebot.domain.dialogue.goods import match_size
from leadnurturebot.domain.dialogue.goods_talk import (
    SWAPS,
    about_goods,
    continues,
    is_extra,
    is_torn,
    kin,
    sold_out_meant,
    taken,
    wants_near,
)
from leadnurturebot.domain.dialogue.list_options import with_options
from leadnurturebot.domain.dialogue.list_talk import about_list, near
from leadnurturebot.domain.dialogue.meant_goods import (
    is_bare_color,
    is_bare_size,
    is_in_cart,
    is_yes_to_list,
    wants_the_named,
)
from leadnurturebot.domain.dialogue.moods import is_no_complaint
from leadnurturebot.domain.dialogue.naming import named_only
from leadnurturebot.domain.dialogue.own_answers import own_answer, unknown_of_shop
from leadnurturebot.domain.dialogue.pauses import returned
from leadnurturebot.domain.dialogue.pay_words import named_but_missing
from leadnurturebot.domain.dialogue.pointing import is_kind, point
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.ticket_talk import about_ticket
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import UNSURE_BELOW, Entities, Understanding
from leadnurturebot.domain.dialogue.weekdays import asks_now, day_asked
from leadnurturebot.domain.dialogue.words.address_words import forgets_address
from leadnurturebot.domain.dialogue.words.notice_words import notice_taken_back

_SURE_OF_MORE = 0.8
_SHORT = 4
"""Words of an outburst that asks for nothing."""
_FEW_WORDS = 6
_OF_ORDERS = frozenset({"order_named", "late_anger", "how_long", "had_it"})

ABOUT_GOODS = frozenset(ASPECTS) | {"product_search", "size_help", "add_to_cart", "notify_restock"}
"""Intents that are about a product, known or still to be found."""
_SERVICE = frozenset({"complaint", "order_status", "cancel_order", "return_exchange", "human_agent", "opt_out"})
_ABOUT_US = frozenset({"human_agent", "out_of_scope", "greeting", "store_info", "goodbye", "thanks"})
_IDLE = frozenset({"deny", "goodbye", "thanks", "affirm", "out_of_scope"})


def unit_requests(scene: Scene, heard: Heard, unit: Understanding) -> Iterator[Request]:
    """One request of a message that is no answer to our question."""
    unit = named_only(scene, heard, unit)
    base = base_request(unit, heard)
    if code := code_beside(unit, heard):
        yield from code
        if unit.intent == "out_of_scope" or _is_unsure(unit):
            return
    if _asks_for_a_way(scene, heard, unit, base):
        yield replace(base, route="payment_methods", intent="payment_methods")
    elif known := own_answer(scene, unit, base):
        yield known
    elif till := at_the_till(scene, heard, unit, base) or returned(scene, heard, unit, base):
        yield from till
    elif told_first := asks_catalogue(scene, unit, base, is_unsure=_is_unsure(unit)) or unknown_of_shop(unit, base):
        yield told_first
    elif told := tuple(_told_by_words(scene, heard, unit, base)):
        yield from told
    elif _asks_for_sales(unit, base):
        yield replace(base, route="sale")
    elif _is_unsure(unit) and _has_it_on(scene, unit, base):
        yield replace(base, route="return_exchange", intent="return_exchange")
    elif unit.source == "model" and _is_unsure(unit):
        yield from _guessed(scene, heard, unit, base)
    elif replaces_line(scene, unit.entities) and unit.intent in SWAPS:
        yield replace(base, route="edit_cart")
    elif unit.intent == "deny" or (unit.intent == "edit_cart" and is_no_cart_line(scene, heard, unit)):
        yield correction(scene, heard, unit, base)
    else:
        yield from _by_intent(scene, heard, unit, base)


def _asks_for_a_way(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> bool:
    """ "What about bitcoin lol": a way to pay that is not there, in a message that asks for nothing else."""
    is_else = unit.intent == "out_of_scope" or (_is_unsure(unit) and "asking" in base.cues)
    return is_else and unit.source == "model" and bool(named_but_missing(heard.text, scene.turn.shop.payment_methods))


def code_beside(unit: Understanding, heard: Heard) -> tuple[Request, ...]:
    """A code that stands beside another request: "M, and use WELCOME10"."""
    if not unit.entities.coupon or unit.intent == "discount":
        return ()
    of_code = Entities(coupon=unit.entities.coupon)
    return (replace(base_request(unit, heard), route="discount", intent="discount", entities=of_code),)


def _told_by_words(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """What certain words tell, whatever the intent was taken for; nothing when they tell nothing."""
    is_unsure = _is_unsure(unit)
    if notice_taken_back(heard.text):
        named = scene.product(unit.entities.products[0]) if unit.entities.products else None
        yield replace(base, route="restock_cancelled", product=named)
    elif of_exchange := cost_of_exchange(scene, unit, base):
        yield of_exchange
    elif forgets_address(heard.text):
        yield replace(base, route="forget_address")
    elif wanted := insisted_on(scene, heard, unit):
        yield replace(base, route="offer_restock", product=wanted[0], color=wanted[1].color, size=wanted[1].size)
    elif trouble := about_ticket(unit, base):
        yield trouble
    elif route := _route_by_cue(unit, _cues_here(heard, base), is_short=len(heard.text.split()) <= _SHORT):
        pointed = point(scene, heard, unit.entities)
        yield replace(base, route=route, product=pointed.products[0] if pointed.products else None)
    elif "bargain" in base.cues and unit.intent == "edit_cart" and not scene.turn.cart:
        yield replace(base, route="discount", intent="discount")
    elif _asks_opening(heard, unit, base):
        yield replace(base, route="store_info")
    elif paid := tuple(wants_to_pay(scene, heard, unit, base)):
        yield from paid
    elif changed := about_cart(scene, heard, unit, base, is_unsure=is_unsure):
        yield changed
    elif shown := about_list(scene, heard, unit, base, is_unsure=is_unsure):
        yield shown
    else:
        yield from taken(scene, heard, unit, base, is_unsure=is_unsure)


def _asks_opening(heard: Heard, unit: Understanding, base: Request) -> bool:
    """ "Open now?", "open on sunday?": few words, no goods, a day or this moment."""
    if "ask_hours" not in base.cues or unit.entities != Entities() or len(heard.text.split()) > _FEW_WORDS:
        return False
    names_time = asks_now(heard.text, unit.language) or day_asked(heard.text, unit.language, today=0) is not None
    return names_time and (unit.intent in ABOUT_GOODS | {"out_of_scope"} or _is_unsure(unit))


def _by_intent(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """The intent, led on by what the conversation tells about it."""
    match unit.intent:
        case "opt_out":
            # What truly says stop was taken before; this was the model's guess.
            yield replace(base, route="unsure")
        case "out_of_scope" | "greeting" if unit.source == "model" and base.entities.products:
            # What is not understood of goods that the shop sells is at least about them.
            yield from _guessed(scene, heard, unit, base)
        case "product_details" if "comes_with" in base.cues and is_extra(scene, unit.entities):
            yield replace(base, route="extra", product=scene.focus_product)
        case "recommendation" if is_bare_color(scene, heard, unit) or wants_the_named(base):
            # "Brownish": a colour of what is talked about, not something similar; "my sister has it, I want it too".
            asked = replace(unit, intent="availability")
            yield from about_goods(scene, heard, asked, replace(base, intent="availability", route="availability"))
        case "order_status" if base.entities.products and not _OF_ORDERS & set(base.cues):
            # "I saw the jumper yesterday" tells of no order.
            yield from _guessed(scene, heard, unit, base)
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
        case intent if intent in ABOUT_GOODS and _has_it_on(scene, unit, base):
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


def _has_it_on(scene: Scene, unit: Understanding, base: Request) -> bool:
    """ "The skirt is too tight on me", when no goods are being looked at: it was bought and is to go back."""
    is_worn = "came_tight" in base.cues and "conditional" not in base.cues
    return is_worn and unit.intent != "add_to_cart" and scene.focus is None and not scene.turn.cart


def _partner(scene: Scene, base: Request) -> Product | None:
    """ "Shoes that go with the dress": the product named, else the one in focus."""
    if "goes_with" not in base.cues:
        return None
    named = scene.product(base.entities.products[0]) if base.entities.products else None
    return named or scene.focus_product


def _cues_here(heard: Heard, base: Request) -> tuple[str, ...]:
    """ "Allergic to wool" says what not to show; only an illness without a material is for somebody who knows."""
    first = heard.understanding
    units = (first, *first.also) if first is not None else ()
    has_refusal = any(unit.entities.not_materials for unit in units)
    return tuple(cue for cue in base.cues if cue != "medical" or not has_refusal)


def _asks_for_sales(unit: Understanding, base: Request) -> bool:
    """ "What offers are there?" is no consent to be written to."""
    is_guess = unit.intent == "opt_in" and unit.source == "model"
    return is_guess and "sale_goods" in base.cues and "wants_notice" not in base.cues


def _guessed(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
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


def _is_unsure(unit: Understanding) -> bool:
    """Too little to act on; a consent, and a change of language that names none, need more than that."""
    is_bare_switch = unit.intent == "change_language" and not unit.entities.language
    needs_more = is_bare_switch or unit.intent == "opt_in"
    # Who names goods with a choice and no order is rarely angry; a wrong guess would take the shop away from them.
    return is_no_complaint(unit) or unit.confidence < (_SURE_OF_MORE if needs_more else UNSURE_BELOW)


def _route_by_cue(unit: Understanding, cues: tuple[str, ...], *, is_short: bool) -> str:
    """Words that tell more than the intent: abuse, a question about skin, another shop's price."""
    names_goods = bool(unit.entities.products)
    is_lost = unit.intent == "out_of_scope" or _is_unsure(unit)
    if "abuse" in cues and (unit.intent not in _SERVICE or is_short or _is_unsure(unit)):
        return "out_of_scope"
    if "huh" in cues:
        return "unsure"
    is_empty = unit.intent in ("out_of_scope", "product_search", "thanks") and unit.entities == Entities()
    is_grumble = unit.intent == "complaint" and is_short and "order_named" not in cues
    if "impatient" in cues and (is_empty or is_grumble or _is_unsure(unit)) and not names_goods:
        return "sorry_for_wait"
    if "medical" in cues and (unit.intent in ABOUT_GOODS | {"out_of_scope"} or _is_unsure(unit)):
        return "medical"
    if "competitor" in cues and unit.intent not in _SERVICE:
        return "competitor"
    is_of_goods = unit.intent in ASPECTS and unit.entities == Entities() and not {"back_when", "how_much"} & set(cues)
    if "how_long" in cues and is_of_goods and is_short:
        return "shipping"
    if "gift_wrap" in cues:
        return "gift_wrap"
    if "wrong_sent" in cues and unit.intent in ("return_exchange", "order_status", "edit_cart"):
        return "complaint"
    if "money_taken" in cues and unit.intent not in ("human_agent", "opt_out"):
        return "complaint"
    if "payment_trouble" in cues and unit.intent not in ("human_agent", "opt_out"):
        return "payment_trouble"
    if "hold" in cues and unit.intent not in _SERVICE:
        return "hold"
    if unit.source == "rule" and unit.intent == "greeting" and {"cart_emoji", "pay_emoji"} & set(cues):
        return "view_cart" if "cart_emoji" in cues else "checkout"
    if {"address", "new_address"} & set(cues) and (unit.intent not in _SERVICE or _is_unsure(unit)):
        return "address_offered" if "address" in cues else "new_address"
    is_wish = unit.intent == "human_agent" and "asking" not in cues
    if "bot_question" in cues and (unit.intent in _ABOUT_US or _is_unsure(unit)) and not is_wish:
        return "out_of_scope"
    if {"gift", "taste"} & set(cues) and is_lost and not names_goods and not unit.entities.categories:
        # "Something for my mum, she likes it classic": a choice by us.
        return "recommendation"
    if "instruction" in cues and (
        unit.intent in _IDLE | _ABOUT_US | {"discount", "price", "delete_data"} or _is_unsure(unit)
    ):
        return "out_of_scope"
    return "out_of_scope" if "let_me_think" in cues and unit.intent in _IDLE and not names_goods else ""
