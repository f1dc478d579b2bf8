"""The plan of faults: drawn from a seed alone, so that a seed means the same plan on every machine."""

from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import Literal

from tests.faults.visits import VISITS, Visit

SHOPS = 2


class Fate(StrEnum):
    """What the stand-in for the Graph API does with a send."""

    TAKEN = "taken"
    SLOW = "slow"
    SERVER_ERROR = "server error"
    NUMBER_RATE = "number rate"
    PAIR_RATE = "pair rate"
    RESET_UNREAD = "reset before reading"
    RESET_READ = "reset after reading"
    RESET_TAKEN = "taken, then reset"
    SILENT_READ = "read, never answered"
    SILENT_TAKEN = "taken, never answered"

    @property
    def is_taken(self) -> bool:
        """Whether the message reaches the customer."""
        return self in {Fate.TAKEN, Fate.SLOW, Fate.RESET_TAKEN, Fate.SILENT_TAKEN}

    @property
    def is_refused(self) -> bool:
        """Whether the sender is told that nothing was taken: only then may it try again."""
        return self in {Fate.SERVER_ERROR, Fate.NUMBER_RATE, Fate.PAIR_RATE}

    @property
    def loses_answer(self) -> bool:
        """Whether bytes were written and no answer came."""
        return not self.is_refused and self not in {Fate.TAKEN, Fate.SLOW}


State = Literal["claimed", "sending", "committing", "any"]
Target = Literal["worker", "sender", "scheduler", "web", "backend", "postgresql"]


@dataclass(frozen=True, slots=True)
class Kill:
    """kill -9 of `target` in `state`, after `after` steps of the customers."""

    after: int
    target: Target
    state: State
    process: int = 1
    """Which of the workers or senders, when nobody is caught in the state."""


@dataclass(frozen=True, slots=True)
class Jump:
    """The business clock jumps forward in the middle of things."""

    after: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one webhook comes: `copies` at once, and once more after `again` seconds (0: not)."""

    copies: int = 1
    again: float = 0.0


@dataclass(frozen=True, slots=True)
class Person:
    """A customer: which shop, which visit, how wrong Meta's stamps are (seconds), and what befalls sends and deliveries."""

    index: int
    visit: int
    skew: int = 0
    fates: dict[int, Fate] = field(default_factory=dict)
    """By the ordinal of the shop's message to this customer."""
    deliveries: dict[int, Delivery] = field(default_factory=dict)
    """By the ordinal of the customer's message."""

    @property
    def shop(self) -> int:
        """Position of the shop on its side."""
        return self.index % SHOPS

    @property
    def story(self) -> Visit:
        """The visit."""
        return VISITS[self.visit]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that goes wrong, and to whom."""

    seed: int
    people: tuple[Person, ...]
    kills: tuple[Kill, ...] = ()
    jumps: tuple[Jump, ...] = ()

    def lines(self) -> list[str]:
        """The plan in words."""
        kills = [f"after step {kill.after:3}: kill -9 {kill.target} ({kill.state})" for kill in self.kills]
        jumps = [f"after step {jump.after:3}: the business clock jumps {jump.seconds} s" for jump in self.jumps]
        fates: dict[str, int] = {}
        for person in self.people:
            for fate in person.fates.values():
                fates[fate] = fates.get(fate, 0) + 1
        repeats = sum(
            delivery.copies > 1 or delivery.again > 0 for p in self.people for delivery in p.deliveries.values()
        )
        told = ", ".join(f"{count} × {fate}" for fate, count in sorted(fates.items()))
        return [*sorted(kills + jumps), f"sends: {told}", f"webhooks that come more than once: {repeats}"]


def calm(plan: Plan) -> Plan:
    """The same customers without any fault."""
    return Plan(plan.seed, tuple(Person(person.index, person.visit) for person in plan.people))


def draw(seed: int, *, is_short: bool) -> Plan:
    """The plan of a seed."""
    random = Random(seed)
    count = 16 if is_short else 48
    visits = [index % len(VISITS) for index in range(count)]
    random.shuffle(visits)
    fates = _fates(random, count, is_short)
    people = tuple(
        Person(index, visit, random.randrange(-90, 91), fates.get(index, {}), _deliveries(random))
        for index, visit in enumerate(visits)
    )
    steps = sum(len(person.story.steps) for person in people)
    return Plan(seed, people, _kills(random, steps, is_short), _jumps(random, steps))


_LOSING = (Fate.RESET_UNREAD, Fate.RESET_READ, Fate.RESET_TAKEN)
_REFUSING = (Fate.SERVER_ERROR, Fate.NUMBER_RATE, Fate.PAIR_RATE)


def _fates(random: Random, count: int, is_short: bool) -> dict[int, dict[int, Fate]]:
    """Every kind at least once, on sends that are sure to come: each visit has three replies or more."""
    wanted = [*_LOSING, *_REFUSING, Fate.SLOW, Fate.SILENT_TAKEN]
    if not is_short:
        wanted += [Fate.SILENT_READ, *_LOSING * 2, *_REFUSING * 3, *[Fate.SLOW] * 8]
    places = random.sample([(person, nth) for person in range(count) for nth in range(3)], len(wanted))
    found: dict[int, dict[int, Fate]] = {}
    for (person, nth), fate in zip(places, wanted, strict=True):
        found.setdefault(person, {})[nth] = fate
    return found


def _deliveries(random: Random) -> dict[int, Delivery]:
    kinds = (Delivery(copies=5), Delivery(copies=2, again=1.5), Delivery(again=0.4), Delivery(again=3.0))
    return {nth: random.choice(kinds) for nth in range(12) if random.random() < 0.35}


def _kills(random: Random, steps: int, is_short: bool) -> tuple[Kill, ...]:
    aimed: list[tuple[Target, State]] = [
        ("worker", "claimed"), ("worker", "committing"), ("sender", "sending"), ("backend", "committing"),
        ("web", "any"), ("scheduler", "any"), ("postgresql", "any"),
    ]  # fmt: skip
    if not is_short:
        aimed += [
            *aimed, ("backend", "claimed"), ("postgresql", "committing"), ("postgresql", "claimed"),
            ("postgresql", "sending"), ("sender", "sending"), ("worker", "any"), ("sender", "any"),
        ]  # fmt: skip
    random.shuffle(aimed)
    # Spread over the steps with room at both ends, so that each finds work under way.
    width = steps * 0.72 / len(aimed)
    moments = [int(steps * 0.05 + width * (place + random.random() * 0.6)) for place in range(len(aimed))]
    return tuple(
        Kill(after, target, state, random.choice((1, 2))) for after, (target, state) in zip(moments, aimed, strict=True)
    )


def _jumps(random: Random, steps: int) -> tuple[Jump, ...]:
    """Less than the hour in which no timer is due, so that reminders fall where they fall without jumps."""
    return tuple(Jump(random.randrange(steps), random.randrange(60, 1200)) for _ in range(2))
