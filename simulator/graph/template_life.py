"""What happens to a template after its creation: pauses, quality, another category, pacing. By hand, or by the clock."""

from collections.abc import Callable

from simulator.graph import pacing
from simulator.graph.errors import GraphError
from simulator.graph.template_model import set_status
from simulator.graph.webhooks import send_to_account
from simulator.jsontypes import Json
from simulator.world import World

HOUR = 3600.0
NOTICE_SECONDS = 24 * HOUR
PAUSES = (("FIRST_PAUSE", 3 * HOUR), ("SECOND_PAUSE", 6 * HOUR))
SCORES = ("GREEN", "YELLOW", "RED", "UNKNOWN")


class LifeError(ValueError):
    """That can not happen to a template; the text says why."""


def pause(world: World, template: Json) -> None:
    """Low quality: three hours, then six, the third time for good."""
    times = int(template.get("pauses", 0))
    if times >= len(PAUSES):
        set_status(world, {**template, "paused_until": None}, "DISABLED", pause="DISABLED")
        return
    title, seconds = PAUSES[times]
    until = world.clock.now().timestamp() + seconds
    set_status(world, {**template, "pauses": times + 1, "paused_until": until}, "PAUSED", pause=title)


def unpause(world: World, template: Json) -> None:
    set_status(world, {**template, "paused_until": None}, "APPROVED", pause="UNPAUSE")


def announce_category(world: World, template: Json, category: str) -> None:
    """Judged to be of another category: told now, changed a day later."""
    due = world.clock.now().timestamp() + NOTICE_SECONDS
    _put(world, template, correct_category=category, category_due=due)
    value = {"correct_category": category, "new_category": template["category"]}
    _tell(world, template, "template_category_update", value | {"category_update_timestamp": int(due)})


def change_category(world: World, template: Json, category: str) -> None:
    previous = template["category"]
    _put(world, template, category=category, previous_category=previous, correct_category=None, category_due=None)
    value = {"previous_category": previous, "new_category": category}
    _tell(world, template, "template_category_update", value)


def rate(world: World, template: Json, score: str) -> None:
    """Another quality score. Raises LifeError."""
    if score not in SCORES:
        raise LifeError(f"score: one of {', '.join(SCORES)}")
    previous = template["quality_score"]["score"]
    _put(world, template, quality_score={"score": score, "date": world.clock.now_unix()})
    value = {"previous_quality_score": previous, "new_quality_score": score}
    _tell(world, template, "message_template_quality_update", value)


def fall_due(world: World) -> None:
    """Pauses that end and categories that change by now."""
    now = world.clock.now().timestamp()
    for template in world.templates.all():
        if template["status"] == "PAUSED" and (template.get("paused_until") or now + 1) <= now:
            unpause(world, template)
        elif (template.get("category_due") or now + 1) <= now:
            change_category(world, template, template["correct_category"])


def act(world: World, template: Json, body: Json) -> None:
    """Do one of the deeds by name. Raises LifeError."""
    deed = DEEDS.get(str(body.get("deed")))
    if deed is None:
        raise LifeError(f"deed: one of {', '.join(DEEDS)}")
    try:
        deed(world, template, body)
    except GraphError as error:
        raise LifeError(str(error)) from error


DEEDS: dict[str, Callable[[World, Json, Json], object]] = {
    "approve": lambda world, template, body: set_status(world, template, "APPROVED"),
    "reject": lambda world, template, body: set_status(
        world, template, "REJECTED", str(body.get("reason") or "INVALID_FORMAT")
    ),
    "pause": lambda world, template, body: pause(world, template),
    "unpause": lambda world, template, body: unpause(world, template),
    "disable": lambda world, template, body: set_status(world, template, "DISABLED", pause="DISABLED"),
    "announce_category": lambda world, template, body: announce_category(
        world, template, str(body.get("category") or "MARKETING")
    ),
    "change_category": lambda world, template, body: change_category(
        world, template, str(body.get("category") or "MARKETING")
    ),
    "rate": lambda world, template, body: rate(world, template, str(body.get("score"))),
    "release": lambda world, template, body: pacing.release(world, template),
    "drop": lambda world, template, body: pacing.drop(world, template),
}


def _put(world: World, template: Json, **changes: object) -> None:
    world.templates.put(template["id"], {**template, **changes}, template["waba_id"])
    world.live.publish("templates", {})


def _tell(world: World, template: Json, field: str, value: Json) -> None:
    named = {
        "message_template_id": int(template["id"]),
        "message_template_name": template["name"],
        "message_template_language": template["language"],
    }
    title = f"Template {template['name']}: {field.replace('_', ' ')}"
    send_to_account(world, template["waba_id"], field, named | value, title)
