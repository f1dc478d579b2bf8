"""Products as the catalogue pages show them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.money import Money
from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.reading import Row, fetch, fetch_one

LOW_FROM, LOW_TO = 1, 3
LOOK_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeStock:
    """Pieces on the shelf in a size, over all colours."""

    size: str
    stock: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    """A product in a list. `asked_30d`: people who looked at it; `sold_30d`: pieces."""

    id: UUID
    name: str
    category: str
    collection: str
    price_from: Money
    price_to: Money
    sale: bool
    image_url: str | None
    stock_total: int
    sizes: tuple[SizeStock, ...]
    colors: tuple[str, ...]
    sold_30d: int
    asked_30d: int
    status: str
    """`active`, `hidden` or `archived`."""


Place = tuple[int, UUID]
"""Where a page ends: how often asked for, product."""

# People who looked at a product are counted by what their conversation is about; pieces by what was ordered for good.
PRODUCTS = """
WITH asked AS (
  SELECT focus_product_id AS product_id, count(DISTINCT lead_id)::int AS people FROM conversations_thread
  WHERE shop_id = %(shop)s AND focus_product_id IS NOT NULL AND last_message_at >= %(since)s GROUP BY 1
), sold AS (
  SELECT l.product_id, sum(l.quantity)::int AS pieces FROM orders_order o
  JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id
  WHERE o.shop_id = %(shop)s AND o.placed_at >= %(since)s
    AND o.state IN ('confirmed', 'paid', 'packed', 'shipped', 'delivered') GROUP BY 1
), shelf AS (
  SELECT product_id, min(price) AS lowest, max(price) AS highest, sum(stock)::int AS pieces,
         bool_or(compare_at > price) AS sale, bool_or(stock = 0) AS sold_out,
         bool_or(stock BETWEEN %(low_from)s AND %(low_to)s) AS low,
         jsonb_agg(jsonb_build_array(size, color, stock) ORDER BY position, code) AS parts
  FROM catalog_variant WHERE shop_id = %(shop)s GROUP BY 1
)
SELECT p.id, p.name, p.category, p.collection, shelf.lowest, shelf.highest, shelf.sale, shelf.pieces, shelf.parts,
       coalesce(sold.pieces, 0), coalesce(asked.people, 0) AS asked,
       (SELECT i.file FROM catalog_productimage i WHERE i.shop_id = p.shop_id AND i.product_id = p.id
        ORDER BY i.position, i.color LIMIT 1),
       CASE WHEN p.is_active THEN 'active' WHEN p.archived_at IS NULL THEN 'hidden' ELSE 'archived' END
FROM catalog_product p
JOIN shelf ON shelf.product_id = p.id
LEFT JOIN asked ON asked.product_id = p.id
LEFT JOIN sold ON sold.product_id = p.id
WHERE p.shop_id = %(shop)s
"""
_STATUS = {
    "active": " AND p.is_active", "hidden": " AND NOT p.is_active AND p.archived_at IS NULL",
    "archived": " AND p.archived_at IS NOT NULL",
}  # fmt: skip
_ASKED_FOR = "(asked.people IS NOT NULL OR sold.pieces IS NOT NULL)"
_PROBLEMS = {"sold_out": f" AND shelf.sold_out AND {_ASKED_FOR}", "low": " AND shelf.low"}
_SEARCH = """
 AND (p.name ILIKE %(like)s OR p.id IN (
   SELECT v.product_id FROM catalog_variant v WHERE v.shop_id = %(shop)s
     AND (v.sku ILIKE %(like)s OR v.color ILIKE %(like)s)))
"""
_AFTER = " AND (coalesce(asked.people, 0), p.id) < (%(asked)s, %(after)s)"


def list_products(
    shop_id: UUID, currency: str, *, now: datetime, limit: int, text: str = "", category: str = "", problem: str = "",
    status: str = "active", after: Place | None = None,
) -> list[ProductRow]:  # fmt: skip
    """One page of products of a status, most asked for first. `problem`: `sold_out` (and asked for or bought), `low`."""
    statement = PRODUCTS + _STATUS[status] + _PROBLEMS.get(problem, "")
    statement += (" AND p.category = %(category)s" if category else "") + (_SEARCH if text else "")
    statement += (_AFTER if after else "") + " ORDER BY asked DESC, p.id DESC LIMIT %(limit)s"
    values = values_of(shop_id, now) | {"limit": limit, "category": category, "like": f"%{_escaped(text)}%"}
    if after:
        values |= {"asked": after[0], "after": after[1]}
    return [product_row(row, currency) for row in fetch(statement, values)]


def values_of(shop_id: UUID, now: datetime) -> dict[str, Any]:
    """The parameters of `PRODUCTS`."""
    return {"shop": shop_id, "since": now - LOOK_BACK, "low_from": LOW_FROM, "low_to": LOW_TO}


def _escaped(text: str) -> str:
    return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def product_row(row: Row, currency: str) -> ProductRow:
    """A row of `PRODUCTS`."""
    product_id, name, category, collection, lowest, highest, sale, pieces, parts, sold, asked, file, status = row
    sizes: dict[str, int] = {}
    colors: dict[str, None] = {}
    for size, color, stock in orjson.loads(parts):
        sizes[size] = sizes.get(size, 0) + stock
        colors |= {color: None} if color else {}
    return ProductRow(
        id=product_id,
        name=name,
        category=category,
        collection=collection,
        price_from=Money(lowest, currency),
        price_to=Money(highest, currency),
        sale=bool(sale),
        image_url=picture_url(file),
        stock_total=pieces,
        sizes=tuple(SizeStock(size=size, stock=stock) for size, stock in sizes.items()),
        colors=tuple(colors),
        sold_30d=sold,
        asked_30d=asked,
        status=status,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldOut:
    """A size of a product that is gone though people ask for it."""

    product_id: UUID
    name: str
    size: str
    people: int


# Asked for: that very size was talked about, ordered before it went, or a notice of its return was asked for.
_SOLD_OUT = """
WITH gone AS (
  SELECT product_id, size, min(position) AS position FROM catalog_variant WHERE shop_id = %(shop)s
  GROUP BY product_id, size HAVING sum(stock) = 0
), asked AS (
  SELECT focus_product_id AS product_id, focus_size AS size, lead_id FROM conversations_thread
  WHERE shop_id = %(shop)s AND last_message_at >= %(since)s AND focus_product_id IN (SELECT product_id FROM gone)
  UNION ALL
  SELECT l.product_id, l.size, o.lead_id FROM orders_order o
  JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id
  WHERE o.shop_id = %(shop)s AND o.placed_at >= %(since)s
  UNION ALL
  SELECT v.product_id, v.size, c.lead_id FROM leads_consentrecord c
  JOIN catalog_variant v ON v.id = c.variant_id AND v.shop_id = c.shop_id
  WHERE c.shop_id = %(shop)s AND c.kind = 'restock' AND c.is_granted AND c.at >= %(since)s
)
SELECT p.id, p.name, gone.size, count(DISTINCT asked.lead_id)::int AS people FROM gone
JOIN asked USING (product_id, size)
JOIN catalog_product p ON p.id = gone.product_id AND p.shop_id = %(shop)s AND p.is_active
GROUP BY p.id, p.name, gone.size, gone.position ORDER BY people DESC, p.id, gone.position LIMIT %(limit)s
"""


def sold_out_but_wanted(shop_id: UUID, *, now: datetime, limit: int) -> list[SoldOut]:
    """Sizes sold out in every colour that people asked for in the last 30 days, most asked for first."""
    rows = fetch(_SOLD_OUT, {"shop": shop_id, "since": now - LOOK_BACK, "limit": limit})
    return [SoldOut(product_id=i, name=name, size=size, people=people) for i, name, size, people in rows]


def sizing_said(shop_id: UUID, product_id: UUID) -> str | None:
    """How a product runs as its record says it ("runs small"), empty where it is silent; None for no product of the shop."""
    row = fetch_one(
        "SELECT coalesce(CASE WHEN jsonb_typeof(details) = 'object' THEN details ->> 'sizing' END, '')"
        " FROM catalog_product WHERE shop_id = %(shop)s AND id = %(product)s",
        {"shop": shop_id, "product": product_id},
    )
    return None if row is None else row[0]


def categories_of(shop_id: UUID) -> list[str]:
    """The kinds of goods on sale, by name."""
    rows = fetch(
        "SELECT DISTINCT category FROM catalog_product WHERE shop_id = %(shop)s AND is_active AND category <> '' ORDER BY 1",
        {"shop": shop_id},
    )
    return [category for (category,) in rows]
