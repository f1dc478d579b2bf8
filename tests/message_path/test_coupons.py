from datetime import timedelta
from typing import Any

import pytest

from leadnurturebot.domain.message_content import LinkButton
from leadnurturebot.orders.coupons import NewCoupon, UnusableCoupon, coupon_create, coupon_stop
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import Shop
from tests.cast import ad_referral, tap, text
from tests.message_path.driving import Drive, button

pytestmark = pytest.mark.django_db


def make(drive: Drive, code: str = "WELCOME10", **values: Any) -> Any:
    new = NewCoupon(**{"code": code, "percent": 10, **values})
    return coupon_create(drive.boutique.shop.id, new, now=drive.now)


def with_cart(drive: Drive, *, sender: str = "447700900142") -> None:
    """A sundress for $49 in the cart; shipping is $5."""
    drive.hear(text("Hi!", at=drive.now, wamid=f"a{sender}", sender=sender, referral=ad_referral()))
    drive.hear(text("add M to my cart please", at=drive.now, wamid=f"b{sender}", sender=sender))


def say(drive: Drive, words: str, *, sender: str = "447700900142") -> Any:
    (answer,) = drive.hear(text(words, at=drive.now, wamid=f"{words}{sender}", sender=sender))
    return answer


def pay(drive: Drive, shown: Any, total: str, *, sender: str = "447700900142") -> Any:
    (link,) = drive.hear(tap(button(shown, f"Pay {total}"), at=drive.now, wamid=f"p{total}{sender}", sender=sender))
    return link


def test_a_code_comes_off_the_cart_the_link_and_the_order(drive: Drive) -> None:
    make(drive)
    with_cart(drive)
    shown = say(drive, "I have a code: WELCOME10")
    assert "WELCOME10: −$4.90" in shown.plain_text()
    assert "Total $49.10" in shown.plain_text()
    link = pay(drive, shown, "$49.10")
    assert isinstance(link, LinkButton)
    assert "−$4.90" in link.plain_text()
    assert drive.rows("SELECT subtotal, discount, shipping, total FROM orders_order") == [(4900, 490, 500, 4910)]


def test_a_code_with_the_wish_to_pay_shows_the_new_total_first(drive: Drive) -> None:
    make(drive)
    with_cart(drive)
    shown = say(drive, "checkout please, code WELCOME10")
    assert "Total $49.10" in shown.plain_text()
    assert isinstance(pay(drive, shown, "$49.10"), LinkButton)


def test_an_unknown_code_changes_nothing_and_hints_at_none(drive: Drive) -> None:
    make(drive)
    with_cart(drive)
    shown = say(drive, "use code SUMMER99")
    assert "That code isn't valid here." in shown.plain_text()
    assert "WELCOME10" not in shown.plain_text()
    assert "Total $54" in say(drive, "show my cart").plain_text()


def test_a_rivals_code_is_unknown(drive: Drive) -> None:
    with system_scope():
        rival = Shop.objects.exclude(id=drive.boutique.shop.id).first()
    if rival is None:
        from tests.people import _shop

        rival = _shop("marcos", "Marco's Corner", "America/New_York", drive.now)
    coupon_create(rival.id, NewCoupon(code="WELCOME10", percent=10), now=drive.now)
    with_cart(drive)
    assert "isn't valid here" in say(drive, "use code WELCOME10").plain_text()


def test_the_last_use_goes_to_one_and_comes_back_when_the_order_ends(drive: Drive) -> None:
    make(drive, uses=1)
    with_cart(drive)
    emma = say(drive, "code WELCOME10")
    with_cart(drive, sender="447700900199")
    rose = say(drive, "code WELCOME10", sender="447700900199")
    pay(drive, emma, "$49.10")
    refused = pay(drive, rose, "$49.10", sender="447700900199")
    assert "WELCOME10 doesn't count any more" in refused.plain_text()
    assert "Pay $54.00" in refused.plain_text()
    assert drive.rows("SELECT count(*) FROM orders_order") == [(1,)]
    drive.connection.execute("UPDATE orders_order SET state = 'expired'")
    assert "Total $49.10" in say(drive, "code WELCOME10 again", sender="447700900199").plain_text()


def test_a_customer_uses_it_once(drive: Drive) -> None:
    make(drive)
    with_cart(drive)
    pay(drive, say(drive, "code WELCOME10"), "$49.10")
    drive.connection.execute("UPDATE orders_order SET state = 'paid'")
    assert "used the code WELCOME10 already" in say(drive, "use code WELCOME10 please").plain_text()


def test_below_the_minimum_it_says_what_is_missing(drive: Drive) -> None:
    make(drive, minimum=6000)
    with_cart(drive)
    shown = say(drive, "code WELCOME10").plain_text()
    assert "Code WELCOME10 counts from $11 more." in shown
    assert "Total $54" in shown


def test_a_code_told_to_all_is_what_a_discount_question_gets(drive: Drive) -> None:
    make(drive, is_told=True, ends_at=drive.now + timedelta(days=3))
    with_cart(drive)
    assert "*WELCOME10*" in say(drive, "any discount?").plain_text()
    drive.later(days=3)
    assert "WELCOME10" not in say(drive, "is there a discount?").plain_text()


def test_a_stopped_code_is_unknown(drive: Drive) -> None:
    coupon_id = make(drive)
    coupon_stop(drive.boutique.shop.id, coupon_id, now=drive.now)
    with_cart(drive)
    assert "isn't valid here" in say(drive, "use code WELCOME10").plain_text()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"code": "FREE"}, "code"),
        ({"amount": 500}, "percent"),
        ({"percent": 100}, "percent"),
        ({"percent": None}, "percent"),
        ({"uses": 0}, "minimum"),
    ],
)
def test_a_coupon_that_makes_no_sense_is_refused(drive: Drive, values: dict[str, Any], field: str) -> None:
    with pytest.raises(UnusableCoupon) as refused:
        make(drive, **values)
    assert refused.value.field == field


def test_a_code_is_never_made_twice(drive: Drive) -> None:
    make(drive)
    with pytest.raises(UnusableCoupon, match="There is a coupon WELCOME10 already"):
        make(drive, code="welcome10")
