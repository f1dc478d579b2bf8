"""Which recorded lengths meet "long" and "short"."""

import pytest

from leadnurturebot.domain.garment_lengths import lengths_met


@pytest.mark.parametrize(
    ("recorded", "wishes"),
    [
        ("Maxi", {"long", "maxi"}),
        ("midi", {"long", "midi"}),
        ("knee length", set()),
        ("above the knee", {"short"}),
        ("", set()),
    ],
)
def test_a_record_meets_the_lengths_it_is_called(recorded: str, wishes: set[str]) -> None:
    assert lengths_met(recorded) == wishes
