"""Sections 2.6 to 2.9 of the reference, row by row: what each type and field of a message becomes."""

from typing import Any

import pytest

from tests.providers.cloud_payloads import delivered, heard

FILE = {"mime_type": "image/jpeg", "sha256": "3q2+7w==", "id": "901"}
CARD = {
    "name": {"formatted_name": "Emma", "first_name": "Emma"},
    "phones": [{"phone": "+44 7700 900142", "wa_id": "447700900142"}],
}
VCARD = "BEGIN:VCARD\nFN:Emma\nTEL;type=CELL;waid=447700900142:+44 7700 900142\nEND:VCARD"
LINE = {"product_retailer_id": "DR-BLUE-M", "quantity": 2, "item_price": 49.5, "currency": "USD"}
ERROR = {"code": 131051, "title": "Unsupported", "message": "m", "error_data": {"details": "Message type is unknown"}}
TOLD = {"code": 131051, "text": "Message type is unknown"}

# 2.6, one row a type: the wire, our kind, our content.
TYPES: list[tuple[dict[str, Any], str, dict[str, Any]]] = [
    ({"type": "text", "text": {"body": "¿Hay *M*? 😀"}}, "text", {"text": "¿Hay *M*? 😀"}),
    (
        {"type": "image", "image": {**FILE, "caption": "this one?", "url": "https://lookaside/x"}},
        "image",
        {**FILE, "caption": "this one?"},
    ),
    ({"type": "video", "video": {**FILE, "mime_type": "video/mp4"}}, "video", {**FILE, "mime_type": "video/mp4"}),
    ({"type": "audio", "audio": {**FILE, "voice": False}}, "audio", {**FILE, "voice": False}),
    (
        {"type": "audio", "audio": {**FILE, "mime_type": "audio/ogg; codecs=opus", "voice": True}},
        "audio",
        {**FILE, "mime_type": "audio/ogg; codecs=opus", "voice": True},
    ),
    (
        {
            "type": "document",
            "document": {**FILE, "mime_type": "application/pdf", "filename": "order.pdf", "caption": "my order"},
        },
        "document",
        {**FILE, "mime_type": "application/pdf", "filename": "order.pdf", "caption": "my order"},
    ),
    ({"type": "sticker", "sticker": {**FILE, "animated": True}}, "sticker", {**FILE, "animated": True}),
    (
        {
            "type": "location",
            "location": {"latitude": 19.4, "longitude": -99.1, "name": "Home", "address": "Roma", "url": "https://x"},
        },
        "location",
        {"latitude": 19.4, "longitude": -99.1, "name": "Home", "address": "Roma"},
    ),
    ({"type": "contacts", "contacts": [CARD]}, "contacts", {"cards": [{"name": "Emma", "phones": ["447700900142"]}]}),
    (
        {"type": "contacts", "contacts": [{**CARD, "phones": [], "vcard": VCARD}], "origin": "other"},
        "contacts",
        {"cards": [{"name": "Emma", "phones": ["447700900142"]}], "origin": "other"},
    ),
    (
        {"type": "reaction", "reaction": {"message_id": "wamid.out", "emoji": "❤️"}},
        "reaction",
        {"message_id": "wamid.out", "emoji": "❤️"},
    ),
    (
        {"type": "reaction", "reaction": {"message_id": "wamid.out"}},
        "reaction",
        {"message_id": "wamid.out", "emoji": ""},
    ),
    (
        {"type": "reaction", "reaction": {"message_id": "wamid.out", "emoji": ""}},
        "reaction",
        {"message_id": "wamid.out", "emoji": ""},
    ),
    ({"type": "button", "button": {"payload": "pay", "text": "Pay now"}}, "tap", {"action": "pay", "text": "Pay now"}),
    (
        {"type": "order", "order": {"catalog_id": "77", "text": "gift please", "product_items": [LINE]}},
        "order",
        {
            "items": [{"sku": "DR-BLUE-M", "quantity": 2, "price": 49.5, "currency": "USD"}],
            "text": "gift please",
            "catalog_id": "77",
        },
    ),
    (
        {
            "type": "system",
            "system": {
                "body": "Ana changed",
                "wa_id": "52155",
                "user_id": "MX.2",
                "type": "user_changed_number",
                "previous_user_id": "MX.1349",
            },
        },
        "system",
        {
            "type": "user_changed_number",
            "wa_id": "52155",
            "user_id": "MX.2",
            "previous_user_id": "MX.1349",
            "body": "Ana changed",
        },
    ),
    (
        {"type": "unsupported", "unsupported": {"type": "poll"}, "errors": [ERROR]},
        "unsupported",
        {"type": "poll", "errors": [TOLD]},
    ),
    ({"type": "unknown", "errors": [ERROR]}, "unsupported", {"type": "unknown", "errors": [TOLD]}),
    (
        {
            "type": "edit",
            "edit": {"original_message_id": "wamid.0", "message": {"type": "text", "text": {"body": "size L"}}},
        },
        "edit",
        {"original_id": "wamid.0", "kind": "text", "text": "size L"},
    ),
    ({"type": "revoke", "revoke": {"original_message_id": "wamid.0"}}, "revoke", {"original_id": "wamid.0"}),
    ({"type": "hologram", "hologram": {"x": 1}}, "unsupported", {"type": "hologram"}),
    (
        {"type": "image", "errors": [{"code": 131052, "title": "Media download error"}]},
        "unsupported",
        {"type": "image", "errors": [{"code": 131052, "text": "Media download error"}]},
    ),
]

# 2.7
INTERACTIVE: list[tuple[dict[str, Any], str, dict[str, Any]]] = [
    (
        {"type": "button_reply", "button_reply": {"id": "size_m", "title": "Talla M"}},
        "tap",
        {"action": "size_m", "text": "Talla M"},
    ),
    (
        {"type": "list_reply", "list_reply": {"id": "r1", "title": "Vestidos", "description": "De verano"}},
        "tap",
        {"action": "r1", "text": "Vestidos", "description": "De verano"},
    ),
    (
        {"type": "list_reply", "list_reply": {"id": "r1", "title": "Vestidos"}},
        "tap",
        {"action": "r1", "text": "Vestidos"},
    ),
    (
        {"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": '{"size":"M"}'}},
        "form",
        {"name": "flow", "response": '{"size":"M"}'},
    ),
    (
        {"type": "nfm_reply", "nfm_reply": {"name": "address_message"}},
        "form",
        {"name": "address_message", "response": "{}"},
    ),
    (
        {
            "type": "call_permission_reply",
            "call_permission_reply": {
                "response": "accept",
                "is_permanent": False,
                "expiration_timestamp": 1750000000,
                "response_source": "user_action",
            },
        },
        "call_permission",
        {
            "response": "accept",
            "is_permanent": False,
            "expiration_timestamp": 1750000000,
            "response_source": "user_action",
        },
    ),
    ({"type": "product_reply", "product_reply": {"id": "p"}}, "unsupported", {"type": "product_reply"}),
    ({}, "unsupported", {"type": "interactive"}),
]

# 2.8: what a context adds to a text.
CONTEXTS: list[tuple[dict[str, Any], str, dict[str, Any]]] = [
    ({"from": "15550783881", "id": "wamid.out"}, "wamid.out", {}),
    ({"forwarded": True}, "", {"forwarded": "once"}),
    ({"frequently_forwarded": True}, "", {"forwarded": "often"}),
    (
        {
            "from": "15550783881",
            "id": "wamid.p",
            "referred_product": {"catalog_id": "77", "product_retailer_id": "WR-M"},
        },
        "wamid.p",
        {"sku": "WR-M"},
    ),
]


@pytest.mark.parametrize(
    ("item", "kind", "content"), TYPES, ids=[f"{n}:{row[0]['type']}" for n, row in enumerate(TYPES)]
)
def test_each_type_has_its_neutral_shape(item: dict[str, Any], kind: str, content: dict[str, Any]) -> None:
    message = heard(item)
    assert (message.kind, dict(message.content)) == (kind, content)


@pytest.mark.parametrize(("inner", "kind", "content"), INTERACTIVE)
def test_each_interactive_reply_has_its_neutral_shape(
    inner: dict[str, Any], kind: str, content: dict[str, Any]
) -> None:
    message = heard({"type": "interactive", "interactive": inner})
    assert (message.kind, dict(message.content)) == (kind, content)


@pytest.mark.parametrize(("context", "quoted", "added"), CONTEXTS)
def test_each_context_is_kept(context: dict[str, Any], quoted: str, added: dict[str, Any]) -> None:
    message = heard({"type": "text", "text": {"body": "this?"}, "context": context})
    assert (message.quoted_id, dict(message.content)) == (quoted, {"text": "this?", **added})


@pytest.mark.parametrize("kind", ["text", "image", "button", "order"])
def test_a_referral_may_sit_on_any_first_message(kind: str) -> None:
    referral = {
        "source_url": "https://fb.me/3x",
        "source_id": "120",
        "source_type": "ad",
        "headline": "Blue",
        "ctwa_clid": "Aff",
    }
    assert heard({"type": kind, kind: {"id": "1"}, "referral": referral}).referral == referral


def test_a_group_message_is_told_apart() -> None:
    message = heard({"type": "text", "text": {"body": "hi all"}, "group_id": "g1"})
    assert (message.kind, dict(message.content)) == ("group", {"kind": "text", "text": "hi all"})


def test_a_withdrawn_type_is_left_out() -> None:
    item = {"from": "1555", "id": "w", "timestamp": "1", "type": "request_welcome"}
    assert delivered("messages", {"messages": [item]}).messages == ()


def test_the_number_shared_on_request_becomes_an_address_of_its_sender() -> None:
    hidden = {"profile": {"name": "Noor"}, "user_id": "AE.77"}
    message = heard(
        {"from": "", "from_user_id": "AE.77", "type": "contacts", "contacts": [CARD], "origin": "contact_request"},
        contacts=[hidden],
    )
    assert (message.contact.user_id, message.contact.wa_id) == ("AE.77", "447700900142")


def test_somebody_elses_card_gives_its_sender_no_number() -> None:
    hidden = {"profile": {"name": "Noor"}, "user_id": "AE.77"}
    message = heard(
        {"from": "", "from_user_id": "AE.77", "type": "contacts", "contacts": [CARD], "origin": "other"},
        contacts=[hidden],
    )
    assert message.contact.wa_id == ""


def test_the_author_of_a_change_has_the_old_ids() -> None:
    change = {"type": "user_changed_number", "wa_id": "525599", "user_id": "MX.2", "previous_user_id": "MX.1349"}
    message = heard({"from": "525511", "from_user_id": "MX.2", "type": "system", "system": change}, contacts=[])
    assert (message.contact.user_id, message.contact.wa_id) == ("MX.1349", "525511")


def test_a_change_that_names_nobody_before_belongs_to_whom_it_names_now() -> None:
    change = {"type": "user_changed_user_id", "user_id": "MX.2"}
    assert (
        heard({"from": "", "from_user_id": "", "type": "system", "system": change}, contacts=[]).contact.user_id
        == "MX.2"
    )
