import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadnurturebot.domain.shipping import ShippingOption
from leadnurturebot.domain.taxes import Tax
from leadnurturebot.domain.totals import Totals, totals

AMOUNTS = st.integers(0, 10**12)
PIECES = st.integers(1, 99)
OPTIONS = st.builds(ShippingOption, st.none() | AMOUNTS, st.none() | AMOUNTS, AMOUNTS)
RATES = st.integers(0, 50_000)
TAXES = st.none() | st.builds(Tax, RATES, st.booleans(), on_shipping=st.booleans())


@given(AMOUNTS, OPTIONS, PIECES, AMOUNTS, AMOUNTS, TAXES)
def test_the_parts_add_up_and_nothing_is_negative(
    subtotal: int, option: ShippingOption, pieces: int, discount: int, fee: int, tax: Tax | None
) -> None:
    sums = totals(subtotal, option, pieces=pieces, discount=discount, fee=fee, tax=tax)
    added = 0 if sums.is_tax_included else sums.tax
    assert sums.total == sums.subtotal - sums.discount + (sums.shipping or 0) + sums.fee + added
    assert min(sums.total, sums.goods, sums.discount, sums.shipping or 0, sums.fee, sums.tax) >= 0


@given(AMOUNTS, OPTIONS, PIECES, AMOUNTS, RATES, st.booleans())
def test_tax_that_prices_include_never_changes_the_total(
    subtotal: int, option: ShippingOption, pieces: int, fee: int, rate: int, on_shipping: bool
) -> None:
    bare = totals(subtotal, option, pieces=pieces, fee=fee)
    taxed = totals(subtotal, option, pieces=pieces, fee=fee, tax=Tax(rate, True, on_shipping=on_shipping))
    assert taxed.total == bare.total
    assert taxed.tax <= taxed.total


@given(AMOUNTS, AMOUNTS, PIECES, TAXES)
def test_dearer_goods_never_cost_less_while_shipping_stays(less: int, more: int, pieces: int, tax: Tax | None) -> None:
    option = ShippingOption(500, None, 100)
    first, second = sorted((less, more))
    assert totals(first, option, pieces=pieces, tax=tax).total <= totals(second, option, pieces=pieces, tax=tax).total
    assert totals(first, option, pieces=pieces, tax=tax).tax <= totals(second, option, pieces=pieces, tax=tax).tax


def test_shipping_goes_by_the_goods_after_the_discount() -> None:
    option = ShippingOption(500, 8000)
    assert totals(8000, option) == Totals(8000, 0, 0, 0)
    assert totals(8000, option, discount=800) == Totals(8000, 800, 500, 0)


def test_every_piece_beyond_the_first_may_add_to_shipping() -> None:
    option = ShippingOption(500, None, 150)
    assert [totals(4900, option, pieces=pieces).shipping for pieces in (1, 2, 4)] == [500, 650, 950]


def test_added_tax_is_on_goods_less_their_discount_and_on_shipping_where_it_is_taxed() -> None:
    option = ShippingOption(500)
    assert totals(4900, option, discount=900, tax=Tax(8875, False)) == Totals(4900, 900, 500, 0, 399)
    assert totals(4900, option, discount=900, tax=Tax(8875, False, on_shipping=False)).tax == 355


def test_the_tax_in_a_price_is_what_is_left_of_it_without() -> None:
    sums = totals(12100, ShippingOption(0), tax=Tax(21_000, True))
    assert (sums.tax, sums.total) == (2100, 12100)


def test_half_a_cent_of_tax_is_a_cent_and_less_is_nothing() -> None:
    assert totals(50, ShippingOption(0), tax=Tax(5000, False)).tax == 3
    assert totals(49, ShippingOption(0), tax=Tax(5000, False)).tax == 2


def test_without_a_rule_the_total_goes_without_shipping() -> None:
    assert totals(4900, ShippingOption(), fee=300).total == 5200


def test_a_negative_part_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no part of a total is negative"):
        totals(4900, ShippingOption(), fee=-1)
