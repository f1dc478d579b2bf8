"""The rate card a new shop starts with: WhatsApp list prices in US dollars, valid from 2026-10-01.

`list` figures were read on the provider's own pages. `secondary` ones are list prices of mid-2026 as repeated by
resellers, to be checked against the shop's own bill; a shop edits or replaces the card. Markets that got a price of
their own on 2026-10-01 and whose figure we do not know (Iraq, Kazakhstan, Kuwait, Morocco, Nepal, Oman, Sri Lanka,
Ukraine) are charged as the region they were in before.
"""

from datetime import date

from leadnurturebot.domain.message_pricing import MarketRates, RateCard

VALID_FROM = date(2026, 10, 1)

_LIST = """
Mexico                            0.0397 0.0085
North America                     0.0250 0.0034
Spain                             0.0707 0.0200
"""
_SECONDARY = """
Argentina                         0.0618 0.0260
Bangladesh                        0.0732 0.0037
Brazil                            0.0625 0.0068
Chile                             0.0889 0.0200
Colombia                          0.0125 0.0008
Egypt                             0.0644 0.0036
France                            0.0859 0.0300
Germany                           0.1365 0.0550
Hong Kong                         0.0732 0.0260
Hungary                           0.0860 0.0350
India                             0.0120 0.0014
Indonesia                         0.0411 0.0250
Israel                            0.0353 0.0053
Italy                             0.0794 0.0300
Malaysia                          0.0860 0.0140
Netherlands                       0.1597 0.0500
Nigeria                           0.0516 0.0067
Pakistan                          0.0473 0.0100
Peru                              0.0703 0.0200
Poland                            0.0366 0.0122
Qatar                             0.0341 0.0120
Romania                           0.0860 0.0288
Russia                            0.0802 0.0400
Saudi Arabia                      0.0500 0.0107
Singapore                         0.0732 0.0160
South Africa                      0.0379 0.0076
Turkey                            0.0109 0.0009
United Arab Emirates              0.0501 0.0157
United Kingdom                    0.0635 0.0220
Rest of Africa                    0.0225 0.0040
Rest of Asia Pacific              0.0732 0.0113
Rest of Central & Eastern Europe  0.0860 0.0212
Rest of Latin America             0.0740 0.0113
Rest of Middle East               0.0341 0.0091
Rest of Western Europe            0.0592 0.0171
Other                             0.0604 0.0077
"""
"""Market, marketing, utility; authentication and service cost what utility costs."""

_COUNTRIES = {
    "Argentina": "AR", "Bangladesh": "BD", "Brazil": "BR", "Chile": "CL", "Colombia": "CO", "Egypt": "EG",
    "France": "FR", "Germany": "DE", "Hong Kong": "HK", "Hungary": "HU", "India": "IN", "Indonesia": "ID",
    "Israel": "IL", "Italy": "IT", "Malaysia": "MY", "Mexico": "MX", "Netherlands": "NL", "Nigeria": "NG",
    "North America": "US CA", "Pakistan": "PK", "Peru": "PE", "Poland": "PL", "Qatar": "QA", "Romania": "RO",
    "Russia": "RU KZ", "Saudi Arabia": "SA", "Singapore": "SG", "South Africa": "ZA", "Spain": "ES", "Turkey": "TR",
    "United Arab Emirates": "AE", "United Kingdom": "GB",
    "Rest of Africa": (
        "DZ AO BJ BW BF BI CM TD CG ER ET GA GM GH GW CI KE LS LR LY MG MW ML MR MA MZ NA NE RW SN SL SO SS SD SZ TZ "
        "TG TN UG ZM ZW"
    ),
    "Rest of Asia Pacific": "AF AU KH CN JP LA MN NP NZ PG PH LK TW TJ TH TM UZ VN",
    "Rest of Central & Eastern Europe": "AL AM AZ BY BG HR CZ GE GR LV LT MD MK RS SK SI UA",
    "Rest of Latin America": "BO CR DO EC SV GT HT HN JM NI PA PY PR UY VE",
    "Rest of Middle East": "BH IQ JO KW LB OM YE",
    "Rest of Western Europe": "AT BE DK FI IE NO PT SE CH",
}  # fmt: skip


def _rates(table: str, source: str) -> dict[str, MarketRates]:
    rates = {}
    for line in table.strip().splitlines():
        market, marketing, utility = line.rsplit(maxsplit=2)
        template, other = _micros(marketing), _micros(utility)
        rates[market.strip()] = MarketRates(
            marketing=template, utility=other, authentication=other, service=other, source=source
        )
    return rates


def _micros(dollars: str) -> int:
    whole, fraction = dollars.split(".")
    return int(whole) * 1_000_000 + int(fraction.ljust(6, "0"))


DEFAULT_RATE_CARD = RateCard(
    valid_from=VALID_FROM,
    currency="USD",
    markets={**_rates(_SECONDARY, "secondary, mid-2026"), **_rates(_LIST, "list, 2026-10-01")},
    market_by_country={code: market for market, codes in _COUNTRIES.items() for code in codes.split()},
)
