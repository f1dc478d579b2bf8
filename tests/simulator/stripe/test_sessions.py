"""A Checkout session from its creation to its end."""

import json
from typing import Any

import pytest

from simulator.signatures import stripe_signature
from tests.simulator.world_rig import START, Rig, bearer

pytestmark = pytest.mark.asyncio
KEY = "sk_test_trendy"
NOW = int(START.timestamp())
ORDER = {
    "mode": "payment",
    "line_items[0][quantity]": "2",
    "line_items[0][price_data][currency]": "usd",
    "line_items[0][price_data][unit_amount]": "4900",
    "line_items[0][price_data][product_data][name]": "Blue Floral Sundress",
    "shipping_options[0][shipping_rate_data][display_name]": "Delivery",
    "shipping_options[0][shipping_rate_data][fixed_amount][amount]": "500",
    "shipping_options[0][shipping_rate_data][fixed_amount][currency]": "usd",
    "success_url": "http://product.test/done?session={CHECKOUT_SESSION_ID}",
    "client_reference_id": "order-1",
    "metadata[order]": "TT12345",
    "expires_at": str(NOW + 1800),
}


async def create(rig: Rig, key: str = KEY, headers: dict[str, str] | None = None, **changes: str | None) -> Any:
    form = {name: value for name, value in {**ORDER, **changes}.items() if value is not None}
    path = "/stripe/v1/checkout/sessions"
    return await rig.http.post(path, data=form, headers={**bearer(key), **(headers or {})})


async def listen(rig: Rig, key: str = KEY) -> str:
    form = {"url": f"http://product.test/hooks/{key}", "enabled_events[]": "*"}
    answer = await rig.http.post("/stripe/v1/webhook_endpoints", data=form, headers=bearer(key))
    return str(answer.json()["secret"])


async def payer(rig: Rig, session: dict[str, Any], deed: str) -> Any:
    return await rig.http.post(f"/stripe/_test/{session['id']}/{deed}")


def events(rig: Rig) -> list[dict[str, Any]]:
    return [json.loads(body) for url, _, body in rig.product.received if "/hooks/sk" in url]


async def test_the_signature_is_stripes() -> None:
    body = b'{"id":"evt_test_1","object":"event","type":"checkout.session.completed"}'
    expected = "t=1790000000,v1=5cce3a0ec564f3cd83d33b15f716dca10a58cad9c8bcd43ffa04158329787dc6"
    assert stripe_signature("whsec_test_secret", 1790000000, body) == expected


async def test_a_session_adds_up_and_opens_a_page(rig: Rig) -> None:
    session = (await create(rig)).json()
    assert (session["amount_subtotal"], session["amount_total"]) == (9800, 10300)
    assert (session["status"], session["payment_status"], session["currency"]) == ("open", "unpaid", "usd")
    assert (session["metadata"], session["client_reference_id"]) == ({"order": "TT12345"}, "order-1")
    assert session["expires_at"] == NOW + 1800
    page = await rig.http.get(session["url"])
    assert "Pay $103.00" in page.text
    assert "no money moves" in page.text
    assert not any(name.startswith("_") for name in session)


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"mode": None}, "mode"),
        ({"success_url": None}, "success_url"),
        ({"line_items[0][quantity]": None}, "line_items[0][quantity]"),
        ({"line_items[0][quantity]": "0"}, "line_items[0][quantity]"),
        ({"line_items[0][price_data][currency]": None}, "line_items[0][price_data][currency]"),
        ({"line_items[0][price_data][unit_amount]": "49.00"}, "line_items[0][price_data][unit_amount]"),
        ({"line_items[0][price_data][product_data][name]": ""}, "line_items[0][price_data][product_data][name]"),
        ({"payment_method_types[0]": "card"}, "payment_method_types"),
        ({"ui_mode": "hosted"}, "ui_mode"),
        ({"expires_at": str(NOW + 1700)}, "expires_at"),
        ({"expires_at": str(NOW + 86500)}, "expires_at"),
        ({"colour": "red"}, "colour"),
        ({"metadata[x]": "v" * 501}, "metadata"),
    ],
)
async def test_a_request_stripe_would_refuse_is_refused(rig: Rig, changes: dict[str, Any], param: str) -> None:
    response = await create(rig, **changes)
    error = response.json()["error"]
    assert (response.status_code, error["type"], error["param"]) == (400, "invalid_request_error", param)


@pytest.mark.parametrize("key", ["", "sk_live_real", "nonsense"])
async def test_only_test_keys_get_in(rig: Rig, key: str) -> None:
    assert (await create(rig, key)).status_code == 401


async def test_paying_completes_and_the_event_is_signed(rig: Rig) -> None:
    secret = await listen(rig)
    session = (await create(rig)).json()
    paid = (await payer(rig, session, "pay")).json()
    await rig.time.run(1)
    assert (paid["status"], paid["payment_status"], paid["url"]) == ("complete", "paid", None)
    [event] = events(rig)
    assert (event["type"], event["livemode"]) == ("checkout.session.completed", False)
    assert event["data"]["object"] == paid
    _, headers, body = rig.product.received[0]
    timestamp = int(headers["Stripe-Signature"].split(",")[0].removeprefix("t="))
    assert headers["Stripe-Signature"] == stripe_signature(secret, timestamp, body)


async def test_the_payer_is_sent_back_with_the_session(rig: Rig) -> None:
    session = (await create(rig)).json()
    done = await rig.http.post(session["url"], data={"deed": "pay", "card_number": "4242 4242 4242 4242"})
    assert (done.status_code, done.headers["location"]) == (303, f"http://product.test/done?session={session['id']}")
    assert "<h1>Paid</h1>" in (await rig.http.get(session["url"])).text


async def test_a_declined_card_leaves_the_session_payable(rig: Rig) -> None:
    await listen(rig)
    session = (await create(rig)).json()
    page = await rig.http.post(session["url"], data={"deed": "pay", "card_number": "4000 0000 0000 0002"})
    assert "Your card was declined" in page.text
    declined = (await payer(rig, session, "decline")).json()
    await rig.time.run(1)
    assert (declined["status"], declined["payment_status"]) == ("open", "unpaid")
    assert [event["type"] for event in events(rig)] == ["payment_intent.payment_failed"] * 2
    assert (await payer(rig, session, "pay")).json()["payment_status"] == "paid"


async def test_a_session_expires_by_business_time(rig: Rig) -> None:
    await listen(rig)
    session = (await create(rig)).json()
    await rig.advance(1800)
    await rig.time.run(1)
    assert [event["type"] for event in events(rig)] == ["checkout.session.expired"]
    refused = await payer(rig, session, "pay")
    assert refused.status_code == 400
    assert "expired" in (await rig.http.get(f"/stripe/pay/{session['id']}")).text


async def test_the_shop_may_expire_an_open_session_only_once(rig: Rig) -> None:
    session = (await create(rig)).json()
    path = f"/stripe/v1/checkout/sessions/{session['id']}"
    assert (await rig.http.post(f"{path}/expire", headers=bearer(KEY))).json()["status"] == "expired"
    assert (await rig.http.post(f"{path}/expire", headers=bearer(KEY))).status_code == 400
    assert (await rig.http.get(path, headers=bearer(KEY))).json()["url"] is None


@pytest.mark.parametrize(
    ("deed", "kind", "payment_status"),
    [
        ("late", "checkout.session.async_payment_succeeded", "paid"),
        ("late-fail", "checkout.session.async_payment_failed", "unpaid"),
    ],
)
async def test_a_slow_payment_completes_unpaid_and_settles_later(
    rig: Rig, deed: str, kind: str, payment_status: str
) -> None:
    await listen(rig)
    session = (await create(rig)).json()
    assert (await payer(rig, session, deed)).json()["payment_status"] == "unpaid"
    await rig.time.run(20)
    assert [event["type"] for event in events(rig)] == ["checkout.session.completed", kind]
    assert events(rig)[1]["data"]["object"]["payment_status"] == payment_status


async def test_the_same_key_replays_and_another_request_with_it_is_an_error(rig: Rig) -> None:
    key = {"Idempotency-Key": "order-1-v1"}
    first, again = await create(rig, headers=key), await create(rig, headers=key)
    assert first.json() == again.json()
    assert again.headers["idempotent-replayed"] == "true"
    other = await create(rig, headers=key, **{"line_items[0][quantity]": "3"})
    assert (other.status_code, other.json()["error"]["type"]) == (400, "idempotency_error")
    assert (await create(rig, "sk_test_marco", headers=key)).json()["id"] != first.json()["id"]


async def test_a_refused_request_does_not_use_up_its_key(rig: Rig) -> None:
    key = {"Idempotency-Key": "order-2"}
    assert (await create(rig, headers=key, mode=None)).status_code == 400
    assert (await create(rig, headers=key)).status_code == 200


async def test_one_account_never_sees_anothers_session(rig: Rig) -> None:
    session = (await create(rig)).json()
    path = f"/stripe/v1/checkout/sessions/{session['id']}"
    assert (await rig.http.get(path, headers=bearer(KEY))).status_code == 200
    assert (await rig.http.get(path, headers=bearer("sk_test_marco"))).status_code == 404
    await listen(rig, "sk_test_marco")
    await payer(rig, session, "pay")
    await rig.time.run(1)
    assert rig.product.received == []


async def test_sessions_are_listed_newest_first_in_pages(rig: Rig) -> None:
    made = [(await create(rig)).json()["id"] for _ in range(3)]
    path = "/stripe/v1/checkout/sessions?limit=2"
    first = (await rig.http.get(path, headers=bearer(KEY))).json()
    assert ([each["id"] for each in first["data"]], first["has_more"]) == (made[:0:-1], True)
    rest = (await rig.http.get(f"{path}&starting_after={made[1]}", headers=bearer(KEY))).json()
    assert ([each["id"] for each in rest["data"]], rest["has_more"]) == (made[:1], False)


async def test_the_secret_of_an_endpoint_is_told_once_and_deleting_ends_the_events(rig: Rig) -> None:
    await listen(rig)
    [endpoint] = (await rig.http.get("/stripe/v1/webhook_endpoints", headers=bearer(KEY))).json()["data"]
    assert "secret" not in endpoint
    await rig.http.delete(f"/stripe/v1/webhook_endpoints/{endpoint['id']}", headers=bearer(KEY))
    await payer(rig, (await create(rig)).json(), "pay")
    await rig.time.run(1)
    assert rig.product.received == []


async def test_an_unanswered_event_is_signed_anew_and_comes_again(rig: Rig) -> None:
    await listen(rig)
    rig.product.refusals = [500]
    await payer(rig, (await create(rig)).json(), "pay")
    await rig.time.run(3)
    assert [event["id"] for event in events(rig)] == [events(rig)[0]["id"]] * 2
