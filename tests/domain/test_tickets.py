"""The rules of tickets: until when one is answered, and where it may go."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leadnurturebot.domain.tickets import IllegalTicketMove, TicketState, due_at, move_ticket

HOURS = "Mon-Fri 09:00-18:00, Sat 10:00-14:00"
FOUR = timedelta(hours=4)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        ("2026-06-09T10:00", "2026-06-09T14:00"),
        ("2026-06-09T10:03", "2026-06-09T14:15"),
        ("2026-06-09T14:00", "2026-06-09T18:00"),
        ("2026-06-09T16:30", "2026-06-10T11:30"),
        ("2026-06-09T20:00", "2026-06-10T13:00"),
        ("2026-06-12T17:00", "2026-06-13T13:00"),
        ("2026-06-13T13:00", "2026-06-15T12:00"),
    ],
)
def test_an_answer_is_due_after_so_many_hours_in_which_the_shop_is_open(opened: str, due: str) -> None:
    assert due_at(HOURS, local(opened), FOUR) == local(due)


def test_without_recorded_hours_it_is_due_a_day_later() -> None:
    assert due_at("", local("2026-06-09T10:00"), FOUR) == local("2026-06-10T10:00")


def test_what_is_solved_can_only_be_opened_again() -> None:
    assert move_ticket(TicketState.SOLVED, TicketState.REOPENED) is TicketState.REOPENED
    with pytest.raises(IllegalTicketMove):
        move_ticket(TicketState.SOLVED, TicketState.WAITING)
