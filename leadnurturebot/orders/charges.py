"""What an order cost beside its goods, as the portal shows it: the way of shipping and the tax."""

from dataclasses import dataclass
from uuid import UUID

from leadnurturebot.domain.money import Money
from leadnurturebot.platform.reading import fetch_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Charges:
    """The way of shipping and the tax of an order."""

    shipping_option: str
    """In the owner's words, or a kind of `domain.shipping`; empty in a shop with one rule for all."""
    tax: Money
    is_tax_included: bool
    tax_name: str
    tax_percent: float


def charges_of(shop_id: UUID, order_id: UUID) -> Charges:
    """Those of one order of the shop; nothing for an order it has not."""
    row = fetch_one(
        "SELECT coalesce(shipping_option, ''), tax, currency, is_tax_included, tax_name, tax_rate FROM orders_order"
        " WHERE shop_id = %(shop)s AND id = %(order)s",
        {"shop": shop_id, "order": order_id},
    )
    option, tax, currency, is_included, name, rate = row or ("", 0, "", False, "", 0)
    return Charges(
        shipping_option=option,
        tax=Money(tax, currency),
        is_tax_included=is_included,
        tax_name=name,
        tax_percent=rate / 1000,
    )
