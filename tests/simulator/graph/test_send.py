"""Sending by HTTP: who may, to whom, when, and what statuses tell."""

from typing import Any

import pytest

from tests.simulator.world_rig import CONFIG, NUMBER, PNID, TOKEN, WABA, Answer, Rig, bearer

pytestmark = pytest.mark.asyncio
TEXT: dict[str, Any] = {"type": "text", "text": {"body": "Hello"}}


async def test_without_a_known_token_nothing_is_answered(rig: Rig) -> None:
    response = await rig.send(token="stranger", **TEXT)
    assert (response.status_code, response.json()["error"]["code"]) == (401, 190)


async def test_another_accounts_number_is_forbidden(rig: Rig) -> None:
    other = {**NUMBER, "phone_number_id": "3055", "waba_id": "4066", "access_token": "token-marco"}
    assert (await rig.http.post("/_sim/numbers", json=other)).status_code == 201
    response = await rig.send(token="token-marco", **TEXT)
    assert (response.status_code, response.json()["error"]["code"]) == (403, 10)


async def test_an_unknown_object_is_a_graph_method_error(rig: Rig) -> None:
    response = await rig.http.post("/v25.0/999/messages", json={}, headers=bearer(TOKEN))
    error = response.json()["error"]
    assert (response.status_code, error["code"], error["error_subcode"]) == (400, 100, 33)
    assert error["type"] == "GraphMethodException"


@pytest.mark.parametrize("prefix", ["", "/v23.0", "/v25.0", "/v99.9"])
async def test_any_version_is_accepted(rig: Rig, prefix: str) -> None:
    response = await rig.http.get(f"{prefix}/{PNID}?fields=verified_name", headers=bearer(TOKEN))
    assert response.json() == {"verified_name": "TrendyThreads", "id": PNID}


async def test_free_form_needs_an_open_window(rig: Rig) -> None:
    response = await rig.send(**TEXT)
    assert (response.status_code, response.json()["error"]["code"]) == (400, 131047)
    await rig.act(text="hi")
    assert (await rig.send(**TEXT)).status_code == 200
    await rig.advance(24 * 3600)
    assert (await rig.send(**TEXT)).json()["error"]["code"] == 131047


async def test_a_closed_window_can_be_told_later(rig: Rig) -> None:
    await rig.fault(window_error_async=True)
    assert (await rig.send(**TEXT)).status_code == 200
    await rig.time.run(2)
    [status] = rig.product.statuses()
    assert (status["status"], status["errors"][0]["code"]) == ("failed", 131047)


async def test_statuses_come_in_order_with_price_and_callback_data(rig: Rig) -> None:
    await rig.act(text="hi")
    sent = await rig.send(**TEXT, biz_opaque_callback_data="msg=7")
    await rig.time.run(5)
    statuses = rig.product.statuses()
    assert [status["status"] for status in statuses] == ["sent", "delivered", "read"]
    assert {status["id"] for status in statuses} == {sent.json()["messages"][0]["id"]}
    assert {status["biz_opaque_callback_data"] for status in statuses} == {"msg=7"}
    price = {"billable": False, "pricing_model": "PMP", "type": "free_customer_service", "category": "service"}
    assert [status.get("pricing") for status in statuses] == [price, price, None]
    assert all("conversation" not in status for status in statuses)
    assert statuses[0]["timestamp"].isdigit()


async def test_an_ad_tap_makes_every_message_free_and_tells_the_end(rig: Rig) -> None:
    await rig.act(ad="ad-summer")
    await rig.send(**TEXT)
    await rig.time.run(5)
    sent, delivered, _ = rig.product.statuses()
    assert (sent["pricing"]["type"], sent["pricing"]["category"]) == ("free_entry_point", "referral_conversion")
    assert sent["conversation"]["origin"] == {"type": "referral_conversion"}
    free_until = rig.world.chats.thread(PNID, "emma").free_until
    assert free_until is not None
    assert int(sent["conversation"]["expiration_timestamp"]) == int(free_until)
    assert "expiration_timestamp" not in delivered["conversation"]


async def test_the_older_payload_has_a_conversation_on_every_status(rig: Rig) -> None:
    await rig.fault(payload_version="v23.0")
    await rig.act(text="hi")
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert [status["conversation"]["origin"]["type"] for status in rig.product.statuses()] == ["service"] * 3


async def test_a_hidden_phone_is_absent_everywhere(rig: Rig) -> None:
    await rig.act("noor", text="salam")
    await rig.time.run(1)
    value = rig.product.events()[0]
    scoped_id = value["messages"][0]["from_user_id"]
    assert "from" not in value["messages"][0]
    assert value["contacts"] == [{"profile": {"name": "Noor", "username": "noor.k"}, "user_id": scoped_id}]
    body = {"messaging_product": "whatsapp", "recipient": scoped_id, **TEXT}
    answer = await rig.http.post(f"/v25.0/{PNID}/messages", json=body, headers=bearer(TOKEN))
    assert answer.json()["contacts"] == [{"input": scoped_id, "user_id": scoped_id}]
    await rig.time.run(5)
    assert all("recipient_id" not in status for status in rig.product.statuses())
    assert {status["recipient_user_id"] for status in rig.product.statuses()} == {scoped_id}


async def test_a_picture_link_that_is_no_picture_fails_afterwards(rig: Rig) -> None:
    rig.product.answers["http://product.test/page"] = Answer(200, {"content-type": "text/html"}, b"<p>")
    await rig.act(text="hi")
    assert (await rig.send(type="image", image={"link": "http://product.test/page"})).status_code == 200
    await rig.time.run(5)
    [status] = rig.product.statuses()
    assert (status["status"], status["errors"][0]["code"]) == ("failed", 131053)
    failed = next(value for value in rig.product.events() if "statuses" in value)
    assert "text/html" in status["errors"][0]["error_data"]["details"]
    assert failed["metadata"] == {"display_phone_number": "15550783881", "phone_number_id": PNID}


async def test_sending_to_oneself_is_refused(rig: Rig) -> None:
    response = await rig.send(to="+1 555 078 3881", **TEXT)
    assert response.json()["error"]["code"] == 131021


async def test_a_number_nobody_holds_gets_the_message_silently(rig: Rig) -> None:
    await rig.fault(window_error_async=False)
    person = rig.world.people.reached_at("34600111222")
    await rig.http.post(f"/_sim/people/{person.id}/messages", json={"text": "hola"})
    assert (await rig.send(to="+34600111222", **TEXT)).status_code == 200
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "delivered"]
    listed = (await rig.http.get("/phone/state")).json()["people"]
    assert person.id not in {each["id"] for each in listed}


async def test_marking_as_read_shows_blue_ticks_and_typing(rig: Rig) -> None:
    message_id = (await rig.act(text="hi")).json()["id"]
    body = {
        "messaging_product": "whatsapp",
        "status": "read",
        "message_id": message_id,
        "typing_indicator": {"type": "text"},
    }
    response = await rig.http.post(f"/v25.0/{PNID}/messages", json=body, headers=bearer(TOKEN))
    chat = (await rig.http.get("/_sim/people/emma/chat")).json()
    assert response.json() == {"success": True}
    assert (chat["messages"][0]["status"], chat["typing"]) == ("read", True)
    await rig.send(**TEXT)
    assert (await rig.http.get("/_sim/people/emma/chat")).json()["typing"] is False


async def test_marking_an_unknown_message_is_an_error(rig: Rig) -> None:
    body = {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.none"}
    response = await rig.http.post(f"/v25.0/{PNID}/messages", json=body, headers=bearer(TOKEN))
    assert response.json()["error"]["code"] == 131009


async def test_a_reaction_only_ever_gets_sent(rig: Rig) -> None:
    message_id = (await rig.act(text="hi")).json()["id"]
    await rig.send(type="reaction", reaction={"message_id": message_id, "emoji": "❤️"})
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent"]
    assert "pricing" not in rig.product.statuses()[0]


async def test_the_account_lists_its_numbers(rig: Rig) -> None:
    response = await rig.http.get(f"/v25.0/{WABA}/phone_numbers", headers=bearer(TOKEN))
    assert [number["id"] for number in response.json()["data"]] == [PNID]


async def test_without_a_subscription_no_event_comes(rig: Rig) -> None:
    path = f"/v25.0/{WABA}/subscribed_apps"
    await rig.http.delete(path, headers=bearer(TOKEN))
    await rig.act(text="anyone?")
    await rig.time.run(2)
    assert rig.product.received == []
    await rig.http.post(path, headers=bearer(TOKEN))
    await rig.act(text="now?")
    await rig.time.run(2)
    assert [message["text"]["body"] for message in rig.product.messages()] == ["now?"]


async def test_a_number_may_have_a_callback_of_its_own(rig: Rig) -> None:
    configuration = {"override_callback_uri": "http://product.test/own", "verify_token": "verify-me"}
    body = {"webhook_configuration": configuration}
    assert (await rig.http.post(f"/v25.0/{PNID}", json=body, headers=bearer(TOKEN))).json() == {"success": True}
    await rig.act(text="hi")
    await rig.time.run(1)
    assert rig.product.received[0][0] == "http://product.test/own"
    refused = {"webhook_configuration": {**configuration, "verify_token": "wrong"}}
    assert (await rig.http.post(f"/v25.0/{PNID}", json=refused, headers=bearer(TOKEN))).status_code == 400


async def test_the_first_thousand_service_messages_of_a_month_are_free_then_they_cost(rig: Rig) -> None:
    await rig.fault(pair_limit=False, throughput_limit=False)
    await rig.act(text="hi")
    for _ in range(1001):
        await rig.send(**TEXT)
    await rig.time.run(10)
    bill = (await rig.http.get("/_sim/bill")).json()["numbers"][0]
    counted = {(line["category"], line["type"]): (line["messages"], line["amount_micros"]) for line in bill["lines"]}
    assert counted == {("service", "free_customer_service"): (1000, 0), ("service", "regular"): (1, 22_000)}
    assert bill["free_service_left"] == 0
    assert CONFIG["portal_url"] == "http://product.test"
