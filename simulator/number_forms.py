"""Numbers of Mexico, Argentina and Brazil exist in two forms: as people dial them and as the messenger keeps them."""

import re

MEXICO = re.compile(r"^52(\d{10})$")
ARGENTINA = re.compile(r"^54(?!9)(\d{10})$")
BRAZIL_MOBILE = re.compile(r"^55(\d{2})9(\d{8})$")
FIRST_BRAZIL_AREA_WITHOUT_NINE = 31


def kept_digits(digits: str) -> str:
    """The messenger's own form: Mexico 52 -> 521, Argentina 54 -> 549, Brazil without the ninth digit beyond area 30."""
    found = BRAZIL_MOBILE.match(digits)
    if found:
        has_nine = int(found[1]) < FIRST_BRAZIL_AREA_WITHOUT_NINE
        return digits if has_nine else f"55{found[1]}{found[2]}"
    return ARGENTINA.sub(r"549\1", MEXICO.sub(r"521\1", digits))


def variants(digits: str) -> list[str]:
    """The number itself first, then the other way its country writes it."""
    for long, short in ((r"^521(\d{10})$", r"52\1"), (r"^549(\d{10})$", r"54\1"), (r"^55(\d{2})9(\d{8})$", r"55\1\2")):
        if re.match(long, digits):
            return [digits, re.sub(long, short, digits)]
    for short, long in (
        (r"^52(\d{10})$", r"521\1"),
        (r"^54(\d{10})$", r"549\1"),
        (r"^55(\d{2})(\d{8})$", r"55\g<1>9\2"),
    ):
        if re.match(short, digits):
            return [digits, re.sub(short, long, digits)]
    return [digits]
