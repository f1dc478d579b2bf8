"""A run: the quiet side, the stormy side, and the judgement."""

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

import aiohttp

from leadnurturebot.platform.sql import Connection, connect
from tests.faults.accounts import Accounts, account, miscounted, read_sent
from tests.faults.acts import Performance
from tests.faults.answers import Answers
from tests.faults.clock import BusinessClock
from tests.faults.customers import Side
from tests.faults.database import Window
from tests.faults.killing import Killed, Killer
from tests.faults.meta import Meta, Statuses
from tests.faults.plan import Fate, Plan, calm, draw
from tests.faults.projection import Projected, deeds, differences, project
from tests.faults.shops import FaultShop, number_of, open_sides
from tests.faults.stand_in import StandIn
from tests.faults.system import System, system

STATES = ("claimed", "sending", "committing")


@dataclass(slots=True)
class Findings:
    """What a run came to."""

    plan: Plan
    kills: list[Killed] = field(default_factory=list)
    quiet: Accounts = field(default_factory=Accounts)
    stormy: Accounts = field(default_factory=Accounts)
    differing: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    batches: list[tuple[int, int]] = field(default_factory=list)
    deeds: Counter[str] = field(default_factory=Counter)
    webhooks: int = 0
    not_acknowledged: int = 0
    longest_away: float = 0.0
    """Seconds for which PostgreSQL was gone after a kill, at most."""
    seconds: float = 0.0

    def hits(self) -> dict[str, int]:
        """How many kills hit each state."""
        hits = Counter(killed.kill.state for killed in self.kills if killed.hit)
        return {state: hits[state] for state in STATES}  # type: ignore[index]  # the states are literals

    def problems(self) -> list[str]:
        """Everything that is not as promised."""
        found = [*self.faults, *self.differing, *self.stormy.faults]
        found += [f"without faults: {fault}" for fault in self.quiet.faults]
        found += [f"without faults: unknown {line}" for line in self.quiet.unknown]
        found += [f"no kill hit the state {state}" for state, count in self.hits().items() if not count]
        found += [f"no customer has a {name}" for name, count in self.deeds.items() if not count]
        return found


def run(seed: int, *, is_short: bool) -> Findings:
    """Start a system, play both sides, judge."""
    findings = Findings(draw(seed, is_short=is_short))
    started = time.monotonic()
    with system() as under_test:
        quiet, stormy = open_sides()
        under_test.start()
        play = _Play(under_test, findings, quiet, stormy)
        thread = threading.Thread(target=play.run, name="customers", daemon=True)
        thread.start()
        # The supervisor minds signals and children, which is the main thread's business; `play` tells it to stop.
        under_test.supervisor.run(under_test.revive_database)
        thread.join(5)
        if thread.is_alive():
            raise KeyboardInterrupt
        if play.error is not None:
            raise play.error
        with connect(name="fault suite judges") as connection:
            _judge(connection, findings, play)
    findings.seconds = time.monotonic() - started
    return findings


class _Play:
    """The event loop in which customers, Meta, Stripe and the killer live, on a thread beside the supervisor's."""

    def __init__(self, under_test: System, findings: Findings, quiet: list[FaultShop], stormy: list[FaultShop]) -> None:
        self.system, self.findings = under_test, findings
        self.sides = {"quiet": quiet, "stormy": stormy}
        self.error: BaseException | None = None
        self.lives: dict[str, dict[int, Projected]] = {}
        self.stand_in = StandIn(fates={}, tell=lambda seen: None)

    def run(self) -> None:
        """Both sides, one after the other."""
        try:
            asyncio.run(self._run())
        except BaseException as error:  # noqa: BLE001  # handed to the main thread, which raises it
            self.error = error
        finally:
            self.system.supervisor.stop.set()

    async def _run(self) -> None:
        server = await self.stand_in.start(self.system.scratch.graph_port)
        window, clock = Window("fault suite"), BusinessClock()
        answers = Answers(window)
        watching = asyncio.get_running_loop().create_task(answers.watch())
        timeout = aiohttp.ClientTimeout(total=10)
        try:
            async with aiohttp.ClientSession(timeout=timeout, trust_env=False) as http:
                for name, plan in (("quiet", calm(self.findings.plan)), ("stormy", self.findings.plan)):
                    await self._side(name, plan, http, window, answers, clock)
        finally:
            watching.cancel()
            await window.close()
            server.close()

    async def _side(
        self, name: str, plan: Plan, http: aiohttp.ClientSession, window: Window, answers: Answers, clock: BusinessClock
    ) -> None:
        shops, is_calm = self.sides[name], name == "quiet"
        meta = Meta(self.system.base_url, http)
        side = Side(name, shops, meta, answers, window, clock, self.stand_in, is_calm)
        by_number = {shop.address.phone_number_id: shop for shop in shops}
        statuses = Statuses(meta, by_number, clock.now, Random(plan.seed), is_calm, side.told)
        self.stand_in.tell = statuses.tell
        self.stand_in.fates = _fates(plan, shops)
        killer = Killer(self.system.supervisor, self.system.scratch.database, self.stand_in, window)
        performance = Performance(side, plan, killer)
        await performance.play()
        # Now: the clock goes on for both sides, and what it brings to the quiet one later has no counterpart.
        self.lives[name] = await asyncio.to_thread(_lives, shops, plan)
        self.findings.kills += killer.done
        self.findings.longest_away = max(self.findings.longest_away, killer.longest_away)
        self.findings.batches += performance.batches
        self.findings.faults += performance.poison_faults
        self.findings.webhooks += meta.webhooks
        self.findings.not_acknowledged += meta.not_acknowledged


def _fates(plan: Plan, shops: Sequence[FaultShop]) -> dict[tuple[str, str], dict[int, Fate]]:
    return {(shops[person.shop].address.phone_number_id, number_of(person)): person.fates for person in plan.people}


def _judge(connection: Connection, findings: Findings, play: _Play) -> None:
    quiet, stormy = play.sides["quiet"], play.sides["stormy"]
    in_flight: set[UUID] = set().union(*(killed.in_flight for killed in findings.kills))
    seen = play.stand_in.seen
    for shops, name in ((quiet, "quiet"), (stormy, "stormy")):
        numbers = {shop.address.phone_number_id for shop in shops}
        own = [one for one in seen if one.number in numbers]
        setattr(findings, name, account(read_sent(connection, shops), own, in_flight if shops is stormy else ()))
        findings.faults += miscounted(connection, shops)
    _compare(findings, play.lives)


def _lives(shops: Sequence[FaultShop], plan: Plan) -> dict[int, Projected]:
    with connect(name="fault suite projects") as connection:
        return {person.index: project(connection, shops[person.shop], person) for person in plan.people}


def _compare(findings: Findings, lives: Mapping[str, Mapping[int, Projected]]) -> None:
    for person in findings.plan.people:
        quiet, stormy = lives["quiet"][person.index], lives["stormy"][person.index]
        found = differences(quiet, stormy)
        findings.differing += [f"customer {person.index} ({person.story.name}) {line}" for line in found]
        findings.deeds.update(deeds(quiet))
