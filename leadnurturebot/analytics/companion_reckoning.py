"""What people take together, reckoned for a shop once a day from looks, carts and orders of the last year."""

from datetime import datetime, timedelta
from uuid import UUID

import numpy as np

from leadnurturebot.catalog.companions import Deeds, pair_up
from leadnurturebot.catalog.habits import claim, due, replace_companions
from leadnurturebot.platform.sql import Connection

OVER = timedelta(days=365)
MOST_DEEDS = 500_000
"""The newest so many of a shop count."""
LOOK, CART, ORDER = 1.0, 2.0, 3.0

# A lead that turned out to be another one is that one. Facts of a product that is gone join nothing.
_DEEDS = """
WITH deed AS (
  SELECT e.lead_id, e.subject_id::uuid AS product_id, e.occurred_at AS at, %(look)s AS weight, false AS bought
  FROM ledger_entry e WHERE e.shop_id = %(shop)s AND e.kind = 'product.viewed' AND e.occurred_at > %(since)s
  UNION ALL
  SELECT e.lead_id, v.product_id, e.occurred_at, %(cart)s, false
  FROM ledger_entry e CROSS JOIN LATERAL jsonb_to_recordset(e.data->'lines') AS line(variant uuid, quantity int)
  JOIN catalog_variant v ON v.id = line.variant AND v.shop_id = e.shop_id
  WHERE e.shop_id = %(shop)s AND e.kind = 'cart.changed' AND e.occurred_at > %(since)s AND line.quantity > 0
  UNION ALL
  SELECT o.lead_id, l.product_id, o.placed_at, %(order)s, true
  FROM orders_order o JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id
  WHERE o.shop_id = %(shop)s AND o.placed_at > %(since)s AND o.state NOT IN ('awaiting_payment', 'cancelled', 'expired')
)
SELECT coalesce(a.stands_for, d.lead_id), d.product_id, d.weight::float8, d.bought
FROM deed d LEFT JOIN ledger_leadalias a ON a.shop_id = %(shop)s AND a.lead_id = d.lead_id
WHERE d.lead_id IS NOT NULL ORDER BY d.at DESC, d.product_id LIMIT %(most)s
"""


def reckon_due(connection: Connection, *, now: datetime, limit: int) -> int:
    """Reckon up to `limit` shops that are due, in the caller's transaction; returns how many were."""
    return sum(reckon(connection, shop_id, now=now) for shop_id in due(connection, now=now, limit=limit))


def reckon(connection: Connection, shop_id: UUID, *, now: datetime) -> bool:
    """Reckon a shop's companions if they are due; two processes at once reckon once."""
    if not claim(connection, shop_id, now=now):
        return False
    values = {
        "shop": shop_id, "since": now - OVER, "most": MOST_DEEDS, "look": LOOK, "cart": CART, "order": ORDER,
    }  # fmt: skip
    rows = connection.execute(_DEEDS, values).fetchall()
    rows.reverse()
    people, products = _numbers([row[0] for row in rows]), _numbers([row[1] for row in rows])
    deeds = Deeds(
        people=np.array([people[row[0]] for row in rows], np.int64),
        goods=np.array([products[row[1]] for row in rows], np.int64),
        weights=np.array([row[2] for row in rows], np.float64),
        bought=np.array([row[3] for row in rows], np.bool_),
        count=len(products),
    )
    replace_companions(connection, shop_id, list(products), pair_up(deeds), deeds=len(rows))
    return True


def _numbers(ids: list[UUID]) -> dict[UUID, int]:
    """A number from 0 for every id, in the order in which they come."""
    return {each: number for number, each in enumerate(dict.fromkeys(ids))}
