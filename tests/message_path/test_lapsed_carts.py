"""A cart that its owner left for the shop's time is put aside, and offered again at the prices and stock of then."""

import pytest

from leadnurturebot.domain.message_content import LinkButton, MessageContent
from leadnurturebot.orders.carts import values_at_stake
from leadnurturebot.orders.lapsing import Overdue, lapse
from leadnurturebot.payments.expiring import expire_unpaid
from leadnurturebot.payments.links import find
from leadnurturebot.payments.sessions import hold_for_payment
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.shops.settings import ShopSettings, UnusableSetting, changed
from tests.cast import ad_referral, open_boutique, tap, text
from tests.message_path.driving import Drive, button
from tests.message_path.test_payments import ordered

pytestmark = pytest.mark.django_db


def say(drive: Drive, words: str) -> MessageContent:
    (answer,) = drive.hear(text(words, at=drive.now, wamid=f"{drive.now}{words}"))
    return answer


def touch(drive: Drive, content: MessageContent, title: str) -> MessageContent:
    (answer,) = drive.hear(tap(button(content, title), at=drive.now, wamid=f"{drive.now}{title}"))
    return answer


def filled(drive: Drive) -> MessageContent:
    drive.hear(text("Hi!", at=drive.now, wamid="a", referral=ad_referral()))
    return say(drive, "add M to my cart please")


def in_cart(drive: Drive) -> list[tuple[int, int, bool]]:
    return drive.rows("SELECT quantity, added_price::int, lapsed_at IS NULL FROM orders_cartline ORDER BY added_at")


def test_a_cart_is_there_on_the_seventh_day_and_offered_again_after_it(drive: Drive) -> None:
    filled(drive)
    drive.later(days=6, hours=23)
    assert "In your cart" in say(drive, "show my cart").plain_text()
    drive.later(hours=2)
    offered = say(drive, "show my cart")
    assert "put your cart away" in offered.plain_text()
    assert in_cart(drive) == [(1, 4900, False)]
    drive.connection.execute("UPDATE catalog_variant SET price = 5200 WHERE sku = 'DR-BLUE-M'")
    assert "$52" in touch(drive, offered, "Put it back").plain_text()
    assert in_cart(drive) == [(1, 5200, True)]


def test_the_shop_says_how_long(drive: Drive) -> None:
    drive.connection.execute(
        "UPDATE shops_shop SET settings = settings || '{\"cart_days\": 30}' WHERE id = %s", [drive.boutique.shop.id]
    )
    filled(drive)
    drive.later(days=29)
    assert "In your cart" in say(drive, "show my cart").plain_text()


@pytest.mark.parametrize("days", [3, 91])
def test_a_cart_outlives_its_reminders_and_is_not_kept_for_ever(days: int) -> None:
    with pytest.raises(UnusableSetting, match="cart_days"):
        changed(ShopSettings(), {"cart_days": days})


def test_an_old_button_pays_nothing_that_lapsed(drive: Drive) -> None:
    cart = filled(drive)
    drive.later(days=8)
    assert "put your cart away" in touch(drive, cart, "Pay now").plain_text()
    assert drive.count("orders_order") == 0


def test_starting_afresh_lets_go_of_it(drive: Drive) -> None:
    filled(drive)
    drive.later(days=8)
    touch(drive, say(drive, "checkout"), "Start afresh")
    assert in_cart(drive) == []
    assert say(drive, "show my cart").plain_text().startswith("Nothing is in your cart yet.")


def test_nobody_sees_a_lapsed_cart_as_money_at_stake(drive: Drive) -> None:
    filled(drive)
    ((thread_id,),) = drive.rows("SELECT id FROM conversations_thread")
    assert values_at_stake(drive.boutique.shop.id, [thread_id]) == {thread_id: 4900}
    drive.later(days=8)
    say(drive, "hello")
    assert values_at_stake(drive.boutique.shop.id, [thread_id]) == {}


def test_a_cart_whose_order_waits_for_payment_is_still_wanted(drive: Drive) -> None:
    cart = filled(drive)
    drive.later(days=6, hours=20)
    link = touch(drive, cart, "Pay now")
    drive.later(hours=10)
    again = touch(drive, cart, "Pay now")
    assert isinstance(link, LinkButton)
    assert isinstance(again, LinkButton)
    assert again.url == link.url


def test_a_rival_shop_lets_no_cart_of_ours_lapse(drive: Drive) -> None:
    filled(drive)
    rival = open_boutique(drive.connection, drive.now, slug="rival", phone_number_id="9", waba_id="8", link_code="R7Q2")
    ((cart_id,),) = drive.rows("SELECT id FROM orders_cart")
    drive.later(days=8)
    foreign = Overdue(shop_id=rival.shop.id, cart_id=cart_id, before=drive.now)
    assert lapse(drive.connection, [foreign], now=drive.now) == set()
    assert (
        lapse(
            drive.connection,
            [Overdue(shop_id=drive.boutique.shop.id, cart_id=uuid7(), before=drive.now)],
            now=drive.now,
        )
        == set()
    )
    assert in_cart(drive) == [(1, 4900, True)]


def test_who_comes_back_after_the_half_hour_is_told_and_can_pay(drive: Drive) -> None:
    token = ordered(drive)
    hold_for_payment(drive.connection, find(drive.connection, token), now=drive.now)
    shown = say(drive, "i want to pay")
    assert "set aside" not in shown.plain_text()
    drive.later(minutes=31)
    again = touch(drive, shown, "Pay $54.00")
    assert "no longer set aside" in again.plain_text()
    assert isinstance(again, LinkButton)
    assert again.url.endswith(token)


def test_after_the_half_hour_the_last_piece_may_be_somebody_elses(drive: Drive) -> None:
    token = ordered(drive)
    hold_for_payment(drive.connection, find(drive.connection, token), now=drive.now)
    drive.later(minutes=31)
    drive.connection.execute("UPDATE catalog_variant SET stock = 0 WHERE sku = 'DR-BLUE-M'")
    said = say(drive, "i want to pay").plain_text()
    assert said.startswith("The pieces of *#TT12345* are no longer set aside")
    assert "has just sold out, so nothing was ordered" in said


def test_an_order_that_ended_unpaid_is_named_once_and_made_anew(drive: Drive) -> None:
    token = ordered(drive)
    drive.later(hours=25)
    expire_unpaid(drive.connection, now=drive.now, limit=10)
    shown = say(drive, "i want to pay")
    assert "#TT12345* wasn't paid in time and has ended; your cart is as it was" in shown.plain_text()
    again = touch(drive, shown, "Pay $54.00")
    assert "ended" not in again.plain_text()
    assert isinstance(again, LinkButton)
    assert not again.url.endswith(token)
