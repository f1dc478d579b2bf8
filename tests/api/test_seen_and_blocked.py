"""A person has a conversation open; a person keeps somebody from writing."""

from datetime import datetime
from uuid import UUID

import orjson
import pytest
from django.test import Client

from leadnurturebot.conversations.models import Thread
from leadnurturebot.message_path import receipts
from leadnurturebot.message_path.receipts import Receipt
from leadnurturebot.platform import http_client
from leadnurturebot.platform.http_client import Answer, CallFailed
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.people import Cast

Call = tuple[str, str, bytes]


@pytest.fixture
def thread_id(cast: Cast, now: datetime) -> UUID:
    """A conversation with one question."""
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now, unread=1)
    stories.customer_says(cast.shop, thread_id, lead_id, "Hello?", now)
    borrowed().execute("UPDATE conversations_message SET provider_id = 'wamid.q'")
    return thread_id


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[Receipt]:
    """Receipts that were asked for."""
    found: list[Receipt] = []
    monkeypatch.setattr(receipts, "announce", lambda connection, given: found.extend(given))
    return found


def thread(thread_id: UUID) -> Thread:
    with system_scope():
        found: Thread = Thread.objects.get(id=thread_id)
    return found


def test_who_holds_a_conversation_and_has_it_open_gives_blue_ticks(
    sarah: Client, cast: Cast, thread_id: UUID, announced: list[Receipt]
) -> None:
    sarah.post(f"/api/v1/conversations/{thread_id}/take-over")
    assert announced == [Receipt(thread_id, cast.number.id, "wamid.q")]
    borrowed().execute("UPDATE conversations_thread SET unread = 2")
    borrowed().execute("UPDATE conversations_message SET provider_id = 'wamid.newer'")
    assert sarah.post(f"/api/v1/conversations/{thread_id}/seen").json()["unread"] == 0
    assert announced[1:] == [Receipt(thread_id, cast.number.id, "wamid.newer")]


def test_who_only_looks_gives_none(sarah: Client, david: Client, thread_id: UUID, announced: list[Receipt]) -> None:
    address = f"/api/v1/conversations/{thread_id}"
    assert sarah.post(f"{address}/seen").json()["code"] == "not_holding"
    assert announced == []
    sarah.post(f"{address}/take-over")
    announced.clear()
    assert david.post(f"{address}/seen").json()["code"] == "not_holding"
    assert announced == []


def test_a_shop_that_wants_no_receipts_gives_none(sarah: Client, thread_id: UUID, announced: list[Receipt]) -> None:
    borrowed().execute("UPDATE shops_shop SET settings = settings || '{\"read_receipts\": false}'")
    sarah.post(f"/api/v1/conversations/{thread_id}/take-over")
    assert sarah.post(f"/api/v1/conversations/{thread_id}/seen").status_code == 200
    assert announced == []


def graph(monkeypatch: pytest.MonkeyPatch, *answers: Answer | CallFailed) -> list[Call]:
    """Meta's server, which answers so."""
    calls: list[Call] = []
    waiting = list(answers)

    def call(method: str, url: str, *, body: bytes, **_: object) -> Answer:
        calls.append((method, url.rsplit("/", 1)[-1], body))
        answer = waiting.pop(0)
        if isinstance(answer, CallFailed):
            raise answer
        return answer

    monkeypatch.setattr(http_client, "call", call)
    return calls


DONE = Answer(200, {}, b'{"block_users":{"added_users":[{"input":"+447700900118"}]}}')
TOO_LATE = Answer(400, {}, b'{"error":{"code":139103,"message":"not within 24 hours"}}')


def test_an_agent_blocks_and_unblocks(sarah: Client, thread_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = graph(monkeypatch, DONE, DONE)
    address = f"/api/v1/conversations/{thread_id}"
    sarah.post(f"{address}/take-over")
    sarah.post(f"{address}/messages", {"text": "Stop it."}, content_type="application/json")
    assert sarah.post(f"{address}/block").json()["is_blocked"] is True
    assert [m["status"] for m in sarah.get(f"{address}/messages").json()["results"]] == ["received", "cancelled"]
    assert sarah.delete(f"{address}/block").json()["is_blocked"] is False
    assert [(method, edge) for method, edge, _ in calls] == [("POST", "block_users"), ("DELETE", "block_users")]
    assert orjson.loads(calls[0][2])["block_users"] == [{"user": "+447700900118"}]


@pytest.mark.parametrize(
    ("answer", "status", "code"),
    [
        (TOO_LATE, 409, "not_recent"),
        (Answer(400, {}, b'{"error":{"code":100,"message":"no"}}'), 409, "refused"),
        (CallFailed("no answer"), 503, "unreachable"),
    ],
)
def test_what_whatsapp_refuses_changes_nothing(
    sarah: Client, thread_id: UUID, monkeypatch: pytest.MonkeyPatch, answer: Answer | CallFailed, status: int, code: str
) -> None:
    graph(monkeypatch, answer)
    refused = sarah.post(f"/api/v1/conversations/{thread_id}/block")
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert thread(thread_id).blocked_at is None


def test_a_rival_can_neither_block_nor_mark(marco: Client, thread_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = graph(monkeypatch)
    address = f"/api/v1/conversations/{thread_id}"
    assert [marco.post(f"{address}/{deed}").status_code for deed in ("block", "seen")] == [404, 404]
    assert calls == []


def test_nothing_is_sent_to_a_blocked_person(sarah: Client, thread_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    graph(monkeypatch, DONE)
    address = f"/api/v1/conversations/{thread_id}"
    sarah.post(f"{address}/block")
    sarah.post(f"{address}/take-over")
    refused = sarah.post(f"{address}/messages", {"text": "Hello"}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (409, "blocked")
