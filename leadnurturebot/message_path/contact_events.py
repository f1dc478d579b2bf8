"""Events of a contact that are no messages to answer: typed in the shop's phone app, said while somebody else owns the
thread, said long ago, changed, deleted, clicked; marketing stopped inside WhatsApp."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

import orjson

from leadnurturebot.conversations.amending import find_stored, store_amended
from leadnurturebot.conversations.batch import MessageRow, ThreadChange, insert_messages, store_threads
from leadnurturebot.conversations.media_files import MediaWanted, order_media
from leadnurturebot.domain.send_limits import told_rate
from leadnurturebot.ledger.batch import LedgerFact, append
from leadnurturebot.message_path import inbox, number_limits
from leadnurturebot.message_path.amendments import Said, amend, is_amendment
from leadnurturebot.message_path.holding_threads import OTHER_APP, give_back, withdraw
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.preferences import record_preferences
from leadnurturebot.message_path.visits import Times, Visit, gather, is_late
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.live import notify_many
from leadnurturebot.platform.sql import Connection

# A change may overtake the message it is about, which then comes a little later.
LOOK_AGAIN = timedelta(seconds=20)


@dataclass(slots=True)
class _Leavings:
    """What a batch leaves behind, written in one go each."""

    messages: list[MessageRow] = field(default_factory=list)
    media: list[MediaWanted] = field(default_factory=list)
    facts: list[LedgerFact] = field(default_factory=list)
    threads: dict[UUID, ThreadChange] = field(default_factory=dict)
    held: set[tuple[UUID, UUID]] = field(default_factory=set)
    returned: set[tuple[UUID, UUID]] = field(default_factory=set)

    def change(self, visit: Visit, times: Times) -> ThreadChange:
        """What was gathered for the visit's thread so far."""
        return self.threads.get(visit.thread.id) or ThreadChange(thread=visit.thread)


def handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> list[InboxEvent]:
    """Store what happened. Returns the events that are done with; a change waits once for the message it is about."""
    said = [(visit, event) for visit in gather(connection, world, events, times) for event in visit.events]
    left = amend(connection, [(visit, event) for visit, event in said if is_amendment(event)])
    waiting = [event for _, event in left if not event.waited]
    unmatched = {event.id for _, event in left}
    record_preferences(connection, [(visit, event) for visit, event in said if event.kind == "preference"])
    others = [s for s in said if s[1] not in waiting and (not is_amendment(s[1]) or s[1].id in unmatched)]
    _store(connection, _without_known(connection, others), times)
    inbox.put_off(connection, waiting, until={event.lane: times.wall + LOOK_AGAIN for event in waiting})
    done = [event for event in events if event not in waiting]
    inbox.remove(connection, done)
    notify_many(connection, "conversation", [(visit.shop.id, visit.thread.id) for visit, _ in said])
    return done


def _without_known(connection: Connection, said: Sequence[Said]) -> list[Said]:
    """Without past messages that are here already; a placeholder's media completes it."""
    past = [(visit, event) for visit, event in said if event.kind == "history"]
    known: set[UUID] = set()
    for shop_id in {visit.shop.id for visit, _ in past}:
        here = [(visit, event) for visit, event in past if visit.shop.id == shop_id]
        key = here[0][0].key
        stored = find_stored(connection, key, [_provider_id(event) for _, event in here])
        completed = []
        for visit, event in here:
            if found := stored.get(_provider_id(event)):
                known.add(event.id)
                if found.kind == "media_placeholder" and event.payload["content"]["kind"] != found.kind:
                    found.kind, found.content = event.payload["content"]["kind"], _stored(event)
                    completed.append(found)
                    wanted = replace(_media(visit, event), message_id=found.id)
                    order_media(connection, [wanted], wall=event.received_at)
        store_amended(connection, key, completed)
    return [(visit, event) for visit, event in said if event.id not in known]


def _store(connection: Connection, said: Sequence[Said], times: Times) -> None:
    leavings = _Leavings()
    for visit, event in said:
        _LEAVES[event.kind](leavings, visit, event, times)
    insert_messages(connection, leavings.messages, now=times.wall)
    order_media(connection, leavings.media, wall=times.wall)
    append(connection, leavings.facts, now=times.now)
    store_threads(connection, list(leavings.threads.values()))
    _slow_to_the_apps_rate(connection, said)
    withdraw(connection, sorted(leavings.held), reason="handed_off")
    give_back(connection, sorted(leavings.returned))


def _slow_to_the_apps_rate(connection: Connection, said: Sequence[Said]) -> None:
    """What was typed in the shop's app, or lay in it, tells that its number is there too."""
    numbers = {(visit.shop.id, visit.thread.number_id) for visit, event in said if event.kind in ("echo", "history")}
    for shop_id, number_id in numbers:
        rate = told_rate(throughput="", is_in_app=True)
        number_limits.tell_rate(connection, shop_id, [number_id], rate)


def _provider_id(event: InboxEvent) -> str:
    return (
        str(event.payload["content"].get("message_id") or event.event_id) if event.kind == "history" else event.event_id
    )


def _kind(event: InboxEvent) -> str:
    return str(event.payload["content"].get("kind") or event.kind)


def _stored(event: InboxEvent) -> dict[str, object]:
    content = event.payload["content"]
    text = str(content.get("text") or content.get("caption") or content.get("emoji") or "")
    said = {name: value for name, value in content.items() if name not in {"kind", "direction", "message_id"}}
    quoted = {"quoted_id": event.payload["quoted_id"]} if event.payload["quoted_id"] else {}
    return {"kind": _kind(event), "text": text, "content": said, "referral": event.payload["referral"], **quoted}


def _media(visit: Visit, event: InboxEvent) -> MediaWanted:
    return MediaWanted(
        shop_id=visit.shop.id, thread_id=visit.thread.id, message_id=visit.message_ids[event.id],
        number_id=visit.thread.number_id, kind=_kind(event), content=event.payload["content"],
    )  # fmt: skip


def _keep(
    leavings: _Leavings, visit: Visit, event: InboxEvent, *, direction: str = "in", sender: str = "customer"
) -> None:
    """Store the event as a message where it happened."""
    stored = _stored(event) | ({"typed_in_app": True} if direction == "out" else {})
    status = str(event.payload["content"].get("status") or "sent") if direction == "out" else "received"
    leavings.messages.append(
        MessageRow(
            id=visit.message_ids[event.id], shop_id=visit.shop.id, thread_id=visit.thread.id,
            conversation_id=visit.thread.conversation_id, lead_id=visit.lead.id, direction=direction, sender=sender,
            kind=_kind(event), content_sealed=visit.key.seal(orjson.dumps(stored)), at=event.at,
            status=_STATUSES.get(status, "sent") if direction == "out" else status, provider_id=_provider_id(event),
            recorded_at=event.received_at,
        )
    )  # fmt: skip
    leavings.media.append(_media(visit, event))


_STATUSES = {"sent": "sent", "delivered": "delivered", "read": "read", "played": "read", "error": "failed"}


def _preview(visit: Visit, event: InboxEvent) -> bytes:
    return visit.key.seal_text(str(_stored(event)["text"])[:200] or _kind(event))


def _echo(leavings: _Leavings, visit: Visit, event: InboxEvent, times: Times) -> None:
    """A person of the shop answered by phone: the bot is silent from here on, and what it had ready does not leave."""
    if is_amendment(event):
        return
    _keep(leavings, visit, event, direction="out", sender="agent")
    change = leavings.change(visit, times)
    if not is_late(visit, times):
        change = replace(change, holder="person", stage="with_person")
        leavings.held.add((visit.shop.id, visit.thread.id))
    leavings.threads[visit.thread.id] = replace(
        change, message_at=event.at, preview_sealed=_preview(visit, event), preview_from="agent"
    )


def _standby(leavings: _Leavings, visit: Visit, event: InboxEvent, times: Times) -> None:
    """Another app owns the thread: it answers, we only listen."""
    _keep(leavings, visit, event)
    change = replace(
        leavings.change(visit, times), message_at=event.at, last_inbound_at=event.at,
        preview_sealed=_preview(visit, event), preview_from="customer",
    )  # fmt: skip
    leavings.threads[visit.thread.id] = _held_elsewhere(change, visit)
    leavings.held.add((visit.shop.id, visit.thread.id))


def _held_elsewhere(change: ThreadChange, visit: Visit) -> ThreadChange:
    if visit.thread.holder == "person":
        return change
    return replace(change, holder="person", handoff_reason=OTHER_APP, stage="with_person")


def _handover(leavings: _Leavings, visit: Visit, event: InboxEvent, times: Times) -> None:
    """The thread changed its owner; given to us, the bot answers again from the next message on."""
    place = (visit.shop.id, visit.thread.id)
    if event.payload["content"]["is_ours"]:
        leavings.returned.add(place)
    else:
        leavings.threads[visit.thread.id] = _held_elsewhere(leavings.change(visit, times), visit)
        leavings.held.add(place)


def _history(leavings: _Leavings, visit: Visit, event: InboxEvent, times: Times) -> None:
    """Said before the shop came to us: kept where it belongs, answered by nobody, opening no window."""
    is_ours = event.payload["content"]["direction"] == "out"
    _keep(leavings, visit, event, direction="out" if is_ours else "in", sender="agent" if is_ours else "customer")
    change = leavings.change(visit, times)
    newest = max(filter(None, (change.message_at, event.at)))
    is_first = visit.lead.is_new and newest == event.at
    leavings.threads[visit.thread.id] = replace(
        change, message_at=newest,
        preview_sealed=_preview(visit, event) if is_first else change.preview_sealed,
        preview_from=("agent" if is_ours else "customer") if is_first else change.preview_from,
    )  # fmt: skip


def _click(leavings: _Leavings, visit: Visit, event: InboxEvent, times: Times) -> None:
    data = {name: value for name, value in event.payload["content"].items() if name != "action"}
    leavings.facts.append(
        LedgerFact(
            shop_id=visit.shop.id, kind="marketing.clicked", at=event.at, dedupe_key=f"marketing.clicked:{event.event_id}",
            lead_id=visit.lead.id, conversation_id=visit.thread.conversation_id,
            data={"action": event.payload["content"].get("action"), **data},
        )
    )  # fmt: skip


def _note(leavings: _Leavings, visit: Visit, event: InboxEvent, times: Times) -> None:
    """Kept where it happened and answered by nobody: nobody waits for an answer to it."""
    _keep(leavings, visit, event)


def _nothing(leavings: _Leavings, visit: Visit, event: InboxEvent, times: Times) -> None:
    """All is done already."""


_LEAVES: dict[str, Callable[[_Leavings, Visit, InboxEvent, Times], None]] = {
    "echo": _echo,
    "standby": _standby,
    "handover": _handover,
    "history": _history,
    "click": _click,
    "preference": _nothing,
    "reaction": _note,
    "edit": _note,
    "revoke": _note,
    "call_permission": _note,
    "group": _note,
}
