"""Events to the product, in Meta's envelope."""

from dataclasses import dataclass

import orjson

from simulator.delivery import Delivery
from simulator.jsontypes import Json, without_empty
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World


def contact(number: Number, person: Person, with_username: bool = True) -> Json:
    """The person as the business may see them: no phone when hidden, and then absent, not null."""
    profile = without_empty({"name": person.name, "username": person.username if with_username else None})
    scoped_id = person.business_scoped_id(number.portfolio)
    return without_empty({"profile": profile, "wa_id": person.visible_phone, "user_id": scoped_id})


@dataclass(frozen=True)
class Label:
    """How an event reads on the wire log, and the person's message it carries, if any."""

    title: str
    group: str = ""
    chip: str = ""
    message_id: str = ""


def send_to_app(world: World, number: Number, person: Person, parts: Json, label: Label) -> None:
    """Queue a `messages` event; per number and person events keep their order."""
    _send_change(world, number, person, "messages", parts, label)


def send_preferences(world: World, number: Number, person: Person, value: str, detail: str) -> None:
    """The person's native stop or resume of marketing messages."""
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
    apps = {(number.webhook_url, number.app_secret) for number in world.numbers.of_waba(waba_id) if number.subscribed}
    entry = {"id": waba_id, "time": world.clock.now_unix(), "changes": [{"field": field, "value": value}]}
    for url, secret in sorted(apps):
        body = _envelope(entry)
        world.deliverer.send(Delivery("meta", url, secret, f"account:{waba_id}", body, title))


def _send_change(world: World, number: Number, person: Person, field: str, parts: Json, label: Label) -> None:
    if not number.subscribed or number.webhook_state == "refused":
        world.wire.note(label.title, "not sent: the app gets no events of this number", person.id)
        return
    metadata = {"display_phone_number": number.digits, "phone_number_id": number.phone_number_id}
    value = {"messaging_product": "whatsapp", "metadata": metadata, **parts}
    body = _envelope({"id": number.waba_id, "changes": [{"field": field, "value": value}]})
    lane = f"{number.phone_number_id}:{person.id}"
    world.deliverer.send(
        Delivery(
            "meta",
            number.messages_url,
            number.app_secret,
            lane,
            body,
            label.title,
            group=label.group,
            person_id=person.id,
            message_id=label.message_id,
            chip=label.chip,
        )
    )


def _envelope(entry: Json) -> str:
    return orjson.dumps({"object": "whatsapp_business_account", "entry": [entry]}).decode()
