"""Faults that strike a send: refused before it is looked at, cut off, slow, or unanswered after it was accepted."""

import re

import orjson
from starlette.requests import Request
from starlette.responses import Response

from simulator.graph.errors import GraphError
from simulator.world import World

IS_SEND = re.compile(r"/(marketing_)?messages/?$")
SWITCHED_ON = "Switched on in the simulator."


class Cut(Exception):
    """The connection is to be cut before the request is looked at."""


def strike_before(world: World) -> Response | None:
    """A refusal before anything is accepted. Raises Cut when the connection breaks instead."""
    if world.faults.strikes("reset_before_accept", world.dice):
        raise Cut
    for name, code, status in (("server_error", 131000, 500), ("too_many_requests", 130429, 429)):
        if world.faults.strikes(name, world.dice):
            error = GraphError(code, SWITCHED_ON, status=status)
            return Response(orjson.dumps(error.as_json()), status, media_type="application/json")
    return None


async def strike_after(world: World, request: Request, response: Response) -> Response:
    """The message is accepted; whether its sender hears so is another matter."""
    if world.faults.strikes("reset_after_accept", world.dice):
        return await cut_connection(world, request, "after it was accepted")
    if world.faults.strikes("timeout_after_accept", world.dice):
        await world.scheduler.sleep(world.faults.timeout_seconds)
        return Response(b"", 504)
    if world.faults.slow_seconds:
        await world.scheduler.sleep(world.faults.slow_seconds)
    return response


async def cut_connection(world: World, request: Request, when: str) -> Response:
    """Reset the caller's connection. Raises ConnectionResetError where no server holds one (tests)."""
    world.wire.note("Connection cut", f"{request.url.path}, {when}")
    cut = request.scope.get("simulator.cut")
    if cut is None:
        raise ConnectionResetError(f"cut {when}")
    cut()
    return Response(b"", 499)
