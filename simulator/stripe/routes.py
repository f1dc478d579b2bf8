"""`/stripe`: the API a shop calls, the page its payer sees, and a payer by program."""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass

import orjson
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from simulator.jsontypes import Json
from simulator.stripe import events, refunds, sessions
from simulator.stripe.errors import StripeError
from simulator.stripe.form import parse_form
from simulator.stripe.idempotency import earlier_reply, keep_reply
from simulator.stripe.page import pay_page
from simulator.stripe.store import account_of, public
from simulator.wire import Exchange, shown_request, shown_response
from simulator.world import World

TEST_KEY = re.compile(r"^(sk|rk)_test_\w+$")
DECLINED_CARD = "4000000000000002"


@dataclass(frozen=True)
class Call:
    """An API request of a known account; `found` is the match of its path."""

    world: World
    account: str
    form: Json
    query: dict[str, str]
    found: re.Match[str]
    base_url: str


Deed = Callable[[Call], Json]


def _json(status: int, body: Json, headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(body), status, headers, media_type="application/json")


def _api_key(request: Request) -> str:
    """Bearer, or the user of basic authorization. Raises StripeError 401."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "basic":
        value = base64.b64decode(value + "==").decode(errors="replace").partition(":")[0]
    if not value:
        raise StripeError("You did not provide an API key.", status=401)
    if not TEST_KEY.match(value):
        raise StripeError(f"Invalid API Key provided: {value[:8]}****; the practice page takes test keys.", status=401)
    return value


async def api(request: Request) -> Response:
    """Every call of the API: who asks, an earlier answer to the same key, the deed, the wire log."""
    world: World = request.app.state.world
    body = await request.body()
    try:
        response = _answer(world, request, body)
    except StripeError as error:
        response = _json(error.status, error.as_json())
    path = request.url.path.removeprefix("/stripe")
    world.wire.record(
        Exchange(
            "in",
            f"{request.method} {path.removeprefix('/v1')}",
            f"answered {response.status_code}",
            request=shown_request(request.method, str(request.url), request.headers, body),
            response=shown_response(response.status_code, response.headers, bytes(response.body)),
        )
    )
    return response


def _answer(world: World, request: Request, body: bytes) -> Response:
    account = account_of(_api_key(request))
    path, key = request.url.path, request.headers.get("idempotency-key")
    if request.method != "POST" or not key:
        return _json(200, _dispatch(world, account, request, body))
    earlier = earlier_reply(world, account, key, path, body)
    if earlier is not None:
        return Response(earlier, 200, {"Idempotent-Replayed": "true"}, media_type="application/json")
    reply = _dispatch(world, account, request, body)
    keep_reply(world, account, key, path, body, reply)
    return _json(200, reply)


def _dispatch(world: World, account: str, request: Request, body: bytes) -> Json:
    form = parse_form(body) if request.method == "POST" else {}
    path = request.url.path.removeprefix("/stripe")
    for method, pattern, deed in DEEDS:
        found = re.fullmatch(pattern, path)
        if found and method == request.method:
            sessions.settle_due(world)
            return deed(
                Call(world, account, form, dict(request.query_params), found, str(request.base_url).rstrip("/"))
            )
    raise StripeError(f"Unrecognized request URL ({request.method}: {path}).", status=404)


def _create_session(call: Call) -> Json:
    return sessions.create_session(call.world, call.account, call.form, call.base_url)


def _session(call: Call) -> Json:
    return public(sessions.stored_session(call.world, call.account, call.found[1]))


def _line_items(call: Call) -> Json:
    return sessions.line_items(sessions.stored_session(call.world, call.account, call.found[1]))


def _expire(call: Call) -> Json:
    return public(sessions.expire_by_shop(call.world, sessions.stored_session(call.world, call.account, call.found[1])))


def _delete_endpoint(call: Call) -> Json:
    return events.delete_endpoint(call.world, events.stored_endpoint(call.world, call.account, call.found[1]))


def _account(call: Call) -> Json:
    return {
        "id": call.account,
        "object": "account",
        "charges_enabled": True,
        "country": "US",
        "default_currency": "usd",
    }


DEEDS: tuple[tuple[str, str, Deed], ...] = (
    ("POST", "/v1/checkout/sessions", _create_session),
    ("GET", "/v1/checkout/sessions", lambda call: sessions.list_sessions(call.world, call.account, call.query)),
    ("GET", "/v1/checkout/sessions/([^/]+)", _session),
    ("GET", "/v1/checkout/sessions/([^/]+)/line_items", _line_items),
    ("POST", "/v1/checkout/sessions/([^/]+)/expire", _expire),
    ("POST", "/v1/refunds", lambda call: refunds.create_refund(call.world, call.account, call.form)),
    ("GET", "/v1/refunds", lambda call: refunds.list_refunds(call.world, call.account, call.query)),
    ("GET", "/v1/refunds/([^/]+)", lambda call: public(refunds.stored_refund(call.world, call.account, call.found[1]))),
    ("POST", "/v1/webhook_endpoints", lambda call: events.create_endpoint(call.world, call.account, call.form)),
    ("GET", "/v1/webhook_endpoints", lambda call: events.list_endpoints(call.world, call.account, call.query)),
    (
        "GET",
        "/v1/webhook_endpoints/([^/]+)",
        lambda call: public(events.stored_endpoint(call.world, call.account, call.found[1])),
    ),
    ("DELETE", "/v1/webhook_endpoints/([^/]+)", _delete_endpoint),
    ("GET", "/v1/account", _account),
)

PAYER_DEEDS: dict[str, Callable[[World, Json], Json]] = {
    "pay": sessions.pay,
    "decline": sessions.decline,
    "expire": sessions.expire_by_shop,
    "late": sessions.pay_late,
    "late-fail": lambda world, session: sessions.pay_late(world, session, "failed"),
}


async def payer(request: Request) -> Response:
    """Act as the payer: `pay`, `decline`, `expire`, `late` or `late-fail`; the answer is the session."""
    world: World = request.app.state.world
    deed = PAYER_DEEDS.get(request.path_params["deed"])
    try:
        if deed is None:
            raise StripeError(f"A payer can {', '.join(PAYER_DEEDS)}.", status=404)
        sessions.settle_due(world)
        session = sessions.stored_session(world, None, request.path_params["session_id"])
        return _json(200, public(deed(world, session)))
    except StripeError as error:
        return _json(error.status, error.as_json())


async def hosted_page(request: Request) -> Response:
    """The practice page; posting its form pays, declines, expires or pays late."""
    world: World = request.app.state.world
    sessions.settle_due(world)
    try:
        session = sessions.stored_session(world, None, request.path_params["session_id"])
    except StripeError:
        return HTMLResponse("<h1>There is no such payment</h1>", 404)
    notice = ""
    if request.method == "POST" and session["status"] == "open":
        session, notice = _payer_pressed(world, session, parse_form(await request.body()))
    if session["status"] == "complete" and request.method == "POST":
        return RedirectResponse(session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"]), 303)
    return HTMLResponse(pay_page(world, session, notice), headers={"Cache-Control": "no-store"})


def _payer_pressed(world: World, session: Json, form: Json) -> tuple[Json, str]:
    deed = str(form.get("deed", "pay"))
    digits = re.sub(r"\D", "", str(form.get("card_number", "")))
    if deed == "pay" and digits == DECLINED_CARD:
        deed = "decline"
    if deed not in PAYER_DEEDS:
        return session, "This button does nothing."
    changed = PAYER_DEEDS[deed](world, session)
    return changed, "Your card was declined. Nothing was paid; you can try again." if deed == "decline" else ""


ROUTES = [
    Route("/stripe/v1/{path:path}", api, methods=["GET", "POST", "DELETE"]),
    Route("/stripe/pay/{session_id}", hosted_page, methods=["GET", "POST"]),
    Route("/stripe/_test/{session_id}/{deed}", payer, methods=["POST"]),
]
