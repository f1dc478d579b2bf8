from datetime import UTC, datetime

import pytest

from leadnurturebot.domain.opening_hours import is_open, next_opening

HOURS = "Mon-Fri 09:00-18:00, Sat 10:00-14:00"
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        (MONDAY.replace(hour=8, minute=59), False),
        (MONDAY.replace(hour=9), True),
        (MONDAY.replace(hour=18), False),
        (datetime(2026, 11, 28, 13, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 29, 12, tzinfo=UTC), False),
    ],
)
def test_it_knows_when_the_shop_is_open(local: datetime, expected: bool) -> None:
    assert is_open(HOURS, local) is expected


def test_hours_that_are_not_recorded_are_not_guessed() -> None:
    assert is_open("", MONDAY) is None


def test_the_next_opening_skips_a_closed_sunday() -> None:
    assert next_opening(HOURS, datetime(2026, 11, 28, 15, tzinfo=UTC)) == datetime(2026, 11, 30, 9, tzinfo=UTC)


def test_a_range_of_days_may_run_over_the_weekend() -> None:
    assert is_open("Sat-Mon 10:00-12:00", MONDAY.replace(hour=11)) is True
