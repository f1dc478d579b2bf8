"""Timers that ring, and reminders of a cart that was left. Each is decided on the state of this moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import psycopg
import structlog

from leadnurturebot.domain.follow_up import STEPS, Due, Form, Held, Stop, Stops, form_of_reminder, next_step
from leadnurturebot.leads.batch import LeadRow
from leadnurturebot.leads.batch import load_many as load_leads
from leadnurturebot.message_path import failures, gate, timers
from leadnurturebot.message_path.cart_reminders import CART_REMINDER, end, reminder_timer
from leadnurturebot.message_path.erasing import ERASE_LEAD, ring_erasure
from leadnurturebot.message_path.fit_questions import FIT_QUESTION, ring_fit_question
from leadnurturebot.message_path.reminders import Reminding, send_reminder, template_for
from leadnurturebot.message_path.restock import RESTOCK, ring_restock
from leadnurturebot.message_path.timers import TimerRow
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.nurture.batch import CartLeft, Step, settle_step, steps_of
from leadnurturebot.orders.batch import CartRow, load_carts
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.batch import load_many as load_shops

AGAIN_AFTER = timedelta(minutes=10)
log = structlog.get_logger("timers")


def ring_due(connection: Connection, world: World, times: Times, *, limit: int = 100) -> int:
    """Handle due timers in the caller's transaction and return how many rang."""
    due = timers.claim(connection, now=times.now, kinds=list(HANDLERS), limit=limit)
    for timer in due:
        _ring(connection, world, timer, times)
    return len(due)


def _ring(connection: Connection, world: World, timer: TimerRow, times: Times) -> None:
    """One timer in a savepoint of its own: one that fails rings again later and keeps nobody else's waiting."""
    try:
        with connection.transaction():
            HANDLERS[timer.kind](connection, world, timer, times)
    except psycopg.OperationalError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever one timer does to us, the others ring
        log.error("timer failed", kind=timer.kind, purpose=timer.purpose_key, error=failures.place_of(error))
        timers.set_many(connection, [replace(timer, due_at=times.now + AGAIN_AFTER)])


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A cart whose timer rang, with all that decides what follows."""

    left: CartLeft
    lead: LeadRow
    gate: gate.GateRow
    cart: CartRow
    steps: list[Step]

    @property
    def over(self) -> list[str]:
        """Steps that were sent or left out for good."""
        return [step.step for step in self.steps if step.state in {"sent", "held", "skipped"}]

    @property
    def stops(self) -> Stops:
        """What ends the sequence."""
        bought_at = self.gate.last_purchase_at
        return Stops(
            bought=bought_at is not None and bought_at >= self.cart.changed_at,
            opted_out=self.lead.opted_out_at is not None,
            cart_empty=not self.cart.lines,
            handed_off=self.gate.thread.holder != "bot",
        )


def _load(connection: Connection, timer: TimerRow, times: Times) -> _Waiting | None:
    """None when the lead was erased or the cart is gone."""
    if timer.lead_id is None or timer.thread_id is None:
        return None
    shop_id, thread_id = timer.shop_id, timer.thread_id
    key = ring().of(connection, shop_id)
    lead = load_leads(connection, [timer.lead_id], {shop_id: key}).get(timer.lead_id)
    found = gate.read_many(connection, [thread_id], month=times.now.date().replace(day=1), now=times.now).get(thread_id)
    cart = load_carts(connection, [(shop_id, thread_id)], now=times.now).get(thread_id)
    if lead is None or lead.erased_at or found is None or cart is None:
        return None
    left = CartLeft(shop_id=shop_id, thread_id=thread_id, lead_id=lead.id, at=cart.changed_at)
    steps = steps_of(connection, [(shop_id, thread_id)]).get(thread_id, [])
    return _Waiting(left, lead, found, cart, steps)


def ring_cart_reminder(connection: Connection, world: World, timer: TimerRow, times: Times) -> None:
    """The next reminder of a cart: sent, held with its reason, moved or ended."""
    waiting = _load(connection, timer, times)
    if waiting is None:
        return
    left, over = waiting.left, waiting.over
    sent = sum(step.state == "sent" for step in waiting.steps)
    verdict = next_step(left.at, over, times.now, waiting.stops, attempts=sent)
    if isinstance(verdict, Stop):
        end(connection, [(left.shop_id, left.thread_id, verdict.reason)], now=times.now)
    elif verdict.due_at > times.now:
        timers.set_many(connection, [reminder_timer(left, verdict.due_at)])
    else:
        _skip_overtaken(connection, left, verdict, over, times.now)
        _send_or_hold(connection, world, waiting, verdict, times)
        after = next_step(left.at, [*over, verdict.step], times.now, waiting.stops)
        if isinstance(after, Due):
            timers.set_many(connection, [reminder_timer(left, after.due_at)])
    notify(connection, left.shop_id, "conversation", left.thread_id)


def _skip_overtaken(connection: Connection, left: CartLeft, due: Due, over: Sequence[str], now: datetime) -> None:
    """Steps that came due while nobody looked are left out for good: the latest one speaks for them."""
    names = list(STEPS)
    for step in names[: names.index(due.step)]:
        if step not in over:
            settle_step(
                connection, shop_id=left.shop_id, thread_id=left.thread_id, step=step, state="skipped", now=now,
                reason="overdue",
            )  # fmt: skip


def _send_or_hold(connection: Connection, world: World, waiting: _Waiting, due: Due, times: Times) -> None:
    """Send the step in the shape that is allowed, or hold it with the reason the portal shows."""
    left = waiting.left
    shop = load_shops(connection, [left.shop_id])[left.shop_id]
    reminding = Reminding(
        key=ring().of(connection, shop.id), shop=shop, lead=waiting.lead, thread=waiting.gate.thread,
        cart=waiting.cart, catalogue=world.catalogues.of(connection, shop.id, shop.catalogue_version),
    )  # fmt: skip
    template = template_for(connection, reminding)
    facts = gate.contact_facts(waiting.gate, times.now, address=reminding.address(connection))
    form = form_of_reminder(facts, times.now, cart_changed_at=left.at, has_template=template is not None)
    if isinstance(form, Held):
        state, how, reason, message_id = "held", "", form.reason, None
    else:
        message_id = send_reminder(
            connection, reminding, number=list(STEPS).index(due.step) + 1,
            template=template if form is Form.TEMPLATE else None, times=times,
        )  # fmt: skip
        state, how, reason = "sent", "template" if form is Form.TEMPLATE else "free_text", ""
    settle_step(
        connection, shop_id=left.shop_id, thread_id=left.thread_id, step=due.step, state=state, how=how,
        reason=reason, message_id=message_id, now=times.now,
    )  # fmt: skip


Handler = Callable[[Connection, World, TimerRow, Times], None]

# Written out, not registered: this is the table of what timers there are and who answers them.
HANDLERS: dict[str, Handler] = {
    CART_REMINDER: ring_cart_reminder,
    RESTOCK: ring_restock,
    FIT_QUESTION: ring_fit_question,
    ERASE_LEAD: ring_erasure,
}
