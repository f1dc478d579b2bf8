"""What a message of the Cloud API holds, in our neutral shape. Unknown types and absent fields are normal input."""

import re
from collections.abc import Callable
from typing import Any

from leadnurturebot.providers.messaging.cloud_json import Json, kept, mapping, mappings, text
from leadnurturebot.providers.messaging.cloud_people import digits

Content = tuple[str, dict[str, Any]]
"""Kind and the kind's own fields."""

_MEDIA = frozenset({"image", "video", "audio", "document", "sticker"})
_NAMELESS = frozenset({"unsupported", "unknown"})
_CARD_NUMBER = re.compile(r"^TEL[^:\r\n]*:([^\r\n]+)", re.MULTILINE | re.IGNORECASE)


def content_of(item: Json) -> Content:
    """Kind and content of a message, an edit's inner message or an echo."""
    kind = text(item.get("type"))
    inner = item.get(kind) if kind else None
    if kind in _MEDIA:
        found = _media(kind, mapping(inner))
    elif kind in _READERS and isinstance(inner, dict | list):
        found = _READERS[kind](inner)
    else:
        found = _unsupported(kind, mapping(inner))
    if found[0] == "contacts" and item.get("origin"):
        found[1]["origin"] = text(item["origin"])
    if errors := errors_of(item):
        found[1]["errors"] = errors
    return found


def errors_of(item: Json) -> list[dict[str, Any]]:
    """Codes and reasons that came along."""
    return [
        {"code": error.get("code", 0), "text": text(details) or text(error.get("message")) or text(error.get("title"))}
        for error in mappings(item.get("errors") or ())
        for details in [mapping(error.get("error_data")).get("details")]
    ]


def _unsupported(kind: str, inner: Json) -> Content:
    """`unsupported` says what it was (`poll`); a type unknown to us is named by itself."""
    return "unsupported", {"type": (text(inner.get("type")) or kind) if kind in _NAMELESS else kind}


def _media(kind: str, inner: Json) -> Content:
    if not text(inner.get("id")):
        return "unsupported", {"type": kind, **kept(inner, "caption")}
    return kind, kept(inner, "id", "mime_type", "sha256", "caption", "filename", "voice", "animated")


def _text(inner: Any) -> Content:
    return "text", {"text": text(mapping(inner).get("body"))}


def _interactive(inner: Any) -> Content:
    given = mapping(inner)
    if reply := mapping(given.get("button_reply") or given.get("list_reply")):
        return "tap", {"action": text(reply.get("id")), "text": text(reply.get("title")), **kept(reply, "description")}
    if form := mapping(given.get("nfm_reply")):
        return "form", {"name": text(form.get("name")), "response": text(form.get("response_json")) or "{}"}
    if permission := mapping(given.get("call_permission_reply")):
        names = ("response", "is_permanent", "expiration_timestamp", "response_source")
        return "call_permission", kept(permission, *names)
    return "unsupported", {"type": text(given.get("type")) or "interactive"}


def _template_button(inner: Any) -> Content:
    given = mapping(inner)
    return "tap", {"action": text(given.get("payload")), "text": text(given.get("text"))}


def _order(inner: Any) -> Content:
    given = mapping(inner)
    items = [
        {
            "sku": text(line.get("product_retailer_id")),
            "quantity": _quantity(line.get("quantity")),
            "price": price if isinstance(price := line.get("item_price"), int | float) else None,
            "currency": text(line.get("currency")),
        }
        for line in mappings(given.get("product_items") or ())
    ]
    return "order", {"items": items, "text": text(given.get("text")), **kept(given, "catalog_id")}


def _quantity(value: object) -> int:
    """At least one; the messenger allows 99 of one article."""
    return min(max(int(value), 1), 99) if isinstance(value, int | float) else 1


def _reaction(inner: Any) -> Content:
    given = mapping(inner)
    return "reaction", {"message_id": text(given.get("message_id")), "emoji": text(given.get("emoji"))}


def _location(inner: Any) -> Content:
    return "location", kept(mapping(inner), "latitude", "longitude", "name", "address")


def _contacts(inner: Any) -> Content:
    cards = [
        {"name": text(mapping(c.get("name")).get("formatted_name")), "phones": _phones(c)} for c in mappings(inner)
    ]
    return "contacts", {"cards": cards}


def _phones(card: Json) -> list[str]:
    """Numbers of a card as digits: of WhatsApp where it says so, else as typed; of the vCard when it lists none."""
    listed = [digits(phone.get("wa_id") or phone.get("phone")) for phone in mappings(card.get("phones") or ())]
    return [number for number in listed if number] or [
        number for found in _CARD_NUMBER.findall(text(card.get("vcard"))) if (number := digits(found))
    ]


def _system(inner: Any) -> Content:
    names = ("type", "wa_id", "user_id", "parent_user_id", "previous_user_id", "previous_parent_user_id", "body")
    return "system", kept(mapping(inner), *names)


def _edit(inner: Any) -> Content:
    given = mapping(inner)
    kind, content = content_of(mapping(given.get("message")))
    return "edit", {"original_id": text(given.get("original_message_id")), "kind": kind, **content}


def _revoke(inner: Any) -> Content:
    return "revoke", {"original_id": text(mapping(inner).get("original_message_id"))}


_READERS: dict[str, Callable[[Any], Content]] = {
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
