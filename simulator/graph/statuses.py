"""What becomes of an accepted message: sent, delivered, read; or failed, with the reason. Told by webhook."""

from functools import partial

from simulator.chats import Message
from simulator.graph.errors import webhook_error
from simulator.graph.linked_media import broken_link
from simulator.graph.pricing import marketing_today, note_price, noted_price, price
from simulator.graph.webhooks import contact, scoped_id_of, send_to_app
from simulator.graph.windows import is_free, is_service_open
from simulator.jsontypes import Json, without_empty
from simulator.labels import Label
from simulator.nanp import is_us_number
from simulator.numbers import Number
from simulator.people import Person
from simulator.regions import is_uncapped
from simulator.scheduler import Action
from simulator.world import World

SENT_SECONDS = 0.05
DELIVERED_SECONDS = 0.2
READ_SECONDS = 0.9
TTL_SECONDS = 30 * 86400.0
CAPPED = "In order to maintain a healthy ecosystem engagement, the message failed to be delivered."
REACTION_SECONDS = 30 * 86400.0
TITLES = {"sent": "Sent to", "delivered": "Reached", "read": "Read by", "failed": "Failed for"}


def follow(world: World, message_id: str) -> None:
    """Start the way of an accepted message."""
    _later(world, SENT_SECONDS, lambda: _send(world, message_id))


def follow_unfinished(world: World) -> None:
    """Go on with messages that an earlier run left on the way."""
    for message in world.chats.unfinished():
        if message.status == "accepted" and not message.data.get("held"):
            follow(world, message.id)
        elif message.status == "sent":
            _later(world, DELIVERED_SECONDS, partial(_deliver, world, message.id))


def _parties(world: World, message_id: str) -> tuple[Message, Number, Person] | None:
    message = world.chats.get(message_id)
    number = world.numbers.get(message.number_id) if message else None
    person = world.people.get(message.person_id) if message else None
    return (message, number, person) if message and number and person else None


async def _send(world: World, message_id: str) -> None:
    parties = _parties(world, message_id)
    if parties is None:
        return
    message, number, person = parties
    failure = await _failure(world, message, person)
    if failure is not None:
        _fail(world, message, number, person, *failure)
        return
    if message.type != "reaction":
        note_price(world, message_id, price(world, message, person))
    _tell(world, message, number, person, "sent")
    if person.phone_on and message.type != "reaction":
        _later(world, DELIVERED_SECONDS, lambda: _deliver(world, message_id))


def _later(world: World, seconds: float, action: Action) -> None:
    """The next step of a message; the switch `status_seconds` makes every step slower."""
    world.scheduler.later(seconds + world.faults.status_seconds, action)


def deliver_waiting(world: World, person: Person) -> None:
    """The phone is on again: what waited arrives, unless its time ran out; then it is dropped without a word."""
    now = world.clock.now().timestamp()
    for message in world.chats.unfinished():
        is_waiting = message.person_id == person.id and message.status == "sent" and message.type != "reaction"
        if is_waiting and now - message.at < message.data.get("ttl", TTL_SECONDS):
            _later(world, DELIVERED_SECONDS, partial(_deliver, world, message.id))


async def _deliver(world: World, message_id: str) -> None:
    parties = _parties(world, message_id)
    if parties is None:
        return
    now = world.clock.now().timestamp()
    world.db.run("UPDATE messages SET delivered_at = COALESCE(delivered_at, ?) WHERE id = ?", now, message_id)
    reads = parties[2].read_receipts and world.dice.uniform(0, 100) < world.faults.read_percent
    if reads and world.faults.strikes("read_before_delivered", world.dice):
        _tell(world, *parties, "read")
        _tell(world, *parties, "delivered", is_late=True)
        return
    if not (reads and world.faults.strikes("skip_delivered", world.dice)):
        _tell(world, *parties, "delivered")
    if reads:
        _later(world, READ_SECONDS, lambda: _read(world, message_id))


async def _read(world: World, message_id: str) -> None:
    parties = _parties(world, message_id)
    if parties is not None:
        _tell(world, *parties, "read")


async def _failure(world: World, message: Message, person: Person) -> tuple[int, str] | None:
    """The code and details of a failure that Meta tells after accepting."""
    injected = world.faults.injected("async", _known(message, person), world.dice)
    if injected is not None:
        return injected.code, injected.details
    if message.data.get("late_error"):
        return message.data["late_error"]["code"], message.data["late_error"]["details"]
    if world.dice.uniform(0, 100) < world.faults.fail_percent:
        return 131000, "Something went wrong."
    if not person.on_whatsapp or person.blocked:
        return 131026, "Message undeliverable."
    is_open = is_service_open(world.chats.thread(message.number_id, person.id), message.at)
    if message.type == "reaction" and not _can_react(world, message):
        return 131009, "The message to react to is unknown, a reaction itself or older than 30 days."
    if message.data.get("outside_window"):
        return 131047, "More than 24 hours have passed since the recipient last replied to the sender number."
    if str(message.data.get("category")).startswith("marketing"):
        refusal = _marketing_refusal(world, message, person, is_open)
        if refusal is not None:
            return refusal
    return await broken_link(world, message)


def _known(message: Message, person: Person) -> Json:
    return {
        "to": person.phone,
        "person": person.id,
        "type": message.type,
        "template": message.data.get("template"),
        "phone_number_id": message.number_id,
    }


def _can_react(world: World, reaction: Message) -> bool:
    target = world.chats.get(reaction.data["content"]["reaction"]["message_id"])
    return target is not None and target.type != "reaction" and reaction.at - target.at <= REACTION_SECONDS


def _marketing_refusal(world: World, message: Message, person: Person, is_open: bool) -> tuple[int, str] | None:
    if person.stopped_marketing:
        return 131050, "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages."
    if person.phone and is_us_number(person.phone):
        return 131049, "Marketing template messages are not delivered to numbers with a US area code."
    if not is_open and world.faults.strikes("marketing_cap", world.dice):
        return 131049, CAPPED
    cap = world.faults.marketing_cap_messages
    is_exempt = is_open or is_uncapped(person.country)
    return (131049, CAPPED) if cap and not is_exempt and marketing_today(world, message) >= cap else None


def _fail(world: World, message: Message, number: Number, person: Person, code: int, details: str) -> None:
    if not world.chats.raise_status(message.id, "failed"):
        return
    world.chats.keep(message, error={"code": code, "details": details})
    status = _status(world, message, number, person, "failed") | {"errors": [webhook_error(code, details)]}
    label = Label(f"{TITLES['failed']} {person.name}: {code}", message.id)
    send_to_app(world, number, person, {"statuses": [status]}, label)


def _tell(world: World, message: Message, number: Number, person: Person, status: str, is_late: bool = False) -> None:
    if not world.chats.raise_status(message.id, status) and not is_late:
        return
    told = _status(world, message, number, person, status)
    decided = noted_price(world, message.id)
    if decided is not None:
        told |= _conversation(world, message, decided.category, status)
        if status == "sent" or status == "delivered" or not message.data.get("priced_on_delivery"):
            told["pricing"] = decided.as_json()
    if status == "delivered":
        world.chats.keep(message, priced_on_delivery=True)
    parts = {"contacts": [contact(world, number, person, with_username=status != "sent")], "statuses": [told]}
    cost = f"${decided.rate_micros / 1e6:.{4 if decided.rate_micros else 2}f}" if decided and status == "sent" else ""
    send_to_app(world, number, person, parts, Label(f"{TITLES[status]} {person.name}", message.id, cost))


def _status(world: World, message: Message, number: Number, person: Person, status: str) -> Json:
    return without_empty(
        {
            "id": message.id,
            "status": status,
            "timestamp": str(world.clock.now_unix()),
            "recipient_id": person.visible_phone,
            "recipient_user_id": scoped_id_of(world, number, person),
            "biz_opaque_callback_data": message.data.get("opaque"),
        }
    )


def _conversation(world: World, message: Message, category: str, status: str) -> Json:
    """Since v24 only inside a free entry point window; before, on every message with an id of its own."""
    thread = world.chats.thread(message.number_id, message.person_id)
    now = world.clock.now().timestamp()
    free = is_free(thread, now)
    if not free and world.faults.payload_version != "v23.0":
        return {}
    until = thread.free_until if free and thread.free_until else now + 24 * 3600
    origin = {"type": "referral_conversion" if free else category.replace("-", "_")}
    conversation: Json = {"id": message.id[-32:], "origin": origin}
    if status == "sent":
        conversation["expiration_timestamp"] = str(int(until))
    return {"conversation": conversation}
