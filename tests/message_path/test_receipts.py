import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from leadnurturebot.message_path import receipt_sender, receipts
from leadnurturebot.message_path.receipt_sender import ReceiptSender
from leadnurturebot.message_path.receipts import Receipt
from leadnurturebot.message_path.sending_numbers import NumberRow
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.shops.actions import settings_change
from leadnurturebot.shops.models import Shop
from tests.cast import text
from tests.message_path.driving import Drive

UNSURE = "hmm the one you know with the things"


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[Receipt]:
    """What turns announce."""
    found: list[Receipt] = []
    monkeypatch.setattr(receipts, "announce", lambda connection, given: found.extend(given))
    return found


def change(drive: Drive, **settings: Any) -> None:
    settings_change(shop=Shop.objects.get(id=drive.boutique.shop.id), changes=settings, now=drive.now)


def marks(announced: list[Receipt]) -> list[tuple[str, bool]]:
    """Which messages are marked, and whether typing is shown."""
    return [(receipt.message_id, receipt.typing_until is not None) for receipt in announced]


def test_an_answered_message_is_marked_read(drive: Drive, announced: list[Receipt]) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    assert marks(announced) == [("w1", False)]


def test_a_burst_is_marked_once_by_its_newest(drive: Drive, announced: list[Receipt]) -> None:
    drive.hear(
        text("hi", at=drive.now, wamid="w1"), text("sundress in M?", at=drive.now + timedelta(seconds=1), wamid="w2")
    )
    assert marks(announced) == [("w2", False)]


def test_typing_is_shown_while_the_answer_waits_and_the_mark_is_not_made_twice(
    drive: Drive, announced: list[Receipt]
) -> None:
    change(drive, burst_wait_ms="700")
    drive.receive(text(UNSURE, at=drive.now, wamid="w1"))
    drive.work()
    assert [(r.message_id, r.typing_until) for r in announced] == [("w1", drive.now + timedelta(milliseconds=700))]
    drive.later(seconds=1)
    assert len(drive.send()) == 0
    drive.work()
    assert len(drive.send()) == 1
    assert marks(announced) == [("w1", True)]


def test_more_of_the_burst_shows_typing_once_and_marks_the_newest(drive: Drive, announced: list[Receipt]) -> None:
    change(drive, burst_wait_ms="700")
    drive.receive(text(UNSURE, at=drive.now, wamid="w1"))
    drive.work()
    drive.receive(text("in blue", at=drive.now + timedelta(milliseconds=300), wamid="w2"))
    drive.work()
    drive.later(seconds=2)
    drive.work()
    assert marks(announced) == [("w1", True), ("w2", False)]


def test_a_shop_can_switch_both_off(drive: Drive, announced: list[Receipt]) -> None:
    change(drive, burst_wait_ms="700", show_typing="false", read_receipts="false")
    drive.receive(text(UNSURE, at=drive.now, wamid="w1"))
    drive.work()
    drive.later(seconds=1)
    drive.work()
    assert announced == []


def test_what_a_person_holds_or_what_came_late_is_not_marked(drive: Drive, announced: list[Receipt]) -> None:
    drive.hear(text("hi", at=drive.now - timedelta(hours=3), wamid="w1"))
    drive.connection.execute("UPDATE conversations_thread SET holder = 'person'")
    drive.hear(text("hello?", at=drive.now, wamid="w2"))
    assert announced == []


def test_receipts_travel_in_payloads_that_fit(drive: Drive) -> None:
    given = [Receipt(UUID(int=n), UUID(int=n), f"wamid.{'x' * 100}{n}", drive.now) for n in range(50)]
    sizes: list[int] = []
    seen: list[Receipt] = []

    class Channel:
        def execute(self, statement: str, values: list[Any]) -> None:
            sizes.extend(len(payload) for payload in values[1])
            seen.extend(receipt for payload in values[1] for receipt in receipts.read(payload))

    receipts.announce(Channel(), given)  # type: ignore[arg-type]  # only execute is used
    assert seen == given
    assert max(sizes) < 8000


class Wire:
    """Takes the sender's calls and answers each with a status."""

    def __init__(self, status: int = 200) -> None:
        self.bodies: list[bytes] = []
        self._status = status

    def request(self, method: str, url: str, **call: Any) -> "Wire":
        self.bodies.append(call["data"])
        return self

    async def __aenter__(self) -> "Wire":
        return self

    async def __aexit__(self, *error: object) -> None: ...

    @property
    def status(self) -> int:
        return self._status


NUMBER = UUID(int=1)


def sender(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> ReceiptSender:
    monkeypatch.setattr(receipt_sender, "PER_SECOND", 1_000_000)
    made = ReceiptSender(wire)  # type: ignore[arg-type]  # stands in for the session
    made._numbers = {
        NUMBER: NumberRow(
            number_id=NUMBER,
            phone_number_id="1065",
            waba_id="1022",
            slug="whatsapp_cloud",
            secrets={"access_token": "EAA"},
            owner=(NUMBER, NUMBER),
            endpoint_key="k",
            remembered={},
        )
    }
    made._numbers_until = wall_now() + timedelta(hours=1)
    return made


def receipt(thread: int, message_id: str, typing_for: float | None = None) -> Receipt:
    until = None if typing_for is None else wall_now() + timedelta(seconds=typing_for)
    return Receipt(UUID(int=thread), NUMBER, message_id, until)


def test_the_newest_of_a_thread_takes_the_place_of_the_older(monkeypatch: pytest.MonkeyPatch) -> None:
    wire = Wire()
    made = sender(wire, monkeypatch)
    made.add([receipt(1, "w1"), receipt(2, "w2"), receipt(1, "w3")])
    asyncio.run(made.send_some())
    assert [b'"w2"' in wire.bodies[0], b'"w3"' in wire.bodies[1], len(wire.bodies)] == [True, True, 2]


def test_typing_is_left_out_when_the_answer_is_about_to_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    wire = Wire()
    made = sender(wire, monkeypatch)
    made.add([receipt(1, "w1", typing_for=60), receipt(2, "w2", typing_for=0.05)])
    asyncio.run(made.send_some())
    assert [b"typing_indicator" in body for body in wire.bodies] == [True, False]


def test_a_refusal_is_the_end_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    wire = Wire(400)
    made = sender(wire, monkeypatch)
    made.add([receipt(1, "w1")])
    asyncio.run(made.send_some())
    asyncio.run(made.send_some())
    assert len(wire.bodies) == 1


def test_under_load_the_oldest_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    made = sender(Wire(), monkeypatch)
    made.add([receipt(n, f"w{n}") for n in range(receipt_sender.MOST_WAITING + 5)])
    assert (len(made._waiting), UUID(int=4) in made._waiting) == (receipt_sender.MOST_WAITING, False)
