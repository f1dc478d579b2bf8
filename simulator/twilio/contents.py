"""The Content API: what is made once, approved perhaps, and filled with variables for every message."""

import re
from typing import Any

from simulator.jsontypes import Json
from simulator.state import Documents
from simulator.twilio.errors import TwilioError
from simulator.twilio.ids import new_sid
from simulator.world import World

VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
BODY_MOST = 1024
KINDS = (
    "twilio/text", "twilio/media", "twilio/quick-reply", "twilio/list-picker", "twilio/call-to-action", "twilio/card",
    "twilio/carousel",
)  # fmt: skip


def contents(world: World) -> Documents:
    return Documents(world.db, "twilio contents")


def create(world: World, account_sid: str, body: Json) -> Json:
    """Raises TwilioError 92005 for a content that cannot be."""
    types = body.get("types")
    if not isinstance(types, dict) or not types or not set(types) <= set(KINDS):
        raise TwilioError(92005, f"types: one or more of {', '.join(KINDS)} wanted")
    if not isinstance(body.get("language"), str):
        raise TwilioError(92005, "language is required")
    for kind, content in types.items():
        _check(kind, content)
    made = {
        "sid": new_sid("HX"), "account_sid": account_sid, "friendly_name": str(body.get("friendly_name") or ""),
        "language": body["language"], "variables": body.get("variables") or {}, "types": types, "approval": None,
    }  # fmt: skip
    contents(world).put(made["sid"], made, account_sid)
    return public(made)


def _check(kind: str, content: Any) -> None:
    if not isinstance(content, dict) or (kind != "twilio/media" and not content.get("body")):
        raise TwilioError(92005, f"{kind}: body is required")
    if len(content.get("body", "")) > (1600 if kind == "twilio/text" else BODY_MOST):
        raise TwilioError(92005, f"{kind}: body is too long")
    if kind == "twilio/list-picker":
        items = content.get("items")
        if not content.get("button") or not isinstance(items, list) or not 1 <= len(items) <= 10:
            raise TwilioError(92005, "twilio/list-picker: a button and one to ten items are wanted")
        if any(not item.get(name) for item in items for name in ("item", "id", "description")):
            raise TwilioError(92005, "twilio/list-picker: every item wants item, id and description")
    if kind in ("twilio/quick-reply", "twilio/call-to-action"):
        actions = content.get("actions")
        if not isinstance(actions, list) or not 1 <= len(actions) <= 10:
            raise TwilioError(92005, f"{kind}: one to ten actions are wanted")


def public(content: Json) -> Json:
    return {name: value for name, value in content.items() if name != "approval"}


def find(world: World, account_sid: str, sid: str) -> Json | None:
    found = contents(world).get(sid)
    return found if found and found["account_sid"] == account_sid else None


def request_approval(world: World, content: Json, body: Json) -> Json:
    """Hand in for WhatsApp's review; it takes as long as the switch says."""
    name, category = str(body.get("name") or ""), str(body.get("category") or "")
    if not re.fullmatch(r"[a-z0-9_]{1,512}", name) or category not in ("UTILITY", "MARKETING", "AUTHENTICATION"):
        raise TwilioError(92005, "name and category are wanted")
    due = world.clock.now().timestamp() + world.faults.template_review_seconds
    approval = {"name": name, "category": category, "status": "received", "rejection_reason": "", "due": due}
    contents(world).put(content["sid"], {**content, "approval": approval}, content["account_sid"])
    return approval_of(world, {**content, "approval": approval})


def approval_of(world: World, content: Json) -> Json:
    """The state of the review now."""
    approval = content["approval"]
    if approval is None:
        return {"status": "unsubmitted", "name": "", "category": "", "rejection_reason": ""}
    is_due = world.clock.now().timestamp() >= approval["due"] and world.faults.template_review != "hold"
    state = {"approve": "approved", "reject": "rejected"}.get(world.faults.template_review, "pending")
    reason = "INVALID_FORMAT" if is_due and state == "rejected" else ""
    status = state if is_due else approval["status"]
    return {
        "name": approval["name"], "category": approval["category"], "content_type": next(iter(content["types"])),
        "status": status, "rejection_reason": reason, "allow_category_change": True,
    }  # fmt: skip


def all_with_approvals(world: World, account_sid: str) -> Json:
    listed = contents(world).all(account_sid)
    return {"contents": [{**public(each), "approval_requests": approval_of(world, each)} for each in listed]}


def filled(content: Json, variables: dict[str, str]) -> tuple[str, Json]:
    """The richest kind WhatsApp knows, with the variables in. Raises TwilioError 21656 when one is missing."""
    kind = max(content["types"], key=KINDS.index)
    values = {**content["variables"], **variables}
    found: Json = _fill(content["types"][kind], values)
    return kind, found


def _fill(value: Any, values: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _fill(each, values) for name, each in value.items()}
    if isinstance(value, list):
        return [_fill(each, values) for each in value]
    if not isinstance(value, str):
        return value
    missing = [name for name in VARIABLE.findall(value) if not values.get(name)]
    if missing:
        raise TwilioError(21656, f"The Content Variables parameter is invalid: {{{{{missing[0]}}}}} has no value")
    return VARIABLE.sub(lambda found: str(values[found[1]]), value)
