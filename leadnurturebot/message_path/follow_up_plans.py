"""Reminders planned, moved or ended by what a turn did to the cart."""

from collections.abc import Sequence

from leadnurturebot.message_path.cart_reminders import end, plan
from leadnurturebot.message_path.deciding import Thought
from leadnurturebot.message_path.visits import Times
from leadnurturebot.nurture.batch import CartLeft
from leadnurturebot.platform.sql import Connection


def after_turns(connection: Connection, thoughts: Sequence[Thought], times: Times) -> None:
    """Plan reminders for carts that changed, end them where the cart is empty or the customer said STOP."""
    left, ended = [], []
    for thought in thoughts:
        visit, decision = thought.visit, thought.decision
        if decision is None:
            continue
        if any(change.kind == "all" and not change.granted for change in decision.effects.consent):
            ended.append((visit.shop.id, visit.thread.id, "opted_out"))
        elif decision.effects.cart and visit.shop.settings.reminders:
            quantities = {line.variant_id: line.quantity for line in visit.cart.lines} if visit.cart else {}
            quantities |= {change.variant_id: change.quantity for change in decision.effects.cart}
            if any(count > 0 for count in quantities.values()):
                left.append(
                    CartLeft(shop_id=visit.shop.id, thread_id=visit.thread.id, lead_id=visit.lead.id, at=times.now)
                )
            else:
                ended.append((visit.shop.id, visit.thread.id, "cart_empty"))
    plan(connection, left)
    end(connection, ended, now=times.now)
