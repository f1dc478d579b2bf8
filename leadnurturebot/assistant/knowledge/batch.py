"""What could not be answered, collected by the message path: one row for all that ask the same, one for each asking."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.assistant.knowledge.topics import meant, split
from leadnurturebot.domain.values import record
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

_LEAST = 0.5
_KINDS = {
    "id": "uuid", "shop_id": "uuid", "key": "bytea", "state": "text", "reason": "text", "first_at": "timestamptz",
    "last_at": "timestamptz",
}  # fmt: skip
# What was dismissed stays so; what was answered and is asked again is open again.
_AGAIN = """
ON CONFLICT (shop_id, key) DO UPDATE SET reason = excluded.reason,
  last_at = greatest(assistant_unanswered.last_at, excluded.last_at),
  state = CASE WHEN assistant_unanswered.state = 'dismissed' THEN 'dismissed' ELSE 'open' END
RETURNING id, shop_id, key
"""
_ASKINGS = {
    "id": "uuid", "shop_id": "uuid", "unanswered_id": "uuid", "message_id": "uuid", "thread_id": "uuid",
    "lead_id": "uuid", "language": "text", "text_sealed": "bytea", "at": "timestamptz",
}  # fmt: skip


@record
class Missed:
    """A message that had no answer."""

    key: ShopKey
    text: str
    language: str
    reason: str
    message_id: UUID
    thread_id: UUID
    lead_id: UUID
    at: datetime


def kind_of(text: str, language: str) -> str:
    """What a message asks, the same for all that ask the same in any language."""
    names = [name for name, weight in meant(text, language).names.items() if weight >= _LEAST]
    return " ".join(sorted(names)) or " ".join(split(text, language))


def collect(connection: Connection, missed: Sequence[Missed]) -> None:
    """Keep what was asked. The same message counts once."""
    if not missed:
        return
    kinds = {id(one): one.key.index("unanswered", kind_of(one.text, one.language)) for one in missed}
    newest = {(one.key.shop_id, kinds[id(one)]): one for one in missed}
    # In one order for every worker, so that two of them wait for each other in one direction only.
    rows = [
        (uuid7(), shop_id, kind, "open", newest[shop_id, kind].reason, newest[shop_id, kind].at, newest[shop_id, kind].at)
        for shop_id, kind in sorted(newest)
    ]  # fmt: skip
    found = insert_many(connection, "assistant_unanswered", _KINDS, rows, tail=_AGAIN)
    ids = {(row[1], bytes(row[2])): row[0] for row in (found.fetchall() if found else ())}
    askings = [
        (
            uuid7(), one.key.shop_id, ids[one.key.shop_id, kinds[id(one)]], one.message_id, one.thread_id, one.lead_id,
            one.language, one.key.seal_text(one.text), one.at,
        )
        for one in missed
    ]  # fmt: skip
    insert_many(connection, "assistant_asking", _ASKINGS, askings, tail="ON CONFLICT DO NOTHING")
