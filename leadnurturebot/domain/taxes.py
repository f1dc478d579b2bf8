"""Taxes by rule: a part of prices that include them, or added on top. Amounts are minor units.

The tax of an order is reckoned once, on the sum of what is taxed at the rate of the place it goes to, and rounded half up to a
whole minor unit. In the USA a seller may choose the invoice instead of the item, with the third decimal rounded up from five
(Streamlined Sales and Use Tax Agreement, section 324). In the European Union the states choose (Court of Justice, C-484/06,
Koninklijke Ahold, 2008), and none we know of forbids the invoice. A coupon lowers what is taxed. The fee for paying at the
door goes with shipping, as charges for delivery do.

What has to be told by line (a piece sent back) is shared by largest remainder, so that the shares add up to the tax.
"""

from collections.abc import Sequence

from leadnurturebot.domain.places import Place
from leadnurturebot.domain.shipping import nearness
from leadnurturebot.domain.values import value

PER_PERCENT = 1000
"""A rate is a whole number of thousandths of a percent: 8.875 % is 8875."""
_WHOLE = 100 * PER_PERCENT


@value
class TaxRate:
    """A rate and where it holds: a country, or the part of it that regions or beginnings of postcodes name."""

    country: str
    rate: int
    """Thousandths of a percent."""
    regions: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()

    @property
    def is_part(self) -> bool:
        return bool(self.regions or self.postcodes)

    def nearness(self, place: Place) -> tuple[int, int]:
        """As `shipping.nearness`."""
        return nearness(place, (self.country,), self.regions, self.postcodes)


@value
class Tax:
    """The tax of one order."""

    rate: int
    is_included: bool
    name: str = ""
    """In the owner's words ("VAT", "IVA", "GST"); empty: the customer's word for tax."""
    on_shipping: bool = True

    def of(self, goods: int, delivery: int) -> int:
        """The tax of goods and delivery: contained in them, or to be added."""
        taxed = goods + delivery if self.on_shipping else goods
        whole = _WHOLE + self.rate if self.is_included else _WHOLE
        return (2 * taxed * self.rate + whole) // (2 * whole)


@value
class Taxes:
    """A shop's rules. No rates: it shows no taxes."""

    rates: tuple[TaxRate, ...] = ()
    is_included: bool = True
    """Prices contain the tax; else it is added to them."""
    on_shipping: bool = True
    name: str = ""

    def at(self, place: Place) -> Tax | None:
        """The tax of what goes to a place, None where the shop has no rate: nothing is taxed there."""
        best = max(self.rates, key=lambda rate: rate.nearness(place), default=None)
        if best is None or best.nearness(place)[0] < 0:
            return None
        return Tax(best.rate, self.is_included, self.name, self.on_shipping)

    def is_split(self, country: str) -> bool:
        """Whether the rate within a country depends on where in it."""
        return any(rate.is_part and rate.country == country for rate in self.rates)


def shared(amount: int, parts: Sequence[int]) -> list[int]:
    """`amount` shared by the size of `parts`, exactly: what is left after rounding down goes to the largest remainders, the
    earlier of two first. All zeros when there is nothing to share by."""
    whole = sum(parts)
    if whole == 0:
        return [0] * len(parts)
    shares = [amount * part // whole for part in parts]
    rest = amount - sum(shares)
    by_remainder = sorted(range(len(parts)), key=lambda index: (-(amount * parts[index] % whole), index))
    for index in by_remainder[:rest]:
        shares[index] += 1
    return shares
