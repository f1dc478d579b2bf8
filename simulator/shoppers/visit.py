"""One shopper's whole conversation."""

import asyncio
import random
from dataclasses import dataclass, field

import aiohttp

from simulator.jsontypes import Json
from simulator.shoppers.goals import Goal
from simulator.shoppers.keyboard import Keyboard
from simulator.shoppers.messenger import Messenger, MessengerError
from simulator.shoppers.mind import Mind
from simulator.shoppers.paying import CARD_REFUSED, PageTrouble, pay
from simulator.shoppers.reading import read, seen, words_of
from simulator.shoppers.steps import Step
from simulator.shoppers.talking import goes_away, words_of_step

TURNS_MOST = 24
PATIENCE_SECONDS = 30.0
AWAY_SECONDS = 6.0
ABANDONED = ("unpaid",)


@dataclass
class Outcome:
    """How it ended. `cause` is `paid`, `as wished`, or why they left; `turns` counts their turns, typed and tapped."""

    goal: Goal
    person: str = ""
    language: str = ""
    cause: str = ""
    phase: str = "search"
    typed: int = 0
    tapped: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return self.cause in ("paid", "as wished")


@dataclass
class Visit:
    messenger: Messenger
    session: aiohttp.ClientSession
    person: Json
    mind: Mind
    keyboard: Keyboard
    dice: random.Random
    pause: float
    person_id: str = ""
    seen: int = 0
    wrong: str = ""

    async def run(self) -> Outcome:
        """Write, wait, read, decide, until it is over."""
        outcome = Outcome(self.mind.goal, language=self.mind.wording.language)
        try:
            self.person_id = outcome.person = await self.messenger.new_person(self.person)
            await self._live(outcome)
        except MessengerError as error:
            outcome.cause = f"messenger: {error}"
        outcome.phase = self.mind.phase
        return outcome

    async def _live(self, outcome: Outcome) -> None:
        step, answered = self.mind.open(), True
        for _ in range(TURNS_MOST):
            if step.kind == "leave":
                outcome.cause = step.moment
                return
            if outcome.typed and goes_away(self.mind, self.dice):
                await self._leave_and_return(outcome)
            await self._do(step, outcome)
            if self._is_over(step, outcome):
                return
            messages = await self.messenger.await_reply(self.person_id, self.seen, PATIENCE_SECONDS)
            self.seen += len(messages)
            if not messages:
                outcome.cause = self._unanswered(step, answered)
                if outcome.cause:
                    return
                answered, step = False, self.mind.say("still_not_paid")
                continue
            outcome.lines += [f"  shop: {line}" for line in _shown(messages)]
            await asyncio.sleep(self.pause * self.dice.uniform(0.5, 1.5))
            step = self.mind.next(read(messages, self.mind.wording))
        outcome.cause = "talked too long"

    async def _leave_and_return(self, outcome: Outcome) -> None:
        """They say so, are gone for a while, and come back; what the shop says meanwhile they do not read."""
        await self._send(self.mind.wording.say("away", self.dice, {}), outcome)
        await self._skim(outcome)
        await asyncio.sleep(self.pause * 3)
        await self._send(self.mind.wording.say("back", self.dice, {}), outcome)
        await self._skim(outcome)

    async def _skim(self, outcome: Outcome) -> None:
        messages = await self.messenger.await_reply(self.person_id, self.seen, AWAY_SECONDS)
        self.seen += len(messages)
        outcome.lines += [f"  shop: {line}" for line in _shown(messages)]

    def _is_over(self, step: Step, outcome: Outcome) -> bool:
        if outcome.cause:
            return True
        if self.mind.phase == "paid" or (step.kind == "say" and step.moment in ABANDONED):
            paid = f"paid for the wrong thing: {self.wrong}" if self.wrong else "paid"
            outcome.cause = paid if self.mind.phase == "paid" else "as wished"
        return bool(outcome.cause)

    def _unanswered(self, step: Step, answered: bool) -> str:
        """Silence after paying is asked about once; any other silence ends it."""
        if step.kind == "open" and answered:
            return ""
        return (
            "paid, but never told so"
            if self.mind.phase == "paying" and step.moment == "still_not_paid"
            else "no answer"
        )

    async def _do(self, step: Step, outcome: Outcome) -> None:
        if step.kind == "tap" and step.option is not None:
            outcome.tapped += 1
            outcome.lines.append(f"{self.person['name']} taps [{step.option.title}]")
            await self.messenger.act(self.person_id, {"tap": step.option.id, "message": step.option.message_id})
        elif step.kind == "open":
            await self._pay(step, outcome)
        else:
            await self._type(step, outcome)

    async def _type(self, step: Step, outcome: Outcome) -> None:
        await self._send(words_of_step(step, self.mind, self.dice), outcome)

    async def _send(self, text: str, outcome: Outcome) -> None:
        outcome.typed += 1
        mind = self.mind
        spared = f"{mind.goal.piece.name} {mind.name} {mind.facts()['color']} {mind.facts()['kinds']}"
        ad = {"ad": mind.goal.ad} if mind.goal.ad and outcome.typed == 1 else {}
        for piece in self.keyboard.type(text, frozenset(words_of(spared)), mind.wording.habits, self.dice):
            outcome.lines.append(f"{self.person['name']}: {piece}")
            await self.messenger.act(self.person_id, {"text": piece, **ad})
            ad = {}
            await asyncio.sleep(self.pause * 0.3)

    async def _pay(self, step: Step, outcome: Outcome) -> None:
        wants_refusal = self.mind.goal.wish == "declined" and "declined" not in self.mind.done
        outcome.lines.append(f"{self.person['name']} opens the payment link")
        try:
            if wants_refusal:
                self.mind.done.add("declined")
                await pay(self.session, step.url, self.person["name"], CARD_REFUSED)
                outcome.lines.append("(the card is declined; they try another one)")
            page = await pay(self.session, step.url, self.person["name"])
            outcome.lines.append("(paid on the page)")
            self.wrong = self.mind.wrong_on_page(page)
        except PageTrouble as error:
            outcome.cause = f"payment page: {error}"


def _shown(messages: list[Json]) -> list[str]:
    """What the shop wrote, on lines of a transcript."""
    lines: list[str] = []
    for message in messages:
        found = seen([message])
        lines += found.text.splitlines() or [f"({message['type']})"]
        for choice in found.options:
            about = choice.about.replace("\n", " / ")
            lines.append(f"    [{choice.title}] {about}".rstrip())
        lines += [f"    [{title} ->]" for title, _ in found.links]
    return lines
