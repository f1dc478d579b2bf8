import pytest

from tests.simulator.world_rig import PNID, Rig

pytestmark = pytest.mark.asyncio


async def test_an_ad_tap_reaches_the_product_and_its_answer_reaches_the_phone(rig: Rig) -> None:
    await rig.act(ad="ad-summer")
    await rig.time.run(1)
    message = rig.product.messages()[0]
    assert message["text"] == {"body": "Hi! Is the blue one in stock in M?"}
    assert message["referral"]["source_id"] == "ad-summer"

    answer = await rig.send(type="text", text={"body": "Yes, M is in stock."})
    await rig.time.run(5)
    chat = (await rig.http.get("/_sim/people/emma/chat")).json()
    assert answer.json()["contacts"] == [{"input": "+447700900142", "wa_id": "447700900142"}]
    assert [message["direction"] for message in chat["messages"]] == ["in", "out"]
    assert chat["messages"][1]["content"]["text"] == {"body": "Yes, M is in stock."}
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "delivered", "read"]


async def test_a_tap_answers_the_message_that_carried_the_button(rig: Rig) -> None:
    await rig.act(text="hello")
    buttons = [{"type": "reply", "reply": {"id": "size", "title": "Check my size"}}]
    interactive = {"type": "button", "body": {"text": "Hi"}, "action": {"buttons": buttons}}
    sent = (await rig.send(type="interactive", interactive=interactive)).json()["messages"][0]["id"]
    await rig.time.run(5)
    await rig.act(tap="Check my size")
    await rig.time.run(1)
    tapped = rig.product.messages()[-1]
    assert tapped["interactive"] == {"type": "button_reply", "button_reply": {"id": "size", "title": "Check my size"}}
    assert tapped["context"] == {"from": "15550783881", "id": sent}
    assert rig.product.events()[-1]["metadata"]["phone_number_id"] == PNID
