"""When people come and when parcels arrive."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from leadnurturebot.demo_shop.people.timing import ZONE, arrived, dispatched, moments

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def test_moments_are_ordered_and_end_before_the_rest() -> None:
    found = moments(NOW, 3, lambda ago: 20, "seed", timedelta(hours=1))
    assert found == sorted(found)
    assert NOW - timedelta(days=3) < found[0]
    assert found[-1] <= NOW - timedelta(hours=1)


def test_a_day_is_told_alike_however_late_it_is() -> None:
    day_before = [at for at in moments(NOW, 2, lambda ago: 20, "seed", timedelta(0)) if at < NOW - timedelta(hours=20)]
    later = moments(NOW + timedelta(hours=3), 2, lambda ago: 20, "seed", timedelta(0))
    assert set(day_before) <= set(later)


@pytest.mark.parametrize("seed", range(5))
def test_a_parcel_leaves_on_the_next_working_day(seed: int) -> None:
    friday_evening = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)  # still Friday in New York
    leaves = dispatched(friday_evening, Random(seed)).astimezone(ZONE)
    assert (leaves.year, leaves.month, leaves.day) == (2026, 11, 23)
    assert 10 <= leaves.hour <= 16


@pytest.mark.parametrize("seed", range(5))
def test_a_parcel_comes_on_a_working_day_within_the_promise(seed: int) -> None:
    monday = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    comes = arrived(monday, Random(seed)).astimezone(ZONE)
    assert comes.weekday() < 5
    assert 25 <= comes.day <= 27
