"""POST /{number}/messages: accept a message, or mark one as read."""

import base64
import secrets
from dataclasses import replace

from simulator.chats import Message, Thread
from simulator.graph import statuses
from simulator.graph.errors import GraphError, bad_parameter, invalid
from simulator.graph.fields import Fields
from simulator.graph.template_send import template_message
from simulator.graph.validate import canonical_digits, check_content, check_envelope, check_product
from simulator.graph.windows import after_reply, is_service_open
from simulator.jsontypes import Json, without_empty
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World

TYPING_SECONDS = 25.0
NO_WINDOW = "Message failed to send because more than 24 hours have passed since the customer last replied."


def new_message_id() -> str:
    return "wamid.HBg" + base64.b64encode(secrets.token_bytes(33)).decode().rstrip("=")


def send_message(world: World, number: Number, body: Json) -> Json:
    """Check in the platform's order, keep the message, start its statuses. Raises GraphError."""
    now = world.clock.wall()
    if world.faults.throughput_limit:
        world.limits.check_throughput(number.phone_number_id, now)
    message_type = check_envelope(body)
    person = _recipient(world, number, body)
    _refuse_injected(world, number, person, body)
    facts = _facts(world, number, person, message_type, body)
    if world.faults.pair_limit:
        world.limits.check_pair(number.phone_number_id, person.id, now)
    world.limits.count(number.phone_number_id, now)
    message = _keep(world, number, person, message_type, body, facts)
    statuses.follow(world, message.id)
    return _answer(number, person, body, message)


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


def _recipient(world: World, number: Number, body: Json) -> Person:
    if body.get("recipient_type") == "group":
        raise bad_parameter("recipient_type", "group is not supported for this number.")
    if not body.get("to"):
        person = world.people.by_business_scoped_id(number.portfolio, str(body["recipient"]))
        if person is None:
            raise GraphError(131026, "The recipient is not known to this business portfolio.")
        return person
    if not isinstance(body["to"], str):
        raise bad_parameter("to", "must be a string.")
    digits = canonical_digits(body["to"], number.country_code)
    if digits == number.digits:
        raise GraphError(131021, "Recipient cannot be sender.")
    return world.people.reached_at(digits)


def _refuse_injected(world: World, number: Number, person: Person, body: Json) -> None:
    template = (body.get("template") or {}).get("name") if isinstance(body.get("template"), dict) else None
    facts = {"to": person.phone, "template": template, "phone_number_id": number.phone_number_id}
    code = world.faults.injected("sync", facts)
    if code is not None:
        raise GraphError(code, "Switched on in the simulator.")


def _facts(world: World, number: Number, person: Person, message_type: str, body: Json) -> Json:
    """What is kept beside the content: category and text of a template, or that the window was closed."""
    if message_type == "template":
        return template_message(world, number, body)
    check_content(message_type, body)
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


def _answer(number: Number, person: Person, body: Json, message: Message) -> Json:
    by_phone = bool(body.get("to"))
    contact = {
        "input": body["to"] if by_phone else body["recipient"],
        "wa_id": person.phone if by_phone else None,
        "user_id": person.business_scoped_id(number.portfolio) if body.get("recipient") else None,
    }
    accepted = {"id": message.id} | ({"message_status": "accepted"} if message.type == "template" else {})
    return {"messaging_product": "whatsapp", "contacts": [without_empty(contact)], "messages": [accepted]}
