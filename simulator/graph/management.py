"""One management event of every kind an app can subscribe to: what the platform tells without being asked."""

from simulator.graph.webhooks import send_to_account
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.world import World


def samples(number: Number) -> dict[str, tuple[str, Json]]:
    """Name -> (field, value)."""
    return _of_number(number) | _of_account(number)


def _of_number(number: Number) -> dict[str, tuple[str, Json]]:
    digits = number.digits
    quality = {"display_phone_number": digits, "old_limit": "TIER_2K", "current_limit": "TIER_10K"}
    return {
        "limit_raised": (
            "phone_number_quality_update",
            quality | {"event": "ONBOARDING", "max_daily_conversations_per_business": "TIER_10K"},
        ),
        "throughput_raised": (
            "phone_number_quality_update",
            {"display_phone_number": digits, "event": "THROUGHPUT_UPGRADE", "current_limit": "TIER_UNLIMITED"},
        ),
        "capability": (
            "business_capability_update",
            {"max_daily_conversations_per_business": 10_000, "max_phone_numbers_per_waba": 25},
        ),
        "capability_of_v23": (
            "business_capability_update",
            {"max_daily_conversation_per_phone": 10_000, "max_phone_numbers_per_business": 25},
        ),
        "name_approved": (
            "phone_number_name_update",
            {"display_phone_number": digits, "decision": "APPROVED", "requested_verified_name": number.name},
        ),
    }


def _of_account(number: Number) -> dict[str, tuple[str, Json]]:
    digits = number.digits
    restriction = [{"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": 1798000000}]
    alert = {"alert_severity": "INFORMATIONAL", "alert_status": "NONE", "alert_type": "OBA_APPROVED"}
    disconnection = {"reason": "PRIMARY_INACTIVITY", "initiated_by": "SYSTEM"}
    return {
        "restricted": ("account_update", {"event": "ACCOUNT_RESTRICTION", "restriction_info": restriction}),
        "violation": ("account_update", {"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "SCAM"}}),
        "banned": (
            "account_update",
            {
                "event": "DISABLED_UPDATE",
                "ban_info": {"waba_ban_state": "DISABLE", "waba_ban_date": "November 22, 2026"},
            },
        ),
        "app_link_lost": (
            "account_update",
            {"event": "PARTNER_REMOVED", "phone_number": digits, "disconnection_info": disconnection},
        ),
        "alert": (
            "account_alerts",
            {
                "entity_type": "WABA",
                "entity_id": number.waba_id,
                "alert_info": {**alert, "alert_description": "Approved"},
            },
        ),
        "reviewed": ("account_review_update", {"decision": "APPROVED"}),
        "pin_changed": ("security", {"display_phone_number": digits, "event": "PIN_CHANGED", "requester": "1"}),
        "flow_status": (
            "flows",
            {"event": "FLOW_STATUS_CHANGE", "flow_id": "77", "old_status": "DRAFT", "new_status": "PUBLISHED"},
        ),
        "username": (
            "business_username_updates",
            {"display_phone_number": digits, "status": "APPROVED", "username": "tt"},
        ),
        "field_of_the_future": ("hologram_updates", {"event": "SHIMMER"}),
    }


def tell(world: World, number: Number, name: str) -> bool:
    """Send one of the samples; False when there is none of this name."""
    found = samples(number).get(name)
    if found is None:
        return False
    field, value = found
    send_to_account(world, number.waba_id, field, value, f"Account event: {name.replace('_', ' ')}")
    return True
