"""Management webhooks: what is kept of them, and what the owner hears."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadnurturebot.nurture.batch import approved_templates
from leadnurturebot.nurture.templates import TemplateDraft, save_templates
from tests.cast import text
from tests.message_path.driving import Drive

CART = {"message_template_id": 77, "message_template_name": "cart_left", "message_template_language": "en_US"}


def template(drive: Drive, category: str = "MARKETING") -> None:
    draft = TemplateDraft(name="cart_left", language="en_US", category=category, body="Hi {{1}}")
    save_templates(drive.connection, drive.boutique.shop.id, [draft], now=drive.now)
    drive.told("message_template_status_update", {"event": "APPROVED", "reason": "NONE", **CART}, sent_at=drive.now)
    drive.later(minutes=1)


def notices(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows(
        "SELECT kind, subject, severity, coalesce(parameters->>'detail', '') FROM shops_notice WHERE resolved_at IS NULL ORDER BY kind"
    )


def is_usable(drive: Drive) -> bool:
    return bool(approved_templates(drive.connection, [drive.boutique.shop.id]))


@pytest.mark.parametrize(
    ("event", "more", "status", "notice"),
    [
        ("APPROVED", {}, "APPROVED", []),
        (
            "REJECTED",
            {"reason": "INVALID_FORMAT"},
            "REJECTED",
            [("template_rejected", "cart_left", "warning", "INVALID_FORMAT")],
        ),
        (
            "PAUSED",
            {"other_info": {"title": "FIRST_PAUSE", "description": "3 h"}},
            "PAUSED",
            [("template_paused", "cart_left", "warning", "FIRST_PAUSE 3 h")],
        ),
        ("DISABLED", {}, "DISABLED", [("template_disabled", "cart_left", "warning", "")]),
        ("FLAGGED", {}, "APPROVED", [("template_quality_low", "cart_left", "warning", "")]),
        ("ARCHIVED", {}, "ARCHIVED", []),
    ],
)
def test_a_review_is_kept_and_bad_news_told(
    drive: Drive, event: str, more: dict[str, Any], status: str, notice: list[Any]
) -> None:
    template(drive)
    drive.told("message_template_status_update", {"event": event, **more, **CART}, sent_at=drive.now)
    assert drive.rows("SELECT status, provider_id FROM nurture_messagetemplate") == [(status, "77")]
    assert notices(drive) == notice
    assert is_usable(drive) is (status == "APPROVED")


def test_good_news_ends_the_bad(drive: Drive) -> None:
    template(drive)
    drive.told("message_template_status_update", {"event": "PAUSED", **CART}, sent_at=drive.now)
    drive.told("message_template_status_update", {"event": "APPROVED", **CART}, sent_at=drive.now + timedelta(hours=3))
    assert notices(drive) == []
    assert is_usable(drive)


def test_old_news_that_comes_late_changes_nothing(drive: Drive) -> None:
    template(drive)
    drive.told("message_template_status_update", {"event": "PENDING", **CART}, sent_at=drive.now - timedelta(days=2))
    assert drive.rows("SELECT status FROM nurture_messagetemplate") == [("APPROVED",)]


def test_the_same_state_twice_with_another_between_counts_each_time(drive: Drive) -> None:
    template(drive)
    for n, event in enumerate(("PAUSED", "APPROVED", "PAUSED")):
        drive.told("message_template_status_update", {"event": event, **CART}, sent_at=drive.now + timedelta(hours=n))
    assert drive.rows("SELECT status FROM nurture_messagetemplate") == [("PAUSED",)]


def test_quality_is_kept_and_a_bad_one_told(drive: Drive) -> None:
    template(drive)
    drive.told(
        "message_template_quality_update",
        {"new_quality_score": "RED", "previous_quality_score": "GREEN", **CART},
        sent_at=drive.now,
    )
    assert drive.rows("SELECT quality FROM nurture_messagetemplate") == [("RED",)]
    assert notices(drive) == [("template_quality_low", "cart_left", "warning", "")]


def test_a_template_that_becomes_marketing_waits_for_the_owner(drive: Drive) -> None:
    template(drive, "UTILITY")
    drive.told(
        "template_category_update",
        {"new_category": "UTILITY", "correct_category": "MARKETING", **CART},
        sent_at=drive.now,
    )
    assert is_usable(drive)
    drive.told(
        "template_category_update",
        {"previous_category": "UTILITY", "new_category": "MARKETING", **CART},
        sent_at=drive.now + timedelta(days=1),
    )
    assert drive.rows("SELECT category, next_category, held_reason FROM nurture_messagetemplate") == [
        ("MARKETING", "", "category_changed")
    ]
    assert notices(drive) == [("template_category_changed", "cart_left", "warning", "MARKETING")]
    assert not is_usable(drive)


def test_a_text_edited_at_the_provider_is_followed(drive: Drive) -> None:
    template(drive)
    drive.told(
        "message_template_components_update", {"message_template_element": "Hello {{1}}", **CART}, sent_at=drive.now
    )
    assert drive.rows("SELECT body FROM nurture_messagetemplate") == [("Hello {{1}}",)]


def number(drive: Drive, *names: str) -> tuple[Any, ...]:
    ((*values,),) = drive.rows(f"SELECT {', '.join(names)} FROM shops_businessnumber")
    return tuple(values)


def test_limit_and_throughput_of_a_number_are_kept(drive: Drive) -> None:
    shown = {"display_phone_number": "+1 555-078-3881"}
    drive.told(
        "phone_number_quality_update", {**shown, "event": "ONBOARDING", "current_limit": "TIER_2K"}, sent_at=drive.now
    )
    drive.told(
        "phone_number_quality_update",
        {**shown, "event": "THROUGHPUT_UPGRADE", "max_daily_conversations_per_business": "TIER_10K"},
        sent_at=drive.now,
    )
    assert number(drive, "messaging_limit", "throughput") == ("TIER_10K", "HIGH")
    assert notices(drive) == []
    drive.told(
        "business_capability_update",
        {"max_daily_conversations_per_business": "TIER_250"},
        sent_at=drive.now + timedelta(days=1),
    )
    assert number(drive, "messaging_limit") == ("TIER_250",)
    assert notices(drive) == [("number_limited", "", "warning", "TIER_250")]


def test_a_flagged_number_is_told_until_it_is_well_again(drive: Drive) -> None:
    for n, (event, quality, count) in enumerate([("FLAGGED", "RED", 1), ("UNFLAGGED", "GREEN", 0)]):
        drive.told(
            "phone_number_quality_update",
            {"display_phone_number": "15550783881", "event": event},
            sent_at=drive.now + timedelta(hours=n),
        )
        assert (number(drive, "quality"), len(notices(drive))) == ((quality,), count)


def test_a_rejected_name_is_told(drive: Drive) -> None:
    name = {"display_phone_number": "15550783881", "requested_verified_name": "Trendy"}
    drive.told(
        "phone_number_name_update", {**name, "decision": "REJECTED", "rejection_reason": "BAD"}, sent_at=drive.now
    )
    assert (number(drive, "name_status", "verified_name"), notices(drive)) == (
        ("REJECTED", ""),
        [("name_rejected", "Trendy", "warning", "BAD")],
    )
    drive.told("phone_number_name_update", {**name, "decision": "APPROVED"}, sent_at=drive.now + timedelta(days=1))
    assert (number(drive, "name_status", "verified_name"), notices(drive)) == (("APPROVED", "Trendy"), [])


ACCOUNTS: list[tuple[dict[str, Any], str, str, list[str]]] = [
    ({"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "ADULT"}}, "", "", ["account_violation"]),
    (
        {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "SCHEDULE_FOR_DISABLE"}},
        "TO_BE_DISABLED",
        "",
        ["account_to_be_disabled"],
    ),
    ({"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "DISABLE"}}, "DISABLED", "all", ["account_disabled"]),
    ({"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "REINSTATE"}}, "CONNECTED", "", []),
    ({"event": "ACCOUNT_DELETED"}, "DELETED", "all", ["account_disconnected"]),
    ({"event": "ACCOUNT_OFFBOARDED"}, "DISCONNECTED", "all", ["account_disconnected"]),
    (
        {"event": "PARTNER_REMOVED", "disconnection_info": {"reason": "PRIMARY_INACTIVITY"}},
        "DISCONNECTED",
        "all",
        ["account_disconnected"],
    ),
    ({"event": "PARTNER_APP_UNINSTALLED"}, "DISCONNECTED", "all", ["account_disconnected"]),
    ({"event": "ACCOUNT_RECONNECTED"}, "CONNECTED", "", []),
    ({"event": "PARTNER_ADDED"}, "CONNECTED", "", []),
    ({"event": "VOLUME_BASED_PRICING_TIER_UPDATE"}, "", "", []),
    ({"event": "SOMETHING_NEW"}, "", "", []),
]


@pytest.mark.parametrize(("value", "status", "paused", "kinds"), ACCOUNTS)
def test_the_state_of_the_account_decides_on_sending(
    drive: Drive, value: dict[str, Any], status: str, paused: str, kinds: list[str]
) -> None:
    drive.told("account_update", value, sent_at=drive.now)
    assert number(drive, "status", "sending_paused") == (status, paused)
    assert [row[0] for row in notices(drive)] == kinds


def test_a_disabled_account_sends_nothing_until_it_is_reinstated(drive: Drive) -> None:
    drive.told(
        "account_update", {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "DISABLE"}}, sent_at=drive.now
    )
    assert drive.hear(text("hi", at=drive.now, wamid="w1")) == []
    drive.told(
        "account_update",
        {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "REINSTATE"}},
        sent_at=drive.now + timedelta(minutes=1),
    )
    assert len(drive.send()) == 1
    assert notices(drive) == []


def test_a_restricted_account_still_answers_and_starts_nothing_until_the_end_of_it(drive: Drive) -> None:
    until = int((drive.now + timedelta(days=3)).timestamp())
    restriction = {"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": until}
    drive.told("account_update", {"event": "ACCOUNT_RESTRICTION", "restriction_info": [restriction]}, sent_at=drive.now)
    assert number(drive, "sending_paused", "sending_paused_until") == ("started", datetime.fromtimestamp(until, UTC))
    (reply,) = drive.hear(text("hi", at=drive.now, wamid="w1"))
    assert reply.plain_text()
    drive.connection.execute("UPDATE message_path_outbox SET purpose = 'reminder'")
    drive.receive(text("hello?", at=drive.now, wamid="w2"))
    drive.work()
    drive.connection.execute("UPDATE message_path_outbox SET purpose = 'notice'")
    assert drive.send() == []
    assert drive.rows("SELECT error_text FROM conversations_message WHERE status = 'cancelled'") == [
        ("account_restricted",)
    ]


OTHERS: list[tuple[str, dict[str, Any], list[tuple[str, str, str, str]]]] = [
    (
        "account_alerts",
        {
            "alert_info": {
                "alert_severity": "CRITICAL",
                "alert_status": "ACTIVE",
                "alert_type": "OBA",
                "alert_description": "d",
            }
        },
        [("account_alert", "OBA", "danger", "d")],
    ),
    ("account_alerts", {"alert_info": {"alert_severity": "WARNING", "alert_status": "NONE", "alert_type": "OBA"}}, []),
    ("account_review_update", {"decision": "REJECTED"}, [("account_rejected", "1022", "danger", "")]),
    ("account_review_update", {"decision": "APPROVED"}, []),
    (
        "security",
        {"display_phone_number": "15550783881", "event": "PIN_CHANGED"},
        [("security_changed", "15550783881", "warning", "PIN_CHANGED")],
    ),
    (
        "flows",
        {"event": "FLOW_STATUS_CHANGE", "flow_id": "6", "new_status": "BLOCKED", "message": "m"},
        [("flow_trouble", "6", "warning", "m")],
    ),
    ("flows", {"event": "FLOW_STATUS_CHANGE", "flow_id": "6", "new_status": "PUBLISHED"}, []),
    (
        "business_username_updates",
        {"username": "trendy", "status": "approved"},
        [("username_changed", "trendy", "info", "APPROVED")],
    ),
    (
        "history",
        {"history": [{"errors": [{"code": 2593109, "message": "off"}]}]},
        [("history_declined", "", "info", "")],
    ),
    (
        "messages",
        {"errors": [{"code": 131000, "title": "Something went wrong"}]},
        [("whatsapp_error", "131000", "warning", "Something went wrong")],
    ),
    ("tracking_events", {"x": 1}, []),
]


@pytest.mark.parametrize(("field", "value", "told"), OTHERS)
def test_the_owner_hears_what_matters(drive: Drive, field: str, value: dict[str, Any], told: list[Any]) -> None:
    drive.told(field, value, sent_at=drive.now)
    assert notices(drive) == told
    assert drive.count("message_path_inbox") == 0


def test_what_meta_detects_is_a_fact_beside_ours(drive: Drive) -> None:
    event = {
        "id": "e1",
        "event_name": "Purchase",
        "timestamp": drive.stamp(),
        "custom_data": {"currency": "USD", "value": 49.5},
    }
    for _ in range(2):
        drive.told("automatic_events", {"automatic_events": [event]}, sent_at=drive.now)
        drive.later(hours=1)
    rows = drive.rows("SELECT amount_micros, data FROM ledger_entry WHERE kind = 'meta.detected'")
    assert rows == [(None, {"name": "Purchase", "value": 49.5, "currency": "USD"})]


def test_a_redelivery_of_the_same_event_counts_once(drive: Drive) -> None:
    for _ in range(3):
        drive.receive_change("security", {"event": "PIN_CHANGED"}, sent_at=drive.now)
    assert drive.work() == 1
