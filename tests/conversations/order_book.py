"""The customer's orders in memory: placed, cancelled and paid as the database would."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import count
from typing import Any
from uuid import UUID

from leadnurturebot.domain.coupons import Coupon, discount_of, refusal
from leadnurturebot.domain.dialogue.decision import (
    AskReturn,
    CancelOrder,
    OrderCancelled,
    OrderPlaced,
    OrderRefused,
    Outcome,
    PageShared,
    PlaceOrder,
    ReturnAsked,
    SharePage,
)
from leadnurturebot.domain.dialogue.turn import CartLine, Order, OrderItem, Shop
from leadnurturebot.domain.order_states import CANCELLABLE_BY_CUSTOMER
from leadnurturebot.domain.returns import Reason, ReturnRule, Wanted, Wish, judge
from leadnurturebot.domain.shipping import zone_of
from leadnurturebot.domain.totals import totals


@dataclass(slots=True)
class OrderBook:
    """Orders, oldest first."""

    orders: list[Order] = field(default_factory=list)
    coupons: list[Coupon] = field(default_factory=list)
    numbers: Any = field(default_factory=lambda: count(12345))
    parcel: str = ""
    """Where the newest order goes."""

    def attempt(
        self, attempt: PlaceOrder | CancelOrder | AskReturn | SharePage, cart: Sequence[CartLine], shop: Shop,
        now: datetime,
    ) -> Outcome:  # fmt: skip
        """What the attempt came to."""
        if isinstance(attempt, AskReturn):
            return self._ask_return(attempt, shop, now)
        if isinstance(attempt, SharePage):
            return PageShared(url=f"https://shop.test/c/{len(attempt.picks)}")
        return self._place(attempt, cart, shop, now) if isinstance(attempt, PlaceOrder) else self._cancel(attempt, now)

    def _place(self, attempt: PlaceOrder, cart: Sequence[CartLine], shop: Shop, now: datetime) -> Outcome:
        short = next((line for line in cart if line.available < line.quantity), None)
        if not cart:
            return OrderRefused(reason="empty_cart")
        if short is not None:
            return OrderRefused(reason="sold_out", variant_id=short.variant_id, available=short.available)
        zone = zone_of(shop.all_zones, attempt.place) or (None if attempt.address else shop.all_zones[0])
        option = next((each for each in zone.options if each.code == attempt.option), None) if zone else None
        if option is None:
            return OrderRefused(reason="not_shipped")
        is_cash = attempt.payment_method == "cash_on_delivery"
        sums = totals(
            sum(line.total for line in cart), option, pieces=sum(line.quantity for line in cart),
            discount=self._taken(cart, attempt.coupon, shop, now), tax=shop.taxes.at(attempt.place),
            fee=shop.cash_fee if is_cash else 0,
        )  # fmt: skip
        if attempt.expected_total not in (None, sums.total):
            return OrderRefused(reason="price_changed")
        self.orders = [order for order in self.orders if order.state != "awaiting_payment"]
        self.parcel = attempt.address
        order = self._written("confirmed" if is_cash else "awaiting_payment", sums.total, cart, now)
        return OrderPlaced(
            order_id=order.id,
            number=order.number,
            subtotal=sums.subtotal,
            shipping=sums.shipping or 0,
            tax=sums.tax,
            total=order.total,
            discount=sums.discount,
            pay_url="" if is_cash else f"https://shop.test/p/{order.number}",
        )

    def _taken(self, cart: Sequence[CartLine], code: str, shop: Shop, now: datetime) -> int:
        coupon = next((each for each in self.coupons if each.code == code), None)
        counts = coupon is not None and not refusal(coupon, cart, now)
        return discount_of(coupon, cart, most_percent=shop.discount_limit) if coupon and counts else 0

    def _written(self, state: str, total: int, cart: Sequence[CartLine], now: datetime) -> Order:
        number = next(self.numbers)
        lines = tuple(f"{line.name} ({line.size})" for line in cart)
        order = Order(
            id=UUID(int=number),
            number=f"TT{number}",
            state=state,
            placed_at=now,
            state_since=now,
            total=total,
            lines=lines,
        )
        self.orders.append(order)
        return order

    def _cancel(self, attempt: CancelOrder, now: datetime) -> Outcome:
        index = next(index for index, order in enumerate(self.orders) if order.id == attempt.order_id)
        order = self.orders[index]
        done = order.state in CANCELLABLE_BY_CUSTOMER
        if done:
            self.orders[index] = replace(order, state="cancelled", state_since=now)
        return OrderCancelled(number=order.number, done=done, state=self.orders[index].state)

    def _ask_return(self, attempt: AskReturn, shop: Shop, now: datetime) -> Outcome:
        index = next(index for index, order in enumerate(self.orders) if order.id == attempt.order_id)
        order = self.orders[index]
        item = next(item for item in order.items if item.line_id == attempt.line_id)
        wish = Wish(
            order_state=order.state, since=order.state_since, quantity=attempt.quantity,
            left=item.quantity - item.returning, paid=item.unit_price, category="", reason=Reason(attempt.reason),
            wanted=Wanted(attempt.wanted),
        )  # fmt: skip
        judgement = judge(wish, ReturnRule(days=shop.return_days, exchange_free=shop.exchange_free), now)
        if judgement.outcome == "refused":
            return ReturnAsked(outcome="refused", why=judgement.why)
        returned = replace(item, returning=item.quantity, return_state=judgement.outcome, return_wanted=attempt.wanted)
        items = tuple(returned if each.line_id == item.line_id else each for each in order.items)
        self.orders[index] = replace(order, items=items)
        is_ordered = judgement.outcome == "approved" and attempt.wanted == "exchange"
        return ReturnAsked(
            outcome=judgement.outcome, why=judgement.why, amount=item.unit_price * attempt.quantity,
            exchange_number=f"TT{next(self.numbers)}" if is_ordered else "",
        )  # fmt: skip

    def pay_newest(self, now: datetime) -> None:
        self.orders[-1] = replace(self.orders[-1], state="paid", state_since=now)

    def add(self, record: Mapping[str, Any], now: datetime, items: tuple[OrderItem, ...] = ()) -> None:
        """An order of the past, as a transcript writes it."""
        since = datetime.fromisoformat(record["since"]) if "since" in record else now
        self.orders.append(
            Order(
                id=UUID(int=next(self.numbers) + 1_000_000),
                number=record["number"],
                state=record["state"],
                placed_at=since,
                state_since=since,
                total=record.get("total", 5400),
                lines=tuple(record.get("lines", ())),
                items=items,
                tracking_url=record.get("tracking_url", ""),
                carrier=record.get("carrier", ""),
                expected_date=date.fromisoformat(record["expected"]) if "expected" in record else None,
                held_until=datetime.fromisoformat(record["held_until"]) if "held_until" in record else None,
            )
        )
