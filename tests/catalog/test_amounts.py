"""Prices as people write them."""

from decimal import Decimal

import pytest

from leadnurturebot.catalog.amounts import UnusablePrice, price_of


@pytest.mark.parametrize(
    ("text", "currency", "expected"),
    [
        ("49,90", "EUR", "49.90"), ("49.90", "USD", "49.90"), (" 1.299,00 ", "EUR", "1299.00"), ("1,299.00", "USD", "1299.00"),
        ("$ 5", "USD", "5.00"), ("1200", "JPY", "1200"), ("1.250", "KWD", "1.250"), ("1 299,5", "BRL", "1299.50"), ("१२", "INR", "12.00"),
    ],
)  # fmt: skip
def test_a_price_is_read_by_its_currency(text: str, currency: str, expected: str) -> None:
    assert price_of(text, currency) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "currency", "code"),
    [
        ("", "USD", "missing"), ("1,299", "USD", "unclear"), ("49.905", "USD", "decimals"), ("12.5", "JPY", "decimals"),
        ("0.00", "USD", "zero"), ("-1", "USD", "negative"), ("1000000000000", "USD", "large"), ("5 or 6", "USD", "no_price"),
        ("=1+1", "USD", "no_price"), ("1e9", "USD", "no_price"),
    ],
)  # fmt: skip
def test_what_is_no_price_is_refused(text: str, currency: str, code: str) -> None:
    with pytest.raises(UnusablePrice) as refused:
        price_of(text, currency)
    assert refused.value.code == code
