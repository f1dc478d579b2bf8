"""Pacing: of a new marketing template the first few go out, the rest is held until its quality is known."""

from simulator.chats import Message
from simulator.graph import statuses
from simulator.graph.template_model import set_status
from simulator.jsontypes import Json
from simulator.world import World

HELD = "held_for_quality_assessment"
PACED_SQL = "SELECT COUNT(*) AS sent FROM messages WHERE type = 'template' AND CAST(data AS TEXT) LIKE ?"
HELD_SQL = (
    "SELECT id FROM messages WHERE type = 'template' AND status = 'accepted' AND CAST(data AS TEXT) LIKE ? ORDER BY seq"
)


def is_held(world: World, template_id: str) -> bool:
    template = world.templates.get(template_id)
    if template is None or not world.faults.pacing or template["category"] != "MARKETING":
        return False
    if template["quality_score"]["score"] == "GREEN":
        return False
    row = world.db.row(PACED_SQL, f'%"template_id":"{template_id}"%')
    return row is not None and row["sent"] >= world.faults.pacing_first


def held_messages(world: World, template_id: str) -> list[Message]:
    rows = world.db.rows(HELD_SQL, f'%"template_id":"{template_id}"%')
    found = [world.chats.get(row["id"]) for row in rows]
    return [message for message in found if message is not None and message.data.get("held")]


def release(world: World, template: Json) -> int:
    """Quality was good: the held messages go out. Says how many."""
    held = held_messages(world, template["id"])
    for message in held:
        world.chats.keep(message, held=False)
        statuses.follow(world, message.id)
    return len(held)


def drop(world: World, template: Json) -> int:
    """Quality was bad: the held messages fail with 132015 and the template waits for its owner."""
    held = held_messages(world, template["id"])
    for message in held:
        late = {"code": 132015, "details": "The template was paused because of low quality."}
        world.chats.keep(message, held=False, late_error=late)
        statuses.follow(world, message.id)
    set_status(world, {**template, "paused_until": None}, "PAUSED", pause="RATE_LIMITING_PAUSE")
    return len(held)
