from datetime import timedelta

import pytest

from tests.simulator.world_rig import START, Rig

pytestmark = pytest.mark.asyncio


async def test_business_time_follows_the_products_offset(rig: Rig) -> None:
    rig.product.offset = 7200
    await rig.time.run(1.1)
    assert rig.world.clock.now() - rig.world.clock.wall() == timedelta(hours=2)


async def test_the_phone_moves_the_products_clock(rig: Rig) -> None:
    response = await rig.http.post("/phone/clock", json={"advance_seconds": 600})
    assert (rig.product.offset, response.json()["offset_seconds"]) == (600, 600.0)


async def test_the_last_offset_holds_while_the_product_is_away(rig: Rig) -> None:
    await rig.advance(600)
    rig.product.is_down = True
    await rig.time.run(5)
    assert rig.world.clock.offset == timedelta(seconds=600)
    assert (await rig.http.post("/phone/clock", json={"advance_seconds": 600})).status_code == 502
    assert rig.world.clock.offset == timedelta(seconds=600)


async def test_webhooks_carry_business_time_and_signatures_wall_time(rig: Rig) -> None:
    await rig.advance(86400)
    await rig.act(text="hi")
    await rig.time.run(1)
    expected = int((START + timedelta(days=1)).timestamp())
    assert int(rig.product.messages()[0]["timestamp"]) - expected in (0, 1)


@pytest.mark.parametrize("seconds", [0, -5, "600", 1.5])
async def test_time_only_moves_ahead_by_whole_seconds(rig: Rig, seconds: object) -> None:
    assert (await rig.http.post("/phone/clock", json={"advance_seconds": seconds})).status_code == 400
