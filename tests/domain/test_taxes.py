from hypothesis import given
from hypothesis import strategies as st

from leadnurturebot.domain.places import Place
from leadnurturebot.domain.taxes import Tax, Taxes, TaxRate, shared

SALES_TAX = Taxes((TaxRate("US", 8875, postcodes=("100", "112")), TaxRate("US", 4000, regions=("ny",)),
                   TaxRate("US", 7250, regions=("ca",))), is_included=False, name="Sales tax")  # fmt: skip


def test_the_rate_of_a_postcode_goes_before_that_of_its_state() -> None:
    assert SALES_TAX.at(Place("US", "ny", "11211")) == Tax(8875, False, "Sales tax")
    assert SALES_TAX.at(Place("US", "ny", "14201")) == Tax(4000, False, "Sales tax")


def test_where_the_shop_has_no_rate_nothing_is_taxed() -> None:
    assert SALES_TAX.at(Place("US", "or", "97201")) is None
    assert SALES_TAX.at(Place("CA")) is None


def test_a_country_is_split_where_a_rate_is_for_a_part_of_it() -> None:
    assert SALES_TAX.is_split("US")
    assert not Taxes((TaxRate("ES", 21_000),)).is_split("ES")


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**9), min_size=1, max_size=20))
def test_shares_add_up_and_none_is_off_by_a_whole_unit(amount: int, parts: list[int]) -> None:
    shares = shared(amount, parts)
    whole = sum(parts)
    assert sum(shares) == (amount if whole else 0)
    assert all(abs(share * whole - amount * part) < whole for share, part in zip(shares, parts, strict=True) if whole)


def test_what_rounding_leaves_goes_to_the_largest_remainders() -> None:
    assert shared(100, [1, 1, 1]) == [34, 33, 33]
    assert shared(10, [50, 26, 24]) == [5, 3, 2]
