"""Templates of an account: create, list, read, edit, delete."""

import base64
import binascii
import secrets

from simulator.graph.errors import GraphError, unknown_object
from simulator.graph.template_check import check_template, is_named, refuse
from simulator.graph.template_model import public, review_due, set_status, templates_of
from simulator.jsontypes import Json
from simulator.world import World

NAME_LOCK_SECONDS = 30 * 86400
EDITABLE_STATES = ("APPROVED", "REJECTED", "PAUSED")
DEFAULT_PAGE = 25


def create_template(world: World, waba_id: str, raw: Json) -> Json:
    """Raises GraphError when the template breaks a limit, exists or its name is locked."""
    check_template(raw)
    now = world.clock.now().timestamp()
    for each in world.templates.all(waba_id):
        _check_free(each, raw, now)
    template = {
        "id": str(10**15 + secrets.randbelow(9 * 10**15)),
        "waba_id": waba_id,
        "name": raw["name"],
        "language": raw["language"],
        "category": _judged(world, raw["category"]),
        "parameter_format": "NAMED" if is_named(raw) else "POSITIONAL",
        "components": raw["components"],
        "message_send_ttl_seconds": raw.get("message_send_ttl_seconds"),
        "quality_score": {"score": "UNKNOWN"},
        "status": "PENDING",
        "review_due": now + world.faults.template_review_seconds,
    }
    world.templates.put(template["id"], template, waba_id)
    world.scheduler.later(world.faults.template_review_seconds + 0.05, lambda: _review(world))
    return {"id": template["id"], "status": "PENDING", "category": template["category"]}


def _judged(world: World, asked: str) -> str:
    """The platform decides the category; the one it answers can differ from the one asked for."""
    return "MARKETING" if asked == "UTILITY" and world.faults.template_category == "marketing" else asked


def unpause_by_shop(world: World, template: Json) -> Json:
    """Only a pause that pacing made is ended by the shop. Raises GraphError 100."""
    if template["status"] != "PAUSED" or template.get("paused_until"):
        raise GraphError(100, "Only a template that was paused by pacing can be unpaused.")
    set_status(world, template, "APPROVED", pause="UNPAUSE")
    return {"success": True}


async def _review(world: World) -> None:
    review_due(world)


def _check_free(existing: Json, raw: Json, now: float) -> None:
    if existing["name"] != raw["name"]:
        return
    if (
        existing["status"] == "DELETED"
        and existing.get("was_approved")
        and now < existing["deleted_at"] + NAME_LOCK_SECONDS
    ):
        raise refuse(2388023, "The name of a deleted approved template can not be used again for 30 days.")
    if existing["status"] != "DELETED" and existing["language"] == raw["language"]:
        raise refuse(2388024, "There is already content in this language for this template.")


def list_templates(world: World, waba_id: str, query: dict[str, str]) -> Json:
    """Raises GraphError 131059 on a cursor that is none."""
    found = [each for each in templates_of(world, waba_id) if _matches(each, query)]
    start = _position(query.get("after"), len(found))
    limit = max(1, min(int(query.get("limit") or DEFAULT_PAGE), 1000))
    page = found[start : start + limit]
    data = [public(each, query.get("fields")) for each in page]
    if not page:
        return {"data": []}
    cursors = {"before": _cursor(start), "after": _cursor(start + len(page))}
    paging: Json = {"cursors": cursors}
    if start + len(page) < len(found):
        paging["next"] = f"?after={cursors['after']}"
    return {"data": data, "paging": paging}


def _matches(template: Json, query: dict[str, str]) -> bool:
    wanted = {name: query[name] for name in ("status", "name", "language", "category") if name in query}
    return all(str(template[name]).lower() == value.lower() for name, value in wanted.items())


def _cursor(position: int) -> str:
    return base64.urlsafe_b64encode(f"t:{position}".encode()).decode()


def _position(cursor: str | None, count: int) -> int:
    if cursor is None:
        return 0
    try:
        position = int(base64.urlsafe_b64decode(cursor).decode().removeprefix("t:"))
    except (ValueError, binascii.Error) as error:
        raise GraphError(131059, "The cursor is not valid or is stale.") from error
    if not 0 <= position <= count:
        raise GraphError(131059, "The cursor is not valid or is stale.")
    return position


def read_template(world: World, template_id: str, wanted: str | None) -> Json:
    review_due(world)
    template = world.templates.get(template_id)
    if template is None or template["status"] == "DELETED":
        raise unknown_object(template_id)
    return public(template, wanted)


def edit_template(world: World, template: Json, raw: Json) -> Json:
    """A new text goes to review again; meanwhile the template can not be sent. Raises GraphError."""
    if template["status"] not in EDITABLE_STATES:
        raise GraphError(100, f"A template in state {template['status']} can not be edited.")
    if raw.get("category", template["category"]) != template["category"] and template["status"] == "APPROVED":
        raise GraphError(100, "The category of an approved template can not be edited.")
    changes: Json = {name: raw[name] for name in ("components", "category") if name in raw}
    changed = template | changes
    check_template(changed)
    due = world.clock.now().timestamp() + world.faults.template_review_seconds
    world.templates.put(template["id"], {**changed, "status": "PENDING", "review_due": due}, template["waba_id"])
    world.scheduler.later(world.faults.template_review_seconds + 0.05, lambda: _review(world))
    return {"success": True}


def _is_named(template: Json, query: dict[str, str]) -> bool:
    if "hsm_ids" in query:
        return template["id"] in query["hsm_ids"].strip("[]").replace('"', "").replace(" ", "").split(",")
    return template["name"] == query.get("name") and query.get("hsm_id") in (None, template["id"])


def delete_templates(world: World, waba_id: str, query: dict[str, str]) -> Json:
    """Every language of a name, or the one of `hsm_id`. Raises GraphError when there is none."""
    name = query.get("name")
    found = [each for each in templates_of(world, waba_id) if _is_named(each, query)]
    if not found:
        raise GraphError(100, f"Message template {name} was not found.", subcode=2593002)
    for each in found:
        was_approved = each["status"] == "APPROVED"
        deleted = {**each, "was_approved": was_approved, "deleted_at": world.clock.now().timestamp()}
        set_status(world, deleted, "DELETED")
    return {"success": True}
