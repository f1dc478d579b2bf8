from datetime import datetime
from uuid import UUID

from django.test import Client

from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.people import Cast


def post(browser: Client, path: str, lead_id: UUID | None = None) -> int:
    body = f'{{"lead_id": "{lead_id}"}}' if lead_id else "{}"
    status: int = browser.post(f"/api/v1/{path}", data=body, content_type="application/json").status_code
    return status


def test_two_leads_are_made_one_and_taken_apart(sarah: Client, cast: Cast, now: datetime) -> None:
    emma = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    other = stories.make_lead(cast.shop, "E. Wilson", "447700900119", now)
    thread_id = stories.make_thread(cast.shop, cast.number, emma, now)
    assert post(sarah, f"leads/{emma}/merges", other) == 201
    (merge,) = sarah.get(f"/api/v1/conversations/{thread_id}").json()["merges"]
    assert (merge["name"], merge["reason"]) == ("E. Wilson", "person")
    assert post(sarah, f"leads/{emma}/merges/{merge['id']}/undo") == 204
    assert sarah.get(f"/api/v1/conversations/{thread_id}").json()["merges"] == []
    assert post(sarah, f"leads/{emma}/merges/{merge['id']}/undo") == 409
    with system_scope():
        assert list(AuditEntry.objects.values_list("action", flat=True).order_by("id"))[-2:] == [
            "lead.merged",
            "lead.unmerged",
        ]


def test_a_lead_is_not_merged_with_itself_or_a_rivals(sarah: Client, cast: Cast, now: datetime) -> None:
    emma = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    rivals = stories.make_lead(cast.rival, "Jo", "447700900120", now)
    assert [post(sarah, f"leads/{emma}/merges", other) for other in (emma, rivals)] == [409, 409]
    assert post(sarah, f"leads/{rivals}/merges", emma) == 404


def test_a_rival_takes_nothing_apart(sarah: Client, marco: Client, cast: Cast, now: datetime) -> None:
    emma = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    other = stories.make_lead(cast.shop, "E. Wilson", "447700900119", now)
    thread_id = stories.make_thread(cast.shop, cast.number, emma, now)
    post(sarah, f"leads/{emma}/merges", other)
    merge_id = sarah.get(f"/api/v1/conversations/{thread_id}").json()["merges"][0]["id"]
    assert post(marco, f"leads/{emma}/merges/{merge_id}/undo") == 404
