"""Our neutral messages in the Cloud API's wire format. Limits hold by construction of the messages."""

from collections.abc import Callable
from typing import Any

from leadnurturebot.domain.message_content import (
    Buttons,
    Carousel,
    Image,
    LinkButton,
    ListMessage,
    MessageContent,
    Template,
    Text,
)

Json = dict[str, Any]


def wire_message(content: MessageContent) -> Json:
    """`type` and the type's own object."""
    return _WRITERS[type(content)](content)


def _text(content: Text) -> Json:
    return {"type": "text", "text": {"body": content.body, "preview_url": False}}


def _interactive(kind: str, body: str, action: Json, *, image_url: str | None = None, footer: str = "") -> Json:
    interactive: Json = {"type": kind, "body": {"text": body}, "action": action}
    if image_url:
        interactive["header"] = {"type": "image", "image": {"link": image_url}}
    if footer:
        interactive["footer"] = {"text": footer}
    return {"type": "interactive", "interactive": interactive}


def _buttons(content: Buttons) -> Json:
    buttons = [{"type": "reply", "reply": {"id": button.id, "title": button.title}} for button in content.buttons]
    return _interactive(
        "button", content.body, {"buttons": buttons}, image_url=content.image_url, footer=content.footer
    )


def _list(content: ListMessage) -> Json:
    rows = [
        {"id": row.id, "title": row.title, **({"description": row.description} if row.description else {})}
        for row in content.rows
    ]
    return _interactive("list", content.body, {"button": content.button, "sections": [{"rows": rows}]})


def _carousel(content: Carousel) -> Json:
    cards = [
        {
            "card_index": index,
            "type": "cta_url",
            "header": {"type": "image", "image": {"link": card.image_url}},
            "body": {"text": card.body},
            "action": {
                "buttons": [
                    {"type": "quick_reply", "quick_reply": {"id": button.id, "title": button.title}}
                    for button in card.buttons
                ]
            },
        }
        for index, card in enumerate(content.cards)
    ]
    return _interactive("carousel", content.body, {"cards": cards})


def _link(content: LinkButton) -> Json:
    action = {"name": "cta_url", "parameters": {"display_text": content.label, "url": content.url}}
    return _interactive("cta_url", content.body, action, image_url=content.image_url)


def _image(content: Image) -> Json:
    return {
        "type": "image",
        "image": {"link": content.url, **({"caption": content.caption} if content.caption else {})},
    }


def _template(content: Template) -> Json:
    components: list[Json] = []
    if content.header_image_url:
        image = {"type": "image", "image": {"link": content.header_image_url}}
        components.append({"type": "header", "parameters": [image]})
    if content.body_parameters:
        parameters = [{"type": "text", "text": text} for text in content.body_parameters]
        components.append({"type": "body", "parameters": parameters})
    for index, payload in enumerate(content.button_parameters):
        components.append({
            "type": "button", "sub_type": "quick_reply", "index": str(index),
            "parameters": [{"type": "payload", "payload": payload}],
        })  # fmt: skip
    template = {"name": content.name, "language": {"code": content.language}, "components": components}
    return {"type": "template", "template": template}


_WRITERS: dict[type, Callable[[Any], Json]] = {
    Text: _text,
    Buttons: _buttons,
    ListMessage: _list,
    Carousel: _carousel,
    LinkButton: _link,
    Image: _image,
    Template: _template,
}
