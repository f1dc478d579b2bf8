"""Decisions of the message path, kept with their sealed trace."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import orjson

from leadnurturebot.domain.dialogue.decision import Trace
from leadnurturebot.domain.values import record
from leadnurturebot.platform.sql import Connection, insert_many

_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "message_ids": "uuid[]", "reply_ids": "uuid[]",
    "intent": "text", "confidence": "double precision", "language": "text", "skill": "text", "trace_sealed": "bytea",
    "catalogue_version": "bigint", "took_us": "int", "at": "timestamptz",
}  # fmt: skip


@record
class DecisionRow:
    """One decision to keep."""

    id: UUID
    shop_id: UUID
    thread_id: UUID
    message_ids: tuple[UUID, ...]
    reply_ids: tuple[UUID, ...]
    intent: str
    confidence: float
    language: str
    skill: str
    trace_sealed: bytes
    catalogue_version: int
    took_us: int
    at: datetime


def trace_json(trace: Trace) -> bytes:
    """The trace as JSON."""
    # orjson writes dataclasses itself, ten times as fast as by way of `asdict`.
    return orjson.dumps(trace, option=orjson.OPT_NON_STR_KEYS)


def insert_decisions(connection: Connection, decisions: Sequence[DecisionRow]) -> None:
    """Store decisions."""
    rows = [
        (d.id, d.shop_id, d.thread_id, d.message_ids, d.reply_ids, d.intent, d.confidence, d.language, d.skill,
         d.trace_sealed, d.catalogue_version, d.took_us, d.at)
        for d in decisions
    ]  # fmt: skip
    insert_many(connection, "assistant_decisionrecord", _COLUMNS, rows)
