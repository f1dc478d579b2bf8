"""WhatsApp's own form for an address: for businesses of India and their customers there, and its answer.

Fields: Meta, "Address messages" (Cloud API). Singapore had the form once; it is not used for it.
"""

import json
import re
from collections.abc import Mapping

from leadnurturebot.domain.addresses import parse_address
from leadnurturebot.domain.delivery_places import recipient_note
from leadnurturebot.domain.values import record

FORM_COUNTRIES = ("IN",)
PIN = "in_pin_code"
_STREET = ("house_number", "floor_number", "tower_number", "building_name", "address", "landmark_area")
_KNOWN = frozenset({"name", "phone_number", PIN, *_STREET, "city", "state"})
_GOOD_PIN = re.compile(r"[1-9]\d{5}")
_LONGEST = 200


@record
class FormAddress:
    """A filled form: what was written in which field, trimmed, without empty ones."""

    values: Mapping[str, str]

    @property
    def address(self) -> str:
        """The address in one line, as it is read back and printed."""
        street = ", ".join(dict.fromkeys(self._of(*_STREET)))
        # The PIN code tells the state, and a town is read best where it stands alone before it.
        town = self.values.get("city") or self.values.get("state", "")
        return " ".join(part for part in (", ".join(filter(None, (street, town))), self.values.get(PIN, "")) if part)

    @property
    def note(self) -> str:
        """Who takes the parcel and under which number."""
        return recipient_note(*self._of("name", "phone_number"))

    @property
    def has_bad_pin(self) -> bool:
        """The PIN code is none: six digits, the first not zero."""
        return _GOOD_PIN.fullmatch(self.values.get(PIN, "").replace(" ", "")) is None

    def _of(self, *names: str) -> tuple[str, ...]:
        return tuple(self.values[name] for name in names if name in self.values)


def has_form(shop_country: str, customer_country: str) -> bool:
    """Whether WhatsApp offers the form: the business and the customer's number have to be of the same country."""
    return shop_country == customer_country and shop_country in FORM_COUNTRIES


def read_form(response: str) -> FormAddress | None:
    """The answer of a form (`response_json`), None for one that is no address: not JSON, or without known fields."""
    try:
        told = json.loads(response)
    except ValueError:
        return None
    values = told.get("values", told) if isinstance(told, Mapping) else None
    if not isinstance(values, Mapping):
        return None
    words = {name: " ".join(str(values[name]).split())[:_LONGEST] for name in _KNOWN if values.get(name)}
    kept = {name: written for name, written in words.items() if written}
    return FormAddress(values=kept) if kept.keys() - {"name", "phone_number"} else None


def prefilled(address: str, name: str) -> dict[str, str]:
    """The fields of the form that a kept address fills in."""
    found = parse_address(address, "IN") if address else None
    values = {"name": name}
    if found is not None:
        values |= {"address": found.street, "city": found.city, "state": found.region, PIN: found.postcode}
    return {field: written for field, written in values.items() if written}
