"""The shop's rules: shipping, ways to pay, returns."""

from leadnurturebot.domain.country_words import country_in
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.cart_sheet import free_shipping_gap, totals_of
from leadnurturebot.domain.dialogue.draft import HINT, QUESTION, Draft
from leadnurturebot.domain.dialogue.pay_words import named_but_missing
from leadnurturebot.domain.dialogue.reply import Span, Term
from leadnurturebot.domain.dialogue.request import Request


def shipping(draft: Draft, request: Request) -> None:
    """What is asked first: whether it goes there, how long, what it costs for this cart; no date is promised."""
    shop, cues = draft.turn.shop, request.cues
    draft.fact("rule", "shipping", f"{shop.shipping_flat} free from {shop.shipping_free_from}")
    if "by_a_date" in cues:
        _no_promise(draft)
        return
    is_sent = _say_country(draft, country_in(request.text))
    if not is_sent:
        return
    if draft.cart_at is not None:
        # The cart's new state stands in the same message, with its shipping and the days.
        return
    if "how_long" not in cues or "how_much" in cues or shop.shipping_days is None:
        _say_cost(draft)
    if shop.shipping_days is not None:
        draft.say("shipping.days", days=Span(*shop.shipping_days))
    cart_steps(draft)


def _no_promise(draft: Draft) -> None:
    days = draft.turn.shop.shipping_days
    if days is not None:
        draft.say("shipping.no_promise", days=Span(*days))
    else:
        draft.say("shipping.no_promise_unknown")
    draft.buttons(QUESTION, choices.ask_team(None, "date"), choices.pay_amount(draft) if draft.cart else None)


def _say_country(draft: Draft, country: str) -> bool:
    """Whether the shop sends to the country named; False when it does not."""
    ships_to = draft.turn.shop.ships_to
    if not country:
        return True
    if not ships_to:
        draft.say("shipping.country_unknown", country=Term("country", country))
    elif country in ships_to:
        draft.say("shipping.country_yes", country=Term("country", country))
    else:
        countries = tuple(Term("country", code) for code in ships_to)
        draft.say("shipping.country_no", country=Term("country", country), countries=countries)
        return False
    return True


def _say_cost(draft: Draft) -> None:
    shop = draft.turn.shop
    if draft.cart and (cost := totals_of(draft, draft.cart).shipping) is not None:
        draft.say("shipping.cart_free" if cost == 0 else "shipping.cart", cost=draft.money(cost))
    elif shop.shipping_flat is not None:
        draft.say("shipping.flat", cost=draft.money(shop.shipping_flat))
    else:
        draft.say("shipping.unknown")
    gap = free_shipping_gap(draft)
    if shop.shipping_free_from is not None and gap:
        draft.say("shipping.free_gap", limit=draft.money(shop.shipping_free_from), gap=draft.money(gap))
    elif shop.shipping_free_from is not None and totals_of(draft, draft.cart).goods < shop.shipping_free_from:
        draft.say("shipping.free_from", limit=draft.money(shop.shipping_free_from))


def cart_steps(draft: Draft) -> None:
    """The next step of somebody who has something in the cart."""
    if draft.cart:
        draft.buttons(HINT, choices.pay_amount(draft), choices.keep_looking())


def payment_methods(draft: Draft, request: Request) -> None:
    """The ones really connected, and that card data never enters the chat."""
    methods = tuple(Term("payment_method", method) for method in draft.turn.shop.payment_methods)
    draft.fact("rule", "payment methods", ", ".join(draft.turn.shop.payment_methods))
    if not methods:
        draft.say("payment.none")
        return
    if missing := named_but_missing(request.text, draft.turn.shop.payment_methods):
        draft.say("payment.not_these", names=missing, count=len(missing))
    draft.say("payment.methods", methods=methods)
    _say_cash_rules(draft)
    if choices.pay_methods(draft):
        draft.say("payment.safe")
    if draft.cart and choices.takes_cash(draft):
        page = choices.pay_amount(draft) if choices.pay_methods(draft) else None
        draft.buttons(HINT, page, choices.pay_cash(), choices.keep_looking())
    else:
        cart_steps(draft)


def _say_cash_rules(draft: Draft) -> None:
    shop = draft.turn.shop
    if choices.CASH_ON_DELIVERY not in shop.payment_methods:
        return
    if shop.cash_fee:
        draft.say("pay.cash_fee", fee=draft.money(shop.cash_fee))
    if shop.cash_limit is not None:
        draft.say("pay.cash_limit", limit=draft.money(shop.cash_limit))


def returns_rule(draft: Draft) -> bool:
    """Say the return rule in a line; False when none is recorded."""
    shop = draft.turn.shop
    if shop.return_days is None:
        draft.say("returns.unknown")
        return False
    key = "returns.rule_exchange_free" if shop.exchange_free else "returns.rule"
    draft.say(key, days=shop.return_days)
    draft.fact("rule", "returns", str(shop.return_days))
    return True
