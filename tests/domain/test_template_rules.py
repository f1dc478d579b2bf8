from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from leadnurturebot.domain.template_rules import (
    Problem,
    TemplateButton,
    TemplateText,
    editable_from,
    name_locked_until,
    problems,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
GOOD = TemplateText(
    name="cart_reminder", language="en", category="MARKETING", parameters=("name", "items"),
    body="Hi {{1}}, your cart still holds {{2}} and we keep it for you.", footer="Write STOP to end",
    buttons=(TemplateButton(type="QUICK_REPLY", text="Show sizes"), TemplateButton(type="URL", text="Buy", url="https://shop.example/c")),
)  # fmt: skip
QUICK = TemplateButton(type="QUICK_REPLY", text="One")
URL = TemplateButton(type="URL", text="Two", url="https://shop.example")
CALL = TemplateButton(type="PHONE_NUMBER", text="Call", phone_number="+15550783881")


def test_a_good_template_has_no_problems() -> None:
    assert problems(GOOD) == []


TABLE = [
    ({"name": "Cart Reminder"}, "name", "name_form"),
    ({"name": "a" * 513}, "name", "name_form"),
    ({"category": "AUTHENTICATION"}, "category", "category_unknown"),
    ({"body": " ", "parameters": ()}, "body", "empty"),
    ({"body": "a" * 1025, "parameters": ()}, "body", "too_long"),
    ({"body": "{{1}} has something for you in the cart, {{2}} and more"}, "body", "variable_at_edge"),
    ({"body": "Dear customer of ours, your cart still holds {{1}} and {{2}}"}, "body", "variable_at_edge"),
    ({"body": "Hi there {{1}} {{2}} is waiting for you in the cart"}, "body", "variables_adjacent"),
    ({"body": "Hi {{1}}, your cart holds {{3}} and we keep it"}, "body", "variables_not_in_order"),
    ({"body": "Hi {{name}}, your cart is kept for you here"}, "body", "variables_not_in_order"),
    ({"body": "Hi {{1}}, look {{2}} now"}, "body", "too_many_variables"),
    ({"parameters": ("name",)}, "parameters", "parameters_differ"),
    ({"header": "h" * 61}, "header", "too_long"),
    ({"header": "For {{1}}"}, "header", "no_variables"),
    ({"footer": "f" * 61}, "footer", "too_long"),
    ({"footer": "For {{1}}"}, "footer", "no_variables"),
    ({"buttons": tuple(replace(QUICK, text=str(n)) for n in range(11))}, "buttons", "too_many_buttons"),
    ({"buttons": (URL, replace(URL, text="b"), replace(URL, text="c"))}, "buttons", "too_many_buttons"),
    ({"buttons": (CALL, replace(CALL, text="b"))}, "buttons", "too_many_buttons"),
    ({"buttons": (QUICK, URL, replace(QUICK, text="b"))}, "buttons", "quick_replies_apart"),
    ({"buttons": (replace(QUICK, text="x" * 26),)}, "buttons", "button_text"),
    ({"buttons": (QUICK, replace(URL, text="One"))}, "buttons", "buttons_alike"),
    ({"buttons": (replace(URL, url="http://shop.example"),)}, "buttons", "button_address"),
    ({"buttons": (replace(CALL, phone_number="1" * 21),)}, "buttons", "button_number"),
    ({"ttl_seconds": 43_199}, "ttl_seconds", "ttl_range"),
    ({"category": "UTILITY", "ttl_seconds": 43_201}, "ttl_seconds", "ttl_range"),
]


@pytest.mark.parametrize(("change", "field", "code"), TABLE)
def test_what_meta_would_refuse_is_named(change: dict[str, object], field: str, code: str) -> None:
    assert problems(replace(GOOD, **change)) == [Problem(field, code)]  # type: ignore[arg-type]  # rows of a table


@pytest.mark.parametrize(
    "change",
    [{"body": "b" * 1024, "parameters": ()}, {"header": "h" * 60}, {"footer": "f" * 60}, {"buttons": ()},
     {"buttons": tuple(replace(QUICK, text=f"{n:>025}") for n in range(10))}, {"ttl_seconds": 43_200}],
)  # fmt: skip
def test_the_limits_themselves_are_allowed(change: dict[str, object]) -> None:
    assert problems(replace(GOOD, **change)) == []  # type: ignore[arg-type]  # as above


def test_a_deleted_name_is_locked_for_thirty_days() -> None:
    deleted = NOW - timedelta(days=29)
    assert name_locked_until(deleted, NOW) == NOW + timedelta(days=1)
    assert name_locked_until(deleted, NOW + timedelta(days=1)) is None
    assert name_locked_until(None, NOW) is None


def hours_ago(*hours: float) -> list[datetime]:
    return [NOW - timedelta(hours=hour) for hour in hours]


@pytest.mark.parametrize(
    ("status", "edits", "wait"),
    [("DRAFT", hours_ago(1), 0), ("REJECTED", hours_ago(1), 0), ("PENDING", [], None), ("DISABLED", [], None),
     ("APPROVED", [], 0), ("APPROVED", hours_ago(23), 1), ("APPROVED", hours_ago(24), 0), ("PAUSED", hours_ago(20), 4),
     ("APPROVED", hours_ago(*range(48, 288, 24)), 456), ("APPROVED", hours_ago(*range(48, 264, 24)), 0)],
)  # fmt: skip
def test_an_approved_template_is_edited_once_a_day_and_ten_times_a_month(
    status: str, edits: list[datetime], wait: float | None
) -> None:
    assert editable_from(status, edits, NOW) == (None if wait is None else NOW + timedelta(hours=wait))
