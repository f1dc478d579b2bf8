import json
from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio

from simulator.signatures import hex_signature
from tests.simulator.world_rig import AD, Rig

NUMBER = {
    "provider": "dialog360", "phone_number_id": "1055", "waba_id": "2066", "api_key": "k-1", "name": "TrendyThreads",
    "display_phone_number": "15550783881", "api_url": "http://sim.test", "platform_secret": "p-1",
}  # fmt: skip
HOOK = "http://product.test/hooks/messaging/dialog360/k/"
KEY = {"D360-API-KEY": "k-1"}


@pytest_asyncio.fixture
async def rig() -> AsyncIterator[Rig]:
    made = Rig({"portal_url": "http://product.test", "demo_token": "demo", "numbers": [NUMBER], "ads": [AD]})
    await made.time.run(0)
    body = {"url": HOOK, "headers": {"X-Own": "s-1"}}
    assert (await made.http.post("/dialog360/v1/configs/webhook", json=body, headers=KEY)).status_code == 200
    yield made
    await made.http.aclose()


def text(body: str) -> dict[str, Any]:
    return {"messaging_product": "whatsapp", "to": "+447700900142", "type": "text", "text": {"body": body}}


async def test_events_are_meta_s_with_the_chosen_header_and_the_partner_s_signature(rig: Rig) -> None:
    await rig.act(text="Hi")
    await rig.time.run(1)
    ((url, headers, body),) = rig.product.received
    assert (url, headers["X-Own"]) == (HOOK, "s-1")
    assert headers["x-360dialog-signature"] == hex_signature("p-1", body)
    assert "X-Hub-Signature-256" not in headers
    assert rig.product.messages()[0]["text"] == {"body": "Hi"}


async def test_a_message_goes_without_number_and_version_in_the_path(rig: Rig) -> None:
    await rig.act(text="Hi")
    answer = await rig.http.post("/dialog360/messages", json=text("Hello"), headers=KEY)
    assert answer.json()["messages"][0]["id"].startswith("wamid.")
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "delivered", "read"]


async def test_meta_s_refusals_are_passed_on(rig: Rig) -> None:
    answer = await rig.http.post("/dialog360/messages", json=text("Hello"), headers=KEY)
    assert answer.json()["error"]["code"] == 131047


async def test_a_key_nobody_knows_gets_401(rig: Rig) -> None:
    answer = await rig.http.post("/dialog360/messages", json=text("Hello"), headers={"D360-API-KEY": "k-2"})
    assert (answer.status_code, answer.json()["meta"]["developer_message"]) == (401, "Invalid api_key")


async def test_the_key_is_no_token_of_the_graph(rig: Rig) -> None:
    answer = await rig.http.post("/v25.0/1055/messages", json=text("Hello"), headers={"Authorization": "Bearer k-1"})
    assert answer.json()["error"]["code"] == 190


async def test_a_file_is_fetched_here_under_the_path_of_meta_s_address(rig: Rig) -> None:
    await rig.act(media={"type": "image", "mime_type": "image/jpeg", "base64": "aGk="})
    await rig.time.run(1)
    media_id = rig.product.messages()[0]["image"]["id"]
    address = (await rig.http.get(f"/dialog360/{media_id}", headers=KEY)).json()["url"]
    assert address.startswith("https://lookaside.fbsbx.com/")
    path = address.removeprefix("https://lookaside.fbsbx.com")
    assert (await rig.http.get(f"/dialog360{path}", headers=KEY)).content == b"hi"
    assert (await rig.http.get(f"/dialog360{path}")).status_code == 401


async def test_templates_are_made_listed_and_told_of(rig: Rig) -> None:
    template = {
        "name": "hi", "language": "en", "category": "UTILITY",
        "components": [{"type": "BODY", "text": "Hello and welcome to the shop."}],
    }  # fmt: skip
    made = await rig.http.post("/dialog360/v1/configs/templates", json=template, headers=KEY)
    assert made.json()["status"] == "PENDING"
    await rig.time.run(10)
    listed = (await rig.http.get("/dialog360/v1/configs/templates", headers=KEY)).json()["waba_templates"]
    assert [each["name"] for each in listed] == ["hi"]
    (value,) = rig.product.events()
    assert value["event"] == "APPROVED"
    (_, headers, body) = rig.product.received[-1]
    assert headers["X-Own"] == "s-1"
    assert json.loads(body)["entry"][0]["id"] == "2066"


async def test_a_number_keeps_its_webhook_when_it_is_told_of_again(rig: Rig) -> None:
    assert (await rig.http.post("/_sim/numbers", json=NUMBER)).status_code == 201
    assert (await rig.http.get("/dialog360/v1/configs/webhook", headers=KEY)).json()["url"] == HOOK
