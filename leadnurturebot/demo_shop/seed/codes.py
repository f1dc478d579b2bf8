"""The demo shop's coupons, made before the orders that use them."""

from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.demo_shop.people.codes import CODES, DemoCode
from leadnurturebot.orders.coupons import NewCoupon, coupon_create, coupon_stop


def save_codes(shop_id: UUID, *, now: datetime) -> None:
    """All of them, through the action that the portal uses too."""
    for code in CODES:
        coupon_id = coupon_create(shop_id, _new(code, now), now=now - timedelta(days=code.began))
        if code.is_stopped:
            coupon_stop(shop_id, coupon_id, now=now - timedelta(days=code.began // 2))


def _new(code: DemoCode, now: datetime) -> NewCoupon:
    return NewCoupon(
        code=code.code, percent=code.percent, amount=code.amount, minimum=code.minimum, categories=code.categories,
        starts_at=now - timedelta(days=code.began), ends_at=now - timedelta(days=code.ended) if code.ended else None,
        uses=code.uses, uses_per_customer=None, is_told=code.is_told,
    )  # fmt: skip
