"""Events of a contact that are no messages: typed in the shop's phone app, marketing stopped in WhatsApp, edits."""

from collections.abc import Sequence

import orjson

from leadnurturebot.conversations.batch import MessageRow, ThreadChange, insert_messages, store_threads
from leadnurturebot.leads.arrivals import ConsentGiven, record_consents
from leadnurturebot.message_path import inbox
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Times, Visit, gather
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection


def handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[InboxEvent]:
    """Store what happened; a person who types in the phone app holds the thread from then on."""
    for visit in gather(connection, world, events, times):
        for event in visit.events:
            if event.kind == "echo":
                _echo(connection, visit, event, times)
            elif event.kind == "preference":
                _preference(connection, visit, event)
            else:
                _note(connection, visit, event, times)
        notify(connection, visit.shop.id, "conversation", visit.thread.id)
    inbox.remove(connection, events)
    return list(events)


def _message(visit: Visit, event: InboxEvent, *, direction: str, sender: str, kind: str) -> MessageRow:
    content = event.payload["content"]
    stored = {"kind": kind, "text": str(content.get("text") or content.get("emoji") or ""), "content": content}
    return MessageRow(
        id=uuid7(), shop_id=visit.shop.id, thread_id=visit.thread.id, conversation_id=visit.thread.conversation_id,
        lead_id=visit.lead.id, direction=direction, sender=sender, kind=kind,
        content_sealed=visit.key.seal(orjson.dumps(stored)), at=event.at,
        status="sent" if direction == "out" else "received", provider_id=event.event_id,
    )  # fmt: skip


def _echo(connection: Connection, visit: Visit, event: InboxEvent, times: Times) -> None:
    message = _message(visit, event, direction="out", sender="agent", kind="text")
    insert_messages(connection, [message], now=times.wall)
    preview = visit.key.seal_text(str(event.payload["content"].get("text") or ""))
    store_threads(
        connection,
        [
            ThreadChange(
                thread=visit.thread,
                holder="person",
                message_at=times.now,
                preview_sealed=preview,
                preview_from="agent",
                stage="with_person",
            )
        ],
    )


def _preference(connection: Connection, visit: Visit, event: InboxEvent) -> None:
    granted = event.payload["content"].get("value") in {"resume", "signup"}
    record_consents(
        connection,
        [ConsentGiven(shop_id=visit.shop.id, lead_id=visit.lead.id, kind="provider_marketing", is_granted=granted, at=event.at)],
    )  # fmt: skip


def _note(connection: Connection, visit: Visit, event: InboxEvent, times: Times) -> None:
    """Reactions, edits, deletions and number changes are kept where they happened and answered by nobody."""
    message = _message(visit, event, direction="in", sender="customer", kind=event.kind)
    insert_messages(connection, [message], now=times.wall)
