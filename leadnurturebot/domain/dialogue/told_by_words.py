"""What certain words tell, beside the intent: trouble, ways to pay, the cart, the list just shown."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.dialogue.cart_talk import about_cart, wants_to_pay
from leadnurturebot.domain.dialogue.corrections import insisted_on
from leadnurturebot.domain.dialogue.cue_routes import route_by_cue
from leadnurturebot.domain.dialogue.exchange_talk import cost_of_exchange
from leadnurturebot.domain.dialogue.goods_talk import (
    taken,
)
from leadnurturebot.domain.dialogue.list_talk import about_list
from leadnurturebot.domain.dialogue.pointing import point
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.sureness import ABOUT_GOODS, is_unsure_of
from leadnurturebot.domain.dialogue.ticket_talk import about_ticket
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import Entities, Understanding
from leadnurturebot.domain.dialogue.weekdays import asks_now, day_asked
from leadnurturebot.domain.dialogue.words.address_words import forgets_address
from leadnurturebot.domain.dialogue.words.notice_words import notice_taken_back

_SHORT = 4
"""Words of an outburst that asks for nothing."""
_FEW_WORDS = 6


def told_by_words(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """What certain words tell, whatever the intent was taken for; nothing when they tell nothing."""
    is_unsure = is_unsure_of(unit)
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
    elif route := route_by_cue(unit, _cues_here(heard, base), is_short=len(heard.text.split()) <= _SHORT):
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
    return names_time and (unit.intent in ABOUT_GOODS | {"out_of_scope"} or is_unsure_of(unit))


def _cues_here(heard: Heard, base: Request) -> tuple[str, ...]:
    """ "Allergic to wool" says what not to show; only an illness without a material is for somebody who knows."""
    first = heard.understanding
    units = (first, *first.also) if first is not None else ()
    has_refusal = any(unit.entities.not_materials for unit in units)
    return tuple(cue for cue in base.cues if cue != "medical" or not has_refusal)
