from leadnurturebot.domain.places import Place
from leadnurturebot.domain.shipping import ShippingOption, Zone, is_split, own_places, zone_of, zones_possible

STANDARD = (ShippingOption(395),)
PENINSULA = Zone(STANDARD, ("ES",), name="Península")
CANARIES = Zone(STANDARD, ("ES",), postcodes=("35", "38"), cities=("las palmas",), name="Canarias")
ISLAND = Zone(STANDARD, ("ES",), postcodes=("38900",), name="El Hierro")
BALEARICS = Zone(STANDARD, ("ES",), regions=("illes balears",), name="Baleares")
EUROPE = Zone(STANDARD, ("PT", "FR"), name="Europa")
WORLD = Zone(STANDARD, name="Mundo")
ZONES = (PENINSULA, CANARIES, ISLAND, BALEARICS, EUROPE)


def name(place: Place, *more: Zone) -> str:
    found = zone_of((*ZONES, *more), place)
    return found.name if found else ""


def test_the_zone_that_says_most_of_a_place_is_its_zone() -> None:
    assert name(Place("ES", "", "41001", "sevilla")) == "Península"
    assert name(Place("ES", "", "35001")) == "Canarias"
    assert name(Place("ES", "", "38900")) == "El Hierro"
    assert name(Place("ES", "illes balears")) == "Baleares"
    assert name(Place("ES", city="las palmas")) == "Canarias"
    assert name(Place("PT")) == "Europa"


def test_a_place_in_no_zone_is_not_shipped_to_unless_the_rest_of_the_world_is() -> None:
    assert name(Place("CA")) == ""
    assert name(Place("CA"), WORLD) == "Mundo"
    assert name(Place("ES"), WORLD) == "Península"


def test_of_two_equal_zones_the_earlier_counts() -> None:
    assert name(Place("PT"), Zone(STANDARD, ("PT",), name="Portugal")) == "Europa"


def test_a_country_is_split_where_a_zone_is_a_part_of_it() -> None:
    assert is_split(ZONES, "ES")
    assert not is_split(ZONES, "PT")


def test_free_shipping_counts_from_its_limit() -> None:
    option = ShippingOption(500, 8000, 100)
    assert [option.cost(7999, 2), option.cost(8000, 2)] == [600, 0]
    assert ShippingOption().cost(4900) is None


def test_names_in_the_shops_own_rules_are_places() -> None:
    assert own_places(ZONES) == {
        "las palmas": Place("ES", city="las palmas"), "illes balears": Place("ES", region="illes balears"),
    }  # fmt: skip


def names(place: Place) -> list[str]:
    return [zone.name for zone in zones_possible(ZONES, place)]


def test_a_place_may_lie_in_every_part_that_nothing_tells_it_apart_from() -> None:
    assert names(Place("ES", "", "41001")) == ["Península"]
    assert names(Place("ES", city="sevilla")) == ["Península"]
    assert names(Place("ES", city="vilanova")) == ["Península", "Canarias", "El Hierro", "Baleares"]
    assert names(Place("ES")) == ["Península", "Canarias", "El Hierro", "Baleares"]
    assert names(Place("PT")) == ["Europa"]
    assert names(Place("CA")) == []
