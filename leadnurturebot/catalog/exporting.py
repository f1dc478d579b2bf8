"""What is held of a person among the goods: pages chosen for them."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection

_PAGES = """
SELECT p.token, p.language, p.made_by, p.created_at, p.expires_at, p.revoked_at, i.slot, g.name AS product, i.why,
       i.clicks, i.clicked_at
FROM catalog_personalcatalogue p
JOIN catalog_personalitem i ON i.shop_id = p.shop_id AND i.page_id = p.id
LEFT JOIN catalog_product g ON g.shop_id = i.shop_id AND g.id = i.product_id
WHERE p.shop_id = %(shop)s AND p.lead_id = %(lead)s ORDER BY p.created_at, p.id, i.slot
"""


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """Personal catalogues, a row an item."""
    values = {"shop": key.shop_id, "lead": lead_id}
    return {"personal_catalogues": opened_records(connection, key, _PAGES, values)}
