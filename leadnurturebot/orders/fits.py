"""How pieces fitted: verdicts are recorded by whoever hears them, counted by product, and remembered for their buyer."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.domain.dialogue.turn import Piece
from leadnurturebot.domain.sizing.advice import Felt
from leadnurturebot.domain.sizing.learning import Fits, Verdicts, product_spread
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection

KEPT_AFTER = timedelta(days=14)
"""What was delivered so long ago and neither judged nor sent back is taken to have fitted its buyer."""
_REMEMBERED = 6

_RECORD = """
INSERT INTO orders_fitverdict AS f (id, shop_id, line_id, product_id, felt, source, at)
SELECT %(id)s, l.shop_id, l.id, l.product_id, %(felt)s, %(source)s, %(at)s
FROM orders_orderline l WHERE l.shop_id = %(shop)s AND l.id = %(line)s
ON CONFLICT (line_id) DO UPDATE SET felt = excluded.felt, source = excluded.source, at = excluded.at
WHERE f.shop_id = excluded.shop_id AND f.at <= excluded.at
"""
_COUNTS = """
SELECT product_id, count(*) FILTER (WHERE felt = 'small'), count(*) FILTER (WHERE felt = 'right'),
  count(*) FILTER (WHERE felt = 'large')
FROM orders_fitverdict WHERE shop_id = %s GROUP BY product_id
"""
_PIECES = """
SELECT o.lead_id, p.product_id, p.name, p.size, p.felt FROM unnest(%(shops)s::uuid[], %(leads)s::uuid[]) AS o(shop_id, lead_id)
CROSS JOIN LATERAL (
  SELECT l.product_id, l.name, l.size, coalesce(f.felt, 'right') AS felt, r.placed_at, l.id FROM orders_order r
  JOIN orders_orderline l ON l.order_id = r.id AND l.shop_id = r.shop_id
  LEFT JOIN orders_fitverdict f ON f.line_id = l.id AND f.shop_id = l.shop_id
  WHERE r.shop_id = o.shop_id AND r.lead_id = o.lead_id AND l.size <> ''
    AND (f.felt IS NOT NULL OR (r.state = 'delivered' AND r.state_at <= %(kept)s))
  ORDER BY r.placed_at DESC, l.id LIMIT %(most)s
) p ORDER BY p.placed_at DESC, p.id
"""


def record_fit_verdict(
    connection: Connection, *, shop_id: UUID, line_id: UUID, felt: Felt, source: str, at: datetime
) -> bool:
    """Note in the caller's transaction how a line of an order fitted. Said again, the later word counts; saying the same
    twice changes nothing. `source`: `asked`, `return`, `exchange` or `person`. False when the shop has no such line, or
    a later verdict of it."""
    values = {"id": uuid7(), "shop": shop_id, "line": line_id, "felt": felt.value, "source": source, "at": at}
    return connection.execute(_RECORD, values).rowcount == 1


def fits_of_shop(connection: Connection, shop_id: UUID) -> Fits:
    """Verdicts by product, and how far the shop's products differ."""
    rows = connection.execute(_COUNTS, [shop_id]).fetchall()
    verdicts = {row[0]: Verdicts(*row[1:]) for row in rows}
    return Fits(verdicts, product_spread([(own, "") for own in verdicts.values()]))


def pieces_of(connection: Connection, leads: Sequence[tuple[UUID, UUID]], *, now: datetime) -> dict[UUID, list[Piece]]:
    """The newest pieces of each lead that are known to fit or not, for (shop, lead) pairs."""
    found: dict[UUID, list[Piece]] = {}
    if not leads:
        return found
    shops, ids = zip(*set(leads), strict=True)
    values = {"shops": list(shops), "leads": list(ids), "kept": now - KEPT_AFTER, "most": _REMEMBERED}
    for lead_id, product_id, name, size, felt in connection.execute(_PIECES, values):
        found.setdefault(lead_id, []).append(Piece(product_id=product_id, name=name, size=size, felt=Felt(felt)))
    return found
