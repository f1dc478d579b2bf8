"""Coupons: whether a code counts for a cart, and what it takes off. Amounts are minor units of the shop's currency.

A percentage is rounded half up on every line, so that the lines of a receipt add up to its total. However much a code
promises, a piece never goes below its floor: the share of its price that the shop's `discount_limit` leaves.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from leadnurturebot.domain.values import record

CODE = re.compile(r"[A-Z]{4,15}[0-9]{1,3}|[A-Z]{2,8}[0-9]{2}[A-Z]{2,8}")
"""How a code looks: a form that the assistant reads in a message as it stands, without a word before it."""


@record
class Coupon:
    """A code as one customer meets it now. Either `percent` or `amount` is given."""

    code: str
    percent: int | None = None
    amount: int | None = None
    minimum: int = 0
    """Least that the goods it counts for cost together."""
    categories: tuple[str, ...] = ()
    """Kinds of goods it counts for; empty: all."""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    """The first moment when it no longer counts."""
    left: int | None = None
    """Orders it is still good for, None: any number."""
    left_for_customer: int | None = None
    is_told: bool = False
    """The assistant may tell it to who asks for a discount."""


class Goods(Protocol):
    """A line of a cart, as far as a coupon looks at it."""

    @property
    def category(self) -> str: ...
    @property
    def quantity(self) -> int: ...
    @property
    def unit_price(self) -> int: ...


def normal_code(text: str) -> str:
    """A code as it is kept: "welcome 10" is WELCOME10."""
    return re.sub(r"[\s-]", "", text).upper()


def time_refusal(coupon: Coupon, now: datetime) -> str:
    """Why nobody may use it (any more): `unknown` before its time, `over`, `used_up`, `used_by_you`; empty when one may."""
    if coupon.starts_at is not None and now < coupon.starts_at:
        return "unknown"
    if coupon.ends_at is not None and now >= coupon.ends_at:
        return "over"
    if coupon.left is not None and coupon.left < 1:
        return "used_up"
    return "used_by_you" if coupon.left_for_customer is not None and coupon.left_for_customer < 1 else ""


def refusal(coupon: Coupon, cart: Sequence[Goods], now: datetime) -> str:
    """Why it takes nothing off this cart: as `time_refusal`, else `other_goods` or `minimum`; empty when it does."""
    if why := time_refusal(coupon, now):
        return why
    counted = counted_goods(coupon, cart)
    if not counted:
        return "other_goods"
    return "minimum" if worth(counted) < coupon.minimum else ""


def counted_goods(coupon: Coupon, cart: Sequence[Goods]) -> list[Goods]:
    """The lines it counts for."""
    return [line for line in cart if not coupon.categories or line.category in coupon.categories]


def worth(cart: Sequence[Goods]) -> int:
    """What the lines cost before any discount."""
    return sum(line.unit_price * line.quantity for line in cart)


def discount_of(coupon: Coupon, cart: Sequence[Goods], *, most_percent: int) -> int:
    """What it takes off the lines it counts for, each piece kept at its floor. `most_percent`: the shop's limit."""
    lines = counted_goods(coupon, cart)
    rooms = [_room(line, most_percent) for line in lines]
    if coupon.percent is None:
        return min(coupon.amount or 0, sum(rooms))
    return sum(min(_percent(line, coupon.percent), room) for line, room in zip(lines, rooms, strict=True))


def _room(line: Goods, most_percent: int) -> int:
    """What may be taken off a line: rounded down by piece, so that none goes below its floor."""
    return line.unit_price * most_percent // 100 * line.quantity


def _percent(line: Goods, percent: int) -> int:
    return (line.unit_price * line.quantity * percent + 50) // 100
