"""Teaching the assistant from the portal."""

from typing import Any

import pytest
from django.test import Client

from leadnurturebot.assistant.knowledge.batch import Missed, collect
from leadnurturebot.conversations.models import Message
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from tests.people import Cast

PARKING = {
    "questions": [{"language": "en", "text": "Do you have parking?"}],
    "answers": {"en": "Yes, behind the shop.", "es": "Sí, detrás de la tienda."},
}
NOBODYS = "01990000-0000-7000-8000-000000000000"


def post(browser: Client, path: str, body: Any) -> Any:
    return browser.post(f"/api/v1/assistant/{path}", body, content_type="application/json")


@pytest.fixture
def missed(cast: Cast, sarah: Client, now: Any) -> str:
    """A question of two people that had no answer; its id."""
    key = ring().of(borrowed(), cast.shop.id)
    collect(borrowed(), [
        Missed(key=key, text=text, language="en", reason="asked_person", message_id=uuid7(), thread_id=uuid7(),
               lead_id=uuid7(), at=now)
        for text in ("do you have parking?", "parking??")
    ])  # fmt: skip
    (row,) = sarah.get("/api/v1/assistant/unanswered").json()["results"]
    return str(row["id"])


def test_an_answer_is_written_changed_and_taken_away(david: Client) -> None:
    made = post(david, "answers", PARKING)
    assert made.status_code == 201
    found = made.json()
    assert (found["answers"], found["version"], found["is_active"]) == (PARKING["answers"], 1, True)
    path = f"/api/v1/assistant/answers/{found['id']}"
    changed = david.put(
        path, {**PARKING, "is_active": False, "keywords": ["car"]}, content_type="application/json"
    ).json()
    assert (changed["version"], changed["is_active"], changed["keywords"]) == (2, False, ["car"])
    assert david.get(path).json() == changed
    assert david.delete(path).status_code == 204
    assert david.get("/api/v1/assistant/answers").json() == {"results": [], "next_cursor": None}
    with system_scope():
        actions = AuditEntry.objects.filter(subject=found["id"]).order_by("id").values_list("action", flat=True)
        assert sorted(actions) == ["answer.changed", "answer.created", "answer.deleted"]


@pytest.mark.parametrize(
    ("change", "field"),
    [({"questions": []}, "questions"), ({"answers": {}}, "answers"), ({"answers": {"xx": "hm"}}, "answers"),
     ({"answers": {"en": "x" * 1001}}, "answers"), ({"questions": [{"language": "en", "text": " "}]}, "questions")],
)  # fmt: skip
def test_an_answer_without_question_or_words_is_refused(david: Client, change: dict[str, Any], field: str) -> None:
    refused = post(david, "answers", {**PARKING, **change})
    assert (refused.status_code, list(refused.json()["fields"])) == (400, [field])


def test_what_could_not_be_answered_shows_how_often_and_why(sarah: Client, missed: str) -> None:
    page = sarah.get("/api/v1/assistant/unanswered").json()
    (row,) = page["results"]
    assert (row["count"], row["people"], row["reason"], page["open_count"]) == (2, 2, "asked_person", 1)
    assert {row["text"], *row["others"]} == {"do you have parking?", "parking??"}


def test_one_click_makes_it_an_answer(sarah: Client, missed: str) -> None:
    made = post(sarah, f"unanswered/{missed}/answer", {"entry": PARKING})
    assert made.status_code == 200
    assert made.json()["answers"] == PARKING["answers"]
    assert sarah.get("/api/v1/assistant/unanswered").json()["open_count"] == 0
    (done,) = sarah.get("/api/v1/assistant/unanswered?state=answered").json()["results"]
    assert done["id"] == missed


def test_it_becomes_one_more_question_of_an_answer_that_is_there(sarah: Client, missed: str) -> None:
    other = {**PARKING, "questions": [{"language": "en", "text": "Where do I leave my bicycle?"}]}
    entry_id = post(sarah, "answers", other).json()["id"]
    made = post(sarah, f"unanswered/{missed}/answer", {"entry_id": entry_id}).json()
    assert [question["from_customer"] for question in made["questions"]] == [False, True]


def test_it_is_one_or_the_other(sarah: Client, missed: str) -> None:
    assert post(sarah, f"unanswered/{missed}/answer", {}).status_code == 400
    both = {"entry": PARKING, "entry_id": NOBODYS}
    assert post(sarah, f"unanswered/{missed}/answer", both).status_code == 400


def test_one_click_makes_it_an_example_and_another_takes_it_away(sarah: Client, missed: str) -> None:
    assert post(sarah, f"unanswered/{missed}/example", {"intent": "store_info"}).status_code == 204
    (example,) = sarah.get("/api/v1/assistant/examples").json()["results"]
    assert (example["intent"], example["from_customer"]) == ("store_info", True)
    assert sarah.delete(f"/api/v1/assistant/examples/{example['id']}").status_code == 204
    assert sarah.get("/api/v1/assistant/examples").json()["results"] == []


def test_stop_is_no_example(sarah: Client, missed: str) -> None:
    assert post(sarah, f"unanswered/{missed}/example", {"intent": "opt_out"}).status_code == 400


def test_it_is_dismissed(sarah: Client, missed: str) -> None:
    assert post(sarah, f"unanswered/{missed}/dismiss", {}).status_code == 204
    assert sarah.get("/api/v1/assistant/unanswered").json()["results"] == []
    assert len(sarah.get("/api/v1/assistant/unanswered?state=dismissed").json()["results"]) == 1


def test_a_rival_sees_and_changes_nothing(sarah: Client, marco: Client, missed: str) -> None:
    entry_id = post(sarah, "answers", PARKING).json()["id"]
    one = f"/api/v1/assistant/answers/{entry_id}"
    assert sarah.get(one).status_code == 200
    assert marco.get(one).status_code == 404
    assert marco.put(one, PARKING, content_type="application/json").status_code == 404
    assert marco.delete(one).status_code == 404
    for list_of in ("answers", "examples", "unanswered", "unanswered?state=answered"):
        assert marco.get(f"/api/v1/assistant/{list_of}").json()["results"] == []
    for deed, body in (("answer", {"entry": PARKING}), ("example", {"intent": "price"}), ("dismiss", {})):
        assert post(marco, f"unanswered/{missed}/{deed}", body).status_code == 404
    assert post(marco, f"unanswered/{missed}/answer", {"entry_id": entry_id}).status_code == 404


def test_trying_it_answers_with_the_reason_and_keeps_nothing(sarah: Client) -> None:
    entry_id = post(sarah, "answers", PARKING).json()["id"]
    turns = post(sarah, "try", {"lines": ["hi", "is there somewhere to park"]}).json()["turns"]
    assert turns[1]["reply"] == "Yes, behind the shop."
    assert turns[1]["skill"] == "own_answer"
    assert [fact["subject"] for fact in turns[1]["facts"]] == [entry_id]
    assert turns[1]["rule"].startswith("the shop's own answer, likeness")
    with system_scope():
        assert Message.objects.count() == 0


def test_what_is_tried_and_not_known_is_not_collected(sarah: Client) -> None:
    (turn,) = post(sarah, "try", {"lines": ["do you have parking?"]}).json()["turns"]
    assert turn["options"] == ["Ask the team"]
    assert sarah.get("/api/v1/assistant/unanswered").json()["results"] == []


def test_the_lists_ask_the_database_a_handful_of_times(
    sarah: Client, missed: str, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        post(sarah, "answers", PARKING)
    for path in ("answers", "examples", "unanswered"):
        with django_assert_max_num_queries(10):
            assert sarah.get(f"/api/v1/assistant/{path}").status_code == 200
