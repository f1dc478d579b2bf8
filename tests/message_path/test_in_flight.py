import asyncio

import pytest

from leadnurturebot.message_path import in_flight
from leadnurturebot.message_path.in_flight import InFlight
from leadnurturebot.message_path.settling import Answer
from leadnurturebot.providers.messaging.base import Accepted
from tests.message_path.test_sender import a_send


async def answered(provider_id: str) -> Answer:
    return Accepted(provider_id)


async def test_a_slow_answer_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_flight, "TOGETHER_SECONDS", 0.01)
    let_go = asyncio.Event()

    async def slow() -> Answer:
        await let_go.wait()
        return None

    late, quick, next_one = a_send(), a_send(), a_send()
    flight = InFlight()
    assert await flight.fly([(late, slow()), (quick, answered("w.1"))]) == [(quick, Accepted("w.1"))]
    assert len(flight) == 1
    assert await flight.fly([(next_one, answered("w.2"))]) == [(next_one, Accepted("w.2"))]
    let_go.set()
    assert await flight.land() == [(late, None)]
    assert len(flight) == 0


async def test_quick_answers_come_together() -> None:
    sends = [a_send() for _ in range(64)]
    found = await InFlight().fly((send, answered(str(n))) for n, send in enumerate(sends))
    assert found == [(send, Accepted(str(n))) for n, send in enumerate(sends)]


async def test_with_nothing_under_way_there_is_nothing_to_wait_for() -> None:
    assert await InFlight().fly([]) == []
    assert await InFlight().land() == []
