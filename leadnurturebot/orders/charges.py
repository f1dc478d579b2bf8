"""What an order cost beside its goods, as the portal shows it: the way of shipping and the tax."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leadnurturebot.domain.money import Money
from leadnurturebot.domain.taxes import PER_PERCENT

COLUMNS = "o.shipping_option, o.tax, o.is_tax_included, o.tax_name, o.tax_rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charges:
    """The way of shipping and the tax of an order."""

    shipping_option: str
    """In the owner's words, or a kind of `domain.shipping`; empty in a shop with one rule for all."""
    tax: Money
    is_tax_included: bool
    tax_name: str
    tax_percent: float


def charges(columns: Sequence[Any], currency: str) -> Charges:
    """Those of the `COLUMNS` of an order."""
    option, tax, is_included, name, rate = columns
    return Charges(
        shipping_option=option or "", tax=Money(tax, currency), is_tax_included=is_included, tax_name=name,
        tax_percent=rate / PER_PERCENT,
    )  # fmt: skip
