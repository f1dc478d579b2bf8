"""How events arrive: signed, in order, again until answered; twice, late or broken when switched on."""

import hashlib
import hmac
import json
from typing import Any

import pytest

from simulator.delivery import retry_seconds
from simulator.signatures import meta_signature
from tests.simulator.world_rig import NUMBER, SECRET, Rig

pytestmark = pytest.mark.asyncio
TEXT: dict[str, Any] = {"type": "text", "text": {"body": "Hello"}}


async def test_the_signature_is_metas() -> None:
    expected = "sha256=ea62ffae339e4605388e81904eb7c8661beb6238f81e1bbb458b73e7292586c4"
    assert meta_signature("app_secret", b'{"id":1001,"name":"#1001"}') == expected


async def test_an_event_is_signed_over_its_raw_bytes(rig: Rig) -> None:
    await rig.act("lucia", text="¿Tenéis la talla M? 👗")
    await rig.time.run(1)
    url, headers, body = rig.product.received[0]
    expected = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    assert (url, headers["X-Hub-Signature-256"]) == (NUMBER["webhook_url"], f"sha256={expected}")
    assert json.loads(body)["entry"][0]["id"] == NUMBER["waba_id"]


async def test_characters_can_be_escaped_as_meta_does(rig: Rig) -> None:
    await rig.fault(escape_unicode=True)
    await rig.act(text="é👗")
    await rig.time.run(1)
    body = rig.product.received[0][2]
    assert b"\\u00e9\\ud83d\\udc57" in body
    assert rig.product.messages()[0]["text"]["body"] == "é👗"


async def test_an_unanswered_event_comes_again_and_holds_back_the_next(rig: Rig) -> None:
    rig.product.refusals = [500, 503]
    await rig.act(text="first")
    await rig.act(text="second")
    await rig.time.run(0.4)
    assert len(rig.product.received) == 1
    await rig.time.run(5)
    texts = [message["text"]["body"] for message in rig.product.messages()]
    assert texts == ["first", "first", "first", "second"]


async def test_another_persons_events_do_not_wait(rig: Rig) -> None:
    rig.product.refusals = [500]
    await rig.act(text="first")
    await rig.act("lucia", text="hola")
    await rig.time.run(0.1)
    assert [message["text"]["body"] for message in rig.product.messages()] == ["first", "hola"]


async def test_a_product_that_is_down_gets_everything_when_it_is_back(rig: Rig) -> None:
    rig.product.is_down = True
    await rig.act(text="are you there?")
    await rig.time.run(120)
    rig.product.is_down = False
    await rig.time.run(20)
    assert [message["text"]["body"] for message in rig.product.messages()] == ["are you there?"]


@pytest.mark.parametrize(("attempts", "seconds"), [(1, 0.5), (2, 1), (3, 2), (6, 16), (7, 20), (50, 20)])
async def test_the_wait_doubles_up_to_twenty_seconds(attempts: int, seconds: float) -> None:
    assert retry_seconds(attempts, speedup=120) == seconds


async def test_every_event_twice_means_the_same_bytes_twice(rig: Rig) -> None:
    await rig.fault(duplicate_events=True)
    await rig.act(text="hi")
    await rig.time.run(1)
    bodies = [body for _, _, body in rig.product.received]
    assert bodies == [bodies[0]] * 2


async def test_disorder_brings_all_events_late_and_in_another_order(rig: Rig) -> None:
    await rig.fault(disorder=True)
    sent = [str(index) for index in range(12)]
    for text in sent:
        await rig.act(text=text)
    await rig.time.run(0.3)
    assert rig.product.received == []
    await rig.time.run(5)
    texts = [message["text"]["body"] for message in rig.product.messages()]
    assert sorted(texts, key=int) == sent
    assert texts != sent


async def test_a_batch_carries_several_entries_in_one_post(rig: Rig) -> None:
    await rig.fault(batch_events=True)
    for text in ("one", "two", "three"):
        await rig.act(text=text)
    await rig.time.run(1)
    assert len(rig.product.received) == 1
    assert [message["text"]["body"] for message in rig.product.messages()] == ["one", "two", "three"]


async def test_a_wrong_and_a_missing_signature_can_be_switched_on(rig: Rig) -> None:
    await rig.fault(bad_signature=True)
    await rig.act(text="hi")
    await rig.time.run(1)
    _, headers, body = rig.product.received[0]
    assert headers["X-Hub-Signature-256"] == meta_signature("wrong", body)
    await rig.fault(missing_signature=True)
    await rig.act(text="hi again")
    await rig.time.run(1)
    assert "X-Hub-Signature-256" not in rig.product.received[1][1]


async def test_a_time_out_after_accepting_leaves_the_message_sent(rig: Rig) -> None:
    await rig.fault(timeout_after_accept=True, timeout_seconds=30)
    await rig.act(text="hi")
    assert (await rig.send(**TEXT)).status_code == 504
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "delivered", "read"]


@pytest.mark.parametrize(
    ("switch", "status", "code"), [("too_many_requests", 429, 130429), ("server_error", 500, 131000)]
)
async def test_a_refusal_before_accepting_sends_nothing(rig: Rig, switch: str, status: int, code: int) -> None:
    await rig.fault(**{switch: True})
    await rig.act(text="hi")
    response = await rig.send(**TEXT)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    await rig.time.run(5)
    assert rig.product.statuses() == []


async def test_an_error_can_be_injected_by_code_and_runs_out(rig: Rig) -> None:
    await rig.act(text="hi")
    rules = [{"code": 131031, "mode": "sync"}, {"code": 130472, "mode": "async", "to": "447700900142"}]
    await rig.fault(inject=rules)
    assert (await rig.send(**TEXT)).json()["error"]["code"] == 131031
    await rig.send(**TEXT)
    await rig.send(**TEXT)
    await rig.time.run(5)
    codes = [status["errors"][0]["code"] for status in rig.product.statuses() if status["status"] == "failed"]
    assert codes == [130472]


@pytest.mark.parametrize("switches", [{"unknown": True}, {"disorder": 1}, {"percent": 0}, {"payload_version": "v1.0"}])
async def test_a_switch_that_is_none_changes_nothing(rig: Rig, switches: dict[str, object]) -> None:
    before = rig.world.faults.as_json()
    response = await rig.http.post("/_sim/faults", json={"duplicate_events": True, **switches})
    assert response.status_code == 400
    assert rig.world.faults.as_json() == before
