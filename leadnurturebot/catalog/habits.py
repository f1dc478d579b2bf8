"""A shop's companions as they are stored: replaced as a whole, loaded as a whole, and what came to the shop lately."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.catalog.companions import Pairs
from leadnurturebot.domain.recommending import Companion
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

RECKON_EVERY = timedelta(hours=24)
NEW_FOR = timedelta(days=14)
NEW_SHARE = 0.2
"""Where more of the catalogue than this came lately, it was imported, and nothing of it is new."""

_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "product_id": "uuid", "other_id": "uuid", "closeness": "double precision", "buyers": "int",
}  # fmt: skip
_CLAIM = """
INSERT INTO catalog_companionrun (id, shop_id, reckoned_at, deeds) VALUES (%s, %s, %s, 0)
ON CONFLICT (shop_id) DO UPDATE SET reckoned_at = excluded.reckoned_at WHERE catalog_companionrun.reckoned_at <= %s
RETURNING shop_id
"""
_DUE = """
SELECT s.id FROM shops_shop s LEFT JOIN catalog_companionrun r ON r.shop_id = s.id
WHERE r.reckoned_at IS NULL OR r.reckoned_at <= %s ORDER BY r.reckoned_at NULLS FIRST, s.id LIMIT %s
"""
_NEW = """
SELECT id FROM catalog_product WHERE shop_id = %(shop)s AND is_active AND created_at > %(since)s
AND (SELECT count(*) FILTER (WHERE created_at > %(since)s) <= %(share)s * count(*)
     FROM catalog_product WHERE shop_id = %(shop)s AND is_active)
"""


def due(connection: Connection, *, now: datetime, limit: int) -> list[UUID]:
    """Shops whose companions are a day old or were never reckoned, the longest waiting first."""
    return [row[0] for row in connection.execute(_DUE, [now - RECKON_EVERY, limit])]


def claim(connection: Connection, shop_id: UUID, *, now: datetime) -> bool:
    """Take a shop to be reckoned in the caller's transaction; False when another process just did."""
    claimed = connection.execute(_CLAIM, [uuid7(), shop_id, now, now - RECKON_EVERY]).fetchone()
    return claimed is not None


def replace_companions(
    connection: Connection, shop_id: UUID, products: list[UUID], pairs: Pairs, *, deeds: int
) -> None:  # fmt: skip
    """Store a shop's companions in place of the old ones. `products` are the ids behind the numbers of `pairs`."""
    connection.execute("DELETE FROM catalog_companion WHERE shop_id = %s", [shop_id])
    columns = (pairs.goods.tolist(), pairs.others.tolist(), pairs.closeness.tolist(), pairs.buyers.tolist())
    rows = [
        (uuid7(), shop_id, products[own], products[other], closeness, buyers)
        for own, other, closeness, buyers in zip(*columns, strict=True)
    ]
    insert_many(connection, "catalog_companion", _COLUMNS, rows)
    connection.execute("UPDATE catalog_companionrun SET deeds = %s WHERE shop_id = %s", [deeds, shop_id])


def reckoned_at(connection: Connection, shop_id: UUID) -> datetime | None:
    """When the companions were reckoned last: their version."""
    row = connection.execute(
        "SELECT reckoned_at FROM catalog_companionrun WHERE shop_id = %s", [shop_id]
    ).fetchone()  # fmt: skip
    return row[0] if row else None


def load_companions(connection: Connection, shop_id: UUID) -> dict[UUID, tuple[Companion, ...]]:
    """Companions by product, closest first."""
    found: dict[UUID, list[Companion]] = defaultdict(list)
    rows = connection.execute(
        "SELECT product_id, other_id, closeness, buyers FROM catalog_companion WHERE shop_id = %s"
        " ORDER BY product_id, closeness DESC, other_id",
        [shop_id],
    )
    for product_id, other_id, closeness, buyers in rows:
        found[product_id].append(Companion(other_id, closeness, buyers))
    return {product_id: tuple(companions) for product_id, companions in found.items()}


def new_products(connection: Connection, shop_id: UUID, *, now: datetime) -> frozenset[UUID]:
    """Products that came in the last two weeks; none where that is much of the catalogue."""
    values = {"shop": shop_id, "since": now - NEW_FOR, "share": NEW_SHARE}
    return frozenset(row[0] for row in connection.execute(_NEW, values))
