"""Limits by worked examples and on a virtual clock."""

from collections import deque
from datetime import UTC, datetime, timedelta

import pytest

from leadnurturebot.domain.send_limits import (
    LOOK_AHEAD,
    NumberPace,
    Turn,
    Want,
    effective_rate,
    most,
    opening_held_until,
    pair_turn,
    take_turns,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def seconds(count: float) -> datetime:
    return NOW + timedelta(seconds=count)


TURNS = [
    # spent until, slot given before, weight -> goes at, counted, spent until (12 in a second with a burst of 2: one in 0.1 s)
    (None, None, 1, 0.0, True, -0.1),
    (-5.0, None, 1, 0.0, True, -0.1),
    (-0.05, None, 1, 0.05, True, 0.05),
    (-0.15, None, 2, 0.05, True, 0.05),
    (0.3, None, 2, 0.5, False, 0.5),
    (0.6, None, 1, 0.7, False, 0.7),
    (9.0, 0.1, 1, 0.1, True, 9.0),  # its own slot has come: nothing is counted again
    (9.0, -0.2, 1, 0.0, True, 9.0),
    (9.0, -0.3, 1, 9.1, False, 9.1),  # too late for its slot
    (9.0, 2.0, 1, 9.1, False, 9.1),
]


@pytest.mark.parametrize(("free", "slot", "weight", "at", "paid", "after"), TURNS)
def test_a_number_spends_its_rate_and_what_is_far_off_waits(
    free: float | None, slot: float | None, weight: int, at: float, paid: bool, after: float
) -> None:
    pace = NumberPace(rate=12, free_at=None if free is None else seconds(free))
    want = Want(weight=weight, slot_at=None if slot is None else seconds(slot))
    turns, spent = take_turns(pace, [want], NOW)
    assert turns == [Turn(seconds(at), is_paid=paid)]
    assert spent.free_at == seconds(after)


def play(rate: int, replies: int, notices: int) -> tuple[list[datetime], list[datetime]]:
    """A backlog on a virtual clock, claimed 16 at a time: when each reply and each notice goes."""
    pace, now = NumberPace(rate=rate), NOW
    waiting: deque[tuple[datetime, int, Want]] = deque((NOW, n, Want()) for n in range(replies))
    waiting += ((NOW, replies + n, Want(is_bulk=True)) for n in range(notices))
    sent: tuple[list[datetime], list[datetime]] = ([], [])
    claims = 0
    while waiting:
        due = sorted(item for item in waiting if item[0] <= now)[:16] if waiting else []
        turns, pace = take_turns(pace, [want for _, _, want in due], now)
        for item, turn in zip(due, turns, strict=True):
            waiting.remove(item)
            if turn.is_paid:
                sent[item[2].is_bulk].append(turn.at)
            else:
                waiting.append((turn.at, item[1], Want(is_bulk=item[2].is_bulk, slot_at=turn.at)))
        claims += 1
        now += timedelta(milliseconds=20)
    assert claims < 50 * (replies + notices)
    return sent


def most_in_a_second(times: list[datetime]) -> int:
    ordered = sorted(times)
    return max(sum(at <= other < at + timedelta(seconds=1) for other in ordered) for at in ordered)


def test_a_backlog_keeps_to_the_rate_in_every_second() -> None:
    replies, _ = play(rate=24, replies=300, notices=0)
    assert len(replies) == 300
    assert most_in_a_second(replies) == 23
    assert seconds((300 - 4) / 20) <= max(replies) <= seconds(15)


def test_what_we_start_uses_half_the_rate_and_never_keeps_an_answer_waiting() -> None:
    replies, notices = play(rate=24, replies=4, notices=100)
    assert max(replies) == NOW
    assert len(notices) == 100
    assert most_in_a_second(notices) <= 12


def test_the_weight_counts_what_came_in_too() -> None:
    turns, _ = take_turns(NumberPace(rate=12), [Want(weight=2)] * 5, NOW)
    assert [turn.at for turn in turns] == [NOW, seconds(0.2), seconds(0.4), seconds(0.6), seconds(0.8)]
    assert [turn.is_paid for turn in turns] == [True, False, False, False, False]
    assert timedelta(seconds=0.1) == LOOK_AHEAD


@pytest.mark.parametrize(("until", "rate"), [(None, 80.0), (-1, 80.0), (0, 80.0), (60, 20.0)])
def test_a_number_that_was_too_fast_is_slower_for_a_while(until: int | None, rate: float) -> None:
    slow_until = None if until is None else seconds(until)
    assert effective_rate(80, slow_factor=4, slow_until=slow_until, now=NOW) == rate


def test_forty_five_messages_to_one_person_go_at_once_and_the_rest_every_six_seconds() -> None:
    full_at, times = None, []
    for _ in range(48):
        at, full_at = pair_turn(full_at, NOW)
        times.append((at - NOW).total_seconds())
    assert times == [0.0] * 45 + [6.0, 12.0, 18.0]


def test_what_was_borrowed_is_paid_back_in_time() -> None:
    full_at = None
    for _ in range(45):
        _, full_at = pair_turn(full_at, NOW)
    at, _ = pair_turn(full_at, seconds(60))
    assert at == seconds(60)
    eleventh = full_at
    for _ in range(10):
        at, eleventh = pair_turn(eleventh, seconds(60))
    assert at == seconds(60)
    assert pair_turn(eleventh, seconds(60))[0] == seconds(66)


@pytest.mark.parametrize(("age", "wait"), [(None, None), (25, None), (24, None), (23, 1), (2, 22)])
def test_the_portfolio_has_room_when_one_of_its_people_is_a_day_old(age: int | None, wait: int | None) -> None:
    hour = timedelta(hours=1)
    held = opening_held_until(None if age is None else NOW - age * hour, NOW)
    assert held == (None if wait is None else NOW + wait * hour)


@pytest.mark.parametrize(("usual", "told", "expected"), [(80, None, 80), (80, 20, 20), (10, 20, 10), (80, 1000, 1000)])
def test_an_upgrade_lifts_the_rate_and_a_lower_one_holds(usual: int, told: int | None, expected: int) -> None:
    assert most(usual, told) == expected
