"""Carts of customers who come back after long: put aside before the turn is decided."""

from collections.abc import Sequence
from datetime import timedelta

from leadnurturebot.message_path.visits import Times, Visit
from leadnurturebot.orders.lapsing import Overdue, lapse, lapsed
from leadnurturebot.platform.sql import Connection


def put_aside(connection: Connection, visits: Sequence[Visit], times: Times) -> None:
    """Let carts lapse that were left for the shop's time. Without one there is no statement."""
    overdue = [found for visit in visits if (found := _overdue(visit, times))]
    gone = lapse(connection, overdue, now=times.now)
    for visit in visits:
        if visit.cart is not None and visit.cart.id in gone:
            visit.cart = lapsed(visit.cart)


def _overdue(visit: Visit, times: Times) -> Overdue | None:
    before = times.now - timedelta(days=visit.shop.settings.cart_days)
    cart = visit.cart
    if cart is None or not cart.lines or cart.changed_at > before:
        return None
    return Overdue(shop_id=visit.shop.id, cart_id=cart.id, before=before)
