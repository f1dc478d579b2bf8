"""One door for every Graph path, with or without a version: who asks, which object, which deed."""

import re

import orjson
from starlette.requests import Request
from starlette.responses import Response

from simulator.graph import media, templates
from simulator.graph.account_deeds import ACCOUNT_DEEDS
from simulator.graph.call import Call, Handler
from simulator.graph.conversions import is_dataset, take_events
from simulator.graph.errors import GraphError, unknown_object
from simulator.graph.exchanges import record_call
from simulator.graph.number_deeds import NUMBER_DEEDS
from simulator.graph.trouble import IS_SEND, Cut, cut_connection, strike_after, strike_before
from simulator.graph.uploads import debug_token, resumable_upload
from simulator.jsontypes import Json
from simulator.numbers import Number
from simulator.world import World

PATH = re.compile(r"^/(?:v\d+\.\d+/)?(?P<node>[^/]+)(?:/(?P<edge>[^/]+))?(?:/(?P<item>[^/]+))?/?$")


async def graph_response(request: Request) -> Response:
    """Answer a Graph call; everything said is kept on the wire log."""
    world: World = request.app.state.world
    body = await request.body()
    is_send = request.method == "POST" and bool(IS_SEND.search(request.url.path))
    try:
        response = strike_before(world) if is_send else None
        if response is None:
            response = _json(200, await _handle(world, request, body))
    except GraphError as error:
        response = _json(error.status, error.as_json())
    except Cut:
        return await cut_connection(world, request, "before it was accepted")
    record_call(world, request, body, response)
    if is_send and response.status_code == 200:
        return await strike_after(world, request, response)
    return response


def _json(status: int, body: Json) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


async def _handle(world: World, request: Request, body: bytes) -> Json:
    found = PATH.match(request.url.path)
    if found is None:
        raise GraphError(100, f"Unknown path components: {request.url.path}")
    call = Call(
        world,
        request.method,
        found["edge"] or "",
        dict(request.query_params),
        body,
        request.headers.get("content-type", ""),
        str(request.base_url).rstrip("/"),
        found["item"] or "",
    )
    if found["node"].startswith("upload:") or call.edge == "uploads":
        return resumable_upload(call, found["node"])
    allowed = _allowed_numbers(world, request)
    if found["node"] == "debug_token":
        return debug_token(world, call.query.get("input_token", ""))
    if call.edge not in ("messages", "marketing_messages"):
        _refuse_injected(world, call.edge or found["node"])
    return await _dispatch(call, found["node"], allowed)


def _refuse_injected(world: World, edge: str) -> None:
    injected = world.faults.injected("sync", {"edge": edge}, world.dice)
    if injected is not None:
        raise GraphError(injected.code, injected.details, status=injected.status)


def _allowed_numbers(world: World, request: Request) -> list[Number]:
    """The numbers a token may use. Raises GraphError 190."""
    header = request.headers.get("authorization", "")
    token = header.removeprefix("Bearer ") if header.startswith("Bearer ") else request.query_params.get("access_token")
    known = [number for number in world.numbers.all() if number.provider == "whatsapp_cloud"]
    allowed = [number for number in known if token and number.access_token == token]
    if not allowed or world.faults.strikes("token_expired", world.dice):
        raise GraphError(190, "Invalid OAuth access token - Cannot parse access token", subcode=463)
    return allowed


async def _dispatch(call: Call, node: str, allowed: list[Number]) -> Json:
    number = call.world.numbers.get(node)
    if number is not None:
        return await _on(NUMBER_DEEDS, call, _permitted(number, allowed), node)
    of_account = call.world.numbers.of_waba(node)
    if of_account:
        return await _on(ACCOUNT_DEEDS, call, _permitted(of_account[0], allowed), node)
    if is_dataset(call.world, node) and call.edge == "events":
        return take_events(call.world, node, call.json())
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


def _template_deed(call: Call, template: Json, owner: Number | None) -> Json:
    if owner is None or call.edge not in ("", "unpause"):
        raise unknown_object(template["id"])
    if call.edge == "unpause":
        return templates.unpause_by_shop(call.world, template)
    if call.method == "POST":
        return templates.edit_template(call.world, template, call.json())
    return templates.read_template(call.world, template["id"], call.query.get("fields"))


def _media_deed(call: Call, media_id: str, owner: Number) -> Json:
    if call.query.get("phone_number_id", owner.phone_number_id) != owner.phone_number_id:
        raise unknown_object(media_id)
    if call.method == "DELETE":
        return media.delete(call.world, media_id)
    return media.resolve(call.world, media_id, call.base_url)


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
