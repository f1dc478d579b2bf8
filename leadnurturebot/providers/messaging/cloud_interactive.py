"""Messages with something to press, in the Cloud API's wire format."""

from collections.abc import Callable
from typing import Any

from leadnurturebot.domain.message_content import (
    AddressRequest,
    Buttons,
    Carousel,
    ContactRequest,
    ContentCard,
    Flow,
    Header,
    LinkButton,
    ListMessage,
    LocationRequest,
    Row,
)
from leadnurturebot.providers.messaging.cloud_parts import Json, filled, header, interactive

FLOW_MESSAGE_VERSION = "3"


def _buttons(content: Buttons) -> Json:
    buttons = [{"type": "reply", "reply": {"id": button.id, "title": button.title}} for button in content.buttons]
    top = header(content.header, content.image_url)
    return interactive("button", content.body, {"buttons": buttons}, top=top, footer=content.footer)


def _list(content: ListMessage) -> Json:
    sections = [filled(title=title, rows=[_row(row) for row in rows]) for title, rows in content.sections()]
    top = header(Header(type="text", text=content.header)) if content.header else None
    return interactive(
        "list", content.body, {"button": content.button, "sections": sections}, top=top, footer=content.footer
    )


def _row(row: Row) -> Json:
    return filled(id=row.id, title=row.title, description=row.description)


def _link(content: LinkButton) -> Json:
    top = header(content.header, content.image_url)
    return interactive("cta_url", content.body, _opens(content.label, content.url), top=top, footer=content.footer)


def _opens(label: str, url: str) -> Json:
    return {"name": "cta_url", "parameters": {"display_text": label, "url": url}}


def _carousel(content: Carousel) -> Json:
    return interactive("carousel", content.body, {"cards": [_card(*place) for place in enumerate(content.cards)]})


def _card(index: int, card: ContentCard) -> Json:
    """Reply buttons of a card are `quick_reply`, unlike those of a message."""
    kind = "video" if card.video_url else "image"
    replies = [
        {"type": "quick_reply", "quick_reply": {"id": button.id, "title": button.title}} for button in card.buttons
    ]
    return {
        "card_index": index,
        "type": "cta_url",
        "header": {"type": kind, kind: {"link": card.video_url or card.image_url}},
        **({"body": {"text": card.body}} if card.body else {}),
        "action": _opens(card.link_label, card.link_url) if card.link_label else {"buttons": replies},
    }


def _location_request(content: LocationRequest) -> Json:
    return interactive("location_request_message", content.body, {"name": "send_location"})


def _contact_request(content: ContactRequest) -> Json:
    return interactive("request_contact_info", content.body, {"name": "request_contact_info"})


def _flow(content: Flow) -> Json:
    payload: Json = {"screen": content.screen} if content.screen else {}
    if content.data:
        payload["data"] = content.data
    parameters = {"flow_message_version": FLOW_MESSAGE_VERSION} | filled(
        flow_id=content.flow_id, flow_name=content.flow_name, flow_cta=content.cta, flow_token=content.token,
        flow_action=content.action, flow_action_payload=payload, mode="draft" if content.is_draft else "published",
    )  # fmt: skip
    action = {"name": "flow", "parameters": parameters}
    return interactive("flow", content.body, action, top=header(content.header), footer=content.footer)


def _address(content: AddressRequest) -> Json:
    parameters = {"country": content.country} | filled(
        values=content.values,
        saved_addresses=list(content.saved_addresses),
        validation_errors=content.validation_errors,
    )
    return interactive("address_message", content.body, {"name": "address_message", "parameters": parameters})


WRITERS: dict[type, Callable[[Any], Json]] = {
    Buttons: _buttons,
    ListMessage: _list,
    LinkButton: _link,
    Carousel: _carousel,
    LocationRequest: _location_request,
    ContactRequest: _contact_request,
    Flow: _flow,
    AddressRequest: _address,
}
