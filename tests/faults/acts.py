"""One side of a run: two acts of conversation, with time passing between and after them."""

import asyncio
import math
import sys
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

from tests.faults.answers import until
from tests.faults.customers import Customer, Side
from tests.faults.killing import Killer
from tests.faults.plan import Delivery, Jump, Kill, Person, Plan
from tests.faults.poison import poison
from tests.faults.shops import FaultShop
from tests.faults.webhooks import Json, body, signed

INTERVAL = timedelta(hours=3)
"""Between the acts: the first reminder is due after two hours."""
AFTERWARDS = timedelta(days=6)
SETTLE_SECONDS = 60.0
STEPS_DURING_A_DEED = 8
BATCH_UPDATES, BATCH_STATUSES = 1000, 300
BATCH_BYTES = 3 * 1024 * 1024

_UNDER_WAY = """
SELECT (SELECT count(*) FROM message_path_inbox WHERE state = 'due')
  + (SELECT count(*) FROM message_path_outbox WHERE state IN ('due', 'sending')) + (SELECT count(*) FROM message_path_status)
  + (SELECT count(*) FROM message_path_timer WHERE due_at <= to_timestamp(%s))
"""


def _one_round() -> None:
    from leadnurturebot.message_path.scheduler import Scheduler
    from leadnurturebot.message_path.world import World

    scheduler = Scheduler(World.load())
    scheduler.round()
    scheduler.close()


@dataclass(slots=True)
class Performance:
    """A side on its way through the plan."""

    side: Side
    plan: Plan
    killer: Killer
    customers: list[Customer] = field(init=False)
    batches: list[tuple[int, int]] = field(default_factory=list)
    """Updates and bytes of the great webhooks."""
    poison_faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.customers = [Customer(person, self.side) for person in self.plan.people]

    def _mark(self, what: str) -> None:
        print(f"{time.strftime('%H:%M:%S')} {self.side.name}: {what}", file=sys.stderr, flush=True)

    async def play(self) -> None:
        """Both acts. Raises NotAnswered when a customer was left without an answer."""
        async with asyncio.TaskGroup() as group:
            trouble = group.create_task(self._trouble())
            await self._act(*(customer.walk(customer.person.story.first) for customer in self.customers))
            self._mark("first act over")
            await self.side.clock.jump(INTERVAL)
            await self._settle("between the acts")
            self._mark("quiet between the acts")
            await self._great_webhooks()
            self._mark("great webhooks over")
            await self._act(*(customer.walk(customer.person.story.second[1:]) for customer in self.customers))
            self._mark("second act over")
            await trouble
            self._mark("trouble over")
            self.poison_faults = [] if self.side.is_calm else await poison(self.side)
            await self.side.clock.jump(AFTERWARDS)
            if not self.side.is_calm:
                await self._everything_again()
            await self._upkeep()
            await self._settle("at the end")
            self._mark("end")

    async def _act(self, *walks: Coroutine[Any, Any, None]) -> None:
        async with asyncio.TaskGroup() as group:
            for walk in walks:
                group.create_task(walk)

    async def _trouble(self) -> None:
        """Kills and jumps of the clock, each when as many steps are done as the plan says."""
        deeds: list[Kill | Jump] = [*self.plan.kills, *self.plan.jumps]
        for deed in sorted(deeds, key=lambda deed: deed.after):
            self.side.steps_allowed = max(self.side.steps, deed.after) + STEPS_DURING_A_DEED
            while self.side.steps < deed.after:
                await asyncio.sleep(0.01)
            if isinstance(deed, Kill):
                await self.killer.carry_out(deed)
            else:
                await self.side.clock.jump(timedelta(seconds=deed.seconds))
        self.side.steps_allowed = math.inf

    async def _settle(self, when: str) -> None:
        """Wait until nothing is under way: queues empty, statuses applied, due timers rung."""

        async def is_quiet() -> bool:
            count = await self.side.window.value(_UNDER_WAY, [self.side.clock.now()])
            return not count and not self.side.meta.tasks

        await self.side.meta.idle()
        await until(is_quiet, seconds=SETTLE_SECONDS, what=f"quiet {when}")

    async def _upkeep(self) -> None:
        """Have silent conversations and unpaid orders ended: the scheduler does it when it starts and then every ten minutes,
        which no run waits for. This one is started beside the other, does a round, and is gone."""
        await self._settle("before upkeep")
        await asyncio.to_thread(_one_round)

    async def _great_webhooks(self) -> None:
        """The second act's first step of all customers of a shop in one webhook of 1,000 updates and nearly 3 MB: the rest
        are repeats of messages, padded, and of statuses. Without faults everybody's comes by itself."""
        if self.side.is_calm:
            await self._act(*(customer.walk(customer.person.story.second[:1]) for customer in self.customers))
            return
        for shop in self.side.shops:
            await self._great_webhook(shop, [customer for customer in self.customers if customer.shop is shop])

    async def _great_webhook(self, shop: FaultShop, customers: Sequence[Customer]) -> None:
        fresh = [item for customer in customers for item in customer.compose(customer.person.story.second[0])]
        people = [customer.person for customer in customers]
        content = self._padded(shop, people, fresh)
        await self.side.meta.deliver(
            shop.address.path, content, lambda: signed(shop.address, content), Delivery(copies=2, again=1.0)
        )
        await asyncio.gather(*(self.side.answers.of(customer.last) for customer in customers))
        self.side.delivered += [(shop, item) for item in fresh]
        self.side.steps += len(customers)

    def _padded(self, shop: FaultShop, people: Sequence[Person], fresh: Sequence[Json]) -> bytes:
        random = Random(self.plan.seed)
        known = [item for to, item in self.side.delivered if to is shop]
        told = [item for to, item in self.side.told if to is shop]
        statuses = [random.choice(told) for _ in range(BATCH_STATUSES)]
        repeats = [{**random.choice(known), "padding": ""} for _ in range(BATCH_UPDATES - BATCH_STATUSES - len(fresh))]
        items = [*repeats, *fresh]
        random.shuffle(items)
        missing = BATCH_BYTES - len(body(shop.address, people, items, statuses))
        for repeat in repeats:
            repeat["padding"] = "x" * (missing // len(repeats))
        content = body(shop.address, people, items, statuses)
        self.batches.append((len(items) + len(statuses), len(content)))
        return content

    async def _everything_again(self) -> None:
        """Every message that was ever sent to a shop comes once more, six days later."""
        for shop in self.side.shops:
            known = [item for to, item in self.side.delivered if to is shop]
            content = body(shop.address, [customer.person for customer in self.customers], known[::-1])
            await self.side.meta.deliver(
                shop.address.path, content, partial(signed, shop.address, content), Delivery(copies=2)
            )
