"""One process tree on one machine: starts the roles, restarts what dies, and leaves nothing behind."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

RESTART_PAUSES = (0.2, 1.0, 5.0)
STOP_SECONDS = 8.0
_PR_SET_PDEATHSIG = 1


@dataclass(slots=True)
class Child:
    """A process to keep alive."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started_at: float = 0.0
    start_again_at: float | None = None
    """Set while a dead process waits to be started again."""
    is_lasting: bool = True


@dataclass(slots=True)
class Supervisor:
    """Children with one environment. `watch` is asked every round and may look after more (the database)."""

    environment: Mapping[str, str]
    children: list[Child] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def add(self, name: str, *arguments: str) -> Child:
        """Start a role or program of ours (`python -m …`) and keep it alive."""
        child = Child(name, [sys.executable, "-m", *arguments])
        self.children.append(child)
        self._start(child)
        return child

    def run_once(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a program of ours that ends by itself; it is ended with the others if it has not yet."""
        child = Child(arguments[0], [sys.executable, "-m", *arguments], is_lasting=False)
        self.children.append(child)
        return self._start(child)

    def _start(self, child: Child) -> subprocess.Popen[bytes]:
        child.started_at = time.monotonic()
        child.process = started = subprocess.Popen(
            child.command, env=dict(self.environment), stdin=subprocess.DEVNULL, start_new_session=True,
            preexec_fn=_die_with_parent,
        )  # fmt: skip
        return started

    def run(self, watch: Callable[[], None] = lambda: None) -> None:
        """Keep all children alive until `stop` is set, then end them."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stop.set())
        try:
            while not self.stop.wait(0.2):
                watch()
                for child in self.children:
                    self._look_after(child)
        finally:
            self.end()

    def _look_after(self, child: Child) -> None:
        if child.process is None or child.process.poll() is None or not child.is_lasting:
            return
        if child.start_again_at is None:
            child.start_again_at = time.monotonic() + self._pause(child)
            print(f"{child.name} ended with {child.process.returncode}; starting it again", file=sys.stderr, flush=True)
        elif time.monotonic() >= child.start_again_at:
            child.start_again_at = None
            self._start(child)

    def _pause(self, child: Child) -> float:
        """Longer with every death in a row. Nobody else waits meanwhile: a role that keeps dying must not hold up the
        database that it may be dying of."""
        if time.monotonic() - child.started_at > 30:
            child.deaths = 0
        pause = RESTART_PAUSES[min(child.deaths, len(RESTART_PAUSES) - 1)]
        child.deaths += 1
        return pause

    def end(self) -> None:
        """Ask all children to stop, last started first; kill what does not listen."""
        living = [c.process for c in reversed(self.children) if c.process is not None and c.process.poll() is None]
        for process in living:
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in living:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _die_with_parent() -> None:
    """Linux: the kernel ends the child when we are killed without a chance to tell it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() == 1:
            os._exit(1)
