"""`/paypal`: the API a shop calls, the page its payer sees, and a payer by program."""

import base64
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

import orjson
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from simulator.jsontypes import Json, decode_object
from simulator.paypal import certificate, events, orders, refunds
from simulator.paypal.store import PayPalError, account_of, not_found, public, replies, stored_order, tokens
from simulator.practice_page import Page, closed_page, open_page
from simulator.wire import Exchange, shown_request, shown_response
from simulator.world import World

TOKEN_SECONDS = 32_400


@dataclass(frozen=True)
class Call:
    """An API request of a known account; `found` is the match of its path."""

    world: World
    account: str
    body: Json
    found: re.Match[str]
    base_url: str


Deed = Callable[[Call], tuple[int, Json]]


def _json(status: int, body: Json) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


async def api(request: Request) -> Response:
    """Every call of the API: who asks, an earlier answer to the same id, the deed, the wire log."""
    world: World = request.app.state.world
    body = await request.body()
    try:
        response = _answer(world, request, body)
    except PayPalError as error:
        response = _json(error.status, error.as_json())
    except ValueError:
        response = _json(400, PayPalError(400, "MALFORMED_REQUEST_JSON").as_json())
    path = request.url.path.removeprefix("/paypal")
    world.wire.record(
        Exchange(
            "in",
            f"{request.method} {path}",
            f"answered {response.status_code}",
            request=shown_request(request.method, str(request.url), request.headers, body),
            response=shown_response(response.status_code, response.headers, bytes(response.body)),
        )
    )
    return response


def _answer(world: World, request: Request, body: bytes) -> Response:
    account, key = _account(world, request), request.headers.get("paypal-request-id", "")
    kept = f"{account}:{request.url.path}:{key}"
    earlier = replies(world).get(kept) if key and request.method == "POST" else None
    if earlier is not None:
        return _json(200, earlier)
    path = request.url.path.removeprefix("/paypal")
    for method, pattern, deed in DEEDS:
        found = re.fullmatch(pattern, path)
        if found and method == request.method:
            call = Call(world, account, decode_object(body), found, str(request.base_url).rstrip("/"))
            status, reply = deed(call)
            if key and method == "POST":
                replies(world).put(kept, reply, account)
            return _json(status, reply)
    raise not_found()


def _account(world: World, request: Request) -> str:
    """Of the token. Raises PayPalError 401."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    kept = tokens(world).get(value) if kind.lower() == "bearer" else None
    if kept is None or kept["ends"] <= world.clock.wall_unix():
        raise PayPalError(401, "AUTHENTICATION_FAILURE", "INVALID_ACCESS_TOKEN", "The token is unknown or expired.")
    return str(kept["account"])


async def token(request: Request) -> Response:
    """A token for client id and secret, for nine hours."""
    world: World = request.app.state.world
    _, _, value = request.headers.get("authorization", "").partition(" ")
    client_id, _, secret = base64.b64decode(value + "==").decode(errors="replace").partition(":")
    form = parse_qs((await request.body()).decode(errors="replace"))
    if not client_id or not secret or secret == "wrong":
        return _json(401, {"error": "invalid_client", "error_description": "Client Authentication failed"})
    if form.get("grant_type") != ["client_credentials"]:
        return _json(400, {"error": "unsupported_grant_type", "error_description": "Grant Type is NULL"})
    made = f"A21AA{secrets.token_urlsafe(30)}"
    tokens(world).put(made, {"account": account_of(client_id, secret), "ends": world.clock.wall_unix() + TOKEN_SECONDS})
    reply = {"access_token": made, "token_type": "Bearer", "expires_in": TOKEN_SECONDS, "app_id": "APP-PRACTICE"}
    return _json(200, {**reply, "scope": "https://uri.paypal.com/services/payments"})


async def certificates(request: Request) -> Response:
    """The certificate that events are signed with."""
    if request.path_params["name"] != certificate.certificate_name():
        return Response(b"", 404)
    return Response(certificate.certificate(), media_type="application/x-pem-file")


def _order(call: Call) -> Json:
    return stored_order(call.world, call.account, call.found[1])


DEEDS: tuple[tuple[str, str, Deed], ...] = (
    ("POST", "/v2/checkout/orders", lambda c: (201, orders.create_order(c.world, c.account, c.body, c.base_url))),
    ("GET", "/v2/checkout/orders/([^/]+)", lambda c: (200, public(_order(c)))),
    ("POST", "/v2/checkout/orders/([^/]+)/capture", lambda c: (201, orders.capture(c.world, _order(c), c.base_url))),
    (
        "POST",
        "/v2/payments/captures/([^/]+)/refund",
        lambda c: (201, refunds.create_refund(c.world, c.account, c.found[1], c.body, c.base_url)),
    ),
    (
        "GET",
        "/v2/payments/refunds/([^/]+)",
        lambda c: (200, refunds.stored_refund(c.world, c.account, c.found[1])),
    ),
    (
        "POST",
        "/v1/notifications/webhooks",
        lambda c: (201, events.create_webhook(c.world, c.account, c.body, c.base_url)),
    ),
    ("GET", "/v1/notifications/webhooks", lambda c: (200, events.list_webhooks(c.world, c.account))),
)

PAYER_DEEDS: dict[str, Callable[[World, Json], Json]] = {
    "pay": orders.approve,
    "decline": lambda world, order: orders.approve(world, order, declines=True),
    "expire": orders.expire,
    "dispute": orders.dispute,
}


async def payer(request: Request) -> Response:
    """Act as the payer: `pay` (approve), `decline` (approve with a card that is refused), `expire` or `dispute`."""
    world: World = request.app.state.world
    try:
        order = stored_order(world, None, request.path_params["order_id"])
        deed = PAYER_DEEDS.get(request.path_params["deed"])
        if deed is None:
            raise PayPalError(404, "NO_SUCH_DEED", text=f"A payer can {', '.join(PAYER_DEEDS)}.")
        return _json(200, public(deed(world, order)))
    except PayPalError as error:
        return _json(error.status, error.as_json())


async def hosted_page(request: Request) -> Response:
    """The practice page; posting its form approves, with or without money, or lets time run out."""
    world: World = request.app.state.world
    try:
        order = stored_order(world, None, request.path_params["order_id"])
    except PayPalError:
        return HTMLResponse("<h1>There is no such payment</h1>", 404)
    if request.method == "POST" and order["status"] != "COMPLETED" and not orders.is_over(world, order):
        deed = parse_qs((await request.body()).decode()).get("deed", ["pay"])[0]
        if deed == "cancel":
            return RedirectResponse(order["_cancel"] or "/", 303)
        changed = PAYER_DEEDS.get(deed, orders.approve)(world, order)
        if deed != "expire":
            return RedirectResponse(f"{order['_return']}?token={order['id']}&PayerID=PRACTICE", 303)
        order = changed
    return HTMLResponse(_page(world, order), headers={"Cache-Control": "no-store"})


def _page(world: World, order: Json) -> str:
    unit = order["purchase_units"][0]
    items = [(f"{each['quantity']} × {each['name']}", _money(each["unit_amount"])) for each in unit.get("items") or ()]
    parts = unit["amount"].get("breakdown") or {}
    names = {"tax_total": "Tax", "shipping": "Shipping", "handling": "Handling"}
    lines = (*items, *((words, _money(parts[name])) for name, words in names.items() if name in parts))
    page = Page(
        "PayPal", unit.get("description") or "Your order", _money(unit["amount"]), tuple(lines),
        f"/paypal/checkoutnow/{order['id']}", "Pay",
        (("decline", "Pay with a declined card"), ("expire", "Let it expire"), ("cancel", "Cancel")),
    )  # fmt: skip
    if order["status"] == "COMPLETED":
        return closed_page(page, "Paid", "Thank you.", order["_return"])
    if orders.is_over(world, order):
        return closed_page(page, "This payment has expired", "Nothing was paid.", order["_cancel"])
    return open_page(page)


def _money(amount: Json) -> str:
    return f"{amount['value']} {amount['currency_code']}"


ROUTES = [
    Route("/paypal/v1/oauth2/token", token, methods=["POST"]),
    Route("/paypal/v1/notifications/certs/{name}", certificates, methods=["GET"]),
    Route("/paypal/v1/{path:path}", api, methods=["GET", "POST", "DELETE"]),
    Route("/paypal/v2/{path:path}", api, methods=["GET", "POST"]),
    Route("/paypal/checkoutnow/{order_id}", hosted_page, methods=["GET", "POST"]),
    Route("/paypal/_test/{order_id}/{deed}", payer, methods=["POST"]),
]
