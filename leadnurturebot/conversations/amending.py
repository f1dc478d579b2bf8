"""Messages that change after they were stored: reacted to, edited, deleted for everyone, completed by their media."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection

_FIND = """
SELECT m.shop_id, m.provider_id, m.id, m.thread_id, m.at, m.direction, m.kind, m.content_sealed
FROM conversations_message m
JOIN unnest(%s::uuid[], %s::text[]) AS given(shop_id, provider_id)
  ON m.shop_id = given.shop_id AND m.provider_id = given.provider_id
WHERE m.provider_id <> ''
"""
_STORE = """
UPDATE conversations_message m SET content_sealed = g.content_sealed, kind = g.kind
FROM unnest(%s::uuid[], %s::uuid[], %s::bytea[], %s::text[]) AS g(shop_id, id, content_sealed, kind)
WHERE m.shop_id = g.shop_id AND m.id = g.id
"""
# The line under a name in the inbox: only where nothing was said after it.
_BLANK = """
UPDATE conversations_thread t SET preview_sealed = ''
FROM unnest(%s::uuid[], %s::uuid[], %s::timestamptz[]) AS g(shop_id, id, at)
WHERE t.shop_id = g.shop_id AND t.id = g.id AND NOT EXISTS (
  SELECT 1 FROM conversations_message m WHERE m.shop_id = t.shop_id AND m.thread_id = t.id AND m.at > g.at)
"""


@dataclass(slots=True)
class Stored:
    """A stored message, opened; `content` is changed in place."""

    shop_id: UUID
    id: UUID
    thread_id: UUID
    at: datetime
    direction: str
    kind: str
    content: dict[str, Any]

    def react(self, who: str, emoji: str, at: datetime) -> None:
        """A reaction of `customer` or `shop`; an empty one takes theirs away. An older one that comes late is passed by."""
        reactions = self.content.setdefault("reactions", {})
        if at >= datetime.fromisoformat(reactions.get(who, {}).get("at", "0001-01-01T00:00:00+00:00")):
            reactions[who] = {"emoji": emoji, "at": at.isoformat()}

    def edit(self, text: str, content: dict[str, Any], at: datetime) -> None:
        """What it says now. A message that was deleted stays so."""
        if "deleted_at" not in self.content and at.isoformat() >= self.content.get("edited_at", ""):
            self.content |= {"text": text, "content": content, "edited_at": at.isoformat()}

    def delete(self, at: datetime) -> None:
        """Deleted for everyone: that there was a message stays, what it said does not."""
        self.content = {
            "kind": self.kind, "text": "", "content": {}, "referral": None, "typed_in_app": self.direction == "out",
            "deleted_at": at.isoformat(),
        }  # fmt: skip


def find_stored(connection: Connection, key: ShopKey, provider_ids: Sequence[str]) -> dict[str, Stored]:
    """Messages of the key's shop by the provider's id."""
    wanted = sorted(set(filter(None, provider_ids)))
    rows = connection.execute(_FIND, [[key.shop_id] * len(wanted), wanted]) if wanted else ()
    return {
        row[1]: Stored(row[0], row[2], row[3], row[4], row[5], row[6], orjson.loads(key.open(row[7]))) for row in rows
    }


def store_amended(connection: Connection, key: ShopKey, messages: Sequence[Stored]) -> None:
    """Write changed messages back, in id order; of deleted ones nothing is left in the inbox's list either."""
    changed = sorted({message.id: message for message in messages}.values(), key=lambda message: message.id)
    if not changed:
        return
    connection.execute(
        _STORE,
        [
            [m.shop_id for m in changed], [m.id for m in changed],
            [key.seal(orjson.dumps(m.content)) for m in changed], [m.kind for m in changed],
        ],
    )  # fmt: skip
    gone = [message for message in changed if "deleted_at" in message.content]
    if gone:
        connection.execute(_BLANK, [[m.shop_id for m in gone], [m.thread_id for m in gone], [m.at for m in gone]])
