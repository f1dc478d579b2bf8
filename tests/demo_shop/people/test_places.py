"""Invented people and numbers that ring nobody."""

import pytest

from leadnurturebot.demo_shop.people.places import Crowd, phone


@pytest.mark.parametrize(
    ("country", "count", "number"),
    [
        ("US", 0, "+12125550100"), ("US", 21, "+12135550101"), ("CA", 7, "+14165550101"), ("GB", 5, "+442079460005"),
        ("DE", 3, "+4917139200003"), ("BR", 12, "+5511900000012"),
    ],
)  # fmt: skip
def test_numbers_come_from_the_countrys_free_row(country: str, count: int, number: str) -> None:
    assert phone(country, count) == number


def test_a_country_without_a_row_is_refused() -> None:
    with pytest.raises(KeyError):
        phone("ZZ", 0)


def test_a_crowd_is_the_same_for_the_same_seed() -> None:
    one, other = Crowd("seed"), Crowd("seed")
    assert [one.next() for _each in range(50)] == [other.next() for _each in range(50)]


def test_a_thousand_people_share_no_number() -> None:
    crowd = Crowd("seed")
    assert len({crowd.next().phone for _each in range(1000)}) == 1000
