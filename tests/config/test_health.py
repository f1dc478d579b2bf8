"""Alive, ready, and the figures for Prometheus."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.test import Client

from leadnurturebot.message_path.models import InboxRow
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.actions import api_key_create, shop_create


def test_a_process_that_answers_is_alive() -> None:
    assert Client().get("/healthz").json() == {"status": "alive"}


def test_it_is_ready_when_nothing_waits(db: None) -> None:
    answer = Client().get("/readyz")
    checks = {"database": "ok", "migrations": "ok", "inbox": "ok"}
    assert (answer.status_code, answer.json()) == (200, {"status": "ready", "checks": checks})


@pytest.mark.parametrize(("seconds", "status"), [(55, 200), (65, 503)])
def test_a_message_that_waits_a_minute_makes_it_unready(db: None, seconds: int, status: int) -> None:
    waiting_since = wall_now() - timedelta(seconds=seconds)
    with system_scope():
        InboxRow.objects.create(
            shop_id=uuid7(), connection_id=uuid7(), contact=b"x", kind="message", event_id="1",
            occurred_at=waiting_since, received_at=waiting_since, due_at=waiting_since, payload_sealed=b"",
        )  # fmt: skip
    answer = Client().get("/readyz")
    assert answer.status_code == status, answer.json()


def test_without_a_database_it_is_not_ready(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object) -> None:
        raise DatabaseError

    monkeypatch.setattr("leadnurturebot.config.health.inbox_lag", unreachable)
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["status"]) == (503, "not ready")


def test_figures_are_for_this_machine_or_a_key(db: None) -> None:
    now = wall_now()
    shop = shop_create(slug="s", name="Shop", country="US", currency="USD", language="en", timezone="UTC", now=now)
    key = api_key_create(shop=shop, name="Prometheus", now=now)
    outside = Client(REMOTE_ADDR="203.0.113.9")
    assert Client().get("/metrics").status_code == 200
    assert Client(headers={"x-forwarded-for": "203.0.113.9"}).get("/metrics").status_code == 403
    assert outside.get("/metrics").status_code == 403
    assert outside.get("/metrics", headers={"authorization": "Bearer lnb_wrong"}).status_code == 403
    assert outside.get("/metrics", headers={"authorization": f"Bearer {key}"}).status_code == 200
