"""Where the cart goes and what follows from it: the zone, the way of shipping, the tax.

An address that is known decides. Until one is, the parcel is taken to go where the customer last asked about, else to the
shop's own country; where cost or tax depend on more than the country, nothing is reckoned before the address is there.
"""

from leadnurturebot.domain.city_words import spelled
from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.reply import Phrase, Term, Value
from leadnurturebot.domain.dialogue.turn import Shop
from leadnurturebot.domain.places import Place, place_of, written_postcode
from leadnurturebot.domain.shipping import ShippingOption, Zone, is_split, zone_of, zones_possible
from leadnurturebot.domain.taxes import Tax
from leadnurturebot.domain.values import record

_UNKNOWN_COST = ShippingOption()


@record
class Destination:
    """What the shop's rules say of the place that the cart goes to."""

    place: Place
    address: str = ""
    """As the customer wrote it, empty until it is known."""
    zone: Zone | None
    """None: the shop does not ship there."""
    option: ShippingOption
    """The way chosen, else the first there is."""
    is_chosen: bool
    tax: Tax | None
    is_cost_open: bool
    """Shipping depends on where in the country, and nobody has said where."""
    is_tax_open: bool
    """So does a tax that is added."""
    needs_address: bool
    """It cannot be ordered before the address is known: a payment page takes any of the country."""

    @property
    def options(self) -> tuple[ShippingOption, ...]:
        return self.zone.options if self.zone else ()

    @property
    def is_open(self) -> bool:
        """Whether the total can only be told once the address is known."""
        return self.is_cost_open or self.is_tax_open


def known(draft: Draft, name: str) -> str:
    """A field of the customer as this turn leaves it."""
    return str(draft.customer.get(name, getattr(draft.turn.customer, name)))


def address_and_note(draft: Draft) -> tuple[str, str]:
    """Address of the order under way and notes for the courier, else what is kept; empty when neither is known."""
    if address := known(draft, "address"):
        return address, known(draft, "address_note")
    return known(draft, "kept_address"), known(draft, "kept_note")


def known_address(draft: Draft) -> str:
    """The address given in this turn or before, else the one kept, empty when there is none."""
    return address_and_note(draft)[0]


def destination(draft: Draft) -> Destination:
    """Where the cart goes, by what is known now."""
    asked = draft.state_changes.get("ship_to", draft.turn.state.ship_to)
    key = ("destination", known_address(draft), chosen_code(draft), *(asked.items() if isinstance(asked, dict) else ()))
    found = draft.reckoned.get(key)
    if not isinstance(found, Destination):
        found = draft.reckoned[key] = _reckoned(draft)
    return found


def _reckoned(draft: Draft) -> Destination:
    shop, address, place = draft.turn.shop, known_address(draft), _place(draft)
    zones = shop.all_zones
    zone = zone_of(zones, place)
    if zone is None and not address:
        # Nobody said that it goes there: the shop's own rule is not narrower than its shop.
        zone = zones[0]
    code = chosen_code(draft)
    options = zone.options if zone else ()
    chosen = next((option for option in options if code and option.code == code), None)
    is_cost_open = not address and len(zones_possible(zones, place)) > 1
    is_taxed_by_part = not shop.taxes.is_included and shop.taxes.is_split(place.country)
    return Destination(
        place=place,
        address=address,
        zone=zone,
        option=_UNKNOWN_COST if is_cost_open else chosen or next(iter(options), _UNKNOWN_COST),
        is_chosen=chosen is not None,
        tax=shop.taxes.at(place),
        is_cost_open=is_cost_open,
        is_tax_open=not address and is_taxed_by_part and not (place.region or place.postcode),
        needs_address=not address and (is_split(zones, place.country) or is_taxed_by_part),
    )


def _place(draft: Draft) -> Place:
    asked = draft.state_changes.get("ship_to", draft.turn.state.ship_to)
    return place_for(draft.turn.shop, known_address(draft), draft.turn.customer.country, asked)


def place_for(shop: Shop, address: str, living: str, asked: object) -> Place:
    """Where it goes: to the address, to the place last asked about, to the shop's country. `living`: the customer's."""
    if address and (shop.goes_by_place or shop.ships_to):
        return place_of(address, home=shop.country, living=living)
    return Place(**asked) if isinstance(asked, dict) and asked and not address else Place(shop.country)


def chosen_code(draft: Draft) -> str:
    """The way of shipping chosen for this cart, empty while none is."""
    return str(draft.state_changes.get("shipping_option", draft.turn.state.shipping_option))


def is_elsewhere(draft: Draft, place: Place) -> bool:
    """Whether a place is not simply the shop's own country."""
    return place != Place(draft.turn.shop.country)


def option_name(option: ShippingOption) -> Value:
    """What a way of shipping is called: in the owner's words, else in the customer's language."""
    return option.name or Term("shipping_option", option.kind)


def place_name(place: Place) -> Value:
    """A place as it is said: the town, the postcode, the state or the country, whichever says most."""
    if place.city:
        return spelled(place.city, place.country)
    if place.postcode:
        return written_postcode(place.postcode, place.country)
    if place.region:
        return place.region.upper() if place.country == "US" else place.region.title()
    return Term("country", place.country)


def tax_name(draft: Draft) -> Value:
    """What the tax is called: in the owner's words, else in the customer's language."""
    return draft.turn.shop.taxes.name or Phrase("tax.word")
