"""Meta's side of the wire: webhooks are sent until they are answered 200, some more than once, statuses in any order."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from random import Random

import aiohttp

from tests.faults.plan import Delivery
from tests.faults.shops import FaultShop
from tests.faults.stand_in import Seen
from tests.faults.webhooks import Json, body, signed, status

PAUSE_SECONDS = 0.15
PATIENCE_SECONDS = 45.0
_AWAY = (aiohttp.ClientError, TimeoutError)


class NotTaken(Exception):
    """A webhook that was not acknowledged in time, or refused as wrong."""


@dataclass(slots=True)
class Meta:
    """Sends webhooks to the product."""

    base_url: str
    http: aiohttp.ClientSession
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    webhooks: int = 0
    not_acknowledged: int = 0
    """Tries that were not answered 200: each is sent again."""

    async def deliver(self, path: str, content: bytes, headers: Callable[[], Mapping[str, str]], how: Delivery) -> None:
        """Send a webhook until it is acknowledged, all copies at once; a later repeat is left to a task."""
        await asyncio.gather(*(self._send(path, content, headers) for _ in range(how.copies)))
        if how.again:
            self.later(how.again, lambda: self._send(path, content, headers))

    def later(self, seconds: float, deed: Callable[[], Awaitable[None]]) -> None:
        """Do something after a while."""

        async def wait() -> None:
            await asyncio.sleep(seconds)
            await deed()

        task = asyncio.get_running_loop().create_task(wait())
        self.tasks.add(task)
        task.add_done_callback(self._over)

    def _over(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            raise error

    async def idle(self) -> None:
        """Return when nothing is left to be sent."""
        while self.tasks:
            await asyncio.gather(*self.tasks)

    async def _send(self, path: str, content: bytes, headers: Callable[[], Mapping[str, str]]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            answer = await self._try(path, content, headers())
            if answer == 200:
                self.webhooks += 1
                return
            self.not_acknowledged += 1
            if 400 <= answer < 500 or time.monotonic() > deadline:
                raise NotTaken(f"{path} answered {answer}")
            await asyncio.sleep(PAUSE_SECONDS)

    async def _try(self, path: str, content: bytes, headers: Mapping[str, str]) -> int:
        try:
            async with self.http.post(f"{self.base_url}{path}", data=content, headers=headers) as answer:
                await answer.read()
                return answer.status
        except _AWAY:
            return 0


@dataclass(slots=True)
class Statuses:
    """Tells of every message that was taken that it was sent, delivered and read."""

    meta: Meta
    shops: Mapping[str, FaultShop]
    now: Callable[[], int]
    random: Random
    is_calm: bool
    told: list[tuple[FaultShop, Json]]

    def tell(self, seen: Seen) -> None:
        """Three statuses, one after the other; in a storm in any order and some of them twice."""
        for place, name in enumerate(("sent", "delivered", "read")):
            times = 1 if self.is_calm or self.random.random() > 0.2 else 2
            for _ in range(times):
                wait = 0.05 + 0.1 * place if self.is_calm else self.random.uniform(0, 0.6)
                self.meta.later(wait, lambda name=name: self._post(seen, name))  # type: ignore[misc]  # the default binds

    async def _post(self, seen: Seen, name: str) -> None:
        shop = self.shops[seen.number]
        item = status(
            wamid=seen.wamid, name=name, recipient=seen.recipient, callback_data=seen.message_id, at=self.now()
        )
        self.told.append((shop, item))
        content = body(shop.address, statuses=[item])
        await self.meta.deliver(shop.address.path, content, lambda: signed(shop.address, content), Delivery())
