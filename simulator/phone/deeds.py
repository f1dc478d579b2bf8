"""What the person does, as the business hears of it."""

import base64
import binascii
import hashlib
import secrets

from simulator.chats import Message
from simulator.config import Ad
from simulator.graph.blocks import is_blocked_by
from simulator.graph.inbound import bare
from simulator.graph.media import RECEIVED_DAYS, keep_media
from simulator.graph.send import new_message_id
from simulator.graph.threads import is_ours
from simulator.graph.webhooks import contact, scoped_id_of, send_field, send_preferences
from simulator.graph.windows import after_inbound
from simulator.jsontypes import Json, without_empty
from simulator.labels import Label
from simulator.numbers import Number
from simulator.people import Person
from simulator.phone.choices import Choice, find_choice
from simulator.phone.gestures import GESTURES, DeedError
from simulator.phone.voice_note import silent_voice_note
from simulator.twilio.ids import new_sid
from simulator.world import World

HISTORY = 500
OPENS_NO_WINDOW = ("reaction", "system", "edit", "revoke")


def act(world: World, number: Number, person: Person, deed: Json) -> Json:
    """Do one thing: text, tap, ad, order, media, voice, raw or a gesture. Says what became of it. Raises DeedError."""
    if person.blocked:
        raise DeedError(f"{person.name} has blocked this business; unblock it first")
    if "tap" in deed:
        choice = _choice(world, number, person, str(deed["tap"]), str(deed.get("message") or ""))
        if choice.kind == "url":
            return {"opened": choice.id}
        content = choice.as_message() | {"context": {"from": number.digits, "id": choice.message_id}}
    else:
        content = _content(world, number, person, deed)
    if deed.get("reply_to"):
        content["context"] = {"from": number.digits, "id": str(deed["reply_to"])}
    ad = _ad(world, str(deed["ad"])) if "ad" in deed else None
    if ad is not None:
        content["referral"] = referral(ad, with_click_id=deed.get("ctwa_clid", True) is not False)
    return {"id": speak(world, number, person, content, ad)}


def _choice(world: World, number: Number, person: Person, wanted: str, message_id: str) -> Choice:
    history = world.chats.history(number.phone_number_id, person.id, HISTORY)
    choice = find_choice(history, wanted, message_id)
    if choice is None:
        raise DeedError(f"nothing on the phone can be tapped by the name {wanted}")
    return choice


def _content(world: World, number: Number, person: Person, deed: Json) -> Json:
    gesture = next((name for name in GESTURES if name in deed), None)
    if gesture is not None:
        return GESTURES[gesture](world, number, person, deed)
    if "raw" in deed:
        return dict(deed["raw"])
    if "order" in deed:
        order = {"catalog_id": str(deed.get("catalog_id") or "catalog"), "text": str(deed.get("text") or "")}
        return {"type": "order", "order": order | {"product_items": deed["order"]}}
    if "media" in deed:
        return _media(world, number, deed["media"])
    if deed.get("voice"):
        voice = {"type": "audio", "mime_type": "audio/ogg; codecs=opus", "base64": silent_voice_note()}
        return _media(world, number, voice)
    text = str(deed.get("text") or "")
    if not text and "ad" in deed:
        text = _ad(world, str(deed["ad"])).autofill or "Hello! Can I get more info on this?"
    if not text:
        raise DeedError(f"one of text, tap, ad, order, media, voice, raw, {', '.join(GESTURES)} is wanted")
    return {"type": "text", "text": {"body": text}}


def _media(world: World, number: Number, given: Json) -> Json:
    kind = str(given.get("type") or "image")
    try:
        body = base64.b64decode(str(given["base64"]), validate=True)
    except (KeyError, binascii.Error) as error:
        raise DeedError("media wants base64 content") from error
    mime_type = str(given.get("mime_type") or "image/jpeg")
    media = {
        "caption": given.get("caption"),
        "filename": given.get("filename"),
        "mime_type": mime_type,
        "sha256": base64.b64encode(hashlib.sha256(body).digest()).decode(),
        "id": keep_media(world, number.phone_number_id, mime_type.split(";")[0], body, RECEIVED_DAYS),
        "voice": True if kind == "audio" else None,
    }
    return {"type": kind, kind: without_empty(media)}


def _ad(world: World, ad_id: str) -> Ad:
    ad = world.config.ad(ad_id)
    if ad is None:
        raise DeedError(f"there is no ad {ad_id}")
    return ad


def referral(ad: Ad, with_click_id: bool = True) -> Json:
    """What the first message after an ad tap tells; placements in status updates carry no click id."""
    return without_empty(
        {
            "source_url": ad.source_url or f"https://fb.me/{ad.id}",
            "source_id": ad.id,
            "source_type": "ad",
            "headline": ad.headline,
            "body": ad.body,
            "media_type": "image" if ad.image_url else None,
            "image_url": ad.image_url or None,
            "ctwa_clid": "Aff" + secrets.token_urlsafe(48) if with_click_id else None,
        }
    )


def speak(world: World, number: Number, person: Person, content: Json, ad: Ad | None = None) -> str:
    """Put the person's message into the chat and on its way; returns its id."""
    now = world.clock.now().timestamp()
    made = new_sid("SM") if number.provider == "twilio" else new_message_id()
    message_id = str(content.get("id") or made)
    if world.chats.get(message_id) is not None:
        raise DeedError(f"a message with id {message_id} exists")
    if is_blocked_by(world, number, person):
        raise DeedError("the business has blocked this person; the message does not arrive")
    sender = without_empty({"from": person.visible_phone, "from_user_id": scoped_id_of(world, number, person)})
    message = {**sender, "id": message_id, "timestamp": str(int(now)), **content}
    kind = str(message.get("type", "unknown"))
    pnid = number.phone_number_id
    message = _dressed(world, message)
    world.chats.add(Message(0, message_id, pnid, person.id, "in", kind, now, "queued", {"content": message}))
    world.limits.count(pnid, world.clock.wall())
    if kind not in OPENS_NO_WINDOW:
        world.chats.put_thread(after_inbound(world.chats.thread(pnid, person.id), now, "referral" in message))
    parts: Json = {"messages": [message]}
    if kind != "system":
        parts = {"contacts": [contact(world, number, person)], **parts}
    if ad is not None:
        world.wire.note(f"Ad tapped: {ad.headline}", f"{ad.platform.capitalize()}, click kept", person.id)
    field = "messages" if is_ours(world, number, person) else "standby"
    send_field(world, number, person, field, parts, Label(_title(message), message_id=message_id))
    return message_id


def _dressed(world: World, message: Json) -> Json:
    """With a direct address of its media, or without all that is optional, as the switches say."""
    kind = str(message.get("type"))
    if world.faults.media_urls and isinstance(message.get(kind), dict) and message[kind].get("id"):
        until = int(world.clock.wall().timestamp()) + 300
        url = f"{world.public_url}/media-download/{message[kind]['id']}?until={until}"
        message = {**message, kind: {**message[kind], "url": url}}
    return bare(message) if world.faults.bare_payloads else message


def _title(message: Json) -> str:
    kind = message.get("type")
    if "referral" in message:
        return "Message with ad details"
    if kind == "interactive":
        inner = message["interactive"]
        return f"Tap: {inner.get(inner.get('type'), {}).get('title', 'reply')}"
    if kind == "button":
        return f"Tap: {message['button']['text']}"
    return {"text": "Message", "order": "Cart sent", "audio": "Voice note", "image": "Picture"}.get(
        str(kind), str(kind).capitalize()
    )


def set_marketing(world: World, number: Number, person: Person, value: str) -> Person:
    """The messenger's own switch for offers. Raises DeedError."""
    if value not in ("stop", "resume"):
        raise DeedError("marketing: stop or resume is wanted")
    changed = world.people.change(person, {"stopped_marketing": value == "stop"})
    detail = f"User requested to {value} marketing messages"
    send_preferences(world, number, changed, value, detail)
    return changed
