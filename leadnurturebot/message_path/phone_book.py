"""Names from the phone book of the shop's WhatsApp app. They name people who wrote; nobody becomes a lead by them."""

from collections.abc import Sequence

from leadnurturebot.leads.batch import find_leads, name_unnamed
from leadnurturebot.message_path import inbox
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Times, contact_of
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection


def handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[InboxEvent]:
    """Give a name to whoever has none. Taking a card out of the phone book takes no name away."""
    keys = ring().load(connection, [event.shop_id for event in events])
    for event in events:
        contact, key = contact_of(event), keys[event.shop_id]
        if event.payload["content"]["action"] == "add" and contact.name:
            for lead_id in find_leads(connection, contact, key):
                name_unnamed(connection, lead_id, contact, key)
    inbox.remove(connection, events)
    return list(events)
