"""The way of shipping that was chosen: the order goes on with it."""

from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.destination import destination
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.cart import view as view_cart
from leadnurturebot.domain.dialogue.skills.checkout import go_on, pay
from leadnurturebot.domain.dialogue.skills.order_refused import changed_since
from leadnurturebot.domain.dialogue.skills.shipping_ways import total_by


def way_chosen(draft: Draft, request: Request) -> None:
    """A way was tapped or named: ordered by it, at the total that was shown. A way that is gone, or costs something else by
    now, is asked for anew."""
    if not draft.cart:
        view_cart(draft, request)
        return
    code, _, shown = (request.action.argument if request.action else "").partition(".")
    option = next((each for each in destination(draft).options if each.code == code), None)
    method = draft.turn.state.payment_method
    if option is None or (shown and int(shown) != total_by(draft, option, method)):
        draft.say("pay.ways_changed")
        pay(draft, request)
        return
    draft.state_changes["shipping_option"] = code
    draft.fact("rule", "shipping", f"{code} chosen")
    if changed_since(draft):
        return
    go_on(draft, method or choices.CASH_ON_DELIVERY)
