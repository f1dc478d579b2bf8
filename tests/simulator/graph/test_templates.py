"""Templates: created, reviewed, sent, refused."""

from typing import Any

import pytest

from tests.simulator.world_rig import TOKEN, WABA, Rig, bearer

pytestmark = pytest.mark.asyncio
BODY = {
    "type": "BODY",
    "text": "Hi {{name}}, your {{item}} is still here.",
    "example": {
        "body_text_named_params": [{"param_name": "name", "example": "Ana"}, {"param_name": "item", "example": "dress"}]
    },
}
BUTTONS = {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Show me"}]}
CART = {
    "name": "cart_reminder",
    "language": "en_US",
    "category": "MARKETING",
    "parameter_format": "NAMED",
    "components": [BODY, {"type": "FOOTER", "text": "Reply STOP to end."}, BUTTONS],
}
FILLED = [
    {"type": "text", "parameter_name": "name", "text": "Emma"},
    {"type": "text", "parameter_name": "item", "text": "sundress"},
]


async def create(rig: Rig, **changes: Any) -> Any:
    return await rig.http.post(f"/v25.0/{WABA}/message_templates", json={**CART, **changes}, headers=bearer(TOKEN))


async def send(rig: Rig, parameters: list[Any] | None = None, to: str = "+447700900142", **changes: Any) -> Any:
    components = [{"type": "body", "parameters": FILLED if parameters is None else parameters}]
    template = {"name": "cart_reminder", "language": {"code": "en_US"}, "components": components, **changes}
    return await rig.send(type="template", template=template, to=to)


async def approved(rig: Rig, **changes: Any) -> str:
    template_id = (await create(rig, **changes)).json()["id"]
    await rig.time.run(3)
    return str(template_id)


async def test_a_template_is_pending_then_approved_and_the_app_is_told(rig: Rig) -> None:
    created = (await create(rig)).json()
    assert (created["status"], created["category"]) == ("PENDING", "MARKETING")
    assert (await send(rig)).json()["error"]["code"] == 132001
    await rig.time.run(3)
    update = rig.product.events()[-1]
    assert (update["event"], update["message_template_id"]) == ("APPROVED", int(created["id"]))
    listed = (await rig.http.get(f"/v25.0/{WABA}/message_templates?status=approved", headers=bearer(TOKEN))).json()
    assert [template["name"] for template in listed["data"]] == ["cart_reminder"]


async def test_a_review_can_reject_or_wait(rig: Rig) -> None:
    await rig.fault(template_review="hold")
    template_id = await approved(rig)
    path = f"/v25.0/{template_id}?fields=status"
    assert (await rig.http.get(path, headers=bearer(TOKEN))).json()["status"] == "PENDING"
    await rig.fault(template_review="reject")
    assert (await rig.http.get(path, headers=bearer(TOKEN))).json()["status"] == "REJECTED"


async def test_an_approved_template_reaches_a_closed_window_and_costs_marketing(rig: Rig) -> None:
    await approved(rig)
    response = await send(rig)
    assert response.json()["messages"][0]["message_status"] == "accepted"
    await rig.time.run(5)
    chat = (await rig.http.get("/_sim/people/emma/chat")).json()
    assert chat["messages"][0]["rendered"]["body"] == "Hi Emma, your sundress is still here."
    bill = (await rig.http.get("/_sim/bill")).json()
    assert bill["total_micros"] == 52_900


async def test_a_tap_on_a_quick_reply_is_a_button_message(rig: Rig) -> None:
    await approved(rig)
    await send(rig)
    await rig.time.run(5)
    await rig.act(tap="Show me")
    await rig.time.run(1)
    assert rig.product.messages()[-1]["button"] == {"payload": "Show me", "text": "Show me"}


@pytest.mark.parametrize(
    ("parameters", "changes", "status", "code"),
    [
        (FILLED[:1], {}, 400, 132000),
        ([*FILLED, FILLED[0]], {}, 400, 132000),
        ([FILLED[0], {"type": "text", "parameter_name": "other", "text": "x"}], {}, 400, 132012),
        ([FILLED[0], {"type": "image", "parameter_name": "item", "image": {"id": "1"}}], {}, 400, 132012),
        ([FILLED[0], {"type": "text", "parameter_name": "item", "text": "two\nlines"}], {}, 400, 132018),
        ([FILLED[0], {"type": "text", "parameter_name": "item", "text": "x" * 1000}], {}, 400, 132005),
        (None, {"language": {"code": "en"}}, 404, 132001),
        (None, {"name": "unknown"}, 404, 132001),
        (None, {"language": {}}, 400, 131008),
    ],
)
async def test_a_template_that_does_not_fit_is_refused(
    rig: Rig, parameters: list[Any] | None, changes: dict[str, Any], status: int, code: int
) -> None:
    await approved(rig)
    response = await send(rig, parameters, **changes)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


async def test_a_missing_header_picture_is_a_format_mismatch(rig: Rig) -> None:
    header = {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::x"]}}
    await approved(rig, components=[header, BODY])
    assert (await send(rig)).json()["error"]["code"] == 132012


@pytest.mark.parametrize(("person", "code"), [("+15125550147", 131049), ("+15145550147", None)])
async def test_marketing_does_not_reach_us_area_codes(rig: Rig, person: str, code: int | None) -> None:
    await approved(rig)
    await send(rig, to=person)
    await rig.time.run(5)
    status = rig.product.statuses()[-1]
    assert [error["code"] for error in status.get("errors", [])] == ([code] if code else [])


async def test_who_stopped_offers_gets_none_until_resuming(rig: Rig) -> None:
    await approved(rig)
    await rig.act(marketing="stop")
    await rig.time.run(1)
    assert rig.product.events()[-1]["user_preferences"][0]["value"] == "stop"
    await send(rig)
    await rig.time.run(5)
    assert rig.product.statuses()[-1]["errors"][0]["code"] == 131050
    await rig.act(marketing="resume")
    await send(rig)
    await rig.time.run(5)
    assert rig.product.statuses()[-1]["status"] == "read"


async def test_a_paused_template_is_not_sent(rig: Rig) -> None:
    template_id = await approved(rig)
    await rig.http.post(f"/_sim/templates/{template_id}/status", json={"status": "PAUSED"})
    assert (await send(rig)).json()["error"]["code"] == 132015


@pytest.mark.parametrize(
    ("changes", "subcode"),
    [
        ({"name": "Cart Reminder"}, 2388040),
        ({"components": [{**BODY, "text": "x" * 1025}]}, 2388072),
        ({"components": [{**BODY, "text": "{{name}} wants {{item}} now"}]}, 2388299),
        ({"components": [{**BODY, "text": "Hi {{name}} {{item}} now"}]}, 2388293),
        ({"components": [{**BODY, "example": {}}]}, 2388072),
        ({"components": [BODY, {"type": "FOOTER", "text": "x" * 61}]}, 2388073),
        ({"components": [BODY, {"type": "FOOTER", "text": "Bye {{name}}"}]}, 2388073),
        ({"components": [BODY, {"type": "HEADER", "format": "TEXT", "text": "x" * 61}]}, 2388047),
        ({"components": [BODY, {"type": "HEADER", "format": "IMAGE"}]}, 2388047),
        ({"components": [BODY, {"type": "BUTTONS", "buttons": []}]}, 2388019),
        ({"components": [BODY, {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "x" * 26}]}]}, 2388019),
        (
            {
                "components": [
                    BODY,
                    {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "A", "url": "https://x/{{1}}/b"}]},
                ]
            },
            2388019,
        ),
    ],
)
async def test_a_template_beyond_its_limits_is_not_created(rig: Rig, changes: dict[str, Any], subcode: int) -> None:
    response = await create(rig, **changes)
    assert (response.status_code, response.json()["error"].get("error_subcode")) == (400, subcode)


async def test_a_name_is_taken_and_after_deletion_locked_for_30_days(rig: Rig) -> None:
    await approved(rig)
    assert (await create(rig)).json()["error"]["error_subcode"] == 2388024
    path = f"/v25.0/{WABA}/message_templates?name=cart_reminder"
    assert (await rig.http.delete(path, headers=bearer(TOKEN))).json() == {"success": True}
    assert (await create(rig)).json()["error"]["error_subcode"] == 2388023
    await rig.advance(30 * 86400)
    assert (await create(rig)).status_code == 200


async def test_lists_are_paged_and_a_bad_cursor_is_named(rig: Rig) -> None:
    for index in range(3):
        await create(rig, name=f"t_{index}")
    path = f"/v25.0/{WABA}/message_templates?fields=name&limit=2"
    first = (await rig.http.get(path, headers=bearer(TOKEN))).json()
    after = first["paging"]["cursors"]["after"]
    second = (await rig.http.get(f"{path}&after={after}", headers=bearer(TOKEN))).json()
    assert [each["name"] for each in [*first["data"], *second["data"]]] == ["t_0", "t_1", "t_2"]
    bad = await rig.http.get(f"{path}&after=zzz", headers=bearer(TOKEN))
    assert bad.json()["error"]["code"] == 131059
