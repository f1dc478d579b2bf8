"""Read receipts and "typing…": a courtesy beside the message path, never a part of it.

A turn announces them on a channel of the database when it commits; whoever listens (`receipt_sender`) tells the
provider when it has room. Nothing is stored, nothing is tried again, and nothing waits: a receipt that is lost under
load or at a crash is covered by the next one, which marks everything before it as read too.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import orjson

from leadnurturebot.domain.values import value
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Visit
from leadnurturebot.platform.sql import Connection

CHANNEL = "leadnurturebot_receipts"
# A payload may have 8,000 bytes; a receipt has about 250.
PER_PAYLOAD = 24


@value
class Receipt:
    """The customer's newest message that was seen, and until when (wall time) "typing…" is true."""

    thread_id: UUID
    number_id: UUID
    message_id: str
    typing_until: datetime | None = None


def while_waiting(visits: Sequence[Visit], until: Mapping[UUID, datetime]) -> list[Receipt]:
    """For visits that wait for the rest of a burst and will be answered: once a burst, at its first wait.

    `until`: when each is answered, by thread.
    """
    return [
        _receipt(visit, until[visit.thread.id])
        for visit in visits
        if visit.shop.settings.show_typing and _newest(visit) and not any(event.waited for event in visit.events)
    ]


def once_answered(visits: Iterable[Visit]) -> list[Receipt]:
    """For visits that got a reply. What was marked while it waited, alone, is not marked again."""
    return [
        _receipt(visit)
        for visit in visits
        if visit.shop.settings.read_receipts and _newest(visit) and not _marked_before(visit)
    ]


def _marked_before(visit: Visit) -> bool:
    return len(visit.events) == 1 and visit.events[0].waited and visit.shop.settings.show_typing


def _newest(visit: Visit) -> InboxEvent | None:
    """The newest message that the provider knows by the id we have; events stand in the customer's order."""
    own = [event for event in visit.events if "again" not in event.payload]
    return own[-1] if own else None


def _receipt(visit: Visit, typing_until: datetime | None = None) -> Receipt:
    newest = _newest(visit)
    return Receipt(visit.thread.id, visit.thread.number_id, newest.event_id if newest else "", typing_until)


def announce(connection: Connection, receipts: Sequence[Receipt]) -> None:
    """Tell who sends them, when the caller's transaction commits."""
    payloads = [
        orjson.dumps(receipts[start : start + PER_PAYLOAD]).decode() for start in range(0, len(receipts), PER_PAYLOAD)
    ]
    if payloads:
        connection.execute("SELECT pg_notify(%s, news) FROM unnest(%s::text[]) AS given(news)", [CHANNEL, payloads])


def read(payload: str) -> list[Receipt]:
    """The receipts of a payload."""
    return [
        Receipt(UUID(item["thread_id"]), UUID(item["number_id"]), item["message_id"], _moment(item["typing_until"]))
        for item in orjson.loads(payload)
    ]


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
