"""What a screen shows of a number: masked, and the time of day where its owner lives."""

import phonenumbers
from phonenumbers.timezone import time_zones_for_number

from leadnurturebot.platform.phone_numbers import canonical, is_bsuid

_UNKNOWN_ZONE = "Etc/Unknown"


def masked(address: str) -> str:
    """Country code and the last three digits ("+44 •••• 118"); empty for no number."""
    number = _number(address)
    return f"+{number.country_code} •••• {str(number.national_number)[-3:]}" if number else ""


def timezone_of(address: str) -> str:
    """The zone of a number's region, the first where a country has several; empty when it cannot be told."""
    number = _number(address)
    zones = time_zones_for_number(number) if number else ()
    return zones[0] if zones and zones[0] != _UNKNOWN_ZONE else ""


def _number(address: str) -> phonenumbers.PhoneNumber | None:
    form = canonical(address) if address else ""
    if not form or is_bsuid(form):
        return None
    try:
        return phonenumbers.parse(f"+{form}")
    except phonenumbers.NumberParseException:
        return None
