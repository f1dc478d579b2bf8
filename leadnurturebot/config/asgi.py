"""The ASGI entry: webhooks and live updates by routes of their own, everything else by Django."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, MutableMapping
from types import FrameType
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadnurturebot.config.settings")

from django.core.asgi import get_asgi_application

django_application: Any = get_asgi_application()

from leadnurturebot.api.live import Live  # noqa: E402  # after Django is set up
from leadnurturebot.message_path.receiver import Receiver  # noqa: E402
from leadnurturebot.platform import garbage  # noqa: E402

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
LIVE_PATH = "/api/v1/live"


class Site:
    """The whole site, by path."""

    def __init__(self) -> None:
        self.live = Live()
        self._receiver = Receiver()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live_and_die(receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        elif scope["path"].startswith("/hooks/"):
            await self._receiver(scope, receive, send)
        elif scope["path"] == LIVE_PATH:
            await self.live(scope, receive, send)
        else:
            await django_application(scope, receive, send)

    async def _live_and_die(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self._close_streams_on_signal()
                garbage.settle()
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                self.live.hub.stop()
                await self._receiver.close()
                await send({"type": "lifespan.shutdown.complete"})
                return

    def _close_streams_on_signal(self) -> None:
        """A server waits for open answers before it says `shutdown`, and a stream never ends by itself."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            before = signal.getsignal(number)

            def stop(given: int, frame: FrameType | None, before: Any = before) -> None:
                loop.call_soon_threadsafe(self.live.hub.stop)
                if callable(before):
                    before(given, frame)

            try:
                signal.signal(number, stop)
            except ValueError:
                return  # not in the main thread: whoever runs us there ends us by cancelling


application = Site()
