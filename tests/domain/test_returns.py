"""Returns: the moves, and the rule row by row."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadnurturebot.domain.returns import (
    IllegalReturnMove,
    Judgement,
    Reason,
    ReturnRule,
    ReturnState,
    Wanted,
    Wish,
    judge,
    move_return,
    paid_share,
)
from leadnurturebot.domain.taxes import Tax

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
WISH = Wish(
    order_state="delivered", since=NOW - timedelta(days=5), quantity=1, left=1, paid=4900, category="dress",
    reason=Reason.CHANGED_MIND, wanted=Wanted.REFUND,
)  # fmt: skip
RULE = ReturnRule(days=30, exchange_free=True, excluded=("underwear",))

MOVES = {
    ("requested", "approved"), ("requested", "rejected"), ("requested", "cancelled"), ("approved", "in_transit"),
    ("approved", "received"), ("approved", "cancelled"), ("in_transit", "received"), ("in_transit", "cancelled"),
    ("received", "settled"), ("received", "rejected"),
}  # fmt: skip


@pytest.mark.parametrize(("origin", "target"), list(product(ReturnState, ReturnState)))
def test_a_return_moves_by_the_table(origin: ReturnState, target: ReturnState) -> None:
    if origin == target or (origin, target) in MOVES:
        assert move_return(origin, target) == target
    else:
        with pytest.raises(IllegalReturnMove):
            move_return(origin, target)


@pytest.mark.parametrize(
    ("changes", "rule", "outcome", "why"),
    [
        ({}, {}, "approved", ""),
        ({"since": NOW - timedelta(days=30)}, {}, "approved", ""),
        ({"since": NOW - timedelta(days=30, seconds=1)}, {}, "refused", "too_late"),
        ({"order_state": "shipped", "since": NOW - timedelta(days=60)}, {}, "approved", ""),
        ({"order_state": "paid"}, {}, "refused", "not_delivered"),
        ({"order_state": "refunded"}, {}, "refused", "not_delivered"),
        ({"left": 0}, {}, "refused", "nothing_left"),
        ({"quantity": 3, "left": 2}, {}, "refused", "nothing_left"),
        ({"category": "underwear"}, {}, "refused", "excluded"),
        ({"category": "underwear", "reason": Reason.DAMAGED}, {}, "requested", "shops_fault"),
        ({"reason": Reason.DAMAGED, "since": NOW - timedelta(days=90)}, {}, "requested", "shops_fault"),
        ({"reason": Reason.WRONG_ITEM}, {}, "requested", "shops_fault"),
        ({"reason": Reason.LATE}, {}, "requested", "shops_fault"),
        ({}, {"days": None}, "requested", "no_rule"),
        ({"wanted": Wanted.EXCHANGE}, {}, "approved", ""),
        ({"wanted": Wanted.EXCHANGE}, {"exchange_free": False}, "requested", "not_free"),
        ({"wanted": Wanted.CREDIT}, {}, "requested", "by_hand"),
        ({"paid": 0}, {}, "requested", "by_hand"),
        ({"paid": 0, "wanted": Wanted.EXCHANGE}, {}, "approved", ""),
        ({}, {"days": 0}, "refused", "too_late"),
    ],
)
def test_the_rule_decides_or_leaves_it_to_a_person(
    changes: dict[str, object], rule: dict[str, object], outcome: str, why: str
) -> None:
    assert judge(replace(WISH, **changes), replace(RULE, **rule), NOW) == Judgement(outcome=outcome, why=why)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("amount", "subtotal", "discount", "paid"),
    [(4900, 4900, 0, 4900), (4900, 9800, 980, 4410), (3333, 9999, 100, 3300), (4900, 4900, 4900, 0), (0, 0, 0, 0)],
)
def test_a_discount_is_spread_over_the_goods(amount: int, subtotal: int, discount: int, paid: int) -> None:
    assert paid_share(amount, subtotal=subtotal, discount=discount) == paid


def test_added_tax_goes_back_with_the_goods_but_not_that_of_shipping() -> None:
    assert paid_share(4900, subtotal=4900, discount=0, tax=479, tax_rate=8875) == 4900 + 435
    assert paid_share(4900, subtotal=9800, discount=980, tax=783, tax_rate=8875) == 4410 + 391


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=8), st.integers(0, 30_000), st.integers(0, 10**5))
def test_the_shares_of_all_goods_hold_no_more_tax_than_was_added(prices: list[int], rate: int, shipping: int) -> None:
    subtotal = sum(prices)
    tax = Tax(rate, is_included=False).of(subtotal, shipping)
    shares = [paid_share(price, subtotal=subtotal, discount=0, tax=tax, tax_rate=rate) for price in prices]
    assert subtotal <= sum(shares) <= subtotal + tax
