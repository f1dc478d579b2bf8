"""Reminders of an abandoned cart: 2 h, 24 h and 72 h after its last change, until bought, stopped or three were sent.

Steps that became due while nobody looked collapse into the latest one; a step is never sent after a later one. A cart
left for longer than `STALE` is not dug up. How a step goes out follows the contact gate: plain text in an open window,
else an approved marketing template; where neither may go it is held with a reason the owner can read.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from leadnurturebot.domain.contact_policy import ContactFacts, OutgoingFacts, OutgoingKind, may_send
from leadnurturebot.domain.message_pricing import Category

STEPS: dict[str, timedelta] = {"2h": timedelta(hours=2), "24h": timedelta(hours=24), "72h": timedelta(hours=72)}
MAX_ATTEMPTS = 3
STALE = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """What ends a sequence."""

    bought: bool = False
    opted_out: bool = False
    cart_empty: bool = False
    handed_off: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """The step to send next, at `due_at`; in the past when it is overdue."""

    step: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Stop:
    """The sequence is over: `bought`, `opted_out`, `cart_empty`, `handed_off`, `attempts`, `finished` or `stale`."""

    reason: str


def purpose_key(step: str) -> str:
    """Under which a step is sent once: `cart-reminder:24h`."""
    return f"cart-reminder:{step}"


def next_step(
    cart_changed_at: datetime, sent_steps: Collection[str], now: datetime, stops: Stops, *, attempts: int | None = None
) -> Due | Stop:
    """What follows for a cart last changed at `cart_changed_at`.

    `sent_steps`: steps sent (or left out for good) since then. `attempts`: reminders of this cart in all, also before
    it last changed; without it the sent steps are counted.
    """
    reasons = {"bought": stops.bought, "opted_out": stops.opted_out, "cart_empty": stops.cart_empty}
    reasons |= {"handed_off": stops.handed_off}
    if reason := next((name for name, holds in reasons.items() if holds), ""):
        return Stop(reason)
    if (len(sent_steps) if attempts is None else attempts) >= MAX_ATTEMPTS:
        return Stop("attempts")
    names = list(STEPS)
    latest = max((names.index(step) for step in sent_steps), default=-1)
    ahead = [Due(step, cart_changed_at + STEPS[step]) for step in names[latest + 1 :]]
    if not ahead:
        return Stop("finished")
    if now - cart_changed_at > STALE:
        return Stop("stale")
    overdue = [due for due in ahead if due.due_at <= now]
    return overdue[-1] if overdue else ahead[0]


class Form(StrEnum):
    """In what shape a reminder goes out."""

    TEXT = "text"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True)
class Held:
    """The reminder may not go: a code of the contact gate (`Refusal`) or `no_template`; `retry_at`: may later."""

    reason: str
    retry_at: datetime | None = None


def form_of_reminder(
    contact: ContactFacts, now: datetime, *, cart_changed_at: datetime, has_template: bool, expected_micros: int = 0
) -> Form | Held:
    """How a due step goes out now. `has_template`: a marketing template approved in the customer's language."""
    form = Form.TEXT if contact.window.is_open else Form.TEMPLATE
    message = OutgoingFacts(
        kind=OutgoingKind.REMINDER,
        category=Category.SERVICE if form is Form.TEXT else Category.MARKETING,
        cart_changed_at=cart_changed_at,
        expected_micros=expected_micros,
    )
    verdict = may_send(message, contact, now)
    if verdict.reason is not None:
        return Held(verdict.reason, verdict.retry_at)
    return Held("no_template") if form is Form.TEMPLATE and not has_template else form
