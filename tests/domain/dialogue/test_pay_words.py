from leadnurturebot.domain.dialogue.pay_words import named_and_there, named_but_missing
from leadnurturebot.domain.dialogue.reply import Term


def test_ways_to_pay_that_are_not_connected_are_named() -> None:
    assert named_but_missing("do you take pay pal or Klarna?", ("card", "wallet")) == ("PayPal", "Klarna")


def test_a_wallet_brings_apple_pay() -> None:
    assert named_but_missing("apple pay?", ("card", "wallet")) == ()


def test_paying_in_parts_is_a_way_of_its_own() -> None:
    assert named_but_missing("half now half later?", ("card",)) == (Term("payment_method", "installments"),)


def test_cash_at_the_door_is_named_where_it_is_not_taken() -> None:
    assert named_but_missing("is cod possible", ("card",)) == (Term("payment_method", "cash_on_delivery"),)
    assert named_but_missing("is cod possible", ("card", "cash_on_delivery")) == ()


def test_a_brazilian_slip_to_pay_at_the_bank_is_named() -> None:
    assert named_but_missing("posso pagar no boleto?", ("card",)) == ("Boleto",)


def test_a_connected_way_is_chosen_by_its_name() -> None:
    assert named_and_there("with paypal please", ("card", "paypal")) == ("paypal",)
    assert named_and_there("with paypal please", ("card",)) == ()
    assert named_and_there("UPI se kar deti hu", ("card", "upi", "cash_on_delivery")) == ("upi",)
