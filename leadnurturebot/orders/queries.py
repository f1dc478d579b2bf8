"""Orders and carts as the portal shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.carriers import Tracking
from leadnurturebot.domain.money import Money
from leadnurturebot.domain.order_states import OrderState, deeds_of
from leadnurturebot.domain.values import record
from leadnurturebot.leads.queries import LeadRef, lead_ref
from leadnurturebot.orders.charges import COLUMNS, Charges, charges
from leadnurturebot.platform.audit import PERSON
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.reading import Row, fetch, fetch_one
from leadnurturebot.shops.people import names_of

TABS: dict[str, tuple[str, ...]] = {
    "all": (),
    "to_pay": ("awaiting_payment",),
    "to_ship": ("confirmed", "paid", "packed"),
    "on_the_way": ("shipped",),
    "closed": ("delivered", "cancelled", "expired", "refunded"),
}
"""Order states by tab; `all` takes every state."""

Place = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """An order in a list. `items_text` is the first line ("Jeans, 32") and " + 1" for each further piece."""

    id: UUID
    number: str
    lead: LeadRef
    thread_id: UUID
    items_text: str
    image_url: str | None
    total: Money
    state: str
    payment_method: str
    source: str
    ad_name: str | None
    placed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLineView:
    """A line as it was sold."""

    id: UUID
    name: str
    color: str
    size: str
    quantity: int
    unit_price: Money
    total: Money
    image_url: str | None
    product_id: UUID
    variant_id: UUID
    returnable: int
    """Pieces that no return is about yet, while the customer may hold them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderEventView:
    """A moment of an order. `text_code` names the sentence that tells it, `by` who of the shop did it, where that is said."""

    kind: str
    text_code: str
    at: datetime
    detail: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """An order with its lines, timeline and what the shop may do with it next (`deeds`)."""

    row: OrderRow
    lines: tuple[OrderLineView, ...]
    subtotal: Money
    shipping: Money
    fee: Money
    discount: Money
    coupon: str
    """The code that took it off, empty without one."""
    charges: Charges
    timeline: tuple[OrderEventView, ...]
    address: str
    hold_until: datetime | None
    tracking: Tracking
    deeds: tuple[str, ...]


_IMAGE = """
(SELECT i.file FROM catalog_productimage i WHERE i.shop_id = l.shop_id AND i.product_id = l.product_id
 ORDER BY i.color = l.color DESC, i.position LIMIT 1)
"""
_LEFT = """
CASE WHEN o.state IN ('shipped', 'delivered') THEN l.quantity - coalesce((SELECT sum(r.quantity) FROM orders_return r
  WHERE r.shop_id = l.shop_id AND r.order_id = o.id AND r.line_id = l.id
    AND r.state NOT IN ('rejected', 'cancelled')), 0) ELSE 0 END
"""
_ROWS = f"""
SELECT o.id, o.number, o.lead_id, lead.name_sealed, lead.language, lead.country, o.thread_id, o.total, o.currency,
       o.state, o.payment_method, o.source, a.name, o.placed_at, o.subtotal, o.shipping, o.address_sealed, o.fee,
       o.carrier, o.tracking_number, o.tracking_url, o.discount,
       (SELECT c.code FROM orders_coupon c WHERE c.shop_id = o.shop_id AND c.id = o.coupon_id),
       (SELECT jsonb_agg(jsonb_build_array(l.name, l.color, l.size, l.quantity, l.unit_price, {_IMAGE}, l.id, l.product_id, l.variant_id,
          {_LEFT}) ORDER BY l.id)
        FROM orders_orderline l WHERE l.shop_id = o.shop_id AND l.order_id = o.id)
FROM orders_order o
JOIN leads_lead lead ON lead.id = o.lead_id AND lead.shop_id = o.shop_id
LEFT JOIN leads_ad a ON a.id = o.ad_id AND a.shop_id = o.shop_id
WHERE o.shop_id = %(shop)s
"""

_HOLD = f""",
       {COLUMNS},
       (SELECT max(h.until) FROM orders_stockhold h WHERE h.shop_id = o.shop_id AND h.order_id = o.id AND h.state = 'held'
          AND h.until > %(now)s)
FROM orders_order o
"""
_ONE = _ROWS.replace("\nFROM orders_order o\n", _HOLD) + " AND o.id = %(order)s"


@record
class OrderFilter:
    """Which orders are meant. `number` is the start of one, or one of `lead_ids` bought it; placed from `start` until before
    `end`. What is None or empty takes all."""

    tab: str = "all"
    number: str = ""
    lead_ids: Sequence[UUID] | None = None
    start: datetime | None = None
    end: datetime | None = None


def list_orders(
    shop_id: UUID, key: ShopKey, wanted: OrderFilter, *, limit: int, before: Place | None = None
) -> list[OrderRow]:  # fmt: skip
    """One page, newest first."""
    statement = _ROWS + _PLACED + (" AND o.state = ANY(%(states)s)" if TABS[wanted.tab] else "")
    if wanted.number or wanted.lead_ids is not None:
        statement += " AND (o.number LIKE %(number)s OR o.lead_id = ANY(%(leads)s))"
    if before:
        statement += " AND (o.placed_at, o.id) < (%(before)s, %(before_id)s)"
    rows = fetch(
        statement + " ORDER BY o.placed_at DESC, o.id DESC LIMIT %(limit)s",
        {
            "shop": shop_id, "states": list(TABS[wanted.tab]), "limit": limit, "leads": list(wanted.lead_ids or ()),
            "number": f"{wanted.number}%" if wanted.number else "", "start": wanted.start, "end": wanted.end,
            "before": before[0] if before else None, "before_id": before[1] if before else None,
        },
    )  # fmt: skip
    return [_row(row, key) for row in rows]


_PLACED = """
AND (%(start)s::timestamptz IS NULL OR o.placed_at >= %(start)s) AND (%(end)s::timestamptz IS NULL OR o.placed_at < %(end)s)
"""


def count_orders(shop_id: UUID, *, start: datetime | None = None, end: datetime | None = None) -> Mapping[str, int]:
    """Orders by tab, placed from `start` until before `end`."""
    rows = fetch(
        f"SELECT state, count(*) FROM orders_order o WHERE shop_id = %(shop)s {_PLACED} GROUP BY state",
        {"shop": shop_id, "start": start, "end": end},
    )
    by_state: dict[str, int] = dict(rows)
    return {
        tab: sum(count for state, count in by_state.items() if not states or state in states)
        for tab, states in TABS.items()
    }


def get_order(shop_id: UUID, key: ShopKey, order_id: UUID, *, now: datetime) -> OrderView | None:
    """One order of the shop, None for any other. `now` is business time."""
    values = {"shop": shop_id, "order": order_id, "now": now}
    row = fetch_one(_ONE, values)
    if row is None:
        return None
    currency = row[8]
    return OrderView(
        row=_row(row, key),
        lines=tuple(_line(line, currency) for line in orjson.loads(row[23] or "[]")),
        subtotal=Money(row[14], currency),
        shipping=Money(row[15], currency),
        fee=Money(row[17], currency),
        discount=Money(row[21], currency),
        coupon=row[22] or "",
        charges=charges(row[-6:-1], currency),
        timeline=_timeline(values, key),
        address=key.open_text(row[16]),
        hold_until=row[-1],
        tracking=Tracking(row[18], row[19], row[20]),
        deeds=deeds_of(OrderState(row[9])),
    )


def _timeline(values: Mapping[str, Any], key: ShopKey) -> tuple[OrderEventView, ...]:
    rows = fetch(
        "SELECT kind, at, detail, note_sealed FROM orders_orderevent WHERE shop_id = %(shop)s AND order_id = %(order)s"
        " ORDER BY at, id",
        values,
    )
    people = names_of([detail for _, _, detail, _ in rows])
    return tuple(
        OrderEventView(
            kind=kind, text_code=f"order.{kind}", at=at, by=people.get(detail, ""),
            detail=key.open_text(note) or ("" if detail.startswith(PERSON) else detail),
        )
        for kind, at, detail, note in rows
    )  # fmt: skip


def _row(row: Row, key: ShopKey) -> OrderRow:
    lines = orjson.loads(row[23] or "[]")
    return OrderRow(
        id=row[0],
        number=row[1],
        lead=lead_ref(row[2], row[3], row[4], row[5], key),
        thread_id=row[6],
        items_text=items_text([(name, size, quantity) for name, _, size, quantity, *_ in lines]),
        image_url=picture_url(lines[0][5]) if lines else None,
        total=Money(row[7], row[8]),
        state=row[9],
        payment_method=row[10],
        source=row[11],
        ad_name=row[12],
        placed_at=row[13],
    )


def items_text(lines: Sequence[tuple[str, str, int]]) -> str:
    """(name, size, quantity) lines in a few words: the first, and how many pieces more."""
    if not lines:
        return ""
    name, size, _ = lines[0]
    more = sum(quantity for *_, quantity in lines) - 1
    return ", ".join(part for part in (name, size) if part) + (f" + {more}" if more else "")


def _line(line: Sequence[Any], currency: str) -> OrderLineView:
    name, color, size, quantity, unit_price, file, line_id, product_id, variant_id, left = line
    return OrderLineView(
        id=UUID(line_id),
        name=name,
        color=color,
        size=size,
        quantity=quantity,
        unit_price=Money(unit_price, currency),
        total=Money(unit_price * quantity, currency),
        image_url=picture_url(file),
        product_id=UUID(product_id),
        variant_id=UUID(variant_id),
        returnable=left,
    )
