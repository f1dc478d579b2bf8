"""The load generator: customers write, at a fixed rate whatever happens (open loop) or as fast as they are answered.

`python -m benchmarks.path_rig.load --folder F --port P --stage S --shops N --first-customer N --customers N --seconds N
[--rate R] [--count N] [--first-turn N]`;
leaves `load-S.json` in the folder: when each message was due and when its webhook was acknowledged (monotonic
nanoseconds, one clock for all processes of a machine), and with which status.
"""

import argparse
import asyncio
import json
import time
from dataclasses import dataclass, field
from pathlib import Path

import uvloop

from benchmarks.path_rig import addresses
from benchmarks.path_rig.connections import Connections
from benchmarks.path_rig.customers import Customer
from benchmarks.path_rig.tally import Tally
from benchmarks.path_rig.webhook_bodies import message_request

CONNECTIONS = 64
IN_FLIGHT = 400
"""Messages without a reply in a closed loop."""
PAIR_NS = 6_000_000_000
"""Between two messages of one customer: faster is not natural, and refused on the way back."""
MOST_PER_SECOND = 3000
"""Upper bound for how many messages a closed loop prepares."""


def wamid_of(stage: str, number: int) -> str:
    """The provider's id of the stage's message `number`."""
    return f"wamid.in.{stage}.{number}"


@dataclass(slots=True)
class Load:
    """One stage of traffic."""

    folder: Path
    stage: str
    customers: list[Customer]
    first_turn: int = 0
    """How many messages these customers wrote before."""
    requests: list[bytes] = field(default_factory=list)
    due: list[int] = field(default_factory=list)
    acknowledged: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    prepared_at: float = 0.0
    """CPU seconds used until everything was signed."""

    def prepare(self, count: int, rate: float) -> None:
        """Sign the bodies beforehand, each dated with the second in which it will be sent."""
        shops, start = addresses.read(self.folder / "shops.json"), time.time() + 1
        for number in range(count):
            customer = self.customers[number % len(self.customers)]
            line = customer.line(self.first_turn + number // len(self.customers))
            wamid, at = wamid_of(self.stage, number), int(start + number / rate)
            self.requests.append(message_request(shops[customer.shop], customer, line, wamid=wamid, at=at))
        self.prepared_at = time.process_time()

    def send(self, connections: Connections, due: int) -> None:
        """Send the next message. Delay counts from when it was due, so that a slow answer hides nothing."""
        number = len(self.due)
        self.due.append(due)
        self.acknowledged.append(0)
        self.statuses.append(0)

        def done(status: int) -> None:
            self.acknowledged[number] = time.monotonic_ns()
            self.statuses[number] = status

        connections.send(self.requests[number], done)

    @property
    def is_over(self) -> bool:
        """Whether everything prepared was sent."""
        return len(self.due) >= len(self.requests)

    def unanswered(self) -> int:
        """Webhooks without an answer yet."""
        return self.acknowledged.count(0)

    def save(self) -> None:
        """Leave the record for the count."""
        record = {
            "due": self.due, "acknowledged": self.acknowledged, "statuses": self.statuses,
            "cpu_seconds": time.process_time() - self.prepared_at,
        }  # fmt: skip
        (self.folder / f"load-{self.stage}.json").write_text(json.dumps(record))


async def open_loop(load: Load, connections: Connections, rate: float) -> None:
    """Everything prepared, one message every 1/rate seconds, however the answers come."""
    start = time.monotonic_ns()
    while not load.is_over:
        now = time.monotonic_ns()
        while not load.is_over and (due := start + int(len(load.due) * 1e9 / rate)) <= now:
            load.send(connections, due)
        await asyncio.sleep(0.001)


async def closed_loop(load: Load, connections: Connections, seconds: float, tally: Tally) -> None:
    """For `seconds`: a new message for each that was answered, never two of one customer within six seconds."""
    before, _ = tally.read()
    end = time.monotonic_ns() + int(seconds * 1e9)
    while (now := time.monotonic_ns()) < end and not load.is_over:
        replied = tally.read()[0] - before
        while not load.is_over and len(load.due) - replied < IN_FLIGHT and _may_write(load, now):
            load.send(connections, now)
        await asyncio.sleep(0.001)


def _may_write(load: Load, now: int) -> bool:
    last = len(load.due) - len(load.customers)
    return last < 0 or now - load.due[last] >= PAIR_NS


async def _run(options: argparse.Namespace) -> None:
    every = [
        Customer(index, options.shops)
        for index in range(options.first_customer, options.first_customer + options.customers)
    ]
    load = Load(options.folder, options.stage, every, options.first_turn)
    rate = options.rate or MOST_PER_SECOND
    load.prepare(options.count or int(rate * options.seconds), rate)
    connections = Connections()
    await connections.open(options.port, CONNECTIONS)
    if options.rate:
        await open_loop(load, connections, options.rate)
    else:
        await closed_loop(load, connections, options.seconds, Tally(options.folder / "tally"))
    deadline = time.monotonic() + 20
    while load.unanswered() and time.monotonic() < deadline:
        await asyncio.sleep(0.01)
    load.save()


def main() -> None:
    """Run one stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--stage", required=True)
    parser.add_argument("--shops", type=int, required=True)
    parser.add_argument("--first-customer", type=int, required=True)
    parser.add_argument("--customers", type=int, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--rate", type=float)
    parser.add_argument("--count", type=int, help="messages in all, however many seconds they take")
    parser.add_argument("--first-turn", type=int, default=0)
    uvloop.run(_run(parser.parse_args()))


if __name__ == "__main__":
    main()
