"""POST /{number}/messages: accept a message, or mark one as read."""

import base64
import secrets
from dataclasses import replace

from simulator.chats import Message, Thread
from simulator.graph import statuses
from simulator.graph.catalog import check_catalog
from simulator.graph.errors import GraphError, invalid
from simulator.graph.fields import Fields
from simulator.graph.pacing import HELD, is_held
from simulator.graph.reached import check_reach
from simulator.graph.recipients import find_recipient
from simulator.graph.template_send import template_message
from simulator.graph.threads import check_owner
from simulator.graph.validate import check_content, check_envelope, check_product
from simulator.graph.windows import after_reply, is_service_open
from simulator.jsontypes import Json, without_empty
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World

TYPING_SECONDS = 25.0
NO_WINDOW = "Message failed to send because more than 24 hours have passed since the customer last replied."
BY_MARKETING_API = "Marketing templates of this account go through /marketing_messages."


def new_message_id() -> str:
    return "wamid.HBg" + base64.b64encode(secrets.token_bytes(33)).decode().rstrip("=")


def send_message(world: World, number: Number, body: Json, by_marketing_api: bool = False) -> Json:
    """Check in the platform's order, keep the message, start its statuses. Raises GraphError."""
    now = world.clock.wall()
    if world.faults.throughput_limit:
        world.limits.check_throughput(number.phone_number_id, now, number.throughput)
    message_type = check_envelope(body)
    person = find_recipient(world, number, body)
    _refuse_injected(world, number, person, body)
    check_owner(world, number, person)
    facts = _facts(world, number, person, message_type, body)
    _check_way(world, facts, by_marketing_api)
    if world.faults.pair_limit:
        world.limits.check_pair(number.phone_number_id, person.id, now)
    facts |= check_reach(world, number, person)
    world.limits.count(number.phone_number_id, now)
    message = _keep(world, number, person, message_type, body, facts)
    if message.data.get("held"):
        world.live.publish("templates", {})
    else:
        statuses.follow(world, message.id)
    return _answer(world, number, person, body, message)


def _check_way(world: World, facts: Json, by_marketing_api: bool) -> None:
    """Raises GraphError 134100 or 131063: marketing templates have an address of their own."""
    is_marketing = facts.get("category") == "marketing"
    if by_marketing_api and not is_marketing:
        raise GraphError(134100, "Only marketing templates are taken here.")
    if by_marketing_api:
        facts["category"] = "marketing_lite"
    elif is_marketing and world.faults.marketing_only_by_marketing_api:
        raise GraphError(131063, BY_MARKETING_API)


def mark_read(world: World, number: Number, body: Json) -> Json:
    """Blue ticks for the person, and "typing" when asked for. Raises GraphError 131009 on an unknown message."""
    fields = Fields(body)
    check_product(fields)
    fields.one_of("status", ("read",))
    message = world.chats.get(fields.text("message_id", 512))
    if message is None or message.direction != "in" or message.number_id != number.phone_number_id:
        raise invalid("message_id", "no message of a user has this id.")
    world.chats.raise_read(number.phone_number_id, message.person_id, message.seq)
    typing = fields.optional_object("typing_indicator")
    if typing is not None:
        typing.one_of("type", ("text",))
        _show_typing(world, number.phone_number_id, message.person_id, TYPING_SECONDS)
    return {"success": True}


def _show_typing(world: World, number_id: str, person_id: str, seconds: float) -> None:
    thread = world.chats.thread(number_id, person_id)
    world.chats.put_thread(replace(thread, typing_until=world.clock.wall().timestamp() + seconds))


def _refuse_injected(world: World, number: Number, person: Person, body: Json) -> None:
    template = body.get("template")
    facts = {
        "to": person.phone,
        "person": person.id,
        "type": body.get("type", "text"),
        "template": template.get("name") if isinstance(template, dict) else None,
        "phone_number_id": number.phone_number_id,
    }
    injected = world.faults.injected("sync", facts, world.dice)
    if injected is not None:
        raise GraphError(injected.code, injected.details, status=injected.status)


def _facts(world: World, number: Number, person: Person, message_type: str, body: Json) -> Json:
    """What is kept beside the content: category and text of a template, or that the window was closed."""
    if message_type == "template":
        facts = template_message(world, number, body)
        return facts | ({"held": True} if is_held(world, facts["template_id"]) else {})
    check_content(message_type, body)
    check_catalog(world, number, message_type, body)
    _check_own_media(world, number, body.get(message_type))
    thread = world.chats.thread(number.phone_number_id, person.id)
    if is_service_open(thread, world.clock.now().timestamp()):
        return {}
    if world.faults.window_error_async:
        return {"outside_window": True}
    raise GraphError(131047, NO_WINDOW)


def _check_own_media(world: World, number: Number, media: object) -> None:
    if not isinstance(media, dict) or not isinstance(media.get("id"), str):
        return
    now = world.clock.now().timestamp()
    sql = "SELECT 1 FROM media WHERE id = ? AND number_id = ? AND expires_at > ?"
    if world.db.row(sql, media["id"], number.phone_number_id, now) is None:
        raise invalid("id", "no media with this id belongs to the number.")


def _keep(world: World, number: Number, person: Person, message_type: str, body: Json, facts: Json) -> Message:
    now = world.clock.now().timestamp()
    content = {"type": message_type, message_type: body[message_type], "context": body.get("context")}
    data = {"content": without_empty(content), "opaque": body.get("biz_opaque_callback_data"), **facts}
    message = Message(
        0, new_message_id(), number.phone_number_id, person.id, "out", message_type, now, "accepted", data
    )
    world.chats.add(message)
    thread: Thread = world.chats.thread(number.phone_number_id, person.id)
    world.chats.put_thread(replace(after_reply(thread, now), typing_until=None))
    return message


def _answer(world: World, number: Number, person: Person, body: Json, message: Message) -> Json:
    by_phone = bool(body.get("to"))
    scoped_id = person.business_scoped_id(number.portfolio) if body.get("recipient") else None
    contact = {
        "input": body["to"] if by_phone else body["recipient"],
        "wa_id": person.kept_phone if by_phone else None,
        "user_id": scoped_id if world.faults.user_ids else None,
    }
    accepted = {"id": message.id}
    if message.type == "template":
        accepted["message_status"] = HELD if message.data.get("held") else "accepted"
    return {"messaging_product": "whatsapp", "contacts": [without_empty(contact)], "messages": [accepted]}
