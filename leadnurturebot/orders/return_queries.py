"""Returns as the portal shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.money import Money
from leadnurturebot.domain.returns import RETURN_MOVES, ReturnState, paid_share
from leadnurturebot.leads.queries import LeadRef, lead_ref
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.reading import Row, fetch

RETURN_TABS: dict[str, tuple[str, ...]] = {
    "to_decide": ("requested",),
    "coming": ("approved", "in_transit"),
    "here": ("received",),
    "closed": ("settled", "rejected", "cancelled"),
    "all": (),
}
"""Return states by tab; `all` takes every state."""
_DEEDS = {
    ReturnState.APPROVED: "approve", ReturnState.REJECTED: "reject", ReturnState.IN_TRANSIT: "in-transit",
    ReturnState.RECEIVED: "receive", ReturnState.SETTLED: "settle", ReturnState.CANCELLED: "cancel",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnView:
    """A return with what people need to decide on it. `deeds`: what may be done with it next."""

    id: UUID
    order_id: UUID
    order_number: str
    thread_id: UUID
    lead: LeadRef
    name: str
    color: str
    size: str
    quantity: int
    amount: Money
    image_url: str | None
    reason: str
    wanted: str
    wanted_size: str
    state: str
    state_at: datetime
    why: str
    exchange_order_id: UUID | None
    exchange_number: str
    refund_amount: Money | None
    asked_by: str
    words: str
    created_at: datetime
    deeds: tuple[str, ...]


_ROWS = """
SELECT r.id, r.order_id, o.number, o.thread_id, o.lead_id, lead.name_sealed, lead.language, lead.country, l.name, l.color,
       l.size, r.quantity, l.unit_price, o.currency,
       (SELECT i.file FROM catalog_productimage i WHERE i.shop_id = l.shop_id AND i.product_id = l.product_id
        ORDER BY i.color = l.color DESC, i.position LIMIT 1),
       r.reason, r.wanted, coalesce(v.size, ''), r.state, r.state_at, r.why, r.exchange_order_id, coalesce(x.number, ''),
       r.refund_amount, r.asked_by, r.words_sealed, r.created_at,
       o.subtotal, o.discount, CASE WHEN o.is_tax_included THEN 0 ELSE o.tax END, o.tax_rate
FROM orders_return r
JOIN orders_order o ON o.id = r.order_id AND o.shop_id = r.shop_id
JOIN orders_orderline l ON l.id = r.line_id AND l.shop_id = r.shop_id
JOIN leads_lead lead ON lead.id = o.lead_id AND lead.shop_id = r.shop_id
LEFT JOIN catalog_variant v ON v.id = r.wanted_variant_id AND v.shop_id = r.shop_id
LEFT JOIN orders_order x ON x.id = r.exchange_order_id AND x.shop_id = r.shop_id
WHERE r.shop_id = %(shop)s
"""
_NEWEST = " ORDER BY r.created_at DESC, r.id DESC"


def list_returns(
    shop_id: UUID, key: ShopKey, *, tab: str, limit: int, before: tuple[datetime, UUID] | None = None
) -> list[ReturnView]:
    """One page of a tab, newest first."""
    statement = _ROWS + (" AND r.state = ANY(%(states)s)" if RETURN_TABS[tab] else "")
    if before:
        statement += " AND (r.created_at, r.id) < (%(before)s, %(before_id)s)"
    values = {
        "shop": shop_id, "states": list(RETURN_TABS[tab]), "limit": limit,
        "before": before[0] if before else None, "before_id": before[1] if before else None,
    }  # fmt: skip
    return [_view(row, key) for row in fetch(statement + _NEWEST + " LIMIT %(limit)s", values)]


def returns_of(shop_id: UUID, key: ShopKey, order_id: UUID) -> list[ReturnView]:
    """The returns of an order, newest first."""
    rows = fetch(_ROWS + " AND r.order_id = %(order)s" + _NEWEST, {"shop": shop_id, "order": order_id})
    return [_view(row, key) for row in rows]


def get_return(shop_id: UUID, key: ShopKey, return_id: UUID) -> ReturnView | None:
    """One return of the shop, None for any other."""
    rows = fetch(_ROWS + " AND r.id = %(id)s", {"shop": shop_id, "id": return_id})
    return _view(rows[0], key) if rows else None


def count_returns(shop_id: UUID) -> Mapping[str, int]:
    """Returns by tab."""
    rows = fetch("SELECT state, count(*) FROM orders_return WHERE shop_id = %(shop)s GROUP BY state", {"shop": shop_id})
    by_state: dict[str, int] = dict(rows)
    return {
        tab: sum(count for state, count in by_state.items() if not states or state in states)
        for tab, states in RETURN_TABS.items()
    }


def _view(row: Row, key: ShopKey) -> ReturnView:
    currency, state = row[13], ReturnState(row[18])
    paid = paid_share(row[12] * row[11], subtotal=row[27], discount=row[28], tax=row[29], tax_rate=row[30])
    return ReturnView(
        id=row[0], order_id=row[1], order_number=row[2], thread_id=row[3],
        lead=lead_ref(row[4], row[5], row[6], row[7], key), name=row[8], color=row[9], size=row[10], quantity=row[11],
        amount=Money(paid, currency), image_url=picture_url(row[14]), reason=row[15], wanted=row[16],
        wanted_size=row[17], state=state, state_at=row[19], why=row[20], exchange_order_id=row[21],
        exchange_number=row[22], refund_amount=None if row[23] is None else Money(row[23], currency),
        asked_by=row[24], words=key.open_text(row[25]), created_at=row[26],
        deeds=tuple(deed for target, deed in _DEEDS.items() if target in RETURN_MOVES[state]),
    )  # fmt: skip
