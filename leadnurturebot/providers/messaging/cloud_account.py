"""The Cloud API's management webhooks in our neutral shape: `kind` and plain values, one per field of section 2.12."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from leadnurturebot.providers.messaging.base import AccountEvent
from leadnurturebot.providers.messaging.cloud_content import errors_of
from leadnurturebot.providers.messaging.cloud_json import Json, kept, mapping, mappings, text
from leadnurturebot.providers.messaging.cloud_people import digits, stamp

Data = dict[str, Any]

# What an event of the review leaves the template in; everything else names its state itself.
_BACK_IN_USE = {"REINSTATED": "APPROVED", "UNARCHIVED": "APPROVED", "FLAGGED": "APPROVED", "UNPAUSED": "APPROVED"}
# Numbers per day as earlier versions wrote them.
_TIERS = {
    "50": "TIER_50", "250": "TIER_250", "1000": "TIER_1K", "2000": "TIER_2K", "10000": "TIER_10K",
    "100000": "TIER_100K", "-1": "TIER_UNLIMITED",
}  # fmt: skip


def account_events(field: str, value: Json, *, waba_id: str, sent_at: object) -> Iterator[AccountEvent]:
    """The events of one change; an unknown field is told by its keys, or kept as `other`."""
    at = stamp(sent_at) if sent_at else None
    if field == "automatic_events":
        for item in mappings(value.get("automatic_events") or ()):
            yield AccountEvent(waba_id=waba_id, field=field, kind="detected", data=_detected(item), at=at)
        return
    kind, reader = _READERS.get(field) or _by_keys(value)
    yield AccountEvent(waba_id=waba_id, field=field, kind=kind, data=reader(value), at=at)


def _by_keys(value: Json) -> tuple[str, Callable[[Json], Data]]:
    for name, field in _TELLING.items():
        if name in value:
            return _READERS[field]
    return "other", dict


def _template(value: Json) -> Data:
    return {
        "name": text(value.get("message_template_name")),
        "language": text(value.get("message_template_language")),
        "template_id": text(value.get("message_template_id")),
    }


def _template_status(value: Json) -> Data:
    event, reason = text(value.get("event")).upper(), text(value.get("reason")).upper()
    other, rejection = mapping(value.get("other_info")), mapping(value.get("rejection_info"))
    return _template(value) | {
        "event": event,
        "status": _BACK_IN_USE.get(event, event),
        "reason": "" if reason == "NONE" else reason,
        "category": text(value.get("message_template_category")),
        "title": text(other.get("title")),
        "detail": text(rejection.get("recommendation"))
        or text(rejection.get("reason"))
        or text(other.get("description")),
        "disable_date": text(mapping(value.get("disable_info")).get("disable_date")),
    }


def _template_quality(value: Json) -> Data:
    quality, previous = text(value.get("new_quality_score")), text(value.get("previous_quality_score"))
    return _template(value) | {"quality": quality.upper(), "previous": previous.upper()}


def _template_components(value: Json) -> Data:
    parts = {name: text(value.get(f"message_template_{name}")) for name in ("element", "title", "footer")}
    return _template(value) | {"body": parts["element"], "title": parts["title"], "footer": parts["footer"]}


def _template_category(value: Json) -> Data:
    """Pending: `new_category` is still the one in force and `correct_category` comes; done: it has changed."""
    return _template(value) | {
        "category": text(value.get("new_category")),
        "previous": text(value.get("previous_category")),
        "upcoming": text(value.get("correct_category")),
        "changes_at": text(value.get("category_update_timestamp")),
    }


def _number_quality(value: Json) -> Data:
    limit = value.get("max_daily_conversations_per_business") or value.get("current_limit")
    return {
        "number": digits(value.get("display_phone_number")),
        "event": text(value.get("event")).upper(),
        "limit": _tier(limit),
        "previous_limit": _tier(value.get("old_limit")),
    }


def _business_limit(value: Json) -> Data:
    names = ("max_daily_conversations_per_business", "max_daily_conversation_per_phone")
    return {"limit": _tier(next((value[name] for name in names if value.get(name)), ""))}


def _tier(limit: object) -> str:
    name = text(limit).upper()
    return "" if name == "TIER_NOT_SET" else _TIERS.get(name, name)


def _number_name(value: Json) -> Data:
    reason = text(value.get("rejection_reason"))
    return {
        "number": digits(value.get("display_phone_number")),
        "decision": text(value.get("decision")).upper(),
        "name": text(value.get("requested_verified_name")),
        "reason": "" if reason.upper() == "NONE" else reason,
    }


def _account(value: Json) -> Data:
    ban, gone = mapping(value.get("ban_info")), mapping(value.get("disconnection_info"))
    restrictions = [
        {"type": text(item.get("restriction_type")), "until": moment(item.get("expiration"))}
        for item in mappings(value.get("restriction_info") or ())
    ]
    return {
        "event": text(value.get("event")).upper(),
        "number": digits(value.get("phone_number")),
        "restrictions": restrictions,
        "violation": text(mapping(value.get("violation_info")).get("violation_type")),
        "ban_state": text(ban.get("waba_ban_state")).upper(),
        "ban_date": text(ban.get("waba_ban_date")),
        "reason": text(gone.get("reason")),
    }


def moment(value: object) -> str:
    """Unix seconds as ISO 8601, empty without."""
    return stamp(value).isoformat() if value and stamp(value) > datetime.fromtimestamp(0, UTC) else ""


def _alert(value: Json) -> Data:
    alert = mapping(value.get("alert_info"))
    names = {"severity": "alert_severity", "status": "alert_status", "type": "alert_type", "text": "alert_description"}
    about = {"entity_type": text(value.get("entity_type")), "entity_id": text(value.get("entity_id"))}
    return {short: text(alert.get(name) or value.get(name)) for short, name in names.items()} | about


def _review(value: Json) -> Data:
    return {"decision": text(value.get("decision")).upper()}


def _security(value: Json) -> Data:
    return {
        "event": text(value.get("event")).upper(),
        "number": digits(value.get("display_phone_number")),
        "requester": text(value.get("requester")),
    }


def _flow(value: Json) -> Data:
    names = ("flow_id", "old_status", "new_status", "message", "alert_state")
    return {"event": text(value.get("event")).upper(), **kept(value, *names)}


def _username(value: Json) -> Data:
    return {
        "number": digits(value.get("display_phone_number")),
        "username": text(value.get("username")).removeprefix("@"),
        "status": text(value.get("status") or value.get("event")).upper(),
    }


def _detected(item: Json) -> Data:
    custom = mapping(item.get("custom_data"))
    return {
        "id": text(item.get("id")),
        "name": text(item.get("event_name")),
        "at": moment(item.get("timestamp")),
        **kept(custom, "value", "currency"),
    }


def _errors(value: Json) -> Data:
    return {"errors": errors_of(value)}


def _history_refused(value: Json) -> Data:
    parts = [value, *mappings(value.get("history") or ())]
    return {"errors": [error for part in parts for error in errors_of(part)]}


_READERS: dict[str, tuple[str, Callable[[Json], Data]]] = {
    "message_template_status_update": ("template_status", _template_status),
    "message_template_quality_update": ("template_quality", _template_quality),
    "message_template_components_update": ("template_components", _template_components),
    "template_category_update": ("template_category", _template_category),
    "template_correct_category_detection": ("template_category", _template_category),
    "phone_number_quality_update": ("number_quality", _number_quality),
    "business_capability_update": ("business_limit", _business_limit),
    "phone_number_name_update": ("number_name", _number_name),
    "account_update": ("account", _account),
    "account_alerts": ("alert", _alert),
    "account_review_update": ("review", _review),
    "security": ("security", _security),
    "flows": ("flow", _flow),
    "business_username_updates": ("username", _username),
    "errors": ("errors", _errors),
    "history": ("history_refused", _history_refused),
}
# Keys by which a change under an odd field name is told.
_TELLING = {
    "new_quality_score": "message_template_quality_update",
    "correct_category": "template_category_update",
    "previous_category": "template_category_update",
    "message_template_element": "message_template_components_update",
    "restriction_info": "account_update",
    "alert_info": "account_alerts",
    "requested_verified_name": "phone_number_name_update",
}
