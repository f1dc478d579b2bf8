"""Values and records."""

import pytest

from leadnurturebot.domain.values import record, value


@value
class Point:
    x: int
    y: int = 0


@record
class Named:
    name: str


def test_values_are_equal_and_hashed_by_their_fields() -> None:
    assert Point(1) == Point(1, 0)
    assert {Point(1): "a"}[Point(1, 0)] == "a"
    assert Point(1) != Point(2)


def test_a_value_has_no_room_for_other_fields() -> None:
    with pytest.raises(AttributeError):
        Point(1).z = 3  # type: ignore[attr-defined]  # what is tested


def test_a_record_takes_its_fields_by_name() -> None:
    assert Named(name="tote").name == "tote"
    with pytest.raises(TypeError):
        Named("tote")  # type: ignore[call-arg]  # what is tested
