"""What a customer pays and of what it is made. One sum for the cart, the order, the payment page and the receipt.

Amounts are whole minor units of one currency, so nothing is rounded here: a percentage is rounded where it is taken,
line by line (`domain.coupons`). Shipping goes by what the goods cost after the discount: a cart that a code brings
below the limit of free shipping pays for its shipping.
"""

from leadnurturebot.domain.shipping import shipping_cost
from leadnurturebot.domain.values import value


@value
class ShippingRule:
    """What shipping costs: flat, free from an amount of goods. None: not recorded."""

    flat: int | None = None
    free_from: int | None = None


@value
class Totals:
    """The parts of a total. `shipping` None: the shop has recorded no rule, and the total goes without."""

    subtotal: int
    discount: int
    shipping: int | None
    fee: int

    @property
    def goods(self) -> int:
        """What the goods cost after the discount."""
        return self.subtotal - self.discount

    @property
    def total(self) -> int:
        return self.goods + (self.shipping or 0) + self.fee


def totals(subtotal: int, rule: ShippingRule, *, discount: int = 0, fee: int = 0) -> Totals:
    """The total of goods worth `subtotal`; a discount takes no more than the goods cost.

    Raises ValueError for a negative amount: a mistake in the program.
    """
    if min(subtotal, discount, fee) < 0:
        raise ValueError(f"no part of a total is negative: {subtotal}, {discount}, {fee}")
    taken = min(discount, subtotal)
    shipping = shipping_cost(subtotal - taken, flat=rule.flat, free_from=rule.free_from)
    return Totals(subtotal, taken, shipping, fee)
