"""When somebody is asked how a piece fits, and about which."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from leadnurturebot.domain.fit_question import BoughtPiece, ask_again_at, due_at, polite, to_ask

NEW_YORK = ZoneInfo("America/New_York")
NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def piece(number: int, **more: object) -> BoughtPiece:
    values: dict[str, object] = {
        "size": "M",
        "unit_price": 4900,
        "verdicts": 0,
        "color": "blue",
        "name": "Dress",
    } | more
    ids = {"line_id": UUID(int=number), "variant_id": UUID(int=number), "product_id": UUID(int=number)}
    return BoughtPiece(**(ids | values))  # type: ignore[arg-type]  # rows by field name


@pytest.mark.parametrize(
    ("hour", "asked_at"),
    [
        (12, "2026-11-20 12:00"),
        (9, "2026-11-20 10:00"),
        (3, "2026-11-20 10:00"),
        (20, "2026-11-21 10:00"),
        (19, "2026-11-20 19:00"),
    ],
)
def test_nobody_is_asked_at_night(hour: int, asked_at: str) -> None:
    at = datetime(2026, 11, 20, hour, tzinfo=NEW_YORK).astimezone(UTC)
    assert polite(at, NEW_YORK).astimezone(NEW_YORK).strftime("%Y-%m-%d %H:%M") == asked_at


def test_the_day_the_clocks_change_has_a_morning_too() -> None:
    night = datetime(2026, 10, 31, 23, tzinfo=NEW_YORK).astimezone(UTC)
    assert polite(night, NEW_YORK) == datetime(2026, 11, 1, 15, 0, tzinfo=UTC)


def test_it_is_asked_some_days_after_it_came_and_tried_for_a_week() -> None:
    due = due_at(NOON, 3, NEW_YORK)
    assert due == NOON + timedelta(days=3)
    assert ask_again_at(due, due, NEW_YORK) == due + timedelta(days=1)
    assert ask_again_at(due + timedelta(days=6), due, NEW_YORK) == due + timedelta(days=7)
    assert ask_again_at(due + timedelta(days=6, hours=1), due, NEW_YORK) is None


def test_the_least_known_product_comes_first_then_the_dearer_and_two_at_most() -> None:
    bought = [piece(1, verdicts=9), piece(2, unit_price=2000), piece(3, unit_price=9000), piece(4, verdicts=1)]
    assert [own.line_id.int for own in to_ask(bought)] == [3, 2]


def test_what_was_judged_goes_back_or_has_one_size_is_not_asked_about() -> None:
    bought = [piece(1, is_judged=True), piece(2, is_returned=True), piece(3, size="")]
    assert to_ask(bought) == []


def test_a_product_bought_twice_is_asked_about_once() -> None:
    twin = piece(2, product_id=UUID(int=1))
    assert [own.line_id.int for own in to_ask([piece(1), twin])] == [1]
