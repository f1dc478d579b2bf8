"""The inbox."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from leadnurturebot.nurture.batch import CartLeft, plan_reminders
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import User
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast, signed_in

HOUR = timedelta(hours=1)


def _conversation(cast: Cast, name: str, phone: str, at: datetime, **changes: object) -> str:
    lead_id = stories.make_lead(cast.shop, name, phone, at)
    return str(stories.make_thread(cast.shop, cast.number, lead_id, at, **changes))  # type: ignore[arg-type]  # columns by name


@pytest.fixture
def inbox(cast: Cast, now: datetime) -> dict[str, str]:
    """Five conversations by name, each of another filter."""
    summary = stories.key_of(cast.shop).seal_text('["Wants to swap a size","Order TT12001"]')
    waiting = {"holder": "waiting", "handoff_reason": "asked", "handoff_at": now - HOUR, "handoff_summary": summary}
    return {
        "Emma": _conversation(cast, "Emma Wilson", "447400123118", now, ad_tap_at=now, replied_to_tap_at=now),
        "Jonas": _conversation(cast, "Jonas Weber", "4915112345678", now - HOUR, **waiting),
        "Marta": _conversation(
            cast, "Marta Solís", "34612345678", now - 2 * HOUR, holder="person", holder_user_id=cast.sarah.id,
            handoff_at=now - HOUR,
        ),
        "Tom": _conversation(cast, "Tom Reilly", "15551230001", now - 30 * HOUR),
        "Priya": _conversation(
            cast, "Priya Nair", "919812345678", now - 2 * HOUR, holder="person", holder_user_id=cast.ana.id
        ),
    }  # fmt: skip


def _names(browser: Client, query: str = "") -> list[str]:
    return [row["lead"]["name"].split()[0] for row in browser.get(f"/api/v1/conversations{query}").json()["results"]]


def test_who_waits_comes_first_then_the_newest(sarah: Client, inbox: dict[str, str]) -> None:
    assert _names(sarah) == ["Jonas", "Emma", "Priya", "Marta"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("needs_you", ["Jonas"]), ("mine", ["Marta"]), ("bot", ["Emma"]), ("closed", ["Tom"])],
)
def test_filters(sarah: Client, inbox: dict[str, str], name: str, expected: list[str]) -> None:
    assert _names(sarah, f"?filter={name}") == expected


def test_counts_stand_beside_every_page(sarah: Client, inbox: dict[str, str]) -> None:
    counts = sarah.get("/api/v1/conversations?filter=closed").json()["counts"]
    assert counts == {"all": 4, "needs_you": 1, "mine": 1, "bot": 1, "closed": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("tom", ["Tom"]), ("Emma Wilson", ["Emma"]), ("3118", ["Emma"]), ("+1 555 123 0001", ["Tom"]), ("xyz", [])],
)
def test_a_search_finds_people_whatever_became_of_them(
    sarah: Client, inbox: dict[str, str], text: str, expected: list[str]
) -> None:
    answer = sarah.get("/api/v1/conversations", {"q": text}).json()
    assert [row["lead"]["name"].split()[0] for row in answer["results"]] == expected


def test_a_row_says_who_what_and_how_long(sarah: Client, inbox: dict[str, str], cast: Cast, now: datetime) -> None:
    row = next(r for r in sarah.get("/api/v1/conversations").json()["results"] if r["id"] == inbox["Emma"])
    assert row == {
        "id": inbox["Emma"],
        "lead": {**row["lead"], "name": "Emma Wilson", "initials": "EW", "language": "", "country": "GB"},
        "preview": "Hi!", "preview_from": "customer", "stage": "browsing", "holder": "bot", "holder_name": "",
        "reason": None, "value": None, "window": {"kind": "ad", "until": "2026-11-25T22:41:00Z", "free": True},
        "last_at": "2026-11-22T22:41:00Z", "unread": 0, "image_url": None,
    }  # fmt: skip


def test_the_value_is_the_cart_before_what_is_looked_at(sarah: Client, cast: Cast, now: datetime) -> None:
    dress = stories.make_product(cast.shop, "Blue Floral Sundress", now)
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447400123118", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now, focus_product_id=dress.id)
    row = sarah.get("/api/v1/conversations").json()["results"][0]
    assert (row["value"], row["image_url"]) == ({"minor": 4900, "currency": "USD"}, "/media/products/1.png")
    stories.put_in_cart(cast.shop, thread_id, lead_id, stories.variant_of(dress, "M"), 2, now)
    assert sarah.get("/api/v1/conversations").json()["results"][0]["value"]["minor"] == 9800


def test_waiting_people_are_sorted_by_value_and_wait(sarah: Client, cast: Cast, now: datetime) -> None:
    dress = stories.make_product(cast.shop, "Dress", now)
    names = ("Early", "Late", "Rich")
    for minutes, name in enumerate(names):
        lead_id = stories.make_lead(cast.shop, name, f"1555123000{minutes}", now)
        thread_id = stories.make_thread(
            cast.shop, cast.number, lead_id, now, holder="waiting", handoff_at=now - timedelta(minutes=9 - minutes)
        )
        if name == "Rich":
            stories.put_in_cart(cast.shop, thread_id, lead_id, stories.variant_of(dress, "M"), 1, now)
    assert _names(sarah) == ["Rich", "Early", "Late"]


def test_pages_follow_each_other_without_gap_or_repeat(sarah: Client, cast: Cast, now: datetime) -> None:
    for n in range(65):
        _conversation(cast, f"Person{n:02}", f"1555124{n:04}", now - timedelta(minutes=n))
    first = sarah.get("/api/v1/conversations?filter=bot").json()
    second = sarah.get("/api/v1/conversations", {"filter": "bot", "cursor": first["next_cursor"]}).json()
    third = sarah.get("/api/v1/conversations", {"filter": "bot", "cursor": second["next_cursor"]}).json()
    names = [row["lead"]["name"] for page in (first, second, third) for row in page["results"]]
    assert names == [f"Person{n:02}" for n in range(65)]
    assert third["next_cursor"] is None


def test_the_list_asks_the_database_little(sarah: Client, inbox: dict[str, str]) -> None:
    with counted() as count:
        sarah.get("/api/v1/conversations")
    assert len(count) == 7, count.statements


def test_a_rival_sees_nothing_of_it(marco: Client, sarah: Client, inbox: dict[str, str]) -> None:
    assert _names(marco) == []
    for path in ("", "/messages"):
        address = f"/api/v1/conversations/{inbox['Emma']}{path}"
        assert (sarah.get(address).status_code, marco.get(address).status_code) == (200, 404)


@pytest.mark.parametrize("deed", ["take-over", "hand-back"])
def test_a_rival_cannot_act_on_it(marco: Client, sarah: Client, inbox: dict[str, str], deed: str) -> None:
    address = f"/api/v1/conversations/{inbox['Marta']}/{deed}"
    assert marco.post(address).status_code == 404
    assert sarah.get(f"/api/v1/conversations/{inbox['Marta']}").json()["holder"] == "person"
    assert sarah.post(address).status_code == 200


def test_the_page_of_a_conversation_tells_everything(sarah: Client, cast: Cast, now: datetime) -> None:
    dress = stories.make_product(cast.shop, "Blue Floral Sundress", now)
    medium = stories.variant_of(dress, "M")
    ad_id = stories.make_ad(cast.shop, "Summer Collection", "1202", now)
    profile = stories.key_of(cast.shop).seal_text('{"usual_size":"M"}')
    lead_id = stories.make_lead(
        cast.shop, "Emma Wilson", "447400123118", now, source="instagram_ad", first_ad_id=ad_id,
        marketing_consent_at=now, profile_sealed=profile,
    )  # fmt: skip
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now, focus_product_id=dress.id)
    stories.put_in_cart(cast.shop, thread_id, lead_id, medium, 1, now)
    order_id = stories.make_order(cast.shop, lead_id, thread_id, "TT12001", now, variant=medium, name="Dress")
    stories.bot_says(cast.shop, thread_id, lead_id, "Yes!", now, expected_micros=4000, pricing_type="regular")
    plan_reminders(borrowed(), [CartLeft(shop_id=cast.shop.id, thread_id=thread_id, lead_id=lead_id, at=now)])
    with counted() as count:
        page = sarah.get(f"/api/v1/conversations/{thread_id}").json()
    assert page["ad"] == {"name": "Summer Collection", "headline": "Summer Collection"}
    assert (page["source"], page["phone_masked"]) == ("instagram_ad", "+44 •••• 118")
    assert (page["local_time"], page["timezone"], page["usual_size"]) == ("22:41", "Europe/London", "M")
    at = "2026-11-22T22:41:00Z"
    assert page["consent"] == {"marketing": True, "reminders": False, "opted_out": False, "since": at}
    assert page["cart"]["total"] == {"minor": 4900, "currency": "USD"}
    (line,) = page["cart"]["lines"]
    assert (line["name"], line["size"], line["quantity"]) == ("Blue Floral Sundress", "M", 1)
    assert page["focus"]["name"] == "Blue Floral Sundress"
    total = {"minor": 5400, "currency": "USD"}
    assert page["orders"] == [
        {"id": str(order_id), "number": "TT12001", "state": "paid", "total": total, "placed_at": at}
    ]
    assert (page["cost_so_far_micros"], page["cost_currency"], page["next_message_micros"]) == (4000, "USD", 0)
    assert [step["step"] for step in page["follow_ups"]] == ["2h", "24h", "72h"]
    assert {step["state"] for step in page["follow_ups"]} == {"planned"}
    assert (page["handoff"], page["can_take_over"], page["can_write"]) == (None, True, False)
    assert len(count) <= 10, count.statements


def test_a_handoff_says_why_and_since_when(sarah: Client, inbox: dict[str, str]) -> None:
    page = sarah.get(f"/api/v1/conversations/{inbox['Jonas']}").json()
    assert page["handoff"] == {
        "reason": "asked", "summary": ["Wants to swap a size", "Order TT12001"], "since": "2026-11-22T21:41:00Z"
    }  # fmt: skip
    assert (page["stage"], page["reason"], page["can_take_over"]) == ("waiting_for_person", "asked", True)


def test_taking_over_makes_the_caller_hold_it(sarah: Client, inbox: dict[str, str]) -> None:
    page = sarah.post(f"/api/v1/conversations/{inbox['Jonas']}/take-over").json()
    assert (page["holder"], page["holder_name"], page["stage"]) == ("person", "Sarah", "with_person")
    assert (page["can_take_over"], page["can_write"]) == (False, True)


def test_what_a_colleague_holds_is_not_taken(sarah: Client, cast: Cast, inbox: dict[str, str]) -> None:
    answer = sarah.post(f"/api/v1/conversations/{inbox['Priya']}/take-over")
    assert (answer.status_code, answer.json()["code"]) == (409, "already_held")
    assert sarah.get(f"/api/v1/conversations/{inbox['Priya']}").json()["holder_name"] == "Ana"


def test_handing_back_gives_it_to_the_bot(sarah: Client, inbox: dict[str, str]) -> None:
    page = sarah.post(f"/api/v1/conversations/{inbox['Marta']}/hand-back").json()
    assert (page["holder"], page["holder_name"], page["handoff"], page["stage"]) == ("bot", "", None, "browsing")


def test_what_the_bot_holds_cannot_be_handed_back(sarah: Client, inbox: dict[str, str]) -> None:
    answer = sarah.post(f"/api/v1/conversations/{inbox['Emma']}/hand-back")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_holding")


def test_a_machine_cannot_hold_a_conversation(machine: Client, inbox: dict[str, str]) -> None:
    answer = machine.post(f"/api/v1/conversations/{inbox['Emma']}/take-over")
    assert (answer.status_code, answer.json()["code"]) == (403, "person_needed")
    assert machine.get(f"/api/v1/conversations/{inbox['Emma']}").json()["can_take_over"] is False


def test_a_viewer_looks_and_cannot_act(vera: Client, inbox: dict[str, str]) -> None:
    page = vera.get(f"/api/v1/conversations/{inbox['Emma']}").json()
    assert (page["can_take_over"], page["can_write"]) == (False, False)


def test_taking_over_waits_until_the_bots_last_message_has_left(
    sarah: Client, inbox: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [True, True, False]
    monkeypatch.setattr("leadnurturebot.api.v1.holding.sends_in_flight", lambda *_, **__: answers.pop(0))
    sarah.post(f"/api/v1/conversations/{inbox['Emma']}/take-over")
    assert answers == []


def test_names_of_colleagues_stand_on_their_conversations(cast: Cast, inbox: dict[str, str]) -> None:
    with system_scope():
        ana = User.objects.get(id=cast.ana.id)
    rows = signed_in(ana).get("/api/v1/conversations?filter=mine").json()["results"]
    assert [(row["id"], row["holder_name"]) for row in rows] == [(inbox["Priya"], "Ana")]
