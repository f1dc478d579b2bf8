"""Zones in the settings, kept in step with the simple settings of shipping."""

from decimal import Decimal
from typing import Any

import pytest

from leadnurturebot.shops.settings import ShopSettings, UnusableSetting, changed

HOME: dict[str, Any] = {
    "countries": "us, ca",
    "options": [{"flat": "5", "free_from": "80"}, {"kind": "express", "flat": 15}],
}
ABROAD: dict[str, Any] = {"countries": ["GB"], "options": [{"flat": 20}]}


def zoned() -> ShopSettings:
    return changed(ShopSettings(), {"shipping_zones": [HOME, ABROAD]})


def test_a_price_of_the_command_line_is_that_of_the_first_way() -> None:
    settings = changed(zoned(), {"shipping_flat": "6.50", "shipping_free_from": ""})
    first, express = settings.shipping_zones[0].options
    assert (first.flat, first.free_from, first.code, express.flat) == (Decimal("6.50"), None, "o1", Decimal(15))


def test_countries_of_the_command_line_narrow_the_zones_down() -> None:
    zones = changed(zoned(), {"ships_to": "US,MX"}).shipping_zones
    assert [zone.countries for zone in zones] == [("US",), ("MX",)]
    assert zones[1].options[0].flat == Decimal(5)
    assert len({option.code for zone in zones for option in zone.options}) == 4


def test_the_countries_of_the_zones_are_those_shipped_to() -> None:
    assert zoned().ships_to == ("US", "CA", "GB")
    world = changed(zoned(), {"shipping_zones": [HOME, {"options": [{"flat": 20}]}]})
    assert world.ships_to == ()


def test_without_a_price_there_are_no_zones() -> None:
    assert changed(zoned(), {"shipping_flat": ""}).shipping_zones == ()


@pytest.mark.parametrize(
    ("zones", "why"),
    [
        ("[{", "is written as JSON"),
        ([{"countries": ["USA"], "options": [{"flat": 5}]}], "no country code of two letters"),
        ([{"countries": ["US"], "options": []}], "at least 1"),
        ([{"countries": ["US"], "options": [{"flat": -1}]}], "greater than or equal to 0"),
        ([{"countries": ["US"], "options": [{"flat": 5, "days_min": 3}]}], "days are a range"),
        ([{"regions": ["NY"], "options": [{"flat": 5}]}], "name exactly one"),
    ],
)
def test_zones_that_make_no_sense_are_refused(zones: Any, why: str) -> None:
    with pytest.raises(UnusableSetting, match=why):
        changed(ShopSettings(), {"shipping_zones": zones})


def test_a_rate_has_at_most_three_decimals() -> None:
    with pytest.raises(UnusableSetting, match="decimal places"):
        changed(ShopSettings(), {"taxes": {"rates": [{"country": "US", "percent": "8.87512"}]}})
