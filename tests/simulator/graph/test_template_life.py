"""What happens to a template after its creation."""

from typing import Any

import pytest

from tests.simulator.graph.test_templates import approved, create, send
from tests.simulator.world_rig import TOKEN, WABA, Rig, bearer

pytestmark = pytest.mark.asyncio
HOUR = 3600


async def deed(rig: Rig, template_id: str, name: str, **more: Any) -> Any:
    return await rig.http.post(f"/_sim/templates/{template_id}", json={"deed": name, **more})


def updates(rig: Rig, key: str = "event") -> list[dict[str, Any]]:
    return [value for value in rig.product.events() if key in value]


async def test_low_quality_pauses_three_hours_then_six_then_for_good(rig: Rig) -> None:
    template_id = await approved(rig)
    for hours in (3, 6):
        await deed(rig, template_id, "pause")
        assert (await send(rig)).json()["error"]["code"] == 132015
        await rig.advance(hours * HOUR)
        assert (await send(rig)).status_code == 200
    await deed(rig, template_id, "pause")
    assert (await send(rig)).json()["error"]["code"] == 132016
    await rig.time.run(2)
    titles = [update["other_info"]["title"] for update in updates(rig, "other_info")]
    assert titles == ["FIRST_PAUSE", "UNPAUSE", "SECOND_PAUSE", "UNPAUSE", "DISABLED"]


async def test_another_category_is_announced_a_day_ahead(rig: Rig) -> None:
    template_id = await approved(rig, category="UTILITY")
    await deed(rig, template_id, "announce_category")
    await rig.advance(24 * HOUR)
    await rig.time.run(2)
    pending, done = updates(rig, "new_category")
    assert (pending["correct_category"], pending["new_category"]) == ("MARKETING", "UTILITY")
    assert (done["previous_category"], done["new_category"]) == ("UTILITY", "MARKETING")
    await send(rig)
    await rig.time.run(2)
    assert rig.product.statuses()[0]["pricing"]["category"] == "marketing"


async def test_a_utility_template_may_be_approved_as_marketing(rig: Rig) -> None:
    await rig.fault(template_category="marketing")
    assert (await create(rig, category="UTILITY")).json()["category"] == "MARKETING"


async def test_pacing_holds_all_but_the_first_until_quality_is_known(rig: Rig) -> None:
    template_id = await approved(rig)
    await rig.fault(pacing=True, pacing_first=1)
    told = [(await send(rig)).json()["messages"][0]["message_status"] for _ in range(3)]
    assert told == ["accepted", "held_for_quality_assessment", "held_for_quality_assessment"]
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "delivered", "read"]
    await deed(rig, template_id, "release")
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()].count("sent") == 3


async def test_held_messages_may_be_dropped_and_the_shop_unpauses(rig: Rig) -> None:
    template_id = await approved(rig)
    await rig.fault(pacing=True, pacing_first=0)
    await send(rig)
    await deed(rig, template_id, "drop")
    await rig.time.run(5)
    [status] = rig.product.statuses()
    assert (status["status"], status["errors"][0]["code"]) == ("failed", 132015)
    assert (await send(rig)).json()["error"]["code"] == 132015
    path = f"/v25.0/{template_id}/unpause"
    assert (await rig.http.post(path, json={}, headers=bearer(TOKEN))).json() == {"success": True}
    await rig.fault(pacing=False)
    assert (await send(rig)).status_code == 200


async def test_quality_is_told(rig: Rig) -> None:
    template_id = await approved(rig)
    await deed(rig, template_id, "rate", score="RED")
    await rig.time.run(1)
    told = updates(rig, "new_quality_score")[0]
    assert (told["previous_quality_score"], told["new_quality_score"]) == ("UNKNOWN", "RED")
    path = f"/v25.0/{template_id}?fields=quality_score"
    assert (await rig.http.get(path, headers=bearer(TOKEN))).json()["quality_score"]["score"] == "RED"


async def test_a_rejection_says_why(rig: Rig) -> None:
    await rig.fault(template_review="reject")
    await approved(rig)
    update = updates(rig)[-1]
    assert (update["event"], update["reason"]) == ("REJECTED", "INVALID_FORMAT")
    assert update["rejection_info"]["recommendation"] == "Change the text or choose another category."


async def test_several_are_deleted_by_their_ids(rig: Rig) -> None:
    ids = [str((await create(rig, name=f"t_{index}")).json()["id"]) for index in range(3)]
    path = f"/v25.0/{WABA}/message_templates?hsm_ids=[{ids[0]},{ids[2]}]"
    assert (await rig.http.delete(path, headers=bearer(TOKEN))).json() == {"success": True}
    listed = (await rig.http.get("/_sim/templates")).json()["templates"]
    assert [template["name"] for template in listed] == ["t_1"]


async def test_what_can_not_happen_is_refused(rig: Rig) -> None:
    template_id = await approved(rig)
    assert (await deed(rig, template_id, "melt")).status_code == 422
    assert (await deed(rig, "1", "pause")).status_code == 404
    assert (await deed(rig, template_id, "rate", score="BLUE")).status_code == 422
