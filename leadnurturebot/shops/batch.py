"""Shops and their numbers for the message path."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from leadnurturebot.domain.values import record
from leadnurturebot.platform.sql import Connection
from leadnurturebot.shops.settings import ShopSettings


@record
class ShopRow:
    """A shop as a turn needs it."""

    id: UUID
    slug: str
    name: str
    country: str
    currency: str
    language: str
    timezone: str
    order_prefix: str
    catalogue_version: int
    knowledge_version: int
    """0 while the shop taught its assistant nothing."""
    settings: ShopSettings
    payment_providers: tuple[str, ...]
    """Slugs of the active payment connections."""
    catalog_ids: Mapping[str, str]
    """The catalogue that a number's connection names, by the number's id."""


_LOAD = """
SELECT s.id, s.slug, s.name, s.country, s.currency, s.language, s.timezone, s.order_prefix, s.catalogue_version,
       s.settings, coalesce(array_agg(c.slug ORDER BY c.created_at) FILTER (WHERE c.id IS NOT NULL), '{}'),
       (SELECT json_object_agg(n.id, w.config->>'catalog_id') FROM shops_businessnumber n
        JOIN shops_connection w ON w.id = n.connection_id
        WHERE n.shop_id = s.id AND w.shop_id = s.id AND w.config->>'catalog_id' <> ''),
       s.knowledge_version
FROM shops_shop s
LEFT JOIN shops_connection c ON c.shop_id = s.id AND c.kind = 'payments' AND c.status = 'active'
WHERE s.id = ANY(%s) GROUP BY s.id
"""


def load_many(connection: Connection, shop_ids: Sequence[UUID]) -> dict[UUID, ShopRow]:
    """The shops by id, settings read and validated."""
    rows = connection.execute(_LOAD, [list(set(shop_ids))]).fetchall()
    return {
        row[0]: ShopRow(
            id=row[0], slug=row[1], name=row[2], country=row[3], currency=row[4], language=row[5], timezone=row[6],
            order_prefix=row[7], catalogue_version=row[8], settings=ShopSettings.model_validate(row[9]),
            payment_providers=tuple(row[10]), catalog_ids=row[11] or {}, knowledge_version=row[12],
        )
        for row in rows
    }  # fmt: skip
