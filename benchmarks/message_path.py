"""The message path at work: `python -m benchmarks.message_path [--quick] [--rate N] [--seconds N] [--burst-wait MS] [--json]`.

In a scratch home it starts the product as it runs in production (PostgreSQL with its durable settings, web, workers,
senders, scheduler), 32 shops, a stand-in for Meta's Graph API that tells of every reply that it was sent, delivered and
read, and a load generator that posts signed webhooks with one message each. Printed are messages a second, the time from a
webhook to its reply, and CPU and memory of every process. Then everything is counted in the database; the exit code is
not zero unless every message has one stored row, one decision and one reply.

Without `--rate`: two messages a second, 500, 1,000, and as many as are answered. `--quick`: 100 a second, then as many as
are answered. docs/benchmarks.md says what was measured and how to read it.
"""

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.path_rig.addresses import save
from benchmarks.path_rig.customers import Customer
from benchmarks.path_rig.figures import Stage, Used, of_stage, summary, text
from benchmarks.path_rig.processes import NotReady, Processes, until
from benchmarks.path_rig.scratch import Scratch, scratch
from benchmarks.path_rig.tally import Tally
from benchmarks.path_rig.usage import cpu_seconds, memory_megabytes, spent
from benchmarks.path_rig.verdict import Verdict, judge, read_received, read_sent, read_stored, waiting

SHOPS = 32
CLOSED_LOOP_CUSTOMERS = 10_000
SECONDS_BETWEEN = 8
"""Between two messages of one customer in an open loop."""
SETTLE_SECONDS = 30.0
BURST_RATE, BURST_SECONDS = 100.0, 15.0


def stages_of(options: argparse.Namespace) -> list[Stage]:
    """What is asked for, after a warm-up in which caches fill."""
    stages = [Stage(name="warm-up", rate=40.0, seconds=3.0, is_warm_up=True)]
    if options.rate:
        stages.append(Stage(name="fixed", rate=options.rate, seconds=options.seconds))
    elif options.quick:
        stages += [Stage(name="steady", rate=100.0, seconds=15.0), Stage(name="most", seconds=8.0)]
    else:
        stages += [
            Stage(name="idle", rate=2.0, seconds=20.0),
            Stage(name="half", rate=500.0, seconds=options.seconds / 2),
        ]
        stages += [Stage(name="full", rate=1000.0, seconds=options.seconds), Stage(name="most", seconds=20.0)]
    if options.burst_wait is not None:
        stages.append(
            Stage(name="burst", rate=min(options.rate or BURST_RATE, BURST_RATE), seconds=min(options.seconds, BURST_SECONDS),
                  burst_wait_ms=options.burst_wait)
        )  # fmt: skip
    return stages


def people(stage: Stage) -> int:
    """Customers enough that none writes twice within six seconds."""
    return max(2 * SHOPS, math.ceil(stage.rate * SECONDS_BETWEEN)) if stage.rate else CLOSED_LOOP_CUSTOMERS


def run(stages: Sequence[Stage], options: argparse.Namespace) -> tuple[list[dict[str, Any]], Verdict]:
    """Start everything, run the stages, stop, and count."""
    with scratch() as made, tempfile.TemporaryDirectory(prefix="leadnurturebot-path-") as name:
        folder = Path(name)
        _fill(folder, stages)
        processes = Processes(made, folder)
        try:
            processes.start(workers=options.workers, senders=options.senders, batch=options.status_batch)
            used = _run_stages(stages, made, processes)
        finally:
            processes.end()
        return _count(stages, used, folder)


def _fill(folder: Path, stages: Sequence[Stage]) -> None:
    from benchmarks.path_rig.shops import introduce, open_shops
    from leadnurturebot.platform.sql import connect

    save(folder / "shops.json", open_shops(SHOPS, burst_wait_ms=0))
    introduce([Customer(index, SHOPS) for index in range(sum(people(stage) for stage in stages))])
    # A database that has been running for a while knows its own statistics.
    with connect(autocommit=True) as connection:
        connection.execute("ANALYZE")


def _run_stages(stages: Sequence[Stage], made: Scratch, processes: Processes) -> dict[str, Used]:
    used, first = {}, 0
    for stage in stages:
        used[stage.name] = _run_stage(stage, first, made, processes)
        first += people(stage)
    return used


def _run_stage(stage: Stage, first: int, made: Scratch, processes: Processes) -> Used:
    from benchmarks.path_rig.shops import set_burst_wait

    set_burst_wait(stage.burst_wait_ms)
    families = processes.families()
    before = cpu_seconds(families)
    load = processes.load(
        stage=stage.name,
        shops=SHOPS,
        first_customer=first,
        customers=people(stage),
        seconds=stage.seconds,
        rate=stage.rate,
    )
    if load.wait() != 0:
        raise NotReady(f"the load of stage {stage.name} failed")
    _settle(processes)
    return Used(spent(before, cpu_seconds(families)), memory_megabytes(families))


def _settle(processes: Processes) -> None:
    """Wait until nothing is under way: queues empty, every status of every reply applied."""
    from leadnurturebot.platform.sql import connect

    tally = Tally(processes.folder / "tally")
    with connect(autocommit=True, name="benchmark") as connection:

        def is_quiet() -> bool:
            replies, statuses = tally.read()
            return statuses == 3 * replies and waiting(connection) == 0

        try:
            until(is_quiet, seconds=SETTLE_SECONDS, what="an empty queue")
        except NotReady as error:
            # The count afterwards says exactly what is missing.
            print(f"{error}; ended by themselves: {processes.dead() or 'none'}", file=sys.stderr)


def _count(stages: Sequence[Stage], used: dict[str, Used], folder: Path) -> tuple[list[dict[str, Any]], Verdict]:
    from leadnurturebot.platform.sql import connect

    sent = [read_sent(folder, stage.name) for stage in stages]
    with connect(name="benchmark") as connection:
        verdict = judge(sent, read_received(folder), read_stored(connection))
    figures = [
        of_stage(stage, record, verdict, used[stage.name])
        for stage, record in zip(stages, sent, strict=True)
        if not stage.is_warm_up
    ]
    return figures, verdict


def options_of(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="about a minute")
    parser.add_argument("--rate", type=float, help="messages a second; only this stage is run")
    parser.add_argument("--seconds", type=float, default=60.0, help="length of the full stage (and of --rate)")
    parser.add_argument("--burst-wait", type=int, metavar="MS", help="one more stage with this burst wait")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--senders", type=int, default=1)
    parser.add_argument("--status-batch", type=int, default=100, help="most statuses in one webhook (Meta: 1,000)")
    parser.add_argument("--json", action="store_true", help="the last line is one object")
    return parser.parse_args(arguments)


def main() -> int:
    """Run the benchmark; not zero when anything was lost, doubled, reordered or left over."""
    options = options_of()
    figures, verdict = run(stages_of(options), options)
    print(text(figures, verdict))
    if options.json:
        print(json.dumps(summary(figures, verdict)))
    return 0 if verdict.holds else 1


if __name__ == "__main__":
    sys.exit(main())
