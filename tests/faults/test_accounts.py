from uuid import UUID

import pytest

from tests.faults.accounts import Sent, account
from tests.faults.plan import Fate
from tests.faults.stand_in import Seen

THREAD, FIRST, SECOND = UUID(int=1), str(UUID(int=2)), str(UUID(int=3))


def seen(message_id: str, fate: Fate) -> Seen:
    return Seen("1065", "447700900111", message_id, b"{}", fate, at=0.0)


def faults(status: str, *fates: Fate, in_flight: bool = False) -> list[str]:
    tries = [seen(FIRST, fate) for fate in fates]
    return account([Sent(FIRST, THREAD, status)], tries, [UUID(FIRST)] if in_flight else []).faults


@pytest.mark.parametrize(
    ("status", "fates"),
    [
        ("read", [Fate.TAKEN]),
        ("read", [Fate.SERVER_ERROR, Fate.TAKEN]),
        ("read", [Fate.RESET_TAKEN]),
        ("read", [Fate.SILENT_TAKEN]),
        ("unknown", [Fate.RESET_READ]),
        ("unknown", [Fate.PAIR_RATE, Fate.RESET_UNREAD]),
        ("cancelled", []),
        ("cancelled", [Fate.NUMBER_RATE]),
    ],
)
def test_what_is_as_promised(status: str, fates: list[Fate]) -> None:
    assert faults(status, *fates) == []


@pytest.mark.parametrize(
    ("status", "fates"),
    [
        ("read", []),
        ("read", [Fate.TAKEN, Fate.TAKEN]),
        ("read", [Fate.RESET_READ, Fate.TAKEN]),
        ("queued", []),
        ("sent", [Fate.TAKEN]),
        ("unknown", []),
        ("unknown", [Fate.SERVER_ERROR]),
        ("unknown", [Fate.TAKEN]),
        ("failed", [Fate.SERVER_ERROR]),
        ("cancelled", [Fate.TAKEN]),
    ],
)
def test_what_breaks_a_promise(status: str, fates: list[Fate]) -> None:
    assert len(faults(status, *fates)) >= 1


def test_what_was_in_flight_at_a_kill_may_be_unknown_but_not_taken() -> None:
    assert faults("unknown", in_flight=True) == []
    assert len(faults("unknown", Fate.TAKEN, in_flight=True)) == 1


def test_a_later_message_must_not_overtake() -> None:
    sent = [Sent(FIRST, THREAD, "read"), Sent(SECOND, THREAD, "read")]
    overtaken = account(sent, [seen(SECOND, Fate.TAKEN), seen(FIRST, Fate.TAKEN)], [])
    assert overtaken.faults == [f"{FIRST} was taken after a later message of its thread"]
    assert account(sent, [seen(FIRST, Fate.TAKEN), seen(SECOND, Fate.TAKEN)], []).faults == []


def test_a_send_that_the_database_does_not_know_is_one_too_many() -> None:
    assert account([], [seen(FIRST, Fate.TAKEN)], []).faults == [f"{FIRST} was sent and is not in the database"]
