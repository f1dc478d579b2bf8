"""Pages that customers write from, for the message path."""

from collections.abc import Sequence
from uuid import UUID

from leadnurturebot.domain.product_references import ProductReference
from leadnurturebot.domain.values import record
from leadnurturebot.platform.sql import Connection


@record
class AskedItem:
    """An item of a page that somebody writes from. `lead_id`: the person whose page it is, None for nobody's own."""

    page_id: UUID
    product_id: UUID
    slot: int
    why: str
    lead_id: UUID | None


_FIND = """
SELECT g.shop_id, g.code, g.product, p.id, i.product_id, i.slot, i.why, p.lead_id
FROM unnest(%(shops)s::uuid[], %(codes)s::text[], %(products)s::int[]) AS g(shop_id, code, product)
JOIN catalog_personalcatalogue p ON p.shop_id = g.shop_id AND p.code = g.code
JOIN catalog_product c ON c.shop_id = g.shop_id AND c.code = g.product
JOIN catalog_personalitem i ON i.shop_id = g.shop_id AND i.page_id = p.id AND i.product_id = c.id
"""


def find_asked(
    connection: Connection, wanted: Sequence[tuple[UUID, ProductReference]]
) -> dict[tuple[UUID, ProductReference], AskedItem]:
    """The items that references of (shop, reference) mean; one that was made up is missing."""
    if not wanted:
        return {}
    pairs = list(dict.fromkeys(wanted))
    rows = connection.execute(
        _FIND,
        {
            "shops": [shop_id for shop_id, _ in pairs],
            "codes": [reference.page_code for _, reference in pairs],
            "products": [reference.product_code for _, reference in pairs],
        },
    )
    return {
        (shop_id, ProductReference(product, code)): AskedItem(
            page_id=page_id, product_id=product_id, slot=slot, why=why, lead_id=lead_id
        )
        for shop_id, code, product, page_id, product_id, slot, why, lead_id in rows
    }
