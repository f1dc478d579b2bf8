"""What stands at a message beside what it says: its file, reactions, the message it answers, that it was changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.conversations.media_files import KINDS, MediaView, media_of
from leadnurturebot.domain.message_content import from_json
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.reading import fetch

QUOTED_LENGTH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The message that another one answers."""

    direction: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """A message's marks. `reactions`: emoji by `customer` and `shop`; `forwarded`: `once`, `often` or nothing."""

    media: MediaView | None = None
    reactions: Mapping[str, str] = field(default_factory=dict)
    quoted: Quoted | None = None
    is_edited: bool = False
    is_deleted: bool = False
    forwarded: str = ""


Said = tuple[UUID, str, Mapping[str, Any]]
"""Id, kind and opened content of a message."""


def marks_of(shop_id: UUID, key: ShopKey, messages: Sequence[Said]) -> dict[UUID, Marks]:
    """Marks by message; asks for files and quoted messages only where there are any."""
    with_files = [message_id for message_id, kind, _ in messages if kind in KINDS]
    media = media_of(shop_id, with_files) if with_files else {}
    quoted = _quoted(shop_id, key, {str(stored["quoted_id"]) for *_, stored in messages if stored.get("quoted_id")})
    return {
        message_id: _marks(stored, media.get(message_id), quoted.get(str(stored.get("quoted_id") or "")))
        for message_id, _, stored in messages
    }


def _marks(stored: Mapping[str, Any], media: MediaView | None, quoted: Quoted | None) -> Marks:
    reactions = {who: given["emoji"] for who, given in (stored.get("reactions") or {}).items() if given["emoji"]}
    content = stored.get("content") or {}
    return Marks(
        media=media, reactions=reactions, quoted=quoted, is_edited="edited_at" in stored,
        is_deleted="deleted_at" in stored, forwarded=str(content.get("forwarded") or ""),
    )  # fmt: skip


def _quoted(shop_id: UUID, key: ShopKey, provider_ids: set[str]) -> dict[str, Quoted]:
    if not provider_ids:
        return {}
    rows = fetch(
        "SELECT provider_id, direction, kind, content_sealed FROM conversations_message"
        " WHERE shop_id = %(shop)s AND provider_id = ANY(%(ids)s) AND provider_id <> ''",
        {"shop": shop_id, "ids": sorted(provider_ids)},
    )
    return {
        provider_id: Quoted(direction=direction, kind=kind, text=plain_text(direction, orjson.loads(key.open(sealed)))[:QUOTED_LENGTH])
        for provider_id, direction, kind, sealed in rows
    }  # fmt: skip


def is_as_said(direction: str, stored: Mapping[str, Any]) -> bool:
    """Whether the content is that of a customer's message: also what a person typed in the phone app is."""
    return direction == "in" or bool(stored.get("typed_in_app"))


def plain_text(direction: str, stored: Mapping[str, Any]) -> str:
    """The words of a stored message."""
    if is_as_said(direction, stored):
        return str(stored.get("text") or "")
    content: Mapping[str, Any] = stored["content"]
    try:
        return from_json(content).plain_text()
    except (KeyError, TypeError, ValueError):  # stored under older limits: shown all the same
        return str(content.get("body") or content.get("caption") or "")
