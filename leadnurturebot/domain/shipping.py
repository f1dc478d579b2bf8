"""Where a shop ships to and what it costs: zones of places, each with one option or several.

The zone of a place is the one that says most about it: a postcode that begins as written before a town, a town before a region,
a region before the whole country, and the rest of the world last. Amounts are minor units of the shop's currency.
"""

from collections.abc import Sequence

from leadnurturebot.domain.places import Place
from leadnurturebot.domain.values import value

KINDS = ("standard", "express", "pickup")
"""Kinds of options that have a word in every language."""
_POSTCODE, _CITY, _REGION, _COUNTRY, _REST, _ELSEWHERE = 4, 3, 2, 1, 0, -1


@value
class ShippingOption:
    """A way to get the goods: its cost, free from what the goods cost after a discount. `flat` None: not recorded."""

    flat: int | None = None
    free_from: int | None = None
    per_item: int = 0
    """What every piece beyond the first adds."""
    days: tuple[int, int] | None = None
    """Working days on the way, lowest and highest; of a pickup: until it is ready."""
    code: str = ""
    """How buttons and orders name it; unique in the shop."""
    kind: str = "standard"
    name: str = ""
    """In the owner's words; empty: the kind's word in the customer's language."""

    def cost(self, goods: int, pieces: int = 1) -> int | None:
        """Shipping of `pieces` worth `goods`, None when the shop has recorded no rule."""
        if self.free_from is not None and goods >= self.free_from:
            return 0
        return None if self.flat is None else self.flat + self.per_item * max(pieces - 1, 0)


@value
class Zone:
    """Places that are shipped to alike. Without countries it is the rest of the world; regions, towns and beginnings of
    postcodes (as `places` writes them) narrow its countries down: one of them has to fit."""

    options: tuple[ShippingOption, ...]
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    name: str = ""

    @property
    def is_part(self) -> bool:
        """Whether it is only a part of its countries."""
        return bool(self.regions or self.postcodes or self.cities)

    def nearness(self, place: Place) -> tuple[int, int]:
        """How much it says of a place; (-1, 0) when the place is not in it."""
        return nearness(place, self.countries, self.regions, self.postcodes, self.cities)


def nearness(
    place: Place, countries: Sequence[str], regions: Sequence[str], postcodes: Sequence[str], cities: Sequence[str] = ()
) -> tuple[int, int]:
    """How much a rule for these places says of `place`: the more, the nearer. (-1, 0): nothing."""
    if not countries:
        return (_REST, 0)
    if place.country not in countries:
        return (_ELSEWHERE, 0)
    if not (regions or postcodes or cities):
        return (_COUNTRY, 0)
    fits = [len(start) for start in postcodes if place.begins.startswith(start)]
    if fits:
        return (_POSTCODE, max(fits))
    if place.city and place.city in cities:
        return (_CITY, 0)
    return (_REGION, 0) if place.region and place.region in regions else (_ELSEWHERE, 0)


def zone_of(zones: Sequence[Zone], place: Place) -> Zone | None:
    """The zone that says most about a place, the earlier of two; None when the shop does not ship there."""
    best = max(zones, key=lambda zone: zone.nearness(place), default=None)
    return best if best is not None and best.nearness(place)[0] != _ELSEWHERE else None


def zones_possible(zones: Sequence[Zone], place: Place) -> tuple[Zone, ...]:
    """The zone of a place, and the parts of its country that it may lie in for all we know: a town whose postcode was not
    told lies in any of them that goes by postcodes, a country in each of its parts."""
    best = zone_of(zones, place)
    if best is None or place.postcode:
        return (best,) if best else ()
    parts = [zone for zone in zones if zone.is_part and place.country in zone.countries and zone is not best]
    if best.is_part:
        return (best,)
    return (best, *(zone for zone in parts if _may_lie_in(place, zone)))


def _may_lie_in(place: Place, zone: Zone) -> bool:
    """Whether a place that is not known to lie in a part of its country may lie there all the same."""
    if not (place.city or place.region):
        return True
    by_postcode = any(start.startswith(place.begins) for start in zone.postcodes)
    return by_postcode or bool(zone.regions and not place.region and not place.begins)


def is_split(zones: Sequence[Zone], country: str) -> bool:
    """Whether the cost within a country depends on where in it."""
    return any(zone.is_part and country in zone.countries for zone in zones)


def own_places(zones: Sequence[Zone]) -> dict[str, Place]:
    """Regions and towns that the shop's own rules name, as places."""
    found: dict[str, Place] = {}
    for zone in zones:
        country = zone.countries[0] if zone.countries else ""
        found |= {name: Place(country, region=name) for name in zone.regions}
        found |= {name: Place(country, city=name) for name in zone.cities}
    return found
