"""Ways of shipping as they are said and offered, and what stands between a cart and being sent at all."""

from collections.abc import Sequence

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_sheet import totals_by
from leadnurturebot.domain.dialogue.destination import destination, option_name, place_name
from leadnurturebot.domain.dialogue.draft import CART, Draft, Shape
from leadnurturebot.domain.dialogue.reply import BUTTONS_MAX, ROWS_MAX, Choice, Phrase, Span, Value
from leadnurturebot.domain.shipping import ShippingOption

FREE = Phrase("shipping.free_word")


def is_settled(draft: Draft, method: str) -> bool:
    """Whether it is known where and how it goes; what is missing is asked for, one thing at a time."""
    goes = destination(draft)
    if goes.zone is None:
        say_not_shipped(draft, method)
    elif goes.needs_address:
        draft.say("pay.address_for_total")
        draft.ask("address", method=method)
        draft.address_wanted = True
    elif has_choice(draft):
        _ask_way(draft, method)
    else:
        return True
    return False


def has_choice(draft: Draft) -> bool:
    """Whether several ways lead to an address that is known, and none was chosen yet."""
    goes = destination(draft)
    return bool(goes.address) and len(goes.options) > 1 and not goes.is_chosen


def say_not_shipped(draft: Draft, method: str) -> None:
    """The address is where the shop does not ship: said plainly, and nothing is ordered. `method`: how it was to be paid."""
    goes = destination(draft)
    if method:
        draft.state_changes["payment_method"] = method
    draft.fact("rule", "shipping", f"no zone for {goes.place.country} {goes.place.postcode}".rstrip())
    draft.say("pay.not_shipped", place=place_name(goes.place))
    draft.buttons(CART, choices.choice(build("addr"), "change_address"), choices.person(), choices.keep_looking())


def _ask_way(draft: Draft, method: str) -> None:
    draft.say("shipping.which_way", ways=said_ways(draft, destination(draft).options))
    offer_ways(draft, method)


def offer_ways(draft: Draft, method: str, *, confirms: bool = False, last: Choice | None = None) -> None:
    """A button for each way, or a list of more than fit; choosing one orders. `confirms`: the first one is what the
    summary above says, and its button confirms it. `last` stands behind them."""
    options = destination(draft).options
    codes = [option.code for option in options]
    draft.ask("shipping_way", method=method, ways=codes)
    draft.state_changes["payment_method"] = method
    if len(options) + bool(last) <= BUTTONS_MAX:
        first = [choices.choice(_action(draft, options[0], method), "confirm")] if confirms else []
        rest = [_button(draft, option, method) for option in options[len(first) :]]
        draft.buttons(CART, *first, *rest, last)
        return
    rows = [_row(draft, option, method) for option in options[: ROWS_MAX - 1]]
    draft.claim(Shape(weight=CART, rows=(*rows, last) if last else tuple(rows)))


def _action(draft: Draft, option: ShippingOption, method: str) -> str:
    """Orders by this way at the total that it comes to now."""
    return build("send", argument=f"{option.code}.{total_by(draft, option, method)}")


def total_by(draft: Draft, option: ShippingOption, method: str) -> int:
    """What is paid when it is sent this way."""
    fee = draft.turn.shop.cash_fee if method == choices.CASH_ON_DELIVERY else 0
    return totals_by(draft, draft.cart, option, fee=fee).total


def _cost(draft: Draft, option: ShippingOption) -> Value:
    shipping = totals_by(draft, draft.cart, option).shipping if draft.cart else option.flat
    return draft.money(shipping) if shipping else FREE


def _button(draft: Draft, option: ShippingOption, method: str) -> Choice:
    label = {"option": option_name(option), "cost": _cost(draft, option)}
    return choices.choice(_action(draft, option, method), "way", **label)


def _row(draft: Draft, option: ShippingOption, method: str) -> Choice:
    label = Phrase("button.choice", {"choice": (option_name(option),)})
    return Choice(_action(draft, option, method), label, hint=_said_cost(draft, option))


def _said_cost(draft: Draft, option: ShippingOption) -> Phrase:
    if option.days is None:
        return Phrase("shipping.way_cost", {"cost": _cost(draft, option)})
    return Phrase("shipping.way_cost_days", {"cost": _cost(draft, option), "days": Span(*option.days)})


def said_ways(draft: Draft, options: Sequence[ShippingOption]) -> tuple[Phrase, ...]:
    """Every way with its cost for this cart, and its days."""
    return tuple(
        Phrase("shipping.way", {"option": option_name(option), "told": _said_cost(draft, option)}) for option in options
    )
