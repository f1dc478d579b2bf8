"""Opening hours as an owner writes them: "Mon-Fri 09:00-18:00, Sat 10:00-14:00". Local times of the shop."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PART = re.compile(r"(\w{3})(?:-(\w{3}))?\s+(\d{2}:\d{2})-(\d{2}:\d{2})")


@lru_cache(maxsize=1024)
def spans(hours: str) -> Mapping[int, Sequence[tuple[time, time]]]:
    """Open spans by weekday (Monday is 0). A range of days may run over the weekend ("Sat-Mon")."""
    found: dict[int, list[tuple[time, time]]] = {}
    for first, last, opens, closes in _PART.findall(hours):
        start, end = DAYS.index(first), DAYS.index(last or first)
        for step in range((end - start) % 7 + 1):
            span = (time.fromisoformat(opens), time.fromisoformat(closes))
            found.setdefault((start + step) % 7, []).append(span)
    return found


def is_open(hours: str, local: datetime) -> bool | None:
    """Whether somebody is there at the shop-local time `local`; None when no hours are recorded."""
    if not hours:
        return None
    clock = local.time()
    return any(opens <= clock < closes for opens, closes in spans(hours).get(local.weekday(), ()))


def next_opening(hours: str, local: datetime) -> datetime | None:
    """The next moment the shop opens after `local`, None when it never does."""
    by_day = spans(hours)
    for ahead in range(8):
        day = local + timedelta(days=ahead)
        for opens, _ in sorted(by_day.get(day.weekday(), ())):
            at = day.replace(hour=opens.hour, minute=opens.minute, second=0, microsecond=0)
            if at > local:
                return at
    return None
