"""Days of a shop."""

from datetime import UTC, date, datetime

import pytest

from leadnurturebot.analytics.periods import UnusablePeriod, named_period, own_period, start_of


@pytest.mark.parametrize(
    ("day", "timezone", "start"),
    [
        (date(2026, 11, 22), "America/New_York", datetime(2026, 11, 22, 5, tzinfo=UTC)),
        (date(2026, 7, 1), "America/New_York", datetime(2026, 7, 1, 4, tzinfo=UTC)),
        (date(2026, 11, 22), "Asia/Kolkata", datetime(2026, 11, 21, 18, 30, tzinfo=UTC)),
    ],
)
def test_a_day_begins_at_the_shops_midnight(day: date, timezone: str, start: datetime) -> None:
    assert start_of(day, timezone) == start


def test_a_day_with_a_clock_change_has_25_hours() -> None:
    period = own_period(date(2026, 11, 1), date(2026, 11, 1), timezone="America/New_York")
    assert (period.end - period.start).total_seconds() == 25 * 3600


def test_today_is_the_shops_today() -> None:
    period = named_period("7d", now=datetime(2026, 11, 22, 3, tzinfo=UTC), timezone="America/New_York")
    assert (period.from_date, period.to_date) == (date(2026, 11, 15), date(2026, 11, 21))
    assert len(period.days) == 7


@pytest.mark.parametrize("last", [date(2026, 11, 21), date(2027, 11, 24)])
def test_periods_that_make_no_sense_are_refused(last: date) -> None:
    with pytest.raises(UnusablePeriod):
        own_period(date(2026, 11, 22), last, timezone="UTC")
