"""Pages of chosen products through the API."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from leadnurturebot.catalog.models import Product
from leadnurturebot.catalog.personal.making import note_click
from leadnurturebot.platform.sql import borrowed
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast

PAGES = "/api/v1/personal-catalogues"


@pytest.fixture
def goods(cast: Cast, now: datetime) -> list[Product]:
    return [stories.make_product(cast.shop, f"Dress {n}", now, code=n) for n in (1, 2, 3)]


def made(browser: Client, goods: list[Product], **more: Any) -> Any:
    values = {"product_ids": [str(product.id) for product in goods], **more}
    return browser.post(PAGES, values, content_type="application/json")


def test_a_page_is_made_listed_and_revoked(sarah: Client, cast: Cast, goods: list[Product], now: datetime) -> None:
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    answer = made(sarah, goods[::-1], lead_id=str(lead_id), language="es", days=7)
    page = answer.json()
    assert answer.status_code == 201
    assert page["url"].startswith(f"{settings.BASE_URL}/c/")
    assert (page["lead"]["name"], page["language"], page["made_by"], page["state"]) == (
        "Emma Wilson",
        "es",
        "user",
        "open",
    )
    assert page["expires_at"] == (now + timedelta(days=7)).isoformat().replace("+00:00", "Z")
    assert (page["items"], page["names"], page["clicks"], page["asked"]) == (3, ["Dress 3", "Dress 2", "Dress 1"], 0, 0)
    assert sarah.get(PAGES).json() == {"results": [page], "next_cursor": None}
    revoked = sarah.post(f"{PAGES}/{page['id']}/revoke")
    assert revoked.json() == {**page, "state": "revoked"}
    assert sarah.get(page["url"].removeprefix(settings.BASE_URL)).status_code == 410


def test_it_tells_how_often_people_went_on_from_it(
    sarah: Client, cast: Cast, goods: list[Product], now: datetime
) -> None:
    page = made(sarah, goods).json()
    for slot in (1, 1, 3):
        note_click(borrowed(), cast.shop.id, UUID(page["id"]), slot, now=now)
    (row,) = sarah.get(PAGES).json()["results"]
    assert row["clicks"] == 3


def test_a_machine_makes_one_for_nobody_in_the_shops_language(
    machine: Client, goods: list[Product], now: datetime
) -> None:
    page = made(machine, goods[:1]).json()
    assert (page["lead"], page["language"], page["made_by"]) == (None, "en", "key")
    assert page["expires_at"] == (now + timedelta(days=30)).isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"product_ids": []}, "product_ids"),
        ({"product_ids": ["01990000-0000-7000-8000-000000000000"]}, "product_ids"),
        ({"product_ids": ["01990000-0000-7000-8000-000000000000"] * 31}, "product_ids"),
        ({"language": "xx"}, "language"),
        ({"lead_id": "01990000-0000-7000-8000-000000000000"}, "lead_id"),
        ({"days": 0}, "days"),
    ],
)
def test_what_makes_no_page_names_its_field(
    sarah: Client, goods: list[Product], more: dict[str, Any], field: str
) -> None:
    answer = made(sarah, goods, **more)
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])
    assert sarah.get(PAGES).json()["results"] == []


def test_a_rival_neither_sees_nor_revokes_it_nor_uses_its_goods(
    sarah: Client, marco: Client, cast: Cast, goods: list[Product], now: datetime
) -> None:
    page = made(sarah, goods).json()
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    assert marco.get(PAGES).json()["results"] == []
    assert marco.post(f"{PAGES}/{page['id']}/revoke").status_code == 404
    assert made(marco, goods).status_code == 400
    theirs = [stories.make_product(cast.rival, "Theirs", now, code=1)]
    assert list(made(marco, theirs, lead_id=str(lead_id)).json()["fields"]) == ["lead_id"]
    assert sarah.get(PAGES).json()["results"] == [page]


def test_the_list_goes_on_by_its_cursor_in_few_queries(sarah: Client, goods: list[Product]) -> None:
    for _ in range(31):
        made(sarah, goods[:1])
    with counted() as count:
        first = sarah.get(PAGES).json()
    second = sarah.get(f"{PAGES}?cursor={first['next_cursor']}").json()
    assert (len(first["results"]), len(second["results"]), second["next_cursor"]) == (30, 1, None)
    assert len({row["id"] for row in first["results"] + second["results"]}) == 31
    assert len(count) <= 10, count.statements
