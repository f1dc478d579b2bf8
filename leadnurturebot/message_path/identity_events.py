"""A customer's number or business-scoped id changed: the lead goes on under the new one.

The lead keeps cart, orders and refusals. A changed number is no proof of the same person, so what was agreed to is asked
again (reference, 2.9). Who wrote from the new ids before the news of the change came is the same lead.
"""

from collections.abc import Sequence

import orjson

from leadnurturebot.conversations.batch import MessageRow, insert_messages
from leadnurturebot.leads import identities
from leadnurturebot.leads.arrivals import ConsentGiven, record_consents
from leadnurturebot.leads.batch import find_leads
from leadnurturebot.leads.identities import ContactSeen
from leadnurturebot.message_path import inbox
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.merging import merge
from leadnurturebot.message_path.visits import Times, Visit, gather
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.phone_numbers import canonical, country_of
from leadnurturebot.platform.sql import Connection

CHANGES = frozenset({"user_changed_number", "user_changed_user_id", "customer_changed_number"})


def handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[InboxEvent]:
    """Handle system messages one by one: one may change whom the next is about."""
    for event in events:
        (visit,) = gather(connection, world, [event], times)
        if event.payload["content"].get("type") in CHANGES:
            _change(connection, visit, event, times)
        insert_messages(connection, [_shown(visit, event)], now=times.wall)
        notify(connection, visit.shop.id, "conversation", visit.thread.id)
    inbox.remove(connection, events)
    return list(events)


def _change(connection: Connection, visit: Visit, event: InboxEvent, times: Times) -> None:
    content, lead = event.payload["content"], visit.lead
    new = ContactSeen(
        shop_id=visit.shop.id, user_id=str(content.get("user_id") or ""), wa_id=str(content.get("wa_id") or ""),
        parent_user_id=str(content.get("parent_user_id") or ""),
    )  # fmt: skip
    for other in find_leads(connection, new, visit.key):
        if other != lead.id:
            merge(
                connection,
                shop_id=visit.shop.id,
                kept_id=lead.id,
                merged_id=other,
                reason="number_changed",
                now=times.now,
            )
    held = identities.numbers_of(connection, visit.shop.id, lead.id)
    stays = visit.key.index("wa_id", canonical(new.wa_id)) if new.wa_id else b""
    identities.retire(connection, [(visit.shop.id, index) for index in held if index != stays])
    identities.give(connection, lead.id, new, visit.key, now=times.now)
    _ask_again(connection, visit, event)
    if country := country_of(new.wa_id or new.user_id):
        connection.execute(
            "UPDATE leads_lead SET country = %s WHERE shop_id = %s AND id = %s", [country, visit.shop.id, lead.id]
        )


def _ask_again(connection: Connection, visit: Visit, event: InboxEvent) -> None:
    """Agreements end with the number they were given from."""
    lead, message_id = visit.lead, visit.message_ids[event.id]
    standing = {"marketing": lead.marketing_consent_at, "reminders": lead.reminders_consent_at}
    ended = [
        ConsentGiven(
            shop_id=visit.shop.id, lead_id=lead.id, kind=kind, is_granted=False, at=event.at, message_id=message_id
        )
        for kind, given_at in standing.items()
        if given_at is not None
    ]
    record_consents(connection, ended)


def _shown(visit: Visit, event: InboxEvent) -> MessageRow:
    content = event.payload["content"]
    stored = {"kind": "system", "text": str(content.get("body") or ""), "content": content, "referral": None}
    return MessageRow(
        id=visit.message_ids[event.id], shop_id=visit.shop.id, thread_id=visit.thread.id,
        conversation_id=visit.thread.conversation_id, lead_id=visit.lead.id, direction="in", sender="system",
        kind="system", content_sealed=visit.key.seal(orjson.dumps(stored)), at=event.at, status="received",
        provider_id=event.event_id, recorded_at=event.received_at,
    )  # fmt: skip
