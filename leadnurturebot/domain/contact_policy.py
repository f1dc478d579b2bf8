"""The contact gate's rules: may this message go to this customer now? Asked when it is made and again at sending.

Every refusal has a stable code that the portal explains. The rules, in the order asked:

- `lead_erased`, `already_sent`: nothing goes to an erased person, nothing goes twice (promise "effects once").
- `blocked`: the shop blocked this person; WhatsApp delivers nothing either way.
- `number_unreachable`: the number failed repeatedly; only an answer to its own new message goes.
- `handed_off`: while a person is asked for or holds the thread the bot is silent (CONVERSATIONS, "Handing over");
  only the message that announces a hand-off may go, and only until the person has taken it.
- `opted_out`: after STOP in any words only what the customer's own later message or act calls for: an answer, the
  receipt of a payment (CONVERSATIONS, "Consent and STOP"). The one confirmation answers the STOP message itself.
- `stopped_marketing`: WhatsApp's own stop, or error 131050; covers reminders and our question how a piece fits, never a
  receipt (rules on opt-out).
- `no_consent`: a reminder needs agreement to reminders, a notice agreement to that one notice.
- `account_restricted`: the provider lets this number start no conversations for now (or send nothing at all).
- `bought_since`: no reminder after a purchase.
- `us_marketing`: no marketing template reaches a US number; not tried.
- `window_closed_needs_template`: outside 24 h of the customer's last message plain text is refused by WhatsApp.
- `marketing_paused`: the per-person marketing limit (131049) was hit; wait at least a day.
- `price_changed`: a price in the text is no longer true; the message goes back to be written anew.
- `cap_reached`: the month's message budget. It holds what we start; answers, receipts and people are never cut off.
- `quiet_hours`: set by the shop, for what we start.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.messaging_window import Window
from leadnurturebot.domain.north_american_numbers import is_us_recipient


class OutgoingKind(StrEnum):
    """Why a message goes out."""

    REPLY = "reply"
    """The bot's answer to the customer."""
    TRANSACTIONAL = "transactional"
    """About the customer's own order: confirmation, receipt, parcel."""
    REMINDER = "reminder"
    """Follow-up of a sequence; marketing by nature."""
    NOTICE = "notice"
    """The one message agreed to: back in stock."""
    QUESTION = "question"
    """How a piece fits, asked once after it came."""
    AGENT = "agent"
    """Written by a person."""


STARTED_BY_US = frozenset({OutgoingKind.REMINDER, OutgoingKind.NOTICE, OutgoingKind.QUESTION})
"""What no act of the customer calls for: STOP, the budget and the provider's limits hold it back first."""


class Refusal(StrEnum):
    """Why a message may not go."""

    LEAD_ERASED = "lead_erased"
    ALREADY_SENT = "already_sent"
    BLOCKED = "blocked"
    NUMBER_UNREACHABLE = "number_unreachable"
    HANDED_OFF = "handed_off"
    OPTED_OUT = "opted_out"
    STOPPED_MARKETING = "stopped_marketing"
    NO_CONSENT = "no_consent"
    ACCOUNT_RESTRICTED = "account_restricted"
    BOUGHT_SINCE = "bought_since"
    US_MARKETING = "us_marketing"
    WINDOW_CLOSED_NEEDS_TEMPLATE = "window_closed_needs_template"
    MARKETING_PAUSED = "marketing_paused"
    PRICE_CHANGED = "price_changed"
    CAP_REACHED = "cap_reached"
    QUIET_HOURS = "quiet_hours"


class HandOffState(StrEnum):
    """Whether a person is on the thread."""

    NONE = "none"
    ASKED = "asked"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingFacts:
    """The message, as far as the gate cares."""

    kind: OutgoingKind
    category: Category = Category.SERVICE
    """`service` for plain text and buttons, else the template's category."""
    caused_at: datetime | None = None
    """When the customer wrote or did what this answers (message, order, payment); None when we start it."""
    cart_changed_at: datetime | None = None
    """Of a reminder: a purchase after this moment makes it pointless."""
    expected_micros: int = 0
    already_sent: bool = False
    """A message of the same purpose key has gone to this lead."""
    prices_hold: bool = True
    announces_handoff: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFacts:
    """The customer and thread, read at the moment of asking."""

    window: Window
    address: str
    """wa_id, else business-scoped id."""
    last_inbound_at: datetime | None = None
    opted_out_at: datetime | None = None
    """Time of the customer's STOP message; None when they never said it or opted in since."""
    marketing_stopped: bool = False
    reminders_agreed: bool = False
    """Agreed to reminders or to marketing."""
    notice_agreed: bool = False
    """Agreed to this very notice."""
    handoff: HandOffState = HandOffState.NONE
    last_purchase_at: datetime | None = None
    is_erased: bool = False
    is_blocked: bool = False
    is_unreachable: bool = False
    marketing_paused_until: datetime | None = None
    budget_left_micros: int | None = None
    """Of the shop's month; None: no cap."""
    budget_renews_at: datetime | None = None
    quiet_until: datetime | None = None
    starting_paused: bool = False
    """The provider lets the number start no conversations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The gate's answer. `retry_at`: when to ask again; None with a refusal: not by itself."""

    allowed: bool
    reason: Refusal | None = None
    retry_at: datetime | None = None
    needs_template: bool = False


ALLOWED = Verdict(allowed=True)
_Rule = Callable[[OutgoingFacts, ContactFacts, datetime], Verdict | None]


def may_send(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict:
    """The first rule that forbids `message` now, or ALLOWED."""
    return next((refused for rule in _RULES if (refused := rule(message, contact, now))), ALLOWED)


def _no(reason: Refusal, retry_at: datetime | None = None) -> Verdict:
    return Verdict(allowed=False, reason=reason, retry_at=retry_at)


def _we_start(message: OutgoingFacts) -> bool:
    return message.kind in STARTED_BY_US


def _existence(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    if contact.is_erased:
        return _no(Refusal.LEAD_ERASED)
    if message.already_sent:
        return _no(Refusal.ALREADY_SENT)
    if contact.is_blocked:
        return _no(Refusal.BLOCKED)
    unreachable = contact.is_unreachable and message.kind is not OutgoingKind.REPLY
    return _no(Refusal.NUMBER_UNREACHABLE) if unreachable else None


def _handed_off(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    if contact.handoff is HandOffState.NONE or message.kind is OutgoingKind.AGENT:
        return None
    announced = contact.handoff is HandOffState.ASKED and message.announces_handoff
    return None if announced else _no(Refusal.HANDED_OFF)


def _opted_out(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    stopped_at = contact.opted_out_at
    if stopped_at is None:
        return None
    if message.kind is OutgoingKind.AGENT:
        wrote_since = contact.last_inbound_at is not None and contact.last_inbound_at > stopped_at
        return None if wrote_since else _no(Refusal.OPTED_OUT)
    called_for = not _we_start(message) and message.caused_at is not None and message.caused_at >= stopped_at
    return None if called_for else _no(Refusal.OPTED_OUT)


def _consent(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    is_unasked = message.kind in {OutgoingKind.REMINDER, OutgoingKind.QUESTION}
    if (is_unasked or message.category is Category.MARKETING) and contact.marketing_stopped:
        return _no(Refusal.STOPPED_MARKETING)
    agreed = {OutgoingKind.REMINDER: contact.reminders_agreed, OutgoingKind.NOTICE: contact.notice_agreed}
    return None if agreed.get(message.kind, True) else _no(Refusal.NO_CONSENT)


def _restricted(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    return _no(Refusal.ACCOUNT_RESTRICTED) if contact.starting_paused and _we_start(message) else None


def _bought_since(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    if message.kind is not OutgoingKind.REMINDER or message.cart_changed_at is None or contact.last_purchase_at is None:
        return None
    return _no(Refusal.BOUGHT_SINCE) if contact.last_purchase_at >= message.cart_changed_at else None


def _reach(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    is_text = message.category is Category.SERVICE
    shut_out = is_text and not contact.window.is_open
    would_be_marketing = shut_out and message.kind is OutgoingKind.REMINDER
    if (message.category is Category.MARKETING or would_be_marketing) and is_us_recipient(contact.address):
        return _no(Refusal.US_MARKETING)
    if shut_out:
        return Verdict(allowed=False, reason=Refusal.WINDOW_CLOSED_NEEDS_TEMPLATE, needs_template=True)
    paused_until = contact.marketing_paused_until
    if message.category is Category.MARKETING and paused_until is not None and now < paused_until:
        return _no(Refusal.MARKETING_PAUSED, paused_until)
    return None


def _prices(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    stale = not message.prices_hold and message.kind is not OutgoingKind.AGENT
    return _no(Refusal.PRICE_CHANGED) if stale else None


def _budget(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    left = contact.budget_left_micros
    if left is None or not _we_start(message) or message.expected_micros <= max(left, 0):
        return None
    return _no(Refusal.CAP_REACHED, contact.budget_renews_at)


def _quiet(message: OutgoingFacts, contact: ContactFacts, now: datetime) -> Verdict | None:
    until = contact.quiet_until
    return _no(Refusal.QUIET_HOURS, until) if until is not None and now < until and _we_start(message) else None


_RULES: tuple[_Rule, ...] = (
    _existence, _handed_off, _opted_out, _consent, _restricted, _bought_since, _reach, _prices, _budget, _quiet,
)  # fmt: skip
