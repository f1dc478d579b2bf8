"""Zones and taxes of a shop, read and replaced as a whole by who leads it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.test import Client

from leadnurturebot.shops.access import settings_of
from leadnurturebot.shops.actions import settings_change
from tests.people import Cast, signed_in

HOME = {"name": "Home", "countries": ["US"], "options": [
    {"flat": "5", "free_from": "80", "days_min": 3, "days_max": 5}, {"kind": "express", "flat": "15.50"},
]}  # fmt: skip
WORLD = {"options": [{"flat": "20", "per_item": "2"}]}
TAXES = {"is_included": False, "on_shipping": True, "name": "Sales tax", "rates": [
    {"country": "us", "regions": ["NY"], "percent": "8.875"},
]}  # fmt: skip
NO_TAXES: dict[str, Any] = {"is_included": True, "on_shipping": True, "rates": []}


def put(browser: Client, **values: Any) -> Any:
    return browser.put("/api/v1/delivery-rules", values, content_type="application/json")


def test_the_one_rule_of_a_shop_is_shown_as_its_zone(david: Client, cast: Cast, now: datetime) -> None:
    settings_change(shop=cast.shop, changes={"shipping_flat": "5.50", "shipping_free_from": "80"}, now=now)
    rules = david.get("/api/v1/delivery-rules").json()
    (zone,) = rules["zones"]
    assert (zone["options"][0]["flat"], zone["options"][0]["free_from"], zone["countries"]) == ("5.5", "80", [])
    assert (rules["currency"], rules["taxes"]["rates"]) == ("USD", [])


def test_rules_are_replaced_and_every_option_gets_a_code_that_stays(david: Client, cast: Cast) -> None:
    first = put(david, zones=[HOME, WORLD], taxes=TAXES).json()
    codes = [option["code"] for zone in first["zones"] for option in zone["options"]]
    assert codes == ["o1", "o2", "o3"]
    assert first["taxes"]["rates"][0] == {"country": "US", "regions": ["NY"], "postcodes": [], "percent": "8.875"}
    second = put(david, zones=[first["zones"][1], first["zones"][0]], taxes=NO_TAXES).json()
    assert [option["code"] for zone in second["zones"] for option in zone["options"]] == ["o3", "o1", "o2"]


def test_the_simple_settings_say_what_the_first_zone_says_first(david: Client, cast: Cast) -> None:
    put(david, zones=[HOME, WORLD], taxes=TAXES)
    settings = settings_of(cast.shop.id)
    assert (settings.shipping_flat, settings.shipping_free_from, settings.shipping_days_max) == (
        Decimal(5),
        Decimal(80),
        5,
    )


def test_what_makes_no_sense_is_refused_and_nothing_is_kept(david: Client) -> None:
    torn = {"countries": ["US", "CA"], "regions": ["NY"], "options": [{"flat": "5"}]}
    answer = put(david, zones=[torn], taxes=TAXES)
    assert (answer.status_code, "name exactly one" in str(answer.json())) == (400, True)
    assert put(david, zones=[{"countries": ["US"], "options": []}], taxes=TAXES).status_code == 400
    days = {**HOME, "options": [{"flat": "5", "days_min": 5, "days_max": 3}]}
    assert put(david, zones=[days], taxes=TAXES).status_code == 400
    assert david.get("/api/v1/delivery-rules").json()["zones"] == []


def test_a_rival_has_rules_of_his_own(david: Client, cast: Cast) -> None:
    put(david, zones=[HOME, WORLD], taxes=TAXES)
    rival = signed_in(cast.marco).get("/api/v1/delivery-rules").json()
    assert "Home" not in [zone["name"] for zone in rival["zones"]]
    assert rival["taxes"]["rates"] == []
