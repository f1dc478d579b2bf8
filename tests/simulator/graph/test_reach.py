"""How many people may be written to first, and how often one may get marketing."""

from typing import Any

import pytest

from simulator.graph.limits import PER_SECOND, Limits
from tests.simulator.graph.test_templates import approved, send
from tests.simulator.world_rig import PNID, Rig

pytestmark = pytest.mark.asyncio
DAY = 86400.0


async def test_a_tier_counts_people_of_rolling_24_hours() -> None:
    limits = Limits()
    assert all(limits.reach("b", str(person), 0.0, "TIER_250") for person in range(250))
    assert limits.reach("b", "7", 1.0, "TIER_250")
    assert not limits.reach("b", "new", 1.0, "TIER_250")
    assert limits.reach("b", "new", 1.0, "TIER_2K")
    assert limits.reach("b", "newer", DAY, "TIER_250")
    assert limits.reach("other", "new", 1.0, "TIER_250")


async def test_beyond_the_tier_a_first_message_is_refused_and_an_answer_is_not(rig: Rig) -> None:
    await approved(rig)
    await rig.fault(portfolio_tier="TIER_250", tier_error_code=131048)
    now = rig.world.clock.now().timestamp()
    for person in range(250):
        rig.world.limits.reach("2066", str(person), now, "TIER_250")
    assert (await send(rig)).json()["error"]["code"] == 131048
    await rig.fault(tier_error_async=True)
    assert (await send(rig)).status_code == 200
    await rig.time.run(2)
    assert rig.product.statuses()[-1]["errors"][0]["code"] == 131048
    await rig.act(text="hi")
    await rig.time.run(1)
    await send(rig)
    await rig.time.run(5)
    assert rig.product.statuses()[-1]["status"] == "read"


async def test_the_marketing_cap_spares_open_windows_and_europe(rig: Rig) -> None:
    await approved(rig)
    await rig.fault(marketing_cap_messages=1)
    for person in ("+919876543210", "+919876543210", "+34612345678", "+34612345678"):
        await send(rig, to=person)
        await rig.time.run(5)
    failed = [status["errors"][0]["code"] for status in rig.product.statuses() if status["status"] == "failed"]
    assert failed == [131049]
    await rig.act("neha", text="hi")
    await send(rig, to="+919876543210")
    await rig.time.run(5)
    assert rig.product.statuses()[-1]["status"] == "read"


@pytest.mark.parametrize(
    ("changes", "most"),
    [({}, 80), ({"throughput_level": "HIGH"}, 1000), ({"is_on_biz_app": True, "throughput_level": "HIGH"}, 20)],
)
async def test_the_rate_of_a_number_depends_on_its_level(rig: Rig, changes: dict[str, Any], most: int) -> None:
    number = rig.world.numbers.get(PNID)
    assert number is not None
    assert PER_SECOND[rig.world.numbers.change(number, **changes).throughput] == most
