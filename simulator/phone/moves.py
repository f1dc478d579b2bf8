"""What happens to a person or their thread: another number, another app in charge, the shop's phone app speaking."""

from simulator.chats import Message
from simulator.graph.send import new_message_id
from simulator.graph.thread_control import OTHER_APP, set_owner
from simulator.graph.webhooks import scoped_id_of, send_field
from simulator.jsontypes import Json, without_empty
from simulator.labels import Label
from simulator.numbers import Number
from simulator.people import Person
from simulator.phone.deeds import speak
from simulator.phone.gestures import DeedError
from simulator.world import World


def change_number(world: World, number: Number, person: Person, phone: str) -> Person:
    """A new phone number: a new id towards every business, told by a system message. Raises PersonError.

    Whoever hides the number changes the id only, and the event says no more than that.
    """
    previous_id, previous_phone = scoped_id_of(world, number, person), person.visible_phone
    changed = world.people.move(person, phone)
    is_hidden = changed.visible_phone is None
    body = f"User {person.name} changed" + (" their id" if is_hidden else f" from {previous_phone} to {changed.phone}")
    system = {
        "body": body,
        "wa_id": changed.visible_phone,
        "user_id": scoped_id_of(world, number, changed),
        "type": "user_changed_user_id" if is_hidden else "user_changed_number",
        "previous_user_id": previous_id,
    }
    content = {"type": "system", "from": previous_phone, "from_user_id": previous_id, "system": without_empty(system)}
    speak(world, number, changed, without_empty(content))
    return changed


def hand_over(world: World, number: Number, person: Person, owner: str) -> None:
    """`other` or `ours`: who answers this thread from now on. Raises DeedError."""
    if owner not in ("other", "ours"):
        raise DeedError("owner: other or ours is wanted")
    set_owner(world, number, person, OTHER_APP if owner == "other" else "", "pass" if owner == "other" else "take")


def speak_by_app(world: World, number: Number, person: Person, deed: Json) -> str:
    """The owner writes in the phone app of the same number: an echo, free of charge. Raises DeedError."""
    if not number.is_on_biz_app:
        raise DeedError("this number is not on the WhatsApp Business app; set is_on_biz_app first")
    content = _echoed(deed)
    now, message_id = world.clock.now().timestamp(), new_message_id()
    kind, pnid = str(content["type"]), number.phone_number_id
    if kind not in ("edit", "revoke"):
        data = {"content": content, "is_echo": True}
        world.chats.add(Message(0, message_id, pnid, person.id, "out", kind, now, "read", data))
    echo = without_empty(
        {
            "from": number.digits,
            "to": person.visible_phone,
            "to_user_id": scoped_id_of(world, number, person),
            "id": message_id,
            "timestamp": str(int(now)),
            **content,
        }
    )
    label = Label(f"Written in the phone app to {person.name}")
    send_field(world, number, person, "smb_message_echoes", {"message_echoes": [echo]}, label)
    return message_id


def _echoed(deed: Json) -> Json:
    if "raw" in deed:
        return dict(deed["raw"])
    if not deed.get("text"):
        raise DeedError("text or raw is wanted")
    return {"type": "text", "text": {"body": str(deed["text"])}}
