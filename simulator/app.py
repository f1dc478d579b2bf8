"""The program as an ASGI application, and what it does by the clock."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.clock_sync import ClockUnavailable
from simulator.dialog360 import routes as dialog360
from simulator.graph.routes import graph_response, media_download
from simulator.graph.statuses import follow_unfinished
from simulator.graph.template_life import fall_due
from simulator.graph.template_model import review_due
from simulator.numbers import HandshakeRefused, HandshakeUnanswered, Number, number_from
from simulator.paypal import routes as paypal
from simulator.phone import control, people_control
from simulator.phone import routes as phone
from simulator.razorpay import payment_links
from simulator.razorpay import routes as razorpay
from simulator.stripe import routes as stripe
from simulator.stripe.sessions import settle_due
from simulator.twilio import routes as twilio
from simulator.twilio.replies import take_reply
from simulator.world import World

TICK_SECONDS = 1.0
HANDSHAKE_RETRY_SECONDS = 1.0


def build_app(
    world: World, with_whatsapp: bool = True, on_close: Callable[[], Awaitable[None]] | None = None
) -> Starlette:
    """All routes over one world. Without WhatsApp only the payment providers and the wire log remain."""
    routes: list[BaseRoute] = [Route("/healthz", healthz), *control.ROUTES, *stripe.ROUTES, *paypal.ROUTES]
    routes += razorpay.ROUTES
    routes += [Mount("/static", FreshFiles(directory=phone.STATIC), name="static")]
    if with_whatsapp:
        routes += [
            *control.WHATSAPP_ROUTES,
            *people_control.ROUTES,
            *phone.ROUTES,
            Route("/media-download/{media_id}", media_download),
        ]
        routes += [*twilio.ROUTES, *dialog360.ROUTES]
        routes += [Route("/{path:path}", graph_response, methods=["GET", "POST", "DELETE"])]
    else:
        routes += [Route("/picture", phone.picture)]

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        start(world)
        yield
        if on_close is not None:
            await on_close()
        world.db.close()

    app = Starlette(routes=routes, lifespan=lifespan)
    app.state.world = world
    app.state.tick = lambda: tick(world)
    return app


class FreshFiles(StaticFiles):
    """Files a browser asks about each time: after an update no page runs old scripts."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        return response


async def healthz(request: Request) -> Response:
    return JSONResponse({"status": "ok"})


def start(world: World) -> None:
    """Take up numbers of the configuration, events and messages an earlier run left, and the ticking."""
    for raw in world.config.numbers:
        keep_configured(world, number_from(raw))
    world.deliverer.on_answered = lambda delivery, answer: take_reply(world, delivery, answer)
    world.deliverer.resume()
    follow_unfinished(world)
    world.scheduler.later(0, lambda: _tick_on(world))


def keep_configured(world: World, number: Number) -> None:
    """Store a number of the configuration and verify its callback when the product is there."""
    kept = world.numbers.put(number)
    if number.provider != "whatsapp_cloud":
        world.numbers.change(kept, webhook_state="verified")
        return
    world.scheduler.later(0, lambda: _verify(world, kept))


async def _verify(world: World, number: Number) -> None:
    try:
        await world.numbers.handshake(number.webhook_url, number.verify_token)
        state = "verified"
    except HandshakeUnanswered:
        world.scheduler.later(HANDSHAKE_RETRY_SECONDS, lambda: _verify(world, number))
        return
    except HandshakeRefused as error:
        world.wire.note("Webhook refused", f"{number.webhook_url}: {error}")
        state = "refused"
    current = world.numbers.get(number.phone_number_id)
    if current is not None:
        world.numbers.change(current, webhook_state=state)
        world.live.publish("numbers", {"phone_number_id": number.phone_number_id, "webhook_state": state})


async def tick(world: World) -> None:
    """Everything that falls due by business time."""
    review_due(world)
    fall_due(world)
    settle_due(world)
    payment_links.settle_due(world)


async def _tick_on(world: World) -> None:
    with contextlib.suppress(ClockUnavailable):
        await world.clock_sync.refresh()
    await tick(world)
    world.scheduler.later(TICK_SECONDS, lambda: _tick_on(world))
