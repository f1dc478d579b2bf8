"""When what the shop wrote itself is the answer: where it meets the question better than our own records do.

STOP and everything about orders and carts comes first; so does a fact that the product's record holds.
"""

from collections.abc import Mapping
from dataclasses import replace

from leadnurturebot.domain.catalogue import Product
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.scene import Scene
from leadnurturebot.domain.dialogue.turn import Shop
from leadnurturebot.domain.dialogue.understanding import UNSURE_BELOW, Entities, Understanding
from leadnurturebot.domain.product_record import recorded

_COMES_FIRST = frozenset({
    "opt_out", "opt_in", "delete_data", "human_agent", "complaint", "order_status", "cancel_order", "checkout",
    "add_to_cart", "edit_cart", "view_cart", "notify_restock", "change_language", "affirm", "deny",
})  # fmt: skip
_SURE_OF_ORDER = 0.75
_OF_GOODS = frozenset({
    "product_details", "availability", "price", "product_search", "recommendation", "size_help",
})  # fmt: skip
_STOPS = frozenset({"abuse", "instruction", "bot_question", "wrong_sent", "payment_trouble", "money_taken"})
_PAYS = frozenset({"pay_cash", "pay_online"})
_ASKS_STORE = frozenset({"ask_hours", "ask_place", "ask_contact"})
_OWN_RETURN = frozenset({"wants_return", "too_tight"})
"""Not the rule is asked for: something is to be sent back."""


def own_answer(scene: Scene, unit: Understanding, base: Request, *, about: Product | None = None) -> Request | None:
    """The shop's own answer to a request, None where something else answers it. `about` is the product of an ad."""
    answer = unit.answer
    if answer is None or _STOPS & set(base.cues) or _is_first(unit, is_sure=answer.is_sure):
        return None
    if unit.intent == "return_exchange" and _OWN_RETURN & set(base.cues):
        return None
    if unit.intent in _OF_GOODS and not _may_be_of_shop(unit.entities, about or scene.focus_product, answer.is_sure):
        return None
    if _is_recorded(scene.turn.shop, unit.intent) and not answer.is_sure:
        return None
    return replace(base, route="own_answer", answer=answer)


def unknown_of_shop(unit: Understanding, base: Request) -> Request | None:
    """A question about the shop itself that nobody answered yet and that goods cannot answer."""
    is_else = (_STOPS | _PAYS) & set(base.cues)
    if not unit.of_shop or unit.source != "model" or is_else or unit.entities != Entities():
        return None
    is_guess = unit.confidence < UNSURE_BELOW and unit.intent not in _COMES_FIRST
    is_place = unit.intent == "store_info" and not _ASKS_STORE & set(base.cues)
    is_ours = unit.intent in ("out_of_scope", "availability", "product_search", "product_details")
    return replace(base, route="unknown_of_shop") if is_ours or is_place or is_guess else None


def _is_first(unit: Understanding, *, is_sure: bool) -> bool:
    """Whether STOP, an order or the cart is meant: always by rule, else as sure as the model is of it."""
    if unit.intent not in _COMES_FIRST:
        return False
    least = _SURE_OF_ORDER if is_sure else UNSURE_BELOW
    return unit.source == "rule" or unit.intent == "opt_out" or unit.confidence >= least


def _may_be_of_shop(said: Entities, product: Product | None, is_sure: bool) -> bool:
    """Whether no product is asked about: none is named or pointed at, and no detail that the one in focus records."""
    if said.products or said.colors or said.sizes or said.ordinal is not None or said.price_max is not None:
        return False
    if said.categories and not is_sure:
        return False
    asked = (*said.details, *(("material",) if said.materials else ()))
    return product is None or not any(recorded(product, detail) for detail in asked)


def _is_recorded(shop: Shop, intent: str) -> bool:
    """Whether the settings answer an intent already."""
    by_intent: Mapping[str, bool] = {
        "shipping": shop.shipping_flat is not None,
        "payment_methods": bool(shop.payment_methods),
        "store_info": bool(shop.hours or shop.address),
        "return_exchange": shop.return_days is not None,
        "discount": True,
    }
    return by_intent.get(intent, False)
