"""What shipping costs and how long it takes: for this cart, to the place named. No date is promised."""

from collections.abc import Iterator
from dataclasses import asdict

from leadnurturebot.domain.country_words import country_in
from leadnurturebot.domain.dialogue import choices
from leadnurturebot.domain.dialogue.cart_sheet import free_shipping_gap, totals_by, totals_of
from leadnurturebot.domain.dialogue.destination import destination, is_elsewhere, place_name
from leadnurturebot.domain.dialogue.draft import QUESTION, Draft
from leadnurturebot.domain.dialogue.reply import Span, Term
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.skills.shipping_ways import said_ways
from leadnurturebot.domain.dialogue.skills.shop_facts import cart_steps
from leadnurturebot.domain.places import Place, place_in
from leadnurturebot.domain.shipping import ShippingOption, Zone, own_places, zone_of, zones_possible


def shipping(draft: Draft, request: Request) -> None:
    """What is asked first: whether it goes there, how long, what it costs for this cart."""
    shop, cues = draft.turn.shop, request.cues
    draft.fact("rule", "shipping", f"{shop.shipping_flat} free from {shop.shipping_free_from}")
    if "by_a_date" in cues:
        _no_promise(draft)
        return
    place = _place_named(draft, request.text)
    if not _say_country(draft, country_in(request.text) or (place.country if place and shop.zones else ""), place):
        return
    if place is not None and shop.zones and _is_uncertain(draft, place):
        _say_range(draft, place)
        return
    if draft.cart_at is not None or any(said.key.startswith("line.cart.total") for said in draft.say_parts):
        # The cart's state stands in the same message, with its shipping and the days.
        return
    days = destination(draft).option.days
    if "how_long" not in cues or "how_much" in cues or days is None:
        _say_cost(draft)
    if days is not None:
        draft.say("shipping.days", days=Span(*days))
    if others := destination(draft).options[1:]:
        draft.say("shipping.other_ways", ways=said_ways(draft, others))
    if place is None and _differs_by_place(draft):
        draft.say("shipping.say_where")
    cart_steps(draft)


def _place_named(draft: Draft, text: str) -> Place | None:
    """The place asked about; the cart is taken to go there from now on where that matters."""
    shop = draft.turn.shop
    zones = shop.all_zones
    countries = [country for zone in zones for country in zone.countries]
    place = place_in(text, home=shop.country, countries=countries, own=own_places(zones))
    if place is None or not draft.turn.shop.goes_by_place:
        return place
    if zone_of(zones, place) is not None:
        draft.state_changes["ship_to"] = {name: part for name, part in asdict(place).items() if part}
    return place


def _no_promise(draft: Draft) -> None:
    goes = destination(draft)
    days = goes.option.days
    if days is not None:
        draft.say("shipping.no_promise", days=Span(*days))
    else:
        draft.say("shipping.no_promise_unknown")
    if others := goes.options[1:]:
        draft.say("shipping.other_ways", ways=said_ways(draft, others))
    draft.buttons(QUESTION, choices.ask_team(None, "date"), choices.pay_amount(draft) if draft.cart else None)


def _say_country(draft: Draft, country: str, place: Place | None) -> bool:
    """Whether the shop sends to the place named; False when it does not."""
    shop = draft.turn.shop
    if shop.zones:
        return place is None or _say_zone(draft, place)
    if not country:
        return True
    if not shop.ships_to:
        draft.say("shipping.country_unknown", country=Term("country", country))
    elif country in shop.ships_to:
        draft.say("shipping.country_yes", country=Term("country", country))
    else:
        _say_no(draft, country, shop.ships_to)
        return False
    return True


def _say_zone(draft: Draft, place: Place) -> bool:
    zones = draft.turn.shop.zones
    if zone_of(zones, place) is not None:
        if place == Place(place.country) and is_elsewhere(draft, place):
            draft.say("shipping.country_yes", country=Term("country", place.country))
        return True
    countries = tuple(dict.fromkeys(country for zone in zones for country in zone.countries))
    if place.country in countries:
        draft.say("shipping.place_no", place=place_name(place))
        draft.buttons(QUESTION, choices.person(), choices.keep_looking())
    else:
        _say_no(draft, place.country, countries)
    return False


def _say_no(draft: Draft, country: str, countries: tuple[str, ...]) -> None:
    named = tuple(Term("country", code) for code in countries)
    draft.say("shipping.country_no", country=Term("country", country), countries=named)


def _is_uncertain(draft: Draft, place: Place) -> bool:
    return len(set(_costs(draft, zones_possible(draft.turn.shop.zones, place)))) > 1


def _say_range(draft: Draft, place: Place) -> None:
    """Somewhere in the place it costs more than elsewhere: both ends, and what would settle it."""
    found = sorted(_costs(draft, zones_possible(draft.turn.shop.zones, place)))
    low, high = draft.money(found[0]), draft.money(found[-1])
    draft.say("shipping.range", place=place_name(place), low=low, high=high)
    draft.say("shipping.say_postcode")
    draft.state_changes["ship_to"] = {}


def _costs(draft: Draft, zones: tuple[Zone, ...]) -> Iterator[int]:
    """What the first way of each zone costs for this cart."""
    return (cost for zone in zones if (cost := _cost_of(draft, zone.options[0])) is not None)


def _cost_of(draft: Draft, option: ShippingOption) -> int | None:
    return totals_by(draft, draft.cart, option).shipping if draft.cart else option.flat


def _differs_by_place(draft: Draft) -> bool:
    """Whether it matters where it goes, and nobody has said."""
    goes = destination(draft)
    is_known = bool(goes.address) or is_elsewhere(draft, goes.place)
    return not is_known and len(set(_costs(draft, draft.turn.shop.zones))) > 1


def _say_cost(draft: Draft) -> None:
    goes = destination(draft)
    option, sums = goes.option, totals_of(draft, draft.cart)
    is_far = bool(draft.turn.shop.zones) and not goes.address and is_elsewhere(draft, goes.place)
    if is_far and (cost := _cost_of(draft, option)) is not None:
        key = "shipping.to_place_free" if cost == 0 else "shipping.to_place"
        draft.say(key, place=place_name(goes.place), cost=draft.money(cost))
    elif draft.cart and sums.shipping is not None:
        draft.say("shipping.cart_free" if sums.shipping == 0 else "shipping.cart", cost=draft.money(sums.shipping))
    elif option.flat is not None:
        draft.say("shipping.flat", cost=draft.money(option.flat))
    elif not goes.is_cost_open:
        draft.say("shipping.unknown")
    gap = free_shipping_gap(draft)
    if option.free_from is not None and gap:
        draft.say("shipping.free_gap", limit=draft.money(option.free_from), gap=draft.money(gap))
    elif option.free_from is not None and sums.goods < option.free_from:
        draft.say("shipping.free_from", limit=draft.money(option.free_from))
