"""Pieces that several kinds of Cloud API messages are made of."""

from typing import Any

from leadnurturebot.domain.message_content import Header

Json = dict[str, Any]


def filled(**values: Any) -> Json:
    """The values that are not empty: the API takes no empty optional parameter."""
    return {name: value for name, value in values.items() if value}


def file(url: str, media_id: str) -> Json:
    """Where a file comes from."""
    return {"link": url} if url else {"id": media_id}


def header(given: Header | None, image_url: str | None = None) -> Json:
    """`header` of an interactive message, nothing without one."""
    if image_url:
        return {"header": {"type": "image", "image": {"link": image_url}}}
    if given is None:
        return {}
    if given.type == "text":
        return {"header": {"type": "text", "text": given.text}}
    source = file(given.url, given.media_id) | filled(filename=given.filename)
    return {"header": {"type": given.type, given.type: source}}


def interactive(kind: str, body: str, action: Json, *, top: Json | None = None, footer: str = "") -> Json:
    """A message with something to press. `top` is what `header` made."""
    words: Json = {"body": {"text": body}} if body else {}
    below: Json = {"footer": {"text": footer}} if footer else {}
    return {"type": "interactive", "interactive": {"type": kind, **(top or {}), **words, **below, "action": action}}
