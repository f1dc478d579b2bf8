"""kill -9 at the moments that hurt: aimed by what the database says a process is doing."""

import asyncio
import os
import signal
import sys
import time
from dataclasses import dataclass, field
from uuid import UUID

from leadnurturebot.cli.supervisor import Supervisor
from leadnurturebot.platform.embedded_database import Running
from tests.faults.database import Window
from tests.faults.holds import AIM_SECONDS, Hold
from tests.faults.plan import Kill
from tests.faults.stand_in import StandIn

WORKERS = SENDERS = (1, 2)


@dataclass(frozen=True, slots=True)
class Killed:
    """A kill that happened."""

    kill: Kill
    hit: bool
    """Whether somebody was caught in the state aimed at."""
    in_flight: frozenset[UUID] = frozenset()
    """Messages that were being sent by who died."""


@dataclass(slots=True)
class Killer:
    """Carries out the kills of a plan."""

    supervisor: Supervisor
    database: Running
    stand_in: StandIn
    window: Window
    done: list[Killed] = field(default_factory=list)
    longest_away: float = 0.0
    """Seconds from a kill of PostgreSQL until it answered again."""

    async def carry_out(self, kill: Kill) -> None:
        """Aim, kill, and note what was in flight."""
        if kill.state in {"claimed", "committing"}:
            killed = await self._in_turn(kill)
        elif kill.state == "sending":
            killed = await self._in_flight(kill)
        else:
            killed = await self._anywhere(kill)
        self.done.append(killed)
        print(f"{time.strftime('%H:%M:%S')} kill -9 {kill.target} ({kill.state}, hit {killed.hit})", file=sys.stderr)

    async def _in_turn(self, kill: Kill) -> Killed:
        async with Hold(kill.state, WORKERS) as hold:
            caught = await hold.caught(self.window)
            process, backend = caught or (kill.process, None)
            flying = await self._kill(kill, process, backend)
        return Killed(kill, caught is not None, flying)

    async def _in_flight(self, kill: Kill) -> Killed:
        """Let the stand-in hold its answers back until the sender has something out, then kill."""
        self.stand_in.hold.clear()
        try:
            process, hit = await self._sending(kill.process)
            flying = await self._kill(kill, process, None)
        finally:
            self.stand_in.hold.set()
        return Killed(kill, hit, flying)

    async def _sending(self, process: int) -> tuple[int, bool]:
        """A sender whose request the stand-in holds."""
        for _ in range(int(AIM_SECONDS / 0.02)):
            waiting = [UUID(seen.message_id) for seen in self.stand_in.seen if seen.is_open]
            found = await self.window.value(
                "SELECT c.process FROM faults.claim c JOIN message_path_outbox o ON o.id = c.message_id AND o.attempts = c.attempt"
                " WHERE o.state = 'sending' AND o.id = ANY(%s) LIMIT 1",
                [waiting],
            )
            if found is not None:
                return int(found), True
            await asyncio.sleep(0.02)
        return process, False

    async def _anywhere(self, kill: Kill) -> Killed:
        return Killed(kill, True, await self._kill(kill, kill.process, None))

    async def _kill(self, kill: Kill, process: int, backend: int | None) -> frozenset[UUID]:
        if kill.target in {"postgresql", "backend"}:
            victim = self.database.process.pid if kill.target == "postgresql" else backend
            started = time.monotonic()
            if victim is not None:
                os.kill(victim, signal.SIGKILL)
            flying = await self._flying(None)
            self.longest_away = max(self.longest_away, time.monotonic() - started)
            return flying
        name = f"{kill.target} {process}" if kill.target in {"worker", "sender"} else kill.target
        self._end(name)
        return await self._flying(process) if kill.target == "sender" else frozenset()

    def _end(self, name: str) -> None:
        child = next(child for child in self.supervisor.children if child.name == name)
        if child.process is not None and child.process.poll() is None:
            child.process.kill()

    async def _flying(self, process: int | None) -> frozenset[UUID]:
        """What was being sent at the kill: by one sender, or (None) by any, when the database itself went."""
        rows = await self.window.rows(
            "SELECT o.id FROM message_path_outbox o JOIN faults.claim c ON c.message_id = o.id AND c.attempt = o.attempts"
            " WHERE o.state IN ('sending', 'unknown') AND (%(process)s::int IS NULL OR c.process = %(process)s)",
            {"process": process},
        )
        return frozenset(row[0] for row in rows)
