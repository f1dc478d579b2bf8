"""What was said in a conversation, message by message, as the portal shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.conversations.marks import Marks, is_as_said, marks_of, plain_text
from leadnurturebot.domain.message_content import KINDS
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.reading import Row, fetch
from leadnurturebot.providers.messaging.cloud_errors import trouble_of

KINDS_SHOWN = frozenset(KINDS) | {"order", "media", "unsupported"}
"""What the portal draws: everything we send, and what customers send besides."""
_MEDIA = frozenset(["image", "video", "audio", "voice", "document", "sticker", "location", "contacts", "media"])
"""Kinds in which customers send something that is not words. A picture of ours is an `image`."""
_STATUSES = {"accepted": "sending", "played": "read"}
"""Stored states that a reader sees as another: taken by the provider is still on its way, a voice note heard is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendError:
    """Why a message failed."""

    code: str
    text: str
    """The provider's words, or our own reason as a text code."""
    told: str
    """The text code of what it means for the shop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCost:
    """What a message costs, expected until it is delivered."""

    micros: int
    currency: str
    free: bool
    category: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageAd:
    """The ad that a message came by."""

    headline: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """One message."""

    id: UUID
    direction: str
    sender: str
    sender_name: str
    kind: str
    content: Mapping[str, Any]
    text: str
    at: datetime
    status: str
    error: SendError | None
    cost: MessageCost | None
    decision_id: UUID | None
    product_id: UUID | None
    ad: MessageAd | None
    reply_to: UUID | None
    """The message that it answers, where that was said."""
    marks: Marks = field(default_factory=Marks)


Place = tuple[datetime, UUID]

_LIST = """
SELECT m.id, m.direction, m.sender, coalesce(u.name, ''), m.kind, m.content_sealed, m.at, m.status, m.error_code,
       m.error_text, coalesce(m.actual_micros, m.expected_micros), m.cost_currency, m.category, m.decision_id,
       touch.headline, a.name
FROM conversations_message m
LEFT JOIN shops_user u ON u.id = m.sender_user_id
LEFT JOIN LATERAL (
  SELECT headline, ad_id FROM leads_touch
  WHERE shop_id = m.shop_id AND message_id = m.id AND lead_id IN (m.lead_id, (
    SELECT lead_id FROM conversations_thread WHERE shop_id = %(shop)s AND id = %(thread)s)) LIMIT 1) touch ON m.direction = 'in'
LEFT JOIN leads_ad a ON a.shop_id = m.shop_id AND a.id = touch.ad_id
WHERE m.shop_id = %(shop)s AND m.thread_id = %(thread)s
"""
_BEFORE = " AND (%(before)s::timestamptz IS NULL OR (m.at, m.id) < (%(before)s::timestamptz, %(before_id)s::uuid))"
_NEWEST = " ORDER BY m.at DESC, m.id DESC LIMIT %(limit)s"


def list_messages(
    shop_id: UUID, key: ShopKey, thread_id: UUID, *, limit: int, before: Place | None = None
) -> list[MessageView]:
    """The newest messages before a place, oldest of them first."""
    rows = fetch(
        _LIST + _BEFORE + _NEWEST,
        {
            "shop": shop_id, "thread": thread_id, "limit": limit, "before": before[0] if before else None,
            "before_id": before[1] if before else None,
        },
    )  # fmt: skip
    return _views(shop_id, list(reversed(rows)), key)


def get_message(shop_id: UUID, key: ShopKey, thread_id: UUID, message_id: UUID) -> MessageView | None:
    """One message of a conversation."""
    rows = fetch(_LIST + " AND m.id = %(message)s", {"shop": shop_id, "thread": thread_id, "message": message_id})
    return _views(shop_id, rows, key)[0] if rows else None


def _views(shop_id: UUID, rows: Sequence[Row], key: ShopKey) -> list[MessageView]:
    opened: list[dict[str, Any]] = [orjson.loads(key.open(row[5])) for row in rows]
    marks = marks_of(shop_id, key, [(row[0], row[4], stored) for row, stored in zip(rows, opened, strict=True)])
    return [replace(_view(row, stored), marks=marks[row[0]]) for row, stored in zip(rows, opened, strict=True)]


def _view(row: Row, stored: dict[str, Any]) -> MessageView:
    (message_id, direction, sender, sender_name, kind, _, at, state, error_code, error_text, micros, currency,
     category, decision_id, headline, ad_name) = row  # fmt: skip
    content, text = shown(direction, stored)
    products: Sequence[str] = stored.get("products") or ()
    quoted = stored.get("quoted")
    return MessageView(
        id=message_id,
        direction=direction,
        sender=sender,
        sender_name=sender_name,
        # A form that we can read is told in words.
        kind="text"
        if kind == "form" and text
        else kind_shown("in" if is_as_said(direction, stored) else direction, kind),
        content=content,
        text=text,
        at=at,
        status=_STATUSES.get(str(state), str(state)),
        error=_error(error_code, error_text),
        cost=_cost(direction, micros, currency, category),
        decision_id=decision_id,
        product_id=UUID(products[0]) if products else None,
        ad=MessageAd(headline=headline or "", name=ad_name or "") if headline or ad_name else None,
        reply_to=UUID(quoted) if quoted else None,
    )


def _error(code: int | None, text: str) -> SendError | None:
    if not code and not text:
        return None
    return SendError(code=str(code or ""), text=text, told=trouble_of(code).told if code else text)


def kind_shown(direction: str, kind: str) -> str:
    """The kind as the portal knows it: whatever a customer sends that is no words is `media`."""
    if direction == "in" and kind in _MEDIA:
        return "media"
    if direction == "in" and kind in ("button", "interactive", "tap"):
        return "text"
    return kind if kind in KINDS_SHOWN else "unsupported"


def shown(direction: str, stored: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """Content as the portal draws it, and as plain text."""
    text = plain_text(direction, stored)
    if is_as_said(direction, stored):
        return {**(stored.get("content") or {}), "kind": stored["kind"], "body": text}, text
    return _drawn(dict(stored["content"]), text), text


_SPELLED_OUT = frozenset([
    "document", "location", "contacts", "product", "product_list", "product_carousel", "order_details", "order_status",
    "reaction",
])  # fmt: skip
"""Kinds whose words alone do not say what they are."""


def _drawn(content: dict[str, Any], text: str) -> dict[str, Any]:
    """The content with what the portal looks for under names that all kinds share: body, picture, link."""
    kind, header = content["kind"], content.get("header")
    if kind == "link":
        content["link"] = {"label": content["label"], "url": content["url"]}
    if kind in ("image", "sticker"):
        content |= {"image_url": content["url"], "body": content.get("caption", "")}
    if kind in ("video", "audio", "document") and content["url"]:
        content["link"] = {"label": content.get("filename") or content["url"].rsplit("/", 1)[-1], "url": content["url"]}
    if kind == "template":
        content |= {"body": text, "image_url": content["header_image_url"]}
    if isinstance(header, Mapping) and header.get("type") == "image":
        content["image_url"] = header.get("url")
    return content | {"body": text} if kind in _SPELLED_OUT else content


def _cost(direction: str, micros: int | None, currency: str, category: str) -> MessageCost | None:
    if direction == "in" or micros is None:
        return None
    return MessageCost(micros=micros, currency=currency, free=micros == 0, category=category or None)
