"""Taps on our buttons, rows and cards as requests. An old button still works: everything is looked up anew."""

from dataclasses import replace

from leadnurturebot.domain.catalogue import Product, Variant
from leadnurturebot.domain.dialogue.actions import Action, parse
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.turn import Turn
from leadnurturebot.domain.dialogue.understanding import INTENTS, Entities

_ROUTES = {
    "add": "add_to_cart",
    "see": "product",
    "size": "size_help",
    "chart": "size_chart",
    "nofig": "no_figures",
    "sim": "similar",
    "with": "with_detail",
    "cheap": "cheaper",
    "pay": "pay",
    "cart": "view_cart",
    "edit": "edit_cart",
    "line": "edit_line",
    "qty": "set_quantity",
    "swap": "swap_line",
    "look": "keep_looking",
    "save": "save_for_later",
    "tell": "restock_wanted",
    "ask": "ask_team",
    "human": "human_agent",
    "ticket": "complaint",
    "tok": "ticket_solved",
    "tno": "ticket_not_solved",
    "erase": "erase_confirmed",
    "lang": "change_language",
    "kind": "browse",
    "any": "recommendation",
    "order": "order_status",
    "cancel": "cancel_order",
    "drop": "cancel_confirmed",
    "back": "return_exchange",
    "return": "return_started",
    "exch": "return_started",
    "ret": "return_item",
    "why": "return_reason",
    "xch": "return_exchanged",
    "give": "return_refunded",
    "broken": "complaint",
    "fit": "fit_told",
    "place": "place_order",
    "send": "way_chosen",
    "keep": "keep_address",
    "again": "cart_put_back",
    "addr": "new_address",
    "no": "declined",
    "undo": "opt_in_confirmed",
}
_ABOUT_SIZE = frozenset({"size_help", "size_chart", "no_figures"})
VERBS = frozenset(_ROUTES) | {"do"}


def from_action(turn: Turn, action_id: str, *, text: str = "") -> Request:
    """The request of a tapped action; `gone` when the action or its product is no longer known."""
    action = parse(action_id)
    if action is None or action.verb not in VERBS:
        return Request(route="gone", kind="tap", text=text)
    if action.verb == "do":
        route = action.argument if action.argument in INTENTS else "gone"
        return Request(route=route, intent=route, kind="tap", action=action, text=text)
    request = Request(route=_ROUTES[action.verb], kind="tap", action=action, text=text, entities=_entities(action))
    if action.product_code is None and action.variant_code is None:
        return request
    product, variant = _goods(turn, action)
    if product is None:
        return replace(request, route="gone")
    return _about(turn, request, product, variant)


def _entities(action: Action) -> Entities:
    match action.verb:
        case "kind" if action.argument:
            return Entities(categories=(action.argument,))
        case "order" | "cancel" | "drop" | "back" | "return" | "exch" | "broken":
            return Entities(order_number=action.argument)
        case "ticket":
            return Entities(order_number=action.argument.partition(".")[2])
        case "lang":
            return Entities(language=action.argument)
        case "with" | "ask" if action.argument:
            return Entities(details=(action.argument,))
    return Entities()


def _goods(turn: Turn, action: Action) -> tuple[Product | None, Variant | None]:
    if action.variant_code is not None:
        found = turn.catalogue.variant_by_code(action.variant_code)
        return found if found is not None else (None, None)
    return (turn.catalogue.by_code(action.product_code), None) if action.product_code is not None else (None, None)


def _about(turn: Turn, request: Request, product: Product, variant: Variant | None) -> Request:
    quantity = None
    if request.action is not None and request.action.verb in ("add", "qty") and request.action.argument.isdecimal():
        quantity = int(request.action.argument)
    return replace(
        request,
        product=product,
        named=True,
        is_pick=request.route == "product",
        color=variant.color if variant else _color_looked_at(turn, request, product),
        size=variant.size if variant else "",
        quantity=quantity,
    )


def _color_looked_at(turn: Turn, request: Request, product: Product) -> str:
    """Help with the size stays with the colour that was looked at."""
    focus = turn.state.focus
    is_same = focus is not None and focus.product_id == product.id and request.route in _ABOUT_SIZE
    return focus.color if focus is not None and is_same else ""
