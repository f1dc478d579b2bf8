from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadnurturebot.domain.contact_policy import (
    ALLOWED,
    ContactFacts,
    HandOffState,
    OutgoingFacts,
    OutgoingKind,
    Refusal,
    Verdict,
    may_send,
)
from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.domain.messaging_window import CLOSED, Window, WindowKind

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=1)
LATER = NOW + timedelta(hours=8)
OPEN = Window(kind=WindowKind.SERVICE, until=LATER)
MEXICAN, AMERICAN = "5215512345678", "12125550123"
EMMA = ContactFacts(
    window=OPEN, address=MEXICAN, last_inbound_at=EARLIER, reminders_agreed=True, notice_agreed=True
)  # fmt: skip
KINDS = tuple(OutgoingKind)


def outgoing(kind: str, **facts: Any) -> OutgoingFacts:
    """A message as it usually is: answers and receipts follow an act of the customer, reminders a cart."""
    usual: dict[str, dict[str, Any]] = {
        "reply": {"caused_at": EARLIER},
        "transactional": {"caused_at": EARLIER, "category": Category.UTILITY},
        "reminder": {"cart_changed_at": EARLIER},
    }
    return OutgoingFacts(kind=OutgoingKind(kind), **{**usual.get(kind, {}), **facts})


def allowed_kinds(contact: ContactFacts, **facts: Any) -> str:
    return " ".join(kind for kind in KINDS if may_send(outgoing(kind, **facts), contact, NOW).allowed)


def reason(message: OutgoingFacts, contact: ContactFacts) -> str | None:
    return may_send(message, contact, NOW).reason


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_speaks_against_it(kind: str) -> None:
    assert may_send(outgoing(kind), EMMA, NOW) == ALLOWED


EVERYTHING = "reply transactional reminder notice question agent"
WHO_STILL_MAY = [
    ("an erased person", {"is_erased": True}, "", "lead_erased"),
    ("a blocked person", {"is_blocked": True}, "", "blocked"),
    ("an unreachable number", {"is_unreachable": True}, "reply", "number_unreachable"),
    ("a person asked for", {"handoff": HandOffState.ASKED}, "agent", "handed_off"),
    ("a person holds", {"handoff": HandOffState.TAKEN}, "agent", "handed_off"),
    ("STOP", {"opted_out_at": NOW}, "", "opted_out"),
    ("WhatsApp's own stop", {"marketing_stopped": True}, "reply transactional notice agent", "stopped_marketing"),
    ("no reminders agreed", {"reminders_agreed": False}, "reply transactional notice question agent", "no_consent"),
    ("no notice agreed", {"notice_agreed": False}, "reply transactional reminder question agent", "no_consent"),
    ("a restricted account", {"starting_paused": True}, "reply transactional agent", "account_restricted"),
    ("bought", {"last_purchase_at": NOW}, "reply transactional notice question agent", "bought_since"),
    (
        "bought just as the cart changed",
        {"last_purchase_at": EARLIER},
        "reply transactional notice question agent",
        "bought_since",
    ),
    ("window closed", {"window": CLOSED}, "transactional", "window_closed_needs_template"),
    ("quiet hours", {"quiet_until": LATER}, "reply transactional agent", "quiet_hours"),
    ("quiet hours over", {"quiet_until": NOW}, EVERYTHING, None),
    ("an older purchase", {"last_purchase_at": EARLIER - timedelta(days=1)}, EVERYTHING, None),
]


@pytest.mark.parametrize(("case", "facts", "allowed", "refusal"), WHO_STILL_MAY)
def test_each_hindrance_stops_what_it_should(
    case: str, facts: dict[str, Any], allowed: str, refusal: str | None
) -> None:
    contact = replace(EMMA, **facts)
    assert allowed_kinds(contact) == allowed, case
    reasons = {may_send(outgoing(kind), contact, NOW).reason for kind in KINDS}
    assert reasons - {None} == ({refusal} if refusal else set()), case


def test_nothing_goes_twice() -> None:
    assert allowed_kinds(EMMA, already_sent=True) == ""
    assert reason(outgoing("reply", already_sent=True), EMMA) == "already_sent"


def test_only_the_announcement_goes_while_a_person_is_asked_for() -> None:
    announcement = outgoing("reply", announces_handoff=True)
    assert may_send(announcement, replace(EMMA, handoff=HandOffState.ASKED), NOW) == ALLOWED
    assert reason(announcement, replace(EMMA, handoff=HandOffState.TAKEN)) == "handed_off"


def test_after_stop_only_what_the_customer_calls_for_goes() -> None:
    stopped = replace(EMMA, opted_out_at=EARLIER, last_inbound_at=NOW)
    assert allowed_kinds(stopped, caused_at=NOW) == "reply transactional agent"
    assert allowed_kinds(stopped, caused_at=None) == "agent"
    assert allowed_kinds(replace(stopped, last_inbound_at=EARLIER), caused_at=None) == ""


def test_the_confirmation_of_stop_answers_the_stop_message() -> None:
    stopped = replace(EMMA, opted_out_at=EARLIER)
    assert may_send(outgoing("reply", caused_at=EARLIER), stopped, NOW) == ALLOWED
    on_its_way = outgoing("reply", caused_at=EARLIER - timedelta(seconds=1))
    assert reason(on_its_way, stopped) == "opted_out"


def test_no_marketing_template_goes_to_the_us() -> None:
    sally = replace(EMMA, address=AMERICAN)
    assert reason(outgoing("reminder", category=Category.MARKETING), sally) == "us_marketing"
    assert reason(outgoing("reminder", category=Category.MARKETING), replace(EMMA, address="US.134")) == "us_marketing"
    assert may_send(outgoing("reminder"), sally, NOW) == ALLOWED
    assert may_send(outgoing("notice", category=Category.UTILITY), replace(sally, window=CLOSED), NOW) == ALLOWED


def test_a_closed_window_asks_for_a_template() -> None:
    silent = replace(EMMA, window=CLOSED)
    assert may_send(outgoing("reminder"), silent, NOW) == Verdict(
        allowed=False, reason=Refusal.WINDOW_CLOSED_NEEDS_TEMPLATE, needs_template=True
    )
    assert may_send(outgoing("reminder", category=Category.MARKETING), silent, NOW) == ALLOWED
    no_way = may_send(outgoing("reminder"), replace(silent, address=AMERICAN), NOW)
    assert no_way == Verdict(allowed=False, reason=Refusal.US_MARKETING)


def test_the_marketing_limit_of_a_person_is_waited_for() -> None:
    paused = replace(EMMA, marketing_paused_until=LATER)
    wait = Verdict(allowed=False, reason=Refusal.MARKETING_PAUSED, retry_at=LATER)
    assert may_send(outgoing("reminder", category=Category.MARKETING), paused, NOW) == wait
    assert may_send(outgoing("reminder"), paused, NOW) == ALLOWED


def test_a_stale_price_sends_the_bot_back_but_not_a_person() -> None:
    assert allowed_kinds(EMMA, prices_hold=False) == "agent"
    assert reason(outgoing("reply", prices_hold=False), EMMA) == "price_changed"


@pytest.mark.parametrize(
    ("left", "cost", "allowed"),
    [
        (None, 40_000, EVERYTHING),
        (40_000, 40_000, EVERYTHING),
        (39_999, 40_000, "reply transactional agent"),
        (0, 0, EVERYTHING),
        (-5, 0, EVERYTHING),
        (-5, 1, "reply transactional agent"),
    ],
)
def test_the_monthly_cap_holds_what_we_start(left: int | None, cost: int, allowed: str) -> None:
    capped = replace(EMMA, budget_left_micros=left, budget_renews_at=LATER)
    assert allowed_kinds(capped, expected_micros=cost) == allowed


def test_a_capped_or_quiet_message_says_when_to_ask_again() -> None:
    capped = replace(EMMA, budget_left_micros=0, budget_renews_at=LATER)
    assert may_send(outgoing("reminder", expected_micros=1), capped, NOW) == Verdict(
        allowed=False, reason=Refusal.CAP_REACHED, retry_at=LATER
    )
    assert may_send(outgoing("notice"), replace(EMMA, quiet_until=LATER), NOW).retry_at == LATER
