"""Money given back from the order's page."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from leadnurturebot.payments.models import Payment, ProviderCall, Refund
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.actions import settings_change
from tests.api import stories
from tests.people import Cast, signed_in


@pytest.fixture
def order(cast: Cast, now: datetime) -> UUID:
    """Paid with $54 by Stripe."""
    return stories.make_paid_order(cast, now)


def payment_of(order: UUID) -> UUID:
    with system_scope():
        payment: Payment = Payment.objects.get(order_id=order)
    return payment.id


def ask(browser: Client, order: UUID, **values: Any) -> Any:
    body = {"id": str(uuid7()), "payment_id": str(payment_of(order)), **values}
    return browser.post(f"/api/v1/orders/{order}/refunds", body, content_type="application/json")


def refunds() -> list[tuple[int, str]]:
    with system_scope():
        return list(Refund.objects.order_by("created_at", "id").values_list("amount", "state"))


def calls() -> int:
    with system_scope():
        return int(ProviderCall.objects.filter(kind="refund").count())


def test_a_manager_gives_a_part_back(david: Client, order: UUID) -> None:
    answer = ask(david, order, amount=1400, reason="A button was missing")
    (payment,) = answer.json()["payments"]
    assert (answer.status_code, payment["state"], payment["refundable"]["minor"]) == (201, "refund_pending", 4000)
    (refund,) = payment["refunds"]
    assert (refund["state"], refund["amount"]["minor"], refund["reason"]) == ("requested", 1400, "A button was missing")
    assert [event["kind"] for event in answer.json()["timeline"]][-1] == "refund_requested"
    assert calls() == 1


def test_without_an_amount_all_that_is_left_goes_back(david: Client, order: UUID) -> None:
    ask(david, order, amount=1400)
    ask(david, order)
    assert refunds() == [(1400, "requested"), (4000, "requested")]


def test_pressing_twice_gives_back_once(david: Client, order: UUID) -> None:
    same = str(uuid7())
    assert [ask(david, order, id=same).status_code for _ in range(2)] == [201, 201]
    assert (refunds(), calls()) == ([(5400, "requested")], 1)


@pytest.mark.parametrize(("amount", "status"), [(5401, 409), (0, 400), (-1, 400), ("x", 400)])
def test_more_than_came_or_less_than_something_is_refused(
    david: Client, order: UUID, amount: object, status: int
) -> None:
    answer = ask(david, order, amount=amount)
    assert answer.status_code == status
    if status == 409:
        assert (answer.json()["code"], answer.json()["detail"]) == (
            "too_much", "At most 54.00 USD can be given back of this payment.",
        )  # fmt: skip
    assert (refunds(), calls()) == ([], 0)


def test_a_payment_without_money_gives_nothing_back(david: Client, order: UUID) -> None:
    with system_scope():
        Payment.objects.update(received_amount=None, arrived_as="", state="open")
    assert ask(david, order).json()["code"] == "nothing_paid"


def test_an_agents_refund_waits_for_a_manager(cast: Cast, david: Client, order: UUID) -> None:
    ana = signed_in(cast.ana)
    (payment,) = ask(ana, order, amount=1400).json()["payments"]
    (refund,) = payment["refunds"]
    assert (refund["state"], payment["state"], calls()) == ("waiting", "paid", 0)
    approve = f"/api/v1/orders/{order}/refunds/{refund['id']}/approve"
    assert (ana.post(approve).status_code, david.post(approve).status_code, david.post(approve).status_code) == (
        403,
        200,
        200,
    )
    assert (refunds(), calls()) == ([(1400, "requested")], 1)


def test_a_manager_may_decline_and_the_money_is_free_again(cast: Cast, david: Client, order: UUID) -> None:
    ask(signed_in(cast.ana), order)
    with system_scope():
        refund_id = Refund.objects.get().id
    (payment,) = david.post(f"/api/v1/orders/{order}/refunds/{refund_id}/decline").json()["payments"]
    assert (payment["refunds"][0]["state"], payment["refundable"]["minor"], calls()) == ("declined", 5400, 0)


@pytest.mark.parametrize(
    ("limit", "amount", "state"), [("20", 2000, "requested"), ("20", 2001, "waiting"), ("20", None, "waiting")]
)
def test_an_agent_gives_back_up_to_the_shops_limit(
    cast: Cast, order: UUID, now: datetime, limit: str, amount: int | None, state: str
) -> None:
    settings_change(shop=cast.shop, changes={"refund_limit": limit}, now=now)
    ask(signed_in(cast.ana), order, amount=amount)
    assert refunds()[0][1] == state


def test_the_limit_is_for_all_of_an_order(cast: Cast, order: UUID, now: datetime) -> None:
    settings_change(shop=cast.shop, changes={"refund_limit": "20"}, now=now)
    for _ in range(2):
        ask(signed_in(cast.ana), order, amount=1500)
    assert refunds() == [(1500, "requested"), (1500, "waiting")]


def test_a_rival_gives_nothing_of_it_back(cast: Cast, marco: Client, sarah: Client, order: UUID) -> None:
    assert (ask(marco, order).status_code, refunds()) == (404, [])
    assert ask(sarah, order).status_code == 201
