"""Files that came with messages: ordered with their message, fetched later, served inside the shop, erased with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.reading import fetch
from leadnurturebot.platform.sql import Connection, insert_many

KINDS = frozenset({"image", "video", "audio", "document", "sticker"})
_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "message_id": "uuid", "number_id": "uuid", "kind": "text",
    "provider_media_id": "text", "expected_sha256": "text", "mime_type": "text", "size": "int", "state": "text",
    "attempts": "smallint", "due_at": "timestamptz", "stored_as": "text",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaWanted:
    """A file to fetch. `content` is the message's, with the provider's id of the file."""

    shop_id: UUID
    thread_id: UUID
    message_id: UUID
    number_id: UUID
    kind: str
    content: Mapping[str, Any]


def order_media(connection: Connection, wanted: Sequence[MediaWanted], *, wall: datetime) -> None:
    """Note files to be fetched, in the transaction that stores their messages."""
    rows = [
        (uuid7(), w.shop_id, w.thread_id, w.message_id, w.number_id, w.kind, str(w.content["id"]),
         str(w.content.get("sha256") or ""), str(w.content.get("mime_type") or ""), 0, "due", 0, wall, "")
        for w in wanted
        if w.kind in KINDS and w.content.get("id")
    ]  # fmt: skip
    insert_many(connection, "conversations_mediafile", _COLUMNS, rows)


def erase_media(connection: Connection, shop_id: UUID, message_ids: Sequence[UUID]) -> None:
    """Let the files of messages go: whoever fetches files deletes them from the storage next."""
    if message_ids:
        connection.execute(
            "UPDATE conversations_mediafile SET state = 'erased', provider_media_id = '', expected_sha256 = ''"
            " WHERE shop_id = %s AND message_id = ANY(%s)",
            [shop_id, list(message_ids)],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaView:
    """A file as the portal may show it."""

    id: UUID
    message_id: UUID
    kind: str
    state: str
    mime_type: str
    size: int
    stored_as: str
    thread_id: UUID

    @property
    def url(self) -> str:
        """Where people of the shop fetch it."""
        return f"/api/v1/conversations/{self.thread_id}/media/{self.id}"


_BY = (
    "SELECT f.id, f.message_id, f.kind, f.state, f.mime_type, f.size, f.stored_as, f.thread_id FROM conversations_mediafile f"
    " WHERE f.shop_id = %(shop)s AND f.state <> 'erased'"
)


def media_of(shop_id: UUID, message_ids: Sequence[UUID]) -> dict[UUID, MediaView]:
    """Files by message."""
    rows = fetch(f"{_BY} AND f.message_id = ANY(%(messages)s)", {"shop": shop_id, "messages": list(message_ids)})
    return {row[1]: _view(row) for row in rows}


def get_media(shop_id: UUID, thread_id: UUID, media_id: UUID) -> MediaView | None:
    """One file of a conversation."""
    rows = fetch(
        f"{_BY} AND f.thread_id = %(thread)s AND f.id = %(media)s",
        {"shop": shop_id, "thread": thread_id, "media": media_id},
    )
    return _view(rows[0]) if rows else None


def _view(row: Sequence[Any]) -> MediaView:
    return MediaView(**dict(zip(MediaView.__slots__, row, strict=True)))
