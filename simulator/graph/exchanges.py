"""How a call to the Graph reads on the wire log."""

from starlette.requests import Request
from starlette.responses import Response

from simulator.jsontypes import Json, decode_object
from simulator.wire import Exchange, shown_request, shown_response
from simulator.world import World

KINDS = {
    "list": "List",
    "cta_url": "Link button",
    "carousel": "Carousel",
    "location_request_message": "Asked for a location",
}
ANSWERED_MOST = 1_000_000


def record_call(world: World, request: Request, body: bytes, response: Response) -> None:
    sent = _decoded(body) if "json" in request.headers.get("content-type", "json") else {}
    answer = _decoded(bytes(response.body))
    message_id = (answer.get("messages") or [{}])[0].get("id", "")
    message = world.chats.get(message_id) if message_id else None
    refused = answer.get("error", {}).get("code")
    world.wire.record(
        Exchange(
            "in",
            title(request.method, request.url.path, sent),
            f"refused, error {refused}" if refused else f"answered {response.status_code}",
            "refused" if refused else "",
            message_id,
            message.person_id if message else "",
            None,
            shown_request(request.method, str(request.url), request.headers, body[:ANSWERED_MOST]),
            shown_response(response.status_code, response.headers, bytes(response.body)),
        )
    )


def _decoded(body: bytes) -> Json:
    try:
        return decode_object(body)
    except ValueError:
        return {}


def title(method: str, path: str, body: Json) -> str:
    """A few words for people: what was asked."""
    if not path.endswith("/messages"):
        return f"{method} /{'/'.join(path.strip('/').split('/')[-2:])}"
    if body.get("status") == "read":
        return "Marked as read, typing" if body.get("typing_indicator") else "Marked as read"
    kind = str(body.get("type", "text"))
    content = body.get(kind)
    if kind == "interactive" and isinstance(content, dict):
        return _interactive_title(content)
    if kind == "template" and isinstance(content, dict):
        return f"Template {content.get('name')}"
    return {"text": "Text", "image": "Picture", "reaction": "Reaction"}.get(kind, kind.capitalize())


def _interactive_title(content: Json) -> str:
    kind = str(content.get("type"))
    words = _buttons_words(content.get("action")) if kind == "button" else KINDS.get(kind, kind)
    header = content.get("header")
    if isinstance(header, dict) and header.get("type") == "image":
        return f"Picture and {words.lower()}"
    return words


def _buttons_words(action: object) -> str:
    """A refused request is logged too, so nothing about its shape is certain."""
    buttons = action.get("buttons") if isinstance(action, dict) else None
    count = len(buttons) if isinstance(buttons, list) else 0
    return f"{count} button{'' if count == 1 else 's'}"
