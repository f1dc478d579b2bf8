"""Returns as rows: asked for, moved, counted. Who asks holds the order's lock, so nothing comes back twice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.returns import Reason, ReturnState, Wanted, move_return, paid_share
from leadnurturebot.domain.values import record
from leadnurturebot.orders.placing import record_events
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldLine:
    """A line of an order that is locked until the transaction ends. `left`: pieces not returned yet."""

    order_id: UUID
    line_id: UUID
    order_state: str
    since: datetime
    currency: str
    variant_id: UUID
    product_id: UUID
    category: str
    name: str
    unit_price: int
    left: int
    subtotal: int
    discount: int
    tax: int
    """Added on top of the order's prices; 0 where they contain it."""
    tax_rate: int

    def paid_for(self, quantity: int) -> int:
        """What was paid for so many pieces, in minor units."""
        return paid_share(
            self.unit_price * quantity, subtotal=self.subtotal, discount=self.discount,
            tax=self.tax, tax_rate=self.tax_rate,
        )  # fmt: skip


@record
class NewReturn:
    """A return to be written down."""

    shop_id: UUID
    line: SoldLine
    quantity: int
    reason: Reason
    wanted: Wanted
    state: ReturnState
    asked_by: str
    why: str = ""
    wanted_variant_id: UUID | None = None
    is_set_aside: bool = False
    words_sealed: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """A return, locked until the transaction ends."""

    id: UUID
    shop_id: UUID
    order_id: UUID
    line_id: UUID
    variant_id: UUID
    product_id: UUID
    unit_price: int
    quantity: int
    reason: Reason
    wanted: Wanted
    state: ReturnState
    wanted_variant_id: UUID | None
    is_set_aside: bool
    exchange_order_id: UUID | None
    subtotal: int
    discount: int
    tax: int
    """Added on top of the order's prices; 0 where they contain it."""
    tax_rate: int

    @property
    def amount(self) -> int:
        """What was paid for the pieces, in minor units."""
        return paid_share(
            self.unit_price * self.quantity, subtotal=self.subtotal, discount=self.discount,
            tax=self.tax, tax_rate=self.tax_rate,
        )  # fmt: skip


_LINE = """
SELECT o.id, l.id, o.state, o.state_at, o.currency, l.variant_id, l.product_id, coalesce(p.category, ''), l.name, l.unit_price,
       l.quantity - coalesce((SELECT sum(r.quantity) FROM orders_return r WHERE r.shop_id = l.shop_id AND r.line_id = l.id
                              AND r.state NOT IN ('rejected', 'cancelled')), 0)::int, o.subtotal, o.discount,
       CASE WHEN o.is_tax_included THEN 0 ELSE o.tax END, o.tax_rate
FROM orders_order o JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id
LEFT JOIN catalog_product p ON p.id = l.product_id AND p.shop_id = l.shop_id
WHERE o.shop_id = %(shop)s AND o.id = %(order)s AND l.id = %(line)s
"""


def lock_line(connection: Connection, shop_id: UUID, order_id: UUID, line_id: UUID) -> SoldLine | None:
    """The line, its order locked; None when the shop has no such line in that order."""
    connection.execute(
        "SELECT 1 FROM orders_order WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE", [shop_id, order_id]
    )  # the sum below sees what whoever held the lock before us has asked for
    row = connection.execute(_LINE, {"shop": shop_id, "order": order_id, "line": line_id}).fetchone()
    if row is None:
        return None
    return SoldLine(
        order_id=row[0], line_id=row[1], order_state=row[2], since=row[3], currency=row[4], variant_id=row[5],
        product_id=row[6], category=row[7], name=row[8], unit_price=row[9], left=row[10], subtotal=row[11],
        discount=row[12], tax=row[13], tax_rate=row[14],
    )  # fmt: skip


def write_return(connection: Connection, new: NewReturn, *, now: datetime, return_id: UUID | None = None) -> UUID:
    """Write a return and its moment on the order's timeline. `now` is business time."""
    return_id = return_id or uuid7()
    connection.execute(
        "INSERT INTO orders_return (id, shop_id, order_id, line_id, quantity, reason, wanted, state, state_at, why,"
        " wanted_variant_id, is_set_aside, asked_by, words_sealed, created_at)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [
            return_id, new.shop_id, new.line.order_id, new.line.line_id, new.quantity, new.reason, new.wanted, new.state,
            now, new.why, new.wanted_variant_id, new.is_set_aside, new.asked_by, new.words_sealed, now,
        ],
    )  # fmt: skip
    record_events(connection, [(new.shop_id, new.line.order_id, f"return_{new.state}", now, new.line.name)])
    return return_id


_RETURN = """
SELECT r.id, r.shop_id, r.order_id, r.line_id, l.variant_id, l.product_id, l.unit_price, r.quantity, r.reason, r.wanted,
       r.state, r.wanted_variant_id, r.is_set_aside, r.exchange_order_id, o.subtotal, o.discount,
       CASE WHEN o.is_tax_included THEN 0 ELSE o.tax END, o.tax_rate
FROM orders_return r JOIN orders_orderline l ON l.id = r.line_id AND l.shop_id = r.shop_id
JOIN orders_order o ON o.id = r.order_id AND o.shop_id = r.shop_id
WHERE r.shop_id = %s AND r.id = %s FOR NO KEY UPDATE OF r
"""


def lock_return(connection: Connection, shop_id: UUID, return_id: UUID) -> ReturnRow | None:
    """The return, locked; None for one the shop has not."""
    row = connection.execute(_RETURN, [shop_id, return_id]).fetchone()
    if row is None:
        return None
    return ReturnRow(
        id=row[0], shop_id=row[1], order_id=row[2], line_id=row[3], variant_id=row[4], product_id=row[5],
        unit_price=row[6], quantity=row[7], reason=Reason(row[8]), wanted=Wanted(row[9]), state=ReturnState(row[10]),
        wanted_variant_id=row[11], is_set_aside=row[12], exchange_order_id=row[13], subtotal=row[14],
        discount=row[15], tax=row[16], tax_rate=row[17],
    )  # fmt: skip


def order_of_return(connection: Connection, shop_id: UUID, return_id: UUID) -> UUID | None:
    """The order that a return is of."""
    row = connection.execute(
        "SELECT order_id FROM orders_return WHERE shop_id = %s AND id = %s", [shop_id, return_id]
    ).fetchone()
    return row[0] if row else None


def set_state(connection: Connection, row: ReturnRow, to: ReturnState, *, now: datetime, detail: str = "") -> bool:
    """Move a locked return and write it on the order's timeline. False when it is there already.

    Raises IllegalReturnMove.
    """
    if move_return(row.state, to) == row.state:
        return False
    connection.execute(
        "UPDATE orders_return SET state = %s, state_at = %s WHERE shop_id = %s AND id = %s",
        [to, now, row.shop_id, row.id],
    )
    record_events(connection, [(row.shop_id, row.order_id, f"return_{to}", now, detail)])
    return True
