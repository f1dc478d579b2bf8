"""What a screen shows of a number: masked, and the time of day where its owner lives."""

import phonenumbers
from phonenumbers.timezone import time_zones_for_number

from leadnurturebot.platform.phone_numbers import canonical, country_of, is_bsuid

_UNKNOWN_ZONE = "Etc/Unknown"
_MAIN_ZONES = {
    "AU": "Australia/Sydney", "CA": "America/Toronto", "CL": "America/Santiago", "CN": "Asia/Shanghai",
    "DE": "Europe/Berlin", "EC": "America/Guayaquil", "ES": "Europe/Madrid", "FR": "Europe/Paris",
    "GB": "Europe/London", "ID": "Asia/Jakarta", "KZ": "Asia/Almaty", "MX": "America/Mexico_City",
    "MY": "Asia/Kuala_Lumpur", "NZ": "Pacific/Auckland", "PT": "Europe/Lisbon", "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv", "US": "America/New_York", "BR": "America/Sao_Paulo",
}  # fmt: skip
"""Where most people of a country live, for mobile numbers that do not tell the region."""


def masked(address: str) -> str:
    """Country code and the last three digits ("+44 •••• 118"); empty for no number."""
    number = _number(address)
    return f"+{number.country_code} •••• {str(number.national_number)[-3:]}" if number else ""


def timezone_of(address: str) -> str:
    """The zone of a number's region; empty when it cannot be told."""
    number = _number(address)
    zones = [zone for zone in time_zones_for_number(number) if zone != _UNKNOWN_ZONE] if number else []
    if len(zones) > 1:
        return _MAIN_ZONES.get(country_of(address), zones[0])
    return zones[0] if zones else ""


def _number(address: str) -> phonenumbers.PhoneNumber | None:
    form = canonical(address) if address else ""
    if not form or is_bsuid(form):
        return None
    try:
        return phonenumbers.parse(f"+{form}")
    except phonenumbers.NumberParseException:
        return None
