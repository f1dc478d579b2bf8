from datetime import UTC, datetime, timedelta

from django.contrib.sessions.models import Session
from django.test import Client

from tests.api.counting import counted


def _end(browser: Client) -> datetime:
    return Session.objects.get(session_key=browser.session.session_key).expire_date


def _written(browser: Client) -> int:
    with counted() as count:
        assert browser.get("/api/v1/me").status_code == 200
    return sum(statement.startswith('UPDATE "django_session"') for statement in count.statements)


def test_an_active_session_ends_later(sarah: Client) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=10)
    Session.objects.update(expire_date=soon)
    assert _written(sarah) == 1
    assert _end(sarah) > soon + timedelta(minutes=19)


def test_a_session_is_written_once_a_minute_at_most(sarah: Client) -> None:
    assert _written(sarah) == 0


def test_a_session_that_ended_stays_ended(sarah: Client) -> None:
    Session.objects.update(expire_date=datetime.now(UTC) - timedelta(seconds=1))
    assert sarah.get("/api/v1/me").status_code in (401, 403)
