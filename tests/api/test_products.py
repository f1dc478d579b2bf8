"""The catalogue."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from leadnurturebot.orders.models import StockHold
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast


@pytest.fixture
def goods(cast: Cast, now: datetime) -> dict[str, str]:
    """Three products; two people looked at the sundress, one bought jeans."""
    sundress = stories.make_product(cast.shop, "Blue Floral Sundress", now, code=1, stock={"S": 9, "M": 0})
    jeans = stories.make_product(cast.shop, "Straight Jeans", now, code=2, price=6400, stock={"32": 3}, color="indigo")
    scarf = stories.make_product(cast.shop, "Rust Scarf", now, code=3, price=2900, stock={"One size": 40}, color="rust")
    for n in range(2):
        lead_id = stories.make_lead(cast.shop, f"Person{n}", f"1555123000{n}", now)
        thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now, focus_product_id=sundress.id)
    stories.make_order(
        cast.shop, lead_id, thread_id, "TT1", now, variant=stories.variant_of(jeans, "32"), name="Jeans", quantity=2
    )
    return {"sundress": str(sundress.id), "jeans": str(jeans.id), "scarf": str(scarf.id)}


def _names(browser: Client, query: str = "") -> list[str]:
    return [row["name"] for row in browser.get(f"/api/v1/products{query}").json()["results"]]


def test_a_row_of_the_catalogue(sarah: Client, goods: dict[str, str]) -> None:
    with counted() as count:
        rows = sarah.get("/api/v1/products").json()["results"]
    price = {"minor": 4900, "currency": "USD"}
    assert rows[0] == {
        "id": goods["sundress"], "name": "Blue Floral Sundress", "category": "dress", "collection": "",
        "price_from": price, "price_to": price, "sale": False, "image_url": "/media/products/1.png", "stock_total": 9,
        "sizes": [{"size": "S", "stock": 9}, {"size": "M", "stock": 0}], "colors": ["blue"], "sold_30d": 0,
        "asked_30d": 2, "status": "active",
    }  # fmt: skip
    assert [row["sold_30d"] for row in rows if row["name"] == "Straight Jeans"] == [2]
    assert len(count) == 5, count.statements


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=floral", ["Blue Floral Sundress"]), ("?q=indigo", ["Straight Jeans"]), ("?q=3-One", ["Rust Scarf"]),
        ("?q=100%25", []), ("?category=shoes", []), ("?problem=sold_out", ["Blue Floral Sundress"]),
        ("?problem=low", ["Straight Jeans"]),
    ],
)  # fmt: skip
def test_products_are_found(sarah: Client, goods: dict[str, str], query: str, expected: list[str]) -> None:
    assert _names(sarah, query) == expected


def test_pages_follow_each_other(sarah: Client, cast: Cast, now: datetime) -> None:
    for n in range(40):
        stories.make_product(cast.shop, f"Product {n:02}", now, code=n + 1)
    first = sarah.get("/api/v1/products").json()
    second = sarah.get("/api/v1/products", {"cursor": first["next_cursor"]}).json()
    names = [row["name"] for page in (first, second) for row in page["results"]]
    assert sorted(names) == [f"Product {n:02}" for n in range(40)]
    assert (len(first["results"]), second["next_cursor"]) == (30, None)


def test_the_page_of_a_product(sarah: Client, cast: Cast, goods: dict[str, str], now: datetime) -> None:
    from leadnurturebot.catalog.models import Product, SizeChart, Variant
    from leadnurturebot.orders.models import Order

    with system_scope():
        chart = SizeChart.objects.create(
            shop_id=cast.shop.id, name="dress", rows=[{"size": "M", "body": {"bust": [88, 92]}}]
        )
        Product.objects.filter(id=goods["sundress"]).update(
            size_chart=chart, material="viscose", details={"care": "wash at 30", "length": ""}
        )
        small = Variant.objects.get(product_id=goods["sundress"], size="S")
        order = Order.objects.get(number="TT1")
        until = now + timedelta(minutes=5)
        StockHold.objects.create(shop_id=cast.shop.id, order=order, variant_id=small.id, quantity=2, until=until)
    with counted() as count:
        page = sarah.get(f"/api/v1/products/{goods['sundress']}").json()
    assert (page["name"], page["material"], page["details"]) == (
        "Blue Floral Sundress",
        "viscose",
        ["care: wash at 30"],
    )
    assert [(v["sku"], v["size"], v["stock"], v["held"]) for v in page["variants"]] == [
        ("1-S", "S", 9, 2),
        ("1-M", "M", 0, 0),
    ]
    assert page["size_chart"] == [{"size": "M", "body": {"bust": [88.0, 92.0]}}]
    assert [(image["color"], image["url"], image["alt"]) for image in page["images"]] == [
        ("blue", "/media/products/1.png", "")
    ]
    assert len(count) == 8, count.statements


def test_a_rival_sees_nothing_of_it(marco: Client, sarah: Client, goods: dict[str, str]) -> None:
    address = f"/api/v1/products/{goods['sundress']}"
    assert _names(marco) == []
    assert (sarah.get(address).status_code, marco.get(address).status_code) == (200, 404)
