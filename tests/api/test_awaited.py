"""How a product fits and who waits for it, in the portal."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.leads.arrivals import ConsentGiven, record_consents
from leadnurturebot.nurture.restock import Notice, settle, waiting
from leadnurturebot.orders.fits import record_fit_verdict
from leadnurturebot.orders.models import OrderLine
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast


class Waiting:
    """Emma and two others wait for the sundress in M; Emma for S, too."""

    def __init__(self, cast: Cast, now: datetime) -> None:
        self.shop, self.now = cast.shop, now
        self.product = stories.make_product(cast.shop, "Blue Floral Sundress", now, stock={"S": 0, "M": 0})
        self.small, self.medium = (stories.variant_of(self.product, size) for size in "SM")
        self.leads = [stories.make_lead(cast.shop, f"Person {n}", f"1555123000{n}", now) for n in range(3)]
        self.threads = [stories.make_thread(cast.shop, cast.number, lead_id, now) for lead_id in self.leads]
        for lead_id in self.leads:
            self.ask(lead_id, self.medium.id, now)
        self.ask(self.leads[0], self.small.id, now + timedelta(hours=1))

    def ask(self, lead_id: UUID, variant_id: UUID | None, at: datetime, *, granted: bool = True) -> None:
        wish = ConsentGiven(
            shop_id=self.shop.id, lead_id=lead_id, kind="restock", is_granted=granted, at=at, variant_id=variant_id
        )
        record_consents(borrowed(), [wish])

    @property
    def notices(self) -> str:
        return f"/api/v1/leads/{self.leads[0]}/notices"


@pytest.fixture
def story(cast: Cast, now: datetime) -> Waiting:
    return Waiting(cast, now)


def awaited(browser: Client, story: Waiting) -> Any:
    found = browser.get(f"/api/v1/products/{story.product.id}/feedback").json()["awaited"]
    return [(row["size"], row["people"]) for row in found]


def test_a_product_says_how_many_wait_for_which_variant(sarah: Client, story: Waiting) -> None:
    story.ask(story.leads[1], story.medium.id, story.now + timedelta(days=1))
    with counted() as count:
        assert awaited(sarah, story) == [("S", 1), ("M", 3)]
    assert len(count) <= 10, count.statements


def test_who_was_told_said_stop_or_took_it_back_waits_no_more(sarah: Client, story: Waiting) -> None:
    later = story.now + timedelta(days=1)
    told = Notice(thread_id=story.threads[1], lead_id=story.leads[1], message_id=story.threads[1])
    settle(borrowed(), story.shop.id, story.medium.id, [told], now=later)
    story.ask(story.leads[2], None, later, granted=False)
    assert awaited(sarah, story) == [("S", 1), ("M", 1)]
    stop = ConsentGiven(shop_id=story.shop.id, lead_id=story.leads[0], kind="all", is_granted=False, at=later)
    record_consents(borrowed(), [stop])
    assert awaited(sarah, story) == []


def test_a_lead_says_what_they_wait_for_and_why_it_was_held(sarah: Client, story: Waiting) -> None:
    held = Notice(thread_id=story.threads[0], lead_id=story.leads[0], reason="window_closed_needs_template")
    settle(borrowed(), story.shop.id, story.medium.id, [held], now=story.now + timedelta(hours=2))
    rows = sarah.get(story.notices).json()["results"]
    assert [(row["product"], row["size"], row["reason"]) for row in rows] == [
        ("Blue Floral Sundress", "S", ""), ("Blue Floral Sundress", "M", "window_closed_needs_template"),
    ]  # fmt: skip


def test_a_notice_is_taken_back_once(david: Client, story: Waiting) -> None:
    cancel = f"{story.notices}/{story.medium.id}/cancel"
    assert david.post(cancel).status_code == 204
    assert [row["size"] for row in david.get(story.notices).json()["results"]] == ["S"]
    assert david.post(cancel).status_code == 404
    assert story.leads[0] not in waiting(borrowed(), story.shop.id, story.medium.id, since=story.now, limit=9)


def test_verdicts_are_counted_with_what_they_come_to(sarah: Client, story: Waiting) -> None:
    feedback = f"/api/v1/products/{story.product.id}/feedback"
    assert sarah.get(feedback).json()["fit"] == {"verdicts": 0, "small": 0, "right": 0, "large": 0, "leaning": ""}
    for n, felt in enumerate([Felt.SMALL] * 6 + [Felt.RIGHT] * 4):
        order_id = stories.make_order(
            story.shop, story.leads[0], story.threads[0], f"TT{n}", story.now, variant=story.medium, name="Dress"
        )
        with system_scope():
            line_id = OrderLine.objects.get(order_id=order_id).id
        record_fit_verdict(
            borrowed(), shop_id=story.shop.id, line_id=line_id, felt=felt, source="asked", at=story.now
        )  # fmt: skip
    assert sarah.get(feedback).json()["fit"] == {
        "verdicts": 10, "small": 6, "right": 4, "large": 0, "leaning": "small",
    }  # fmt: skip


def test_another_shop_sees_nothing_of_it(sarah: Client, marco: Client, story: Waiting) -> None:
    for path in (f"/api/v1/products/{story.product.id}/feedback", story.notices):
        assert (sarah.get(path).status_code, marco.get(path).status_code) == (200, 404)
    assert marco.post(f"{story.notices}/{story.medium.id}/cancel").status_code == 404
    assert awaited(sarah, story) == [("S", 1), ("M", 3)]
