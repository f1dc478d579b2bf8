import pytest

from leadnurturebot.domain.dialogue.weekdays import asks_now, day_asked

WEDNESDAY = 2


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("are you open today?", 0), ("and tomorrow", 1), ("open on Sunday?", 4), ("mondays?", 5), ("on wed", 0),
        ("at the weekend", 3), ("when are you open", None), ("the sunny one", None),
    ],
)  # fmt: skip
def test_the_day_asked_about_is_counted_from_today(text: str, ahead: int | None) -> None:
    assert day_asked(text, "en", WEDNESDAY) == ahead


def test_this_very_moment_is_told_from_a_day() -> None:
    assert asks_now("are you open right now?", "en")
    assert not asks_now("are you open on Sunday?", "en")
