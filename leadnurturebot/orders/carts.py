"""Carts as the inbox shows them, and what is at stake in a conversation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.money import Money
from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.reading import Question, Row, fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class CartLineView:
    """A line of an open cart at today's price."""

    name: str
    color: str
    size: str
    quantity: int
    unit_price: Money
    image_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CartView:
    """An open cart; `total` is None when it is empty."""

    lines: tuple[CartLineView, ...]
    total: Money | None


_CART = """
SELECT p.name, v.color, v.size, l.quantity, v.price,
       (SELECT i.file FROM catalog_productimage i WHERE i.shop_id = l.shop_id AND i.product_id = l.product_id
        ORDER BY i.color = v.color DESC, i.position LIMIT 1) AS file
FROM orders_cart c
JOIN orders_cartline l ON l.cart_id = c.id AND l.shop_id = c.shop_id
JOIN catalog_variant v ON v.id = l.variant_id AND v.shop_id = c.shop_id
JOIN catalog_product p ON p.id = l.product_id AND p.shop_id = c.shop_id
WHERE c.shop_id = %(shop)s AND c.thread_id = %(thread)s AND l.lapsed_at IS NULL ORDER BY l.added_at, l.id
"""


def cart_of(shop_id: UUID, thread_id: UUID, currency: str) -> Question[CartView]:
    """The open cart of a conversation."""
    return Question(_CART, {"shop": shop_id, "thread": thread_id}, lambda rows: _cart(rows, currency))


def _cart(rows: Sequence[Row], currency: str) -> CartView:
    lines = tuple(
        CartLineView(
            name=name, color=color, size=size, quantity=quantity, unit_price=Money(price, currency),
            image_url=picture_url(file),
        )
        for name, color, size, quantity, price, file in rows
    )  # fmt: skip
    total = Money(sum(line.unit_price.minor * line.quantity for line in lines), currency) if lines else None
    return CartView(lines=lines, total=total)


_AT_STAKE = """
SELECT thread_id, value FROM (
  SELECT c.thread_id, sum(l.quantity * v.price)::bigint AS value, 1 AS rank FROM orders_cart c
  JOIN orders_cartline l ON l.cart_id = c.id AND l.shop_id = c.shop_id
  JOIN catalog_variant v ON v.id = l.variant_id AND v.shop_id = c.shop_id
  WHERE c.shop_id = %(shop)s AND c.thread_id = ANY(%(threads)s) AND l.lapsed_at IS NULL
  GROUP BY c.thread_id
  UNION ALL
  (SELECT DISTINCT ON (thread_id) thread_id, total, 0 FROM orders_order
   WHERE shop_id = %(shop)s AND thread_id = ANY(%(threads)s) AND state = 'awaiting_payment'
   ORDER BY thread_id, placed_at DESC)
) found ORDER BY rank
"""


def values_at_stake(shop_id: UUID, thread_ids: Sequence[UUID]) -> Mapping[UUID, int]:
    """Minor units by thread: the open cart, else the order that waits for its payment."""
    return dict(fetch(_AT_STAKE, {"shop": shop_id, "threads": list(thread_ids)})) if thread_ids else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRef:
    """An order of a person."""

    id: UUID
    number: str
    state: str
    total: Money
    placed_at: datetime


_ORDERS = """
SELECT id, number, state, total, currency, placed_at FROM orders_order
WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY placed_at DESC, id DESC LIMIT 50
"""


def orders_of_lead(shop_id: UUID, lead_id: UUID) -> Question[Sequence[OrderRef]]:
    """The person's orders, newest first."""
    return Question(_ORDERS, {"shop": shop_id, "lead": lead_id}, _orders)


def _orders(rows: Sequence[Row]) -> Sequence[OrderRef]:
    return [
        OrderRef(
            id=UUID(order_id), number=number, state=state, total=Money(total, currency),
            placed_at=datetime.fromisoformat(placed_at),
        )
        for order_id, number, state, total, currency, placed_at in rows
    ]  # fmt: skip
