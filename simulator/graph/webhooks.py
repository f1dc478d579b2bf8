"""Events to the product, in Meta's envelope; of a number at Twilio in Twilio's forms."""

from dataclasses import replace

import orjson

from simulator.delivery import Delivery
from simulator.jsontypes import Json, without_empty
from simulator.labels import Label
from simulator.numbers import Number
from simulator.people import Person
from simulator.twilio.events import send_forms
from simulator.world import World


def contact(number: Number, person: Person, with_username: bool = True) -> Json:
    """The person as the business may see them: no phone when hidden, and then absent, not null."""
    profile = without_empty({"name": person.name, "username": person.username if with_username else None})
    scoped_id = person.business_scoped_id(number.portfolio)
    return without_empty({"profile": profile, "wa_id": person.visible_phone, "user_id": scoped_id})


def send_to_app(world: World, number: Number, person: Person, parts: Json, label: Label) -> None:
    """Queue a `messages` event; per number and person events keep their order."""
    if number.provider == "twilio":
        send_forms(world, number, person, parts, label)
        return
    _send_change(world, number, person, "messages", parts, label)


def send_preferences(world: World, number: Number, person: Person, value: str, detail: str) -> None:
    """The person's native stop or resume of marketing messages."""
    if number.provider == "twilio":
        world.wire.note(f"{person.name}: {detail}", "Twilio tells nobody", person.id)
        return
    preference = {
        **without_empty({"wa_id": person.visible_phone}),
        "user_id": person.business_scoped_id(number.portfolio),
        "detail": detail,
        "category": "marketing_messages",
        "value": value,
        "timestamp": world.clock.now_unix(),
    }
    parts = {"contacts": [contact(number, person)], "user_preferences": [preference]}
    title = f"{person.name} {'stopped' if value == 'stop' else 'allowed'} offers"
    _send_change(world, number, person, "user_preferences", parts, Label(title))


def send_to_account(world: World, waba_id: str, field: str, value: Json, title: str) -> None:
    """Queue a management event, once for every app of the account."""
    numbers = [each for each in world.numbers.of_waba(waba_id) if each.subscribed and each.provider != "twilio"]
    apps = {(each.webhook_url, each.app_secret): each for each in numbers if each.webhook_url}
    entry = {"id": waba_id, "time": world.clock.now_unix(), "changes": [{"field": field, "value": value}]}
    for (url, secret), number in sorted(apps.items()):
        delivery = Delivery(_sender(number), url, secret, f"account:{waba_id}", _envelope(entry), title)
        world.deliverer.send(replace(delivery, headers=number.webhook_headers))


def _sender(number: Number) -> str:
    return "dialog360" if number.provider == "dialog360" else "meta"


def _send_change(world: World, number: Number, person: Person, field: str, parts: Json, label: Label) -> None:
    if not number.subscribed or not number.messages_url or number.webhook_state == "refused":
        world.wire.note(label.title, "not sent: the app gets no events of this number", person.id)
        return
    metadata = {"display_phone_number": number.digits, "phone_number_id": number.phone_number_id}
    value = {"messaging_product": "whatsapp", "metadata": metadata, **parts}
    body = _envelope({"id": number.waba_id, "changes": [{"field": field, "value": value}]})
    lane = f"{number.phone_number_id}:{person.id}"
    world.deliverer.send(
        Delivery(
            _sender(number),
            number.messages_url,
            number.app_secret,
            lane,
            body,
            label.title,
            group=label.group,
            person_id=person.id,
            message_id=label.message_id,
            chip=label.chip,
            headers=number.webhook_headers,
        )
    )


def _envelope(entry: Json) -> str:
    return orjson.dumps({"object": "whatsapp_business_account", "entry": [entry]}).decode()
