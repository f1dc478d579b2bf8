from datetime import UTC, datetime, timedelta

import pytest

from leadnurturebot.domain.messaging_window import CLOSED, Window, WindowKind, window_at

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def ago(hours: float) -> datetime:
    return NOW - timedelta(hours=hours)


def ahead(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


def test_without_a_message_of_the_customer_the_window_is_closed() -> None:
    assert window_at(NOW, last_inbound_at=None) == CLOSED
    assert not CLOSED.is_open


def test_a_message_opens_24_hours() -> None:
    assert window_at(NOW, last_inbound_at=ago(5)) == Window(kind=WindowKind.SERVICE, until=ahead(19))


@pytest.mark.parametrize(("hours", "is_open"), [(23.99, True), (24, False), (30, False)])
def test_it_closes_on_the_second(hours: float, is_open: bool) -> None:
    assert window_at(NOW, last_inbound_at=ago(hours)).is_open is is_open


AD_WINDOWS = [
    # tap, our reply, provider's end; kind, free, free until (all in hours from now)
    ("not yet answered", -1, None, None, "ad", True, 72),
    ("answered at once", -10, -10, None, "ad", True, 62),
    ("answered late, on the last minute", -40, -16, None, "ad", True, 56),
    ("answered too late", -41, -16, None, "service", False, None),
    ("never answered, a day gone", -25, None, None, "service", False, None),
    ("free time over", -80, -73, None, "service", False, None),
    ("provider says longer", -100, -99, 60, "ad", True, 60),
    ("provider says shorter", -10, -10, 5, "ad", True, 5),
    ("provider's end belongs to an older tap", -1, None, -2, "ad", True, 72),
    ("reply belongs to an older tap", -1, -30, None, "ad", True, 72),
    ("only the provider knows", None, None, 12, "ad", True, 12),
]


@pytest.mark.parametrize(("case", "tap", "reply", "end", "kind", "free", "free_until"), AD_WINDOWS)
def test_an_answered_tap_makes_messages_free(
    case: str,
    tap: float | None,
    reply: float | None,
    end: float | None,
    kind: str,
    free: bool,
    free_until: float | None,
) -> None:
    window = window_at(
        NOW,
        last_inbound_at=ago(1),
        ad_tap_at=None if tap is None else ahead(tap),
        replied_to_tap_at=None if reply is None else ahead(reply),
        fep_expires_at=None if end is None else ahead(end),
    )
    expected_end = None if free_until is None else ahead(free_until)
    assert (window.kind, window.until, window.free, window.free_until) == (kind, ahead(23), free, expected_end), case


def test_after_a_silent_day_only_templates_go_but_free_of_charge() -> None:
    window = window_at(NOW, last_inbound_at=ago(30), ad_tap_at=ago(30), replied_to_tap_at=ago(30))
    assert window == Window(kind=WindowKind.CLOSED, free=True, free_until=ahead(42))
