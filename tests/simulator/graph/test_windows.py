"""24 hours after the person wrote; 72 free hours after an ad tap that was answered within a day."""

import pytest

from simulator.chats import Thread
from simulator.graph.windows import after_inbound, after_reply, is_free, is_service_open

HOUR = 3600.0


@pytest.mark.parametrize(("hours", "is_open"), [(0, True), (23.99, True), (24, False), (30, False)])
def test_the_service_window_is_24_hours_from_the_last_message(hours: float, is_open: bool) -> None:
    thread = after_inbound(Thread("n", "p"), 0.0, is_from_ad=False)
    assert is_service_open(thread, hours * HOUR) is is_open


def test_a_new_message_restarts_the_window() -> None:
    thread = after_inbound(Thread("n", "p"), 0.0, is_from_ad=False)
    thread = after_inbound(thread, 23 * HOUR, is_from_ad=False)
    assert is_service_open(thread, 46 * HOUR)


def test_nobody_wrote_so_nothing_is_open() -> None:
    assert not is_service_open(Thread("n", "p"), 0.0)


@pytest.mark.parametrize(
    ("reply_hours", "asked_hours", "free"),
    [(1, 1, True), (1, 72.9, True), (1, 73, False), (23.9, 90, True), (24, 25, False)],
)
def test_a_reply_in_time_opens_72_free_hours(reply_hours: float, asked_hours: float, free: bool) -> None:
    thread = after_inbound(Thread("n", "p"), 0.0, is_from_ad=True)
    thread = after_reply(thread, reply_hours * HOUR)
    assert is_free(thread, asked_hours * HOUR) is free


def test_a_second_reply_does_not_lengthen_the_free_window() -> None:
    thread = after_reply(after_inbound(Thread("n", "p"), 0.0, is_from_ad=True), 0.0)
    thread = after_reply(after_inbound(thread, 10 * HOUR, is_from_ad=False), 10 * HOUR)
    assert thread.free_until == 72 * HOUR


def test_without_an_ad_a_reply_opens_nothing_free() -> None:
    thread = after_reply(after_inbound(Thread("n", "p"), 0.0, is_from_ad=False), 1.0)
    assert thread.free_until is None
