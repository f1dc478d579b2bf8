"""What a message will cost before it is sent: WhatsApp's rules per delivered message as of 2026-10-01.

Marketing, utility and authentication templates are charged at the rate of the recipient's market, utility also inside
the service window. Service messages (everything that is not a template) cost the market's service rate after the first
1,000 delivered per business number and calendar month. All are free in an ad's free window. Rates are data
(`rate_card`), dated and editable by the shop; only the rules live here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leadnurturebot.domain.messaging_window import Window

OTHER = "Other"


class Category(StrEnum):
    """What a message is charged as."""

    MARKETING = "marketing"
    UTILITY = "utility"
    AUTHENTICATION = "authentication"
    SERVICE = "service"
    """Anything that is not a template."""


class PricingType(StrEnum):
    """How a message is charged, in the words of the provider's status events."""

    REGULAR = "regular"
    FREE_CUSTOMER_SERVICE = "free_customer_service"
    FREE_ENTRY_POINT = "free_entry_point"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketRates:
    """Micros of the card's currency for one delivered message to a market."""

    marketing: int
    utility: int
    authentication: int
    service: int
    source: str = ""
    """Where the figures come from, shown beside them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateCard:
    """Prices by market, valid from `valid_from` until a newer card. Must hold `Other`."""

    valid_from: date
    currency: str
    markets: Mapping[str, MarketRates]
    market_by_country: Mapping[str, str]
    """Market by ISO 3166-1 alpha-2 country."""
    free_service_messages: int = 1000
    """Delivered service messages a month that a business number has free."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """The expected price of one message, as stored on it."""

    market: str
    category: Category
    pricing_type: PricingType
    expected_micros: int
    currency: str
    rate_card_date: date


def market_of(country: str, card: RateCard) -> str:
    """Market that `country` (ISO alpha-2, any case, may be empty) is charged as; `Other` when the card names none."""
    market = card.market_by_country.get(country.upper(), OTHER)
    return market if market in card.markets else OTHER


def price(
    category: Category, *, market: str, window: Window, service_messages_this_month: int, card: RateCard
) -> Priced:
    """The expected price of a message sent now.

    `service_messages_this_month`: service messages of this business number that were delivered, or are on their way,
    in the calendar month outside free ad windows.
    """
    rates = card.markets.get(market) or card.markets[OTHER]
    kind = _pricing_type(category, window, service_messages_this_month, card)
    return Priced(
        market=market if market in card.markets else OTHER,
        category=category,
        pricing_type=kind,
        expected_micros=_rate(rates, category) if kind is PricingType.REGULAR else 0,
        currency=card.currency,
        rate_card_date=card.valid_from,
    )


def _pricing_type(category: Category, window: Window, service_messages: int, card: RateCard) -> PricingType:
    if window.free:
        return PricingType.FREE_ENTRY_POINT
    if category is Category.SERVICE and service_messages < card.free_service_messages:
        return PricingType.FREE_CUSTOMER_SERVICE
    return PricingType.REGULAR


def _rate(rates: MarketRates, category: Category) -> int:
    by_category = {
        Category.MARKETING: rates.marketing,
        Category.UTILITY: rates.utility,
        Category.AUTHENTICATION: rates.authentication,
        Category.SERVICE: rates.service,
    }
    return by_category[category]
