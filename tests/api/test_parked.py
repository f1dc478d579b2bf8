"""Parked events."""

from datetime import datetime
from uuid import UUID

import pytest
from django.test import Client

from leadnurturebot.message_path.models import InboxRow
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.tenancy import system_scope
from tests.people import Cast


@pytest.fixture
def row_id(cast: Cast, now: datetime) -> UUID:
    """A parked row of Sarah's shop."""
    with system_scope():
        row = InboxRow.objects.create(
            shop_id=cast.shop.id, connection_id=uuid7(), contact=b"x", kind="message", event_id="wamid.1",
            occurred_at=now, received_at=now, due_at=now, state="parked", attempts=4, error="KeyError: 'x'",
            payload_sealed=b"",
        )  # fmt: skip
    found: UUID = row.id
    return found


def test_a_parked_row_shows_its_error(sarah: Client, row_id: UUID) -> None:
    page = sarah.get("/api/v1/parked").json()
    assert page == {
        "results": [
            {
                "id": str(row_id),
                "at": "2026-11-22T22:41:00Z",
                "kind": "message",
                "error": "KeyError: 'x'",
                "attempts": 4,
            }
        ],
        "next_cursor": None,
    }  # fmt: skip


def test_retry_sends_it_round_again(david: Client, row_id: UUID) -> None:
    assert david.post(f"/api/v1/parked/{row_id}/retry").status_code == 204
    with system_scope():
        row = InboxRow.objects.get(id=row_id)
        assert (row.state, row.attempts) == ("due", 0)
        assert AuditEntry.objects.filter(action="parked.retried", subject=str(row_id)).count() == 1


def test_a_second_press_finds_nothing(david: Client, row_id: UUID) -> None:
    david.post(f"/api/v1/parked/{row_id}/retry")
    assert david.post(f"/api/v1/parked/{row_id}/retry").status_code == 404


def test_a_rival_sees_and_moves_nothing(marco: Client, sarah: Client, row_id: UUID) -> None:
    assert marco.get("/api/v1/parked").json()["results"] == []
    assert marco.post(f"/api/v1/parked/{row_id}/retry").status_code == 404
    assert sarah.post(f"/api/v1/parked/{row_id}/retry").status_code == 204
