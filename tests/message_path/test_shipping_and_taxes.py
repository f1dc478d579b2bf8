"""Zones, ways of shipping and taxes from the settings to the order, the payment page and the provider."""

from typing import Any

import orjson
import pytest
from django.test import Client

from leadnurturebot.domain.message_content import LinkButton
from leadnurturebot.payments.links import find
from leadnurturebot.payments.sessions import make_session
from leadnurturebot.providers.payments.base import ProviderEvent
from leadnurturebot.shops.actions import settings_change
from tests.cast import ad_referral, tap, text
from tests.message_path.driving import Drive, button

pytestmark = pytest.mark.django_db

BROOKLYN = "48 Larkspur Lane, Brooklyn, NY 11201"
ZONES = [
    {"countries": ["US"], "options": [
        {"code": "std", "flat": "5", "free_from": "80", "days_min": 3, "days_max": 5},
        {"code": "exp", "kind": "express", "flat": "15", "days_min": 1, "days_max": 2},
    ]},
    {"name": "Canada", "countries": ["CA"], "options": [{"code": "ca", "flat": "12"}]},
]  # fmt: skip
SALES_TAX = {
    "is_included": False,
    "name": "Sales tax",
    "rates": [{"country": "US", "regions": ["NY"], "percent": "8.875"}],
}
VAT = {"is_included": True, "name": "VAT", "rates": [{"country": "US", "percent": "20"}]}


def rules(drive: Drive, **changes: Any) -> None:
    settings_change(shop=drive.boutique.shop, changes=changes, now=drive.now)


def say(drive: Drive, words: str) -> Any:
    (answer,) = drive.hear(text(words, at=drive.now, wamid=words))
    return answer


def press(drive: Drive, shown: Any, title: str) -> Any:
    (answer,) = drive.hear(tap(button(shown, title), at=drive.now, wamid=f"tap {title}"))
    return answer


def with_cart(drive: Drive) -> Any:
    """A sundress for $49 in the cart."""
    drive.hear(text("Hi!", at=drive.now, wamid="hi", referral=ad_referral()))
    return say(drive, "add M to my cart please")


def token_of(link: Any) -> str:
    assert isinstance(link, LinkButton)
    return link.url.rsplit("/", 1)[-1]


def test_the_way_chosen_for_a_known_address_is_what_is_ordered(drive: Drive) -> None:
    rules(drive, shipping_zones=ZONES)
    with_cart(drive)
    say(drive, "change my address")
    shown = press(drive, say(drive, BROOKLYN), "Pay $54.00")
    assert "standard ($5, 3–5 working days) or express ($15, 1–2 working days)" in shown.plain_text()
    link = press(drive, shown, "Express $15")
    assert "Pay $64.00" in link.plain_text()
    (row,) = drive.rows(
        "SELECT shipping, total, tax, shipping_option, shipping_days_max, ship_to, address_sealed <> '' FROM orders_order"
    )
    assert row == (1500, 6400, 0, "express", 2, "", True)


def test_without_an_address_the_page_takes_only_countries_of_the_zone(drive: Drive) -> None:
    rules(drive, shipping_zones=ZONES)
    link = press(drive, with_cart(drive), "Pay now")
    assert drive.rows("SELECT shipping, total, shipping_option, ship_to FROM orders_order") == [
        (500, 5400, "standard", "US")
    ]
    assert find(drive.connection, token_of(link)).ships_to == ("US",)


def test_a_country_asked_about_is_where_it_goes(drive: Drive) -> None:
    rules(drive, shipping_zones=ZONES)
    with_cart(drive)
    shown = say(drive, "how much is shipping to Canada?")
    assert "Shipping to Canada is $12." in shown.plain_text()
    press(drive, shown, "Pay $61.00")
    assert drive.rows("SELECT shipping, total, ship_to FROM orders_order") == [(1200, 6100, "CA")]


def test_the_days_told_after_paying_are_those_of_the_way_chosen(drive: Drive) -> None:
    rules(drive, shipping_zones=ZONES)
    with_cart(drive)
    say(drive, "change my address")
    link = press(drive, press(drive, say(drive, BROOKLYN), "Pay $54.00"), "Express $15")
    found = find(drive.connection, token_of(link))
    drive.receive_payment(
        ProviderEvent(event_id="e1", kind="paid", at=drive.now, reference=found.reference, amount=6400, currency="USD")
    )
    drive.work()
    (thanks,) = drive.send()
    assert "Delivery takes 1–2 working days." in thanks.plain_text()


def test_added_tax_is_told_charged_and_sent_to_the_provider(drive: Drive) -> None:
    rules(drive, taxes=SALES_TAX)
    asked = press(drive, with_cart(drive), "Pay now")
    assert "exact total" in asked.plain_text()
    link = say(drive, BROOKLYN)
    assert "Sales tax 8.875%: $4.79." in link.plain_text()
    assert drive.rows(
        "SELECT subtotal, shipping, tax, is_tax_included, tax_rate, tax_name, total FROM orders_order"
    ) == [(4900, 500, 479, False, 8875, "Sales tax", 5879)]
    found = find(drive.connection, token_of(link))
    page = Client().get(f"/p/{found.token}").content.decode()
    assert ("Sales tax 8.875%" in page, "$4.79" in page, "$58.79" in page) == (True, True, True)
    sent = make_session(drive.connection, found, now=drive.now).request
    goods = sum(line.unit_price * line.quantity for line in sent.lines)
    assert (sent.tax, sent.tax_name, sent.has_address, goods + sent.shipping + sent.tax) == (
        479,
        "Sales tax",
        True,
        5879,
    )


def test_included_tax_is_shown_and_changes_no_amount(drive: Drive) -> None:
    rules(drive, taxes=VAT)
    link = press(drive, with_cart(drive), "Pay now")
    assert "Includes 20% VAT: $9." in link.plain_text()
    assert drive.rows("SELECT tax, is_tax_included, total FROM orders_order") == [(900, True, 5400)]
    sent = make_session(drive.connection, find(drive.connection, token_of(link)), now=drive.now).request
    assert (sent.tax, sent.amount.minor) == (0, 5400)


def test_an_open_link_keeps_its_amount_when_the_rules_change(drive: Drive) -> None:
    rules(drive, shipping_zones=ZONES, taxes=VAT)
    token = token_of(press(drive, with_cart(drive), "Pay now"))
    dearer = [{"countries": ["US"], "options": [{"code": "std", "flat": "9"}]}]
    rules(drive, shipping_zones=dearer, taxes=SALES_TAX)
    found = find(drive.connection, token)
    assert (found.amount.minor, found.shipping, found.tax, found.is_tax_included, found.problem) == (
        5400,
        500,
        900,
        True,
        "",
    )
    assert "includes VAT 20%" in Client().get(f"/p/{token}").content.decode()


def test_an_address_outside_every_zone_orders_nothing(drive: Drive) -> None:
    rules(drive, shipping_zones=ZONES)
    with_cart(drive)
    say(drive, "change my address")
    refused = say(drive, "Calle Mayor 5, 28001 Madrid, Spain")
    assert "we don't ship to Madrid, so nothing was ordered" in refused.plain_text()
    assert "Talk to a person" in refused.plain_text()
    assert "we don't ship to Madrid" in say(drive, "show my cart").plain_text()
    assert "so nothing was ordered" in say(drive, "i want to pay by card").plain_text()
    assert drive.count("orders_order") == 0


def test_a_way_that_costs_more_by_now_is_asked_for_anew(drive: Drive) -> None:
    rules(drive, shipping_zones=ZONES)
    with_cart(drive)
    say(drive, "change my address")
    shown = press(drive, say(drive, BROOKLYN), "Pay $54.00")
    dearer = [{**ZONES[0], "options": [ZONES[0]["options"][0], {**ZONES[0]["options"][1], "flat": "25"}]}]  # type: ignore[index,dict-item]  # plain data
    rules(drive, shipping_zones=dearer)
    again = press(drive, shown, "Express $15")
    assert "What shipping costs has just changed" in again.plain_text()
    assert "express ($25" in again.plain_text()
    assert drive.count("orders_order") == 0


def test_the_ledger_tells_what_of_an_order_was_shipping_and_tax(drive: Drive) -> None:
    rules(drive, taxes=VAT)
    press(drive, with_cart(drive), "Pay now")
    ((micros, data),) = drive.rows("SELECT amount_micros, data FROM ledger_entry WHERE kind = 'order.placed'")
    told = data if isinstance(data, dict) else orjson.loads(data)
    assert (micros, told) == (54_000_000, {"shipping": 500, "tax": 900})
