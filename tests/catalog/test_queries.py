"""Sizes that are gone though people ask for them."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from leadnurturebot.catalog.queries import sold_out_but_wanted
from leadnurturebot.leads.models import ConsentRecord
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.people import Cast, make_cast


@pytest.fixture
def cast(db: None, now: datetime) -> Cast:
    return make_cast(now)


def _talk(cast: Cast, n: int, product_id: UUID, size: str, at: datetime) -> tuple[UUID, UUID]:
    lead_id = stories.make_lead(cast.shop, f"Person{n}", f"1555123000{n}", at)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, at, focus_product_id=product_id, focus_size=size)
    return lead_id, thread_id


def _wanted(cast: Cast, now: datetime) -> list[tuple[str, str, int]]:
    return [(found.name, found.size, found.people) for found in sold_out_but_wanted(cast.shop.id, now=now, limit=9)]


def test_only_the_size_that_is_gone_counts_and_each_person_once(cast: Cast, now: datetime) -> None:
    dress = stories.make_product(cast.shop, "Dress", now, stock={"S": 4, "M": 0})
    first, thread_id = _talk(cast, 0, dress.id, "M", now)
    _talk(cast, 1, dress.id, "S", now)
    medium = stories.variant_of(dress, "M")
    stories.make_order(cast.shop, first, thread_id, "TT1", now, variant=medium, name="Dress")
    asked_to_be_told, _ = _talk(cast, 2, dress.id, "", now)
    with system_scope():
        ConsentRecord.objects.create(
            shop_id=cast.shop.id,
            lead_id=asked_to_be_told,
            kind="restock",
            is_granted=True,
            at=now,
            variant_id=medium.id,
        )
    assert _wanted(cast, now) == [("Dress", "M", 2)]


def test_what_nobody_asked_for_lately_is_no_need(cast: Cast, now: datetime) -> None:
    dress = stories.make_product(cast.shop, "Dress", now, stock={"M": 0})
    _talk(cast, 0, dress.id, "M", now - timedelta(days=31))
    assert _wanted(cast, now) == []


def test_a_size_left_in_another_colour_is_not_sold_out(cast: Cast, now: datetime) -> None:
    from leadnurturebot.catalog.models import Variant

    dress = stories.make_product(cast.shop, "Dress", now, stock={"M": 0})
    with system_scope():
        Variant.objects.create(
            shop_id=cast.shop.id, product=dress, code=999, sku="red-M", color="red", size="M", price=4900, stock=1
        )
    _talk(cast, 0, dress.id, "M", now)
    assert _wanted(cast, now) == []
