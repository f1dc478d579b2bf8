"""Words near the till: the way to pay as an answer to "how would you like to pay?", "can I buy it?", "that's all, I pay"."""

from collections.abc import Iterator
from dataclasses import replace

from leadnurturebot.domain.dialogue.actions import Action
from leadnurturebot.domain.dialogue.pay_choice import method_said
from leadnurturebot.domain.dialogue.pointing import is_list_open
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Heard
from leadnurturebot.domain.dialogue.understanding import UNSURE_BELOW, Entities, Understanding

_FEW_WORDS = 8
_WORDS_OF_A_WAY = 6
"""As many words as a way to pay is answered in: "por favor, con la visa de débito"."""
_UNASKED_WAY = 3
"""As many where nobody asked: "la visa"."""
_SERVICE = frozenset({
    "order_status", "cancel_order", "return_exchange", "human_agent", "complaint", "opt_out", "delete_data", "edit_cart",
})  # fmt: skip
_IDLE = frozenset({"deny", "goodbye", "thanks", "affirm", "out_of_scope", "store_info", "view_cart"})
"""What "that's all" and "we pay now" are sometimes taken for."""


def at_the_till(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> tuple[Request, ...]:
    """The requests of such a message; none where it is no such."""
    if unit.intent in _SERVICE and unit.confidence >= UNSURE_BELOW:
        return ()
    for look in (_way_answered, _asked_to_buy, _all_told):
        if found := tuple(look(scene, heard, unit, base)):
            return found
    return ()


def _words(base: Request) -> int:
    return len(base.said.split())


def _way_answered(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """ "La visa", "card is fine" below the question how to pay, or as the whole of a message while there is a cart."""
    is_asked = scene.question is not None and scene.question.kind == "payment"
    most = _WORDS_OF_A_WAY if is_asked else _UNASKED_WAY
    names_goods = replace(unit.entities, quantity=None) != Entities()
    if not scene.turn.cart or names_goods or _words(base) > most or base.said.rstrip().endswith("?"):
        return
    if method := method_said(scene, heard, base):
        yield replace(base, route="pay", action=Action("pay", argument=method), entities=Entities())


def _asked_to_buy(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """ "Can I buy it?" is said by who wants it: into the cart, or on to the till when it is there."""
    if "can_buy" not in base.cues or unit.entities != Entities() or _words(base) > _FEW_WORDS:
        return
    product, focus = scene.focus_product, scene.focus
    if product is not None and focus is not None and product not in scene.cart_products:
        yield replace(
            base, route="add_to_cart", intent="add_to_cart", product=product, color=focus.color, size=focus.size
        )
    elif product is None and is_list_open(scene):
        yield replace(base, route="which_product", options=scene.shown_products)
    elif scene.turn.cart:
        yield replace(base, route="checkout")


def _all_told(scene: Scene, heard: Heard, unit: Understanding, base: Request) -> Iterator[Request]:
    """ "That's all", "we pay then" with something in the cart leads to the till, whatever the intent was taken for."""
    is_meant = bool({"that_is_all", "pay_now"} & set(base.cues)) and not base.said.rstrip().endswith("?")
    is_lost = unit.intent in _IDLE or unit.confidence < UNSURE_BELOW
    if is_meant and is_lost and scene.turn.cart and unit.entities == Entities() and _words(base) <= _FEW_WORDS:
        yield replace(base, route="checkout")
