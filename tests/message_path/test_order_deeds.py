"""What the shop does with an order, and what its customer hears of it."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from leadnurturebot.domain.carriers import read_tracking
from leadnurturebot.domain.message_content import LinkButton, Template
from leadnurturebot.domain.order_states import IllegalTransition
from leadnurturebot.message_path import order_deeds
from leadnurturebot.message_path.order_deeds import Cancelling
from leadnurturebot.message_path.order_news import NoOrder
from leadnurturebot.nurture.templates import TemplateDraft, save_templates
from tests.cast import open_boutique, text
from tests.message_path.driving import Drive
from tests.message_path.test_payments import ordered, paid

USPS = read_tracking("usps", "9400 1000 0000", "")
PAGE = "https://tools.usps.com/go/TrackConfirmAction?tLabels=940010000000"


@pytest.fixture
def order(drive: Drive) -> UUID:
    """Emma's sundress in M, paid with $54."""
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    drive.send()
    ((order_id,),) = drive.rows("SELECT id FROM orders_order")
    return UUID(str(order_id))


def do(drive: Drive, deed: str, order_id: UUID, *more: Any) -> list[str]:
    """Do a deed; what the customer reads of it."""
    act = getattr(order_deeds, deed)
    act(drive.connection, drive.boutique.shop.id, order_id, *more, actor="user:sarah", times=drive.times)
    return [message.plain_text() for message in drive.send()]


def state(drive: Drive) -> str:
    ((found,),) = drive.rows("SELECT state FROM orders_order")
    return str(found)


def stock(drive: Drive) -> int:
    ((found,),) = drive.rows("SELECT stock FROM catalog_variant WHERE sku = 'DR-BLUE-M'")
    return int(found)


def timeline(drive: Drive) -> list[str]:
    return [kind for (kind,) in drive.rows("SELECT kind FROM orders_orderevent ORDER BY at, id")]


def test_packing_tells_nobody(drive: Drive, order: UUID) -> None:
    assert (do(drive, "pack", order), state(drive)) == ([], "packed")


def test_the_customer_hears_once_that_the_parcel_left_and_where_to_follow_it(drive: Drive, order: UUID) -> None:
    order_deeds.ship(
        drive.connection, drive.boutique.shop.id, order, USPS, actor="user:sarah", times=drive.times
    )  # fmt: skip
    (message,) = drive.send()
    assert isinstance(message, LinkButton)
    assert message.body == "Order *#TT12345* is on its way. It travels with USPS. Tracking number: 940010000000."
    assert (message.url, timeline(drive)[-1]) == (PAGE, "shipped")
    assert do(drive, "ship", order, read_tracking("ups", "1Z99", "")) == []
    assert drive.rows("SELECT carrier, tracking_number FROM orders_order") == [("UPS", "1Z99")]
    assert timeline(drive).count("shipped") == 1


def test_arriving_tells_what_can_be_done_about_it(drive: Drive, order: UUID) -> None:
    do(drive, "ship", order, USPS)
    told = "Order *#TT12345* has arrived. You can send things back within 30 days.\n[Return or exchange]"
    assert [do(drive, "deliver", order), do(drive, "deliver", order)] == [[told], []]


def test_where_is_my_order_is_answered_with_the_page(drive: Drive, order: UUID) -> None:
    do(drive, "ship", order, USPS)
    (answer,) = drive.hear(text("where is my order?", at=drive.now, wamid="w"))
    assert isinstance(answer, LinkButton)
    assert answer.url == PAGE


def test_a_closed_window_takes_the_approved_template(drive: Drive, order: UUID) -> None:
    body = "Hi {{1}}, order {{2}} is on its way: {{3}}"
    draft = TemplateDraft(
        name="order_shipped", language="en", category="UTILITY", body=body, parameters=("a", "b", "c")
    )
    save_templates(drive.connection, drive.boutique.shop.id, [draft], now=drive.now)
    drive.connection.execute("UPDATE nurture_messagetemplate SET status = 'APPROVED'")
    drive.connection.execute("UPDATE conversations_thread SET free_until = NULL, ad_tap_at = NULL")
    drive.later(days=3)
    order_deeds.ship(
        drive.connection, drive.boutique.shop.id, order, USPS, actor="user:sarah", times=drive.times
    )  # fmt: skip
    (message,) = drive.send()
    assert isinstance(message, Template)
    assert message.plain_text() == f"Hi Emma, order TT12345 is on its way: {PAGE}"
    assert drive.rows("SELECT category FROM conversations_message WHERE kind = 'template'") == [("utility",)]


def test_after_stop_the_parcel_goes_and_nothing_is_said(drive: Drive, order: UUID) -> None:
    drive.later(minutes=1)
    drive.hear(text("STOP", at=drive.now, wamid="stop"))
    assert (do(drive, "ship", order, USPS), state(drive)) == ([], "shipped")


def test_a_cancelled_order_goes_back_on_the_shelf_and_its_money_back(drive: Drive, order: UUID) -> None:
    assert stock(drive) == 6
    (told,) = do(drive, "cancel", order, Cancelling())
    assert "had to cancel order *#TT12345*. The money goes back" in told
    assert (state(drive), stock(drive)) == ("cancelled", 7)
    assert drive.rows("SELECT amount, state, reason FROM payments_refund") == [(5400, "requested", "cancelled")]
    assert do(drive, "cancel", order, Cancelling()) == []
    assert (stock(drive), len(drive.rows("SELECT id FROM payments_refund"))) == (7, 1)


def test_money_that_waits_for_a_manager_is_not_promised(drive: Drive, order: UUID) -> None:
    (told,) = do(drive, "cancel", order, Cancelling(waits=True))
    assert "money" not in told
    assert drive.rows("SELECT state FROM payments_refund") == [("waiting",)]


def test_goods_that_are_lost_and_money_that_is_kept(drive: Drive, order: UUID) -> None:
    do(drive, "ship", order, USPS)
    do(drive, "cancel", order, Cancelling(restock=False, refund=False))
    assert (state(drive), stock(drive), drive.rows("SELECT id FROM payments_refund")) == ("cancelled", 6, [])


def test_cash_at_the_door_is_money_when_the_parcel_arrives(drive: Drive, order: UUID) -> None:
    drive.connection.execute(
        "UPDATE orders_order SET payment_method = 'cash_on_delivery', paid_at = NULL, state = 'packed'"
    )
    drive.connection.execute("UPDATE leads_lead SET status = 'qualified'")
    do(drive, "deliver", order)
    do(drive, "deliver", order)
    assert drive.rows("SELECT status FROM leads_lead") == [("converted",)]
    fact = "SELECT amount_micros FROM ledger_entry WHERE dedupe_key LIKE 'payment.settled:cash:%%'"
    assert drive.rows(fact) == [(54_000_000,)]


@pytest.mark.parametrize("deed", ["pack", "ship", "deliver"])
def test_what_was_cancelled_goes_nowhere(drive: Drive, order: UUID, deed: str) -> None:
    do(drive, "cancel", order, Cancelling())
    with pytest.raises(IllegalTransition):
        do(drive, deed, order, *([USPS] if deed == "ship" else []))
    assert (state(drive), drive.send()) == ("cancelled", [])


def test_another_shops_order_is_not_there(drive: Drive, order: UUID) -> None:
    rival = open_boutique(drive.connection, drive.now, slug="rival", phone_number_id="9", waba_id="9", link_code="R")
    for shop_id, order_id in ((rival.shop.id, order), (drive.boutique.shop.id, uuid4())):
        with pytest.raises(NoOrder):
            order_deeds.pack(drive.connection, shop_id, order_id, actor="user:marco", times=drive.times)
    assert state(drive) == "paid"
