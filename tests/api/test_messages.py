"""What was said, and why."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest
from django.test import Client

from leadnurturebot.conversations.models import Thread
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast

MINUTE = timedelta(minutes=1)


@pytest.fixture
def talk(cast: Cast, now: datetime) -> tuple[UUID, UUID]:
    """A conversation and its lead."""
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900118", now)
    return stories.make_thread(cast.shop, cast.number, lead_id, now), lead_id


def test_a_question_and_its_answer_with_the_reason(
    sarah: Client, cast: Cast, talk: tuple[UUID, UUID], now: datetime
) -> None:
    thread_id, lead_id = talk
    ad_id = stories.make_ad(cast.shop, "Summer Collection", "1202", now)
    asked = stories.customer_says(cast.shop, thread_id, lead_id, "Is the blue one in stock in M?", now)
    stories.touch(cast.shop, lead_id, now, ad_id, asked)
    dress = stories.make_product(cast.shop, "Sundress", now)
    decision = stories.make_decision(cast.shop, thread_id, now)
    stories.bot_says(
        cast.shop, thread_id, lead_id, "Yes, M is in stock: 7 left.", now + MINUTE, decision_id=decision,
        products=[str(dress.id)],
    )  # fmt: skip
    with counted() as count:
        page = sarah.get(f"/api/v1/conversations/{thread_id}/messages").json()
    question, answer = page["results"]
    assert question == {
        "id": str(asked), "direction": "in", "sender": "customer", "sender_name": "", "kind": "text",
        "content": {"kind": "text", "body": "Is the blue one in stock in M?"}, "text": "Is the blue one in stock in M?",
        "at": "2026-11-22T22:41:00Z", "status": "received", "error": None, "cost": None, "decision": None,
        "ad": {"headline": "Summer", "name": "Summer Collection"},
        "marks": {
            "media": None, "reactions": {"customer": "", "shop": ""}, "quoted": None, "is_edited": False,
            "is_deleted": False, "forwarded": "",
        },
        "reply_to": None,
    }  # fmt: skip
    assert answer["text"] == "Yes, M is in stock: 7 left.\n[Add to cart]"
    assert answer["content"]["buttons"] == [{"id": "add", "title": "Add to cart"}]
    assert answer["cost"] == {"micros": 0, "currency": "USD", "free": True, "category": "service"}
    assert answer["decision"] == {
        "id": str(decision), "took_ms": 0.4, "understood": [{"intent": "availability", "confidence": 0.97}],
        "read_as": ['"the blue one" = product in the ad'], "rule": "answer stock", "skill": "product",
        "facts": [{"kind": "stock", "subject": "1-M", "value": "7"}], "product_id": str(dress.id),
    }  # fmt: skip
    assert page["next_cursor"] is None
    assert len(count) == 7, count.statements


def test_older_messages_come_by_the_cursor_in_the_order_said(
    sarah: Client, cast: Cast, talk: tuple[UUID, UUID], now: datetime
) -> None:
    thread_id, lead_id = talk
    for n in range(60):
        stories.customer_says(cast.shop, thread_id, lead_id, str(n), now + n * MINUTE)
    newest = sarah.get(f"/api/v1/conversations/{thread_id}/messages").json()
    older = sarah.get(f"/api/v1/conversations/{thread_id}/messages", {"before": newest["next_cursor"]}).json()
    assert [m["text"] for m in newest["results"]] == [str(n) for n in range(10, 60)]
    assert [m["text"] for m in older["results"]] == [str(n) for n in range(10)]
    assert older["next_cursor"] is None


def test_who_holds_the_conversation_writes(sarah: Client, cast: Cast, talk: tuple[UUID, UUID]) -> None:
    address = f"/api/v1/conversations/{talk[0]}"
    sarah.post(f"{address}/take-over")
    answer = sarah.post(f"{address}/messages", {"text": "Hello, Sarah here."}, content_type="application/json")
    message = answer.json()
    assert answer.status_code == 201
    assert (message["sender"], message["sender_name"], message["text"], message["status"]) == (
        "agent", "Sarah", "Hello, Sarah here.", "queued"
    )  # fmt: skip
    assert sarah.get(f"{address}/messages").json()["results"] == [message]
    assert sarah.get(address).json()["preview"] == "Hello, Sarah here."


def test_while_the_bot_holds_it_nobody_writes(sarah: Client, talk: tuple[UUID, UUID]) -> None:
    address = f"/api/v1/conversations/{talk[0]}/messages"
    answer = sarah.post(address, {"text": "Hello"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (409, "not_holding")
    assert sarah.get(address).json()["results"] == []


def test_outside_the_window_plain_text_is_refused(sarah: Client, talk: tuple[UUID, UUID], now: datetime) -> None:
    with system_scope():
        Thread.objects.filter(id=talk[0]).update(last_inbound_at=now - timedelta(hours=25))
    address = f"/api/v1/conversations/{talk[0]}"
    sarah.post(f"{address}/take-over")
    answer = sarah.post(f"{address}/messages", {"text": "Hello"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (409, "window_closed")
    assert sarah.get(f"{address}/messages").json()["results"] == []


@pytest.mark.parametrize("text", ["", "   ", "x" * 4097])
def test_empty_and_endless_texts_are_refused(sarah: Client, talk: tuple[UUID, UUID], text: str) -> None:
    address = f"/api/v1/conversations/{talk[0]}/messages"
    answer = sarah.post(address, {"text": text}, content_type="application/json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["text"])


def payload_of(cast: Cast) -> dict[str, Any]:
    """What waits to be sent."""
    (row,) = borrowed().execute("SELECT payload_sealed FROM message_path_outbox").fetchall()
    payload: dict[str, Any] = orjson.loads(stories.key_of(cast.shop).open(row[0]))
    return payload


def test_a_person_answers_one_message_in_particular(
    sarah: Client, cast: Cast, talk: tuple[UUID, UUID], now: datetime
) -> None:
    asked = stories.customer_says(cast.shop, *talk, "Is it washable?", now)
    borrowed().execute("UPDATE conversations_message SET provider_id = 'wamid.q' WHERE id = %s", [asked])
    address = f"/api/v1/conversations/{talk[0]}"
    sarah.post(f"{address}/take-over")
    words = {"text": "At 30 degrees.", "reply_to": str(asked)}
    answer = sarah.post(f"{address}/messages", words, content_type="application/json").json()
    assert answer["reply_to"] == str(asked)
    assert payload_of(cast)["quoted"] == "wamid.q"


def test_a_message_of_another_conversation_cannot_be_answered(
    sarah: Client, cast: Cast, talk: tuple[UUID, UUID], now: datetime
) -> None:
    other = stories.make_lead(cast.shop, "Jake", "15125550147", now)
    elsewhere = stories.customer_says(
        cast.shop, stories.make_thread(cast.shop, cast.number, other, now), other, "Hi", now
    )
    address = f"/api/v1/conversations/{talk[0]}"
    sarah.post(f"{address}/take-over")
    words = {"text": "At 30 degrees.", "reply_to": str(elsewhere)}
    answer = sarah.post(f"{address}/messages", words, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_such_message")
    assert sarah.get(f"{address}/messages").json()["results"] == []


@pytest.mark.parametrize(("stored", "told"), [("accepted", "sending"), ("played", "read"), ("delivered", "delivered")])
def test_a_state_is_told_in_the_words_of_the_description(
    sarah: Client, cast: Cast, talk: tuple[UUID, UUID], now: datetime, stored: str, told: str
) -> None:
    stories.bot_says(cast.shop, *talk, "Hi!", now, status=stored)
    page = sarah.get(f"/api/v1/conversations/{talk[0]}/messages").json()
    assert [message["status"] for message in page["results"]] == [told]
