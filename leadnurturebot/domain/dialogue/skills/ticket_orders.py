"""Which order trouble is about, and until when its parcel was promised."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from leadnurturebot.domain.dialogue.draft import Draft
from leadnurturebot.domain.dialogue.request import Request
from leadnurturebot.domain.dialogue.turn import Order
from leadnurturebot.domain.tickets import TicketKind

_IN_HAND = ("delivered", "shipped")
_ON_ITS_WAY = ("shipped", "packed", "paid", "confirmed")
_MONEY_BACK = ("cancelled", "refunded")
_LATELY = timedelta(days=60)
_WEEKEND = 5


def orders_meant(draft: Draft, request: Request, kind: TicketKind) -> Sequence[Order]:
    """The order named, else those that such trouble can be about; several have to be asked about."""
    named = request.entities.order_number.casefold().lstrip("#")
    if named:
        return [order for order in draft.facts.orders if order.number.casefold().lstrip("#") == named]
    likely = _likely(draft.facts.orders, kind)
    recent = [order for order in likely if draft.turn.now - order.placed_at <= _LATELY] or likely[:1]
    products = {request.product.id} if request.product else set(request.entities.products)
    bought = [order for order in recent if any(item.product_id in products for item in order.items)]
    return bought or recent


def _likely(orders: Sequence[Order], kind: TicketKind) -> list[Order]:
    begun = [order for order in orders if order.state not in ("awaiting_payment", "expired")]
    match kind:
        case TicketKind.NOT_ARRIVED:
            states: tuple[str, ...] = _ON_ITS_WAY
        case TicketKind.REFUND:
            back = [
                each for each in begun if each.state in _MONEY_BACK or any(item.return_state for item in each.items)
            ]
            return back or begun
        case TicketKind.DAMAGED | TicketKind.WRONG_ITEM | TicketKind.MISSING | TicketKind.EXCHANGE:
            states = _IN_HAND
        case _:
            return begun
    return [order for order in begun if order.state in states] or begun


def promised_by(draft: Draft, order: Order) -> date | None:
    """The last day on which the parcel was to be there: the carrier's, else by the shop's rule; None without one."""
    shop = draft.turn.shop
    if order.expected_date is not None or shop.shipping_days is None:
        return order.expected_date
    days = shop.shipping_days[1] + (0 if order.state == "shipped" else (shop.dispatch_days or (0, 0))[1])
    start = order.state_since if order.state == "shipped" else order.placed_at
    return _working_days_after(local_day(draft, start), days)


def local_day(draft: Draft, moment: datetime) -> date:
    """A moment's day in the shop."""
    return moment.astimezone(ZoneInfo(draft.turn.shop.timezone)).date()


def _working_days_after(day: date, days: int) -> date:
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < _WEEKEND
    return day
