"""The dashboard: every figure a sum of ledger rows over the shop's own days. Now is Sunday, 17:41 in New York."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

from leadnurturebot.conversations.models import Conversation
from leadnurturebot.message_path.models import InboxRow, OutboxRow
from leadnurturebot.nurture.models import MonthUsage
from leadnurturebot.payments.models import Payment
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.actions import settings_change
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def _usd(minor: int) -> dict[str, object]:
    return {"minor": minor, "currency": "USD"}


def test_revenue_is_what_was_settled_less_refunds_of_the_shops_day(sarah: Client, cast: Cast, now: datetime) -> None:
    midnight = datetime(2026, 11, 22, 5, tzinfo=UTC)
    stories.fact(cast.shop, "payment.settled", now, cents=5400)
    stories.fact(cast.shop, "payment.settled", midnight, cents=1000)
    stories.fact(cast.shop, "refund.settled", now, cents=-400)
    stories.fact(cast.shop, "payment.settled", midnight - timedelta(seconds=1), cents=7700)
    stories.fact(cast.rival, "payment.settled", now, cents=9900)
    page = sarah.get("/api/v1/dashboard").json()
    assert (page["from"], page["to"], page["currency"]) == ("2026-11-22", "2026-11-22", "USD")
    assert (page["revenue"]["value"], page["revenue"]["usual"]) == (_usd(6000), None)
    assert page["revenue"]["trend"] == [0] * 12 + [7700, 6000]


@pytest.mark.parametrize(("weeks", "usual"), [((1, 2), 3000), ((1, 2, 3, 4), 3000), ((1,), None)])
def test_usual_is_the_mean_of_the_same_weekdays(
    sarah: Client, cast: Cast, now: datetime, weeks: tuple[int, ...], usual: int | None
) -> None:
    for week in weeks:
        stories.fact(cast.shop, "payment.settled", now - week * 7 * DAY - 2 * HOUR, cents=2000 if week % 2 else 4000)
    found = sarah.get("/api/v1/dashboard").json()["revenue"]["usual"]
    assert found == (None if usual is None else _usd(usual))


def test_usual_of_today_is_what_the_day_had_brought_by_this_time(sarah: Client, cast: Cast, now: datetime) -> None:
    for week in (1, 2):
        stories.fact(cast.shop, "payment.settled", now - week * 7 * DAY - HOUR, cents=3000)
        stories.fact(cast.shop, "payment.settled", now - week * 7 * DAY + HOUR, cents=5000)
    assert sarah.get("/api/v1/dashboard").json()["revenue"]["usual"] == _usd(3000)


def test_a_day_without_sales_counts_as_nothing_after_the_first_sale(sarah: Client, cast: Cast, now: datetime) -> None:
    stories.fact(cast.shop, "touch.recorded", now - 28 * DAY)
    stories.fact(cast.shop, "payment.settled", now - 21 * DAY, cents=3000)
    assert sarah.get("/api/v1/dashboard").json()["revenue"]["usual"] == _usd(1000)


@pytest.mark.parametrize(
    ("query", "dates", "minor"),
    [
        ("range=7d", ("2026-11-16", "2026-11-22"), 300), ("range=30d", ("2026-10-24", "2026-11-22"), 700),
        ("from=2026-11-01&to=2026-11-13", ("2026-11-01", "2026-11-13"), 400),
    ],
)  # fmt: skip
def test_ranges_hold_whole_days_of_the_shop(
    sarah: Client, cast: Cast, now: datetime, query: str, dates: tuple[str, str], minor: int
) -> None:
    for days, cents in ((0, 100), (6, 200), (9, 400), (30, 800)):
        stories.fact(cast.shop, "payment.settled", now - days * DAY, cents=cents)
    page = sarah.get(f"/api/v1/dashboard?{query}").json()
    assert (page["from"], page["to"]) == dates
    assert page["revenue"]["value"] == _usd(minor)


def test_the_funnel_counts_people_once_a_step(sarah: Client, cast: Cast, now: datetime) -> None:
    people = [uuid7() for _ in range(8)]
    steps = (("touch.recorded", 8), ("lead.engaged", 5), ("lead.qualified", 3), ("payment.settled", 2))
    for kind, count in steps:
        for person in people[:count]:
            stories.fact(cast.shop, kind, now, lead_id=person, cents=100)
            stories.fact(cast.shop, kind, now - HOUR, lead_id=person, cents=100)
    page = sarah.get("/api/v1/dashboard").json()
    assert page["funnel"] == {"arrived": 8, "wrote": 5, "chose": 3, "bought": 2}
    assert {**page["bought"], "trend": page["bought"]["trend"][-2:]} == {
        "people": 2, "arrived": 8, "share": 0.25, "trend": [0.0, 0.25]
    }  # fmt: skip


def test_who_came_earlier_and_buys_today_stands_in_every_step(sarah: Client, cast: Cast, now: datetime) -> None:
    anna, ben = uuid7(), uuid7()
    stories.fact(cast.shop, "touch.recorded", now - 40 * DAY, lead_id=anna)
    stories.fact(cast.shop, "payment.settled", now, lead_id=anna, cents=100)
    stories.fact(cast.shop, "lead.engaged", now, lead_id=ben)
    page = sarah.get("/api/v1/dashboard").json()
    assert page["funnel"] == {"arrived": 2, "wrote": 2, "chose": 1, "bought": 1}
    assert (page["bought"]["arrived"], page["bought"]["share"], page["bought"]["trend"][-1]) == (2, 0.5, 0.5)


def test_channels_credit_the_first_touch_and_open_to_their_ads(sarah: Client, cast: Cast, now: datetime) -> None:
    ad = str(stories.make_ad(cast.shop, "Summer Collection", "1202", now))
    stories.fact(cast.shop, "payment.settled", now, cents=5400, source="instagram_ad", ad_id=ad)
    stories.fact(cast.shop, "payment.settled", now, cents=2000, source="instagram_ad", ad_id=ad)
    stories.fact(cast.shop, "refund.settled", now, cents=-1000, source="instagram_ad", ad_id=ad)
    stories.fact(cast.shop, "payment.settled", now, cents=900)
    stories.fact(cast.shop, "message.charged", now, cents=3)
    page = sarah.get("/api/v1/dashboard").json()
    summer = {"id": ad, "ad_id": "1202", "name": "Summer Collection", "revenue": _usd(6400), "orders": 2}
    assert page["channels"] == [
        {"source": "instagram_ad", "revenue": _usd(6400), "orders": 2, "ads": [summer]},
        {"source": "direct", "revenue": _usd(900), "orders": 1, "ads": []},
    ]
    assert page["channels_total"] == {"revenue": _usd(7300), "orders": 3, "message_cost_micros": 30_000}


def test_conversations_and_first_replies(sarah: Client, cast: Cast, now: datetime) -> None:
    for n, holder in enumerate(("bot", "bot", "waiting")):
        lead_id = stories.make_lead(cast.shop, f"Person{n}", f"1555123000{n}", now)
        thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now - n * HOUR, holder=holder, handoff_at=now)
        with system_scope():
            Conversation.objects.create(
                shop_id=cast.shop.id, thread_id=thread_id, lead_id=lead_id, started_at=now - n * HOUR, last_at=now,
                first_reply_ms=(1000, 1400, 3000)[n],
            )  # fmt: skip
    page = sarah.get("/api/v1/dashboard").json()
    assert page["open_conversations"] == {"total": 3, "with_bot": 2, "with_people": 1}
    assert page["first_reply"] == {"median_ms": 1400, "p95_ms": 2840, "count": 3}
    assert [row["lead"]["name"] for row in page["live"]] == ["Person2", "Person0", "Person1"]


def test_a_quiet_shop_needs_nothing(sarah: Client, cast: Cast) -> None:
    page = sarah.get("/api/v1/dashboard").json()
    assert (page["needs_you"], page["live"], page["channels"]) == ([], [], [])
    assert page["first_reply"] == {"median_ms": None, "p95_ms": None, "count": 0}
    assert page["bought"]["share"] == 0.0


def test_needs_are_sorted_by_harm_and_lead_to_their_page(sarah: Client, cast: Cast, now: datetime) -> None:
    dress = stories.make_product(cast.shop, "Wrap Dress", now, stock={"S": 4, "M": 0})
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230001", now)
    thread_id = stories.make_thread(
        cast.shop,
        cast.number,
        lead_id,
        now,
        holder="waiting",
        handoff_at=now - HOUR,
        focus_product_id=dress.id,
        focus_size="M",
    )
    _failed_payment(cast, lead_id, thread_id, now)
    _stuck_rows(cast, thread_id, lead_id, now)
    settings_change(shop=cast.shop, changes={"monthly_cap": "60"}, now=now)
    with system_scope():
        MonthUsage.objects.create(
            shop_id=cast.shop.id, number_id=cast.number.id, month="2026-11-01", spent_micros=54_000_000, currency="USD"
        )
    with counted() as count:
        needs = sarah.get("/api/v1/dashboard").json()["needs_you"]
    assert [(n["kind"], n["count"], n["subject"], n["link"]) for n in needs] == [
        ("person_wanted", 1, None, "inbox?filter=needs_you"), ("payment_failed", 1, None, "orders?tab=to_pay"),
        ("unknown_sends", 1, None, "inbox?filter=all"), ("parked", 1, None, "parked"),
        ("cap", 90, None, "nurture/budget"), ("sold_out", 1, "Wrap Dress, M", f"catalogue/{dress.id}"),
    ]  # fmt: skip
    assert (needs[0]["since"], needs[1]["amount"], needs[4]["amount"]) == (
        "2026-11-22T21:41:00Z",
        _usd(5400),
        _usd(6000),
    )
    assert len(count) <= 10, count.statements


def _failed_payment(cast: Cast, lead_id: UUID, thread_id: UUID, now: datetime) -> None:
    jeans = stories.variant_of(stories.make_product(cast.shop, "Jeans", now, code=2), "M")
    order_id = stories.make_order(
        cast.shop, lead_id, thread_id, "TT1", now, variant=jeans, name="Jeans", state="awaiting_payment"
    )
    with system_scope():
        Payment.objects.create(
            shop_id=cast.shop.id, order_id=order_id, provider="stripe", state="failed", amount=5400, currency="USD",
            reference="r1", created_at=now,
        )  # fmt: skip


def _stuck_rows(cast: Cast, thread_id: UUID, lead_id: UUID, now: datetime) -> None:
    with system_scope():
        InboxRow.objects.create(
            shop_id=cast.shop.id, connection_id=uuid7(), contact=b"x", kind="message", event_id="wamid.1",
            occurred_at=now, received_at=now, due_at=now, state="parked", payload_sealed=b"",
        )  # fmt: skip
        OutboxRow.objects.create(
            id=uuid7(), shop_id=cast.shop.id, thread_id=thread_id, lead_id=lead_id, number_id=cast.number.id,
            purpose="reply", state="unknown", due_at=now, payload_sealed=b"", decided_at=now,
        )  # fmt: skip


def test_a_rival_sees_none_of_the_figures(marco: Client, sarah: Client, cast: Cast, now: datetime) -> None:
    stories.fact(cast.shop, "payment.settled", now, lead_id=uuid7(), cents=5400)
    assert sarah.get("/api/v1/dashboard").json()["revenue"]["value"] == _usd(5400)
    assert marco.get("/api/v1/dashboard").json()["revenue"]["value"] == _usd(0)
