from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadnurturebot.domain.coupons import CODE, Coupon, discount_of, normal_code, refusal
from leadnurturebot.domain.dialogue.turn import CartLine
from tests.conversations.stage import START

DAY = timedelta(days=1)


def line(price: int, quantity: int = 1, category: str = "dress") -> CartLine:
    return CartLine(
        product_id=UUID(int=1), variant_id=UUID(int=2), name="Dress", color="", size="", quantity=quantity,
        unit_price=price, category=category,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("coupon", "why"),
    [
        (Coupon(code="NEW10", percent=10), ""),
        (Coupon(code="NEW10", percent=10, starts_at=START + DAY), "unknown"),
        (Coupon(code="NEW10", percent=10, ends_at=START), "over"),
        (Coupon(code="NEW10", percent=10, left=0), "used_up"),
        (Coupon(code="NEW10", percent=10, left=1, left_for_customer=0), "used_by_you"),
        (Coupon(code="NEW10", percent=10, categories=("shoes",)), "other_goods"),
        (Coupon(code="NEW10", percent=10, minimum=9801), "minimum"),
        (Coupon(code="NEW10", percent=10, minimum=9800), ""),
    ],
)
def test_a_coupon_says_why_it_does_not_count(coupon: Coupon, why: str) -> None:
    assert refusal(coupon, [line(4900, 2)], START) == why


def test_a_percentage_is_rounded_half_up_on_every_line() -> None:
    coupon = Coupon(code="NEW10", percent=15)
    assert discount_of(coupon, [line(1010), line(1010)], most_percent=90) == 152 + 152
    assert discount_of(coupon, [line(1010, 2)], most_percent=90) == 303


def test_only_goods_of_its_kinds_count() -> None:
    coupon = Coupon(code="NEW10", percent=10, categories=("shoes",))
    assert discount_of(coupon, [line(4900), line(8000, category="shoes")], most_percent=90) == 800


def test_no_piece_goes_below_its_floor() -> None:
    assert discount_of(Coupon(code="NEW10", percent=50), [line(999, 3)], most_percent=30) == 299 * 3
    assert discount_of(Coupon(code="NEW10", amount=5000), [line(999, 3)], most_percent=30) == 299 * 3


LINES = st.lists(st.builds(line, st.integers(0, 10**9), st.integers(1, 99)), max_size=8)
COUPONS = st.builds(Coupon, code=st.just("NEW10"), percent=st.integers(1, 95)) | st.builds(
    Coupon, code=st.just("NEW10"), amount=st.integers(1, 10**12)
)


@given(COUPONS, LINES, st.integers(0, 95))
def test_whatever_is_promised_something_is_left_to_pay(coupon: Coupon, cart: list[CartLine], most: int) -> None:
    worth = sum(each.total for each in cart)
    taken = discount_of(coupon, cart, most_percent=most)
    assert 0 <= taken <= worth * most // 100
    assert taken < worth or worth == 0


def test_codes_are_kept_as_they_are_read() -> None:
    assert normal_code("welcome-10 ") == "WELCOME10"
    assert CODE.fullmatch("WELCOME10")
    assert not CODE.fullmatch("FREE")
