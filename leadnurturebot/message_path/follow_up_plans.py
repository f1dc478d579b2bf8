"""Reminders planned, moved or ended by what a turn did to the cart."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.follow_up import STEPS
from leadnurturebot.message_path import timers
from leadnurturebot.message_path.deciding import Thought
from leadnurturebot.message_path.timers import TimerRow
from leadnurturebot.message_path.visits import Times
from leadnurturebot.nurture.batch import CartLeft, cancel_planned, plan_reminders
from leadnurturebot.platform.sql import Connection

CART_REMINDER = "cart_reminder"
FIRST_STEP = min(STEPS.values())


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


def plan(connection: Connection, carts: Sequence[CartLeft]) -> None:
    """Plan the sequence of each cart from its last change."""
    plan_reminders(connection, carts)
    timers.set_many(connection, [reminder_timer(cart, cart.at + FIRST_STEP) for cart in carts])


def reminder_timer(cart: CartLeft, due_at: datetime) -> TimerRow:
    """The one timer of a cart's reminders."""
    return TimerRow(
        shop_id=cart.shop_id, kind=CART_REMINDER, purpose_key=str(cart.thread_id), due_at=due_at,
        lead_id=cart.lead_id, thread_id=cart.thread_id, data={"cart_changed_at": cart.at},
    )  # fmt: skip


def end(connection: Connection, threads: Sequence[tuple[UUID, UUID, str]], *, now: datetime) -> None:
    """End the sequences of (shop, thread, reason), also those on their way."""
    cancel_planned(connection, threads, now=now)
    timers.cancel(connection, CART_REMINDER, [(shop_id, str(thread_id)) for shop_id, thread_id, _ in threads])
