"""One door for every Graph path, with or without a version: who asks, which object, which deed."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import orjson
from starlette.requests import Request
from starlette.responses import Response

from simulator.graph import media, nodes, templates
from simulator.graph.errors import GraphError, unknown_object
from simulator.graph.exchanges import record_call
from simulator.graph.multipart import parse_multipart
from simulator.graph.send import mark_read, send_message
from simulator.jsontypes import Json, decode_object
from simulator.numbers import Number
from simulator.world import World

PATH = re.compile(r"^/(?:v\d+\.\d+/)?(?P<node>[^/]+)(?:/(?P<edge>[^/]+))?/?$")


@dataclass(frozen=True)
class Call:
    """A request that is known to be allowed."""

    world: World
    method: str
    edge: str
    query: dict[str, str]
    body: bytes
    content_type: str
    base_url: str

    def json(self) -> Json:
        """Raises GraphError 100 when the body is no JSON object."""
        try:
            return decode_object(self.body)
        except ValueError as error:
            raise GraphError(100, f"The request body is not valid JSON: {error}") from error


Handler = Callable[[Call, Number], Awaitable[Json]]


async def graph_response(request: Request) -> Response:
    """Answer a Graph call; everything said is kept on the wire log."""
    world: World = request.app.state.world
    body = await request.body()
    before = _struck_before(world, request)
    if before is not None:
        record_call(world, request, body, before)
        return before
    try:
        response = _json(200, await _handle(world, request, body))
    except GraphError as error:
        response = _json(error.status, error.as_json())
    record_call(world, request, body, response)
    if response.status_code == 200 and _is_send(request) and world.faults.strikes("timeout_after_accept", world.dice):
        await world.scheduler.sleep(world.faults.timeout_seconds)
        return Response(b"", 504)
    return response


def _json(status: int, body: Json) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


def _is_send(request: Request) -> bool:
    return request.method == "POST" and request.url.path.endswith("/messages")


def _struck_before(world: World, request: Request) -> Response | None:
    """Faults that refuse a send before it is looked at."""
    if not _is_send(request):
        return None
    if world.faults.strikes("server_error", world.dice):
        return _json(500, GraphError(131000, "Switched on in the simulator.").as_json())
    if world.faults.strikes("too_many_requests", world.dice):
        error = GraphError(130429, "Switched on in the simulator.")
        return _json(error.status, error.as_json())
    return None


async def _handle(world: World, request: Request, body: bytes) -> Json:
    found = PATH.match(request.url.path)
    if found is None:
        raise GraphError(100, f"Unknown path components: {request.url.path}")
    allowed = _allowed_numbers(world, request)
    call = Call(
        world,
        request.method,
        found["edge"] or "",
        dict(request.query_params),
        body,
        request.headers.get("content-type", ""),
        str(request.base_url).rstrip("/"),
    )
    return await _dispatch(call, found["node"], allowed)


def _allowed_numbers(world: World, request: Request) -> list[Number]:
    """The numbers a token may use. Raises GraphError 190."""
    header = request.headers.get("authorization", "")
    token = header.removeprefix("Bearer ") if header.startswith("Bearer ") else request.query_params.get("access_token")
    known = [number for number in world.numbers.all() if number.provider == "whatsapp_cloud"]
    allowed = [number for number in known if token and number.access_token == token]
    if not allowed:
        raise GraphError(190, "Invalid OAuth access token - Cannot parse access token", subcode=463)
    return allowed


async def _dispatch(call: Call, node: str, allowed: list[Number]) -> Json:
    number = call.world.numbers.get(node)
    if number is not None:
        return await _on(NUMBER_DEEDS, call, _permitted(number, allowed), node)
    of_account = call.world.numbers.of_waba(node)
    if of_account:
        return await _on(ACCOUNT_DEEDS, call, _permitted(of_account[0], allowed), node)
    template = call.world.templates.get(node)
    if template is not None:
        owners = call.world.numbers.of_waba(template["waba_id"])
        return _template_deed(call, template, _permitted(owners[0], allowed) if owners else None)
    owner_id = media.owner(call.world, node)
    owner = call.world.numbers.get(owner_id) if owner_id else None
    if owner is not None:
        return _media_deed(call, node, _permitted(owner, allowed))
    raise unknown_object(node)


def _permitted(number: Number, allowed: list[Number]) -> Number:
    """Raises GraphError 10 when the token belongs to another account."""
    if number.waba_id not in {each.waba_id for each in allowed}:
        raise GraphError(10, "Application does not have permission for this action")
    return number


async def _on(deeds: dict[tuple[str, str], Handler], call: Call, number: Number, node: str) -> Json:
    deed = deeds.get((call.method, call.edge))
    if deed is None:
        raise GraphError(
            100, f"Unsupported {call.method.lower()} request: /{node}/{call.edge}", kind="GraphMethodException"
        )
    return await deed(call, number)


async def _messages(call: Call, number: Number) -> Json:
    body = call.json()
    if "status" in body:
        return mark_read(call.world, number, body)
    return send_message(call.world, number, body)


async def _upload(call: Call, number: Number) -> Json:
    try:
        parts = parse_multipart(call.content_type, call.body)
    except ValueError as error:
        raise GraphError(100, str(error)) from error
    return media.upload(call.world, number.phone_number_id, parts)


async def _read_number(call: Call, number: Number) -> Json:
    return nodes.number_fields(number, call.query.get("fields"))


async def _configure_number(call: Call, number: Number) -> Json:
    return await nodes.configure_number(call.world, number, call.json())


async def _phone_numbers(call: Call, number: Number) -> Json:
    return nodes.phone_numbers(call.world.numbers.of_waba(number.waba_id), call.query.get("fields"))


async def _subscribed(call: Call, number: Number) -> Json:
    return nodes.subscribed_apps(call.world.numbers.of_waba(number.waba_id))


async def _subscribe(call: Call, number: Number) -> Json:
    return await nodes.subscribe(call.world, call.world.numbers.of_waba(number.waba_id), call.json())


async def _unsubscribe(call: Call, number: Number) -> Json:
    return nodes.unsubscribe(call.world, call.world.numbers.of_waba(number.waba_id))


async def _create_template(call: Call, number: Number) -> Json:
    return templates.create_template(call.world, number.waba_id, call.json())


async def _list_templates(call: Call, number: Number) -> Json:
    return templates.list_templates(call.world, number.waba_id, call.query)


async def _delete_templates(call: Call, number: Number) -> Json:
    return templates.delete_templates(call.world, number.waba_id, call.query)


def _template_deed(call: Call, template: Json, owner: Number | None) -> Json:
    if owner is None or call.edge:
        raise unknown_object(template["id"])
    if call.method == "POST":
        return templates.edit_template(call.world, template, call.json())
    return templates.read_template(call.world, template["id"], call.query.get("fields"))


def _media_deed(call: Call, media_id: str, owner: Number) -> Json:
    if call.query.get("phone_number_id", owner.phone_number_id) != owner.phone_number_id:
        raise unknown_object(media_id)
    if call.method == "DELETE":
        return media.delete(call.world, media_id)
    return media.resolve(call.world, media_id, call.base_url)


NUMBER_DEEDS: dict[tuple[str, str], Handler] = {
    ("POST", "messages"): _messages,
    ("POST", "media"): _upload,
    ("GET", ""): _read_number,
    ("POST", ""): _configure_number,
}
ACCOUNT_DEEDS: dict[tuple[str, str], Handler] = {
    ("GET", "phone_numbers"): _phone_numbers,
    ("GET", "subscribed_apps"): _subscribed,
    ("POST", "subscribed_apps"): _subscribe,
    ("DELETE", "subscribed_apps"): _unsubscribe,
    ("GET", "message_templates"): _list_templates,
    ("POST", "message_templates"): _create_template,
    ("DELETE", "message_templates"): _delete_templates,
}


async def media_download(request: Request) -> Response:
    """The address a media id resolved to: Bearer token wanted, gone after five minutes."""
    world: World = request.app.state.world
    media_id = request.path_params["media_id"]
    try:
        allowed = _allowed_numbers(world, request)
    except GraphError as error:
        return _json(error.status, error.as_json())
    found = media.body_of(world, media_id)
    owner_id = media.owner(world, media_id)
    is_theirs = owner_id in {number.phone_number_id for number in allowed}
    if found is None or not is_theirs or media.is_expired(request.query_params.get("until", ""), world.clock.wall()):
        return Response(b"", 404)
    return Response(found[1], media_type=found[0])
