"""Days of a shop: its own dates, as moments of UTC."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONGEST = timedelta(days=366)


class UnusablePeriod(ValueError):
    """Dates that make no period; the message is for the person who asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Whole days of a shop, both ends included."""

    from_date: date
    to_date: date
    timezone: str

    @property
    def start(self) -> datetime:
        """The first moment."""
        return start_of(self.from_date, self.timezone)

    @property
    def end(self) -> datetime:
        """The first moment after it."""
        return start_of(self.to_date + timedelta(days=1), self.timezone)

    @property
    def days(self) -> list[date]:
        """Every day, first to last."""
        return [self.from_date + timedelta(days=n) for n in range((self.to_date - self.from_date).days + 1)]


def start_of(day: date, timezone: str) -> datetime:
    """The moment at which a day begins in a zone, in UTC. Where a clock change leaves out midnight, the next moment."""
    return datetime.combine(day, time(), ZoneInfo(timezone)).astimezone(UTC)


def local_date(now: datetime, timezone: str) -> date:
    """The shop's date at a moment."""
    return now.astimezone(ZoneInfo(timezone)).date()


_NAMED = {"today": 1, "7d": 7, "30d": 30}
RANGES = tuple(_NAMED)


def named_period(name: str, *, now: datetime, timezone: str) -> Period:
    """`today`, `7d` or `30d`, ending today. Raises KeyError for another name."""
    today = local_date(now, timezone)
    return Period(from_date=today - timedelta(days=_NAMED[name] - 1), to_date=today, timezone=timezone)


def own_period(from_date: date, to_date: date, *, timezone: str) -> Period:
    """A period of chosen dates. Raises UnusablePeriod when it ends before it begins or is longer than a year."""
    if to_date < from_date:
        raise UnusablePeriod("the last day is before the first")
    if to_date - from_date > LONGEST:
        raise UnusablePeriod("a period may be a year long at most")
    return Period(from_date=from_date, to_date=to_date, timezone=timezone)
