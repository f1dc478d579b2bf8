"""From our link to settled money and back again, at each provider's simulator."""

from typing import Any

import pytest
from django.test import Client

from leadnurturebot.shops.actions import settings_change
from tests.cast import text
from tests.message_path.driving import Drive
from tests.message_path.test_payments import ordered
from tests.message_path.till import ADDRESS, Till, bought, money, open_till, orders


def test_an_order_is_paid_and_its_receipt_stays_at_the_link(till: Till) -> None:
    token = ordered(till.drive)
    till.payer(till.session_of(till.open(token, **ADDRESS)), "pay")
    till.run()
    (confirmation,) = till.drive.send()
    amount = "₹54" if till.slug == "razorpay" else "$54"
    words = {"stripe": "card", "paypal": "PayPal", "razorpay": "Razorpay"}[till.slug]
    assert f"We received {amount} by {words}." in confirmation.plain_text()
    assert (orders(till), money(till)) == (["paid"], [("payment.settled", 54_000_000)])
    receipt = Client().get(f"/p/{token}").content.decode()
    assert "Receipt" in receipt
    assert amount in receipt
    assert "<form" not in receipt


def test_events_that_come_thrice_settle_once(till: Till) -> None:
    till.payer(till.session_of(till.open(ordered(till.drive), **ADDRESS)), "pay")
    for _ in range(3):
        till.bring(times=3)
        till.drive.work()
        till.make_calls()
    till.drive.work()
    assert (len(till.drive.send()), len(money(till)), orders(till)) == (1, 1, ["paid"])


def test_money_is_found_by_looking_when_its_event_never_comes(till: Till) -> None:
    token = ordered(till.drive)
    till.payer(till.session_of(till.open(token, **ADDRESS)), "pay")
    till.rig.product.received.clear()
    assert "waiting" in Client().get(f"/p/{token}/done").content.decode()
    assert till.make_calls() == ["look"]
    till.drive.work()
    assert orders(till) == ["paid"]


def test_an_open_page_is_looked_at_and_nothing_happens(till: Till) -> None:
    till.open(ordered(till.drive), **ADDRESS)
    assert till.make_calls() == ["look"]
    till.drive.work()
    assert orders(till) == ["awaiting_payment"]
    assert till.drive.count("payments_providercall") == 1  # it will be looked at again


def test_previews_of_the_link_change_nothing_and_call_nobody(till: Till) -> None:
    token = ordered(till.drive)
    till.calls.clear()
    for ask in (Client().get, Client().head):
        for path in (f"/p/{token}", f"/p/{token}/done"):
            answer = ask(path)
            assert (answer.status_code, answer["Cache-Control"], answer["X-Robots-Tag"]) == (200, "no-store", "noindex")
    assert till.calls == []
    assert till.drive.rows("SELECT state, attempts FROM payments_payment") == [("created", 0)]
    assert till.drive.count("orders_stockhold") == till.drive.count("payments_providercall") == 0


def test_while_the_provider_is_away_the_page_says_so_and_can_be_tried_again(till: Till) -> None:
    token, till.is_away = ordered(till.drive), True
    away = till.open(token, **ADDRESS)
    assert away.status_code == 409
    assert "not reachable" in away.content.decode()
    assert "<form" in away.content.decode()
    till.is_away = False
    assert till.open(token, **ADDRESS).status_code == 303


def test_an_expired_session_is_made_anew_at_the_same_link(till: Till) -> None:
    token = ordered(till.drive)
    first = till.session_of(till.open(token, **ADDRESS))
    till.drive.connection.execute("UPDATE payments_payment SET session_expires_at = created_at - interval '1 day'")
    second = till.session_of(till.open(token, **ADDRESS))
    assert first != second
    till.payer(second, "pay")
    till.run()
    assert orders(till) == ["paid"]


def test_an_open_session_is_used_again(till: Till) -> None:
    token = ordered(till.drive)
    first, second = till.open(token, **ADDRESS), till.open(token, **ADDRESS)
    assert till.session_of(first) == till.session_of(second)


def test_a_changed_cart_closes_the_providers_page(till: Till) -> None:
    token = ordered(till.drive)
    session = till.session_of(till.open(token, **ADDRESS))
    till.drive.hear(text("actually make that 2", at=till.drive.now, wamid="w9"))
    assert "cancel" in till.make_calls()
    till.bring()
    till.drive.work()
    assert "no longer works" in Client().get(f"/p/{token}").content.decode()
    if till.slug == "paypal":
        till.payer(session, "pay")  # PayPal knows no cancelling: the approval is not taken
        till.run()
    assert money(till) == []


def test_two_tabs_paid_both_settle_one_and_the_other_goes_back(till: Till) -> None:
    token = ordered(till.drive)
    first = till.session_of(till.open(token, **ADDRESS))
    till.drive.connection.execute("UPDATE payments_payment SET session_expires_at = created_at - interval '1 day'")
    second = till.session_of(till.open(token, **ADDRESS))
    for session in (first, second):
        till.payer(session, "pay")
    till.run()
    states = till.drive.rows("SELECT arrived_as, state FROM payments_payment ORDER BY created_at, id")
    if till.slug == "paypal":
        assert states == [("paid", "paid")]  # the second approval was not captured
    else:
        assert states == [("paid", "paid"), ("duplicate", "refunded")]
    assert (orders(till), money(till)) == (["paid"], [("payment.settled", 54_000_000)])
    assert till.drive.rows("SELECT stock FROM catalog_variant WHERE sku = 'DR-BLUE-M'") == [(6,)]


def test_paypals_money_is_not_taken_for_an_order_that_was_cancelled(paypal: Till) -> None:
    session = paypal.session_of(paypal.open(ordered(paypal.drive)))
    paypal.drive.connection.execute("UPDATE orders_order SET state = 'cancelled'")
    paypal.payer(session, "pay")
    paypal.run()
    assert not any(path.endswith("/capture") for _, path in paypal.calls)
    assert (orders(paypal), money(paypal)) == (["cancelled"], [])


def test_paypals_money_is_not_taken_when_the_last_piece_is_gone(paypal: Till) -> None:
    session = paypal.session_of(paypal.open(ordered(paypal.drive)))
    paypal.drive.connection.execute("UPDATE orders_stockhold SET state = 'released'")
    paypal.drive.connection.execute("UPDATE catalog_variant SET stock = 0")
    paypal.payer(session, "pay")
    paypal.run()
    assert not any(path.endswith("/capture") for _, path in paypal.calls)
    assert paypal.drive.rows("SELECT state FROM payments_payment") == [("failed",)]
    assert len(paypal.drive.send()) == 1


def test_a_card_that_paypal_declines_can_be_replaced_on_the_same_page(paypal: Till) -> None:
    token = ordered(paypal.drive)
    session = paypal.session_of(paypal.open(token))
    paypal.payer(session, "decline")
    paypal.run()
    (helper,) = paypal.drive.send()
    assert "didn't go through" in helper.plain_text()
    paypal.payer(paypal.session_of(paypal.open(token)), "pay")
    paypal.run()
    assert orders(paypal) == ["paid"]


def test_a_token_that_no_longer_opens_is_replaced_once(paypal: Till) -> None:
    paypal.rig.world.db.run("DELETE FROM documents WHERE kind = 'paypal_token'")
    paypal.calls.clear()
    assert paypal.open(ordered(paypal.drive)).status_code == 303
    assert [path for _, path in paypal.calls] == [
        "/paypal/v2/checkout/orders", "/paypal/v1/oauth2/token", "/paypal/v2/checkout/orders",
    ]  # fmt: skip


def test_razorpay_asks_no_address_so_our_page_does(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    till = open_till(drive, "razorpay", monkeypatch, settings)
    token = ordered(drive)
    assert "Delivery address" in Client().get(f"/p/{token}").content.decode()
    refused = till.open(token)
    assert (refused.status_code, "enter the address" in refused.content.decode()) == (409, True)
    assert till.open(token, **ADDRESS).status_code == 303
    assert "Delivery address" not in Client().get(f"/p/{token}").content.decode()


def test_an_address_where_the_total_does_not_hold_is_not_taken(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    at_home = {"shipping_zones": [{"countries": ["US"], "options": [{"flat": "5"}]}, {"options": [{"flat": "20"}]}]}
    settings_change(shop=drive.boutique.shop, changes=at_home, now=drive.now)
    till = open_till(drive, "razorpay", monkeypatch, settings)
    token = ordered(drive)
    refused = till.open(token, address="Calle Mayor 5, 28001 Madrid, Spain")
    assert (refused.status_code, "does not hold for an address there" in refused.content.decode()) == (409, True)
    assert till.open(token, address="48 Larkspur Lane, Brooklyn, NY 11201").status_code == 303


def test_half_of_it_settles_nothing_and_is_for_a_person(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    till = open_till(drive, "razorpay", monkeypatch, settings)
    till.payer(till.session_of(till.open(ordered(drive), **ADDRESS)), "part")
    till.run()
    assert (orders(till), money(till)) == (["awaiting_payment"], [])
    rows = drive.rows("SELECT state, received_amount, owner_must FROM payments_payment")
    assert rows == [("amount_mismatch", 2700, "refund")]


def test_a_dispute_is_for_a_person(paypal: Till) -> None:
    bought(paypal)
    ((session,),) = paypal.drive.rows("SELECT session_id FROM payments_payment")
    paypal.payer(session, "dispute")
    paypal.run()
    assert paypal.drive.rows("SELECT state, owner_must FROM payments_payment") == [("disputed", "answer_dispute")]


def test_the_payer_may_choose_another_provider_on_our_page(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    from leadnurturebot.payments.connecting import connect
    from leadnurturebot.platform.tenancy import system_scope

    till = open_till(drive, "stripe", monkeypatch, settings)
    settings.PAYPAL_API_URL = "http://sim.test/paypal"
    with system_scope():
        connection = connect(
            shop=drive.boutique.shop, slug="paypal", secrets={"client_id": "a", "client_secret": "b"}, now=drive.now
        )
    token = ordered(drive)
    page = Client().get(f"/p/{token}").content.decode()
    assert page.index('value="stripe"') < page.index('value="paypal"')
    till.open(token)
    chosen = till.open(token, by="paypal")
    assert "/paypal/checkoutnow/" in chosen["Location"]
    assert "cancel" in till.make_calls()  # Stripe's page is closed
    till.bring()
    till.slug, till.connection = "paypal", connection
    till.payer(till.session_of(chosen), "pay")
    till.run()
    assert orders(till) == ["paid"]
    assert drive.rows("SELECT payment_method FROM orders_order") == [("paypal",)]


def test_the_address_is_asked_for_on_our_page_when_one_of_the_ways_will_not(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    from leadnurturebot.payments.connecting import connect
    from leadnurturebot.platform.tenancy import system_scope

    till = open_till(drive, "razorpay", monkeypatch, settings)
    settings.STRIPE_API_URL = "http://sim.test/stripe"
    with system_scope():
        connect(shop=drive.boutique.shop, slug="stripe", secrets={"api_key": "sk_test_1"}, now=drive.now)
    token = ordered(drive)
    assert till.open(token, by="razorpay").status_code == 409
    assert "Delivery address" in till.open(token, by="razorpay").content.decode()
    assert "/stripe/pay/" in till.open(token, by="stripe")["Location"]  # Stripe's own page asks
    assert "/razorpay/i/" in till.open(token, by="razorpay", **ADDRESS)["Location"]
