"""Tickets in the portal."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from leadnurturebot.conversations.models import Thread
from leadnurturebot.domain.tickets import Priority, TicketKind
from leadnurturebot.orders.models import Ticket, TicketEvent
from leadnurturebot.orders.ticket_rows import NewTicket, open_tickets
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.platform.tenancy import system_scope
from tests.api import stories
from tests.api.counting import counted
from tests.people import Cast


@pytest.fixture
def thread(cast: Cast, now: datetime) -> UUID:
    """Emma wrote just now."""
    lead_id = stories.make_lead(cast.shop, "Emma Wilson", "447700900142", now)
    return stories.make_thread(cast.shop, cast.number, lead_id, now)


@pytest.fixture
def order(cast: Cast, thread: UUID, now: datetime) -> UUID:
    """Emma's order, delivered."""
    variant = stories.variant_of(stories.make_product(cast.shop, "Dress", now), "M")
    return stories.make_order(
        cast.shop, lead_of(thread), thread, "TT1", now - timedelta(days=1), variant=variant, name="Dress", state="delivered"
    )  # fmt: skip


def lead_of(thread: UUID) -> UUID:
    with system_scope():
        lead_id: UUID = Thread.objects.get(id=thread).lead_id
    return lead_id


def by_hand(browser: Client, thread: UUID, **values: Any) -> Any:
    body = {"id": str(uuid4()), "thread_id": str(thread), "kind": "damaged", "words": "The zip broke.", **values}
    return browser.post("/api/v1/tickets", body, content_type="application/json")


def change(browser: Client, ticket_id: str, **values: Any) -> Any:
    return browser.patch(f"/api/v1/tickets/{ticket_id}", values, content_type="application/json")


def told(cast: Cast, thread: UUID, *dues: datetime, now: datetime) -> None:
    """Tickets of different kinds, due at these moments."""
    kinds = list(TicketKind)
    wanted = [
        NewTicket(
            shop_id=cast.shop.id, kind=kinds[place], lead_id=lead_of(thread), thread_id=thread, due_at=due, at=now,
            priority=Priority.NORMAL,
        )
        for place, due in enumerate(dues)
    ]  # fmt: skip
    open_tickets(borrowed(), wanted)


def test_the_team_opens_one_by_hand_and_twice_is_once(david: Client, thread: UUID, order: UUID) -> None:
    same = str(uuid4())
    made = [by_hand(david, thread, id=same, order_id=str(order)) for _ in range(2)]
    assert [answer.status_code for answer in made] == [201, 201]
    page = made[0].json()
    assert (page["number"], page["state"], page["order_number"], page["words"]) == (
        "T-1",
        "open",
        "TT1",
        "The zip broke.",
    )
    assert page["opened_by"].startswith("user:")
    with system_scope():
        assert Ticket.objects.count() == 1


def test_an_order_of_somebody_else_is_refused(david: Client, thread: UUID) -> None:
    assert by_hand(david, thread, order_id=str(uuid4())).status_code == 404


def test_what_is_due_first_stands_first_and_pages_go_on(david: Client, cast: Cast, thread: UUID, now: datetime) -> None:
    told(cast, thread, now + timedelta(hours=3), now - timedelta(hours=1), now + timedelta(hours=1), now=now)
    page = david.get("/api/v1/tickets?tab=to_do").json()
    assert [row["number"] for row in page["results"]] == ["T-2", "T-3", "T-1"]
    assert [row["is_overdue"] for row in page["results"]] == [True, False, False]
    assert page["counts"] == {"to_do": 3, "waiting": 0, "solved": 0, "all": 3, "overdue": 1}
    assert david.get("/api/v1/tickets?kind=wrong_item").json()["results"][0]["number"] == "T-2"


def test_pages_follow_each_other(
    david: Client, cast: Cast, thread: UUID, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leadnurturebot.api.v1.tickets.PAGE", 2)
    told(cast, thread, now + timedelta(hours=3), now, now + timedelta(hours=1), now=now)
    first = david.get("/api/v1/tickets?tab=to_do").json()
    rest = david.get(f"/api/v1/tickets?tab=to_do&cursor={first['next_cursor']}").json()
    numbers = [row["number"] for row in first["results"] + rest["results"]]
    assert (numbers, rest["next_cursor"]) == (["T-2", "T-3", "T-1"], None)


def test_it_is_assigned_and_moved_and_its_timeline_tells(david: Client, cast: Cast, thread: UUID) -> None:
    ticket_id = by_hand(david, thread).json()["id"]
    given = change(david, ticket_id, assignee_id=str(cast.ana.id), priority="high").json()
    assert (given["assignee"], given["priority"]) == ("Ana", "high")
    assert [row["number"] for row in david.get("/api/v1/tickets?mine=true").json()["results"]] == []
    note = {"id": str(uuid4()), "text": "Called the carrier."}
    for _ in range(2):
        david.post(f"/api/v1/tickets/{ticket_id}/notes", note, content_type="application/json")
    solved = change(david, ticket_id, state="solved").json()
    # The clock of a test stands still: what happened at one moment has no order.
    assert sorted((event["kind"], event["actor"], event["detail"]) for event in solved["events"]) == [
        ("assigned", "David", "Ana"), ("note", "David", ""), ("opened", "David", ""), ("priority", "David", "high"),
        ("solved", "David", ""),
    ]  # fmt: skip
    assert solved["states"] == ["reopened"]
    refused = change(david, ticket_id, state="waiting")
    assert (refused.status_code, refused.json()["code"]) == (409, "not_possible_now")
    assert change(david, ticket_id, assignee_id=None).json()["assignee"] == ""


def test_a_stranger_cannot_be_given_a_ticket(david: Client, cast: Cast, thread: UUID) -> None:
    ticket_id = by_hand(david, thread).json()["id"]
    assert change(david, ticket_id, assignee_id=str(cast.marco.id)).status_code == 400


def test_an_answer_goes_into_the_conversation_and_makes_it_the_customer_s_turn(
    david: Client, cast: Cast, thread: UUID
) -> None:
    ticket_id = by_hand(david, thread).json()["id"]
    answer = david.post(
        f"/api/v1/tickets/{ticket_id}/reply", {"text": "A new one leaves today."}, content_type="application/json"
    )
    assert (answer.status_code, answer.json()["state"]) == (201, "waiting")
    assert answer.json()["answered_at"] is not None
    with system_scope():
        assert Thread.objects.get(id=thread).holder_user_id == cast.david.id


def test_the_figures_tell_the_share_of_orders_and_the_means(
    david: Client, cast: Cast, thread: UUID, order: UUID, now: datetime
) -> None:
    by_hand(david, thread, order_id=str(order))
    with system_scope():
        opened = Ticket.objects.get().opened_at
        Ticket.objects.update(
            answered_at=opened + timedelta(hours=1), solved_at=opened + timedelta(hours=3), state="solved"
        )
    assert david.get("/api/v1/analytics/tickets?range=7d").json() == {
        "from": "2026-11-16", "to": "2026-11-22", "tickets": 1, "orders": 1, "orders_with_ticket": 1, "rate": 1.0,
        "first_answer_seconds": 3600, "solution_seconds": 10800, "by_kind": {"damaged": 1},
    }  # fmt: skip


def test_what_is_overdue_needs_somebody_unless_the_inbox_tells_of_it(
    david: Client, cast: Cast, thread: UUID, now: datetime
) -> None:
    told(cast, thread, now - timedelta(hours=1), now=now - timedelta(hours=5))

    def needed() -> list[tuple[str, int]]:
        return [(need["kind"], need["count"]) for need in david.get("/api/v1/dashboard").json()["needs_you"]]

    assert needed() == [("ticket_late", 1)]
    with system_scope():
        Thread.objects.update(holder="waiting")
    assert needed() == [("person_wanted", 1)]


def test_marco_sees_and_moves_nothing(marco: Client, david: Client, thread: UUID) -> None:
    ticket_id = by_hand(david, thread).json()["id"]
    note = {"id": str(uuid4()), "text": "Mine now."}
    assert marco.get("/api/v1/tickets").json()["results"] == []
    assert marco.get(f"/api/v1/tickets/{ticket_id}").status_code == 404
    assert change(marco, ticket_id, state="solved").status_code == 404
    assert marco.post(f"/api/v1/tickets/{ticket_id}/notes", note, content_type="application/json").status_code == 404
    assert (
        marco.post(f"/api/v1/tickets/{ticket_id}/reply", {"text": "x"}, content_type="application/json").status_code
        == 404
    )
    assert by_hand(marco, thread).status_code == 404
    assert david.get(f"/api/v1/tickets/{ticket_id}").status_code == 200
    with system_scope():
        assert TicketEvent.objects.count() == 1


def test_a_page_asks_few_questions(david: Client, cast: Cast, thread: UUID, now: datetime) -> None:
    told(cast, thread, now, now, now, now=now)
    with counted() as listed:
        david.get("/api/v1/tickets")
    with counted() as one:
        david.get(f"/api/v1/tickets/{david.get('/api/v1/tickets').json()['results'][0]['id']}")
    assert len(listed) <= 10
    assert len(one) <= 20
