"""Checks of the checklist: limits, templates, media, identities, links, carts, conversions, faults, tokens; and the traps."""

import base64
import json

from tests.simulator.checks_of_events import TEXT, code, graph
from tests.simulator.graph.test_templates import approved, create, send
from tests.simulator.world_rig import NUMBER, PNID, TOKEN, WABA, Rig, bearer


async def limiters(rig: Rig) -> None:
    await rig.act(text="hi")
    answers = [await rig.send(**TEXT) for _ in range(46)]
    assert (answers[44].status_code, await code(answers[45])) == (200, 131056)
    await rig.fault(pair_limit=False)
    faster = [await rig.send(**TEXT) for _ in range(40)]
    assert await code(faster[-1]) == 130429
    await rig.time.run(5)
    await approved(rig)
    await rig.fault(portfolio_tier="TIER_250", marketing_cap=True)
    await send(rig, to="+919876543210")
    await rig.time.run(5)
    assert rig.product.statuses()[-1]["errors"][0]["code"] == 131049
    for person in range(250):
        rig.world.limits.reach(WABA, str(person), rig.world.clock.now().timestamp(), "TIER_250")
    assert await code(await send(rig, to="+6281234567890")) == 131048


async def template_life(rig: Rig) -> None:
    template_id = await approved(rig)
    for deed in ("pause", "unpause", "announce_category"):
        await rig.http.post(f"/_sim/templates/{template_id}", json={"deed": deed})
    await graph(rig, "DELETE", f"{WABA}/message_templates?name=cart_reminder")
    assert (await create(rig)).json()["error"]["error_subcode"] == 2388023
    await rig.time.run(2)
    events = [value["event"] for value in rig.product.events() if "event" in value]
    assert events == ["APPROVED", "PAUSED", "APPROVED", "DELETED"]


async def media(rig: Rig) -> None:
    photo = {"type": "image", "mime_type": "image/jpeg", "base64": base64.b64encode(b"photo").decode()}
    await rig.act(media=photo)
    await rig.time.run(1)
    url = (await graph(rig, "GET", rig.product.messages()[0]["image"]["id"])).json()["url"]
    assert [(await rig.http.get(url)).status_code, (await rig.http.get(url, headers=bearer(TOKEN))).status_code] == [
        401,
        200,
    ]
    await rig.time.run(301)
    assert (await rig.http.get(url, headers=bearer(TOKEN))).status_code == 404
    await rig.advance(7 * 86400)
    assert await code(await graph(rig, "GET", rig.product.messages()[0]["image"]["id"])) == 100


async def preferences(rig: Rig) -> None:
    await approved(rig)
    await rig.act(marketing="stop")
    await send(rig)
    await rig.time.run(5)
    assert rig.product.statuses()[0]["errors"][0]["code"] == 131050
    await rig.act(marketing="resume")
    await rig.time.run(1)
    told = [value["user_preferences"][0] for value in rig.product.events() if "user_preferences" in value]
    assert [each["value"] for each in told] == ["stop", "resume"]
    assert isinstance(told[0]["timestamp"], int)


async def user_ids(rig: Rig) -> None:
    await rig.act("noor", text="salam")
    await rig.time.run(1)
    hidden = rig.product.events()[0]
    assert "from" not in hidden["messages"][0]
    assert "wa_id" not in hidden["contacts"][0]
    await rig.http.post("/_sim/people/emma/number", json={"phone": "+447700900143"})
    await rig.time.run(1)
    changed = rig.product.events()[-1]
    assert "contacts" not in changed
    system = changed["messages"][0]["system"]
    assert (system["type"], system["wa_id"]) == ("user_changed_number", "447700900143")
    assert system["user_id"] != system["previous_user_id"]
    await rig.http.post("/_sim/people/noor/number", json={})
    await rig.time.run(1)
    assert rig.product.messages()[-1]["system"]["type"] == "user_changed_user_id"


async def coexistence(rig: Rig) -> None:
    await rig.act(text="hi")
    assert (await rig.http.post("/_sim/people/emma/echo", json={"text": "x"})).status_code == 422
    await rig.http.patch(f"/_sim/numbers/{PNID}", json={"is_on_biz_app": True})
    await rig.http.post("/_sim/people/emma/echo", json={"text": "I'll look"})
    await rig.http.post("/_sim/people/emma/thread", json={"owner": "other"})
    await rig.act(text="hello?")
    await rig.time.run(2)
    fields = [json.loads(body)["entry"][0]["changes"][0]["field"] for _, _, body in rig.product.received]
    assert fields == ["messages", "smb_message_echoes", "messaging_handovers", "standby"]
    assert await code(await rig.send(**TEXT)) == 131070
    take = {"messaging_product": "whatsapp", "action": "take", "to": "+447700900142"}
    assert (await graph(rig, "POST", f"{PNID}/thread_control", take)).json() == {"success": True}
    assert (await rig.send(**TEXT)).status_code == 200


async def links(rig: Rig) -> None:
    path = f"{PNID}/message_qrdls"
    made = (
        await graph(rig, "POST", path, {"prefilled_message": "Hello (ref: K7Q2)", "generate_qr_image": "SVG"})
    ).json()
    assert (await rig.http.get(made["qr_image_url"])).content.startswith(b"<?xml")
    landing = await rig.http.get(f"/wa/message/{made['code']}", follow_redirects=False)
    assert "Hello" in landing.headers["location"]
    await graph(rig, "POST", path, {"code": made["code"], "prefilled_message": "Changed"})
    listed = (await graph(rig, "GET", f"{path}/{made['code']}")).json()["data"]
    assert [each["prefilled_message"] for each in listed] == ["Changed"]
    assert await code(await graph(rig, "POST", path, {"prefilled_message": "x" * 141})) == 100
    assert (await graph(rig, "DELETE", f"{path}/{made['code']}")).json() == {"success": True}
    assert (await graph(rig, "GET", path)).json() == {"data": []}


async def carts(rig: Rig) -> None:
    items = [{"retailer_id": "S1", "name": "Sundress", "price": 49, "currency": "USD"}]
    gone = {"retailer_id": "S2", "name": "Old", "availability": "out of stock"}
    await rig.http.put(f"/_sim/numbers/{PNID}/catalog", json={"catalog_id": "cat", "items": [*items, gone]})
    await rig.act(text="hi")
    await rig.time.run(1)
    sections = [{"product_items": [{"product_retailer_id": each} for each in ("S1", "S2", "S9")]}]
    shown = {"type": "product_list", "header": {"type": "text", "text": "New"}, "body": {"text": "Look"}}
    action = {"catalog_id": "cat", "sections": sections}
    assert (await rig.send(type="interactive", interactive={**shown, "action": action})).status_code == 200
    await rig.time.run(5)
    chat = (await rig.http.get("/_sim/people/emma/chat")).json()
    assert list(chat["messages"][-1]["products"]) == ["S1"]
    unknown = {**action, "sections": [{"product_items": [{"product_retailer_id": "S9"}]}]}
    assert await code(await rig.send(type="interactive", interactive={**shown, "action": unknown})) == 131009
    await rig.act(cart=[{"product_retailer_id": "S1", "quantity": 2}])
    await rig.time.run(1)
    item = {"product_retailer_id": "S1", "quantity": 2, "item_price": 49, "currency": "USD"}
    assert rig.product.messages()[-1]["order"] == {"catalog_id": "cat", "text": "", "product_items": [item]}


async def conversions(rig: Rig) -> None:
    dataset = (await graph(rig, "POST", f"{WABA}/dataset")).json()["id"]
    event = {
        "event_name": "Purchase",
        "event_time": rig.world.clock.now_unix(),
        "action_source": "business_messaging",
        "messaging_channel": "whatsapp",
        "user_data": {"whatsapp_business_account_id": WABA, "ctwa_clid": "Aff1"},
        "custom_data": {"currency": "USD", "value": 54.0},
    }
    for _ in range(2):
        assert (await graph(rig, "POST", f"{dataset}/events", {"data": [event]})).json()["events_received"] == 1
    kept = (await rig.http.get("/_sim/conversions")).json()["events"]
    assert [each["is_duplicate"] for each in kept] == [False, True]
    nameless = {**event, "custom_data": {}}
    assert await code(await graph(rig, "POST", f"{dataset}/events", {"data": [nameless]})) == 100


async def faults(rig: Rig) -> None:
    await rig.act(text="hi")
    for switches, status in (
        ({"inject": [{"code": 131042}]}, 400),
        ({"server_error": True}, 500),
        ({"server_error": False, "timeout_after_accept": True}, 504),
        ({"timeout_after_accept": False, "slow_seconds": 3}, 200),
    ):
        await rig.fault(**switches)
        assert (await rig.send(**TEXT)).status_code == status
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()].count("sent") == 2


async def authentication(rig: Rig) -> None:
    other = {**NUMBER, "phone_number_id": "3055", "waba_id": "4066", "access_token": "t2"}
    await rig.http.post("/_sim/numbers", json=other)
    answers = [await graph(rig, "GET", PNID, token="none"), await graph(rig, "GET", PNID, token="t2")]
    assert [(each.status_code, await code(each)) for each in answers] == [(401, 190), (403, 10)]
    unknown = (await graph(rig, "GET", "999")).json()["error"]
    assert (unknown["code"], unknown["error_subcode"]) == (100, 33)


async def joined_post(rig: Rig) -> None:
    """Statuses and messages in the same post."""
    await rig.act(text="hi")
    await rig.time.run(1)
    await rig.fault(batch_events=True)
    await rig.send(**TEXT)
    await rig.time.run(0.06)
    await rig.act(text="and?")
    await rig.time.run(0.3)
    assert {"messages", "statuses"} <= set(rig.product.events()[-1])


async def told_statuses(rig: Rig) -> None:
    """`contacts` in statuses but not in failed ones; string timestamps; fields absent, not null."""
    await rig.act("noor", text="hi")
    await rig.time.run(1)
    scoped_id = rig.product.messages()[0]["from_user_id"]
    body = {"messaging_product": "whatsapp", "recipient": scoped_id, **TEXT}
    await graph(rig, "POST", f"{PNID}/messages", body)
    await rig.time.run(5)
    await rig.fault(inject=[{"code": 131026, "mode": "async"}])
    await graph(rig, "POST", f"{PNID}/messages", body)
    await rig.time.run(5)
    values = [value for value in rig.product.events() if "statuses" in value]
    assert ["contacts" in value for value in values] == [True, True, True, False]
    assert all(isinstance(value["statuses"][0]["timestamp"], str) for value in values)
    assert all("recipient_id" not in value["statuses"][0] for value in values)
    assert b"null" not in b"".join(raw for _, _, raw in rig.product.received)


async def exact_ids(rig: Rig) -> None:
    """Reply ids echo exactly; a message id never comes twice."""
    await rig.act(text="hi")
    strange = "  Größe|M·✓ "
    buttons = [{"type": "reply", "reply": {"id": strange, "title": "M"}}]
    interactive = {"type": "button", "body": {"text": "Size?"}, "action": {"buttons": buttons}}
    ids = [(await rig.send(type="interactive", interactive=interactive)).json()["messages"][0]["id"] for _ in range(9)]
    await rig.time.run(5)
    await rig.act(tap="M")
    await rig.time.run(1)
    assert rig.product.messages()[-1]["interactive"]["button_reply"]["id"] == strange
    assert len(set(ids)) == 9


async def number_forms(rig: Rig) -> None:
    """The answer carries the number as the messenger keeps it."""
    for dialled, kept in (("+52 55 1234 5678", "5215512345678"), ("+54 11 2345 6789", "5491123456789")):
        found = await _wa_id(rig, dialled)
        assert found == kept
    assert await _wa_id(rig, "+55 61 91234 5678") == "556112345678"
    assert await _wa_id(rig, "+55 11 91234 5678") == "5511912345678"
    assert await _wa_id(rig, "+5561 1234 5678") == "556112345678"


async def _wa_id(rig: Rig, dialled: str) -> str:
    await rig.fault(window_error_async=True)
    return str((await rig.send(to=dialled, **TEXT)).json()["contacts"][0]["wa_id"])


async def addresses(rig: Rig) -> None:
    """`display_phone_number` is digits only; `entry[].id` is the account, not the number."""
    await rig.act(text="hi")
    await rig.time.run(1)
    assert rig.product.events()[0]["metadata"]["display_phone_number"] == "15550783881"
    assert json.loads(rig.product.received[0][2])["entry"][0]["id"] == WABA
