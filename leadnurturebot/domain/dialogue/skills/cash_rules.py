"""What the shop set for cash on delivery: its fee, and up to which amount it is taken."""

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.draft import CART, Draft


def say_cash_fee(draft: Draft) -> None:
    """What cash on delivery adds, where it adds something."""
    if fee := draft.turn.shop.cash_fee:
        draft.fact("rule", "cash on delivery fee", str(fee))
        draft.say("pay.cash_fee", fee=draft.money(fee))


def say_above_limit(draft: Draft) -> None:
    """Cash is taken up to an amount; the payment page takes any."""
    limit = draft.turn.shop.cash_limit or 0
    draft.fact("rule", "cash on delivery limit", str(limit))
    draft.say("pay.cash_limit", limit=draft.money(limit))
    page = choices.pay_amount(draft) if choices.pay_methods(draft) else None
    draft.buttons(CART, page, choices.change_cart(), choices.person())
