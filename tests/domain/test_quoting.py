from datetime import UTC, datetime, timedelta

import pytest

from leadnurturebot.domain.quoting import Asked, quoted

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def after(seconds: int) -> datetime:
    return NOON + timedelta(seconds=seconds)


HELLO, DRESS, SHIPPING = Asked("hello", NOON, is_request=False), Asked("dress", after(1)), Asked("shipping", after(2))


@pytest.mark.parametrize(
    ("answered", "newest_at", "quote"),
    [
        ((DRESS,), None, ""),
        ((DRESS,), after(1), ""),
        ((DRESS,), after(2), "dress"),
        ((DRESS, SHIPPING), after(2), "dress"),
        ((SHIPPING, DRESS), after(2), "dress"),
        ((HELLO, DRESS), after(1), ""),
        ((HELLO, DRESS, SHIPPING), after(2), "dress"),
        ((DRESS, Asked("thanks", after(2), is_request=False)), after(2), "dress"),
        ((HELLO, Asked("hi", after(1), is_request=False)), after(1), ""),
        ((Asked("", NOON), DRESS), after(1), ""),
        ((), None, ""),
    ],
)
def test_an_answer_quotes_where_it_is_not_plain_what_it_answers(
    answered: tuple[Asked, ...], newest_at: datetime | None, quote: str
) -> None:
    assert quoted(answered, newest_at=newest_at) == quote
