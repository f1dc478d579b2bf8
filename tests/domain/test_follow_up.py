from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadnurturebot.domain.contact_policy import ContactFacts, HandOffState
from leadnurturebot.domain.follow_up import Due, Form, Held, Stop, Stops, form_of_reminder, next_step, purpose_key
from leadnurturebot.domain.messaging_window import CLOSED, Window, WindowKind

CART = datetime(2026, 11, 20, 12, tzinfo=UTC)


def hours(count: float) -> datetime:
    return CART + timedelta(hours=count)


SCHEDULE = [
    (0, "", Due("2h", hours(2))),
    (2, "", Due("2h", hours(2))),
    (3, "2h", Due("24h", hours(24))),
    (25, "", Due("24h", hours(24))),
    (100, "", Due("72h", hours(72))),
    (100, "2h", Due("72h", hours(72))),
    (26, "24h", Due("72h", hours(72))),
    (73, "2h 72h", Stop("finished")),
    (73, "2h 24h 72h", Stop("attempts")),
    (169, "", Stop("stale")),
]


@pytest.mark.parametrize(("now", "sent", "expected"), SCHEDULE)
def test_steps_follow_the_last_change_and_overdue_ones_collapse(now: float, sent: str, expected: Due | Stop) -> None:
    assert next_step(CART, sent.split(), hours(now), Stops()) == expected


@pytest.mark.parametrize("reason", ["bought", "opted_out", "cart_empty", "handed_off"])
def test_it_stops_for_good_reasons(reason: str) -> None:
    assert next_step(CART, (), hours(2), Stops(**{reason: True})) == Stop(reason)


def test_purchase_is_the_first_reason_named() -> None:
    assert next_step(CART, (), hours(2), Stops(bought=True, cart_empty=True)) == Stop("bought")


def test_reminders_before_the_last_change_count_as_attempts() -> None:
    assert next_step(CART, (), hours(2), Stops(), attempts=2) == Due("2h", hours(2))
    assert next_step(CART, (), hours(2), Stops(), attempts=3) == Stop("attempts")


def test_a_step_is_sent_once_under_its_purpose() -> None:
    assert purpose_key("24h") == "cart-reminder:24h"


EMMA = ContactFacts(
    window=Window(kind=WindowKind.SERVICE, until=hours(24)), address="5215512345678", reminders_agreed=True
)
WAYS = [
    ("open window", {}, True, Form.TEXT),
    ("open window needs no template", {}, False, Form.TEXT),
    ("an American may be written to in the window", {"address": "12125550123"}, True, Form.TEXT),
    ("silent since yesterday", {"window": CLOSED}, True, Form.TEMPLATE),
    ("no approved template", {"window": CLOSED}, False, Held("no_template")),
    ("an American outside the window", {"window": CLOSED, "address": "12125550123"}, True, Held("us_marketing")),
    ("never agreed", {"reminders_agreed": False}, True, Held("no_consent")),
    ("said STOP", {"opted_out_at": CART}, True, Held("opted_out")),
    ("stopped marketing in WhatsApp", {"marketing_stopped": True}, True, Held("stopped_marketing")),
    ("a person is talking", {"handoff": HandOffState.TAKEN}, True, Held("handed_off")),
    ("just bought", {"last_purchase_at": hours(1)}, True, Held("bought_since")),
    ("night", {"quiet_until": hours(9)}, True, Held("quiet_hours", hours(9))),
]


@pytest.mark.parametrize(("case", "facts", "has_template", "expected"), WAYS)
def test_a_step_goes_out_where_it_may(
    case: str, facts: dict[str, Any], has_template: bool, expected: Form | Held
) -> None:
    contact = replace(EMMA, **facts)
    assert form_of_reminder(contact, hours(2), cart_changed_at=CART, has_template=has_template) == expected, case


def test_the_cap_holds_a_paid_reminder() -> None:
    capped = replace(EMMA, window=CLOSED, budget_left_micros=10_000, budget_renews_at=hours(200))
    held = form_of_reminder(capped, hours(30), cart_changed_at=CART, has_template=True, expected_micros=39_700)
    assert held == Held("cap_reached", hours(200))
