"""The message path at work: `python -m benchmarks.message_path [--quick] [--peer] [--rate N] [--seconds N]
[--preload-messages N] [--burst-wait MS] [--json]`.

In a scratch home it starts the product as it runs in production (PostgreSQL with its durable settings, web, workers,
senders, scheduler), 32 shops, a stand-in for Meta's Graph API that tells of every reply that it was sent, delivered and
read, and a load generator that posts signed webhooks with one message each. Printed are messages a second, the time from a
webhook to its reply, and CPU and memory of every process. Then everything is counted in the database; the exit code is
not zero unless every message has one stored row, one decision and one reply.

Without `--rate`: idle, half, full load, as many as are answered, the same with 10,000 open conversations, and with the
burst wait. docs/benchmarks.md says what was measured and how to read it.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.path_rig import bloat, peer, preload
from benchmarks.path_rig.addresses import save
from benchmarks.path_rig.customers import Customer
from benchmarks.path_rig.figures import Used, counted, of_stage, summary, text
from benchmarks.path_rig.machine import described, machine
from benchmarks.path_rig.processes import Processes, until_still
from benchmarks.path_rig.scratch import NUMBER_RATE, scratch
from benchmarks.path_rig.stages import SHOPS, Stage, first_customers, repeated, stages_of
from benchmarks.path_rig.tally import Tally
from benchmarks.path_rig.usage import cpu_seconds, memory_megabytes, spent
from benchmarks.path_rig.verdict import Verdict, judge, read_received, read_sent, read_stored, waiting
from leadnurturebot.platform.ids import uuid7

PEER_SECONDS = 20.0


@dataclass(slots=True)
class Run:
    """The product under load, stage by stage."""

    processes: Processes
    firsts: dict[str, int]
    used: dict[str, Used] = field(default_factory=dict)

    def stage(self, stage: Stage) -> None:
        """Run one stage until nothing of it is under way."""
        from benchmarks.path_rig.shops import set_burst_wait
        from leadnurturebot.platform.sql import connect

        set_burst_wait(stage.burst_wait_ms)
        families = self.processes.families()
        with connect(autocommit=True, name="benchmark") as connection:
            tables, before = bloat.tables(connection), cpu_seconds(families)
            self.processes.world.write(stage, first=self.firsts[stage.name])
            self._settle()
            used, memory = spent(before, cpu_seconds(families)), memory_megabytes(families)
            self.used[stage.name] = Used(used, memory, bloat.growth(tables, bloat.tables(connection)))

    def _settle(self) -> None:
        """Wait until nothing is under way: queues empty, every status of every reply applied."""
        from leadnurturebot.platform.sql import connect

        tally = Tally(self.processes.folder / "tally")
        with connect(autocommit=True, name="benchmark") as connection:

            def is_quiet() -> bool:
                replies, statuses = tally.read()
                return statuses == 3 * replies and waiting(connection) == 0

            if not until_still(tally.read, is_quiet):
                # The count afterwards says exactly what is missing.
                print(f"not settled; ended by themselves: {self.processes.dead() or 'none'}", file=sys.stderr)


def run(options: argparse.Namespace) -> tuple[dict[str, Any], Verdict]:
    """Start everything, run the stages, stop, and count."""
    stages = stages_of(options)
    again = repeated(stages) if options.preload_messages else []
    with scratch() as made, tempfile.TemporaryDirectory(prefix="leadnurturebot-path-") as name:
        folder, since = Path(name), uuid7()
        _fill(folder, [*stages, *again])
        load = Run(Processes(made, folder), first_customers([*stages, *again]))
        try:
            load.processes.start(workers=options.workers, senders=options.senders, batch=options.status_batch)
            for stage in stages:
                load.stage(stage)
            if again:
                _preload(options.preload_messages)
            for stage in again:
                load.stage(stage)
        finally:
            load.processes.end()
        figures, verdict = _count([*stages, *again], load.used, folder, since)
        seconds = min(PEER_SECONDS, options.seconds) / (2 if options.quick else 1)
        beside = peer.measure(folder, seconds=seconds, batch=options.status_batch) if options.peer else None
    return summary(figures, verdict, beside), verdict


def _fill(folder: Path, stages: Sequence[Stage]) -> None:
    from benchmarks.path_rig.shops import introduce, open_shops
    from leadnurturebot.platform.sql import connect

    save(folder / "shops.json", open_shops(SHOPS, burst_wait_ms=0))
    introduce([Customer(index, SHOPS) for index in range(sum(0 if one.goes_on else one.people for one in stages))])
    # A database that has been running for a while knows its own statistics.
    with connect(autocommit=True) as connection:
        connection.execute("ANALYZE")


def _preload(messages: int) -> None:
    from leadnurturebot.platform.sql import connect

    with connect(autocommit=True, name="benchmark") as connection:
        preload.fill(connection, messages)


def _count(
    stages: Sequence[Stage], used: dict[str, Used], folder: Path, since: UUID
) -> tuple[list[dict[str, Any]], Verdict]:
    from leadnurturebot.platform.sql import connect

    sent = [read_sent(folder, stage.name) for stage in stages]
    with connect(name="benchmark") as connection:
        verdict = judge(sent, read_received(folder), read_stored(connection, since))
    figures = [
        of_stage(stage, record, verdict, used[stage.name])
        for stage, record in zip(stages, sent, strict=True)
        if not stage.is_warm_up
    ]
    return figures, verdict


def options_of(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="short stages: done within four minutes")
    parser.add_argument("--peer", action="store_true", help="measure an echo bot on pywa beside us")
    parser.add_argument("--rate", type=float, help="messages a second; only this stage is run")
    parser.add_argument("--seconds", type=float, default=60.0, help="length of the full stage (and of --rate)")
    parser.add_argument("--preload-messages", type=int, default=0, metavar="N",
                        help="store N messages, then run the busiest stages again")  # fmt: skip
    parser.add_argument("--burst-wait", type=int, metavar="MS", help="the burst wait of the stage that has one (700)")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--senders", type=int, default=1)
    parser.add_argument("--status-batch", type=int, default=100, help="most statuses in one webhook (Meta: 1,000)")
    parser.add_argument("--json", action="store_true", help="the last line is one object")
    return parser.parse_args(arguments)


def main() -> int:
    """Run the benchmark; not zero when anything was lost, doubled, reordered or left over."""
    options = options_of()
    if options.peer and not peer.is_installed():
        print(peer.MISSING, file=sys.stderr)
        return 2
    where = machine()
    print(described(where))
    print(
        f"{SHOPS} shops and numbers, at least 6 s between messages of a customer; NUMBER_RATE is {NUMBER_RATE} (usual: 80)"
    )
    found, verdict = run(options)
    print(text(found))
    print(counted(verdict))
    if options.json:
        print(json.dumps({**found, "machine": where}))
    return 0 if verdict.holds else 1


if __name__ == "__main__":
    sys.exit(main())
