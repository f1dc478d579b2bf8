"""Spanish lists as they are spoken."""

import pytest

from leadnurturebot.assistant.phrasing.values import Speech, joined

SPAIN = Speech("es", "ES")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (["español", "inglés"], "español e inglés"),
        (["inglés", "portugués", "hindi"], "inglés, portugués e hindi"),
        (["blanco", "hielo"], "blanco y hielo"),
        (["S", "M"], "S y M"),
        (["negro", "índigo"], "negro e índigo"),
        (["índigo"], "índigo"),
    ],
)
def test_and_changes_before_its_own_sound(parts: list[str], said: str) -> None:
    assert joined(parts, SPAIN) == said


@pytest.mark.parametrize(
    ("parts", "said"), [(["rojo", "oliva"], "rojo u oliva"), (["6", "8"], "6 u 8"), (["36", "38"], "36 o 38")]
)
def test_or_changes_before_its_own_sound(parts: list[str], said: str) -> None:
    assert joined(parts, SPAIN, "or") == said
