"""Orders."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from leadnurturebot.orders.models import Order, StockHold
from leadnurturebot.payments.models import Payment
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast

HOUR = timedelta(hours=1)


@pytest.fixture
def orders(cast: Cast, now: datetime) -> dict[str, UUID]:
    """One order a tab, by its state."""
    dress = stories.make_product(cast.shop, "Blue Floral Sundress", now)
    variant = stories.variant_of(dress, "M")
    ad_id = stories.make_ad(cast.shop, "Summer Collection", "1202", now)
    made: dict[str, UUID] = {}
    for n, state in enumerate(("awaiting_payment", "paid", "shipped", "delivered")):
        lead_id = stories.make_lead(cast.shop, f"Emma Wilson{n}", f"44770090011{n}", now)
        thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
        stories.touch(cast.shop, lead_id, now - 2 * HOUR, ad_id)
        made[state] = stories.make_order(
            cast.shop, lead_id, thread_id, f"TT{100 + n}", now - n * HOUR, variant=variant, name="Blue Floral Sundress",
            state=state, source="instagram_ad", ad_id=ad_id, quantity=2,
            address_sealed=stories.key_of(cast.shop).seal_text("14 Clifton Row"),
        )  # fmt: skip
    return made


def _pay(cast: Cast, order_id: UUID, state: str, at: datetime, **changes: object) -> None:
    with system_scope():
        Payment.objects.create(
            shop_id=cast.shop.id, order_id=order_id, provider="stripe", state=state, amount=10300, currency="USD",
            reference=f"r-{state}-{order_id}", created_at=at, **changes,
        )  # fmt: skip


def test_a_row_of_the_list(sarah: Client, cast: Cast, orders: dict[str, UUID], now: datetime) -> None:
    _pay(cast, orders["paid"], "expired", now - HOUR)
    _pay(cast, orders["paid"], "paid", now - 2 * HOUR, arrived_as="paid")
    with counted() as count:
        page = sarah.get("/api/v1/orders?tab=to_ship").json()
    (row,) = page["results"]
    assert row == {
        "id": str(orders["paid"]), "number": "TT101",
        "lead": {"id": row["lead"]["id"], "name": "Emma Wilson1", "initials": "EW"},
        "items_text": "Blue Floral Sundress, M + 1", "image_url": "/media/products/1.png",
        "total": {"minor": 10300, "currency": "USD"}, "state": "paid", "payment_state": "paid",
        "source": "instagram_ad", "ad_name": "Summer Collection", "placed_at": "2026-11-22T21:41:00Z",
    }  # fmt: skip
    assert page["counts"] == {"all": 4, "to_pay": 1, "to_ship": 1, "on_the_way": 1, "closed": 1}
    assert len(count) == 6, count.statements


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["TT100", "TT101", "TT102", "TT103"]), ("?tab=to_pay", ["TT100"]), ("?tab=on_the_way", ["TT102"]),
        ("?tab=closed", ["TT103"]), ("?q=%23tt101", ["TT101"]), ("?q=Wilson2", ["TT102"]), ("?q=0113", ["TT103"]),
        ("?q=nobody", []),
    ],
)  # fmt: skip
def test_orders_are_found(sarah: Client, orders: dict[str, UUID], query: str, expected: list[str]) -> None:
    assert [row["number"] for row in sarah.get(f"/api/v1/orders{query}").json()["results"]] == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("from=2026-11-22", ["TT100"]), ("to=2026-11-21", ["TT101"]), ("from=2026-11-21&to=2026-11-22", ["TT100", "TT101"]),
        ("from=2026-11-23", []),
    ],
)  # fmt: skip
def test_orders_are_found_by_the_shops_day(
    sarah: Client, cast: Cast, orders: dict[str, UUID], days: str, expected: list[str]
) -> None:
    cast.shop.timezone = "America/New_York"
    cast.shop.save(update_fields=["timezone"])
    with system_scope():
        Order.objects.filter(number="TT100").update(placed_at="2026-11-22T05:00:00Z")  # midnight in New York
        Order.objects.filter(number="TT101").update(placed_at="2026-11-22T04:59:59Z")
        Order.objects.exclude(number__in=("TT100", "TT101")).delete()
    answer = sarah.get(f"/api/v1/orders?{days}").json()
    assert [row["number"] for row in answer["results"]] == expected
    assert answer["counts"]["all"] == len(expected)


@pytest.mark.parametrize("days", ["from=yesterday", "from=2026-11-22&to=2026-11-21"])
def test_days_that_are_none_are_refused(sarah: Client, orders: dict[str, UUID], days: str) -> None:
    assert sarah.get(f"/api/v1/orders?{days}").status_code == 400


def test_the_file_holds_what_the_list_shows(sarah: Client, orders: dict[str, UUID]) -> None:
    answer = sarah.get("/api/v1/orders/export?tab=on_the_way")
    head, row, end = answer.content.decode("utf-8-sig").split("\r\n")
    assert head.startswith("number,placed_at,customer,items,total,currency,state,payment")
    assert (row.split(",")[0], "103.00,USD,shipped" in row, end) == ("TT102", True, "")
    assert "attachment" in answer["Content-Disposition"]


def test_a_name_that_a_spreadsheet_would_run_is_a_text_in_the_file(
    sarah: Client, cast: Cast, now: datetime
) -> None:  # fmt: skip
    variant = stories.variant_of(stories.make_product(cast.shop, "Dress", now), "M")
    lead_id = stories.make_lead(cast.shop, "=HYPERLINK(1)", "447700900118", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    stories.make_order(cast.shop, lead_id, thread_id, "TT1", now, variant=variant, name="Dress")
    assert ",'=HYPERLINK(1)," in sarah.get("/api/v1/orders/export").content.decode()


def test_a_rivals_file_is_empty(marco: Client, sarah: Client, orders: dict[str, UUID]) -> None:
    lines = [len(browser.get("/api/v1/orders/export").content.splitlines()) for browser in (marco, sarah)]
    assert lines == [1, 5]


def test_the_page_of_an_order_goes_from_the_ad_to_the_money(
    sarah: Client, cast: Cast, orders: dict[str, UUID], now: datetime
) -> None:
    order_id = orders["awaiting_payment"]
    _pay(cast, order_id, "failed", now)
    with system_scope():
        StockHold.objects.create(
            shop_id=cast.shop.id, order_id=order_id, variant_id=order_id, quantity=1, until=now + timedelta(minutes=30)
        )
    with counted() as count:
        page = sarah.get(f"/api/v1/orders/{order_id}").json()
    (line,) = page["lines"]
    assert (line["quantity"], line["unit_price"]["minor"], line["total"]["minor"]) == (2, 4900, 9800)
    assert (page["subtotal"]["minor"], page["shipping"]["minor"], page["total"]["minor"]) == (9800, 500, 10300)
    assert [(p["provider"], p["state"], p["problem"]) for p in page["payments"]] == [("stripe", "failed", "failed")]
    assert [(e["kind"], e["text_code"], e["detail"]) for e in page["timeline"]] == [
        ("touch", "order.touch.instagram_ad", "Summer Collection"), ("placed", "order.placed", ""),
    ]  # fmt: skip
    assert (page["address"], page["hold_until"]) == ("14 Clifton Row", "2026-11-22T23:11:00Z")
    assert len(count) <= 10, count.statements


def test_cash_on_delivery_is_paid_when_it_is_delivered(sarah: Client, cast: Cast, orders: dict[str, UUID]) -> None:
    with system_scope():
        Order.objects.update(payment_method="cash_on_delivery")
    rows = sarah.get("/api/v1/orders").json()["results"]
    assert {row["number"]: row["payment_state"] for row in rows} == {
        "TT100": "on_delivery", "TT101": "paid", "TT102": "on_delivery", "TT103": "paid"
    }  # fmt: skip


def test_pages_follow_each_other(sarah: Client, cast: Cast, now: datetime) -> None:
    variant = stories.variant_of(stories.make_product(cast.shop, "Dress", now), "M")
    lead_id = stories.make_lead(cast.shop, "Emma", "447700900118", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    for n in range(35):
        stories.make_order(cast.shop, lead_id, thread_id, f"TT{n:02}", now - n * HOUR, variant=variant, name="Dress")
    first = sarah.get("/api/v1/orders").json()
    second = sarah.get("/api/v1/orders", {"cursor": first["next_cursor"]}).json()
    numbers = [row["number"] for page in (first, second) for row in page["results"]]
    assert numbers == [f"TT{n:02}" for n in range(35)]


def test_a_rival_sees_nothing_of_it(marco: Client, sarah: Client, orders: dict[str, UUID]) -> None:
    address = f"/api/v1/orders/{orders['paid']}"
    assert marco.get("/api/v1/orders").json()["counts"]["all"] == 0
    assert (sarah.get(address).status_code, marco.get(address).status_code) == (200, 404)
