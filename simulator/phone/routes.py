"""The phone page and what its script asks for."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from simulator.clock_sync import ClockUnavailable
from simulator.graph.links import link_of, qr_image
from simulator.graph.media import body_of
from simulator.jsontypes import Json, decode_object
from simulator.outside import OutsideUnreachable
from simulator.phone.answers import answer, refusal
from simulator.phone.view import state_view
from simulator.pictures import picture_response
from simulator.world import World

STATIC = Path(__file__).resolve().parent.parent / "static"
MESSENGER_HOSTS = ("wa.me", "api.whatsapp.com", "web.whatsapp.com")
ADVANCE_MOST = 400 * 86400


async def page(request: Request) -> Response:
    return FileResponse(STATIC / "phone.html", headers={"Cache-Control": "no-cache"})


async def switches_page(request: Request) -> Response:
    return FileResponse(STATIC / "switches.html", headers={"Cache-Control": "no-cache"})


async def state(request: Request) -> Response:
    return answer(state_view(request.app.state.world))


async def events(request: Request) -> Response:
    world: World = request.app.state.world
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    kinds = frozenset(filter(None, request.query_params.get("kinds", "").split(",")))
    return StreamingResponse(world.live.listen(kinds), media_type="text/event-stream", headers=headers)


async def clock(request: Request) -> Response:
    """Move business time ahead, by the product; the last known offset stays when it can not be reached."""
    world: World = request.app.state.world
    if request.method == "POST":
        seconds = decode_object(await request.body()).get("advance_seconds")
        if not isinstance(seconds, int) or not 0 < seconds <= ADVANCE_MOST:
            return refusal("advance_seconds: a whole number of seconds ahead is wanted")
        try:
            await world.clock_sync.advance(seconds)
        except ClockUnavailable as error:
            return refusal(f"the product did not move its clock: {error}", 502)
        await request.app.state.tick()
    return answer({"now": world.clock.now().isoformat(), "offset_seconds": world.clock.offset.total_seconds()})


async def media(request: Request) -> Response:
    found = body_of(request.app.state.world, request.path_params["media_id"])
    if found is None:
        return Response(b"", 404)
    return Response(found[1], media_type=found[0], headers={"Content-Security-Policy": "default-src 'none'"})


async def picture(request: Request) -> Response:
    world: World = request.app.state.world
    return await picture_response(request, world.pictures, world.outside)


async def follow(request: Request) -> Response:
    """Open one of the configured links as a phone would: a link into the messenger becomes a chat, others a page."""
    world: World = request.app.state.world
    url = str(decode_object(await request.body()).get("url") or "")
    if url not in {ad.link for ad in world.config.ads} | {world.config.website_url, world.config.qr_text}:
        return refusal("only links of the configuration can be followed")
    for _ in range(5):
        found = chat_of(url)
        if found is not None:
            return answer({"chat": found})
        try:
            reply = await world.outside.request("GET", url, {"User-Agent": "Mozilla/5.0 (Linux; Android 16) Mobile"})
        except OutsideUnreachable as error:
            return refusal(f"the link does not open: {error}", 502)
        target = reply.headers.get("location", "")
        if reply.status not in (301, 302, 303, 307, 308) or not target:
            return answer({"page": url})
        url = target if "://" in target else f"{urlsplit(url).scheme}://{urlsplit(url).netloc}{target}"
    return answer({"page": url})


def chat_of(url: str) -> Json | None:
    """Number and prefilled text of a `wa.me` link, or of our own `/wa/…`."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    text = query.get("text", [""])[0]
    own = re.search(r"^/wa/(\d+)/?$", parts.path)
    if own:
        return {"digits": own.group(1), "text": text}
    if parts.hostname not in MESSENGER_HOSTS:
        return None
    return {"digits": query.get("phone", [parts.path])[0].strip("/+"), "text": text}


async def short_link(request: Request) -> Response:
    """`/wa/message/{code}`: a short link or printed code leads to the chat with its text already written."""
    found = link_of(request.app.state.world, request.path_params["code"])
    if found is None:
        return HTMLResponse("<h1>This link does not exist</h1>", 404)
    link, number = found
    query = urlencode({"text": link["prefilled_message"]})
    return RedirectResponse(f"/wa/{number.digits}?{query}", 302)


async def qr_picture(request: Request) -> Response:
    found = link_of(request.app.state.world, request.path_params["code"])
    kind = request.path_params["kind"]
    if found is None or kind not in ("svg", "png"):
        return Response(b"", 404)
    media_type = "image/svg+xml" if kind == "svg" else "image/png"
    return Response(qr_image(found[0], kind), media_type=media_type)


async def messenger_link(request: Request) -> Response:
    """`/wa/{digits}?text=…`: our stand-in for `wa.me`. Inside the phone it hands over to the chat."""
    query = urlencode({"digits": request.path_params["digits"], "text": request.query_params.get("text", "")})
    if request.headers.get("sec-fetch-dest") == "iframe":
        return HTMLResponse((STATIC / "handover.html").read_text())
    return RedirectResponse(f"/phone?{query}", 302)


ROUTES = [
    Route("/", page),
    Route("/phone", page),
    Route("/switches", switches_page),
    Route("/phone/state", state),
    Route("/phone/events", events),
    Route("/phone/clock", clock, methods=["GET", "POST"]),
    Route("/phone/follow", follow, methods=["POST"]),
    Route("/phone/media/{media_id}", media),
    Route("/picture", picture),
    Route("/wa/message/{code}", short_link),
    Route("/wa/qr/{code}.{kind}", qr_picture),
    Route("/wa/{digits}", messenger_link),
]
