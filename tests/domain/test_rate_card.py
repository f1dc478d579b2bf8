from datetime import date

import pytest

from leadnurturebot.domain.message_pricing import market_of
from leadnurturebot.domain.rate_card import DEFAULT_RATE_CARD

KNOWN = [
    ("MX", "Mexico", 39_700, 8_500, "list, 2026-10-01"),
    ("US", "North America", 25_000, 3_400, "list, 2026-10-01"),
    ("CA", "North America", 25_000, 3_400, "list, 2026-10-01"),
    ("ES", "Spain", 70_700, 20_000, "list, 2026-10-01"),
    ("BR", "Brazil", 62_500, 6_800, "secondary, mid-2026"),
    ("PT", "Rest of Western Europe", 59_200, 17_100, "secondary, mid-2026"),
    ("IS", "Other", 60_400, 7_700, "secondary, mid-2026"),
]


@pytest.mark.parametrize(("country", "market", "marketing", "service", "source"), KNOWN)
def test_the_first_card_holds_the_known_prices(
    country: str, market: str, marketing: int, service: int, source: str
) -> None:
    assert market_of(country, DEFAULT_RATE_CARD) == market
    rates = DEFAULT_RATE_CARD.markets[market]
    assert (rates.marketing, rates.service, rates.source) == (marketing, service, source)


def test_a_service_message_costs_what_a_utility_template_costs() -> None:
    assert all(rates.utility == rates.authentication == rates.service for rates in DEFAULT_RATE_CARD.markets.values())


def test_every_country_belongs_to_one_priced_market() -> None:
    assert set(DEFAULT_RATE_CARD.market_by_country.values()) | {"Other"} == set(DEFAULT_RATE_CARD.markets)
    assert all(len(code) == 2 and code.isupper() for code in DEFAULT_RATE_CARD.market_by_country)


def test_the_card_says_from_when_and_in_what_money() -> None:
    card = DEFAULT_RATE_CARD
    assert (card.valid_from, card.currency, card.free_service_messages) == (date(2026, 10, 1), "USD", 1000)
