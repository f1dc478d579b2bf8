"""Section 2.12: what every field about the account becomes."""

from typing import Any

import pytest

from tests.providers.cloud_payloads import AT, delivered

BLUE = {
    "message_template_id": 594425479261596,
    "message_template_name": "cart_left",
    "message_template_language": "en_US",
}
OURS = {"name": "cart_left", "language": "en_US", "template_id": "594425479261596"}
STATUS = {**OURS, "reason": "", "category": "", "title": "", "detail": "", "disable_date": ""}
ACCOUNT = {"number": "", "restrictions": [], "violation": "", "ban_state": "", "ban_date": "", "reason": ""}

ACCOUNTS: list[tuple[str, dict[str, Any], str, dict[str, Any]]] = [
    *(
        (
            "message_template_status_update",
            {"event": event, "reason": "NONE", **BLUE},
            "template_status",
            {**STATUS, "event": event, "status": status},
        )
        for event, status in [
            ("APPROVED", "APPROVED"),
            ("REJECTED", "REJECTED"),
            ("PENDING", "PENDING"),
            ("PAUSED", "PAUSED"),
            ("DISABLED", "DISABLED"),
            ("FLAGGED", "APPROVED"),
            ("REINSTATED", "APPROVED"),
            ("IN_APPEAL", "IN_APPEAL"),
            ("LIMIT_EXCEEDED", "LIMIT_EXCEEDED"),
            ("LOCKED", "LOCKED"),
            ("PENDING_DELETION", "PENDING_DELETION"),
            ("DELETED", "DELETED"),
            ("ARCHIVED", "ARCHIVED"),
            ("UNARCHIVED", "APPROVED"),
        ]
    ),
    (
        "message_template_status_update",
        {
            "event": "REJECTED",
            "reason": "INVALID_FORMAT",
            "rejection_info": {"reason": "r", "recommendation": "Add a sample"},
            "message_template_category": "MARKETING",
            **BLUE,
        },
        "template_status",
        {
            **STATUS,
            "event": "REJECTED",
            "status": "REJECTED",
            "reason": "INVALID_FORMAT",
            "detail": "Add a sample",
            "category": "MARKETING",
        },
    ),
    (
        "message_template_status_update",
        {
            "event": "PAUSED",
            "other_info": {"title": "FIRST_PAUSE", "description": "for 3 hours"},
            "disable_info": {"disable_date": "2026-12-01"},
            **BLUE,
        },
        "template_status",
        {
            **STATUS,
            "event": "PAUSED",
            "status": "PAUSED",
            "title": "FIRST_PAUSE",
            "detail": "for 3 hours",
            "disable_date": "2026-12-01",
        },
    ),
    (
        "message_template_quality_update",
        {"previous_quality_score": "GREEN", "new_quality_score": "RED", **BLUE},
        "template_quality",
        {**OURS, "quality": "RED", "previous": "GREEN"},
    ),
    (
        "misnamed",
        {"new_quality_score": "YELLOW", **BLUE},
        "template_quality",
        {**OURS, "quality": "YELLOW", "previous": ""},
    ),
    (
        "message_template_components_update",
        {
            "message_template_element": "Hi {{1}}",
            "message_template_title": "Sale",
            "message_template_footer": "STOP",
            **BLUE,
        },
        "template_components",
        {**OURS, "body": "Hi {{1}}", "title": "Sale", "footer": "STOP"},
    ),
    (
        "template_category_update",
        {"correct_category": "MARKETING", "new_category": "UTILITY", "category_update_timestamp": 1750100000, **BLUE},
        "template_category",
        {**OURS, "category": "UTILITY", "previous": "", "upcoming": "MARKETING", "changes_at": "1750100000"},
    ),
    (
        "template_category_update",
        {"previous_category": "UTILITY", "new_category": "MARKETING", **BLUE},
        "template_category",
        {**OURS, "category": "MARKETING", "previous": "UTILITY", "upcoming": "", "changes_at": ""},
    ),
    (
        "template_correct_category_detection",
        {"correct_category": "MARKETING", "category": "UTILITY", **BLUE},
        "template_category",
        {**OURS, "category": "", "previous": "", "upcoming": "MARKETING", "changes_at": ""},
    ),
    (
        "phone_number_quality_update",
        {
            "display_phone_number": "+1 555-078-3881",
            "event": "THROUGHPUT_UPGRADE",
            "current_limit": "TIER_10K",
            "max_daily_conversations_per_business": "TIER_100K",
            "old_limit": "TIER_10K",
        },
        "number_quality",
        {"number": "15550783881", "event": "THROUGHPUT_UPGRADE", "limit": "TIER_100K", "previous_limit": "TIER_10K"},
    ),
    (
        "phone_number_quality_update",
        {"display_phone_number": "15550783881", "event": "ONBOARDING", "current_limit": "TIER_NOT_SET"},
        "number_quality",
        {"number": "15550783881", "event": "ONBOARDING", "limit": "", "previous_limit": ""},
    ),
    (
        "business_capability_update",
        {"max_daily_conversations_per_business": "TIER_2K", "max_phone_numbers_per_waba": 25},
        "business_limit",
        {"limit": "TIER_2K"},
    ),
    (
        "business_capability_update",
        {"max_daily_conversation_per_phone": 10000},
        "business_limit",
        {"limit": "TIER_10K"},
    ),
    (
        "phone_number_name_update",
        {
            "display_phone_number": "15550783881",
            "decision": "REJECTED",
            "requested_verified_name": "Trendy",
            "rejection_reason": "NAME_WITHOUT_BUSINESS",
        },
        "number_name",
        {"number": "15550783881", "decision": "REJECTED", "name": "Trendy", "reason": "NAME_WITHOUT_BUSINESS"},
    ),
    (
        "account_update",
        {
            "event": "ACCOUNT_RESTRICTION",
            "restriction_info": [{"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": AT}],
        },
        "account",
        {
            **ACCOUNT,
            "event": "ACCOUNT_RESTRICTION",
            "restrictions": [{"type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "until": "2025-06-15T23:27:53+00:00"}],
        },
    ),
    (
        "account_update",
        {"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "ADULT"}},
        "account",
        {**ACCOUNT, "event": "ACCOUNT_VIOLATION", "violation": "ADULT"},
    ),
    (
        "account_update",
        {
            "event": "DISABLED_UPDATE",
            "ban_info": {"waba_ban_state": "SCHEDULE_FOR_DISABLE", "waba_ban_date": "2026-12-01"},
        },
        "account",
        {**ACCOUNT, "event": "DISABLED_UPDATE", "ban_state": "SCHEDULE_FOR_DISABLE", "ban_date": "2026-12-01"},
    ),
    (
        "account_update",
        {
            "event": "PARTNER_REMOVED",
            "phone_number": "15550783881",
            "disconnection_info": {"reason": "PRIMARY_INACTIVITY", "initiated_by": "SYSTEM"},
        },
        "account",
        {**ACCOUNT, "event": "PARTNER_REMOVED", "number": "15550783881", "reason": "PRIMARY_INACTIVITY"},
    ),
    *(
        ("account_update", {"event": event}, "account", {**ACCOUNT, "event": event})
        for event in (
            "ACCOUNT_DELETED",
            "ACCOUNT_OFFBOARDED",
            "ACCOUNT_RECONNECTED",
            "PARTNER_ADDED",
            "PARTNER_APP_INSTALLED",
            "PARTNER_APP_UNINSTALLED",
            "VOLUME_BASED_PRICING_TIER_UPDATE",
            "MM_LITE_TERMS_SIGNED",
        )
    ),
    (
        "account_alerts",
        {
            "entity_type": "PHONE_NUMBER",
            "entity_id": "1065",
            "alert_info": {
                "alert_severity": "CRITICAL",
                "alert_status": "ACTIVE",
                "alert_type": "OBA",
                "alert_description": "d",
            },
        },
        "alert",
        {
            "severity": "CRITICAL",
            "status": "ACTIVE",
            "type": "OBA",
            "text": "d",
            "entity_type": "PHONE_NUMBER",
            "entity_id": "1065",
        },
    ),
    ("account_review_update", {"decision": "REJECTED"}, "review", {"decision": "REJECTED"}),
    (
        "security",
        {"display_phone_number": "15550783881", "event": "PIN_CHANGED", "requester": "61"},
        "security",
        {"event": "PIN_CHANGED", "number": "15550783881", "requester": "61"},
    ),
    (
        "flows",
        {
            "event": "FLOW_STATUS_CHANGE",
            "flow_id": "6",
            "old_status": "PUBLISHED",
            "new_status": "BLOCKED",
            "message": "m",
        },
        "flow",
        {
            "event": "FLOW_STATUS_CHANGE",
            "flow_id": "6",
            "old_status": "PUBLISHED",
            "new_status": "BLOCKED",
            "message": "m",
        },
    ),
    (
        "business_username_updates",
        {"display_phone_number": "15550783881", "username": "@trendy", "status": "approved"},
        "username",
        {"number": "15550783881", "username": "trendy", "status": "APPROVED"},
    ),
    (
        "automatic_events",
        {
            "automatic_events": [
                {
                    "id": "e1",
                    "event_name": "Purchase",
                    "timestamp": AT,
                    "ctwa_clid": "Aff",
                    "custom_data": {"currency": "USD", "value": 49.5},
                }
            ]
        },
        "detected",
        {"id": "e1", "name": "Purchase", "at": "2025-06-15T23:27:53+00:00", "value": 49.5, "currency": "USD"},
    ),
    (
        "history",
        {"history": [{"errors": [{"code": 2593109, "message": "History sync is turned off"}]}]},
        "history_refused",
        {"errors": [{"code": 2593109, "text": "History sync is turned off"}]},
    ),
    (
        "messages",
        {"errors": [{"code": 131000, "title": "Something went wrong"}]},
        "errors",
        {"errors": [{"code": 131000, "text": "Something went wrong"}]},
    ),
    ("tracking_events", {"x": 1}, "other", {"x": 1, "messaging_product": "whatsapp"}),
]


@pytest.mark.parametrize(("field", "value", "kind", "data"), ACCOUNTS)
def test_each_account_event_has_its_neutral_shape(
    field: str, value: dict[str, Any], kind: str, data: dict[str, Any]
) -> None:
    (event,) = delivered(field, value, sent_at=AT).account
    found = {name: given for name, given in event.data.items() if name != "metadata"}
    assert (event.kind, found, event.waba_id, int(event.at.timestamp()) if event.at else None) == (
        kind,
        data,
        "1022",
        AT,
    )
