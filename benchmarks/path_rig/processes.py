"""Starting the product's roles and the outside world, and waiting for them."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.path_rig.scratch import Scratch
from benchmarks.path_rig.usage import Family
from leadnurturebot.cli.demo_steps import wait_for
from leadnurturebot.cli.supervisor import Supervisor


class NotReady(Exception):
    """Something did not come about in time."""


@dataclass(slots=True)
class Processes:
    """Everything that runs: our roles under a supervisor, the stand-in beside them."""

    scratch: Scratch
    folder: Path
    supervisor: Supervisor = field(init=False)
    stand_in: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.supervisor = Supervisor(environment=self.scratch.environment)

    def start(self, *, workers: int, senders: int, batch: int) -> None:
        """Start web, then the stand-in that talks to it, then the other roles."""
        self.supervisor.add("web", "leadnurturebot", "web", "--port", str(self.scratch.web_port))
        wait_for(f"http://127.0.0.1:{self.scratch.web_port}/healthz", self.supervisor)
        self.stand_in = self._outside(
            "stand_in", "--port", self.scratch.graph_port, "--webhook-port", self.scratch.web_port, "--batch", batch
        )
        for role, count in (("worker", workers), ("sender", senders), ("scheduler", 1)):
            for _ in range(count):
                self.supervisor.add(role, "leadnurturebot", role)
        until((self.folder / "stand-in-ready").exists, seconds=20, what="the stand-in")

    def load(self, **options: object) -> subprocess.Popen[bytes]:
        """Start a stage of traffic."""
        words = [
            word
            for name, value in options.items()
            if value is not None
            for word in (f"--{name.replace('_', '-')}", value)
        ]
        return self._outside("load", "--port", self.scratch.web_port, *words)

    def _outside(self, module: str, *arguments: object) -> subprocess.Popen[bytes]:
        command = [
            sys.executable,
            "-m",
            f"benchmarks.path_rig.{module}",
            "--folder",
            str(self.folder),
            *map(str, arguments),
        ]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL)

    def families(self) -> list[Family]:
        """The product's processes with PostgreSQL, the stand-in last."""
        roles = [Family(child.name, child.process.pid) for child in self.supervisor.children if child.process]
        database = Family("postgresql", self.scratch.database.process.pid, has_children=True)
        outside = [Family("stand-in", self.stand_in.pid)] if self.stand_in else []
        return [*roles, database, *outside]

    def dead(self) -> list[str]:
        """Roles that ended by themselves."""
        return [child.name for child in self.supervisor.children if child.process and child.process.poll() is not None]

    def end(self) -> None:
        """Stop everything; the stand-in leaves its record."""
        if self.stand_in is not None and self.stand_in.poll() is None:
            self.stand_in.terminate()
            self.stand_in.wait(20)
        self.supervisor.end()


def until(is_true: Callable[[], bool], *, seconds: float, what: str) -> None:
    """Return once `is_true`. Raises NotReady after `seconds`."""
    deadline = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > deadline:
            raise NotReady(f"{what} did not come about within {seconds:.0f} seconds")
        time.sleep(0.05)
