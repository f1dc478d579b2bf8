from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings

from leadnurturebot.catalog.personal.making import (
    KEPT_AFTER_END,
    NewPage,
    NoPage,
    Page,
    Pick,
    UnusablePage,
    note_click,
    page_make,
    page_revoke,
    sweep,
)
from leadnurturebot.catalog.personal.reading import PageUnknown, find_page, items_of
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection
from tests.cast import Boutique, open_boutique

EMMA = uuid7()


@pytest.fixture
def boutique(connection: Connection, now: datetime) -> Boutique:
    return open_boutique(connection, now)


def product(connection: Connection, boutique: Boutique, external_id: str) -> UUID:
    row = connection.execute(
        "SELECT id FROM catalog_product WHERE shop_id = %s AND external_id = %s", [boutique.shop.id, external_id]
    ).fetchone()
    assert row is not None
    found: UUID = row[0]
    return found


def make(connection: Connection, boutique: Boutique, now: datetime, *names: str, **more: Any) -> Page:
    picks = tuple(Pick(product_id=product(connection, boutique, name)) for name in names)
    new = NewPage(shop_id=boutique.shop.id, picks=picks, language="en", made_by="person:1", **{"days": 30, **more})
    return page_make(connection, new, now=now)


def facts(connection: Connection, kind: str) -> list[Any]:
    rows = connection.execute("SELECT lead_id, data FROM ledger_entry WHERE kind = %s", [kind])
    return rows.fetchall()


def test_a_page_shows_its_goods_in_their_order_with_the_stock_of_now(
    connection: Connection, boutique: Boutique, now: datetime
) -> None:
    page = make(connection, boutique, now, "tote", "sundress")
    connection.execute("UPDATE catalog_variant SET stock = 0, price = 4400, compare_at = 4900 WHERE sku = 'DR-BLUE-M'")
    tote, dress = items_of(connection, find_page(connection, page.token, now=now), now=now)
    assert (tote.slot, tote.name, dress.slot, dress.name) == (1, "Canvas Tote", 2, "Blue Floral Sundress")
    medium = next(variant.offer for variant in dress.variants if variant.size == "M")
    assert (medium.available, medium.price, medium.compare_at) == (0, 4400, 4900)


def test_what_is_hidden_since_is_not_shown(connection: Connection, boutique: Boutique, now: datetime) -> None:
    page = make(connection, boutique, now, "tote", "sundress")
    connection.execute("UPDATE catalog_product SET is_active = false WHERE external_id = 'tote'")
    assert [item.slot for item in items_of(connection, find_page(connection, page.token, now=now), now=now)] == [2]


def test_a_link_is_new_each_time_and_holds_128_bits(connection: Connection, boutique: Boutique, now: datetime) -> None:
    first, second = (make(connection, boutique, now, "tote") for _ in range(2))
    assert first.token != second.token
    assert len(first.token) == 22
    assert first.url == f"{settings.BASE_URL}/c/{first.token}"


def test_the_same_choice_for_the_same_person_is_the_same_page(
    connection: Connection, boutique: Boutique, now: datetime
) -> None:
    first = make(connection, boutique, now, "tote", "wrap", lead_id=EMMA)
    assert make(connection, boutique, now + timedelta(days=1), "tote", "wrap", lead_id=EMMA) == first
    assert make(connection, boutique, now, "wrap", "tote", lead_id=EMMA) != first
    assert make(connection, boutique, now + timedelta(days=29), "tote", "wrap", lead_id=EMMA) != first
    assert len(facts(connection, "recommendation.shown")) == 3


def test_it_ends_after_its_days_and_when_it_is_taken_back(
    connection: Connection, boutique: Boutique, now: datetime
) -> None:
    page = make(connection, boutique, now, "tote")
    assert not find_page(connection, page.token, now=now + timedelta(days=29)).ended
    assert find_page(connection, page.token, now=now + timedelta(days=30)).ended
    page_revoke(connection, boutique.shop.id, page.id, now=now)
    page_revoke(connection, boutique.shop.id, page.id, now=now)
    assert find_page(connection, page.token, now=now).ended


def test_another_shop_cannot_take_it_back_nor_put_its_goods_on_a_page(
    connection: Connection, boutique: Boutique, now: datetime
) -> None:
    rival = open_boutique(connection, now, slug="rival", phone_number_id="9", waba_id="9", link_code="")
    page = make(connection, boutique, now, "tote")
    with pytest.raises(NoPage):
        page_revoke(connection, rival.shop.id, page.id, now=now)
    assert not find_page(connection, page.token, now=now).ended
    theirs = NewPage(
        shop_id=rival.shop.id, picks=(Pick(product_id=product(connection, boutique, "tote")),), language="en",
        made_by="x", days=30,
    )  # fmt: skip
    with pytest.raises(UnusablePage, match="not there, or hidden"):
        page_make(connection, theirs, now=now)


def test_a_page_has_one_to_thirty_products(connection: Connection, boutique: Boutique, now: datetime) -> None:
    with pytest.raises(UnusablePage, match="1 to 30"):
        make(connection, boutique, now)
    picks = tuple(Pick(product_id=uuid7()) for _ in range(31))
    new = NewPage(shop_id=boutique.shop.id, picks=picks, language="en", made_by="x", days=30)
    with pytest.raises(UnusablePage, match="1 to 30"):
        page_make(connection, new, now=now)


def test_every_click_counts_and_the_ledger_keeps_the_first_of_the_pages_person(
    connection: Connection, boutique: Boutique, now: datetime
) -> None:
    page = make(connection, boutique, now, "tote", "wrap", lead_id=EMMA)
    for _ in range(2):
        note_click(connection, boutique.shop.id, page.id, 2, now=now)
    rows = connection.execute("SELECT slot, clicks FROM catalog_personalitem ORDER BY slot").fetchall()
    assert rows == [(1, 0), (2, 2)]
    ((lead, data),) = facts(connection, "recommendation.clicked")
    assert (lead, data["slot"], data["source"], data["why"]) == (EMMA, 2, "page", "picked")


def test_a_page_of_nobody_counts_its_clicks_and_tells_the_ledger_nothing(
    connection: Connection, boutique: Boutique, now: datetime
) -> None:
    page = make(connection, boutique, now, "tote")
    note_click(connection, boutique.shop.id, page.id, 1, now=now)
    assert connection.execute("SELECT clicks FROM catalog_personalitem").fetchall() == [(1,)]
    assert facts(connection, "recommendation.shown") == facts(connection, "recommendation.clicked") == []


def test_pages_that_ended_long_ago_go(connection: Connection, boutique: Boutique, now: datetime) -> None:
    page = make(connection, boutique, now, "tote")
    over = now + timedelta(days=30) + KEPT_AFTER_END
    assert sweep(connection, now=over, limit=10) == 0
    assert sweep(connection, now=over + timedelta(seconds=1), limit=10) == 1
    with pytest.raises(PageUnknown):
        find_page(connection, page.token, now=now)
