"""Personal catalogues as the portal lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import orjson
from django.conf import settings

from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.reading import Row, fetch

PICTURES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page with what came of it. `made_by`: `assistant`, `person` or `key`; `state`: `open`, `expired` or `revoked`;
    `asked`: people who wrote from it."""

    id: UUID
    url: str
    lead_id: UUID | None
    language: str
    made_by: str
    state: str
    created_at: datetime
    expires_at: datetime
    items: int
    names: tuple[str, ...]
    pictures: tuple[str, ...]
    clicks: int
    asked: int


_ROWS = """
SELECT p.id, p.token, p.lead_id, p.language, p.made_by, p.created_at, p.expires_at,
       CASE WHEN p.revoked_at IS NOT NULL THEN 'revoked' WHEN p.expires_at <= %(now)s THEN 'expired' ELSE 'open' END,
       i.count, i.clicks, i.goods
FROM catalog_personalcatalogue p
JOIN LATERAL (
  SELECT count(*) AS count, sum(i.clicks) AS clicks, jsonb_agg(jsonb_build_array(g.name, m.file) ORDER BY i.slot) AS goods
  FROM catalog_personalitem i
  LEFT JOIN catalog_product g ON g.shop_id = i.shop_id AND g.id = i.product_id
  LEFT JOIN LATERAL (SELECT file FROM catalog_productimage m WHERE m.shop_id = i.shop_id
                     AND m.product_id = i.product_id ORDER BY m.position, m.color LIMIT 1) m ON true
  WHERE i.shop_id = p.shop_id AND i.page_id = p.id) i ON true
WHERE p.shop_id = %(shop)s {more}
ORDER BY p.created_at DESC, p.id DESC LIMIT %(limit)s
"""
_ASKED = """
SELECT data->>'page', count(DISTINCT lead_id) FROM ledger_entry
WHERE shop_id = %(shop)s AND kind = 'recommendation.asked' AND occurred_at >= %(since)s AND data->>'page' = ANY(%(pages)s)
GROUP BY 1
"""


def list_pages(
    shop_id: UUID, *, now: datetime, limit: int, after: tuple[datetime, UUID] | None = None, only: UUID | None = None
) -> list[PageRow]:
    """Pages, newest first, or `only` one of them."""
    more = " AND p.id = %(only)s" if only else " AND (p.created_at, p.id) < (%(at)s, %(id)s)" if after else ""
    values = {"shop": shop_id, "now": now, "limit": limit, "only": only}
    values |= {"at": after[0], "id": after[1]} if after else {}
    rows = fetch(_ROWS.format(more=more), values)
    asked = _asked(shop_id, rows)
    return [_page(row, asked.get(str(row[0]), 0)) for row in rows]


def _asked(shop_id: UUID, rows: Sequence[Row]) -> dict[str, int]:
    if not rows:
        return {}
    since = min(row[5] for row in rows)
    return dict(fetch(_ASKED, {"shop": shop_id, "since": since, "pages": [str(row[0]) for row in rows]}))


def _page(row: Row, asked: int) -> PageRow:
    page_id, token, lead_id, language, made_by, created_at, expires_at, state, count, clicks, goods = row
    found = [(name, picture_url(file)) for name, file in orjson.loads(goods or "[]") if name]
    return PageRow(
        id=page_id, url=f"{settings.BASE_URL}/c/{token}", lead_id=lead_id, language=language,
        made_by=made_by.partition(":")[0], state=state, created_at=created_at, expires_at=expires_at, items=count,
        names=tuple(name for name, _ in found[:PICTURES]), clicks=clicks or 0, asked=asked,
        pictures=tuple(picture for _, picture in found if picture)[:PICTURES],
    )  # fmt: skip
