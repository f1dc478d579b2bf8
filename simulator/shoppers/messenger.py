"""A shopper's messenger: the practice phone's own API over HTTP."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import aiohttp
import orjson

from simulator.jsontypes import Json

QUIET_SECONDS = 0.9


class MessengerError(Exception):
    """The simulator does not answer, or refuses."""


class Messenger:
    """One connection for all shoppers. `listen` tells whose chat changed, so that nobody has to ask in vain."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, number: str = "", quiet: float = QUIET_SECONDS
    ) -> None:
        self._session = session
        self._url = url
        self._number = number
        self._quiet = quiet
        self._changed: dict[str, asyncio.Event] = {}

    async def new_person(self, person: Json) -> str:
        return str((await self._call("POST", "/_sim/people", person))["id"])

    async def act(self, person: str, deed: Json) -> Json:
        wanted = {"number": self._number} if self._number else {}
        return await self._call("POST", f"/_sim/people/{person}/messages", deed | wanted)

    async def received(self, person: str) -> list[Json]:
        """Every message of the shop to this person, oldest first."""
        query = f"?number={self._number}" if self._number else ""
        chat = await self._call("GET", f"/_sim/people/{person}/chat{query}")
        return [each for each in chat["messages"] if each["direction"] == "out"]

    async def await_reply(self, person: str, known: int, patience: float) -> list[Json]:
        """What came after the first `known` messages, once it is quiet; empty when nothing came in time."""
        until = asyncio.get_running_loop().time() + patience
        while (left := until - asyncio.get_running_loop().time()) > 0:
            await self._change(person, left)
            if len(await self.received(person)) > known:
                await asyncio.sleep(self._quiet)
                return (await self.received(person))[known:]
        return []

    async def _change(self, person: str, seconds: float) -> None:
        changed = self._changed.setdefault(person, asyncio.Event())
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(changed.wait(), min(seconds, 3.0))
        changed.clear()

    async def listen(self) -> None:
        """Follow the live feed until cancelled."""
        async with self._session.get(f"{self._url}/phone/events?kinds=message", timeout=_ENDLESS) as response:
            async for line in response.content:
                if line.startswith(b"data: {") and (person := orjson.loads(line[6:]).get("person")):
                    self._changed.setdefault(person, asyncio.Event()).set()

    async def ads(self) -> list[Json]:
        return list((await self._call("GET", "/phone/state"))["ads"])

    async def _call(self, method: str, path: str, body: Json | None = None) -> Json:
        data = orjson.dumps(body) if body is not None else None
        try:
            async with self._session.request(method, self._url + path, data=data) as response:
                answer: Json = orjson.loads(await response.read())
        except (aiohttp.ClientError, TimeoutError, OSError, orjson.JSONDecodeError) as error:
            raise MessengerError(f"{method} {path}: {type(error).__name__} {error}") from error
        if response.status >= 400:
            raise MessengerError(f"{method} {path}: {answer.get('error', response.status)}")
        return answer


_ENDLESS = aiohttp.ClientTimeout(total=None)


@contextlib.asynccontextmanager
async def open_messenger(url: str, number: str = "", quiet: float = QUIET_SECONDS) -> AsyncIterator[Messenger]:
    """A messenger that listens while it is open."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
        messenger = Messenger(session, url, number, quiet)
        listening = asyncio.create_task(messenger.listen())
        try:
            yield messenger
        finally:
            listening.cancel()
            with contextlib.suppress(asyncio.CancelledError, aiohttp.ClientError):
                await listening
