"""Customers walking through their visits, one step after the other, each when the step before was answered."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.faults.answers import Answers, NotAnswered, until
from tests.faults.clock import BusinessClock
from tests.faults.database import Window
from tests.faults.meta import Meta
from tests.faults.plan import Delivery, Person
from tests.faults.shops import FaultShop
from tests.faults.stand_in import StandIn
from tests.faults.visits import Step
from tests.faults.webhooks import Json, body, message, order, paid, referral, signed, signed_by_stripe, tap, text

WEEK_SECONDS = 7 * 86_400


@dataclass(slots=True)
class Side:
    """What the customers of one side share."""

    name: str
    shops: list[FaultShop]
    meta: Meta
    answers: Answers
    window: Window
    clock: BusinessClock
    stand_in: StandIn
    is_calm: bool
    told: list[tuple[FaultShop, Json]] = field(default_factory=list)
    """Every status that was told, for repeats."""
    steps: int = 0
    """How many the customers have done."""
    steps_allowed: float = math.inf
    """How far they may go until the next deed of the plan is done: a kill that is aimed needs somebody at work."""
    delivered: list[tuple[FaultShop, Json]] = field(default_factory=list)
    """Every message that was sent to a shop, for repeats."""

    async def next_turn(self) -> None:
        """Return when a customer may go on."""
        while self.steps >= self.steps_allowed:
            await asyncio.sleep(0.01)


@dataclass(slots=True)
class Customer:
    """A person on one side."""

    person: Person
    side: Side
    sent: int = 0
    stamp: int = 0
    last: str = ""
    """Id of the newest message."""

    @property
    def shop(self) -> FaultShop:
        """The shop that is visited."""
        return self.side.shops[self.person.shop]

    async def walk(self, steps: tuple[Step, ...]) -> None:
        """Do one step after the other."""
        deeds: dict[str, Callable[[Step], Awaitable[None]]] = {
            "say": self._say, "ad": self._say, "old": self._say, "pair": self._say, "order": self._say,
            "tap": self._tap, "pay": self._pay,
        }  # fmt: skip
        for step in steps:
            await self.side.next_turn()
            try:
                await deeds[step.kind](step)
            except NotAnswered as error:
                raise NotAnswered(
                    f"{self.side.name} {self.person.story.name} {self.person.index}: {step}: {error}"
                ) from error
            self.side.steps += 1

    def compose(self, step: Step) -> list[Json]:
        """The messages of a step, stamped in their order. Meta's stamps are whole seconds and never stand still here."""
        found = []
        for words in (step.words,) if step.kind == "order" else step.words:
            self.stamp = max(self.side.clock.now() + self.person.skew, self.stamp + 1)
            at = self.stamp - WEEK_SECONDS if step.kind == "old" else self.stamp
            self.last = f"wamid.in.{self.side.name}.{self.person.index}.{self.sent}"
            self.sent += 1
            content = order(step.words) if step.kind == "order" else text(str(words))
            found.append(message(self.person, content, wamid=self.last, at=at))
            if step.kind == "ad":
                found[-1]["referral"] = referral(self.shop.address, self.last)
        return found

    async def _say(self, step: Step) -> None:
        await self.send(self.compose(step))
        await self.side.answers.of(self.last, is_stored_only=step.kind == "old")

    async def _tap(self, step: Step) -> None:
        reply = await self.side.answers.newest_reply(self.shop, self.last)
        choices = [*reply.get("buttons", ()), *reply.get("rows", ())]
        found = next((choice for choice in choices if choice["title"].startswith(step.words[0])), None)
        if found is None:
            raise NotAnswered(f"no {step.words[0]} among {reply}")
        item = self.compose(Step("say", ("",)))[0]
        item = message(self.person, tap(found["id"], found["title"]), wamid=self.last, at=int(item["timestamp"]))
        await self.send([item])
        await self.side.answers.of(self.last)

    async def send(self, items: list[Json]) -> None:
        """One webhook; in a storm a pair comes the wrong way round, and some come more than once."""
        self.side.delivered += [(self.shop, item) for item in items]
        ordered = items if self.side.is_calm else items[::-1]
        content = body(self.shop.address, [self.person], ordered)
        how = self.person.deliveries.get(self.sent, Delivery())
        await self.side.meta.deliver(self.shop.address.path, content, lambda: signed(self.shop.address, content), how)

    async def _pay(self, step: Step) -> None:
        reply = await self.side.answers.newest_reply(self.shop, self.last)
        path = urlsplit(reply["url"]).path
        session = self.side.stand_in.session_by_url(await self._to_provider(path))
        event_id = f"evt_{session['id']}"
        content = paid(session, event_id=event_id, at=self.side.clock.now())
        how = Delivery() if self.side.is_calm else Delivery(copies=3, again=1.0)
        await self.side.meta.deliver(
            self.shop.payments_path, content, lambda: signed_by_stripe(content, int(time.time())), how
        )
        token = path.removeprefix("/p/")
        await until(lambda: self._is_paid(token), seconds=45, what=f"payment of {path}")

    async def _to_provider(self, path: str) -> str:
        """Press the button of our payment page until it leads to the provider's page."""
        found: list[str] = []

        async def press() -> bool:
            try:
                url = f"{self.side.meta.base_url}{path}"
                async with self.side.meta.http.post(url, allow_redirects=False) as answer:
                    found.extend([answer.headers["Location"]] if answer.status == 303 else [])
            except (aiohttp.ClientError, TimeoutError):
                return False
            return bool(found)

        await until(press, seconds=45, what=f"page of {path}")
        return found[0]

    async def _is_paid(self, token: str) -> bool:
        rows: list[tuple[Any, ...]] = await self.side.window.rows(
            "SELECT o.state = 'paid' AND NOT EXISTS (SELECT 1 FROM message_path_outbox b WHERE b.thread_id = o.thread_id"
            " AND b.state IN ('due', 'sending')) FROM orders_order o JOIN payments_payment p ON p.order_id = o.id"
            " WHERE p.token = %s",
            [token],
        )
        return bool(rows and rows[0][0])
