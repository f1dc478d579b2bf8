"""Our messages in the Cloud API's wire format."""

from collections.abc import Callable
from typing import Any

from leadnurturebot.domain.message_content import (
    Audio,
    ContactCard,
    ContactPhone,
    Contacts,
    Document,
    Image,
    Location,
    MessageContent,
    Reaction,
    Sticker,
    Text,
    Video,
)
from leadnurturebot.providers.messaging import cloud_commerce, cloud_interactive, cloud_template_send
from leadnurturebot.providers.messaging.cloud_parts import Json, file, filled


def wire_message(content: MessageContent) -> Json:
    """`type` and the type's own object."""
    return _WRITERS[type(content)](content)


def _text(content: Text) -> Json:
    return {"type": "text", "text": {"body": content.body, "preview_url": content.preview}}


def _image(content: Image) -> Json:
    return {"type": "image", "image": file(content.url, content.media_id) | filled(caption=content.caption)}


def _video(content: Video) -> Json:
    return {"type": "video", "video": file(content.url, content.media_id) | filled(caption=content.caption)}


def _audio(content: Audio) -> Json:
    voice: Json = {"voice": True} if content.voice else {}
    return {"type": "audio", "audio": file(content.url, content.media_id) | voice}


def _document(content: Document) -> Json:
    more = filled(caption=content.caption, filename=content.filename)
    return {"type": "document", "document": file(content.url, content.media_id) | more}


def _sticker(content: Sticker) -> Json:
    return {"type": "sticker", "sticker": file(content.url, content.media_id)}


def _location(content: Location) -> Json:
    place = {"latitude": content.latitude, "longitude": content.longitude}
    return {"type": "location", "location": place | filled(name=content.name, address=content.address)}


def _contacts(content: Contacts) -> Json:
    return {"type": "contacts", "contacts": [_contact(card) for card in content.contacts]}


def _contact(card: ContactCard) -> Json:
    name = filled(
        formatted_name=card.formatted_name, first_name=card.first_name, last_name=card.last_name,
        middle_name=card.middle_name, prefix=card.prefix, suffix=card.suffix,
    )  # fmt: skip
    return {"name": name} | filled(
        phones=[_phone(phone) for phone in card.phones],
        emails=[{"email": email} for email in card.emails],
        urls=[{"url": url} for url in card.urls],
        org=filled(company=card.company, title=card.job_title),
        birthday=card.birthday,
    )


def _phone(phone: ContactPhone) -> Json:
    return filled(phone=phone.phone, type=phone.type, wa_id=phone.wa_id)


def _reaction(content: Reaction) -> Json:
    return {"type": "reaction", "reaction": {"message_id": content.message_id, "emoji": content.emoji}}


_WRITERS: dict[type, Callable[[Any], Json]] = {
    Text: _text,
    Image: _image,
    Video: _video,
    Audio: _audio,
    Document: _document,
    Sticker: _sticker,
    Location: _location,
    Contacts: _contacts,
    Reaction: _reaction,
    **cloud_interactive.WRITERS,
    **cloud_commerce.WRITERS,
    **cloud_template_send.WRITERS,
}
