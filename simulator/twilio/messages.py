"""The Messages resource: accept a form, keep what WhatsApp will show, start its statuses."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import orjson

from simulator.chats import Message
from simulator.graph import statuses
from simulator.graph.errors import GraphError
from simulator.graph.validate import check_content
from simulator.graph.windows import after_reply, is_service_open
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.people import Person
from simulator.twilio import contents
from simulator.twilio.errors import TwilioError
from simulator.twilio.events import API_VERSION
from simulator.twilio.ids import new_sid
from simulator.twilio.whatsapp import as_message, as_template, image
from simulator.world import World

BODY_MOST = 1600
MOST_VARIABLES = 100
USER_ID = re.compile(r"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$")


def create(world: World, numbers: list[Number], form: dict[str, str]) -> Json:
    """Twilio takes nearly everything; what WhatsApp refuses comes as a status. Raises TwilioError."""
    number = next((each for each in numbers if each.phone_number_id == form.get("From")), None)
    if number is None:
        raise TwilioError(63007, "Twilio could not find a Channel with the specified From address")
    person = _recipient(world, number, form.get("To", ""))
    injected = world.faults.injected("sync", _facts(number, person), world.dice)
    if injected is not None:
        raise TwilioError(injected.code, injected.details)
    content, facts = _content(world, number, person, form)
    message = _keep(world, number, person, content, {**facts, "status_callback": form.get("StatusCallback", "")})
    statuses.follow(world, message.id)
    return resource(number, message, form)


def _facts(number: Number, person: Person) -> Json:
    return {"to": person.phone, "person": person.id, "phone_number_id": number.phone_number_id}


def _recipient(world: World, number: Number, to: str) -> Person:
    address = to.removeprefix("whatsapp:")
    if re.fullmatch(r"\+[1-9]\d{7,14}", address) and to != address:
        return world.people.reached_at(address[1:])
    person = world.people.by_business_scoped_id(number.portfolio, address) if USER_ID.match(address) else None
    if person is None:
        raise TwilioError(21211, f"The 'To' number {to} is not a valid phone number.")
    return person


def _content(world: World, number: Number, person: Person, form: dict[str, str]) -> tuple[Json, Json]:
    """The message and what is kept beside it."""
    is_open = is_service_open(world.chats.thread(number.phone_number_id, person.id), world.clock.now().timestamp())
    if form.get("ContentSid"):
        return _from_content(world, number, form, is_open)
    body, media = form.get("Body", ""), form.get("MediaUrl", "")
    if not body and not media:
        raise TwilioError(21619, "A text message body or media urls must be specified.")
    if len(body) > BODY_MOST:
        raise TwilioError(21617, f"The concatenated message body exceeds the {BODY_MOST} character limit")
    content = image(media, body) if media else {"type": "text", "text": {"body": body}}
    return _checked(content), {} if is_open else {"outside_window": True}


def _from_content(world: World, number: Number, form: dict[str, str], is_open: bool) -> tuple[Json, Json]:
    content = contents.find(world, number.waba_id, form["ContentSid"])
    if content is None:
        raise TwilioError(21655, f"The ContentSid {form['ContentSid']} is invalid")
    kind, filled = contents.filled(content, _variables(form.get("ContentVariables", "")))
    approval = contents.approval_of(world, content)
    if approval["status"] == "approved":
        rendered = as_template(kind, filled)
        kept = {"type": "template", "template": {"name": approval["name"], "language": {"code": content["language"]}}}
        return kept, {"category": approval["category"].lower(), "template": approval["name"], "rendered": rendered}
    message = as_message(kind, filled)
    if message is None or not is_open:
        return message or {"type": "text", "text": {"body": str(filled.get("body", ""))}}, {"outside_window": True}
    return _checked(message), {}


def _variables(text: str) -> dict[str, str]:
    """A JSON object as text. Raises TwilioError 21656."""
    try:
        values: Any = orjson.loads(text or "{}")
    except orjson.JSONDecodeError as error:
        raise TwilioError(21656, "The Content Variables parameter is invalid: no JSON") from error
    if not isinstance(values, dict) or len(values) > MOST_VARIABLES:
        raise TwilioError(21656, f"The Content Variables parameter is invalid: at most {MOST_VARIABLES} keys")
    if not all(isinstance(value, str) for value in values.values()):
        raise TwilioError(21656, "The Content Variables parameter is invalid: values are strings")
    return values


def _checked(content: Json) -> Json:
    """WhatsApp's own limits. Raises TwilioError 63005."""
    try:
        check_content(content["type"], content)
    except GraphError as error:
        raise TwilioError(63005, f"Channel did not accept given content: {error.details}") from error
    return content


def _keep(world: World, number: Number, person: Person, content: Json, facts: Json) -> Message:
    now = world.clock.now().timestamp()
    sid = new_sid("MM" if content["type"] == "image" else "SM")
    data = {"content": content, **facts}
    message = Message(0, sid, number.phone_number_id, person.id, "out", content["type"], now, "accepted", data)
    world.chats.add(message)
    thread = world.chats.thread(number.phone_number_id, person.id)
    world.chats.put_thread(replace(after_reply(thread, now), typing_until=None))
    return message


def resource(number: Number, message: Message, form: dict[str, str]) -> Json:
    """A message as the API shows it."""
    at = format_datetime(datetime.fromtimestamp(message.at, UTC))
    status = {"accepted": "queued", "failed": "undelivered"}.get(message.status, message.status)
    return {
        "sid": message.id, "account_sid": number.waba_id, "api_version": API_VERSION, "direction": "outbound-api",
        "from": form.get("From"), "to": form.get("To"), "body": form.get("Body", ""), "status": status,
        "num_media": "1" if message.type == "image" else "0", "num_segments": "1", "error_code": None,
        "error_message": None, "messaging_service_sid": None, "date_created": at, "date_sent": None,
        "date_updated": at, "uri": f"/{API_VERSION}/Accounts/{number.waba_id}/Messages/{message.id}.json",
    }  # fmt: skip
