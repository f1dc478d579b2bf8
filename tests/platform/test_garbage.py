"""What was loaded is left alone, and what goes round in circles is still found."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from leadnurturebot.platform import garbage


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


class _Ring:
    def __init__(self) -> None:
        self.itself = self


def test_what_is_there_is_never_walked_again() -> None:
    kept = _Ring()
    garbage.settle()
    assert not any(found is kept for found in gc.get_objects())


def test_a_circle_made_later_is_freed() -> None:
    garbage.settle()
    watched = weakref.ref(_Ring())
    assert watched() is not None
    made: list[list[object]] = [[] for _ in range(garbage.THRESHOLDS[0] + 1)]
    assert len(made) == garbage.THRESHOLDS[0] + 1
    assert watched() is None
