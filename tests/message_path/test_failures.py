import pytest

from leadnurturebot.message_path.failures import place_of, trail_of
from leadnurturebot.message_path.payment_events import provider_event_of


def test_an_exception_is_named_by_its_type_and_the_innermost_line_of_ours() -> None:
    with pytest.raises(ValueError, match="Emma Wilson") as caught:
        provider_event_of({"at": "Emma Wilson"})
    line = provider_event_of.__code__.co_firstlineno + 2
    assert place_of(caught.value) == f"ValueError at leadnurturebot.message_path.payment_events:{line}"
    assert "Emma" not in " ".join(trail_of(caught.value))


def test_an_exception_of_others_is_named_by_their_line() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 // 0
    line = caught.value.__traceback__.tb_lineno if caught.value.__traceback__ else 0
    assert place_of(caught.value) == f"ZeroDivisionError at {__name__}:{line}"


def test_an_exception_that_was_never_raised_has_no_place() -> None:
    assert place_of(KeyError("Emma")) == "KeyError"
