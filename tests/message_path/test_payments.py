from datetime import timedelta

from leadnurturebot.domain.message_content import LinkButton
from leadnurturebot.orders.holds import hold
from leadnurturebot.payments.links import find
from leadnurturebot.providers.payments.base import ProviderEvent
from tests.cast import ad_referral, tap, text
from tests.message_path.driving import Drive, button


def ordered(drive: Drive, *, sender: str = "447700900142") -> str:
    """Walk to the payment link; returns its token."""
    drive.hear(text("Hi!", at=drive.now, wamid=f"a{sender}", sender=sender, referral=ad_referral()))
    (cart,) = drive.hear(text("add M to my cart please", at=drive.now, wamid=f"b{sender}", sender=sender))
    (link,) = drive.hear(tap(button(cart, "Pay now"), at=drive.now, wamid=f"c{sender}", sender=sender))
    assert isinstance(link, LinkButton)
    return link.url.rpartition("/")[2]


def paid(
    drive: Drive, token: str, *, amount: int = 5400, currency: str = "USD", event_id: str = "evt_1"
) -> ProviderEvent:
    reference = find(drive.connection, token).reference
    return ProviderEvent(
        event_id=event_id, kind="paid", at=drive.now, reference=reference, session_id="cs_1", charge_id=f"pi_{token}",
        amount=amount, currency=currency, address="Emma Wilson\n1 High St\nLondon",
    )  # fmt: skip


def test_a_payment_confirms_the_order_with_its_number(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    (confirmation,) = drive.send()
    assert "TT12345" in confirmation.plain_text()
    assert drive.rows("SELECT state, total FROM orders_order") == [("paid", 5400)]
    assert drive.rows("SELECT stock FROM catalog_variant WHERE sku = 'DR-BLUE-M'") == [(6,)]
    assert drive.rows("SELECT status FROM leads_lead") == [("converted",)]


def test_the_ledger_attributes_the_money_to_the_ad(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    ((micros, source, ad_id),) = drive.rows(
        "SELECT amount_micros, data->'first'->>'source', data->'first'->>'ad_id' FROM ledger_entry WHERE kind = 'payment.settled'"
    )
    assert (micros, source) == (54_000_000, "instagram_ad")
    assert drive.rows("SELECT name FROM leads_ad WHERE id = %s", ad_id) == [("Summer Collection",)]


def test_the_same_event_twice_settles_once(drive: Drive) -> None:
    token = ordered(drive)
    drive.receive_payment(paid(drive, token))
    drive.work()
    drive.receive_payment(paid(drive, token, event_id="evt_2"))
    drive.work()
    assert len(drive.send()) == 1
    assert drive.rows("SELECT count(*) FROM ledger_entry WHERE kind = 'payment.settled'") == [(1,)]
    assert drive.rows("SELECT stock FROM catalog_variant WHERE sku = 'DR-BLUE-M'") == [(6,)]


def test_another_amount_settles_nothing_and_asks_the_owner(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive), amount=100))
    drive.work()
    assert drive.send() == []
    assert drive.rows("SELECT state FROM orders_order") == [("awaiting_payment",)]
    assert drive.rows("SELECT state, owner_must FROM payments_payment") == [("amount_mismatch", "refund")]
    assert drive.rows("SELECT stock FROM catalog_variant WHERE sku = 'DR-BLUE-M'") == [(7,)]


def test_an_expired_session_is_told_and_can_be_paid_anew(drive: Drive) -> None:
    token = ordered(drive)
    reference = find(drive.connection, token).reference
    drive.receive_payment(
        ProviderEvent(event_id="evt_x", kind="expired", at=drive.now, reference=reference, session_id="cs_1")
    )
    drive.work()
    (message,) = drive.send()
    assert "Pay $54.00" in message.plain_text()
    assert find(drive.connection, token).problem == ""


def test_a_failed_payment_is_told_with_the_page_again(drive: Drive) -> None:
    token = ordered(drive)
    reference = find(drive.connection, token).reference
    drive.receive_payment(
        ProviderEvent(event_id="evt_x", kind="failed", at=drive.now, reference=reference, session_id="cs_1")
    )
    drive.work()
    (message,) = drive.send()
    assert isinstance(message, LinkButton)
    assert message.url.endswith(token)


def test_an_expired_event_after_the_money_changes_nothing(drive: Drive) -> None:
    token = ordered(drive)
    event = paid(drive, token)
    drive.receive_payment(event)
    drive.work()
    drive.send()
    drive.receive_payment(
        ProviderEvent(event_id="evt_x", kind="expired", at=drive.now, reference=event.reference, session_id="cs_1")
    )
    drive.work()
    assert drive.send() == []
    assert drive.rows("SELECT state FROM orders_order") == [("paid",)]


def test_a_changed_cart_ends_the_old_link(drive: Drive) -> None:
    token = ordered(drive)
    drive.hear(text("actually make that 2", at=drive.now, wamid="w9"))
    assert find(drive.connection, token).problem == "replaced"
    assert drive.rows("SELECT state FROM payments_payment") == [("cancelled",)]


def test_the_same_cart_gives_the_same_order_again(drive: Drive) -> None:
    token = ordered(drive)
    (choice,) = drive.hear(text("can i pay now", at=drive.now, wamid="w9"))
    (again,) = drive.hear(tap(button(choice, "Pay $54.00"), at=drive.now, wamid="w10"))
    assert isinstance(again, LinkButton)
    assert again.url.endswith(token)
    assert drive.count("orders_order") == 1


def test_of_two_who_pay_for_the_last_piece_one_gets_it(drive: Drive) -> None:
    drive.connection.execute("UPDATE catalog_variant SET stock = 1 WHERE sku = 'DR-BLUE-M'")
    first, second = ordered(drive), ordered(drive, sender="34612345678")
    for number, token in enumerate((first, second)):
        drive.receive_payment(paid(drive, token, event_id=f"evt_{number}"))
        drive.work()
    assert sorted(row[0] for row in drive.rows("SELECT state FROM orders_order")) == ["awaiting_payment", "paid"]
    rows = drive.rows("SELECT arrived_as, state, owner_must FROM payments_payment ORDER BY arrived_as")
    assert rows == [("late", "refund_pending", ""), ("paid", "paid", "")]
    assert drive.rows("SELECT stock FROM catalog_variant WHERE sku = 'DR-BLUE-M'") == [(0,)]


def test_a_hold_keeps_the_last_piece_from_others_until_it_ends(drive: Drive) -> None:
    drive.connection.execute("UPDATE catalog_variant SET stock = 1 WHERE sku = 'DR-BLUE-M'")
    link, other = (find(drive.connection, ordered(drive, sender=number)) for number in ("447700900142", "34612345678"))
    assert hold(drive.connection, shop_id=link.shop_id, order_id=link.order_id, now=drive.now) is None
    assert hold(drive.connection, shop_id=other.shop_id, order_id=other.order_id, now=drive.now) is not None
    later = drive.now + timedelta(minutes=31)
    assert hold(drive.connection, shop_id=other.shop_id, order_id=other.order_id, now=later) is None


def test_a_price_that_changed_since_it_was_shown_is_said_before_paying(drive: Drive) -> None:
    drive.hear(text("Hi!", at=drive.now, wamid="w1", referral=ad_referral()))
    (cart,) = drive.hear(text("add M to my cart please", at=drive.now, wamid="w2"))
    drive.connection.execute("UPDATE catalog_variant SET price = 5200 WHERE sku = 'DR-BLUE-M'")
    (reply,) = drive.hear(tap(button(cart, "Pay now"), at=drive.now, wamid="w3"))
    assert "$52" in reply.plain_text()
    assert "$49" in reply.plain_text()
    assert not isinstance(reply, LinkButton)
    assert drive.count("orders_order") == 0


def test_stock_that_went_since_is_said_before_paying(drive: Drive) -> None:
    drive.hear(text("Hi!", at=drive.now, wamid="w1", referral=ad_referral()))
    (cart,) = drive.hear(text("add M to my cart please", at=drive.now, wamid="w2"))
    drive.connection.execute("UPDATE catalog_variant SET stock = 0 WHERE sku = 'DR-BLUE-M'")
    (reply,) = drive.hear(tap(button(cart, "Pay now"), at=drive.now, wamid="w3"))
    assert not isinstance(reply, LinkButton)
    assert "sold out" in reply.plain_text()
    assert drive.count("orders_order") == 0


def test_an_event_of_a_payment_that_is_not_ours_is_acknowledged(drive: Drive) -> None:
    drive.receive_payment(
        ProviderEvent(
            event_id="evt_1", kind="paid", at=drive.now, reference="somebody else's", amount=1, currency="USD"
        )
    )
    assert drive.work() == 1
    assert drive.count("message_path_inbox") == 0
