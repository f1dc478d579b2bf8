import pytest

from leadnurturebot.domain.dialogue.events import Item, OpenPayment, WaitingCart, payment_failed, reminder
from leadnurturebot.domain.money import Money


def waiting_cart() -> WaitingCart:
    return WaitingCart(
        customer_name="Emma Wilson", items=(Item(name="Sundress", amount=4900),), total=Money(5400, "USD")
    )


def test_follow_ups_end_after_the_third() -> None:
    assert [reminder(step, waiting_cart()).say[0].key for step in (1, 2, 3)] == [
        "reminder.cart_name",
        "reminder.size_name",
        "reminder.other_name",
    ]
    with pytest.raises(ValueError, match="no follow-up 4"):
        reminder(4, waiting_cart())


def test_a_failed_payment_without_a_page_has_no_link() -> None:
    reply = payment_failed(OpenPayment(number="TT1", total=Money(5400, "USD")))
    assert reply.link is None
