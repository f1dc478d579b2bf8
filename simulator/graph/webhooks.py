"""Events to the product, in Meta's envelope; of a number at Twilio in Twilio's forms."""

from dataclasses import replace

import orjson

from simulator.event import Delivery
from simulator.jsontypes import Json, without_empty
from simulator.labels import Label
from simulator.numbers import Number
from simulator.people import Person
from simulator.twilio.events import send_forms
from simulator.world import World

MESSAGE_FIELDS = ("messages", "standby", "smb_message_echoes")


def contact(world: World, number: Number, person: Person, with_username: bool = True) -> Json:
    """The person as the business may see them: no phone when hidden, and then absent, not null."""
    profile = without_empty({"name": person.name, "username": person.username if with_username else None})
    scoped_id = scoped_id_of(world, number, person)
    return without_empty({"profile": profile, "wa_id": person.visible_phone, "user_id": scoped_id})


def send_to_app(world: World, number: Number, person: Person, parts: Json, label: Label) -> None:
    """Queue a `messages` event; per number and person events keep their order."""
    send_field(world, number, person, "messages", parts, label)


def scoped_id_of(world: World, number: Number, person: Person) -> str | None:
    """Payloads before April 2026 had no business-scoped ids; who hides the phone has nothing else."""
    if not world.faults.user_ids and person.visible_phone:
        return None
    return person.business_scoped_id(number.portfolio)


def send_preferences(world: World, number: Number, person: Person, value: str, detail: str) -> None:
    """The person's native stop or resume of marketing messages."""
    if number.provider == "twilio":
        world.wire.note(f"{person.name}: {detail}", "Twilio tells nobody", person.id)
        return
    preference = {
        **without_empty({"wa_id": person.visible_phone}),
        **without_empty({"user_id": scoped_id_of(world, number, person)}),
        "detail": detail,
        "category": "marketing_messages",
        "value": value,
        "timestamp": world.clock.now_unix(),
    }
    parts = {"contacts": [contact(world, number, person)], "user_preferences": [preference]}
    title = f"{person.name} {'stopped' if value == 'stop' else 'allowed'} offers"
    send_field(world, number, person, "user_preferences", parts, Label(title))


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


def send_field(world: World, number: Number, person: Person, field: str, parts: Json, label: Label) -> None:
    """Queue an event of any message-like field about a person; those of `messages` may have their own callback.

    Twilio tells messages and statuses only, in its own forms.
    """
    if number.provider == "twilio":
        if field == "messages":
            send_forms(world, number, person, parts, label)
        return
    url = number.messages_url if field in MESSAGE_FIELDS else number.webhook_url
    if not number.subscribed or not url or number.webhook_state == "refused":
        world.wire.note(label.title, "not sent: the app gets no events of this number", person.id)
        return
    metadata = {"display_phone_number": number.digits, "phone_number_id": number.phone_number_id}
    value = {"messaging_product": "whatsapp", "metadata": metadata, **parts}
    body = _envelope({"id": number.waba_id, "changes": [{"field": field, "value": value}]})
    lane = f"{number.phone_number_id}:{person.id}"
    world.deliverer.send(
        Delivery(
            _sender(number),
            url,
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
