"""Checks of the checklist: callbacks, what people send, windows, prices and statuses."""

import hashlib
import hmac
from typing import Any

from simulator.graph.inbound import SAMPLES
from tests.simulator.world_rig import NUMBER, PNID, SECRET, TOKEN, WABA, Rig, bearer

TEXT: dict[str, Any] = {"type": "text", "text": {"body": "Hello"}}


async def graph(rig: Rig, method: str, path: str, body: Any = None, token: str = TOKEN) -> Any:
    return await rig.http.request(method, f"/v25.0/{path}", json=body, headers=bearer(token))


async def code(response: Any) -> int:
    return int(response.json()["error"]["code"])


async def handshake(rig: Rig) -> None:
    accepted = {**NUMBER, "phone_number_id": "5055"}
    assert (await rig.http.post("/_sim/numbers", json=accepted)).status_code == 201
    assert (await rig.http.post("/_sim/numbers", json={**accepted, "verify_token": "no"})).status_code == 422


async def signature(rig: Rig) -> None:
    await rig.fault(escape_unicode=True)
    await rig.act(text="é")
    await rig.time.run(1)
    _, headers, body = rig.product.received[0]
    assert b"\\u00e9" in body
    assert headers["X-Hub-Signature-256"] == "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()


async def delivery(rig: Rig) -> None:
    rig.product.refusals = [500]
    await rig.fault(duplicate_events=True, retry_speedup=60)
    await rig.act(text="hi")
    await rig.time.run(0.9)
    assert len(rig.product.received) == 1
    await rig.time.run(1)
    assert len({body for _, _, body in rig.product.received}) == 1
    assert len(rig.product.received) == 3


async def precedence(rig: Rig) -> None:
    for path, body in (
        (f"{WABA}/subscribed_apps", {"override_callback_uri": "http://product.test/waba", "verify_token": "verify-me"}),
        (
            PNID,
            {
                "webhook_configuration": {
                    "override_callback_uri": "http://product.test/own",
                    "verify_token": "verify-me",
                }
            },
        ),
        (PNID, {"webhook_configuration": {"override_callback_uri": ""}}),
        (f"{WABA}/subscribed_apps", {}),
    ):
        assert (await graph(rig, "POST", path, body)).json() == {"success": True}
        await rig.act(text="hi")
        await rig.time.run(1)
    taken = [url.rsplit("/", 1)[-1] for url, _, _ in rig.product.received]
    assert taken == ["waba", "own", "waba", "whatsapp"]


async def every_inbound_type(rig: Rig) -> None:
    for name in SAMPLES:
        assert (await rig.act(sample=name)).status_code == 201
    await rig.time.run(5)
    assert [message["type"] for message in rig.product.messages()] == [sample["type"] for sample in SAMPLES.values()]
    await rig.fault(bare_payloads=True)
    await rig.act(sample="list_reply")
    await rig.act(sample="ad")
    await rig.time.run(2)
    tapped, from_ad = rig.product.messages()[-2:]
    assert tapped["interactive"]["list_reply"] == {"id": "r1", "title": "Dresses"}
    assert set(from_ad["referral"]) == {"source_url", "source_id", "source_type"}


async def referral(rig: Rig) -> None:
    await rig.act(ad="ad-summer")
    await rig.act("lucia", ad="ad-summer", ctwa_clid=False)
    await rig.act(text="more")
    await rig.time.run(2)
    first, other, later = sorted(rig.product.messages(), key=lambda each: (each["type"], "referral" not in each))
    assert [("ctwa_clid" in each.get("referral", {})) for each in (first, other)].count(True) == 1
    assert "referral" not in later


async def validation(rig: Rig) -> None:
    await rig.act(text="hi")
    assert await code(await rig.send(type="text", text={"body": ""})) == 131008
    assert await code(await rig.send(type="text", text={"body": "x" * 4097})) == 100
    flow = {
        "type": "flow",
        "body": {"text": "x"},
        "action": {"name": "flow", "parameters": {"flow_message_version": "2"}},
    }
    assert await code(await rig.send(type="interactive", interactive=flow)) == 131009


async def service_window(rig: Rig) -> None:
    assert await code(await rig.send(**TEXT)) == 131047
    await rig.fault(window_error_async=True)
    await rig.send(**TEXT)
    await rig.time.run(2)
    assert rig.product.statuses()[0]["errors"][0]["code"] == 131047


async def free_entry(rig: Rig) -> None:
    await rig.act(ad="ad-summer")
    await rig.send(**TEXT)
    await rig.time.run(5)
    sent = rig.product.statuses()[0]
    assert (sent["pricing"]["type"], sent["conversation"]["origin"]["type"]) == (
        "free_entry_point",
        "referral_conversion",
    )


async def service_counter(rig: Rig) -> None:
    await rig.act(text="hi")
    rig.world.db.run("UPDATE messages SET status = 'delivered'")
    for index in range(1000):
        rig.world.db.run(
            "INSERT INTO messages (id, number_id, person_id, direction, type, at, status, data, pricing_type, priced_at)"
            " VALUES (?, ?, 'x', 'out', 'text', 0, 'delivered', '{}', 'free_customer_service', ?)",
            f"old{index}",
            PNID,
            rig.world.clock.now().timestamp(),
        )
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert rig.product.statuses()[0]["pricing"]["type"] == "regular"
    await rig.advance(10 * 86400)
    await rig.act(text="next month")
    await rig.send(**TEXT)
    await rig.time.run(5)
    assert rig.product.statuses()[-1]["status"] == "read"
    assert rig.product.statuses()[-2]["pricing"]["type"] == "free_customer_service"


async def status_sequence(rig: Rig) -> None:
    await rig.act(text="hi")
    for switches in ({}, {"skip_delivered": True}, {"skip_delivered": False, "fail_percent": 100}):
        await rig.fault(**switches)
        await rig.send(**TEXT)
        await rig.time.run(5)
    told = [status["status"] for status in rig.product.statuses()]
    assert told == ["sent", "delivered", "read", "sent", "read", "failed"]
