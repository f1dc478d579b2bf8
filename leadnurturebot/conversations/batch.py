"""Threads, conversations and messages for the message path, in sets."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from leadnurturebot.domain.values import record
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many, kinds, typed

CONVERSATION_ENDS_AFTER = timedelta(hours=24)

_THREAD_FIELDS = (
    "id", "shop_id", "lead_id", "number_id", "language", "state_sealed", "holder", "holder_user_id", "handoff_at",
    "conversation_id", "last_inbound_at", "ad_tap_at", "replied_to_tap_at", "free_until", "stage",
    "blocked_at",
)  # fmt: skip


@record
class ThreadRow:
    """A thread as a turn needs it."""

    id: UUID
    shop_id: UUID
    lead_id: UUID
    number_id: UUID
    language: str = ""
    state_sealed: bytes = b""
    holder: str = "bot"
    holder_user_id: UUID | None = None
    handoff_at: datetime | None = None
    conversation_id: UUID | None = None
    last_inbound_at: datetime | None = None
    ad_tap_at: datetime | None = None
    replied_to_tap_at: datetime | None = None
    free_until: datetime | None = None
    stage: str = "browsing"
    blocked_at: datetime | None = None


def _read(rows: Any) -> list[ThreadRow]:
    return [ThreadRow(**dict(zip(_THREAD_FIELDS, row, strict=True))) for row in rows]


_BY_LEAD = f"""
SELECT {", ".join(f"t.{name}" for name in _THREAD_FIELDS)} FROM conversations_thread t
JOIN unnest(%s::uuid[], %s::uuid[], %s::uuid[]) AS given(shop_id, lead_id, number_id)
  ON t.shop_id = given.shop_id AND t.lead_id = given.lead_id AND t.number_id = given.number_id
"""
_BY_ID = f"""
SELECT {", ".join(f"t.{name}" for name in _THREAD_FIELDS)} FROM conversations_thread t
JOIN unnest(%s::uuid[], %s::uuid[]) AS given(shop_id, id) ON t.shop_id = given.shop_id AND t.id = given.id
"""
_NEW_THREAD = {
    "id": "uuid", "shop_id": "uuid", "lead_id": "uuid", "number_id": "uuid", "language": "text",
    "state_sealed": "bytea", "holder": "text", "handoff_reason": "text", "handoff_summary": "bytea", "stage": "text",
    "preview_sealed": "bytea", "preview_from": "text", "unread": "int", "focus_color": "text", "focus_size": "text",
    "created_at": "timestamptz",
}  # fmt: skip

Place = tuple[UUID, UUID, UUID]
"""(shop, lead, number): where a thread is."""


def load_threads(connection: Connection, places: Sequence[Place], *, now: datetime) -> dict[Place, ThreadRow]:
    """The thread of every place, made where there is none. The leads are locked by the caller, so threads are too."""
    if not places:
        return {}
    found = _by_place(connection, places)
    new = [
        (uuid7(), shop_id, lead_id, number_id, "", b"", "bot", "", b"", "browsing", b"", "customer", 0, "", "", now)
        for shop_id, lead_id, number_id in dict.fromkeys(places)
        if (shop_id, lead_id, number_id) not in found
    ]
    if new:
        insert_many(connection, "conversations_thread", _NEW_THREAD, new)
        found = _by_place(connection, places)
    return found


def _by_place(connection: Connection, places: Sequence[Place]) -> dict[Place, ThreadRow]:
    columns = [list(values) for values in zip(*set(places), strict=True)]
    return {(row.shop_id, row.lead_id, row.number_id): row for row in _read(connection.execute(_BY_LEAD, columns))}


def load_by_id(connection: Connection, wanted: Sequence[tuple[UUID, UUID]]) -> dict[UUID, ThreadRow]:
    """Threads by (shop, id)."""
    if not wanted:
        return {}
    columns = [list(values) for values in zip(*set(wanted), strict=True)]
    return {row.id: row for row in _read(connection.execute(_BY_ID, columns))}


_NEWEST = f"""
SELECT DISTINCT ON (t.lead_id) {", ".join(f"t.{name}" for name in _THREAD_FIELDS)} FROM conversations_thread t
JOIN unnest(%s::uuid[], %s::uuid[]) AS given(shop_id, lead_id) ON t.shop_id = given.shop_id AND t.lead_id = given.lead_id
ORDER BY t.lead_id, t.last_inbound_at DESC NULLS LAST, t.id
"""


def newest_threads(connection: Connection, leads: Sequence[tuple[UUID, UUID]]) -> dict[UUID, ThreadRow]:
    """The thread in which each of the (shop, lead) pairs wrote last, by lead."""
    columns = [[shop_id for shop_id, _ in leads], [lead_id for _, lead_id in leads]]
    return {row.lead_id: row for row in _read(connection.execute(_NEWEST, columns))}


@record
class SessionNeed:
    """A thread that was just written to at `at`."""

    thread: ThreadRow
    at: datetime


_NEW_CONVERSATION = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "lead_id": "uuid", "status": "text",
    "started_at": "timestamptz", "last_at": "timestamptz",
}  # fmt: skip


def open_conversations(connection: Connection, needs: Sequence[SessionNeed]) -> dict[UUID, UUID]:
    """The conversation of every thread by thread id: the running one, or a new one after 24 h of silence."""
    running: dict[UUID, UUID] = {}
    new, ended = [], []
    for need in needs:
        thread = need.thread
        silent = thread.last_inbound_at is None or need.at - thread.last_inbound_at >= CONVERSATION_ENDS_AFTER
        if thread.conversation_id is not None and not silent:
            running[thread.id] = thread.conversation_id
        else:
            ended += [thread.conversation_id] if thread.conversation_id else []
            running[thread.id] = uuid7()
            new.append((running[thread.id], thread.shop_id, thread.id, thread.lead_id, "active", need.at, need.at))
    insert_many(connection, "conversations_conversation", _NEW_CONVERSATION, new)
    if ended:
        connection.execute(
            "UPDATE conversations_conversation SET status = 'completed', ended_at = last_at"
            " WHERE id = ANY(%s) AND shop_id = ANY(%s) AND status = 'active'",
            [ended, list({need.thread.shop_id for need in needs})],
        )
    return running


@record
class MessageRow:
    """A message to store. Cost fields are those of an outgoing one."""

    id: UUID
    shop_id: UUID
    thread_id: UUID
    conversation_id: UUID | None
    lead_id: UUID
    direction: str
    sender: str
    kind: str
    content_sealed: bytes
    at: datetime
    status: str
    recorded_at: datetime | None = None
    """Wall time at which it reached us; None for what is made now."""
    purpose: str = "reply"
    sender_user_id: UUID | None = None
    provider_id: str = ""
    decision_id: UUID | None = None
    answers: tuple[UUID, ...] = ()
    market: str = ""
    category: str = ""
    pricing_type: str = ""
    rate_card_date: Any = None
    expected_micros: int | None = None
    cost_currency: str = ""


_MESSAGE_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "conversation_id": "uuid", "lead_id": "uuid",
    "direction": "text", "sender": "text", "sender_user_id": "uuid", "kind": "text", "purpose": "text",
    "content_sealed": "bytea", "provider_id": "text", "at": "timestamptz", "recorded_at": "timestamptz",
    "status": "text", "status_rank": "smallint", "error_text": "text", "decision_id": "uuid", "answers": "uuid[]",
    "market": "text", "category": "text", "pricing_type": "text", "rate_card_date": "date", "expected_micros": "bigint",
    "cost_currency": "text",
}  # fmt: skip


def insert_messages(connection: Connection, messages: Sequence[MessageRow], *, now: datetime) -> None:
    """Store messages, in and out."""
    rows = [
        (m.id, m.shop_id, m.thread_id, m.conversation_id, m.lead_id, m.direction, m.sender, m.sender_user_id, m.kind,
         m.purpose, m.content_sealed, m.provider_id, m.at, m.recorded_at or now, m.status, 0, "", m.decision_id, m.answers, m.market,
         m.category, m.pricing_type, m.rate_card_date, m.expected_micros, m.cost_currency)
        for m in messages
    ]  # fmt: skip
    insert_many(connection, "conversations_message", _MESSAGE_COLUMNS, rows)


@record
class ThreadChange:
    """What a turn leaves in a thread; None leaves a field as it is."""

    thread: ThreadRow
    state_sealed: bytes | None = None
    language: str = ""
    holder: str = ""
    handoff_reason: str = ""
    handoff_summary: bytes = b""
    conversation_id: UUID | None = None
    last_inbound_at: datetime | None = None
    ad_tap_at: datetime | None = None
    replied_to_tap_at: datetime | None = None
    message_at: datetime | None = None
    preview_sealed: bytes = b""
    preview_from: str = ""
    stage: str = ""
    unread: int = 0
    """Added to the count of what a person has not seen."""
    focus_product_id: UUID | None = None
    focus_color: str = ""
    focus_size: str = ""


_STORE = """
UPDATE conversations_thread t SET
  state_sealed = coalesce(g.state_sealed, t.state_sealed),
  language = coalesce(nullif(g.language, ''), t.language),
  holder = coalesce(nullif(g.holder, ''), t.holder),
  handoff_reason = CASE WHEN g.holder = '' THEN t.handoff_reason ELSE g.handoff_reason END,
  handoff_summary = CASE WHEN g.holder = '' THEN t.handoff_summary ELSE g.handoff_summary END,
  handoff_at = CASE WHEN g.holder = 'waiting' THEN g.message_at WHEN g.holder = 'bot' THEN NULL ELSE t.handoff_at END,
  conversation_id = coalesce(g.conversation_id, t.conversation_id),
  last_inbound_at = greatest(t.last_inbound_at, g.last_inbound_at),
  ad_tap_at = greatest(t.ad_tap_at, g.ad_tap_at),
  replied_to_tap_at = coalesce(g.replied_to_tap_at, t.replied_to_tap_at),
  last_message_at = greatest(t.last_message_at, g.message_at),
  preview_sealed = CASE WHEN g.preview_from = '' THEN t.preview_sealed ELSE g.preview_sealed END,
  preview_from = coalesce(nullif(g.preview_from, ''), t.preview_from),
  stage = coalesce(nullif(g.stage, ''), t.stage),
  unread = t.unread + g.unread,
  focus_product_id = coalesce(g.focus_product_id, t.focus_product_id),
  focus_color = CASE WHEN g.focus_product_id IS NULL THEN t.focus_color ELSE g.focus_color END,
  focus_size = CASE WHEN g.focus_product_id IS NULL THEN t.focus_size ELSE g.focus_size END
FROM unnest(%s::uuid[], %s::uuid[], %s::bytea[], %s::text[], %s::text[], %s::text[], %s::bytea[], %s::uuid[],
            %s::timestamptz[], %s::timestamptz[], %s::timestamptz[], %s::timestamptz[], %s::bytea[], %s::text[],
            %s::text[], %s::int[], %s::uuid[], %s::text[], %s::text[])
  AS g(shop_id, id, state_sealed, language, holder, handoff_reason, handoff_summary, conversation_id, last_inbound_at,
       ad_tap_at, replied_to_tap_at, message_at, preview_sealed, preview_from, stage, unread, focus_product_id,
       focus_color, focus_size)
WHERE t.shop_id = g.shop_id AND t.id = g.id
"""


def store_threads(connection: Connection, changes: Sequence[ThreadChange]) -> None:
    """Write what the turns left in their threads."""
    if not changes:
        return
    rows = [
        (c.thread.shop_id, c.thread.id, c.state_sealed, c.language, c.holder,
         c.handoff_reason, c.handoff_summary, c.conversation_id, c.last_inbound_at, c.ad_tap_at, c.replied_to_tap_at,
         c.message_at, c.preview_sealed, c.preview_from, c.stage, c.unread, c.focus_product_id, c.focus_color,
         c.focus_size)
        for c in changes
    ]  # fmt: skip
    connection.execute(_STORE, typed(kinds(_STORE), rows))
    connection.execute(
        "UPDATE conversations_conversation c SET last_at = greatest(c.last_at, g.at)"
        " FROM unnest(%s::uuid[], %s::uuid[], %s::timestamptz[]) AS g(shop_id, id, at)"
        " WHERE c.shop_id = g.shop_id AND c.id = g.id",
        [
            [c.thread.shop_id for c in changes],
            [c.conversation_id or c.thread.conversation_id for c in changes],
            [c.message_at for c in changes],
        ],
    )


def note_first_replies(connection: Connection, replies: Sequence[tuple[UUID, UUID, int]]) -> None:
    """Keep how long the first answer took, as (shop, conversation, milliseconds); the first one noted stays."""
    if replies:
        shops, conversations, waited = zip(*replies, strict=True)
        connection.execute(
            "UPDATE conversations_conversation c SET first_reply_ms = g.waited"
            " FROM unnest(%s::uuid[], %s::uuid[], %s::int[]) AS g(shop_id, id, waited)"
            " WHERE c.shop_id = g.shop_id AND c.id = g.id AND c.first_reply_ms IS NULL",
            [list(shops), list(conversations), list(waited)],
        )


def quoted_contents(connection: Connection, wanted: Sequence[tuple[UUID, str]]) -> dict[tuple[UUID, str], bytes]:
    """Sealed contents of messages that customers quoted, by (shop, provider id)."""
    if not wanted:
        return {}
    shops, ids = zip(*set(wanted), strict=True)
    rows = connection.execute(
        "SELECT m.shop_id, m.provider_id, m.content_sealed FROM conversations_message m"
        " JOIN unnest(%s::uuid[], %s::text[]) AS given(shop_id, provider_id)"
        " ON m.shop_id = given.shop_id AND m.provider_id = given.provider_id WHERE m.provider_id <> ''",
        [list(shops), list(ids)],
    )
    return {(shop_id, provider_id): bytes(content) for shop_id, provider_id, content in rows}
