"""A dress that does not fit, from the customer's words to the money or the right size."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from leadnurturebot.domain.message_content import Buttons, ListMessage, MessageContent
from leadnurturebot.domain.returns import IllegalReturnMove, ReturnState
from leadnurturebot.message_path import order_deeds, return_deeds
from leadnurturebot.message_path.return_deeds import NoReturn, ReturnDeed
from leadnurturebot.orders.exchanges import ExchangeUnderWay
from leadnurturebot.payments.refunding import CannotRefund
from leadnurturebot.shops.actions import settings_change
from tests.cast import EMMA, open_boutique, tap, text
from tests.message_path.driving import Drive, button
from tests.message_path.test_payments import ordered, paid


@pytest.fixture
def drive(drive: Drive) -> Drive:
    """Emma holds her sundress in M, paid with $54; the shop exchanges sizes for free and says how to send things back."""
    rules = {"exchange_free": "true", "return_instructions": "Drop it at any post office, the label is in the parcel."}
    settings_change(shop=drive.boutique.shop, now=drive.now, changes=rules)
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    order_id = drive.rows("SELECT id FROM orders_order")[0][0]
    order_deeds.deliver(drive.connection, drive.boutique.shop.id, order_id, actor="user:sarah", times=drive.times)
    drive.send()
    drive.later(minutes=1)
    return drive


def write(drive: Drive, words: str) -> MessageContent:
    (answer,) = drive.hear(text(words, at=drive.now, wamid=str(uuid4()), sender=EMMA))
    drive.later(seconds=20)
    return answer


def press(drive: Drive, message: MessageContent, label: str) -> MessageContent:
    (answer,) = drive.hear(tap(button(message, label), at=drive.now, wamid=str(uuid4()), sender=EMMA))
    drive.later(seconds=20)
    return answer


def returns(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT reason, wanted, state FROM orders_return ORDER BY created_at")


def orders(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT number, state, total, payment_method FROM orders_order ORDER BY placed_at, number")


def stock(drive: Drive, size: str) -> int:
    return int(drive.rows("SELECT stock FROM catalog_variant WHERE sku = %s", f"DR-BLUE-{size}")[0][0])


def do(drive: Drive, to: ReturnState, **more: Any) -> list[str]:
    """The team's deed on the only return; what the customer reads of it."""
    return_id: UUID = drive.rows("SELECT id FROM orders_return")[0][0]
    deed = ReturnDeed(shop_id=drive.boutique.shop.id, return_id=return_id, to=to, actor="user:sarah", **more)
    return_deeds.do(drive.connection, deed, drive.times)
    return [message.plain_text() for message in drive.send()]


def test_too_small_is_exchanged_for_the_next_size_at_no_cost(drive: Drive) -> None:
    offer = write(drive, "the dress is too small, i want to send it back")
    assert isinstance(offer, Buttons)
    assert offer.plain_text() == (
        "*Blue Floral Sundress, L* is in stock, and I can set it aside for you. Shall I exchange it, or would you like the"
        " money back?\n[Exchange for L] [Money back] [Talk to a person]"
    )
    done = press(drive, offer, "Exchange for L")
    assert done.plain_text() == (
        "Done: *Blue Floral Sundress, L* is set aside for you in order *#TT12346*, at no cost. How to send it back: Drop it at"
        " any post office, the label is in the parcel."
    )
    assert returns(drive) == [("size_small", "exchange", "approved")]
    assert orders(drive) == [("TT12345", "delivered", 5400, "card"), ("TT12346", "paid", 0, "exchange")]
    assert (stock(drive, "L"), stock(drive, "M")) == (11, 6)
    ((line,),) = drive.rows(
        "SELECT l.size FROM orders_orderline l JOIN orders_order o ON o.id = l.order_id WHERE o.total = 0"
    )
    assert line == "L"
    again = press(drive, offer, "Exchange for L")
    assert "is agreed; we're waiting for the parcel" in again.plain_text()
    assert (len(orders(drive)), stock(drive, "L")) == (2, 11)


def test_the_size_teaches_how_the_dress_runs(drive: Drive) -> None:
    press(drive, write(drive, "the dress is too small, i want to send it back"), "Exchange for L")
    assert drive.rows("SELECT felt, source FROM orders_fitverdict") == [("small", "exchange")]


def test_a_change_of_mind_is_asked_for_its_reason_and_paid_back_once_it_is_here(drive: Drive) -> None:
    why = write(drive, "i want to return the dress")
    assert isinstance(why, ListMessage)
    assert [row.title for section in [why.rows] for row in section] == [
        "Too small", "Too large", "Not as expected", "Damaged", "Wrong item sent", "Changed my mind", "Came too late",
    ]  # fmt: skip
    money = write(drive, "i just changed my mind")
    assert money.plain_text().endswith("[Money back] [Talk to a person]")
    done = press(drive, money, "Money back")
    assert "$49 for the *Blue Floral Sundress, M* goes back once it has arrived here" in done.plain_text()
    assert (returns(drive), drive.rows("SELECT 1 FROM payments_refund")) == (
        [("changed_mind", "refund", "approved")],
        [],
    )
    assert (do(drive, ReturnState.RECEIVED), stock(drive, "M")) == ([], 7)
    do(drive, ReturnState.SETTLED)
    do(drive, ReturnState.SETTLED)
    assert drive.rows("SELECT amount, state FROM payments_refund") == [(4900, "requested")]
    assert stock(drive, "M") == 7


def test_a_broken_zip_is_decided_by_a_person_and_the_same_piece_set_aside(drive: Drive) -> None:
    offer = write(drive, "the dress came and the zip is BROKEN. i needed it for saturday!!")
    assert offer.plain_text().startswith(
        "I'm sorry, that shouldn't happen. The same piece is in stock: *Blue Floral Sundress, M*."
    )
    told = press(drive, offer, "Exchange for M").plain_text()
    assert "*Blue Floral Sundress, M* is set aside for you. I've asked the team to decide this with you." in told
    assert (returns(drive), len(orders(drive)), stock(drive, "M")) == ([("damaged", "exchange", "requested")], 1, 5)
    assert drive.rows("SELECT holder, handoff_reason FROM conversations_thread") == [("waiting", "complaint")]
    do(drive, ReturnState.APPROVED)
    assert (orders(drive)[1], stock(drive, "M")) == (("TT12346", "paid", 0, "exchange"), 5)


def test_what_is_rejected_goes_back_on_the_shelf_and_is_said(drive: Drive) -> None:
    press(drive, write(drive, "the dress is damaged, i want to return it"), "Exchange for M")
    drive.connection.execute("UPDATE conversations_thread SET holder = 'bot'")
    (told,) = do(drive, ReturnState.REJECTED)
    assert told.startswith("I'm sorry: the team couldn't accept the return of order *#TT12345*.")
    assert (stock(drive, "M"), len(orders(drive))) == (6, 1)
    with pytest.raises(IllegalReturnMove):
        do(drive, ReturnState.APPROVED)


def test_after_the_time_the_rule_says_no_and_a_person_is_there(drive: Drive) -> None:
    drive.later(days=31)
    offer = write(drive, "the dress is too big, i want to send it back")
    refused = press(drive, offer, "Exchange for S")
    assert refused.plain_text().startswith("The time for sending the *Blue Floral Sundress, M* back is over.")
    assert (returns(drive), stock(drive, "S")) == ([], 9)


def test_the_last_piece_of_the_other_size_may_be_gone(drive: Drive) -> None:
    offer = write(drive, "the dress is too small, i want to send it back")
    drive.connection.execute("UPDATE catalog_variant SET stock = 0 WHERE sku = 'DR-BLUE-L'")
    assert "has just sold out" in press(drive, offer, "Exchange for L").plain_text()
    assert returns(drive) == []


def test_taking_a_return_back_takes_back_the_exchange_until_it_is_packed(drive: Drive) -> None:
    press(drive, write(drive, "the dress is too small, i want to send it back"), "Exchange for L")
    exchange = drive.rows("SELECT id FROM orders_order WHERE total = 0")[0][0]
    do(drive, ReturnState.CANCELLED)
    assert (orders(drive)[1][1], stock(drive, "L")) == ("cancelled", 12)
    press(drive, write(drive, "the dress is too small, i want to send it back"), "Exchange for L")
    exchange = drive.rows("SELECT id FROM orders_order WHERE total = 0 AND state = 'paid'")[0][0]
    order_deeds.pack(drive.connection, drive.boutique.shop.id, exchange, actor="user:sarah", times=drive.times)
    drive.connection.execute("DELETE FROM orders_return WHERE state = 'cancelled'")
    with pytest.raises(ExchangeUnderWay):
        do(drive, ReturnState.CANCELLED)


@pytest.fixture
def here(drive: Drive) -> Drive:
    """The dress is back on the table; it was paid in cash at the door."""
    write(drive, "i want to return the dress")
    press(drive, write(drive, "i just changed my mind"), "Money back")
    drive.connection.execute(
        "UPDATE payments_payment SET provider = 'cash_on_delivery', connection_id = NULL, charge_id = ''"
    )
    do(drive, ReturnState.RECEIVED)
    return drive


def test_cash_cannot_be_asked_back_of_a_provider(here: Drive) -> None:
    with pytest.raises(CannotRefund) as caught:
        do(here, ReturnState.SETTLED)
    assert caught.value.code == "by_hand"


def test_cash_that_was_given_back_by_hand_settles_the_return(here: Drive) -> None:
    do(here, ReturnState.SETTLED, by_hand=True, note="At the counter", amount=4400)
    assert returns(here)[-1][2] == "settled"
    assert here.rows("SELECT amount, state, is_by_hand FROM payments_refund") == [(4400, "succeeded", True)]
    assert here.rows("SELECT refund_amount FROM orders_return") == [(4400,)]
    assert here.rows("SELECT amount_micros FROM ledger_entry WHERE kind = 'refund.settled'") == [(-44_000_000,)]


def test_more_cash_than_was_paid_is_refused_and_the_return_stays(here: Drive) -> None:
    with pytest.raises(CannotRefund) as caught:
        do(here, ReturnState.SETTLED, by_hand=True, amount=5401)
    assert caught.value.code == "too_much"
    assert here.count("payments_refund") == 0


def test_another_shops_return_is_not_there(drive: Drive) -> None:
    press(drive, write(drive, "the dress is too small, i want to send it back"), "Money back")
    rival = open_boutique(drive.connection, drive.now, slug="rival", phone_number_id="9", waba_id="9", link_code="R")
    return_id = drive.rows("SELECT id FROM orders_return")[0][0]
    deed = ReturnDeed(shop_id=rival.shop.id, return_id=return_id, to=ReturnState.RECEIVED, actor="user:marco")
    with pytest.raises(NoReturn):
        return_deeds.do(drive.connection, deed, drive.times)
    assert returns(drive) == [("size_small", "refund", "approved")]
