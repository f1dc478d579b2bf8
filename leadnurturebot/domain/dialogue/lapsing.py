"""A cart that lapsed: what of a turn is answered with it instead, and how it stays in mind beside a new one."""

from collections.abc import Sequence
from dataclasses import replace

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_sheet import line_item
from leadnurturebot.domain.dialogue.draft import CART, Draft, Shape
from leadnurturebot.domain.dialogue.reply import Choice
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.turn import Turn

_ABOUT_THE_CART = frozenset({
    "view_cart", "checkout", "pay", "place_order", "edit_cart", "edit_line", "set_quantity", "swap_line", "count_line",
    "split_line", "save_for_later", "what_if_removed",
})  # fmt: skip
OFFERED = "lapsed.put_away"


def with_lapsed(turn: Turn, requests: Sequence[Request]) -> tuple[Request, ...]:
    """The requests, with the lapsed cart offered again where the cart is meant, or somebody who was away says hello."""
    if not turn.lapsed or turn.cart:
        return tuple(requests)
    if any(request.route in _ABOUT_THE_CART for request in requests):
        return _offered_once(requests)
    alone = requests[0] if len(requests) == 1 else None
    is_hello = alone is not None and alone.route == "greeting" and alone.product is None and alone.ad is None
    if alone is None or not is_hello or OFFERED in (said.partition("#")[0] for said in turn.state.recent_replies):
        return tuple(requests)
    return replace(alone, kind="ad"), Request(route="cart_lapsed")


def _offered_once(requests: Sequence[Request]) -> tuple[Request, ...]:
    """The first request about the cart becomes the offer, the others with it."""
    first = next(request for request in requests if request.route in _ABOUT_THE_CART)
    return tuple(
        replace(request, route="cart_lapsed") if request is first else request
        for request in requests
        if request is first or request.route not in _ABOUT_THE_CART
    )


def keep_in_mind(draft: Draft) -> None:
    """A new cart is begun while an older one lapsed: what lay in it is named once, and can be taken too."""
    is_begun = draft.cart_at is not None and bool(draft.cart) and not draft.turn.cart
    left = [line for line in draft.turn.lapsed if line.available and not draft.quantity_in_cart(line.variant_id)]
    if not is_begun or not left or draft.dropped or draft.has_said("line.lapsed.too"):
        return
    items = tuple(name for line in left if isinstance(name := line_item(draft.turn, line)[0], str))
    draft.say_below("line.lapsed.too", items=tuple(dict.fromkeys(items)))
    if draft.question is None:
        draft.ask("offer", yes=take_too().action, no=build("no"))
    if draft.shape.weight <= CART and draft.shape.buttons:
        draft.shape = Shape(weight=draft.shape.weight, buttons=(*draft.shape.buttons[:2], take_too()))


def put_back() -> Choice:
    """[Put it back]"""
    return choices.choice(build("again", argument="yes"), "put_back")


def take_too() -> Choice:
    """[Take those too]"""
    return choices.choice(build("again", argument="yes"), "take_too")


def start_afresh() -> Choice:
    """[Start afresh]"""
    return choices.choice(build("again", argument="no"), "start_afresh")
