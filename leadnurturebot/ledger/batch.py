"""Appending facts. A fact whose dedupe key is known is left as it is: recording twice changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.domain.values import record
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many, json_text

_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "kind": "text", "occurred_at": "timestamptz", "recorded_at": "timestamptz",
    "lead_id": "uuid", "conversation_id": "uuid", "subject_type": "text", "subject_id": "text",
    "amount_micros": "bigint", "currency": "text", "data": "jsonb", "dedupe_key": "text",
}  # fmt: skip


@record
class LedgerFact:
    """One fact for the ledger. `data` carries no personal facts."""

    shop_id: UUID
    kind: str
    at: datetime
    dedupe_key: str
    lead_id: UUID | None = None
    conversation_id: UUID | None = None
    subject: tuple[str, str] = ("", "")
    amount_micros: int | None = None
    currency: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def append(connection: Connection, facts: Sequence[LedgerFact], *, now: datetime) -> None:
    """Append facts in the caller's transaction."""
    rows = [
        (uuid7(), fact.shop_id, fact.kind, fact.at, now, fact.lead_id, fact.conversation_id, *fact.subject,
         fact.amount_micros, fact.currency, json_text(fact.data), fact.dedupe_key)
        for fact in facts
    ]  # fmt: skip
    insert_many(connection, "ledger_entry", _COLUMNS, rows, tail="ON CONFLICT (shop_id, dedupe_key) DO NOTHING")
