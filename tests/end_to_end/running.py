"""A running demo, as `make run` starts it, on free ports with a home of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

Found = TypeVar("Found")
START_SECONDS = 120.0


@dataclass
class Demo:
    """The process tree and what `demo-info` tells of it."""

    process: subprocess.Popen[bytes]
    home: Path
    info: dict[str, Any]
    environment: dict[str, str]

    @property
    def simulator(self) -> str:
        return str(self.info["simulator_url"])

    def command(self, *arguments: str, given: str = "", succeeds: bool = True) -> str:
        """Run a command of ours against this demo; returns what it printed, complaints included when it fails."""
        done = subprocess.run(
            [sys.executable, "-m", "leadnurturebot", *arguments], env=self.environment, input=given, text=True,
            capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode == 0) == succeeds, done.stderr
        return done.stdout if succeeds else done.stdout + done.stderr

    def stop(self) -> str:
        """Ctrl-C; returns what was printed at the end."""
        self.process.send_signal(signal.SIGINT)
        output, _ = self.process.communicate(timeout=30)
        return output.decode()

    def roles(self) -> dict[str, int]:
        """Process id by role."""
        found = {}
        for pid in children_of(self.process.pid):
            words = command_of(pid)
            if "leadnurturebot" in words:
                found[words[words.index("leadnurturebot") + 1]] = pid
            elif "simulator" in words:
                found["simulator"] = pid
        return found


def free_ports() -> int:
    """A port that is free together with the next one."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port


def start(home: Path, *options: str) -> Demo:
    """Start the demo and wait until it says that it runs."""
    environment = {
        name: value for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "DATABASE_POOL", "COVERAGE_PROCESS_START"}
    }  # fmt: skip
    environment |= {"LEADNURTUREBOT_HOME": str(home)}
    command = [sys.executable, "-m", "leadnurturebot", "demo", "--port", str(free_ports()), *options]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    seen: list[str] = []
    for line in iter(process.stdout.readline, b""):
        seen.append(line.decode())
        if "Ctrl-C" in seen[-1]:
            break
    assert "Ctrl-C" in "".join(seen[-1:]), "".join(seen)
    info = json.loads((home / "runtime.json").read_text())["info"]
    return Demo(process, home, info, environment)


def children_of(pid: int) -> list[int]:
    """Process ids of direct children."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                found.append(int(entry.name))
    return found


def command_of(pid: int) -> list[str]:
    """The words of a process's command line, none when it has just ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    except (FileNotFoundError, ProcessLookupError):
        return []


def get(url: str, headers: dict[str, str] | None = None) -> Any:
    """GET JSON."""
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {}), timeout=10) as answer:
        return json.loads(answer.read())


def post(url: str, data: dict[str, Any], headers: dict[str, str] | None = None) -> Any:
    """POST JSON."""
    request = urllib.request.Request(
        url, json.dumps(data).encode(), {"Content-Type": "application/json", **(headers or {})}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read() or b"{}")


class Stay(urllib.request.HTTPRedirectHandler):
    """Does not follow redirects."""

    def redirect_request(self, *arguments: Any) -> None:
        return None


def opener() -> urllib.request.OpenerDirector:
    """Opens addresses without following redirects."""
    return urllib.request.build_opener(Stay)


def status_of(
    url: str, *, method: str = "GET", data: bytes | None = None, headers: dict[str, str] | None = None
) -> int:
    """The status a request is answered with."""
    request = urllib.request.Request(url, data, headers or {}, method=method)
    try:
        with opener().open(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def until(ask: Callable[[], Found | None], *, seconds: float = 15.0) -> Found:
    """What `ask` finds, asked again until it finds something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := ask():
            return found
        time.sleep(0.05)
    raise AssertionError(f"nothing within {seconds} s")


@dataclass
class Phone:
    """Somebody's phone in the simulator."""

    demo: Demo
    person: str

    def chat(self) -> list[dict[str, Any]]:
        """All messages, oldest first."""
        found: list[dict[str, Any]] = get(f"{self.demo.simulator}/_sim/people/{self.person}/chat")["messages"]
        return found

    def received(self) -> list[dict[str, Any]]:
        """Messages of the shop."""
        return [message["content"] for message in self.chat() if message["direction"] == "out"]

    def do(self, **deed: Any) -> dict[str, Any]:
        """Write, tap or arrive by an ad; returns the shop's next message."""
        before = len(self.received())
        post(f"{self.demo.simulator}/_sim/people/{self.person}/messages", deed)
        return until(lambda: self.received()[before:])[0]


def words(content: dict[str, Any]) -> str:
    """The body of a message on the phone."""
    if "interactive" in content:
        return str(content["interactive"]["body"]["text"])
    return str((content.get("text") or {}).get("body") or content)
