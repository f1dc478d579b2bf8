"""The shop's deeds from the order's page."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from leadnurturebot.orders.models import Order, OrderEvent
from leadnurturebot.payments.models import Refund
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.people import Cast, signed_in


@pytest.fixture
def order(cast: Cast, now: datetime) -> UUID:
    """Paid with $54 by Stripe."""
    return stories.make_paid_order(cast, now)


def do(browser: Client, order: UUID, deed: str, **body: Any) -> Any:
    return browser.post(f"/api/v1/orders/{order}/{deed}", body, content_type="application/json")


def test_an_order_goes_its_way_and_says_what_comes_next(david: Client, order: UUID) -> None:
    assert david.get(f"/api/v1/orders/{order}").json()["deeds"] == ["pack", "ship", "deliver", "cancel"]
    assert do(david, order, "pack").json()["deeds"] == ["ship", "deliver", "cancel"]
    shipped = do(david, order, "ship", carrier="ups", tracking_number="1z 999").json()
    page = "https://www.ups.com/track?tracknum=1Z999"
    assert shipped["tracking"] == {"carrier": "UPS", "number": "1Z999", "url": page}
    delivered = do(david, order, "deliver").json()
    assert (delivered["state"], delivered["deeds"]) == ("delivered", [])
    assert [event["kind"] for event in delivered["timeline"]][-3:] == ["packed", "shipped", "delivered"]


def test_tracking_that_cannot_be_followed_changes_nothing(david: Client, order: UUID) -> None:
    answer = do(david, order, "ship", tracking_url="javascript:alert(1)")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["tracking_number"])
    assert david.get(f"/api/v1/orders/{order}").json()["state"] == "paid"


def test_a_deed_that_is_not_possible_says_why(david: Client, order: UUID) -> None:
    do(david, order, "cancel")
    answer = do(david, order, "pack")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_possible_now")
    assert answer.json()["detail"] == "An order that is cancelled cannot become packed."


def test_an_agents_cancelling_gives_money_back_with_a_managers_word(cast: Cast, order: UUID) -> None:
    do(signed_in(cast.ana), order, "cancel")
    with system_scope():
        assert list(Refund.objects.values_list("amount", "state")) == [(5400, "waiting")]


def test_a_note_is_written_once_and_sealed(david: Client, order: UUID) -> None:
    note = {"id": str(uuid4()), "text": "Ring twice, Emma is on the 3rd floor"}
    answers = [do(david, order, "notes", **note) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    notes = [event["detail"] for event in answers[1].json()["timeline"] if event["kind"] == "note"]
    assert notes == ["Ring twice, Emma is on the 3rd floor"]
    with system_scope():
        event = OrderEvent.objects.get(kind="note")
    assert (event.detail, b"Emma" in bytes(event.note_sealed)) == ("", False)


@pytest.mark.parametrize("deed", ["pack", "ship", "deliver", "cancel"])
def test_marco_moves_nothing_of_sarahs_shop(marco: Client, order: UUID, deed: str) -> None:
    assert do(marco, order, deed).status_code == 404
    assert do(marco, order, "notes", id=str(uuid4()), text="Hi").status_code == 404
    with system_scope():
        assert (Order.objects.get().state, OrderEvent.objects.filter(kind="note").count()) == ("paid", 0)


def test_carriers_are_offered_by_name(vera: Client) -> None:
    names = [carrier["name"] for carrier in vera.get("/api/v1/carriers").json()["results"]]
    assert (names[0], "USPS" in names) == ("Blue Dart", True)
