from datetime import date

import pytest

from simulator.nanp import is_us_number
from simulator.rates import card_on, market_of


@pytest.mark.parametrize(
    ("digits", "country", "market"),
    [
        ("15125550147", "US", "North America"),
        ("447700900142", "GB", "United Kingdom"),
        ("34612345678", "ES", "Spain"),
        ("9715012345", "AE", "United Arab Emirates"),
        ("6281234567890", "ID", "Indonesia"),
        ("99899112233", "UZ", "Other"),
        (None, "BR", "Brazil"),
        (None, "ZZ", "Other"),
    ],
)
def test_the_market_is_the_persons(digits: str | None, country: str, market: str) -> None:
    assert market_of(digits, country) == market


@pytest.mark.parametrize(
    ("category", "micros"), [("marketing", 25_000), ("utility", 3_400), ("authentication", 3_400), ("service", 3_400)]
)
def test_service_costs_the_utility_rate_since_october_2026(category: str, micros: int) -> None:
    assert card_on(date(2026, 11, 22)).rate("North America").micros(category) == micros


@pytest.mark.parametrize(
    ("digits", "is_us"),
    [
        ("15125550147", True),
        ("14165550147", False),
        ("18765550147", False),
        ("18005550147", False),
        ("447700900142", False),
    ],
)
def test_only_us_area_codes_count_as_us(digits: str, is_us: bool) -> None:
    assert is_us_number(digits) is is_us
