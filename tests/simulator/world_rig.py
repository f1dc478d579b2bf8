"""A small world under virtual time, with a pretend product that answers its webhooks."""

import heapq
import itertools
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

from simulator.app import build_app, start
from simulator.clock import Clock
from simulator.config import parse_config
from simulator.outside import Answer as Answer
from simulator.outside import OutsideUnreachable
from simulator.world import World

START = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PNID, WABA, TOKEN, SECRET = "1055", "2066", "token-tt", "app-secret"
PNG = Answer(200, {"content-type": "image/png"}, b"\x89PNG")
NUMBER = {
    "phone_number_id": PNID,
    "waba_id": WABA,
    "app_secret": SECRET,
    "access_token": TOKEN,
    "verify_token": "verify-me",
    "webhook_url": "http://product.test/hooks/whatsapp",
    "display_phone_number": "+1 555 078 3881",
    "name": "TrendyThreads",
}
AD = {
    "id": "ad-summer",
    "platform": "instagram",
    "headline": "Summer Collection",
    "body": "The sundress everyone asks about.",
    "image_url": "http://product.test/media/blue.png",
    "autofill": "Hi! Is the blue one in stock in M?",
}
CONFIG = {"portal_url": "http://product.test", "demo_token": "demo", "numbers": [NUMBER], "ads": [AD]}


class VirtualTime:
    """A scheduler and a wall clock in one: time passes only by running what is due."""

    def __init__(self) -> None:
        self.wall = START
        self._queue: list[tuple[datetime, int, Callable[[], Awaitable[None]]]] = []
        self._order = itertools.count()

    def later(self, seconds: float, action: Callable[[], Awaitable[None]]) -> None:
        heapq.heappush(self._queue, (self.wall + timedelta(seconds=seconds), next(self._order), action))

    async def sleep(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)

    async def run(self, seconds: float) -> None:
        """Let this much wall time pass."""
        until = self.wall + timedelta(seconds=seconds)
        while self._queue and self._queue[0][0] <= until:
            due, _, action = heapq.heappop(self._queue)
            self.wall = max(self.wall, due)
            await action()
        self.wall = until


@dataclass
class Product:
    """Answers what the simulator asks: handshake, clock, pictures; keeps the webhooks it gets."""

    received: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    refusals: list[int] = field(default_factory=list)
    offset: int = 0
    is_down: bool = False
    verify_token: str = "verify-me"

    async def request(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        if self.is_down:
            raise OutsideUnreachable("refused")
        if "hub.challenge" in url:
            return self._handshake(parse_qs(urlsplit(url).query))
        if url.endswith("/demo/clock"):
            return self._clock(method, headers, body)
        if method == "GET":
            return self.answers.get(url, PNG if url.endswith(".png") else Answer(404, {}, b""))
        self.received.append((url, dict(headers), body or b""))
        return Answer(self.refusals.pop(0) if self.refusals else 200, {}, b"")

    def _handshake(self, query: dict[str, list[str]]) -> Answer:
        matches = query["hub.verify_token"] == [self.verify_token] and query["hub.mode"] == ["subscribe"]
        return Answer(200, {}, query["hub.challenge"][0].encode()) if matches else Answer(403, {}, b"")

    def _clock(self, method: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
        if headers.get("Authorization") != "Bearer demo":
            return Answer(401, {}, b"")
        if method == "POST":
            self.offset += json.loads(body or b"{}")["advance_seconds"]
        return Answer(200, {}, json.dumps({"now": "", "offset_seconds": self.offset}).encode())

    def events(self) -> list[dict[str, Any]]:
        """The `value` of every change received, oldest first."""
        bodies = [json.loads(body) for _, _, body in self.received]
        entries = [entry for body in bodies for entry in body.get("entry", [])]
        return [change["value"] for entry in entries for change in entry["changes"]]

    def statuses(self) -> list[dict[str, Any]]:
        return [status for value in self.events() for status in value.get("statuses", [])]

    def messages(self) -> list[dict[str, Any]]:
        return [message for value in self.events() for message in value.get("messages", [])]


class Rig:
    """The simulator, its time, its product, and a client that speaks to it."""

    def __init__(self, config: dict[str, Any] | None = None) -> None:
        self.time = VirtualTime()
        self.product = Product()
        self.world = World(parse_config(config or CONFIG), Clock(lambda: self.time.wall), self.time, self.product)
        self.app = build_app(self.world)
        start(self.world)
        transport = httpx2.ASGITransport(app=self.app)
        self.http = httpx2.AsyncClient(transport=transport, base_url="http://sim.test")

    async def send(self, token: str = TOKEN, **message: Any) -> httpx2.Response:
        body = {"messaging_product": "whatsapp", "to": "+447700900142", **message}
        return await self.http.post(f"/v25.0/{PNID}/messages", json=body, headers=bearer(token))

    async def act(self, person: str = "emma", **deed: Any) -> httpx2.Response:
        return await self.http.post(f"/_sim/people/{person}/messages", json=deed)

    async def advance(self, seconds: int) -> None:
        """Move business time ahead as the product would."""
        response = await self.http.post("/phone/clock", json={"advance_seconds": seconds})
        assert response.status_code == 200, response.text

    async def fault(self, **switches: Any) -> None:
        response = await self.http.post("/_sim/faults", json=switches)
        assert response.status_code == 200, response.text


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
