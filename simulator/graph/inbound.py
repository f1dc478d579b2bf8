"""One message of every kind a person can send, as the platform would write it: for tests and for curiosity."""

import orjson

from simulator.jsontypes import Json

MEDIA_ID = "1003383421387256"
SHA = "mjNfQuvZsVGqEWVoUKGwPQ4ThqUxkS5dNHgyBIqOyKU="
OPTIONAL = {
    "image": ("caption", "url"),
    "video": ("caption", "url"),
    "document": ("caption", "filename", "url"),
    "audio": ("url",),
    "sticker": ("url",),
    "location": ("name", "address", "url"),
    "referral": (
        "headline",
        "body",
        "media_type",
        "image_url",
        "video_url",
        "thumbnail_url",
        "ctwa_clid",
        "welcome_message",
    ),
    "order": ("text",),
}


def _media(kind: str, mime_type: str, **more: object) -> Json:
    return {"type": kind, kind: {"mime_type": mime_type, "sha256": SHA, "id": MEDIA_ID, **more}}


def _interactive(kind: str, content: Json) -> Json:
    return {"type": "interactive", "interactive": {"type": kind, kind: content}}


def _system(kind: str, **more: object) -> Json:
    return {"type": "system", "system": {"body": "Something about the user changed", "type": kind, **more}}


UNSUPPORTED_ERROR = {
    "code": 131051,
    "title": "Message type unknown",
    "message": "Message type unknown",
    "error_data": {"details": "Message type is currently not supported."},
}
CONTACT = {
    "name": {"formatted_name": "Ana Lima", "first_name": "Ana", "last_name": "Lima"},
    "phones": [{"phone": "+55 11 91234-5678", "wa_id": "5511912345678", "type": "CELL"}],
    "emails": [{"email": "ana@example.com", "type": "HOME"}],
}
ITEM = {"product_retailer_id": "SKU-1", "quantity": 2, "item_price": 49.5, "currency": "USD"}
EDITED = {"type": "text", "text": {"body": "I meant the blue one"}}
AD = {
    "source_url": "https://fb.me/1abc",
    "source_id": "120208",
    "source_type": "ad",
    "headline": "Summer Collection",
    "body": "The sundress everyone asks about.",
    "media_type": "video",
    "video_url": "https://media.example.com/v.mp4",
    "thumbnail_url": "https://media.example.com/t.jpg",
    "ctwa_clid": "Aff-n8ZTODiE79d22KtAwQKj9e",
    "welcome_message": {"text": "Hi there! How can we help?"},
}
PERMISSION = {
    "response": "accept",
    "is_permanent": False,
    "expiration_timestamp": 1796000000,
    "response_source": "user_action",
}
FLOW_ANSWER = {
    "name": "flow",
    "body": "Sent",
    "response_json": orjson.dumps({"flow_token": "t1", "size": "M"}).decode(),
}
ADDRESS = {
    "name": "address_message",
    "body": "Sent",
    "response_json": orjson.dumps({"values": {"city": "Pune"}}).decode(),
}

SAMPLES: dict[str, Json] = {
    "text": {"type": "text", "text": {"body": "Do you have this in M? 👗 *please*"}},
    "image": _media("image", "image/jpeg", caption="This one?"),
    "video": _media("video", "video/mp4", caption="How it moves"),
    "audio": _media("audio", "audio/mpeg", voice=False),
    "voice": _media("audio", "audio/ogg; codecs=opus", voice=True),
    "document": _media("document", "application/pdf", filename="receipt.pdf", caption="My receipt"),
    "sticker": _media("sticker", "image/webp", animated=False),
    "location": {
        "type": "location",
        "location": {"latitude": 51.5072, "longitude": -0.1276, "name": "London", "address": "Charing Cross"},
    },
    "contacts": {"type": "contacts", "contacts": [CONTACT]},
    "contact_request": {
        "type": "contacts",
        "origin": "contact_request",
        "contacts": [{**CONTACT, "vcard": "BEGIN:VCARD"}],
    },
    "reaction": {"type": "reaction", "reaction": {"message_id": "wamid.HBgOLD", "emoji": "❤️"}},
    "reaction_removed": {"type": "reaction", "reaction": {"message_id": "wamid.HBgOLD"}},
    "button": {
        "type": "button",
        "button": {"payload": "show:42", "text": "Show me"},
        "context": {"id": "wamid.HBgOLD"},
    },
    "button_without_context": {"type": "button", "button": {"payload": "Show me", "text": "Show me"}},
    "button_reply": _interactive("button_reply", {"id": "size_m", "title": "Talla M"}),
    "list_reply": _interactive("list_reply", {"id": "r1", "title": "Dresses", "description": "18 pieces"}),
    "list_reply_without_description": _interactive("list_reply", {"id": "r1", "title": "Dresses"}),
    "flow_reply": _interactive("nfm_reply", FLOW_ANSWER),
    "address_reply": _interactive("nfm_reply", ADDRESS),
    "call_permission_reply": _interactive("call_permission_reply", PERMISSION),
    "interactive_without_content": {"type": "interactive", "interactive": {}, "errors": [UNSUPPORTED_ERROR]},
    "order": {"type": "order", "order": {"catalog_id": "cat", "text": "As a gift", "product_items": [ITEM]}},
    "order_without_text": {"type": "order", "order": {"catalog_id": "cat", "text": "", "product_items": [ITEM]}},
    "product_question": {
        "type": "text",
        "text": {"body": "Is this still there?"},
        "context": {
            "from": "1",
            "id": "wamid.HBgOLD",
            "referred_product": {"catalog_id": "cat", "product_retailer_id": "SKU-1"},
        },
    },
    "forwarded": {"type": "text", "text": {"body": "look"}, "context": {"forwarded": True}},
    "frequently_forwarded": {"type": "text", "text": {"body": "look"}, "context": {"frequently_forwarded": True}},
    "ad": {"type": "text", "text": {"body": "Hi"}, "referral": AD},
    "ad_without_click_id": {
        "type": "text",
        "text": {"body": "Hi"},
        "referral": {name: value for name, value in AD.items() if name != "ctwa_clid"},
    },
    "post": {
        "type": "image",
        "image": _media("image", "image/png")["image"],
        "referral": {**AD, "source_type": "post"},
    },
    "unsupported": {"type": "unsupported", "errors": [UNSUPPORTED_ERROR], "unsupported": {"type": "poll"}},
    "unknown": {"type": "unknown", "errors": [UNSUPPORTED_ERROR]},
    "type_of_the_future": {"type": "hologram", "hologram": {"id": "h1"}},
    "media_too_large": {
        "type": "video",
        "errors": [{**UNSUPPORTED_ERROR, "code": 131052, "title": "Media download error"}],
    },
    "edit": {"type": "edit", "edit": {"original_message_id": "wamid.HBgOLD", "message": EDITED}},
    "revoke": {"type": "revoke", "revoke": {"original_message_id": "wamid.HBgOLD"}},
    "request_welcome": {"type": "request_welcome"},
    "customer_changed_number": _system("customer_changed_number", wa_id="447700900143"),
    "identity_changed": _system("customer_identity_changed")
    | {"identity": {"acknowledged": True, "created_timestamp": 1790000000, "hash": "sFBKsIrn"}},
}


def bare(message: Json) -> Json:
    """The same message without any field the platform may leave out."""
    kept = {name: value for name, value in message.items() if name not in ("context", "from_parent_user_id")}
    for name, optional in OPTIONAL.items():
        if isinstance(kept.get(name), dict):
            kept[name] = {key: value for key, value in kept[name].items() if key not in optional}
    inner = kept.get("interactive")
    if isinstance(inner, dict) and "list_reply" in inner:
        reply = {key: value for key, value in inner["list_reply"].items() if key != "description"}
        kept["interactive"] = {**inner, "list_reply": reply}
    return kept
