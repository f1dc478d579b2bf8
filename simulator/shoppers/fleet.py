"""Many shoppers, arriving at a rate."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass

import aiohttp

from simulator.jsontypes import Json
from simulator.shoppers.goals import draw_goal
from simulator.shoppers.keyboard import draw_keyboard
from simulator.shoppers.messenger import Messenger
from simulator.shoppers.mind import Mind
from simulator.shoppers.shop_window import ShopWindow
from simulator.shoppers.visit import Outcome, Visit
from simulator.shoppers.wording import Wording

HIDDEN_SHARE = 0.08


@dataclass(frozen=True)
class Plan:
    """How many come, how many a second, how fast they think, and how often they tap where they could type."""

    count: int
    rate: float
    seed: int
    pause: float
    taps: float
    languages: tuple[str, ...]
    run: int


async def send_shoppers(
    plan: Plan, window: ShopWindow, messenger: Messenger, tell: Callable[[Outcome], None]
) -> list[Outcome]:
    """All of them, each drawn from the seed; `tell` hears of each one who is done."""
    wordings, ads = _wordings(plan.languages), _ads(await messenger.ads(), window)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as session:
        running = []
        for index in range(plan.count):
            visit = _visit(plan, index, window, messenger, session, wordings[index % len(wordings)], ads)
            running.append(asyncio.create_task(_one(visit, tell)))
            await asyncio.sleep(1 / plan.rate)
        return list(await asyncio.gather(*running))


def _wordings(languages: tuple[str, ...]) -> list[tuple[Wording, Wording]]:
    """Each language alone, and with the one that its speakers mix in."""
    alone = [Wording(each) for each in languages]
    return [(each, Wording(each.language, Wording(each.habits["mixes_with"]))) for each in alone]


async def _one(visit: Visit, tell: Callable[[Outcome], None]) -> Outcome:
    outcome = await visit.run()
    tell(outcome)
    return outcome


def _visit(
    plan: Plan,
    index: int,
    window: ShopWindow,
    messenger: Messenger,
    session: aiohttp.ClientSession,
    wordings: tuple[Wording, Wording],
    ads: list[tuple[str, str]],
) -> Visit:
    """Everything about a shopper comes from seed and place in the row; only the phone number also from the run."""
    dice = random.Random(f"{plan.seed}:{index}")
    goal = draw_goal(window, ads, dice)
    wording = wordings[1] if goal.personality.mixes else wordings[0]
    taps = min(0.95, dice.choice((0.0, 0.5, 1.0, 2.0)) * plan.taps)
    mind = Mind(goal, wording, dice, taps, height=dice.randint(155, 185), weight=dice.randint(50, 88))
    person = _person(plan, index, wording, dice)
    keyboard = draw_keyboard(dice, goal.personality.is_terse)
    return Visit(messenger, session, person, mind, keyboard, dice, plan.pause)


def _person(plan: Plan, index: int, wording: Wording, dice: random.Random) -> Json:
    """A number is the first digits of a mobile number in their country, and seven of run and place in the row."""
    name, prefix = dice.choice(wording.habits["names"]), dice.choice(wording.habits["phones"])
    digits = f"{prefix}{plan.run * 1000 + index:07}"
    person = {"name": name, "phone": f"+{digits}", "language": wording.language.split("-")[0], "listed": False}
    if dice.random() < HIDDEN_SHARE:
        username = f"shopper.{plan.run}.{index}"
        return person | {
            "phone": None,
            "username": username,
            "phone_hidden": True,
            "country": wording.habits["country"],
        }
    return person


def _ads(ads: list[Json], window: ShopWindow) -> list[tuple[str, str]]:
    """Ads that lead into the messenger by themselves, with the product their words or picture name."""
    names = sorted({each.name for each in window.pieces})
    found = []
    for ad in ads:
        about = f"{ad['headline']} {ad['body']} {ad['autofill']} {ad['image_url']}".lower()
        named = [name for name in names if name.lower() in about or name.lower().replace(" ", "-") in about]
        if named and ad["platform"] != "google":
            found.append((str(ad["id"]), named[0]))
    return found
