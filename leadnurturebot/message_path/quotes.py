"""Quoting what is answered: the customer's message above our words, where it would not be plain."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from leadnurturebot.domain.dialogue.understanding import Understanding
from leadnurturebot.domain.quoting import CIVILITIES, Asked, quoted
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.outbox import Outgoing
from leadnurturebot.message_path.visits import Visit


def with_quote(replies: list[Outgoing], visit: Visit, read: Mapping[UUID, Understanding]) -> list[Outgoing]:
    """The replies, the first with the quote that the rule wants."""
    if not replies or (len(visit.events) == 1 and not _came_late(visit)):
        return replies
    newest_at = max(filter(None, (visit.thread.last_inbound_at, visit.newest)))
    found = quoted([_asked(event, read) for event in visit.events], newest_at=newest_at)
    if not found:
        return replies
    own_id = next(visit.message_ids[event.id] for event in visit.events if event.event_id == found)
    return [replace(replies[0], quoted=found, quoted_id=own_id), *replies[1:]]


def _came_late(visit: Visit) -> bool:
    last = visit.thread.last_inbound_at
    return last is not None and last > visit.newest


def _asked(event: InboxEvent, read: Mapping[UUID, Understanding]) -> Asked:
    understanding = read.get(event.id)
    asks = understanding is None or understanding.intent not in CIVILITIES or bool(understanding.also)
    # One that goes round again is known by a name of our own.
    return Asked("" if "again" in event.payload else event.event_id, event.at, asks)
