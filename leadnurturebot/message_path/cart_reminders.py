"""The reminders of a cart: planning, moving and ending them, with the one timer that rings for them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.follow_up import STEPS
from leadnurturebot.message_path import timers
from leadnurturebot.message_path.timers import TimerRow
from leadnurturebot.nurture.batch import CartLeft, cancel_planned, plan_reminders
from leadnurturebot.platform.sql import Connection

CART_REMINDER = "cart_reminder"
FIRST_STEP = min(STEPS.values())


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
