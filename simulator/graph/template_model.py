"""Message templates: their stored shape, their variables, their review."""

import re
from typing import Any

from simulator.graph.webhooks import send_to_account
from simulator.jsontypes import Json
from simulator.world import World

PAUSES = {
    "FIRST_PAUSE": "Paused for 3 hours because of low quality.",
    "SECOND_PAUSE": "Paused for 6 hours because of low quality.",
    "RATE_LIMITING_PAUSE": "Paused because recipients reacted badly to the first messages.",
    "UNPAUSE": "The template can be sent again.",
    "DISABLED": "Disabled because of low quality for the third time.",
}
REJECTION = "The text does not fit the category."
RECOMMENDATION = "Change the text or choose another category."
VARIABLE = re.compile(r"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")
PUBLIC = (
    "id",
    "name",
    "language",
    "status",
    "category",
    "parameter_format",
    "components",
    "quality_score",
    "rejected_reason",
    "previous_category",
    "correct_category",
    "message_send_ttl_seconds",
)


def variables(text: str) -> list[str]:
    """Names of the variables of a text in order of first appearance."""
    return list(dict.fromkeys(VARIABLE.findall(text)))


def component(template: Json, kind: str) -> Json | None:
    return next((each for each in template["components"] if str(each["type"]).upper() == kind), None)


def buttons(template: Json) -> list[Json]:
    found = component(template, "BUTTONS")
    return list(found["buttons"]) if found else []


def public(template: Json, wanted: str | None) -> Json:
    """The fields asked for; id always."""
    names = [name.strip() for name in wanted.split(",")] if wanted else ["id", "name", "status", "category", "language"]
    names = names if wanted else [*names, "components", "parameter_format"]
    return {name: template[name] for name in PUBLIC if name in [*names, "id"] and template.get(name) is not None}


def templates_of(world: World, waba_id: str) -> list[Json]:
    review_due(world)
    return [each for each in world.templates.all(waba_id) if each["status"] != "DELETED"]


def find_template(world: World, waba_id: str, name: Any, language: Any) -> Json | None:
    found = [each for each in templates_of(world, waba_id) if (each["name"], each["language"]) == (name, language)]
    return found[0] if found else None


def review_due(world: World) -> None:
    """Decide the reviews whose time has come."""
    now = world.clock.now().timestamp()
    for template in world.templates.all():
        if template["status"] == "PENDING" and world.faults.template_review != "hold" and now >= template["review_due"]:
            is_approved = world.faults.template_review == "approve"
            set_status(
                world,
                template,
                "APPROVED" if is_approved else "REJECTED",
                "NONE" if is_approved else "INVALID_FORMAT",
            )


def set_status(world: World, template: Json, status: str, reason: str = "NONE", pause: str = "") -> None:
    """Keep a new state of a template and tell the account's apps. `pause` names which pause it is, or its end."""
    changed = {**template, "status": status, "rejected_reason": reason}
    world.templates.put(template["id"], changed, template["waba_id"])
    value = {
        "event": status,
        "message_template_id": int(template["id"]),
        "message_template_name": template["name"],
        "message_template_language": template["language"],
        "message_template_category": template["category"],
        "reason": reason,
    }
    if pause:
        value["other_info"] = {"title": pause, "description": PAUSES[pause]}
    if status == "REJECTED":
        value["rejection_info"] = {"reason": REJECTION, "recommendation": RECOMMENDATION}
    if status == "DISABLED":
        value["disable_info"] = {"disable_date": world.clock.now_unix()}
    world.live.publish("templates", {})
    title = f"Template {template['name']} ({template['language']}) {status.lower()}"
    send_to_account(world, template["waba_id"], "message_template_status_update", value, title)
