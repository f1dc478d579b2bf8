"""One inbound message of the Cloud API in our neutral shape. Unknown types and absent fields are normal input."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from leadnurturebot.providers.messaging.base import Contact, InboundMessage

Json = Mapping[str, Any]

# Some senders put the business-scoped id where a number belongs; it is recognised by its form wherever it stands.
_USER_ID = re.compile(r"^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]+$")
_MEDIA = frozenset({"image", "video", "audio", "document", "sticker"})
_IGNORED = frozenset({"request_welcome"})


def inbound_message(
    item: Json, contacts: Sequence[Contact], *, waba_id: str, phone_number_id: str
) -> InboundMessage | None:
    """The message in `item`, or None for a type that was withdrawn or when nobody can be told to have sent it."""
    contact = _sender(item, contacts)
    if not contact.key or item.get("type") in _IGNORED:
        return None
    kind, content = _content(item)
    context = item.get("context") or {}
    if product := context.get("referred_product"):
        content = {**content, "sku": product.get("product_retailer_id", "")}
    return InboundMessage(
        phone_number_id=phone_number_id,
        waba_id=waba_id,
        contact=contact,
        event_id=item["id"],
        at=stamp(item.get("timestamp")),
        kind=kind,
        content=content,
        quoted_id=context.get("id") or "",
        referral=item.get("referral") if isinstance(item.get("referral"), dict) else None,
    )


def _sender(item: Json, contacts: Sequence[Contact]) -> Contact:
    """The contact that wrote: matched by id, never by position."""
    number, user_id = item.get("from") or "", item.get("from_user_id") or ""
    if _USER_ID.match(number):
        number, user_id = "", user_id or number
    for contact in contacts:
        if (user_id and contact.user_id == user_id) or (number and contact.wa_id == number):
            return Contact(
                user_id=user_id or contact.user_id,
                parent_user_id=item.get("from_parent_user_id") or contact.parent_user_id,
                wa_id=number or contact.wa_id,
                username=contact.username,
                name=contact.name,
            )
    only = contacts[0] if len(contacts) == 1 else Contact()
    return Contact(
        user_id=user_id, parent_user_id=item.get("from_parent_user_id") or "", wa_id=number,
        username=only.username, name=only.name,
    )  # fmt: skip


def _content(item: Json) -> tuple[str, dict[str, Any]]:
    kind = str(item.get("type", ""))
    inner = item.get(kind)
    if kind in _MEDIA and isinstance(inner, dict):
        kept = ("id", "mime_type", "sha256", "caption", "filename", "voice")
        return kind, {key: inner[key] for key in kept if key in inner}
    reader = _READERS.get(kind)
    if reader is None or not isinstance(inner, dict | list):
        return "unsupported", {"type": kind}
    return reader(inner)


def _text(inner: Any) -> tuple[str, dict[str, Any]]:
    return "text", {"text": str(inner.get("body") or "")}


def _interactive(inner: Any) -> tuple[str, dict[str, Any]]:
    reply = inner.get("button_reply") or inner.get("list_reply")
    if isinstance(reply, dict):
        return "tap", {"action": str(reply.get("id") or ""), "text": str(reply.get("title") or "")}
    if isinstance(inner.get("nfm_reply"), dict):
        return "form", {"response": str(inner["nfm_reply"].get("response_json") or "{}")}
    return "unsupported", {"type": str(inner.get("type") or "interactive")}


def _template_button(inner: Any) -> tuple[str, dict[str, Any]]:
    return "tap", {"action": str(inner.get("payload") or ""), "text": str(inner.get("text") or "")}


def _order(inner: Any) -> tuple[str, dict[str, Any]]:
    items = [
        {
            "sku": str(line.get("product_retailer_id") or ""),
            "quantity": line.get("quantity") or 1,
            "price": line.get("item_price"),
            "currency": str(line.get("currency") or ""),
        }
        for line in inner.get("product_items") or ()
    ]
    return "order", {"items": items, "text": str(inner.get("text") or "")}


def _reaction(inner: Any) -> tuple[str, dict[str, Any]]:
    return "reaction", {"message_id": str(inner.get("message_id") or ""), "emoji": str(inner.get("emoji") or "")}


def _location(inner: Any) -> tuple[str, dict[str, Any]]:
    return "location", {key: inner[key] for key in ("latitude", "longitude", "name", "address") if key in inner}


def _contacts(inner: Any) -> tuple[str, dict[str, Any]]:
    return "contacts", {"count": len(inner)}


def _system(inner: Any) -> tuple[str, dict[str, Any]]:
    kept = ("type", "wa_id", "user_id", "previous_user_id", "body")
    return "system", {key: inner[key] for key in kept if key in inner}


def _edit(inner: Any) -> tuple[str, dict[str, Any]]:
    message = inner.get("message") or {}
    _, content = _content(message)
    return "edit", {"original_id": inner.get("original_message_id") or "", **content}


def _revoke(inner: Any) -> tuple[str, dict[str, Any]]:
    return "revoke", {"original_id": inner.get("original_message_id") or ""}


def stamp(value: object) -> datetime:
    """Unix seconds, as text or number. Anything else is the epoch: so old that nothing fresh is concluded from it."""
    try:
        return datetime.fromtimestamp(int(str(value)), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


_READERS: dict[str, Callable[[Any], tuple[str, dict[str, Any]]]] = {
    "text": _text,
    "interactive": _interactive,
    "button": _template_button,
    "order": _order,
    "reaction": _reaction,
    "location": _location,
    "contacts": _contacts,
    "system": _system,
    "edit": _edit,
    "revoke": _revoke,
}
