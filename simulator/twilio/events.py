"""Events to the product as Twilio posts them: a form for every message, and one for every status at the address the
message was sent with."""

import re
from collections.abc import Callable
from urllib.parse import urlencode

from simulator.event import Delivery
from simulator.jsontypes import Json
from simulator.labels import Label
from simulator.numbers import Number
from simulator.people import Person
from simulator.twilio.errors import of_meta
from simulator.world import World

API_VERSION = "2010-04-01"
# Without `#rc=` behind the address a webhook is tried twice at most.
DEFAULT_TRIES = 2
MEDIA = ("image", "video", "audio", "document", "sticker")
# Nothing of these reaches a business at Twilio.
UNTOLD = ("reaction", "system")


def send_forms(world: World, number: Number, person: Person, parts: Json, label: Label) -> None:
    """The messages and statuses of Meta's event, each in a form of its own."""
    for message in parts.get("messages", []):
        if message["type"] in UNTOLD:
            world.wire.note(label.title, f"Twilio passes on no {message['type']}", person.id)
        else:
            _queue(world, number, person, number.webhook_url, message_form(number, person, message), label)
    for status in parts.get("statuses", []):
        kept = world.chats.get(status["id"])
        if kept is not None and (url := kept.data.get("status_callback")):
            _queue(world, number, person, url, status_form(number, person, status), label)


def _queue(world: World, number: Number, person: Person, url: str, form: dict[str, str], label: Label) -> None:
    lane = f"{number.phone_number_id}:{person.id}"
    world.deliverer.send(
        Delivery(
            "twilio", url, number.app_secret, lane, urlencode(form), label.title, group=label.group, person_id=person.id,
            message_id=label.message_id, chip=label.chip, tries=tries_of(url),
        )
    )  # fmt: skip


def tries_of(url: str) -> int:
    """`#rc=5` asks for five repeats."""
    found = re.search(r"rc=(\d)", url.partition("#")[2])
    return 1 + int(found[1]) if found else DEFAULT_TRIES


def address_of(number: Number, person: Person) -> str:
    phone = person.visible_phone
    return f"whatsapp:+{phone}" if phone else f"whatsapp:{person.business_scoped_id(number.portfolio)}"


def message_form(number: Number, person: Person, message: Json) -> dict[str, str]:
    """What the person did, in Twilio's flat fields."""
    sid, kind = message["id"], message["type"]
    form = {
        "MessageSid": sid, "SmsSid": sid, "SmsMessageSid": sid, "AccountSid": number.waba_id, "ApiVersion": API_VERSION,
        "From": address_of(number, person), "To": number.phone_number_id, "ProfileName": person.name,
        "NumMedia": "0", "NumSegments": "1", "SmsStatus": "received", "MessageType": kind, "Body": "",
    }  # fmt: skip
    if person.visible_phone:
        form["WaId"] = person.visible_phone
    if kind in MEDIA:
        form |= _media(number, sid, message[kind])
    elif kind in FIELDS:
        form |= FIELDS[kind](message[kind])
    return form | _context(number, message.get("context") or {}) | _referral(message.get("referral") or {})


def _text(text: Json) -> dict[str, str]:
    return {"Body": text["body"]}


def _interactive(interactive: Json) -> dict[str, str]:
    kind = interactive["type"]
    reply = interactive[kind]
    if kind == "button_reply":
        return _button({"payload": reply["id"], "text": reply["title"]})
    if kind == "list_reply":
        return {"ListId": reply["id"], "ListTitle": reply["title"], "Body": reply["title"]}
    return {"InteractiveData": reply.get("response_json", "{}")}


def _button(button: Json) -> dict[str, str]:
    text = button["text"]
    return {"MessageType": "button", "ButtonType": "QUICK_REPLY", "ButtonPayload": button["payload"], "ButtonText": text,
            "Body": text}  # fmt: skip


def _location(location: Json) -> dict[str, str]:
    names = {"latitude": "Latitude", "longitude": "Longitude", "name": "Label", "address": "Address"}
    return {names[name]: str(value) for name, value in location.items() if name in names and value is not None}


def _media(number: Number, sid: str, media: Json) -> dict[str, str]:
    path = f"/twilio/{API_VERSION}/Accounts/{number.waba_id}/Messages/{sid}/Media/{media['id']}"
    form = {"NumMedia": "1", "MediaUrl0": number.api_url + path, "MediaContentType0": media["mime_type"].split(";")[0]}
    return form | ({"Body": media["caption"]} if media.get("caption") else {})


def _context(number: Number, context: Json) -> dict[str, str]:
    form = {}
    if context.get("id"):
        form = {"OriginalRepliedMessageSid": context["id"], "OriginalRepliedMessageSender": number.phone_number_id}
    names = {"forwarded": "Forwarded", "frequently_forwarded": "FrequentlyForwarded"}
    return form | {field: "true" for name, field in names.items() if context.get(name)}


def _referral(referral: Json) -> dict[str, str]:
    names = {
        "source_url": "ReferralSourceUrl", "source_id": "ReferralSourceId", "source_type": "ReferralSourceType",
        "headline": "ReferralHeadline", "body": "ReferralBody", "ctwa_clid": "ReferralCtwaClid",
        "image_url": "ReferralMediaUrl",
    }  # fmt: skip
    form = {names[name]: str(value) for name, value in referral.items() if name in names}
    image = {"ReferralNumMedia": "1", "ReferralMediaContentType": "image/jpeg"}
    return form | (image if "ReferralMediaUrl" in form else {})


FIELDS: dict[str, Callable[[Json], dict[str, str]]] = {
    "text": _text,
    "interactive": _interactive,
    "button": _button,
    "location": _location,
}


def status_form(number: Number, person: Person, status: Json) -> dict[str, str]:
    """What became of a message: `failed` of Meta's is `undelivered` here, with a number of Twilio's."""
    word = "undelivered" if status["status"] == "failed" else status["status"]
    form = {
        "MessageSid": status["id"], "SmsSid": status["id"], "MessageStatus": word, "SmsStatus": word,
        "AccountSid": number.waba_id, "ApiVersion": API_VERSION, "From": number.phone_number_id,
        "To": address_of(number, person), "ChannelPrefix": "whatsapp",
    }  # fmt: skip
    for error in status.get("errors", [])[:1]:
        form |= {"ErrorCode": str(of_meta(error["code"])), "ErrorMessage": error["error_data"]["details"]}
    if word in ("delivered", "read"):
        form["EventType"] = word.upper()
    return form
