"""Starting the product's roles and the outside world, and waiting for them."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.path_rig.scratch import Scratch
from benchmarks.path_rig.stages import SHOPS, Stage
from benchmarks.path_rig.usage import Family
from leadnurturebot.cli.demo_steps import wait_for
from leadnurturebot.cli.supervisor import Supervisor

QUIET_SECONDS = 20.0
"""A stage is given up when nothing at all has come about for so long."""


class NotReady(Exception):
    """Something did not come about in time."""


@dataclass(slots=True)
class Outside:
    """The world around one receiver of webhooks: a stand-in for the provider, and customers. One folder holds what they record."""

    folder: Path
    port: int
    """Of the receiver."""
    graph_port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self, *, batch: int) -> None:
        """Start the stand-in; `batch` is the most statuses in one webhook."""
        self.process = outside("stand_in", self.folder, "--port", self.graph_port, "--webhook-port", self.port,
                               "--batch", batch)  # fmt: skip
        until((self.folder / "stand-in-ready").exists, seconds=20, what="the stand-in")

    def write(self, stage: Stage, *, first: int) -> None:
        """Let the customers of a stage write, and wait until all have."""
        words: list[object] = ["--port", self.port, "--stage", stage.name, "--shops", SHOPS]
        words += ["--first-customer", first, "--customers", stage.people, "--seconds", stage.seconds]
        words += ["--first-turn", 1] if stage.goes_on else []
        words += ["--rate", stage.rate] if stage.rate else []
        words += ["--count", stage.each_once] if stage.each_once else []
        if outside("load", self.folder, *words).wait() != 0:
            raise NotReady(f"the load of stage {stage.name} failed")

    def families(self) -> list[Family]:
        """The stand-in."""
        return [Family("stand-in", self.process.pid)] if self.process else []

    def end(self) -> None:
        """Stop the stand-in; it leaves its record."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)


@dataclass(slots=True)
class Processes:
    """Everything that runs: our roles under a supervisor, the outside world beside them."""

    scratch: Scratch
    folder: Path
    supervisor: Supervisor = field(init=False)
    world: Outside = field(init=False)

    def __post_init__(self) -> None:
        self.supervisor = Supervisor(environment=self.scratch.environment)
        self.world = Outside(self.folder, self.scratch.web_port, self.scratch.graph_port)

    def start(self, *, workers: int, senders: int, batch: int) -> None:
        """Start web, then the stand-in that talks to it, then the other roles."""
        self.supervisor.add("web", "leadnurturebot", "web", "--port", str(self.scratch.web_port))
        wait_for(f"http://127.0.0.1:{self.scratch.web_port}/healthz", self.supervisor)
        self.world.start(batch=batch)
        for role, count in (("worker", workers), ("sender", senders), ("scheduler", 1)):
            for _ in range(count):
                self.supervisor.add(role, "leadnurturebot", role)

    def families(self) -> list[Family]:
        """The product's processes with PostgreSQL, the stand-in last."""
        roles = [Family(child.name, child.process.pid) for child in self.supervisor.children if child.process]
        database = Family("postgresql", self.scratch.database.process.pid, has_children=True)
        return [*roles, database, *self.world.families()]

    def dead(self) -> list[str]:
        """Roles that ended by themselves."""
        return [child.name for child in self.supervisor.children if child.process and child.process.poll() is not None]

    def end(self) -> None:
        """Stop everything."""
        self.world.end()
        self.supervisor.end()


def outside(module: str, folder: Path, *arguments: object) -> subprocess.Popen[bytes]:
    """Start a program of this package that is no part of the product."""
    command = [sys.executable, "-m", f"benchmarks.path_rig.{module}", "--folder", str(folder), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL)


def until(is_true: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Return once `is_true`. Raises NotReady after `seconds`."""
    deadline = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > deadline:
            raise NotReady(f"{what} did not come about within {seconds:.0f} seconds")
        time.sleep(0.05)


def until_still(progress: Callable[[], object], is_over: Callable[[], bool]) -> bool:
    """Wait until it is over: True; False once `progress` has not changed for `QUIET_SECONDS`."""
    last, since = progress(), time.monotonic()
    while not is_over():
        time.sleep(0.05)
        if (now := progress()) != last:
            last, since = now, time.monotonic()
        elif time.monotonic() - since > QUIET_SECONDS:
            return False
    return True
