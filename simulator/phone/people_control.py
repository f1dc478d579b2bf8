"""`/_sim/people/{id}/…`: what happens to a person, their thread, their catalogue; and events of the account."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from simulator.graph.catalog import CatalogError, put_catalog
from simulator.graph.management import samples, tell
from simulator.jsontypes import Json, decode_object
from simulator.numbers import Number
from simulator.people import Person, PersonError
from simulator.phone.answers import answer, refusal
from simulator.phone.gestures import DeedError
from simulator.phone.moves import change_number, hand_over, speak_by_app
from simulator.phone.view import number_view, person_view
from simulator.world import World

NUMBER_FLAGS: dict[str, type] = {
    "quality_rating": str,
    "status": str,
    "throughput_level": str,
    "is_on_biz_app": bool,
    "is_cart_enabled": bool,
    "is_catalog_visible": bool,
}


async def _parties(request: Request) -> tuple[World, Number | None, Person | None, Json]:
    world: World = request.app.state.world
    body = decode_object(await request.body())
    person = world.people.get(request.path_params.get("person_id", ""))
    wanted = body.get("number") or request.path_params.get("number_id")
    return world, world.person_number(str(wanted) if wanted else None), person, body


async def move(request: Request) -> Response:
    """`{"phone": "+…"}`: the person changes the number; without one only the hidden id changes."""
    world, number, person, body = await _parties(request)
    if number is None or person is None:
        return refusal("no such person or business number", 404)
    try:
        return answer(person_view(change_number(world, number, person, str(body.get("phone") or ""))))
    except PersonError as error:
        return refusal(str(error), 422)


async def thread(request: Request) -> Response:
    """`{"owner": "other" | "ours"}`: who is in charge of the thread."""
    world, number, person, body = await _parties(request)
    if number is None or person is None:
        return refusal("no such person or business number", 404)
    try:
        hand_over(world, number, person, str(body.get("owner")))
    except DeedError as error:
        return refusal(str(error), 422)
    return answer({"owner": body["owner"]})


async def echo(request: Request) -> Response:
    """`{"text": …}`: the owner writes in the shop's phone app."""
    world, number, person, body = await _parties(request)
    if number is None or person is None:
        return refusal("no such person or business number", 404)
    try:
        return answer({"id": speak_by_app(world, number, person, body)}, 201)
    except DeedError as error:
        return refusal(str(error), 422)


async def number_flags(request: Request) -> Response:
    """Change what the platform thinks of a number: quality, level, coexistence, cart."""
    world, number, _, body = await _parties(request)
    wrong = [name for name, value in body.items() if not isinstance(value, NUMBER_FLAGS.get(name, type(None)))]
    if number is None or wrong:
        return refusal(f"unknown number or field {', '.join(wrong)}", 404 if number is None else 400)
    changed = world.numbers.change(number, **body)
    world.live.publish("numbers", number_view(changed))
    return answer(number_view(changed))


async def catalog(request: Request) -> Response:
    """`{"catalog_id": …, "items": [{retailer_id, name, price, currency, image_url, availability}]}`"""
    world, number, _, body = await _parties(request)
    if number is None:
        return refusal("no such business number", 404)
    if request.method == "GET":
        return answer({"catalog_id": number.catalog_id, "items": world.products.all(number.waba_id)})
    try:
        count = put_catalog(world, number, str(body.get("catalog_id") or "catalog"), list(body.get("items") or []))
    except CatalogError as error:
        return refusal(str(error))
    return answer({"items": count})


async def account_event(request: Request) -> Response:
    """`{"name": …}`: tell one of the account's events; GET lists them."""
    world, number, _, body = await _parties(request)
    if number is None:
        return refusal("no such business number", 404)
    if request.method == "GET":
        return answer({"events": sorted(samples(number))})
    if not tell(world, number, str(body.get("name"))):
        return refusal(f"name: one of {', '.join(sorted(samples(number)))}", 422)
    return answer({"told": body["name"]})


async def conversions(request: Request) -> Response:
    """Every conversion event that came, repetitions flagged."""
    world: World = request.app.state.world
    found = [{"event": each["event"], "is_duplicate": each["is_duplicate"]} for each in world.conversions.all()]
    return answer({"events": found})


ROUTES = [
    Route("/_sim/people/{person_id}/number", move, methods=["POST"]),
    Route("/_sim/people/{person_id}/thread", thread, methods=["POST"]),
    Route("/_sim/people/{person_id}/echo", echo, methods=["POST"]),
    Route("/_sim/numbers/{number_id}", number_flags, methods=["PATCH", "POST"]),
    Route("/_sim/numbers/{number_id}/catalog", catalog, methods=["GET", "PUT"]),
    Route("/_sim/numbers/{number_id}/events", account_event, methods=["GET", "POST"]),
    Route("/_sim/conversions", conversions),
]
