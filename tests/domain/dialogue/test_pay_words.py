from leadnurturebot.domain.dialogue.pay_words import named_but_missing


def test_ways_to_pay_that_are_not_connected_are_named() -> None:
    assert named_but_missing("do you take pay pal or Klarna?", ("card", "wallet")) == ("PayPal", "Klarna")


def test_a_wallet_brings_apple_pay() -> None:
    assert named_but_missing("apple pay?", ("card", "wallet")) == ()


def test_paying_in_parts_is_a_way_of_its_own() -> None:
    assert named_but_missing("half now half later?", ("card",)) == ("Paying in parts",)


def test_a_brazilian_slip_to_pay_at_the_bank_is_named() -> None:
    assert named_but_missing("posso pagar no boleto?", ("card",)) == ("Boleto",)
