"""Money on its way back, at each provider's simulator: in part, twice, too much, unheard of."""

import asyncio
from typing import Any

import pytest

from leadnurturebot.message_path.provider_calls import REFUND_TRIED_FOR
from leadnurturebot.payments.calls import REFUND_LOOKS
from leadnurturebot.payments.refunding import CannotRefund
from leadnurturebot.platform.ids import uuid7
from tests.message_path.driving import Drive
from tests.message_path.till import Till, bought, money, open_till, orders


def test_a_part_goes_back_and_then_the_rest(till: Till) -> None:
    bought(till)
    till.refund(1400)
    till.run()
    (part,) = till.drive.send()
    assert "14 of order *#TT12345*" in part.plain_text()
    assert orders(till) == ["paid"]
    till.refund(None)
    till.run()
    assert orders(till) == ["refunded"]
    assert money(till)[1:] == [("refund.settled", -14_000_000), ("refund.settled", -40_000_000)]
    assert till.drive.rows("SELECT stock FROM catalog_variant WHERE sku = 'DR-BLUE-M'") == [(7,)]


def test_the_same_refund_asked_twice_is_one(till: Till) -> None:
    bought(till)
    wanted = uuid7()
    for _ in range(2):
        till.refund(1400, refund_id=wanted)
        till.run()
    assert till.drive.rows("SELECT amount, state FROM payments_refund") == [(1400, "succeeded")]
    assert len(till.drive.send()) == 1


def test_more_than_came_is_not_given_back(till: Till) -> None:
    bought(till)
    till.refund(5000)
    with pytest.raises(CannotRefund, match=r"At most 4\.00") as caught:
        till.refund(401)
    assert caught.value.code == "too_much"
    assert till.drive.count("payments_refund") == 1


def test_a_refund_that_the_provider_could_not_make_is_for_a_person(till: Till) -> None:
    bought(till)
    asyncio.run(till.rig.fault(refunds_fail=True))
    till.refund(1400)
    till.run()
    assert till.drive.rows("SELECT state FROM payments_refund") == [("failed",)]
    assert till.drive.rows("SELECT state, owner_must FROM payments_payment") == [("paid", "retry_refund")]
    assert till.drive.send() == []
    assert money(till) == [("payment.settled", 54_000_000)]


def test_a_refund_waits_while_the_provider_is_away(till: Till) -> None:
    bought(till)
    till.refund(1400)
    till.is_away = True
    till.make_calls()
    assert till.drive.rows("SELECT state FROM payments_refund") == [("requested",)]
    till.is_away = False
    till.run()
    assert till.drive.rows("SELECT state FROM payments_refund") == [("succeeded",)]


def lose_events(till: Till) -> None:
    """What the provider tells from here on gets lost on its way."""
    asyncio.run(till.rig.time.run(3))
    till.rig.product.received.clear()


def pending(till: Till, *, fails: bool) -> None:
    """A refund that is on its way when the provider's events get lost; it has come to something meanwhile."""
    bought(till)
    asyncio.run(till.rig.fault(refunds_fail=fails or till.slug != "razorpay"))
    till.refund(1400)
    assert till.make_calls() == ["refund"]
    lose_events(till)
    till.drive.work()
    assert till.drive.rows("SELECT state FROM payments_refund") == [("pending",)]
    assert till.drive.rows("SELECT kind FROM payments_providercall") == [("refund_look",)]


def test_a_refund_whose_event_got_lost_is_asked_after(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:  # fmt: skip
    till = open_till(drive, "razorpay", monkeypatch, settings)
    pending(till, fails=False)
    assert till.make_calls() == ["refund_look"]
    till.drive.work()
    assert till.drive.rows("SELECT state FROM payments_refund") == [("succeeded",)]
    assert money(till) == [("payment.settled", 54_000_000), ("refund.settled", -14_000_000)]
    assert till.drive.count("payments_providercall") == 0


def test_a_refund_that_failed_unheard_is_found_and_for_a_person(till: Till) -> None:
    pending(till, fails=True)
    till.make_calls()
    till.drive.work()
    assert till.drive.rows("SELECT state FROM payments_refund") == [("failed",)]
    assert till.drive.rows("SELECT state, owner_must FROM payments_payment") == [("paid", "retry_refund")]
    assert money(till) == [("payment.settled", 54_000_000)]


def test_a_refund_still_on_its_way_is_asked_after_later(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:  # fmt: skip
    till = open_till(drive, "razorpay", monkeypatch, settings)
    bought(till)
    till.refund(1400)
    till.make_calls()
    till.drive.work()
    assert till.make_calls() == ["refund_look"]
    till.drive.work()
    assert till.drive.rows("SELECT state FROM payments_refund") == [("pending",)]
    ((wait,),) = till.drive.rows("SELECT due_at - wanted_at FROM payments_providercall WHERE kind = 'refund_look'")
    assert wait in REFUND_LOOKS


def test_a_refund_whose_event_came_is_asked_after_no_more(till: Till) -> None:
    bought(till)
    till.refund(1400)
    till.run()
    till.make_calls()
    assert till.drive.count("payments_providercall") == 0
    assert till.drive.rows("SELECT state FROM payments_refund") == [("succeeded",)]


def test_a_refund_that_nobody_answered_for_stays_open_to_be_looked_at(stripe: Till) -> None:
    bought(stripe)
    stripe.refund(1400)
    stripe.is_away = True
    stripe.drive.connection.execute("UPDATE payments_providercall SET wanted_at = wanted_at - %s", [REFUND_TRIED_FOR])
    stripe.make_calls()
    stripe.drive.work()
    assert stripe.drive.rows("SELECT state, reason FROM payments_refund") == [("pending", "no_answer")]


def test_a_refund_made_at_the_provider_is_known_here(stripe: Till) -> None:
    bought(stripe)
    ((charge,),) = stripe.drive.rows("SELECT charge_id FROM payments_payment")
    headers = {"Authorization": "Bearer sk_test_tests"}
    asyncio.run(stripe.rig.http.post("/stripe/v1/refunds", data={"payment_intent": charge}, headers=headers))
    stripe.run()
    assert orders(stripe) == ["refunded"]
    assert stripe.drive.rows("SELECT amount, reference, state FROM payments_refund") == [(5400, "", "succeeded")]
    with pytest.raises(CannotRefund):
        stripe.refund(1)
