"""Which skill a request goes to, after what the conversation tells about it: see `routes.py` for the table."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.dialogue.about_product import base_request
from leadnurturebot.domain.dialogue.at_the_till import at_the_till
from leadnurturebot.domain.dialogue.by_intent import by_intent, guessed, has_it_on
from leadnurturebot.domain.dialogue.corrections import correction, is_no_cart_line, replaces_line
from leadnurturebot.domain.dialogue.everything import asks_catalogue
from leadnurturebot.domain.dialogue.goods_talk import (
    SWAPS,
)
from leadnurturebot.domain.dialogue.naming import named_only
from leadnurturebot.domain.dialogue.own_answers import own_answer, unknown_of_shop
from leadnurturebot.domain.dialogue.pauses import returned
from leadnurturebot.domain.dialogue.pay_words import named_but_missing
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.sureness import is_unsure_of
from leadnurturebot.domain.dialogue.told_by_words import told_by_words
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding


def unit_requests(scene: Scene, heard: Heard, unit: Understanding) -> Iterator[Request]:
    """One request of a message that is no answer to our question."""
    unit = named_only(scene, heard, unit)
    base = base_request(unit, heard)
    if code := code_beside(unit, heard):
        yield from code
        if unit.intent == "out_of_scope" or is_unsure_of(unit):
            return
    if _asks_for_a_way(scene, heard, unit, base):
        yield replace(base, route="payment_methods", intent="payment_methods")
    elif known := own_answer(scene, unit, base):
        yield known
    elif till := at_the_till(scene, heard, unit, base) or returned(scene, heard, unit, base):
        yield from till
    elif told_first := asks_catalogue(scene, unit, base, is_unsure=is_unsure_of(unit)) or unknown_of_shop(unit, base):
        yield told_first
    elif told := tuple(told_by_words(scene, heard, unit, base)):
        yield from told
    elif _asks_for_sales(unit, base):
        yield replace(base, route="sale")
    elif is_unsure_of(unit) and has_it_on(scene, unit, base):
        yield replace(base, route="return_exchange", intent="return_exchange")
    elif unit.source == "model" and is_unsure_of(unit):
        yield from guessed(scene, heard, unit, base)
    elif replaces_line(scene, unit.entities) and unit.intent in SWAPS:
        yield replace(base, route="edit_cart")
    elif unit.intent == "deny" or (unit.intent == "edit_cart" and is_no_cart_line(scene, heard, unit)):
        yield correction(scene, heard, unit, base)
    else:
        yield from by_intent(scene, heard, unit, base)


def _asks_for_a_way(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> bool:
    """ "What about bitcoin lol": a way to pay that is not there, in a message that asks for nothing else."""
    is_else = unit.intent == "out_of_scope" or (is_unsure_of(unit) and "asking" in base.cues)
    return is_else and unit.source == "model" and bool(named_but_missing(heard.text, scene.turn.shop.payment_methods))


def code_beside(unit: Understanding, heard: Heard) -> tuple[Request, ...]:
    """A code that stands beside another request: "M, and use WELCOME10"."""
    if not unit.entities.coupon or unit.intent == "discount":
        return ()
    of_code = Entities(coupon=unit.entities.coupon)
    return (replace(base_request(unit, heard), route="discount", intent="discount", entities=of_code),)


def _asks_for_sales(unit: Understanding, base: Request) -> bool:
    """ "What offers are there?" is no consent to be written to."""
    is_guess = unit.intent == "opt_in" and unit.source == "model"
    return is_guess and "sale_goods" in base.cues and "wants_notice" not in base.cues
