"""Templates through the API, with the provider's answers given."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import orjson
import pytest
from django.test import Client

from leadnurturebot.nurture.models import MessageTemplate
from leadnurturebot.platform import http_client
from leadnurturebot.platform.http_client import Answer
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.tenancy import system_scope
from tests.people import Cast

DRAFT = {
    "name": "back_again", "language": "en", "category": "UTILITY", "parameters": ["name"],
    "body": "Hi {{1}}, your parcel is on its way to you.", "footer": "TrendyThreads",
    "buttons": [{"type": "QUICK_REPLY", "text": "Where is it?"}],
}  # fmt: skip


@contextmanager
def meta_answers(*answers: tuple[int, dict[str, Any]]) -> Iterator[Any]:
    made = [Answer(status, {}, orjson.dumps(body)) for status, body in answers]
    with patch.object(http_client, "call", autospec=True, side_effect=made) as call:
        yield call


def create(browser: Client, **change: Any) -> Any:
    return browser.post("/api/v1/templates", {**DRAFT, **change}, content_type="application/json")


@pytest.fixture
def template_id(sarah: Client) -> str:
    return str(create(sarah).json()["id"])


def submit(browser: Client, template_id: str, **answer: Any) -> Any:
    body = {"id": "572279198452421", "status": "PENDING", "category": "UTILITY"} | answer
    with meta_answers((200, body)):
        return browser.post(f"/api/v1/templates/{template_id}/submit").json()


def approve(template_id: str) -> None:
    with system_scope():
        MessageTemplate.objects.filter(id=template_id).update(status="APPROVED")


def test_a_draft_is_kept_and_stays_here(sarah: Client) -> None:
    with meta_answers() as call:
        made = create(sarah).json()
    assert (made["status"], made["is_submitted"], made["body"]) == ("DRAFT", False, DRAFT["body"])
    assert call.call_count == 0
    assert [row["name"] for row in sarah.get("/api/v1/templates").json()["results"]] == ["back_again"]


def test_what_whatsapp_would_refuse_is_refused_by_field(sarah: Client) -> None:
    answer = create(sarah, body="{{1}} at the edge of a long enough text", footer="f" * 61)
    assert answer.status_code == 400
    assert answer.json()["fields"] == {"body": ["variable_at_edge"], "footer": ["too_long"]}
    assert sarah.get("/api/v1/templates").json()["results"] == []


def test_submitting_sends_everything_with_examples(sarah: Client, template_id: str) -> None:
    with meta_answers((200, {"id": "1", "status": "PENDING", "category": "UTILITY"})) as call:
        shown = sarah.post(f"/api/v1/templates/{template_id}/submit").json()
    assert (shown["status"], shown["is_submitted"]) == ("PENDING", True)
    sent = orjson.loads(call.call_args.kwargs["body"])
    assert sent["components"] == [
        {"type": "BODY", "text": DRAFT["body"], "example": {"body_text": [["Emma"]]}},
        {"type": "FOOTER", "text": "TrendyThreads"},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Where is it?"}]},
    ]
    assert (sent["name"], sent["language"], sent["category"]) == ("back_again", "en", "UTILITY")


def test_a_dearer_category_holds_the_template_until_the_owner_agrees(sarah: Client, template_id: str) -> None:
    shown = submit(sarah, template_id, status="APPROVED", category="MARKETING")
    assert (shown["category"], shown["previous_category"], shown["held_reason"]) == (
        "MARKETING", "UTILITY", "category_changed",
    )  # fmt: skip
    needs = sarah.get("/api/v1/dashboard").json()["needs_you"]
    assert [(need["told"], need["subject"]) for need in needs if need["kind"] == "notice"] == [
        ("template_category_changed", "back_again")
    ]
    accepted = sarah.post(f"/api/v1/templates/{template_id}/accept-category").json()
    assert accepted["held_reason"] == ""


def test_a_refused_text_says_why_in_metas_words(sarah: Client, template_id: str) -> None:
    error = {"code": 100, "error_subcode": 2388073, "message": "Invalid", "error_user_msg": "The footer is too long."}
    with meta_answers((400, {"error": error})):
        answer = sarah.post(f"/api/v1/templates/{template_id}/submit")
    assert (answer.status_code, answer.json()["code"]) == (409, "refused_by_provider")
    assert answer.json()["detail"] == "The footer is too long."
    assert sarah.get(f"/api/v1/templates/{template_id}").json()["reason"] == "The footer is too long."


def edit(browser: Client, template_id: str, **change: Any) -> Any:
    return browser.put(f"/api/v1/templates/{template_id}", {**DRAFT, **change}, content_type="application/json")


def test_an_edit_of_an_approved_template_goes_to_review_and_only_once_a_day(sarah: Client, template_id: str) -> None:
    submit(sarah, template_id)
    approve(template_id)
    with meta_answers((200, {"success": True})) as call:
        shown = edit(sarah, template_id, footer="New").json()
    assert call.call_args.args[:2] == ("POST", "http://127.0.0.1:9/v25.0/572279198452421")
    assert "category" not in orjson.loads(call.call_args.kwargs["body"])
    assert (shown["status"], shown["footer"]) == ("PENDING", "New")
    approve(template_id)
    with meta_answers() as call:
        refused = edit(sarah, template_id, footer="Newer")
    assert (refused.status_code, refused.json()["code"], call.call_count) == (409, "edited_often", 0)
    assert edit(sarah, template_id, category="MARKETING").json()["code"] == "category_fixed"


def test_deleting_takes_one_language_and_locks_the_name(sarah: Client, template_id: str) -> None:
    submit(sarah, template_id)
    with meta_answers((200, {"success": True})) as call:
        assert sarah.delete(f"/api/v1/templates/{template_id}").status_code == 204
    assert call.call_args.args[1].endswith("/message_templates?name=back_again&hsm_id=572279198452421")
    assert sarah.get("/api/v1/templates").json()["results"] == []
    assert create(sarah).json()["code"] == "name_locked"
    assert create(sarah, language="es").status_code == 201


def test_a_draft_is_deleted_without_a_trace_but_the_audit(sarah: Client, template_id: str) -> None:
    with meta_answers() as call:
        assert sarah.delete(f"/api/v1/templates/{template_id}").status_code == 204
    assert call.call_count == 0
    assert create(sarah).status_code == 201
    with system_scope():
        assert AuditEntry.objects.filter(action="template.deleted").count() == 1


def seen(name: str, **more: Any) -> dict[str, Any]:
    body = {"type": "BODY", "text": "Hello from us, dear customer."}
    return {"id": f"id-{name}", "name": name, "language": "en", "status": "APPROVED", "category": "UTILITY",
            "components": [body], "quality_score": {"score": "GREEN"}, "rejected_reason": "NONE"} | more  # fmt: skip


def page(*items: dict[str, Any], after: str = "") -> tuple[int, dict[str, Any]]:
    paging = {"cursors": {"after": after or "end"}} | ({"next": "https://next"} if after else {})
    return 200, {"data": list(items), "paging": paging}


def test_a_sync_reads_every_page_and_begins_again_when_a_cursor_is_stale(sarah: Client) -> None:
    stale = (400, {"error": {"code": 131059, "message": "cursor"}})
    answers = [
        page(seen("a"), after="c1"),
        stale,
        page(seen("a"), after="c2"),
        page(seen("b", status="REJECTED", rejected_reason="SCAM")),
    ]
    with meta_answers(*answers) as call:
        assert sarah.post("/api/v1/templates/sync").json() == {"count": 2}
    asked = [each.args[1].rpartition("limit=100")[2] for each in call.call_args_list]
    assert asked == ["", "&after=c1", "", "&after=c2"]
    rows = sarah.get("/api/v1/templates").json()["results"]
    assert [(row["name"], row["status"], row["quality"], row["reason"]) for row in rows] == [
        ("a", "APPROVED", "GREEN", ""), ("b", "REJECTED", "GREEN", "SCAM"),
    ]  # fmt: skip


def test_a_sync_forgets_what_was_deleted_elsewhere_and_keeps_drafts(sarah: Client, template_id: str) -> None:
    with meta_answers(page(seen("a"), seen("b"))):
        sarah.post("/api/v1/templates/sync")
    with meta_answers(page(seen("b", category="MARKETING"))):
        sarah.post("/api/v1/templates/sync")
    rows = sarah.get("/api/v1/templates").json()["results"]
    assert [(row["name"], row["held_reason"]) for row in rows] == [("b", "category_changed"), ("back_again", "")]


def test_a_rival_sees_and_changes_nothing(marco: Client, template_id: str, cast: Cast) -> None:
    assert marco.get("/api/v1/templates").json()["results"] == []
    assert edit(marco, template_id).status_code == 404
    assert marco.delete(f"/api/v1/templates/{template_id}").status_code == 404
    assert marco.post(f"/api/v1/templates/{template_id}/submit").status_code == 404
    with system_scope():
        assert MessageTemplate.objects.get(id=template_id).status == "DRAFT"
