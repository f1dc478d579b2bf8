"""The chat as the phone shows it."""

from dataclasses import asdict
from typing import Any

from simulator.chats import Message, Thread
from simulator.graph.catalog import product, retailer_ids
from simulator.graph.pacing import held_messages
from simulator.graph.windows import service_until
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World

SILENT = ("reaction", "edit", "revoke")


def chat_view(world: World, number: Number, person: Person, limit: int = 200) -> Json:
    """Messages oldest first, as the person sees them: nothing that was not sent, nothing that failed."""
    history = world.chats.history(number.phone_number_id, person.id, limit)
    reactions = _reactions(history)
    shown = [each for each in history if each.type not in SILENT and _is_seen(each)]
    messages = [message_view(world, number, each) | {"reaction": reactions.get(each.id, "")} for each in shown]
    thread = world.chats.thread(number.phone_number_id, person.id)
    return {
        "person": person_view(person),
        "number": number_view(number),
        "messages": messages,
        **_windows(world, thread),
    }


def _reactions(history: list[Message]) -> dict[str, str]:
    """The newest emoji of each side by message, the shop's first."""
    newest: dict[tuple[str, str], str] = {}
    for message in history:
        if message.type == "reaction" and message.status != "failed":
            reaction = message.data["content"]["reaction"]
            newest[(reaction["message_id"], message.direction)] = reaction.get("emoji") or ""
    targets = {target for target, _ in newest}
    return {target: newest.get((target, "out"), "") + newest.get((target, "in"), "") for target in targets}


def _is_seen(message: Message) -> bool:
    return message.direction == "in" or message.status in ("sent", "delivered", "read")


def message_view(world: World, number: Number, message: Message) -> Json:
    return {
        "id": message.id,
        "direction": message.direction,
        "type": message.type,
        "at": message.at,
        "status": message.status,
        "content": _with_pictures(world, message.data["content"]),
        "rendered": _with_pictures(world, message.data.get("rendered")),
        "quote": _quote(world, message),
        "products": _products(world, number, message),
        "is_edited": bool(message.data.get("is_edited")),
        "is_revoked": bool(message.data.get("is_revoked")),
        "by_app": bool(message.data.get("is_echo")),
    }


def _quote(world: World, message: Message) -> Json | None:
    """The message this one answers, in a few words; nothing when it is unknown."""
    context = message.data["content"].get("context") or {}
    quoted = world.chats.get(str(context.get("message_id") or context.get("id") or ""))
    if quoted is None or (message.type in ("interactive", "button") and message.direction == "in"):
        return None
    return {"by": "You" if quoted.direction == "in" else "", "text": _gist(quoted)}


def _gist(message: Message) -> str:
    content = message.data["content"].get(message.type)
    if message.type == "template":
        return str(message.data["rendered"]["body"])[:120]
    if not isinstance(content, dict):
        return message.type.capitalize()
    text = content.get("caption") or content.get("name") or content.get("body") or message.type.capitalize()
    return str(text.get("text") if isinstance(text, dict) else text)[:120]


def _products(world: World, number: Number, message: Message) -> Json:
    """The live catalogue's data of every item a message names; items that are gone are left out."""
    content = message.data["content"]
    if message.type == "order":
        wanted = [item["product_retailer_id"] for item in content["order"]["product_items"]]
    elif message.type == "interactive" and message.direction == "out":
        wanted = retailer_ids(content["interactive"])
        if content["interactive"]["type"] == "catalog_message":
            wanted = [each["retailer_id"] for each in world.products.all(number.waba_id)]
    else:
        return {}
    found = {each: product(world, number.waba_id, each) for each in wanted}
    return {
        key: {**item, "picture": world.pictures.address(str(item.get("image_url") or ""))}
        for key, item in found.items()
        if item is not None
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
        "is_on_biz_app": number.is_on_biz_app,
        "is_cart_enabled": number.is_cart_enabled,
        "catalog_id": number.catalog_id,
        "quality_rating": number.quality_rating,
        "throughput_level": number.throughput_level,
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
