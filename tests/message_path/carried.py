"""A shop whose number is carried by a partner: the simulator and the message path talk to each other in one process."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import httpx2

from leadnurturebot.message_path import claiming, sending_numbers, settling
from leadnurturebot.message_path.endpoints import Endpoint, Number
from leadnurturebot.message_path.intake import from_messaging
from leadnurturebot.message_path.sender import Sender
from leadnurturebot.platform.encryption import ring
from leadnurturebot.providers.base import WebhookRequest
from leadnurturebot.providers.messaging.extras import reads_requests
from leadnurturebot.providers.registry import webhook_provider
from leadnurturebot.shops.models import BusinessNumber
from simulator.app import build_app, start
from simulator.clock import Clock
from simulator.config import parse_config
from simulator.outside import Answer
from simulator.world import World as Simulated
from tests.message_path.driving import Drive
from tests.simulator.world_rig import PNG, VirtualTime

SIMULATOR = "http://sim.test"


@dataclass
class Through:
    """As much of an aiohttp session as the sender uses, on the simulator's own application."""

    http: httpx2.AsyncClient
    requests: list[httpx2.Request] = field(default_factory=list)

    @asynccontextmanager
    async def request(
        self, method: str, url: str, headers: Mapping[str, str], data: bytes, allow_redirects: bool
    ) -> AsyncIterator["Through"]:
        self._answer = await self.http.request(method, url, headers=dict(headers), content=data)
        self.requests.append(self._answer.request)
        yield self

    @property
    def status(self) -> int:
        return self._answer.status_code

    async def read(self) -> bytes:
        return self._answer.content


class Carried:
    """The shop's side and the outside world, on one clock that only these methods move."""

    def __init__(self, drive: Drive, number: BusinessNumber, known: Mapping[str, Any]) -> None:
        self.drive, self.number = drive, number
        self.time = VirtualTime()
        self.time.wall = drive.now
        self.statuses: list[int] = []
        config = parse_config({"numbers": [{**known, "api_url": SIMULATOR}]})
        self.world = Simulated(config, Clock(lambda: self.time.wall), self.time, self)
        app = build_app(self.world)
        start(self.world)
        self.http = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=SIMULATOR)
        self.session = Through(self.http)
        self._runner = asyncio.Runner()

    async def request(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
        """What the simulator asks of the shop: pictures, and events, checked and stored as the receiver does."""
        if method == "GET":
            return PNG
        assert "#" not in url
        query = urlsplit(url).query
        lower = {name.lower(): value for name, value in headers.items()}
        self.take(WebhookRequest("POST", url, dict(parse_qsl(query)), lower, body or b""))
        return Answer(200, {"content-type": "text/plain"}, b"")

    def take(self, request: WebhookRequest) -> None:
        """Raises SignatureMismatch."""
        endpoint = self.endpoint()
        provider = webhook_provider("messaging", endpoint.slug)
        provider.verify(request, endpoint.secrets, self.drive.now)
        reader = reads_requests(provider)
        parsed = reader.parse_request(request, self.drive.now) if reader else provider.parse(request.body)
        self.drive._store(from_messaging(endpoint, parsed, self.drive.now))

    def endpoint(self) -> Endpoint:
        row = sending_numbers.load_numbers(self.drive.connection, [self.number.id])[self.number.id]
        shop_id = self.drive.boutique.shop.id
        key = ring().of(self.drive.connection, shop_id)
        own = Number(self.number.id, shop_id, key)
        return Endpoint(
            connection_id=self.number.connection_id, shop_id=shop_id, kind="messaging", slug=row.slug,
            secrets=row.secrets, key=key, numbers={(row.waba_id, row.phone_number_id): own, ("", row.phone_number_id): own},
        )  # fmt: skip

    def customer(self, **deed: Any) -> None:
        """Emma does something on her phone, and the shop answers; a while passes."""
        asked = self._run(self.http.post("/_sim/people/emma/messages", json=deed))
        assert asked.status_code == 201, asked.text
        self.passes()
        self.drive.work()
        self.send()
        self.passes(seconds=5)
        self.drive.apply_statuses()

    def send(self) -> list[Any]:
        """What the sender makes of everything that is due; returns the answers."""
        connection, now, sender = self.drive.connection, self.drive.now, Sender()
        answers = []
        while sends := claiming.claim(connection, wall=now, now=now, limit=64):
            sender._numbers = sending_numbers.load_numbers(connection, [send.number_id for send in sends])
            answered = [self._run(sender._send(cast(Any, self.session), send)) for send in sends]
            settling.settle(connection, list(zip(sends, answered, strict=True)), wall=now)
            sender._preparer.store(connection)
            answers += answered
        return answers

    def passes(self, seconds: float = 0.1) -> None:
        """Time passes on both sides."""
        self._run(self.time.run(seconds))
        self.drive.now += timedelta(seconds=seconds)

    def phone(self) -> list[dict[str, Any]]:
        """The messages on Emma's phone, oldest first."""
        found = self._run(self.http.get("/_sim/people/emma/chat"))
        messages: list[dict[str, Any]] = found.json()["messages"]
        return messages

    def close(self) -> None:
        self._run(self.http.aclose())
        self._runner.close()

    def _run(self, coroutine: Any) -> Any:
        return self._runner.run(coroutine)
