"""Who waits for what, as the portal shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.nurture.restock import OPEN
from leadnurturebot.platform.reading import fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A variant and how many people are to be told when it is back."""

    variant_id: UUID
    color: str
    size: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A notice that somebody waits for. `reason`: why it was held back when the piece was there, empty when it was not."""

    variant_id: UUID
    product_id: UUID
    product: str
    color: str
    size: str
    asked_at: datetime
    reason: str


_OF_PRODUCT = f"""
SELECT v.id, v.color, v.size, count(DISTINCT c.lead_id)::int FROM catalog_variant v
JOIN leads_consentrecord c ON c.shop_id = v.shop_id AND c.variant_id = v.id
WHERE v.shop_id = %(shop)s AND v.product_id = %(product)s AND {OPEN}
GROUP BY v.id, v.color, v.size, v.position, v.code ORDER BY v.position, v.code
"""
_OF_LEAD = f"""
SELECT v.id, p.id, p.name, v.color, v.size, max(c.at), coalesce(
  (SELECT f.reason FROM nurture_followup f WHERE f.shop_id = v.shop_id AND f.lead_id = %(lead)s
     AND f.sequence = 'restock:' || v.id AND f.state = 'held' AND f.settled_at >= max(c.at)
   ORDER BY f.settled_at DESC LIMIT 1), '')
FROM leads_consentrecord c JOIN catalog_variant v ON v.id = c.variant_id AND v.shop_id = c.shop_id
JOIN catalog_product p ON p.id = v.product_id AND p.shop_id = v.shop_id
WHERE c.shop_id = %(shop)s AND c.lead_id = %(lead)s AND {OPEN}
GROUP BY v.id, v.shop_id, p.id, p.name, v.color, v.size ORDER BY max(c.at) DESC, v.id
"""


def awaited_of_product(shop_id: UUID, product_id: UUID) -> Sequence[Awaited]:
    """The product's variants that somebody waits for, in its own order."""
    rows = fetch(_OF_PRODUCT, {"shop": shop_id, "product": product_id})
    return [Awaited(variant_id=row[0], color=row[1], size=row[2], people=row[3]) for row in rows]


def notices_of_lead(shop_id: UUID, lead_id: UUID) -> Sequence[NoticeView]:
    """What the lead waits for, asked last first."""
    rows = fetch(_OF_LEAD, {"shop": shop_id, "lead": lead_id})
    return [
        NoticeView(
            variant_id=row[0], product_id=row[1], product=row[2], color=row[3], size=row[4], asked_at=row[5], reason=row[6]
        )
        for row in rows
    ]  # fmt: skip
