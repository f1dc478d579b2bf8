"""The page of switches and its API."""

from dataclasses import fields

import pytest

from simulator.faults import Faults
from simulator.switches import SWITCHES
from tests.simulator.world_rig import Rig

pytestmark = pytest.mark.asyncio


async def test_every_switch_has_its_words() -> None:
    assert sorted(each.name for each in SWITCHES) == sorted({each.name for each in fields(Faults)} - {"inject"})


async def test_the_page_is_told_value_and_usual_value(rig: Rig) -> None:
    await rig.http.put("/_sim/faults", json={"disorder": True, "portfolio_tier": "TIER_250"})
    rows = {row["name"]: row for row in (await rig.http.get("/_sim/switches")).json()["switches"]}
    assert (rows["disorder"]["value"], rows["disorder"]["usual"], rows["disorder"]["kind"]) == (True, False, "bool")
    assert (rows["portfolio_tier"]["value"], rows["portfolio_tier"]["choices"][0]) == ("TIER_250", "TIER_250")


async def test_reset_makes_the_world_quiet_again(rig: Rig) -> None:
    await rig.fault(disorder=True, inject=[{"code": 131026}])
    answer = await rig.http.delete("/_sim/faults")
    assert answer.json() == Faults().as_json()


async def test_switches_outlive_a_restart_and_dead_names_do_not_hurt(rig: Rig) -> None:
    await rig.fault(read_percent=40)
    rig.world.settings.put("faults", {**rig.world.faults.as_json(), "gone_since": True})
    assert Faults.load(rig.world.settings).read_percent == 40


@pytest.mark.parametrize(
    "change",
    [
        {"read_percent": 101},
        {"batch_size": 0},
        {"portfolio_tier": "TIER_1"},
        {"inject": [{"code": 1, "colour": "red"}]},
        {"inject": [{"code": 1, "mode": "later"}]},
        {"inject": [{"code": 1, "times": -1}]},
    ],
)
async def test_a_value_that_can_not_be_is_refused_whole(rig: Rig, change: dict[str, object]) -> None:
    answer = await rig.http.put("/_sim/faults", json={"disorder": True, **change})
    assert (answer.status_code, rig.world.faults.disorder) == (400, False)


async def test_the_page_is_there(rig: Rig) -> None:
    page = await rig.http.get("/switches")
    assert (page.status_code, "Switches" in page.text) == (200, True)
