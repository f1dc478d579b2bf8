"""A place as a phone sends it, and what is printed on the parcel: the address, and below it what helps the courier."""

from collections.abc import Mapping
from typing import Any

from leadnurturebot.domain.values import value

_PIN = "📍"
_PERSON = "👤"
_NOTES = (_PIN, _PERSON)
_DIGITS = 5
"""Decimals of a degree: about a metre."""


@value
class SentPlace:
    """A location that a customer sent. Degrees as WGS 84; WhatsApp names the place only when one was picked."""

    latitude: float
    longitude: float
    name: str = ""
    address: str = ""

    @property
    def note(self) -> str:
        """The place for the courier, in one line."""
        point = f"{_PIN} {self.latitude:.{_DIGITS}f}, {self.longitude:.{_DIGITS}f}"
        return f"{point} ({self.name})" if self.name else point


def read_place(content: Mapping[str, Any]) -> SentPlace | None:
    """The place of a location message, None when it has no usable point."""
    try:
        latitude, longitude = float(content["latitude"]), float(content["longitude"])
    except (KeyError, TypeError, ValueError):
        return None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    name, address = (_line(content.get(part)) for part in ("name", "address"))
    return SentPlace(latitude, longitude, name, address)


def _line(given: object) -> str:
    return " ".join(str(given or "").split())


def recipient_note(*parts: str) -> str:
    """Who takes the parcel, in one line; empty when nothing is told."""
    told = ", ".join(part for part in map(_line, parts) if part)
    return f"{_PERSON} {told}" if told else ""


def joined_notes(*notes: str) -> str:
    """Several notes as lines."""
    return "\n".join(note for note in notes if note)


def parcel_text(address: str, note: str) -> str:
    """What an order keeps: the address, and below it the notes. Empty without an address."""
    return joined_notes(address, note) if address else ""


def split_parcel(text: str) -> tuple[str, str]:
    """Address in one line and notes of what an order keeps, also of addresses that a payment page gave in several lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    notes = [line for line in lines if line.startswith(_NOTES)]
    return ", ".join(line for line in lines if line not in notes), "\n".join(notes)
