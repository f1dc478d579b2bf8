"""`/dialog360`: messages, media, templates and the webhook of the number a key stands for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulator.graph import media, templates
from simulator.graph.errors import GraphError, unknown_object
from simulator.graph.exchanges import record_call
from simulator.graph.multipart import parse_multipart
from simulator.graph.send import mark_read, send_message
from simulator.jsontypes import Json, decode_object
from simulator.numbers import Number
from simulator.world import World

# Meta's address of a file; a client puts this program's in its place and keeps the rest.
LOOKASIDE = "https://lookaside.fbsbx.com"


@dataclass(frozen=True)
class Call:
    """A request with a known key."""

    world: World
    number: Number
    query: dict[str, str]
    body: bytes
    content_type: str
    found: re.Match[str]

    def json(self) -> Json:
        """Raises GraphError 100 when the body is no JSON object."""
        try:
            return decode_object(self.body)
        except ValueError as error:
            raise GraphError(100, f"The request body is not valid JSON: {error}") from error


async def api(request: Request) -> Response:
    """Every call: whose key, what is switched on, the deed, the wire log."""
    world: World = request.app.state.world
    body = await request.body()
    number = world.numbers.by_key("dialog360", request.headers.get("d360-api-key", ""))
    answer = _own_error(401, "Invalid api_key") if number is None else _answered(world, number, request, body)
    record_call(world, request, body, answer)
    is_taken = answer.status_code == 200 and _is_send(request)
    if is_taken and world.faults.strikes("timeout_after_accept", world.dice):
        await world.scheduler.sleep(world.faults.timeout_seconds)
        return Response(b"", 504)
    return answer


def _own_error(status: int, message: str) -> Response:
    meta = {"success": False, "http_code": status, "developer_message": message}
    return Response(orjson.dumps({"meta": meta}), status, media_type="application/json")


def _is_send(request: Request) -> bool:
    return request.method == "POST" and request.url.path == "/dialog360/messages"


def _answered(world: World, number: Number, request: Request, body: bytes) -> Response:
    if _is_send(request) and world.faults.strikes("server_error", world.dice):
        return _own_error(502, "WhatsApp for Business API not available")
    try:
        if _is_send(request) and world.faults.strikes("too_many_requests", world.dice):
            raise GraphError(130429, "Switched on in the simulator.")
        return _deed(world, number, request, body)
    except GraphError as error:
        return Response(orjson.dumps(error.as_json()), error.status, media_type="application/json")


def _deed(world: World, number: Number, request: Request, body: bytes) -> Response:
    path = request.url.path.removeprefix("/dialog360")
    for method, pattern, deed in DEEDS:
        found = pattern.fullmatch(path)
        if found and method == request.method:
            query, kind = dict(request.query_params), request.headers.get("content-type", "")
            answer = deed(Call(world, number, query, body, kind, found))
            return (
                answer
                if isinstance(answer, Response)
                else Response(orjson.dumps(answer), 200, media_type="application/json")
            )
    return _own_error(404, f"{path} is not known here")


def _messages(call: Call) -> Json:
    body = call.json()
    return mark_read(call.world, call.number, body) if "status" in body else send_message(call.world, call.number, body)


def _upload(call: Call) -> Json:
    try:
        parts = parse_multipart(call.content_type, call.body)
    except ValueError as error:
        raise GraphError(100, str(error)) from error
    return media.upload(call.world, call.number.phone_number_id, parts)


def _own_media(call: Call) -> str:
    media_id = call.found["id"]
    if media.owner(call.world, media_id) != call.number.phone_number_id:
        raise unknown_object(media_id)
    return media_id


def _resolve(call: Call) -> Json:
    return media.resolve(call.world, _own_media(call), LOOKASIDE)


def _delete_media(call: Call) -> Json:
    return media.delete(call.world, _own_media(call))


def _download(call: Call) -> Response:
    found = media.body_of(call.world, _own_media(call))
    if found is None or media.is_expired(call.query.get("until", ""), call.world.clock.wall()):
        return Response(b"", 404)
    return Response(found[1], media_type=found[0])


def _read_webhook(call: Call) -> Json:
    return {"url": call.number.webhook_url, "headers": call.number.webhook_headers}


def _set_webhook(call: Call) -> Json:
    """Where events go and the headers that go along. No handshake: whoever has the key may say so."""
    body = call.json()
    url, headers = body.get("url"), body.get("headers") or {}
    if not isinstance(url, str) or not re.match(r"https?://", url):
        raise GraphError(100, "Parameter url must be an address.")
    if not isinstance(headers, dict) or not all(isinstance(value, str) for value in headers.values()):
        raise GraphError(100, "Parameter headers must be an object of strings.")
    changed = call.world.numbers.change(call.number, webhook_url=url, webhook_headers=headers, webhook_state="verified")
    call.world.live.publish("numbers", {"phone_number_id": changed.phone_number_id, "webhook_state": "verified"})
    return {"url": url, "headers": headers}


def _list_templates(call: Call) -> Json:
    found = templates.list_templates(call.world, call.number.waba_id, call.query)
    listed = found["data"]
    return {"waba_templates": listed, "count": len(listed), "total": len(listed), "limit": 1000, "offset": 0}


def _create_template(call: Call) -> Json:
    return templates.create_template(call.world, call.number.waba_id, call.json())


def _delete_template(call: Call) -> Json:
    return templates.delete_templates(call.world, call.number.waba_id, {"name": call.found["name"]})


def _health(call: Call) -> Json:
    return {"health_status": {"can_send_message": "AVAILABLE", "entities": []}, "id": call.number.phone_number_id}


DEEDS: list[tuple[str, re.Pattern[str], Callable[[Call], Json | Response]]] = [
    ("POST", re.compile("/messages"), _messages),
    ("POST", re.compile("/media"), _upload),
    ("GET", re.compile("/v1/configs/webhook"), _read_webhook),
    ("POST", re.compile("/v1/configs/webhook"), _set_webhook),
    ("GET", re.compile("/v1/configs/templates"), _list_templates),
    ("POST", re.compile("/v1/configs/templates"), _create_template),
    ("DELETE", re.compile(r"/v1/configs/templates/(?P<name>\w+)"), _delete_template),
    ("GET", re.compile("/health_status"), _health),
    ("GET", re.compile(r"/media-download/(?P<id>\d+)"), _download),
    ("GET", re.compile(r"/(?P<id>\d+)"), _resolve),
    ("DELETE", re.compile(r"/(?P<id>\d+)"), _delete_media),
]
ROUTES = [Route("/dialog360/{path:path}", api, methods=["GET", "POST", "DELETE"])]
