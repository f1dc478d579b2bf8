"""When people come and parcels go: the shop's days, its busy hours, and its working days."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from leadnurturebot.demo_shop.shop import SHOP

ZONE = ZoneInfo(SHOP.timezone)
# How busy each hour of the shop's day is: a lunch bump and long evenings, when ads are seen.
HOURS = (3, 2, 1, 1, 1, 1, 2, 3, 5, 6, 6, 7, 9, 8, 6, 6, 6, 7, 9, 11, 13, 13, 10, 6)
# Monday to Sunday.
WEEKDAYS = (0.94, 0.9, 0.94, 0.98, 1.0, 1.06, 1.18)


def moments(now: datetime, days: int, per_day: Callable[[int], float], seed: str, rest: timedelta) -> list[datetime]:
    """Times over the last `days` shop days, in order; `per_day` tells how many to expect so many days ago.

    Nothing lies within `rest` of `now`: what begins then would not be over yet.
    """
    today = now.astimezone(ZONE).date()
    found = (moment for ago in range(days) for moment in _day(today - timedelta(days=ago), per_day(ago), seed))
    return sorted(moment for moment in found if moment <= now - rest)


def _day(day: date, expected: float, seed: str) -> Iterator[datetime]:
    chance = Random(f"{seed}:{day}")
    count = max(0, round(chance.gauss(expected * WEEKDAYS[day.weekday()], expected**0.5 * 0.55)))
    for _each in range(count):
        hour = chance.choices(range(24), HOURS)[0]
        local = datetime.combine(day, time(hour, chance.randrange(60), chance.randrange(60)), ZONE)
        yield local.astimezone(UTC)


def dispatched(placed_at: datetime, chance: Random) -> datetime:
    """When the parcel leaves: the next working day, in the shop's hours."""
    return _at_work(placed_at, 1, chance)


def arrived(shipped_at: datetime, chance: Random) -> datetime:
    """When it is delivered, within the shop's promise counted from the order."""
    shortest, longest = SHOP.shipping_days
    return _at_work(shipped_at, chance.randint(shortest - 1, longest - 1), chance)


def _at_work(moment: datetime, working_days: int, chance: Random) -> datetime:
    day = moment.astimezone(ZONE).date()
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < 5
    return datetime.combine(day, time(chance.randint(10, 16), chance.randrange(60)), ZONE).astimezone(UTC)
