"""What became of suggestions: shown, opened, put in the cart, bought, by place, reason, source and product.

Whatever somebody does with a product within a week of its being shown to them is credited to its last showing. Searches
are answers, not suggestions, and do not count; a page of goods does, also one that shows what was searched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from leadnurturebot.analytics.periods import Period
from leadnurturebot.platform.pictures import picture_url
from leadnurturebot.platform.reading import Row, fetch

CREDITED_FOR = timedelta(days=7)
PRODUCTS_MAX = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How often it was shown, and of these showings how many were opened, asked about or taken, how many put in the cart,
    how many bought."""

    shown: int
    tapped: int
    added: int
    bought: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The showings of one place ("1", "2"…), reason (`Why` as a word, `asked`, `picked`) or source (`chat`, `page`)."""

    name: str
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductPart:
    """The showings of one product."""

    product_id: UUID
    name: str
    image_url: str | None
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """A period's showings, each list the most shown first but for the places, which stand in their order."""

    total: Reach
    slots: tuple[Part, ...]
    reasons: tuple[Part, ...]
    sources: tuple[Part, ...]
    products: tuple[ProductPart, ...]


# Two leads that turned out to be one are one; a product that is gone is counted in all but its own row.
_PARTS = """
WITH shown AS MATERIALIZED (
  SELECT e.id, coalesce(alias.stands_for, e.lead_id) AS lead, e.occurred_at AS at,
         coalesce((s.value->>'slot')::int, s.n::int) AS slot, (s.value->>'product')::uuid AS product,
         s.value->>'why' AS why, coalesce(e.data->>'source', 'chat') AS source
  FROM ledger_entry e CROSS JOIN LATERAL jsonb_array_elements(e.data->'slots') WITH ORDINALITY AS s(value, n)
  LEFT JOIN ledger_leadalias alias ON alias.shop_id = e.shop_id AND alias.lead_id = e.lead_id
  WHERE e.shop_id = %(shop)s AND e.kind = 'recommendation.shown' AND e.lead_id IS NOT NULL
    AND e.occurred_at >= %(start)s AND e.occurred_at < %(end)s
), deed AS (
  SELECT 'tapped' AS what, e.lead_id AS lead, e.subject_id::uuid AS product, e.occurred_at AS at FROM ledger_entry e
  WHERE e.shop_id = %(shop)s AND e.kind = 'recommendation.clicked' AND e.occurred_at >= %(start)s
    AND e.occurred_at < %(last)s
  UNION ALL
  SELECT 'tapped', e.lead_id, e.subject_id::uuid, e.occurred_at FROM ledger_entry e
  WHERE e.shop_id = %(shop)s AND e.kind = 'recommendation.asked' AND e.occurred_at >= %(start)s
    AND e.occurred_at < %(last)s
  UNION ALL
  SELECT 'added', e.lead_id, v.product_id, e.occurred_at
  FROM ledger_entry e CROSS JOIN LATERAL jsonb_to_recordset(e.data->'lines') AS line(variant uuid, quantity int)
  JOIN catalog_variant v ON v.id = line.variant AND v.shop_id = e.shop_id
  WHERE e.shop_id = %(shop)s AND e.kind = 'cart.changed' AND e.occurred_at >= %(start)s AND e.occurred_at < %(last)s
    AND line.quantity > 0
  UNION ALL
  SELECT 'bought', o.lead_id, l.product_id, o.placed_at
  FROM orders_order o JOIN orders_orderline l ON l.order_id = o.id AND l.shop_id = o.shop_id
  WHERE o.shop_id = %(shop)s AND o.placed_at >= %(start)s AND o.placed_at < %(last)s
    AND o.state NOT IN ('awaiting_payment', 'cancelled', 'expired')
), matched AS (
  SELECT DISTINCT ON (d.what, s.lead, s.product, d.at) d.what, s.id, s.slot
  FROM (SELECT d.what, coalesce(alias.stands_for, d.lead) AS lead, d.product, d.at FROM deed d
        LEFT JOIN ledger_leadalias alias ON alias.shop_id = %(shop)s AND alias.lead_id = d.lead) d
  JOIN shown s ON s.lead = d.lead AND s.product = d.product AND s.at <= d.at AND s.at > d.at - %(credited)s::interval
  ORDER BY d.what, s.lead, s.product, d.at, s.at DESC, s.id DESC
), came AS (
  SELECT id, slot, bool_or(what = 'added') AS added, bool_or(what = 'bought') AS bought FROM matched GROUP BY id, slot
)
SELECT GROUPING(s.slot, s.why, s.source, s.product), s.slot, s.why, s.source, s.product, count(*), count(c.id),
       count(*) FILTER (WHERE c.added), count(*) FILTER (WHERE c.bought)
FROM shown s LEFT JOIN came c ON c.id = s.id AND c.slot = s.slot
GROUP BY GROUPING SETS ((), (s.slot), (s.why), (s.source), (s.product))
"""
_TOTAL, _SLOT, _WHY, _SOURCE, _PRODUCT = 0b1111, 0b0111, 0b1011, 0b1101, 0b1110
_NAMES = """
SELECT p.id, p.name, (SELECT i.file FROM catalog_productimage i WHERE i.shop_id = p.shop_id AND i.product_id = p.id
                      ORDER BY i.position, i.color LIMIT 1)
FROM catalog_product p WHERE p.shop_id = %(shop)s AND p.id = ANY(%(products)s)
"""


def suggestions(shop_id: UUID, period: Period) -> Suggestions:
    """The figures of a period: what was shown in it, with what came of that, also after its end."""
    values = {
        "shop": shop_id, "start": period.start, "end": period.end, "last": period.end + CREDITED_FOR,
        "credited": CREDITED_FOR,
    }  # fmt: skip
    rows = fetch(_PARTS, values)
    total = next((_reach(row) for row in rows if row[0] == _TOTAL), Reach(shown=0, tapped=0, added=0, bought=0))
    return Suggestions(
        total=total,
        slots=tuple(sorted(_parts(rows, _SLOT, 1), key=lambda part: int(part.name))),
        reasons=_most_shown(_parts(rows, _WHY, 2)),
        sources=_most_shown(_parts(rows, _SOURCE, 3)),
        products=_products(shop_id, rows),
    )


def _reach(row: Row) -> Reach:
    shown, tapped, added, bought = row[5:9]
    return Reach(shown=shown, tapped=tapped, added=added, bought=bought)


def _parts(rows: Sequence[Row], grouping: int, column: int) -> list[Part]:
    return [Part(name=str(row[column]), reach=_reach(row)) for row in rows if row[0] == grouping]


def _most_shown(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts, key=lambda part: (-part.reach.shown, part.name)))


def _products(shop_id: UUID, rows: Sequence[Row]) -> tuple[ProductPart, ...]:
    found = sorted((row for row in rows if row[0] == _PRODUCT), key=lambda row: (-row[6], -row[5], row[4]))
    names = fetch(_NAMES, {"shop": shop_id, "products": [row[4] for row in found]})
    known = {product_id: (name, picture_url(file)) for product_id, name, file in names}
    told = [(row, *known[row[4]]) for row in found if row[4] in known][:PRODUCTS_MAX]
    return tuple(ProductPart(product_id=row[4], name=name, image_url=url, reach=_reach(row)) for row, name, url in told)
