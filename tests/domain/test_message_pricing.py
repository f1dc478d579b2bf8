from datetime import UTC, date, datetime

import pytest

from leadnurturebot.domain.message_pricing import Category, MarketRates, Priced, PricingType, RateCard, market_of, price
from leadnurturebot.domain.messaging_window import CLOSED, Window, WindowKind

UNTIL = datetime(2026, 11, 21, tzinfo=UTC)
SERVICE = Window(kind=WindowKind.SERVICE, until=UNTIL)
AD = Window(kind=WindowKind.AD, until=UNTIL, free=True, free_until=UNTIL)
FREE_BUT_CLOSED = Window(kind=WindowKind.CLOSED, free=True, free_until=UNTIL)
CARD = RateCard(
    valid_from=date(2026, 10, 1),
    currency="USD",
    markets={
        "Mexico": MarketRates(marketing=39_700, utility=8_500, authentication=8_600, service=8_700),
        "Other": MarketRates(marketing=60_400, utility=7_700, authentication=7_700, service=7_800),
    },
    market_by_country={"MX": "Mexico", "ES": "Spain"},
)

EXAMPLES = [
    ("marketing", CLOSED, 0, "regular", 39_700),
    ("marketing", SERVICE, 0, "regular", 39_700),
    ("marketing", AD, 0, "free_entry_point", 0),
    ("marketing", FREE_BUT_CLOSED, 0, "free_entry_point", 0),
    ("utility", CLOSED, 0, "regular", 8_500),
    ("utility", SERVICE, 0, "regular", 8_500),
    ("utility", AD, 0, "free_entry_point", 0),
    ("authentication", SERVICE, 0, "regular", 8_600),
    ("service", SERVICE, 0, "free_customer_service", 0),
    ("service", SERVICE, 999, "free_customer_service", 0),
    ("service", SERVICE, 1000, "regular", 8_700),
    ("service", AD, 5000, "free_entry_point", 0),
]


@pytest.mark.parametrize(("category", "window", "sent", "kind", "micros"), EXAMPLES)
def test_a_message_is_priced_by_the_rules_of_october_2026(
    category: str, window: Window, sent: int, kind: str, micros: int
) -> None:
    priced = price(
        Category(category), market="Mexico", window=window, service_messages_this_month=sent, card=CARD
    )  # fmt: skip
    assert priced == Priced(
        market="Mexico", category=Category(category), pricing_type=PricingType(kind), expected_micros=micros,
        currency="USD", rate_card_date=date(2026, 10, 1),
    )  # fmt: skip


def test_a_market_the_card_lacks_is_charged_as_other() -> None:
    priced = price(Category.MARKETING, market="Spain", window=CLOSED, service_messages_this_month=0, card=CARD)
    assert (priced.market, priced.expected_micros) == ("Other", 60_400)


@pytest.mark.parametrize(("country", "market"), [("MX", "Mexico"), ("mx", "Mexico"), ("ES", "Other"), ("", "Other")])
def test_a_country_without_a_price_is_other(country: str, market: str) -> None:
    assert market_of(country, CARD) == market
