"""Orders already placed: where they are, taking one back, exchange and return."""

from zoneinfo import ZoneInfo

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import ID_MAX, build
from leadnurturebot.domain.dialogue.decision import CancelOrder, OrderCancelled
from leadnurturebot.domain.dialogue.draft import HINT, PRODUCT, QUESTION, Draft, Shape
from leadnurturebot.domain.dialogue.reply import Choice, Phrase, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.handoff import complaint as say_complaint
from leadnurturebot.domain.dialogue.skills.handoff import hand_over
from leadnurturebot.domain.dialogue.skills.returns import IN_HAND, begin, is_known
from leadnurturebot.domain.dialogue.skills.shipping import shipping
from leadnurturebot.domain.dialogue.skills.shop_facts import returns_rule
from leadnurturebot.domain.dialogue.turn import Order
from leadnurturebot.domain.dialogue.words.return_reasons import reason_said, wanted_said
from leadnurturebot.domain.order_states import CANCELLABLE_BY_CUSTOMER

_RETURNABLE = frozenset({"shipped", "delivered"})


def status(draft: Draft, request: Request) -> None:
    """Status in plain words, since when, the tracking link, the carrier's date when it has one."""
    order = _order_meant(draft, request)
    if order is None and _asks_about_delivery(draft, request):
        shipping(draft, request)
        return
    if "late_anger" in request.cues:
        draft.say("order.sorry_late")
    if order is None:
        _ask_number(draft, request, "order_status")
        return
    since = order.state_since.astimezone(ZoneInfo(draft.turn.shop.timezone)).date()
    draft.fact("order", order.number, order.state)
    draft.say(f"order.{order.state}", number=order.number, since=since)
    if order.state == "shipped" and order.carrier:
        draft.say("order.carrier", carrier=order.carrier)
    if order.expected_date is not None and order.state in ("shipped", "packed", "paid", "confirmed"):
        draft.say("order.expected", date=order.expected_date)
    if order.state == "shipped" and order.tracking_number:
        draft.say("order.tracking_number", tracking=order.tracking_number)
    if order.tracking_url:
        draft.claim(Shape(weight=PRODUCT, link=(Phrase("button.track"), order.tracking_url)))


def _asks_about_delivery(draft: Draft, request: Request) -> bool:
    """ "When will it arrive?" of somebody who looks at goods and has no order yet asks how long it takes."""
    is_looking = bool(draft.cart or draft.focus or draft.turn.state.shown)
    is_of_order = bool(request.entities.order_number) or {"order_named", "late_anger"} & set(request.cues)
    return is_looking and not draft.facts.orders and not is_of_order and "how_long" in request.cues


def _order_meant(draft: Draft, request: Request) -> Order | None:
    """The order named, else the newest; a number that is not this customer's finds nothing."""
    named = request.entities.order_number.casefold().lstrip("#")
    if not named:
        return next(iter(draft.facts.orders), None)
    return next((order for order in draft.facts.orders if order.number.casefold().lstrip("#") == named), None)


def _ask_number(draft: Draft, request: Request, then: str) -> None:
    number = request.entities.order_number
    if number and draft.turn.state.question and draft.turn.state.question.kind == "order_number":
        draft.say("order.still_not_found", number=number)
        draft.buttons(QUESTION, choices.person())
        return
    if not number and draft.has_said("order.none", "order.still_not_found", "order.not_found"):
        draft.say("order.none_again")
        draft.buttons(QUESTION, choices.person())
        return
    draft.say("order.not_found" if number else "order.none", number=number)
    draft.ask("order_number", then=then)


def cancel(draft: Draft, request: Request) -> None:
    """Whether it is still possible; a paid order is asked about once, an unpaid one simply ends."""
    order = _order_meant(draft, request)
    if order is None:
        _ask_number(draft, request, "cancel_order")
        return
    if order.state not in CANCELLABLE_BY_CUSTOMER:
        _too_late(draft, order)
        return
    action = _order_action("drop", order)
    draft.say("cancel.confirm", number=order.number, total=draft.money(order.total), lines=order.lines)
    draft.ask("offer", yes=action, no=build("no"))
    draft.buttons(QUESTION, choices.choice(action, "cancel_order"), choices.choice(build("no"), "keep_order"))


def _order_action(verb: str, order: Order) -> str:
    """The action of an order; a number too long for an id falls back to the newest order."""
    number = order.number.lstrip("#")
    return build(verb, argument=number if len(f"{verb}:{number}") <= ID_MAX else "")


def _too_late(draft: Draft, order: Order) -> None:
    draft.fact("order", order.number, order.state)
    if order.state in ("cancelled", "refunded", "expired"):
        draft.say("cancel.already", number=order.number)
        return
    draft.say("cancel.too_late", number=order.number, state=Term("order_state", order.state))
    returns_rule(draft)
    draft.buttons(QUESTION, choices.choice(_order_action("return", order), "send_back"), choices.person())


def cancel_confirmed(draft: Draft, request: Request) -> None:
    """[Cancel the order]: done, or why it is too late by now."""
    order = _order_meant(draft, request)
    if order is None:
        _ask_number(draft, request, "cancel_order")
        return
    outcome = draft.attempt(CancelOrder(order_id=order.id))
    if not isinstance(outcome, OrderCancelled):
        return
    draft.fact("order", outcome.number, outcome.state)
    if outcome.done:
        draft.say("cancel.done_paid" if order.state == "paid" and order.total else "cancel.done", number=outcome.number)
    else:
        _too_late(draft, order)


def return_rule(draft: Draft, request: Request) -> None:
    """The rule in one line, and nothing started."""
    returns_rule(draft)


def returns(draft: Draft, request: Request) -> None:
    """The rule in one line, exchange first when the size was the reason, then the order meant or its number."""
    order, cues = _order_meant(draft, request), request.cues
    if order is None and request.entities.order_number:
        _ask_number(draft, request, "return_exchange")
        return
    if "refund_when" in cues:
        draft.say("returns.refund_unknown")
        draft.buttons(QUESTION, choices.ask_team(None, "refund"))
        return
    if order is not None and _is_settled_here(draft, request):
        held = _held(draft, request) or order
        begin(draft, request, held)
        return
    has_rule = _say_rule(draft, request)
    if not has_rule:
        draft.buttons(HINT, choices.person())
    elif order is not None and order.state in _RETURNABLE:
        draft.say("returns.which", number=order.number, lines=order.lines)
        draft.buttons(QUESTION, *_return_buttons(order, is_size="too_tight" in cues))
    elif order is None and ({"wants_return", "too_tight"} & set(cues)) and "asking" not in cues:
        draft.say("returns.need_number")
        draft.ask("order_number", then="return_exchange")


def _held(draft: Draft, request: Request) -> Order | None:
    """The order named, else the newest that the customer holds: nobody sends back what has not come."""
    if request.entities.order_number:
        return _order_meant(draft, request)
    return next((order for order in draft.facts.orders if order.state in IN_HAND and order.items), None)


def _is_settled_here(draft: Draft, request: Request) -> bool:
    """Asked to send back rather than whether one may: the lines are known, and the reason or the wish was said. Who says
    that it is too small has it on, also when asking for a bigger one; "if it is too small" asks for the rule."""
    held, cues = _held(draft, request), set(request.cues)
    is_worn = "came_tight" in cues and "conditional" not in cues
    is_wish = (
        bool({"wants_return", "too_tight"} & cues) or bool(wanted_said(request.text)) or request.action is not None
    )
    return is_known(held) and (is_worn or (is_wish and "asking" not in cues))


def _say_rule(draft: Draft, request: Request) -> bool:
    """Exchange first when the size was the reason and the rule was told; else the rule."""
    is_size, shop = "too_tight" in request.cues and "asking" not in request.cues, draft.turn.shop
    if is_size and shop.exchange_free and shop.return_days is not None:
        draft.say("returns.size_exchange")
        draft.fact("rule", "returns", str(shop.return_days))
        return True
    return returns_rule(draft)


def return_started(draft: Draft, request: Request) -> None:
    """[Start the return] [Exchange the size]: noted, and a person sends the label."""
    order = _order_meant(draft, request)
    if order is None:
        returns(draft, request)
        return
    is_exchange = request.action is not None and request.action.verb == "exch"
    held = _held(draft, request) or order
    if is_known(held):
        begin(draft, request, held, is_size=is_exchange)
        return
    key = "returns.exchange_started" if is_exchange else "returns.started"
    hand_over(draft, "promise_needed", key, f"{'exchange' if is_exchange else 'return'} {order.number}")


def complaint(draft: Draft, request: Request) -> None:
    """Something broken or wrong of an order on record: exchange or money back at once; anything else goes to a person."""
    held = _held(draft, request)
    if held is not None and is_known(held) and reason_said(request.text) in ("damaged", "wrong_item"):
        begin(draft, request, held)
    else:
        say_complaint(draft, request)


def _return_buttons(order: Order, *, is_size: bool) -> list[Choice | None]:
    send_back = choices.choice(_order_action("return", order), "start_return")
    exchange = choices.choice(_order_action("exch", order), "exchange") if is_size else None
    return [exchange, send_back, choices.person()]
