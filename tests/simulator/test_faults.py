"""What can be made to go wrong when the product sends."""

import asyncio
from typing import Any

import pytest

from simulator.cutting import cut
from simulator.graph.error_codes import CODES
from tests.simulator.world_rig import PNID, TOKEN, WABA, Rig, bearer

pytestmark = pytest.mark.asyncio
TEXT: dict[str, Any] = {"type": "text", "text": {"body": "Hello"}}


@pytest.mark.parametrize("code", sorted(CODES))
async def test_every_code_can_be_injected_at_once_and_later(rig: Rig, code: int) -> None:
    await rig.act(text="hi")
    await rig.fault(inject=[{"code": code}, {"code": code, "mode": "async"}])
    refused = await rig.send(**TEXT)
    assert (refused.status_code, refused.json()["error"]["code"]) == (CODES[code][1], code)
    assert (await rig.send(**TEXT)).status_code == 200
    await rig.time.run(5)
    [status] = rig.product.statuses()
    assert (status["status"], status["errors"][0]["code"], status["errors"][0]["title"]) == (
        "failed",
        code,
        CODES[code][0],
    )


@pytest.mark.parametrize(
    ("rule", "is_hit"),
    [
        ({"to": "447700900142"}, True),
        ({"to": "34612345678"}, False),
        ({"person": "emma"}, True),
        ({"phone_number_id": PNID}, True),
        ({"phone_number_id": "other"}, False),
        ({"type": "text"}, True),
        ({"type": "image"}, False),
        ({"template": "cart_reminder"}, False),
        ({"edge": "message_templates"}, False),
    ],
)
async def test_an_injected_error_hits_only_what_it_names(rig: Rig, rule: dict[str, str], is_hit: bool) -> None:
    await rig.act(text="hi")
    await rig.fault(inject=[{"code": 131031, **rule}])
    assert (await rig.send(**TEXT)).status_code == (403 if is_hit else 200)


async def test_an_injected_error_may_stay_for_good_and_name_its_status(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.fault(inject=[{"code": 130429, "times": 0, "status": 400}])
    assert [(await rig.send(**TEXT)).status_code for _ in range(3)] == [400, 400, 400]


async def test_management_calls_can_be_refused_too(rig: Rig) -> None:
    await rig.fault(inject=[{"code": 80007, "edge": "message_templates"}])
    path = f"/v25.0/{WABA}/message_templates"
    answers = [(await rig.http.get(path, headers=bearer(TOKEN))).status_code for _ in range(2)]
    assert answers == [429, 200]


async def test_a_cut_before_accepting_sends_nothing_and_one_after_it_sends(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.fault(reset_before_accept=True)
    with pytest.raises(ConnectionResetError):
        await rig.send(**TEXT)
    await rig.time.run(5)
    assert rig.product.statuses() == []
    await rig.fault(reset_before_accept=False, reset_after_accept=True)
    with pytest.raises(ConnectionResetError):
        await rig.send(**TEXT)
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "delivered", "read"]


async def test_a_real_connection_is_reset_not_closed() -> None:
    server = await asyncio.get_running_loop().create_server(_Cutting, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(host, port)
    with pytest.raises(ConnectionResetError):
        await reader.read(1)
    writer.close()
    server.close()


class _Cutting(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        cut(transport)


async def test_a_token_can_expire_for_everything(rig: Rig) -> None:
    await rig.fault(token_expired=True)
    response = await rig.http.get(f"/v25.0/{PNID}", headers=bearer(TOKEN))
    error = response.json()["error"]
    assert (response.status_code, error["code"], error["error_subcode"]) == (401, 190, 463)


async def test_a_slow_answer_comes_after_its_statuses(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.fault(slow_seconds=9)
    before = rig.time.wall
    assert (await rig.send(**TEXT)).status_code == 200
    assert (rig.time.wall - before).total_seconds() == 9


async def test_messages_may_fail_or_stay_unread_by_chance(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.fault(read_percent=0)
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "delivered"]
    await rig.fault(fail_percent=100)
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()][2:] == ["failed"]


async def test_read_may_come_before_delivered(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.fault(read_before_delivered=True)
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "read", "delivered"]
    assert rig.world.chats.history(PNID, "emma")[-1].status == "read"


async def test_a_phone_that_is_off_gets_its_messages_when_it_is_on_or_never(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.http.patch("/_sim/people/emma", json={"phone_on": False})
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent"]
    await rig.http.patch("/_sim/people/emma", json={"phone_on": True})
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent", "delivered", "read"]


async def test_after_thirty_days_a_waiting_message_is_dropped_without_a_word(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.http.patch("/_sim/people/emma", json={"phone_on": False})
    await rig.send(**TEXT)
    await rig.time.run(5)
    await rig.advance(30 * 86400)
    await rig.http.patch("/_sim/people/emma", json={"phone_on": True})
    await rig.time.run(5)
    assert [status["status"] for status in rig.product.statuses()] == ["sent"]


async def test_events_can_be_held_back_and_replayed_days_later(rig: Rig) -> None:
    await rig.fault(hold_events=True)
    await rig.act(text="early")
    await rig.time.run(60)
    assert rig.product.received == []
    await rig.advance(6 * 86400)
    await rig.fault(hold_events=False)
    await rig.time.run(2)
    [old] = rig.product.messages()
    assert rig.world.clock.now_unix() - int(old["timestamp"]) > 6 * 86400
    assert (await rig.http.post("/_sim/replay", json={"count": 5})).json() == {"replayed": 1}
    await rig.time.run(2)
    assert rig.product.messages() == [old, old]


async def test_a_first_try_that_is_lost_comes_again(rig: Rig) -> None:
    await rig.fault(lose_first_try=True)
    await rig.act(text="hi")
    await rig.time.run(0.4)
    assert rig.product.received == []
    await rig.time.run(1)
    assert [message["text"]["body"] for message in rig.product.messages()] == ["hi"]


async def test_a_batch_joins_messages_and_statuses_of_many_people(rig: Rig) -> None:
    await rig.act(text="hi")
    await rig.time.run(1)
    await rig.send(**TEXT)
    rig.product.received.clear()
    await rig.fault(batch_events=True)
    await rig.act("lucia", text="hola")
    await rig.time.run(0.2)
    await rig.act(text="and?")
    await rig.time.run(0.1)
    [value] = rig.product.events()
    assert [message["text"]["body"] for message in value["messages"]] == ["hola", "and?"]
    assert [status["status"] for status in value["statuses"]] == ["sent"]
    assert [contact["profile"]["name"] for contact in value["contacts"]] == ["Lucía Romero", "Emma Wilson"]


async def test_a_batch_has_at_most_so_many_events(rig: Rig) -> None:
    await rig.fault(batch_events=True, batch_size=2)
    for text in ("one", "two", "three"):
        await rig.act(text=text)
    await rig.time.run(2)
    assert [len(value["messages"]) for value in rig.product.events()] == [2, 1]
