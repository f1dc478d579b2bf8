"""From the cart to the payment link. The total is computed now; what changed is said before anything is ordered."""

from leadnurturebot.domain.addresses import read_address
from leadnurturebot.domain.dialogue import choices, delivery, unpaid
from leadnurturebot.domain.dialogue.actions import build
from leadnurturebot.domain.dialogue.cart_sheet import (
    coupon_phrases,
    discount_on,
    line_item,
    lines,
    noted_code,
    sheet,
    tax_phrases,
    total,
    totals_of,
    way_phrases,
)
from leadnurturebot.domain.dialogue.decision import OrderPlaced, OrderRefused, PlaceOrder
from leadnurturebot.domain.dialogue.destination import destination, known_address
from leadnurturebot.domain.dialogue.draft import CART, LINK, Draft, Shape
from leadnurturebot.domain.dialogue.reply import Phrase, Picture, Span, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.cart import view as view_cart
from leadnurturebot.domain.dialogue.skills.cash_rules import say_above_limit, say_cash_fee
from leadnurturebot.domain.dialogue.skills.handoff import hand_over
from leadnurturebot.domain.dialogue.skills.order_refused import changed_since, say_refused
from leadnurturebot.domain.dialogue.skills.shipping_ways import (
    has_choice,
    is_settled,
    offer_ways,
    said_ways,
    say_not_shipped,
)


def checkout(draft: Draft, request: Request) -> None:
    """Typed "I'll take it": straight to the link while there is one way to pay, else the choice of it."""
    if _is_choice_open(draft):
        return
    has_choice = bool(choices.pay_methods(draft)) and choices.takes_cash(draft)
    if not has_choice or not draft.cart:
        pay(draft, request)
        return
    unpaid.tell(draft)
    if changed_since(draft) or _needs_person(draft, request):
        return
    if destination(draft).zone is None:
        say_not_shipped(draft, "")
        return
    draft.say_parts += sheet(draft) if draft.cart_at is None else []
    draft.say("pay.how", methods=tuple(Term("payment_method", method) for method in draft.turn.shop.payment_methods))
    draft.ask("payment")
    say_cash_fee(draft)
    delivery.invite(draft)
    draft.buttons(CART, choices.pay_amount(draft), choices.pay_cash(), choices.keep_looking())


def _is_choice_open(draft: Draft) -> bool:
    """Whether the colour or size of what is to be bought was just asked in this reply."""
    return draft.question is not None and draft.question.about.get("then") == "add"


def pay(draft: Draft, request: Request) -> None:
    """[Pay now]: order the whole cart at the total just computed, and hand out the link."""
    if _is_choice_open(draft):
        draft.state_changes["payment_method"] = _method(draft, request)
        return
    if not draft.cart:
        if "sold_out_variant" not in draft.state_changes:
            view_cart(draft, request)
        return
    unpaid.tell(draft)
    if changed_since(draft) or _needs_person(draft, request):
        return
    method = _method(draft, request)
    if draft.cart_at is not None and method != choices.CASH_ON_DELIVERY:
        # The cart changed in this very turn: its new total is shown before it is ordered.
        draft.buttons(CART, choices.pay_amount(draft), choices.change_cart(), choices.keep_looking())
        return
    if not method:
        draft.say("pay.no_method")
        draft.buttons(CART, choices.person(), choices.keep_looking())
        return
    if method == choices.CASH_ON_DELIVERY:
        if choices.takes_cash(draft):
            _cash(draft)
        else:
            say_above_limit(draft)
        return
    go_on(draft, method)


def go_on(draft: Draft, method: str) -> None:
    """Order by this method once it is settled where and how the goods go."""
    if is_settled(draft, method):
        _order(draft, method, delivery.parcel(draft))


def _method(draft: Draft, request: Request) -> str:
    """The method tapped while it is still connected, else the first of the payment page."""
    tapped = request.action.argument if request.action and request.action.verb == "pay" else ""
    connected = draft.turn.shop.payment_methods
    return tapped if tapped in connected else next(iter((*choices.pay_methods(draft), *connected)), "")


def _cash_total(draft: Draft) -> int:
    """What is paid at the door."""
    return totals_of(draft, draft.cart, fee=draft.turn.shop.cash_fee).total


def _order(draft: Draft, method: str, address: str = "") -> None:
    is_cash = method == choices.CASH_ON_DELIVERY
    expected = _cash_total(draft) if is_cash else total(draft, draft.cart)
    code = noted_code(draft) if discount_on(draft, draft.cart) else ""
    goes = destination(draft)
    outcome = draft.attempt(
        PlaceOrder(
            payment_method=method, expected_total=expected, address=address, coupon=code, place=goes.place,
            option=goes.option.code,
        )
    )  # fmt: skip
    if isinstance(outcome, OrderPlaced):
        draft.state_changes["payment_method"] = method
        _say_placed(draft, outcome, method)
    elif isinstance(outcome, OrderRefused):
        say_refused(draft, outcome)


def _say_placed(draft: Draft, placed: OrderPlaced, method: str) -> None:
    draft.fact("total", placed.number, str(placed.total))
    draft.fact("order", placed.number, "placed")
    if not placed.pay_url:
        _say_cash_order(draft, placed)
        return
    first = draft.cart[0]
    draft.picture = Picture(first.product_id, first.color)
    _say_summary(draft, placed)
    delivery.say_page(draft, method)
    if choices.takes_cash(draft):
        draft.say("line.pay.cash_possible")
    label = Phrase("button.pay_amount", {"total": draft.money(placed.total)})
    draft.claim(Shape(weight=LINK, link=(label, placed.pay_url)))


def _say_summary(draft: Draft, placed: OrderPlaced) -> None:
    """The link's message is the order's summary."""
    amounts = {"total": draft.money(placed.total), "shipping": draft.money(placed.shipping)}
    kind = "free" if placed.shipping == 0 else "cost"
    tax = tax_phrases(draft, totals_of(draft, draft.cart), is_order=True)
    is_plain = not placed.discount and not tax and not way_phrases(draft)
    if len(draft.cart) == 1 and draft.cart[0].quantity == 1 and is_plain:
        name, *chosen = line_item(draft.turn, draft.cart[0])
        price = draft.money(placed.subtotal)
        suffix = "chosen" if chosen else "plain"
        draft.say(f"pay.one_{kind}_{suffix}", product=name, choice=tuple(chosen), price=price, **amounts)
        return
    draft.say_parts += [
        *lines(draft.turn, draft.cart, "pay.summary"), *coupon_phrases(draft), *way_phrases(draft), *tax,
    ]  # fmt: skip
    draft.say(f"line.pay.total_{kind}", **amounts)


def _say_cash_order(draft: Draft, placed: OrderPlaced) -> None:
    draft.say("pay.cash_placed", number=placed.number, total=draft.money(placed.total))
    if days := destination(draft).option.days:
        draft.say("pay.cash_days", days=Span(*days))
    delivery.after_order(draft)


def _needs_person(draft: Draft, request: Request) -> bool:
    """Above the value the shop set, a person closes the order."""
    limit = draft.turn.shop.handoff_value
    if limit is None or total(draft, draft.cart) <= limit:
        return False
    hand_over(draft, "high_value", "handoff.high_value", request.text)
    return True


def _cash(draft: Draft) -> None:
    """Cash on delivery needs an address first; a known one is confirmed."""
    if address := known_address(draft):
        _confirm_address(draft, address)
    else:
        delivery.ask_where(draft, choices.CASH_ON_DELIVERY)


def _confirm_address(draft: Draft, address: str) -> None:
    if destination(draft).zone is None:
        say_not_shipped(draft, choices.CASH_ON_DELIVERY)
        return
    sums = totals_of(draft, draft.cart, fee=draft.turn.shop.cash_fee)
    shipping, amount = sums.shipping, draft.money(sums.total)
    draft.say_parts += [
        *lines(draft.turn, draft.cart, "pay.summary"), *coupon_phrases(draft), *way_phrases(draft),
        *tax_phrases(draft, sums, is_order=True),
    ]  # fmt: skip
    if draft.turn.shop.cash_fee:
        draft.say("line.pay.cash_fee", fee=draft.money(draft.turn.shop.cash_fee))
    draft.say("line.pay.cash_total" if shipping is not None else "line.cart.total_before_shipping", total=amount)
    if has_choice(draft):
        first, *others = said_ways(draft, destination(draft).options)
        draft.say("shipping.first_way", first=first, others=tuple(others))
    read_back, other = delivery.confirmation(draft, address)
    draft.say_parts.append(read_back)
    draft.state_changes["payment_method"] = choices.CASH_ON_DELIVERY
    if has_choice(draft):
        offer_ways(draft, choices.CASH_ON_DELIVERY, confirms=True, last=other)
        return
    draft.ask("offer", yes=build("place"), no=build("addr"))
    draft.buttons(CART, choices.choice(build("place"), "confirm"), other)


def address_given(draft: Draft, request: Request) -> None:
    """The address that was asked for: kept, read back, to be confirmed. What is missing is asked for once, in one question;
    after that it stands as given, since some places have no postcode or no number."""
    about = request.question.about if request.question else {}
    before, said = str(about.get("partial", "")), " ".join(request.text.split())
    parts = (said, before) if about.get("missing") == "street" else (before, said)
    address = ", ".join(part for part in parts if part)
    missing = read_address(address, (draft.turn.customer.country, draft.turn.shop.country)).missing
    method = str(about.get("method", choices.CASH_ON_DELIVERY))
    if missing and not (before or about.get("placed")):
        _ask_rest(draft, address, missing, method)
        return
    delivery.take(draft, address)
    if not draft.cart:
        draft.say("cart.empty")
    elif destination(draft).zone is None:
        say_not_shipped(draft, method)
    elif not method:
        checkout(draft, request)
    elif method == choices.CASH_ON_DELIVERY:
        _confirm_address(draft, address)
    elif not changed_since(draft):
        go_on(draft, method)


def _ask_rest(draft: Draft, address: str, missing: tuple[str, ...], method: str) -> None:
    """One question for all that is missing."""
    first = missing[0]
    draft.say("pay.address_rest" if missing == ("city", "postcode") else f"pay.address_{first}", address=address)
    kind = first if len(missing) == 1 or first == "street" else "rest"
    draft.ask("address", method=method, partial=address, missing=kind)
    draft.address_wanted = True


def payment_trouble(draft: Draft, request: Request) -> None:
    """A payment that did not go through: the cart is kept and can be paid anew; without one the team looks."""
    if not draft.cart:
        hand_over(draft, "complaint", "pay.trouble_team", request.text)
        return
    draft.say("pay.trouble")
    cash = choices.pay_cash() if choices.takes_cash(draft) else None
    draft.buttons(CART, choices.pay_amount(draft), cash, choices.person())


def address_offered(draft: Draft, request: Request) -> None:
    """An address sent before it was asked for: kept for cash on delivery; the payment page asks for it itself."""
    if not (choices.takes_cash(draft) or draft.turn.shop.goes_by_place):
        draft.say("pay.address_on_page")
        return
    address = " ".join(request.text.split())
    draft.customer["address"] = address
    draft.say("pay.address_noted", address=address)


def place(draft: Draft, request: Request) -> None:
    """[Confirm] of a cash-on-delivery order."""
    address = known_address(draft)
    if not draft.cart or not address:
        pay(draft, request)
    elif has_choice(draft) or destination(draft).zone is None:
        # The rules changed since it was to be confirmed.
        _confirm_address(draft, address)
    elif not changed_since(draft):
        _order(draft, choices.CASH_ON_DELIVERY, delivery.parcel(draft))


def new_address(draft: Draft, request: Request) -> None:
    """[Change address], or asked for in words."""
    if request.kind != "tap" and (not draft.cart or "asking" in request.cues):
        draft.say("pay.address_any")
        return
    page = next(iter(choices.pay_methods(draft)), "")
    if not (choices.takes_cash(draft) or draft.turn.shop.goes_by_place or (known_address(draft) and page)):
        draft.say("pay.address_on_page")
        return
    # Where the total goes by the address it is asked for before how to pay.
    unchosen = choices.CASH_ON_DELIVERY if choices.takes_cash(draft) else page
    unchosen = "" if draft.turn.shop.goes_by_place else unchosen
    method = choices.CASH_ON_DELIVERY if _is_read_back(draft) else draft.turn.state.payment_method or unchosen
    delivery.ask_anew(draft, method)


def _is_read_back(draft: Draft) -> bool:
    """Whether the address of a cash order waits for its yes: another way to pay was given up before."""
    question = draft.turn.state.question
    return question is not None and question.kind == "offer" and question.about.get("yes") == build("place")
