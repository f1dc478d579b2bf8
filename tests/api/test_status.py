"""The frame's figures and the demo's clock."""

from datetime import datetime
from typing import Any

from django.test import Client

from leadnurturebot.nurture.models import MonthUsage
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.actions import settings_change
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast


def test_it_tells_bot_waiting_clock_and_cost(sarah: Client, cast: Cast, now: datetime) -> None:
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230001", now)
    stories.make_thread(cast.shop, cast.number, lead_id, now, holder="waiting", handoff_at=now)
    settings_change(shop=cast.shop, changes={"monthly_cap": "60", "bot_paused": True}, now=now)
    with system_scope():
        MonthUsage.objects.create(
            shop_id=cast.shop.id, number_id=cast.number.id, month="2026-11-01", spent_micros=21_370_000, currency="USD"
        )
    with counted() as count:
        status = sarah.get("/api/v1/status").json()
    assert status == {
        "bot": "paused", "waiting": 1,
        "clock": {"now": "2026-11-22T22:41:00Z", "offset_seconds": 0, "demo": False},
        "message_cost": {"month": "2026-11", "spent_micros": 21_370_000, "cap_micros": 60_000_000, "currency": "USD"},
    }  # fmt: skip
    assert len(count) == 7, count.statements


def test_a_quiet_shop_without_a_cap(sarah: Client, cast: Cast) -> None:
    status = sarah.get("/api/v1/status").json()
    assert (status["bot"], status["waiting"], status["message_cost"]["cap_micros"]) == ("answering", 0, None)


def test_in_demo_mode_the_clock_moves_for_everybody(sarah: Client, cast: Cast, settings: Any) -> None:
    settings.DEMO = True
    clock = sarah.post("/api/v1/demo/clock", {"advance_seconds": 7200}, content_type="application/json").json()
    assert clock == {"now": "2026-11-23T00:41:00Z", "offset_seconds": 7200, "demo": True}
    assert sarah.get("/api/v1/status").json()["clock"] == clock
    with system_scope():
        assert AuditEntry.objects.filter(action="clock.advanced", actor=f"user:{cast.sarah.id}").count() == 1


def test_the_clock_never_runs_backwards(sarah: Client, settings: Any) -> None:
    settings.DEMO = True
    answer = sarah.post("/api/v1/demo/clock", {"advance_seconds": -1}, content_type="application/json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["advance_seconds"])
    assert sarah.get("/api/v1/status").json()["clock"]["offset_seconds"] == 0


def test_outside_demo_mode_there_is_no_such_clock(sarah: Client) -> None:
    answer = sarah.post("/api/v1/demo/clock", {"advance_seconds": 7200}, content_type="application/json")
    assert answer.status_code == 404
    assert sarah.get("/api/v1/status").json()["clock"]["offset_seconds"] == 0
