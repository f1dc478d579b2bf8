"""`/_sim`: the world by program, for tests and scripts."""

from contextlib import suppress
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulator.bill import bill
from simulator.clock_sync import ClockUnavailable
from simulator.config import ConfigError
from simulator.graph import template_life
from simulator.graph.statuses import deliver_waiting
from simulator.graph.template_model import set_status
from simulator.jsontypes import Json, decode_object
from simulator.numbers import HandshakeRefused, Number, number_from
from simulator.people import Person, PersonError
from simulator.phone.answers import answer, refusal
from simulator.phone.deeds import act, set_marketing
from simulator.phone.gestures import DeedError
from simulator.phone.view import chat_view, number_view, person_view, template_view
from simulator.switches import switches_view
from simulator.world import World


async def _object(request: Request) -> Json:
    return decode_object(await request.body())


def _world(request: Request) -> World:
    world: World = request.app.state.world
    return world


def _person(request: Request) -> Person | None:
    return _world(request).people.get(request.path_params["person_id"])


def _number(request: Request, body: Json) -> Number | None:
    wanted = body.get("number") or request.query_params.get("number")
    return _world(request).person_number(str(wanted) if wanted else None)


async def people(request: Request) -> Response:
    world = _world(request)
    if request.method == "GET":
        return answer({"people": [person_view(person) for person in world.people.all()]})
    try:
        return answer(person_view(world.people.create(await _object(request))), 201)
    except (PersonError, ValueError, TypeError) as error:
        return refusal(str(error))


async def person(request: Request) -> Response:
    """Read a person, or change flags as `phone_on`, `blocked`, `read_receipts`."""
    found = _person(request)
    if found is None:
        return refusal("no such person", 404)
    if request.method == "GET":
        return answer(person_view(found))
    try:
        changed = _world(request).people.change(found, await _object(request))
    except (PersonError, ValueError, TypeError) as error:
        return refusal(str(error))
    if changed.phone_on and not found.phone_on:
        deliver_waiting(_world(request), changed)
    return answer(person_view(changed))


async def messages(request: Request) -> Response:
    """Act as the person; `number` names the business number when there are several."""
    try:
        deed = await _object(request)
    except ValueError as error:
        return refusal(str(error))
    found, number = _person(request), _number(request, deed)
    if found is None or number is None:
        return refusal("no such person or business number", 404)
    # A clock that was moved a moment ago elsewhere: without this the message would carry a time that is already past.
    with suppress(ClockUnavailable):
        await _world(request).clock_sync.refresh()
    try:
        if "marketing" in deed:
            return answer(person_view(set_marketing(_world(request), number, found, str(deed["marketing"]))))
        return answer(act(_world(request), number, found, deed), 201)
    except DeedError as error:
        return refusal(str(error), 422)


async def chat(request: Request) -> Response:
    found, number = _person(request), _number(request, {})
    if found is None or number is None:
        return refusal("no such person or business number", 404)
    return answer(chat_view(_world(request), number, found, int(request.query_params.get("limit", 200))))


async def faults(request: Request) -> Response:
    world = _world(request)
    if request.method == "DELETE":
        world.faults.reset()
    if request.method in ("POST", "PUT", "DELETE"):
        try:
            world.faults.change(await _object(request))
        except ValueError as error:
            return refusal(str(error))
        world.faults.save(world.settings)
        world.live.publish("faults", world.faults.as_json())
    return answer(world.faults.as_json())


async def switches(request: Request) -> Response:
    return answer(switches_view(_world(request).faults))


async def replay(request: Request) -> Response:
    """Bring the newest events once more, as old as they are: `count` of them."""
    body = await _object(request)
    return answer({"replayed": _world(request).deliverer.replay(int(body.get("count", 10)))})


async def wire(request: Request) -> Response:
    limit = min(int(request.query_params.get("limit", 100)), 2000)
    return answer({"wire": _world(request).wire.newest(limit, request.query_params.get("person"))})


async def numbers(request: Request) -> Response:
    """List the business numbers, or connect another one; its callback must return the challenge."""
    world = _world(request)
    if request.method == "GET":
        return answer({"numbers": [number_view(number) for number in world.numbers.all()]})
    try:
        number = number_from({**await _object(request), "api_url": str(request.base_url).rstrip("/")})
        if number.provider == "whatsapp_cloud":
            await world.numbers.handshake(number.webhook_url, number.verify_token)
    except (ConfigError, ValueError) as error:
        return refusal(str(error))
    except HandshakeRefused as error:
        return refusal(f"webhook verification failed: {error}", 422)
    known = world.numbers.get(number.phone_number_id)
    if known is not None and number.provider == "dialog360":
        # What was set by its API stays.
        number = replace(number, webhook_url=known.webhook_url, webhook_headers=known.webhook_headers)
    kept = world.numbers.change(number, webhook_state="verified")
    world.live.publish("numbers", number_view(kept))
    return answer(number_view(kept), 201)


async def bill_of(request: Request) -> Response:
    since = float(request.query_params.get("since", 0))
    until = float(request.query_params.get("until", "inf"))
    return answer(bill(_world(request), since, until))


async def template_deed(request: Request) -> Response:
    """What happens to a template: pause, unpause, rate, announce_category, release, drop …"""
    world = _world(request)
    template = world.templates.get(request.path_params["template_id"])
    if template is None:
        return refusal("no such template", 404)
    try:
        template_life.act(world, template, await _object(request))
    except ValueError as error:
        return refusal(str(error), 422)
    changed = world.templates.get(template["id"])
    return answer(template_view(world, changed or template))


async def templates_of(request: Request) -> Response:
    world = _world(request)
    found = [each for each in world.templates.all() if each["status"] != "DELETED"]
    return answer({"templates": [template_view(world, each) for each in found]})


async def template_status(request: Request) -> Response:
    """Decide about a template by hand: APPROVED, REJECTED, PAUSED, DISABLED …"""
    world = _world(request)
    template = world.templates.get(request.path_params["template_id"])
    if template is None:
        return refusal("no such template", 404)
    body = await _object(request)
    set_status(world, template, str(body.get("status", "APPROVED")), str(body.get("reason", "NONE")))
    return answer({"id": template["id"], "status": body.get("status", "APPROVED")})


WHATSAPP_ROUTES = [
    Route("/_sim/people", people, methods=["GET", "POST"]),
    Route("/_sim/people/{person_id}", person, methods=["GET", "POST", "PATCH"]),
    Route("/_sim/people/{person_id}/messages", messages, methods=["POST"]),
    Route("/_sim/people/{person_id}/chat", chat),
    Route("/_sim/numbers", numbers, methods=["GET", "POST"]),
    Route("/_sim/templates", templates_of),
    Route("/_sim/templates/{template_id}", template_deed, methods=["POST"]),
    Route("/_sim/templates/{template_id}/status", template_status, methods=["POST"]),
    Route("/_sim/bill", bill_of),
]
ROUTES = [
    Route("/_sim/switches", switches),
    Route("/_sim/replay", replay, methods=["POST"]),
    Route("/_sim/faults", faults, methods=["GET", "POST", "PUT", "DELETE"]),
    Route("/_sim/wire", wire),
]
