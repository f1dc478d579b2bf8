"""What a customer pays and of what it is made. One sum for the cart, the order, the payment page and the receipt.

Amounts are whole minor units of one currency. A percentage is rounded where it is taken: a coupon's line by line
(`domain.coupons`), the tax once for the order (`domain.taxes`). Shipping goes by what the goods cost after the discount: a cart
that a code brings below the limit of free shipping pays for its shipping.
"""

from leadnurturebot.domain.shipping import ShippingOption
from leadnurturebot.domain.taxes import Tax
from leadnurturebot.domain.values import value


@value
class Totals:
    """The parts of a total. `shipping` None: the shop has recorded no rule, and the total goes without."""

    subtotal: int
    discount: int
    shipping: int | None
    fee: int
    tax: int = 0
    is_tax_included: bool = False
    """The tax is a part of the prices, and the total is what it is without knowing of it."""

    @property
    def goods(self) -> int:
        """What the goods cost after the discount."""
        return self.subtotal - self.discount

    @property
    def total(self) -> int:
        added = 0 if self.is_tax_included else self.tax
        return self.goods + (self.shipping or 0) + self.fee + added


def totals(
    subtotal: int, option: ShippingOption, *, pieces: int = 1, discount: int = 0, fee: int = 0, tax: Tax | None = None
) -> Totals:
    """The total of goods worth `subtotal`; a discount takes no more than the goods cost.

    Raises ValueError for a negative amount: a mistake in the program.
    """
    if min(subtotal, pieces, discount, fee) < 0:
        raise ValueError(f"no part of a total is negative: {subtotal}, {pieces}, {discount}, {fee}")
    taken = min(discount, subtotal)
    shipping = option.cost(subtotal - taken, pieces)
    if tax is None:
        return Totals(subtotal, taken, shipping, fee)
    amount = tax.of(subtotal - taken, (shipping or 0) + fee)
    return Totals(subtotal, taken, shipping, fee, amount, tax.is_included)
