"""Where a parcel goes, as far as it is known: from a whole address, or from a place named in a question.

Nothing is looked up outside: countries by their names (`country_words`), large towns by ours (`city_words`), states of the USA by
name and ZIP code, postcodes by the schemes of `addresses`. What is not known stays empty, and is asked for or said.
"""

import re
from collections.abc import Mapping, Sequence

from leadnurturebot.domain.addresses import Address, parse_address, postcode_in
from leadnurturebot.domain.city_words import beginning_of, countries_of_town, town_in
from leadnurturebot.domain.country_words import country_in
from leadnurturebot.domain.dialogue.words.every import plain
from leadnurturebot.domain.us_states import NAMES, state_of_zip
from leadnurturebot.domain.values import value


@value
class Place:
    """A place. Empty parts are not known; `region` and `city` as `normal` writes them, `postcode` as `normal_postcode`."""

    country: str = ""
    region: str = ""
    postcode: str = ""
    city: str = ""

    @property
    def begins(self) -> str:
        """How its postcode begins, as far as that is known: the postcode itself, else that of a large town."""
        return self.postcode or ("" if self.country == "US" else beginning_of(self.city, self.country))


def normal(name: str) -> str:
    """A region or town to be compared: small letters, no accents, one space between words."""
    return " ".join(re.sub(r"[,.;:!?¿¡()/_-]", " ", plain(name)).lower().split())


def normal_postcode(text: str) -> str:
    """A postcode to be compared: "04538-132" is 04538132."""
    return re.sub(r"[\s-]", "", text).upper()


def written_postcode(postcode: str, country: str) -> str:
    """A postcode as its country writes it."""
    if country == "BR":
        return f"{postcode[:5]}-{postcode[5:]}"
    return f"{postcode[:-3]} {postcode[-3:]}" if country == "GB" else postcode


def normal_region(country: str, region: str) -> str:
    """A region to be compared; states of the USA by their abbreviation, whichever way they were written."""
    known = normal(region)
    return NAMES.get(known, known).lower() if country == "US" else known


def _place(address: Address) -> Place:
    postcode = normal_postcode(address.postcode)
    region = normal_region(address.country, address.region)
    city = normal(address.city)
    if address.country == "US" and not region:
        region = (state_of_zip(postcode) or beginning_of(city, "US")).lower()
    return Place(address.country, region, postcode, city)


def place_of(text: str, *, home: str, living: str = "") -> Place:
    """Where an address written freely is. `home`: the shop's country; `living`: the customer's, as their number tells.

    A country at its end says it; else a known town or a state; else the country it reads best in, the customer's first.
    """
    named = country_in(text.rsplit(",", 1)[-1]) if "," in text else ""
    if named:
        return _place(parse_address(text, named))
    readings = [parse_address(text, country) for country in dict.fromkeys((living, home)) if country]
    for each in readings:
        if each.region or each.country in countries_of_town(normal(each.city)):
            return _place(each)
    elsewhere = next((found[0] for each in readings if (found := countries_of_town(normal(each.city)))), "")
    if elsewhere:
        return _place(parse_address(text, elsewhere))
    return _place(min(readings, key=lambda each: len(each.missing), default=Address(country=home)))


def place_in(
    text: str, *, home: str, countries: Sequence[str] = (), own: Mapping[str, Place] | None = None
) -> Place | None:
    """The place that a question names, None when it names none that we know.

    `countries`: those the shop ships to by name, whose postcodes it may be; `own`: places by the names that the shop's own
    rules have for them (as `normal` writes them).
    """
    said, country = normal(text), country_in(text)
    known = next((name for name in sorted(own or (), key=len, reverse=True) if _has(said, name)), "")
    if own and known:
        return own[known]
    town = town_in(text)
    of_town = countries_of_town(town)
    lies_in = next((each for each in (country, home, *countries) if each in of_town), of_town[0] if of_town else "")
    for scheme in dict.fromkeys([country or home, *([] if country else countries)]):
        if postcode := postcode_in(text, scheme):
            return _place(Address(city=town, postcode=postcode, country=scheme))
    state = next((code for name, code in NAMES.items() if _has(said, name)), "") if "US" in (country or home) else ""
    if state and not town:
        return Place("US", state.lower())
    return _place(Address(city=town, country=country or lies_in)) if country or town else None


def _has(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
