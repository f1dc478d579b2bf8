"""Messages with choices at Twilio: a content per shape with variables, made once, named by its sid from then on.

Limits of a content that WhatsApp has not approved, within the open window (Twilio, Content types): three quick replies,
ten rows with a description each, a body of 1,024 characters; cards and carousels need approval, so they are said otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import orjson

from leadnurturebot.domain.message_content import Buttons, LinkButton, ListMessage, MessageContent, Template
from leadnurturebot.providers.messaging.fitting import Capabilities

ABLE = Capabilities(can=frozenset({"buttons", "list", "link"}), text_most=1600, list_body_most=1024)
# A row must have a description there.
NO_DESCRIPTION = "–"


@dataclass(frozen=True, slots=True)
class Shape:
    """What is made at Twilio. `types` is empty for a template, which is looked up and not made."""

    key: str
    types: Mapping[str, Any]


def shape_of(content: MessageContent) -> Shape | None:
    """The content a message needs, None for what is said without one."""
    match content:
        case Buttons(buttons=buttons):
            return Shape(f"quick_reply/{len(buttons)}", {"twilio/quick-reply": _quick_reply(len(buttons))})
        case ListMessage(rows=rows):
            return Shape(f"list_picker/{len(rows)}", {"twilio/list-picker": _list_picker(len(rows))})
        case LinkButton(url=url):
            origin = _origin(url)
            return Shape(f"call_to_action/{origin}", {"twilio/call-to-action": _call_to_action(origin)})
        case Template(name=name, language=language):
            return Shape(template_key(name, language), {})
        case _:
            return None


def template_key(name: str, language: str) -> str:
    """Under which a template's sid is remembered."""
    return f"template/{language}/{name}"


def _quick_reply(count: int) -> dict[str, Any]:
    actions = [{"type": "QUICK_REPLY", "title": _variable(2 + 2 * n), "id": _variable(3 + 2 * n)} for n in range(count)]
    return {"body": _variable(1), "actions": actions}


def _list_picker(count: int) -> dict[str, Any]:
    items = [
        {"item": _variable(3 + 3 * n), "id": _variable(4 + 3 * n), "description": _variable(5 + 3 * n)}
        for n in range(count)
    ]
    return {"body": _variable(1), "button": _variable(2), "items": items}


def _call_to_action(origin: str) -> dict[str, Any]:
    """Only the end of an address may be a variable."""
    return {
        "body": _variable(1),
        "actions": [{"type": "URL", "title": _variable(2), "url": f"{origin}/{_variable(3)}"}],
    }


def _variable(number: int) -> str:
    return f"{{{{{number}}}}}"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def values_of(content: MessageContent) -> list[str]:
    """The variables of a message in the order of its shape."""
    match content:
        case Buttons(body=body, buttons=buttons):
            return [body, *(value for button in buttons for value in (button.title, button.id))]
        case ListMessage(body=body, button=button, rows=rows):
            return [
                body, button,
                *(value for row in rows for value in (row.title, row.id, row.description or NO_DESCRIPTION)),
            ]  # fmt: skip
        case LinkButton(body=body, label=label, url=url):
            return [body, label, url.removeprefix(_origin(url)).lstrip("/")]
        case Template(body_parameters=body_parameters, header_image_url=image, button_parameters=button_parameters):
            return [*body_parameters, *([image] if image else []), *button_parameters]
        case _:
            return []


def content_variables(content: MessageContent) -> str:
    """`ContentVariables`: a JSON object as text, numbered from "1"."""
    return orjson.dumps({str(n): value for n, value in enumerate(values_of(content), 1)}).decode()


def creation(shape: Shape) -> bytes:
    """The body that makes a shape's content. Its words come as variables, so the language says nothing."""
    name = f"leadnurturebot_{shape.key.split('/')[0]}_{shape.key.split('/', 1)[1]}"
    return orjson.dumps({"friendly_name": name[:64], "language": "en", "variables": {"1": "…"}, "types": shape.types})


def created_sid(body: Any) -> str:
    """The sid of a content that was made."""
    return str(body.get("sid") or "") if isinstance(body, Mapping) else ""


def approved_sid(key: str, body: Any) -> str:
    """The sid of the template of `key` in a list of contents with their approvals; empty unless it is approved."""
    _, language, name = key.split("/", 2)
    for item in body.get("contents") or () if isinstance(body, Mapping) else ():
        approval = item.get("approval_requests") or {}
        if item.get("language") != language or name not in {item.get("friendly_name"), approval.get("name")}:
            continue
        if str(approval.get("status", "")).lower() == "approved":
            return str(item.get("sid") or "")
    return ""
