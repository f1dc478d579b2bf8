"""Cash of an order given back by hand: by whom, when, and with which words."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from leadnurturebot.ledger.models import Entry
from leadnurturebot.orders.models import Order, OrderEvent
from leadnurturebot.payments.cash import collect_cash
from leadnurturebot.payments.models import Payment
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.actions import settings_change
from tests.api import stories
from tests.people import Cast, signed_in


@pytest.fixture
def order(cast: Cast, now: datetime) -> UUID:
    """Delivered, and its $54 paid in cash at the door."""
    variant = stories.variant_of(stories.make_product(cast.shop, "Dress", now), "M")
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900142", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    order_id = stories.make_order(
        cast.shop, lead_id, thread_id, "TT1", now, variant=variant, name="Dress", state="delivered"
    )  # fmt: skip
    with system_scope():
        Order.objects.update(payment_method="cash_on_delivery", paid_at=None)
        collect_cash(borrowed(), cast.shop.id, order_id, now=now)
    return order_id


def payment_of(order: UUID) -> Any:
    with system_scope():
        return Payment.objects.get(order_id=order)


def give(browser: Client, order: UUID, **values: Any) -> Any:
    body = {"id": str(uuid4()), "payment_id": str(payment_of(order).id), **values}
    return browser.post(f"/api/v1/orders/{order}/refunds/by-hand", body, content_type="application/json")


def test_collected_cash_is_a_payment_that_no_provider_can_be_asked_for(david: Client, order: UUID) -> None:
    (payment,) = david.get(f"/api/v1/orders/{order}").json()["payments"]
    assert (payment["provider"], payment["state"]) == ("cash_on_delivery", "paid")
    assert (payment["refundable"]["minor"], payment["refundable_by_hand"]["minor"]) == (0, 5400)


def test_it_is_told_on_the_timeline_and_in_the_ledger_by_whom_and_why(david: Client, order: UUID) -> None:
    answer = give(david, order, amount=1400, note="A button was missing, cash at the counter")
    page = answer.json()
    (refund,) = page["payments"][0]["refunds"]
    assert (answer.status_code, refund["state"], refund["is_by_hand"], refund["by"]) == (
        201,
        "succeeded",
        True,
        "David",
    )
    assert page["payment_state"] == "partially_refunded"
    event = page["timeline"][-1]
    told = (event["kind"], event["by"], event["detail"])
    assert told == ("refund_by_hand", "David", "A button was missing, cash at the counter")
    with system_scope():
        assert list(Entry.objects.filter(kind="refund.settled").values_list("amount_micros", flat=True)) == [
            -14_000_000
        ]
        sealed = bytes(OrderEvent.objects.get(kind="refund_by_hand").note_sealed)
    assert b"button" not in sealed


def test_all_of_it_ends_the_order_as_refunded(david: Client, order: UUID) -> None:
    page = give(david, order).json()
    assert (page["state"], page["payments"][0]["refundable_by_hand"]["minor"]) == ("refunded", 0)


def test_pressing_twice_gives_back_once(david: Client, order: UUID) -> None:
    refund_id = str(uuid4())
    page = [give(david, order, id=refund_id, amount=1400).json() for _ in range(2)][-1]
    assert len(page["payments"][0]["refunds"]) == 1
    assert [event["kind"] for event in page["timeline"]].count("refund_by_hand") == 1


def test_more_than_was_paid_is_refused_and_nothing_is_written(david: Client, order: UUID) -> None:
    give(david, order, amount=1400)
    refused = give(david, order, amount=4001)
    assert (refused.status_code, refused.json()["code"]) == (409, "too_much")
    assert "At most 40.00 USD" in refused.json()["detail"]
    assert len(david.get(f"/api/v1/orders/{order}").json()["payments"][0]["refunds"]) == 1


def test_an_agent_writes_down_what_the_limit_allows_and_no_more(cast: Cast, order: UUID, now: datetime) -> None:
    settings_change(shop=cast.shop, changes={"refund_limit": "20"}, now=now)
    agent = signed_in(cast.ana)
    assert give(agent, order, amount=2001).json()["code"] == "needs_manager"
    assert give(agent, order, amount=2000).status_code == 201


def test_a_rival_writes_nothing_down(marco: Client, david: Client, order: UUID) -> None:
    assert give(marco, order).status_code == 404
    assert give(david, order).status_code == 201
