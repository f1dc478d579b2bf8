"""Beside us, in the same run: how much CPU an echo bot on pywa spends on the same webhooks."""

import json
import socket
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.path_rig import addresses
from benchmarks.path_rig.processes import NotReady, Outside, outside, until, until_still
from benchmarks.path_rig.scratch import free_port
from benchmarks.path_rig.stages import Stage
from benchmarks.path_rig.tally import Tally
from benchmarks.path_rig.usage import Family, cpu_seconds, memory_megabytes, spent

MISSING = "--peer needs pywa: .venv/bin/python -m pip install --require-hashes -r requirements-dev.lock"
PATH, SECRET = "/peer/", "peer-app-secret"
KINDS = ("async", "sync")
"""pywa's two clients: the asynchronous one, and the one that answers in threads."""
WARM_UP = Stage(name="peer-warm-up", rate=40.0, seconds=3.0)


def is_installed() -> bool:
    """Whether the peer can run."""
    return find_spec("pywa_async") is not None


def measure(folder: Path, *, seconds: float, batch: int) -> dict[str, Any]:
    """The figures of both kinds, as fast as they answer. `folder` is that of the product's run, whose numbers they serve."""
    return {kind: _measure(folder, kind, seconds=seconds, batch=batch) for kind in KINDS}


def _measure(folder: Path, kind: str, *, seconds: float, batch: int) -> dict[str, Any]:
    own = folder / f"peer-{kind}"
    own.mkdir()
    shops = addresses.read(folder / "shops.json")
    addresses.save(own / "shops.json", [replace(shop, path=PATH, app_secret=SECRET) for shop in shops])
    port, graph = free_port(), free_port()
    process = outside("peer_bot", own, "--port", port, "--graph-port", graph, "--kind", kind)
    world = Outside(own, port, graph)
    try:
        until(lambda: _listens(port), seconds=30, what="the peer")
        world.start(batch=batch)
        _run(world, WARM_UP, first=0)
        families = [Family("pywa echo", process.pid), *world.families()]
        before = cpu_seconds(families)
        _run(world, most := Stage(name="peer", seconds=seconds), first=WARM_UP.people)
        used, memory = spent(before, cpu_seconds(families)), memory_megabytes(families)
    finally:
        world.end()
        process.terminate()
        process.wait(20)
    return _figures(own, most, used, memory)


def _run(world: Outside, stage: Stage, *, first: int) -> None:
    tally = Tally(world.folder / "tally")
    world.write(stage, first=first)

    def is_quiet() -> bool:
        replies, statuses = tally.read()
        return statuses == 3 * replies and replies >= _written(world.folder)

    if not until_still(tally.read, is_quiet):
        raise NotReady("the peer did not answer everything")


def _written(folder: Path) -> int:
    return sum(len(json.loads(file.read_text())["due"]) for file in folder.glob("load-*.json"))


def _figures(folder: Path, stage: Stage, used: dict[str, float], memory: dict[str, float]) -> dict[str, Any]:
    record = json.loads((folder / f"load-{stage.name}.json").read_text())
    received = json.loads((folder / "received.json").read_text())["received"]
    times = [at for at, *_ in received if at >= record["due"][0]]
    cpu = {**used, "load generator": record["cpu_seconds"]}
    return {
        "stage": stage.name, "messages": len(record["due"]), "answered": len(times),
        "messages_per_s": round(len(times) * 1e9 / (max(times) - record["due"][0]), 1),
        "cpu_s_per_1000": round(1000 * used["pywa echo"] / len(times), 3),
        "cpu_s_per_1000_by_process": {name: round(1000 * value / len(times), 3) for name, value in cpu.items()},
        "memory_mb": {name: round(value) for name, value in memory.items()},
    }  # fmt: skip


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
