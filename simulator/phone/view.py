"""The chat as the phone shows it."""

from dataclasses import asdict
from typing import Any

from simulator.chats import Message, Thread
from simulator.graph.pacing import held_messages
from simulator.graph.windows import service_until
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World


def chat_view(world: World, number: Number, person: Person, limit: int = 200) -> Json:
    """Messages oldest first, as the person sees them: nothing that was not sent, nothing that failed."""
    history = world.chats.history(number.phone_number_id, person.id, limit)
    reactions = {
        message.data["content"]["reaction"]["message_id"]: message.data["content"]["reaction"].get("emoji") or ""
        for message in history
        if message.type == "reaction" and message.status != "failed"
    }
    shown = [each for each in history if each.type != "reaction" and _is_seen(each)]
    messages = [message_view(world, each) | {"reaction": reactions.get(each.id, "")} for each in shown]
    thread = world.chats.thread(number.phone_number_id, person.id)
    return {
        "person": person_view(person),
        "number": number_view(number),
        "messages": messages,
        **_windows(world, thread),
    }


def _is_seen(message: Message) -> bool:
    return message.direction == "in" or message.status in ("sent", "delivered", "read")


def message_view(world: World, message: Message) -> Json:
    return {
        "id": message.id,
        "direction": message.direction,
        "type": message.type,
        "at": message.at,
        "status": message.status,
        "content": _with_pictures(world, message.data["content"]),
        "rendered": _with_pictures(world, message.data.get("rendered")),
    }


def _with_pictures(world: World, value: Any) -> Any:
    """The same content with a `picture` beside every media link or id: an address this program serves."""
    if isinstance(value, list):
        return [_with_pictures(world, each) for each in value]
    if not isinstance(value, dict):
        return value
    shown = {name: _with_pictures(world, each) for name, each in value.items()}
    for name in ("image", "video", "document", "sticker", "audio"):
        media = shown.get(name)
        if isinstance(media, dict):
            media["picture"] = _address(world, media)
    if shown.get("image_url"):
        shown["picture"] = world.pictures.address(shown["image_url"])
    return shown


def _address(world: World, media: Json) -> str:
    return world.pictures.address(str(media["link"])) if media.get("link") else f"/phone/media/{media.get('id')}"


def _windows(world: World, thread: Thread) -> Json:
    now, until = world.clock.now().timestamp(), service_until(thread)
    is_typing = thread.typing_until is not None and thread.typing_until > world.clock.wall().timestamp()
    return {
        "typing": is_typing,
        "service_until": until if until and until > now else None,
        "free_until": thread.free_until if thread.free_until and thread.free_until > now else None,
    }


def person_view(person: Person) -> Json:
    return asdict(person)


def number_view(number: Number) -> Json:
    return {
        "phone_number_id": number.phone_number_id,
        "name": number.name,
        "display_phone_number": number.display_phone_number,
        "digits": number.digits,
        "webhook_state": number.webhook_state,
        "provider": number.provider,
    }


def template_view(world: World, template: Json) -> Json:
    held = len(held_messages(world, template["id"]))
    names = ("id", "name", "language", "category", "status", "pauses", "paused_until", "correct_category")
    score = template["quality_score"]["score"]
    return {name: template.get(name) for name in names} | {"quality": score, "held": held}


def state_view(world: World) -> Json:
    """All a phone page needs to begin."""
    ads = [asdict(ad) | {"picture": world.pictures.address(ad.image_url)} for ad in world.config.ads]
    return {
        "people": [person_view(person) for person in world.people.all() if person.listed],
        "numbers": [number_view(number) for number in world.numbers.all()],
        "ads": ads,
        "qr_text": world.config.qr_text,
        "website_url": world.config.website_url,
        "portal_url": world.config.portal_url,
        "faults": world.faults.as_json(),
        "offset_seconds": world.clock.offset.total_seconds(),
        "wire": world.wire.newest(60),
    }
