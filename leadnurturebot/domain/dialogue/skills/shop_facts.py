"""The shop's rules: ways to pay, returns."""

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import HINT, Draft
from leadnurturebot.domain.dialogue.pay_words import named_but_missing
from leadnurturebot.domain.dialogue.reply import Term
from leadnurturebot.domain.dialogue.request import Request


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
