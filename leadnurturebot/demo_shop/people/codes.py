"""The demo shop's coupons, and which order of the past was placed with one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from leadnurturebot.demo_shop.people.chances import happens
from leadnurturebot.demo_shop.people.shapes import PastLine
from leadnurturebot.domain.shipping import ShippingOption
from leadnurturebot.domain.totals import Totals, totals


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCode:
    """A coupon. Amounts are US cents; days count back from now, 0 for no end. `taken`: the share of orders that use it."""

    code: str
    percent: int | None = None
    amount: int | None = None
    minimum: int = 0
    categories: tuple[str, ...] = ()
    uses: int | None = None
    began: int = 0
    ended: int = 0
    is_told: bool = False
    is_stopped: bool = False
    taken: float = 0.0


CODES = (
    DemoCode(code="TREND10", percent=10, began=90, is_told=True, taken=0.08),
    DemoCode(code="AUTUMN5", amount=500, minimum=5000, began=60, ended=25, taken=0.2),
    DemoCode(code="KNITWEAR15", percent=15, categories=("knitwear",), uses=50, began=12),
    DemoCode(code="STAFF20", percent=20, began=90, is_stopped=True),
)
"""One that is told to everybody, one that has run out, one for a kind of goods, one that was stopped."""


def code_of(number: int, placed_at: datetime, lines: tuple[PastLine, ...], now: datetime, seed: str) -> DemoCode | None:
    """The code that an order was placed with, if any."""
    chance, subtotal = Random(f"{seed}:code:{number}"), _subtotal(lines)
    for code in CODES:
        ended = now - timedelta(days=code.ended) if code.ended else now
        counts = now - timedelta(days=code.began) <= placed_at < ended and subtotal >= code.minimum
        if counts and happens(chance, code.taken):
            return code
    return None


def sums(lines: tuple[PastLine, ...], rule: ShippingOption, code: DemoCode | None) -> Totals:
    """What an order comes to; a percentage is rounded line by line, as the shop does it."""
    subtotal = _subtotal(lines)
    if code is None:
        return totals(subtotal, rule)
    by_line = ((line.unit_price_minor * line.quantity * (code.percent or 0) + 50) // 100 for line in lines)
    return totals(subtotal, rule, discount=code.amount or sum(by_line))


def _subtotal(lines: tuple[PastLine, ...]) -> int:
    return sum(line.unit_price_minor * line.quantity for line in lines)
