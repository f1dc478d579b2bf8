import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadnurturebot.domain.totals import ShippingRule, Totals, totals

AMOUNTS = st.integers(0, 10**12)
RULES = st.builds(ShippingRule, st.none() | AMOUNTS, st.none() | AMOUNTS)


@given(AMOUNTS, RULES, AMOUNTS, AMOUNTS)
def test_the_parts_add_up_and_nothing_is_negative(subtotal: int, rule: ShippingRule, discount: int, fee: int) -> None:
    sums = totals(subtotal, rule, discount=discount, fee=fee)
    assert sums.total == sums.subtotal - sums.discount + (sums.shipping or 0) + sums.fee
    assert min(sums.total, sums.goods, sums.discount, sums.shipping or 0, sums.fee) >= 0


def test_shipping_goes_by_the_goods_after_the_discount() -> None:
    rule = ShippingRule(500, 8000)
    assert totals(8000, rule) == Totals(8000, 0, 0, 0)
    assert totals(8000, rule, discount=800) == Totals(8000, 800, 500, 0)


def test_without_a_rule_the_total_goes_without_shipping() -> None:
    assert totals(4900, ShippingRule(), fee=300).total == 5200


def test_a_negative_part_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no part of a total is negative"):
        totals(4900, ShippingRule(), fee=-1)
