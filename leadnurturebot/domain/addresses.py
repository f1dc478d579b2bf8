"""Addresses as customers write them, in one message or two: which parts are there and which are missing.

Postcodes by the countries' own schemes (Universal Postal Union, "Postal addressing systems in member countries"): US five
digits or ZIP+4, ES and MX five, BR a CEP of five and three, IN a PIN of six that does not begin with 0, ID five. Nothing
is corrected and nothing is looked up: what the customer wrote is what is read back and printed on the parcel.
"""

import re
from collections.abc import Mapping, Sequence

from leadnurturebot.domain.country_words import country_in
from leadnurturebot.domain.values import record, value

_LETTER = r"[^\W\d_]"


@value
class Scheme:
    """How a country writes addresses."""

    postcode: str
    region: str = ""
    """States as they are written, after the town."""
    has_number_last: bool = False
    """The house number stands behind the street, so that what follows it is the town."""


_US = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD"
    "|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|California|Texas|Florida|New York|Illinois|Ohio|Georgia|Washington|Oregon|Nevada"
)
_BR = "AC|AL|AP|AM|BA|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO"
_SCHEMES: Mapping[str, Scheme] = {
    "US": Scheme(r"\d{5}(?:-\d{4})?", _US),
    "ES": Scheme(r"(?:0[1-9]|[1-4]\d|5[0-2])\d{3}", has_number_last=True),
    "MX": Scheme(r"(?:c\.?\s?p\.?\s*)?\d{5}", has_number_last=True),
    "BR": Scheme(r"(?:cep:?\s*)?\d{5}-?\d{3}", _BR, has_number_last=True),
    "IN": Scheme(r"(?:pin(?:\s?code)?[\s:-]*)?[1-9]\d{2}\s?\d{3}"),
    "ID": Scheme(r"\d{5}", has_number_last=True),
    "DE": Scheme(r"\d{5}", has_number_last=True),
    "GB": Scheme(r"[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}"),
}
_ANY = Scheme(r"[a-z]{0,2}-?\d{4,7}(?:-\d{3,4})?|[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}")
_STREET_TYPES = re.compile(
    r"\b(?:st(?:reet)?|ave(?:nue)?|r(?:oa)?d|blvd|boulevard|lane|ln|drive|dr|court|ct|way|place|pl|nagar|marg|colony|sector|"
    r"vihar|enclave|phase)\b\.?",
    re.IGNORECASE,
)
_WITHOUT_NUMBER = re.compile(
    r"\b(?:s/?n|sin n[uú]mero|sem n[uú]mero|near|opp(?:osite)?|behind|dekat|ke paas)\b", re.IGNORECASE
)
_NAMES_MIN = 2


@record
class Address:
    """What was found in an address. `street` is everything before the town; empty parts were not found."""

    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What a parcel cannot go without, in the order to ask for it: `street`, `city`, `postcode`."""
        return tuple(part for part in ("street", "city", "postcode") if not getattr(self, part))


def parse_address(text: str, country: str) -> Address:
    """The parts of an address written freely. `country`: ISO code, for an address that names none."""
    named = country_in(_last_part(text))
    scheme = _SCHEMES.get(named or country, _ANY)
    postcode, rest = _postcode(text, scheme)
    if named:
        rest = _without_last_part(rest)
    region, rest = _region(rest, scheme)
    street, city = _street_and_city(rest, scheme)
    return Address(street=street, city=city, region=region, postcode=postcode, country=named or country)


def read_address(text: str, countries: Sequence[str]) -> Address:
    """The address as the country reads it in which the least is missing, the earlier of two; an unknown one comes last."""
    found = [parse_address(text, country) for country in (*dict.fromkeys(countries), "")]
    return min(found, key=lambda address: len(address.missing))


def postcode_in(text: str, country: str) -> str:
    """The last postcode of the country's scheme in a text, empty when there is none or we do not know the scheme."""
    scheme = _SCHEMES.get(country)
    found = scheme and list(re.finditer(rf"(?<![\w-])(?:{scheme.postcode})(?![\w-])", text, re.IGNORECASE))
    return _bare(found[-1][0]) if found else ""


def _bare(postcode: str) -> str:
    """A postcode without the word before it."""
    digits = re.sub(r"^\D+(?=\d{3})|^(?:cep|pin|c\.?\s?p)[\s.:-]*", "", postcode, flags=re.IGNORECASE)
    return digits.strip().upper()


def _parts(text: str) -> list[str]:
    parts = [" ".join(part.split()).strip(" .-/") for part in re.split(r"[,;\n]|\s[-–]\s", text)]
    return [part for part in parts if part]


def _last_part(text: str) -> str:
    """The last part between commas, when something stands before it: "Georgia" alone is no country."""
    parts = _parts(text)
    return parts[-1] if len(parts) > 1 and not re.search(r"\d", parts[-1]) else ""


def _without_last_part(text: str) -> str:
    return ", ".join(_parts(text)[:-1])


def _postcode(text: str, scheme: Scheme) -> tuple[str, str]:
    """The last postcode, and the text with a comma where it stood; where houses come first a number at the start is one."""
    found = [
        match
        for match in re.finditer(rf"(?<![\w-])(?:{scheme.postcode})(?![\w-])", text, re.IGNORECASE)
        if match.start() > 0 or scheme.has_number_last or match.end() == len(text.rstrip())
    ]
    if not found:
        return "", text
    last = found[-1]
    return _bare(last[0]), f"{text[: last.start()]}, {text[last.end() :]}"


def _region(text: str, scheme: Scheme) -> tuple[str, str]:
    """The state at the end of a part, in capitals when it is an abbreviation: "in" is a word."""
    if not scheme.region:
        return "", text
    found = list(re.finditer(rf"(?<=[\s,/-])(?:{scheme.region})(?=\s*(?:[,;\n]|$))", text))
    if not found:
        return "", text
    return found[-1][0], f"{text[: found[-1].start()].rstrip(' ,/-')}, {text[found[-1].end() :]}"


def _street_and_city(text: str, scheme: Scheme) -> tuple[str, str]:
    parts = _parts(text)
    towns = [part for part in parts[1:] if not re.search(r"\d", part)]
    if towns and _is_street(", ".join(part for part in parts if part != towns[-1])):
        return ", ".join(part for part in parts if part != towns[-1]), towns[-1]
    whole = ", ".join(parts)
    if not _is_street(whole):
        return "", whole if _is_name(whole) else ""
    return _split(whole, scheme)


def _split(whole: str, scheme: Scheme) -> tuple[str, str]:
    """Street and town that no comma parts: the town follows the number, or the kind of street."""
    if scheme.has_number_last:
        match = re.match(rf"(.*\d\w{{0,2}})\s+({_LETTER}{{3,}}.*)$", whole)
    else:
        ends = list(_STREET_TYPES.finditer(whole))
        end = ends[-1].end() if ends else len(whole)
        match = re.match(rf"(.{{{end}}})\s+({_LETTER}{{3,}}[^\d]*)$", whole)
    return (match[1].strip(" ,"), match[2].strip(" ,")) if match else (whole, "")


def _is_street(text: str) -> bool:
    """A street has a number, or says that it has none and where it is."""
    words = [word for word in re.findall(r"\w+", text) if re.search(_LETTER, word)]
    has_number = bool(re.search(r"\d", text)) and bool(words)
    return has_number or (bool(_WITHOUT_NUMBER.search(text)) and len(words) >= _NAMES_MIN)


def _is_name(text: str) -> bool:
    return bool(re.search(_LETTER, text)) and not re.search(r"\d", text)
