"""Returns in the portal."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from leadnurturebot.message_path.models import OutboxRow
from leadnurturebot.orders.models import Order, OrderLine, Return
from leadnurturebot.payments.models import Payment, Refund
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.actions import settings_change
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast, signed_in


@pytest.fixture
def order(cast: Cast, now: datetime) -> UUID:
    """Delivered, paid with $54 by Stripe; the shop exchanges for free within 30 days."""
    settings_change(shop=cast.shop, changes={"return_days": "30", "exchange_free": "true"}, now=now)
    variant = stories.variant_of(stories.make_product(cast.shop, "Dress", now), "M")
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900142", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    order_id = stories.make_order(
        cast.shop, lead_id, thread_id, "TT1", now, variant=variant, name="Dress", state="delivered"
    )  # fmt: skip
    with system_scope():
        Payment.objects.create(
            shop_id=cast.shop.id, order_id=order_id, provider="stripe", state="paid", amount=5400, currency="USD",
            reference="lnb_1", connection_id=uuid4(), arrived_as="paid", received_amount=5400, received_currency="USD",
            charge_id="pi_1", created_at=now, settled_at=now,
        )  # fmt: skip
    return order_id


def ask(browser: Client, order: UUID, **values: Any) -> Any:
    with system_scope():
        line = OrderLine.objects.get(order_id=order)
    body = {
        "id": str(uuid4()), "line_id": str(line.id), "quantity": 1, "reason": "changed_mind", "wanted": "refund", **values,
    }  # fmt: skip
    return browser.post(f"/api/v1/orders/{order}/returns", body, content_type="application/json")


def do(browser: Client, return_id: str, deed: str, **body: Any) -> Any:
    return browser.post(f"/api/v1/returns/{return_id}/{deed}", body, content_type="application/json")


def test_the_team_writes_a_return_down_and_settles_it(david: Client, order: UUID) -> None:
    made = ask(david, order)
    assert (made.status_code, made.json()["state"], made.json()["asked_by"]) == (201, "approved", "team")
    return_id = made.json()["id"]
    assert do(david, return_id, "receive").json()["deeds"] == ["reject", "settle"]
    settled = do(david, return_id, "settle").json()
    assert (settled["state"], settled["refund_amount"]["minor"]) == ("settled", 4900)
    with system_scope():
        assert list(Refund.objects.values_list("amount", "state")) == [(4900, "requested")]


def told() -> list[str]:
    with system_scope():
        return list(OutboxRow.objects.values_list("purpose", flat=True))


def test_the_customer_hears_once_how_to_send_what_the_team_wrote_down(david: Client, order: UUID) -> None:
    return_id = str(uuid4())
    ask(david, order, id=return_id)
    ask(david, order, id=return_id)
    assert len(told()) == 1


def test_what_the_rule_refuses_a_person_may_write_down_to_be_decided(
    david: Client, cast: Cast, order: UUID, now: datetime
) -> None:
    settings_change(shop=cast.shop, changes={"return_days": "0"}, now=now)
    with system_scope():
        Order.objects.update(state_at=now - timedelta(days=3))
    assert (ask(david, order).status_code, ask(david, order).json()["code"]) == (409, "too_late")
    made = ask(david, order, despite_rule=True).json()
    assert (made["state"], made["why"], told()) == ("requested", "too_late", [])


def test_the_order_says_how_many_pieces_may_still_come_back(david: Client, order: UUID) -> None:
    def left() -> int:
        return int(david.get(f"/api/v1/orders/{order}").json()["lines"][0]["returnable"])

    before = left()
    ask(david, order)
    assert (before, left()) == (1, 0)


def test_writing_it_down_twice_is_one_return(david: Client, order: UUID) -> None:
    same = str(uuid4())
    assert [ask(david, order, id=same).status_code for _ in range(2)] == [201, 201]
    with system_scope():
        assert Return.objects.count() == 1


def test_what_is_on_its_way_back_is_not_returned_again(david: Client, order: UUID) -> None:
    ask(david, order)
    answer = ask(david, order)
    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_left")


def test_an_agents_refund_waits_for_a_manager(cast: Cast, order: UUID) -> None:
    ana = signed_in(cast.ana)
    return_id = ask(ana, order).json()["id"]
    do(ana, return_id, "receive")
    do(ana, return_id, "settle")
    with system_scope():
        assert list(Refund.objects.values_list("amount", "state")) == [(4900, "waiting")]


def test_more_than_was_paid_is_refused_and_the_return_stays(david: Client, order: UUID) -> None:
    return_id = ask(david, order).json()["id"]
    do(david, return_id, "receive")
    answer = do(david, return_id, "settle", amount=5401)
    assert (answer.status_code, answer.json()["code"]) == (409, "too_much")
    assert david.get(f"/api/v1/returns/{return_id}").json()["state"] == "received"


def test_a_move_that_the_table_does_not_know_is_refused(david: Client, order: UUID) -> None:
    return_id = ask(david, order).json()["id"]
    answer = do(david, return_id, "settle")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_possible_now")
    assert do(david, return_id, "burn").status_code == 404


def test_marco_sees_and_moves_nothing(marco: Client, david: Client, order: UUID) -> None:
    return_id = ask(david, order).json()["id"]
    assert marco.get("/api/v1/returns").json()["results"] == []
    assert marco.get(f"/api/v1/returns/{return_id}").status_code == 404
    assert (do(marco, return_id, "cancel").status_code, ask(marco, order).status_code) == (404, 404)
    assert david.get(f"/api/v1/returns/{return_id}").json()["state"] == "approved"


def test_the_list_counts_by_what_is_to_be_done(david: Client, order: UUID) -> None:
    ask(david, order, reason="damaged")
    with counted() as asked:
        page = david.get("/api/v1/returns?tab=to_decide").json()
    assert [row["reason"] for row in page["results"]] == ["damaged"]
    assert page["counts"] == {"to_decide": 1, "coming": 0, "here": 0, "closed": 0, "all": 1}
    assert len(asked) <= 10
