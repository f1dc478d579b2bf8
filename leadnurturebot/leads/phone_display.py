"""What a screen shows of a number: masked, and the time of day where its owner lives."""

import phonenumbers
from babel.core import get_global
from phonenumbers.timezone import time_zones_for_number

from leadnurturebot.platform.phone_numbers import canonical, country_of, is_bsuid

_UNKNOWN_ZONE = "Etc/Unknown"


def masked(address: str) -> str:
    """Country code and the last three digits ("+44 •••• 118"); empty for no number."""
    number = _number(address)
    return f"+{number.country_code} •••• {str(number.national_number)[-3:]}" if number else ""


def timezone_of(address: str) -> str:
    """The zone of a number's region, one of its own country first; empty when it cannot be told."""
    number = _number(address)
    zones = [zone for zone in time_zones_for_number(number) if zone != _UNKNOWN_ZONE] if number else []
    own = (zone for zone in zones if get_global("zone_territories").get(zone) == country_of(address))
    return next(own, zones[0] if zones else "")


def _number(address: str) -> phonenumbers.PhoneNumber | None:
    form = canonical(address) if address else ""
    if not form or is_bsuid(form):
        return None
    try:
        return phonenumbers.parse(f"+{form}")
    except phonenumbers.NumberParseException:
        return None
