import pytest

from tests.simulator.stripe.test_sessions import KEY, create, events, listen, payer
from tests.simulator.world_rig import Rig, bearer

pytestmark = pytest.mark.asyncio


async def paid_intent(rig: Rig) -> str:
    session = (await create(rig)).json()
    return str((await payer(rig, session, "pay")).json()["payment_intent"])


async def refund(rig: Rig, **form: str) -> tuple[int, dict[str, object]]:
    response = await rig.http.post("/stripe/v1/refunds", data=form, headers=bearer(KEY))
    return response.status_code, response.json()


async def test_money_goes_back_in_parts_but_never_more_than_was_paid(rig: Rig) -> None:
    intent = await paid_intent(rig)
    status, first = await refund(rig, payment_intent=intent, amount="4900", reason="requested_by_customer")
    assert (status, first["amount"], first["status"]) == (200, 4900, "succeeded")
    assert (await refund(rig, payment_intent=intent, amount="5401"))[0] == 400
    assert (await refund(rig, payment_intent=intent))[1]["amount"] == 5400
    _, refused = await refund(rig, payment_intent=intent)
    assert "charge_already_refunded" in str(refused)


async def test_a_refund_is_told_with_the_state_of_the_charge(rig: Rig) -> None:
    await listen(rig)
    intent = await paid_intent(rig)
    await refund(rig, payment_intent=intent, amount="4900")
    await rig.time.run(1)
    _, created, charge = events(rig)
    assert (created["type"], created["data"]["object"]["amount"]) == ("refund.created", 4900)
    assert charge["type"] == "charge.refunded"
    assert (charge["data"]["object"]["amount_refunded"], charge["data"]["object"]["refunded"]) == (4900, False)


async def test_a_refund_can_fail_and_the_money_may_be_sent_again(rig: Rig) -> None:
    await listen(rig)
    intent = await paid_intent(rig)
    await rig.fault(refunds_fail=True)
    _, pending = await refund(rig, payment_intent=intent)
    assert pending["status"] == "pending"
    await rig.time.run(3)
    assert [event["type"] for event in events(rig)][1:] == ["refund.created", "refund.updated", "refund.failed"]
    await rig.fault(refunds_fail=False)
    assert (await refund(rig, payment_intent=intent))[1]["status"] == "succeeded"


@pytest.mark.parametrize("form", [{}, {"payment_intent": "pi_none"}])
async def test_a_payment_that_is_not_there_is_not_refunded(rig: Rig, form: dict[str, str]) -> None:
    assert (await refund(rig, **form))[0] in (400, 404)


async def test_an_unknown_reason_is_refused(rig: Rig) -> None:
    intent = await paid_intent(rig)
    status, answer = await refund(rig, payment_intent=intent, reason="bored")
    assert (status, "reason" in str(answer)) == (400, True)
