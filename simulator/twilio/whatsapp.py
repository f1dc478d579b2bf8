"""A filled content as the message WhatsApp shows."""

from simulator.jsontypes import Json

SESSION_BUTTONS = 3


def as_message(kind: str, content: Json) -> Json | None:
    """Type and object of the message; None for what may only be sent when it was approved."""
    make = {
        "twilio/text": _text,
        "twilio/media": _media,
        "twilio/quick-reply": _quick_reply,
        "twilio/list-picker": _list,
        "twilio/call-to-action": _link,
    }.get(kind)
    return make(content) if make else None


def as_template(kind: str, content: Json) -> Json:
    """What an approved content reads like on the phone."""
    buttons = [_template_button(action) for action in content.get("actions", [])]
    return {"header": None, "body": content.get("body", ""), "footer": None, "buttons": buttons}


def _template_button(action: Json) -> Json:
    if action.get("type") == "URL":
        return {"type": "url", "text": action["title"], "url": action["url"]}
    return {"type": "quick_reply", "text": action["title"], "payload": action.get("id") or action["title"]}


def _text(content: Json) -> Json:
    return {"type": "text", "text": {"body": content["body"]}}


def _media(content: Json) -> Json:
    return image(content["media"][0], content.get("body", ""))


def image(link: str, caption: str) -> Json:
    return {"type": "image", "image": {"link": link, **({"caption": caption} if caption else {})}}


def _quick_reply(content: Json) -> Json | None:
    if len(content["actions"]) > SESSION_BUTTONS:
        return None
    buttons = [{"type": "reply", "reply": {"id": each["id"], "title": each["title"]}} for each in content["actions"]]
    return _interactive("button", content["body"], {"buttons": buttons})


def _list(content: Json) -> Json:
    rows = [{"id": each["id"], "title": each["item"], "description": each["description"]} for each in content["items"]]
    return _interactive("list", content["body"], {"button": content["button"], "sections": [{"rows": rows}]})


def _link(content: Json) -> Json | None:
    links = [each for each in content["actions"] if each.get("type") == "URL"]
    if len(links) != 1 or len(content["actions"]) != 1:
        return None
    parameters = {"display_text": links[0]["title"], "url": links[0]["url"]}
    return _interactive("cta_url", content["body"], {"name": "cta_url", "parameters": parameters})


def _interactive(kind: str, body: str, action: Json) -> Json:
    return {"type": "interactive", "interactive": {"type": kind, "body": {"text": body}, "action": action}}
