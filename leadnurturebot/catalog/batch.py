"""Prices and free stock as they are now, and the catalogue as it was loaded."""

from collections.abc import Sequence
from uuid import UUID

from leadnurturebot.domain.catalogue import Offer
from leadnurturebot.platform.sql import Connection

# Free stock is what lies on the shelf less what others hold while they pay.
_OFFERS = """
SELECT v.product_id, v.id, v.price, v.compare_at,
       v.stock - coalesce((SELECT sum(h.quantity) FROM orders_stockhold h
                           WHERE h.variant_id = v.id AND h.state = 'held' AND h.until > %(now)s), 0)
FROM catalog_variant v
JOIN unnest(%(shops)s::uuid[], %(products)s::uuid[]) AS given(shop_id, product_id)
  ON v.shop_id = given.shop_id AND v.product_id = given.product_id
"""


def products_of(connection: Connection, shop_id: UUID, variant_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Products by variant id."""
    rows = connection.execute(
        "SELECT id, product_id FROM catalog_variant WHERE shop_id = %s AND id = ANY(%s)", [shop_id, list(variant_ids)]
    )
    return dict(rows.fetchall())


def load_offers(
    connection: Connection, wanted: Sequence[tuple[UUID, UUID]], *, now: object
) -> dict[UUID, dict[UUID, Offer]]:
    """By product, the offers of every variant by its id, of the wanted (shop, product) pairs. `now` is business time."""
    if not wanted:
        return {}
    shops, products = zip(*set(wanted), strict=True)
    rows = connection.execute(_OFFERS, {"shops": list(shops), "products": list(products), "now": now}).fetchall()
    found: dict[UUID, dict[UUID, Offer]] = {product_id: {} for product_id in products}
    for product_id, variant_id, price, compare_at, available in rows:
        found[product_id][variant_id] = Offer(
            variant_id=variant_id, price=price, compare_at=compare_at, available=max(0, int(available))
        )
    return found
