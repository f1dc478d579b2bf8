"""What a delivered message costs: a dated card of list rates in US dollars, by market of the person.

This table is the simulator's own, on purpose apart from the product's, so that the two bills check each other.
Amounts are micros (1e-6 dollars). Service messages cost the market's utility rate since 2026-10-01.
"""

from dataclasses import dataclass
from datetime import date

CURRENCY = "USD"
OTHER = "Other"


@dataclass(frozen=True)
class Rate:
    marketing: int
    utility: int

    def micros(self, category: str) -> int:
        """Authentication and service go at the utility rate."""
        return self.marketing if category.startswith("marketing") else self.utility


@dataclass(frozen=True)
class RateCard:
    effective: date
    rates: dict[str, Rate]
    free_service_per_month: int

    def rate(self, market: str) -> Rate:
        return self.rates.get(market, self.rates[OTHER])


CARDS = (
    RateCard(
        effective=date(2026, 10, 1),
        free_service_per_month=1000,
        rates={
            "North America": Rate(25_000, 3_400),
            "Mexico": Rate(39_700, 8_500),
            "Spain": Rate(70_700, 20_000),
            "Brazil": Rate(62_500, 6_800),
            "United Kingdom": Rate(52_900, 22_000),
            "India": Rate(11_800, 1_400),
            "Indonesia": Rate(41_100, 25_000),
            "Germany": Rate(136_500, 55_000),
            "France": Rate(85_900, 30_000),
            "Italy": Rate(69_100, 30_000),
            "Argentina": Rate(61_800, 26_000),
            "Colombia": Rate(12_500, 800),
            "United Arab Emirates": Rate(49_900, 15_700),
            OTHER: Rate(60_400, 7_700),
        },
    ),
)

# Calling code -> (country, market). Longest code first wins; "1" is North America with the exceptions of `nanp`.
CALLING_CODES = {
    "1": ("US", "North America"),
    "27": ("ZA", OTHER),
    "31": ("NL", OTHER),
    "33": ("FR", "France"),
    "34": ("ES", "Spain"),
    "39": ("IT", "Italy"),
    "44": ("GB", "United Kingdom"),
    "49": ("DE", "Germany"),
    "52": ("MX", "Mexico"),
    "54": ("AR", "Argentina"),
    "55": ("BR", "Brazil"),
    "57": ("CO", "Colombia"),
    "60": ("MY", OTHER),
    "61": ("AU", OTHER),
    "62": ("ID", "Indonesia"),
    "65": ("SG", OTHER),
    "81": ("JP", OTHER),
    "91": ("IN", "India"),
    "351": ("PT", OTHER),
    "353": ("IE", OTHER),
    "971": ("AE", "United Arab Emirates"),
}
MARKET_OF_COUNTRY = dict(CALLING_CODES.values()) | {"CA": "North America"}


def card_on(day: date) -> RateCard:
    """The newest card in force on a day; the first card also covers the time before it."""
    in_force = [card for card in CARDS if card.effective <= day]
    return in_force[-1] if in_force else CARDS[0]


def calling_code(digits: str) -> str | None:
    return next((digits[:length] for length in (3, 2, 1) if digits[:length] in CALLING_CODES), None)


def market_of(digits: str | None, country: str) -> str:
    """The market of a phone number; of the country when there is no number to see."""
    code = calling_code(digits) if digits else None
    return CALLING_CODES[code][1] if code else MARKET_OF_COUNTRY.get(country, OTHER)
