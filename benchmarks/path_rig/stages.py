"""The stages of a run: which traffic, how long, by how many customers."""

import math
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace

SHOPS = 32
SECONDS_BETWEEN = 8
"""Between two messages of one customer in an open loop."""
CLOSED_LOOP_CUSTOMERS = 10_000
SPEAKING = 10_000
"""Conversations that are open in the stage `open`."""
BURST_WAIT_MS = 700
"""The product's default."""
BURST_RATE, BURST_SECONDS = 100.0, 15.0
STORED = "-stored"
"""Ends the name of a stage that is repeated on a database full of old messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of traffic: `rate` messages a second, or with None as many as are answered."""

    name: str
    seconds: float
    rate: float | None = None
    burst_wait_ms: int = 0
    is_warm_up: bool = False
    """Runs and is counted, but has no figures."""
    each_once: int | None = None
    """So many customers write once each, however long it takes."""
    goes_on: bool = False
    """The customers of the stage before write their second message."""

    @property
    def people(self) -> int:
        """Customers enough that none writes twice within six seconds."""
        if self.each_once or self.goes_on:
            return SPEAKING
        return max(2 * SHOPS, math.ceil(self.rate * SECONDS_BETWEEN)) if self.rate else CLOSED_LOOP_CUSTOMERS


def stages_of(options: Namespace) -> list[Stage]:
    """What is asked for, after a warm-up in which caches fill."""
    stages = [Stage(name="warm-up", rate=40.0, seconds=3.0, is_warm_up=True)]
    if options.rate:
        stages.append(Stage(name="fixed", rate=options.rate, seconds=options.seconds))
    else:
        stages += _every(short=options.quick, seconds=options.seconds)
    wait = options.burst_wait if options.rate else options.burst_wait or BURST_WAIT_MS
    if wait:
        rate, seconds = min(options.rate or BURST_RATE, BURST_RATE), min(options.seconds, BURST_SECONDS)
        stages.append(Stage(name="burst", rate=rate, seconds=seconds, burst_wait_ms=wait))
    return stages


def _every(*, short: bool, seconds: float) -> list[Stage]:
    full, other = (10.0, 10.0) if short else (seconds, max(20.0, seconds / 2))
    return [
        Stage(name="idle", rate=2.0, seconds=other),
        Stage(name="half", rate=500.0, seconds=other),
        Stage(name="full", rate=1000.0, seconds=full),
        Stage(name="most", seconds=other),
        Stage(name="opening", seconds=120.0, each_once=SPEAKING, is_warm_up=True),
        Stage(name="open", seconds=other, goes_on=True),
    ]


def repeated(stages: Sequence[Stage]) -> list[Stage]:
    """The stages that are run again on a database full of old messages: the busiest."""
    return [replace(stage, name=f"{stage.name}{STORED}") for stage in stages if stage.name in ("fixed", "full", "most")]


def first_customers(stages: Sequence[Stage]) -> dict[str, int]:
    """Where each stage's customers begin; one that goes on has those of the stage before."""
    found: dict[str, int] = {}
    begin = end = 0
    for stage in stages:
        begin = begin if stage.goes_on else end
        end = begin + stage.people
        found[stage.name] = begin
    return found
