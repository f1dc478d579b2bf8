"""`/razorpay`: the API a shop calls, the page its payer sees, the dashboard's webhook form, and a payer by program."""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from urllib.parse import parse_qs, urlencode

import orjson
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from simulator.jsontypes import Json, decode_object
from simulator.practice_page import Page, closed_page, open_page
from simulator.razorpay import payment_links
from simulator.razorpay.events import paste_webhook
from simulator.razorpay.store import RazorpayError, public, stored_link
from simulator.wire import Exchange, shown_request, shown_response
from simulator.world import World

KEY_ID = re.compile(r"^rzp_test_\w+$")


@dataclass(frozen=True)
class Call:
    """An API request of a known account; `found` is the match of its path."""

    world: World
    account: str
    body: Json
    query: dict[str, str]
    found: re.Match[str]
    base_url: str
    key: str


Deed = Callable[[Call], Json]


def _json(status: int, body: Json) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


async def api(request: Request) -> Response:
    """Every call of the API: who asks, the deed, the wire log."""
    world: World = request.app.state.world
    body = await request.body()
    try:
        response = _json(200, _dispatch(world, request, body))
    except RazorpayError as error:
        response = _json(error.status, error.as_json())
    except ValueError:
        response = _json(400, RazorpayError("The request could not be read.").as_json())
    world.wire.record(
        Exchange(
            "in",
            f"{request.method} {request.url.path.removeprefix('/razorpay/v1')}",
            f"answered {response.status_code}",
            request=shown_request(request.method, str(request.url), request.headers, body),
            response=shown_response(response.status_code, response.headers, bytes(response.body)),
        )
    )
    return response


def _dispatch(world: World, request: Request, body: bytes) -> Json:
    account, path = _account(request), request.url.path.removeprefix("/razorpay")
    for method, pattern, deed in DEEDS:
        found = re.fullmatch(pattern, path)
        if found and method == request.method:
            payment_links.settle_due(world)
            base, key = str(request.base_url).rstrip("/"), request.headers.get("x-refund-idempotency", "")
            return deed(Call(world, account, decode_object(body), dict(request.query_params), found, base, key))
    raise RazorpayError("The requested URL was not found on the server.", 404)


def _account(request: Request) -> str:
    """The key id of basic authorization. Raises RazorpayError 401."""
    _, _, value = request.headers.get("authorization", "").partition(" ")
    key_id, _, secret = base64.b64decode(value + "==").decode(errors="replace").partition(":")
    if not KEY_ID.match(key_id) or not secret or secret == "wrong":
        raise RazorpayError("Authentication failed", 401)
    return key_id


DEEDS: tuple[tuple[str, str, Deed], ...] = (
    ("POST", "/v1/payment_links", lambda c: payment_links.create_link(c.world, c.account, c.body, c.base_url)),
    ("GET", "/v1/payment_links", lambda c: payment_links.list_links(c.world, c.account, c.query)),
    ("GET", "/v1/payment_links/([^/]+)", lambda c: payment_links.read_link(c.world, c.account, c.found[1])),
    (
        "POST",
        "/v1/payment_links/([^/]+)/cancel",
        lambda c: payment_links.cancel(c.world, stored_link(c.world, c.account, c.found[1])),
    ),
    (
        "POST",
        "/v1/payments/([^/]+)/refund",
        lambda c: payment_links.create_refund(c.world, c.account, c.found[1], c.body, c.key),
    ),
    ("GET", "/v1/refunds/([^/]+)", lambda c: payment_links.read_refund(c.world, c.account, c.found[1])),
)

PAYER_DEEDS: dict[str, Callable[[World, Json], Json]] = {
    "pay": payment_links.pay,
    "decline": payment_links.decline,
    "expire": payment_links.expire,
    "part": lambda world, link: payment_links.pay(world, link, link["amount"] // 2),
}


async def payer(request: Request) -> Response:
    """Act as the payer: `pay`, `decline`, `expire`, or `part` (half of it); the answer is the link."""
    world: World = request.app.state.world
    try:
        payment_links.settle_due(world)
        link = stored_link(world, None, request.path_params["link_id"])
        deed = PAYER_DEEDS.get(request.path_params["deed"])
        if deed is None:
            raise RazorpayError(f"A payer can {', '.join(PAYER_DEEDS)}.", 404)
        return _json(200, public(deed(world, link)))
    except RazorpayError as error:
        return _json(error.status, error.as_json())


async def hosted_page(request: Request) -> Response:
    """The practice page; posting its form pays, declines or lets the link expire."""
    world: World = request.app.state.world
    payment_links.settle_due(world)
    try:
        link = stored_link(world, None, request.path_params["link_id"])
    except RazorpayError:
        return HTMLResponse("<h1>There is no such payment</h1>", 404)
    notice = ""
    if request.method == "POST" and link["status"] == "created":
        deed = parse_qs((await request.body()).decode()).get("deed", ["pay"])[0]
        link = PAYER_DEEDS.get(deed, payment_links.pay)(world, link)
        notice = "Your bank declined. Nothing was paid; you can try again." if deed == "decline" else ""
    if request.method == "POST" and link["status"] == "paid" and link["callback_url"]:
        return RedirectResponse(_callback(link), 303)
    return HTMLResponse(_page(link, notice), headers={"Cache-Control": "no-store"})


def _callback(link: Json) -> str:
    query = {
        "razorpay_payment_id": link["payments"][-1]["payment_id"],
        "razorpay_payment_link_id": link["id"],
        "razorpay_payment_link_reference_id": link["reference_id"],
        "razorpay_payment_link_status": link["status"],
    }
    return f"{link['callback_url']}?{urlencode(query)}"


def _page(link: Json, notice: str) -> str:
    total = f"₹{link['amount'] / 100:,.2f}"
    page = Page(
        "Razorpay", link["description"].partition(":")[0] or "Your order", total,
        ((link["description"].partition(": ")[2] or "Your order", total),), f"/razorpay/i/{link['id']}", "Pay",
        (("decline", "Decline"), ("expire", "Let it expire"), ("part", "Pay half of it")), notice,
    )  # fmt: skip
    if link["status"] == "created":
        return open_page(page)
    title = {"paid": "Paid", "partially_paid": "Paid in part", "expired": "This payment link has expired"}
    text = "Thank you." if "paid" in link["status"] else "Nothing was paid."
    return closed_page(page, title.get(link["status"], "This payment link was cancelled"), text, link["callback_url"])


DASHBOARD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Practice dashboard: webhooks</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/static/css/tokens.css"><link rel="stylesheet" href="/static/css/pay.css"></head><body><main>
<h1>Webhooks</h1><p>As in Razorpay's dashboard: paste what the shop's Integrations page shows.</p>{said}
<form method="post" class="card-fields"><label class="full">Key ID<input name="key_id" required pattern="rzp_test_\\w+"></label>
<label class="full">Webhook address<input name="url" type="url" required></label>
<label class="full">Secret<input name="secret" required></label>
<button class="pay full">Create webhook</button></form></main></body></html>"""


async def dashboard(request: Request) -> Response:
    """Where the owner pastes the webhook's address and secret."""
    said = ""
    if request.method == "POST":
        form = {name: values[0].strip() for name, values in parse_qs((await request.body()).decode()).items()}
        key_id, url, secret = (form.get(name, "") for name in ("key_id", "url", "secret"))
        if not KEY_ID.match(key_id) or not url.startswith("http") or not secret:
            return HTMLResponse(DASHBOARD.replace("{said}", '<p class="notice">Fill in all three.</p>'), 400)
        paste_webhook(request.app.state.world, key_id, url, secret)
        said = f"<p>Events of {escape(key_id)} go to {escape(url)}.</p>"
    return HTMLResponse(DASHBOARD.replace("{said}", said))


ROUTES = [
    Route("/razorpay/v1/{path:path}", api, methods=["GET", "POST"]),
    Route("/razorpay/i/{link_id}", hosted_page, methods=["GET", "POST"]),
    Route("/razorpay/dashboard", dashboard, methods=["GET", "POST"]),
    Route("/razorpay/_test/{link_id}/{deed}", payer, methods=["POST"]),
]
