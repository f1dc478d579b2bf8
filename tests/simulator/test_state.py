from pathlib import Path

import pytest

from simulator.app import start
from simulator.clock import Clock
from simulator.config import parse_config
from simulator.phone.deeds import act
from simulator.world import World
from tests.simulator.world_rig import CONFIG, PNID, Product, VirtualTime

pytestmark = pytest.mark.asyncio


async def test_a_restart_keeps_chats_and_brings_what_was_not_brought(tmp_path: Path) -> None:
    time, product = VirtualTime(), Product(is_down=True)
    first = World(parse_config(CONFIG), Clock(lambda: time.wall), time, product, tmp_path / "state.db")
    start(first)
    number, emma = first.numbers.all()[0], first.people.get("emma")
    assert emma is not None
    act(first, number, emma, {"text": "are you open?"})
    first.faults.change({"duplicate_events": True})
    first.faults.save(first.settings)
    first.db.close()

    later, product = VirtualTime(), Product()
    second = World(parse_config(CONFIG), Clock(lambda: later.wall), later, product, tmp_path / "state.db")
    start(second)
    await later.run(1)
    assert [message["text"]["body"] for message in product.messages()] == ["are you open?"]
    [message] = second.chats.history(PNID, "emma")
    assert (message.data["content"]["text"]["body"], message.status) == ("are you open?", "delivered")
    assert second.faults.duplicate_events
