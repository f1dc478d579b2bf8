"""Lets a handler cut the caller's connection as a broken network would: with a reset, not a farewell."""

import asyncio
import socket
import struct

from starlette.types import ASGIApp, Receive, Scope, Send

LINGER_NOT = struct.pack("ii", 1, 0)


class CutsConnections:
    """Outermost layer: puts `simulator.cut` into the scope when the server shows its transport."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if scope["type"] == "http" and transport is not None:
            scope["simulator.cut"] = lambda: cut(transport)
        await self._app(scope, receive, send)


def cut(transport: asyncio.Transport) -> None:
    """Without lingering a closed socket answers with a reset."""
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
    transport.abort()
