"""Where the per-person marketing cap does not apply: EEA, United Kingdom, Japan, South Korea."""

_EEA = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK ES"
_UNCAPPED = frozenset(f"{_EEA} GB JP KR".split())


def is_uncapped(country: str) -> bool:
    return country in _UNCAPPED
