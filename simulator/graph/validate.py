"""Is this a message the platform would take? The limits of every type, before any window or budget is looked at."""

import re
from collections.abc import Callable

from simulator.graph.errors import GraphError, bad_parameter, missing
from simulator.graph.fields import Fields
from simulator.graph.interactive import check_interactive
from simulator.jsontypes import Json

TEXT_MOST = 4096
CAPTION_MOST = 1024
CALLBACK_DATA_MOST = 512
MEDIA_TYPES = ("image", "video", "audio", "document", "sticker")
CAPTIONED = ("image", "video", "document")
LIMIT_OF_ADDRESS = 1000


def check_envelope(body: Json) -> str:
    """Check what all messages have in common and return the type. Raises GraphError."""
    fields = Fields(body)
    check_product(fields)
    if not body.get("to") and not body.get("recipient"):
        raise missing("to")
    if body.get("recipient_type", "individual") not in ("individual", "group"):
        raise bad_parameter("recipient_type", "must be one of {individual, group}.")
    fields.optional_text("biz_opaque_callback_data", CALLBACK_DATA_MOST)
    context = fields.optional_object("context")
    if context is not None:
        context.text("message_id", 512)
    message_type = body.get("type", "text")
    if not isinstance(message_type, str) or message_type not in (*CHECKS, "template"):
        known = ", ".join([*CHECKS, "template"])
        raise bad_parameter("type", f"must be one of {{{known}}}.")
    return message_type


def check_product(fields: Fields) -> None:
    if fields.raw("messaging_product") != "whatsapp":
        raise bad_parameter("messaging_product", "must be 'whatsapp'.")


def check_content(message_type: str, body: Json) -> None:
    """Check a free-form message. Raises GraphError 100, 131008 or 131009 naming the parameter."""
    CHECKS[message_type](Fields(body))


def _text(fields: Fields) -> None:
    text = fields.object("text")
    text.text("body", TEXT_MOST)
    if text.has("preview_url") and not isinstance(text.raw("preview_url"), bool):
        raise text.refuse("preview_url", "must be true or false.")


def _media(kind: str) -> Callable[[Fields], None]:
    def check(fields: Fields) -> None:
        media = fields.object(kind)
        check_media_source(media)
        if kind in CAPTIONED:
            media.optional_text("caption", CAPTION_MOST)
        else:
            media.forbid("caption")
        if kind == "document":
            media.optional_text("filename", 240)

    return check


def check_media_source(media: Fields) -> None:
    """Exactly one of `id` and `link`."""
    if media.has("id") == media.has("link"):
        raise bad_parameter(media.path, "must have exactly one of id and link.")
    if media.has("link"):
        media.url("link")
    else:
        media.text("id", 100)


def _location(fields: Fields) -> None:
    location = fields.object("location")
    for name, most in (("latitude", 90), ("longitude", 180)):
        if not location.has(name):
            raise missing(location.at(name))
        if not re.fullmatch(r"-?\d+(\.\d+)?", str(location.raw(name))) or abs(float(location.raw(name))) > most:
            raise location.refuse(name, f"must be a number from -{most} to {most}.")
    location.optional_text("name", LIMIT_OF_ADDRESS)
    location.optional_text("address", LIMIT_OF_ADDRESS)


def _contacts(fields: Fields) -> None:
    for contact in fields.objects("contacts", 1, 257):
        name = contact.object("name")
        name.text("formatted_name", 512)
        parts = ("first_name", "last_name", "middle_name", "suffix", "prefix")
        if not any(name.has(part) for part in parts):
            raise missing(name.at("first_name"))


def _reaction(fields: Fields) -> None:
    reaction = fields.object("reaction")
    reaction.text("message_id", 512)
    if not isinstance(reaction.raw("emoji"), str):
        raise missing(reaction.at("emoji"))
    if len(reaction.raw("emoji")) > 16:
        raise reaction.refuse("emoji", "must be a single emoji.")
    fields.forbid("context")


def _interactive(fields: Fields) -> None:
    check_interactive(fields.object("interactive"))


CHECKS: dict[str, Callable[[Fields], None]] = {
    "text": _text,
    **{kind: _media(kind) for kind in MEDIA_TYPES},
    "location": _location,
    "contacts": _contacts,
    "reaction": _reaction,
    "interactive": _interactive,
}


def canonical_digits(to: str, own_country_code: str) -> str:
    """The number dialled, as digits. Without `+` a short number gets the business number's own country code.

    Raises GraphError 100 when it can not be a phone number.
    """
    kept = re.sub(r"[\s()\-.]", "", to)
    if not re.fullmatch(r"\+?\d{5,17}", kept):
        raise GraphError(100, "Parameter to must be a valid WhatsApp phone number.")
    if kept.startswith("+"):
        return kept[1:]
    return kept if len(kept) >= 11 else own_country_code + kept.lstrip("0")
