"""An order that was not paid in time: said to who comes back to pay, before anything is ordered anew."""

from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.turn import Order


def tell(draft: Draft) -> None:
    """That the pieces are no longer set aside, or that the order has ended; once. The cart is as it was."""
    newest = next(iter(draft.facts.orders), None)
    if newest is None or not draft.turn.cart:
        return
    if newest.state == "expired" and not draft.has_said("unpaid.ended"):
        draft.say("unpaid.ended", number=newest.number)
        draft.fact("order", newest.number, newest.state)
    elif _is_released(draft, newest) and not draft.has_said("unpaid.released"):
        draft.say("unpaid.released", number=newest.number)
        draft.fact("order", newest.number, "hold over")


def _is_released(draft: Draft, order: Order) -> bool:
    """The payment page was opened, and the time for which it sets the pieces aside is over."""
    is_over = order.held_until is not None and order.held_until <= draft.turn.now
    return order.state == "awaiting_payment" and is_over
