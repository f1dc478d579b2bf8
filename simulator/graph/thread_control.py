"""POST /{number}/thread_control: pass a thread to another app, release it, take it back."""

from dataclasses import replace

from simulator.graph.fields import Fields
from simulator.graph.recipients import find_recipient
from simulator.graph.threads import check_owner
from simulator.graph.validate import check_product
from simulator.graph.webhooks import contact, send_field
from simulator.jsontypes import Json
from simulator.labels import Label
from simulator.numbers import Number
from simulator.people import Person
from simulator.world import World

OTHER_APP = "another app"
METADATA_MOST = 2000


def thread_control(world: World, number: Number, body: Json) -> Json:
    """Pass, release or take a thread. Raises GraphError 131070 when passing what one does not own."""
    fields = Fields(body)
    check_product(fields)
    action = fields.one_of("action", ("pass", "release", "take"))
    fields.optional_text("metadata", METADATA_MOST)
    person = find_recipient(world, number, body)
    if action != "take":
        check_owner(world, number, person)
    set_owner(world, number, person, "" if action == "take" else OTHER_APP, action)
    return {"success": True}


def set_owner(world: World, number: Number, person: Person, owner: str, action: str) -> None:
    """Hand the thread over and tell the app by `messaging_handovers`."""
    thread = world.chats.thread(number.phone_number_id, person.id)
    world.chats.put_thread(replace(thread, owner=owner))
    event = {"type": f"{action}_thread_control", "timestamp": str(world.clock.now_unix()), "new_owner": owner or "app"}
    parts = {"contacts": [contact(world, number, person)], "messaging_handovers": [event]}
    title = f"{person.name}'s thread {'came back to us' if not owner else 'went to another app'}"
    send_field(world, number, person, "messaging_handovers", parts, Label(title))
