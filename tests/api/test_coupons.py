"""Coupons of a shop, made and stopped by who leads it."""

from datetime import datetime
from typing import Any

from django.test import Client

from tests.api import stories
from tests.people import Cast, signed_in


def post(browser: Client, path: str, **values: Any) -> Any:
    return browser.post(f"/api/v1/{path}", values, content_type="application/json")


def test_a_coupon_is_made_listed_and_stopped(david: Client, cast: Cast, now: datetime) -> None:
    made = post(david, "coupons", code="welcome10", percent=10, minimum=2000, uses=100)
    assert (made.status_code, made.json()["code"], made.json()["state"]) == (201, "WELCOME10", "active")
    (row,) = david.get("/api/v1/coupons").json()["results"]
    assert (row["percent"], row["minimum"]["minor"], row["uses"], row["used"]) == (10, 2000, 100, 0)
    stopped = post(david, f"coupons/{row['id']}/stop")
    assert stopped.json()["state"] == "stopped"


def test_what_makes_no_sense_names_its_field(david: Client) -> None:
    answer = post(david, "coupons", code="FREE", percent=10)
    assert (answer.status_code, "WELCOME10" in str(answer.json())) == (400, True)
    assert post(david, "coupons", code="NEWS10", percent=10, amount=500).status_code == 400


def test_a_rival_neither_sees_nor_stops_it(david: Client, cast: Cast) -> None:
    made = post(david, "coupons", code="WELCOME10", amount=500).json()
    marco = signed_in(cast.marco)
    assert marco.get("/api/v1/coupons").json()["results"] == []
    assert post(marco, f"coupons/{made['id']}/stop").status_code == 404


def test_a_stopped_one_goes_on_within_its_uses(david: Client, cast: Cast) -> None:
    made = post(david, "coupons", code="PAUSE10", percent=10).json()
    post(david, f"coupons/{made['id']}/stop")
    assert [post(david, f"coupons/{made['id']}/resume").json()["state"] for _ in range(2)] == ["active", "active"]
    assert post(signed_in(cast.marco), f"coupons/{made['id']}/resume").status_code == 404


def test_its_days_are_the_shops_from_the_first_to_the_last(david: Client, cast: Cast) -> None:
    made = post(david, "coupons", code="PARTY10", amount=500, starts_on="2026-11-20", ends_on="2026-11-22").json()
    # Midnight in New York, five hours behind.
    assert (made["starts_at"], made["ends_at"]) == ("2026-11-20T05:00:00Z", "2026-11-23T05:00:00Z")
    refused = post(david, "coupons", code="PARTY11", amount=500, starts_on="2026-11-22", ends_on="2026-11-20")
    assert (refused.status_code, list(refused.json()["fields"])) == (400, ["ends_at"])


def test_the_kinds_of_goods_that_it_may_be_for_are_told(david: Client, cast: Cast, now: datetime) -> None:
    stories.make_product(cast.shop, "Dress", now)
    stories.make_product(cast.rival, "Boot", now)
    assert david.get("/api/v1/coupons").json()["categories"] == ["dress"]
