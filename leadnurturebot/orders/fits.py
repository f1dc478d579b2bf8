"""How pieces fitted: verdicts are recorded by whoever hears them, counted by product, and remembered for their buyer."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from leadnurturebot.domain.dialogue.turn import Piece
from leadnurturebot.domain.fit_question import BoughtPiece
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
SELECT o.lead_id, p.product_id, p.name, p.size, p.felt
FROM unnest(%(shops)s::uuid[], %(leads)s::uuid[], %(since)s::timestamptz[]) AS o(shop_id, lead_id, since)
CROSS JOIN LATERAL (
  SELECT l.product_id, l.name, l.size, coalesce(f.felt, 'right') AS felt, r.placed_at, l.id FROM orders_order r
  JOIN orders_orderline l ON l.order_id = r.id AND l.shop_id = r.shop_id
  LEFT JOIN orders_fitverdict f ON f.line_id = l.id AND f.shop_id = l.shop_id
  WHERE r.shop_id = o.shop_id AND r.lead_id = o.lead_id AND l.size <> '' AND r.placed_at > o.since
    AND (f.felt IS NOT NULL OR (r.state = 'delivered' AND r.state_at <= %(kept)s))
  ORDER BY r.placed_at DESC, l.id LIMIT %(most)s
) p ORDER BY p.placed_at DESC, p.id
"""


_TO_JUDGE = """
SELECT l.id, l.variant_id, l.product_id, l.name, l.color, l.size, l.unit_price,
  (SELECT count(*)::int FROM orders_fitverdict f WHERE f.shop_id = l.shop_id AND f.product_id = l.product_id),
  EXISTS (SELECT 1 FROM orders_fitverdict f WHERE f.shop_id = l.shop_id AND f.line_id = l.id),
  EXISTS (SELECT 1 FROM orders_return r WHERE r.shop_id = l.shop_id AND r.line_id = l.id
          AND r.state NOT IN ('rejected', 'cancelled'))
FROM orders_orderline l JOIN orders_order o ON o.id = l.order_id AND o.shop_id = l.shop_id
WHERE l.shop_id = %(shop)s AND l.order_id = %(order)s AND o.state = 'delivered'
  AND NOT EXISTS (SELECT 1 FROM orders_return r JOIN orders_orderline b ON b.id = r.line_id AND b.shop_id = r.shop_id
                  WHERE b.order_id = o.id AND r.shop_id = o.shop_id
                    AND r.state IN ('requested', 'approved', 'in_transit', 'received'))
ORDER BY l.id
"""
_FORGET = """
UPDATE orders_fitverdict f SET line_id = NULL, at = date_trunc('month', f.at) FROM orders_orderline l
JOIN orders_order o ON o.id = l.order_id AND o.shop_id = l.shop_id
WHERE f.line_id = l.id AND f.shop_id = l.shop_id AND (o.shop_id, o.lead_id) IN (SELECT * FROM unnest(%s::uuid[], %s::uuid[]))
"""
_EVER = datetime.min.replace(tzinfo=UTC)


def record_fit_verdict(
    connection: Connection, *, shop_id: UUID, line_id: UUID, felt: Felt, source: str, at: datetime
) -> bool:
    """Note in the caller's transaction how a line of an order fitted. Said again, the later word counts; saying the same
    twice changes nothing. `source`: `asked`, `return`, `exchange` or `person`. False when the shop has no such line, or
    a later verdict of it."""
    values = {"id": uuid7(), "shop": shop_id, "line": line_id, "felt": felt.value, "source": source, "at": at}
    return connection.execute(_RECORD, values).rowcount == 1


def pieces_to_judge(connection: Connection, shop_id: UUID, order_id: UUID) -> list[BoughtPiece]:
    """The lines of an order that has come, for the question how they fit; none while something of it comes back."""
    rows = connection.execute(_TO_JUDGE, {"shop": shop_id, "order": order_id}).fetchall()
    return [
        BoughtPiece(
            line_id=row[0], variant_id=row[1], product_id=row[2], name=row[3], color=row[4], size=row[5],
            unit_price=row[6], verdicts=row[7], is_judged=row[8], is_returned=row[9],
        )
        for row in rows
    ]  # fmt: skip


def fits_of_shop(connection: Connection, shop_id: UUID) -> Fits:
    """Verdicts by product, and how far the shop's products differ."""
    rows = connection.execute(_COUNTS, [shop_id]).fetchall()
    verdicts = {row[0]: Verdicts(*row[1:]) for row in rows}
    return Fits(verdicts, product_spread([(own, "") for own in verdicts.values()]))


def forget_fits(connection: Connection, leads: Sequence[tuple[UUID, UUID]]) -> None:
    """Take whose they are off the verdicts of (shop, lead) pairs: the product keeps its counts, of nobody, in some month."""
    if leads:
        shops, ids = zip(*leads, strict=True)
        connection.execute(_FORGET, [list(shops), list(ids)])


def pieces_of(
    connection: Connection, leads: Mapping[tuple[UUID, UUID], datetime | None], *, now: datetime
) -> dict[UUID, list[Piece]]:
    """The newest pieces of each lead that are known to fit or not, for (shop, lead) pairs, each with the moment before which
    what they bought is not looked at: they asked to have their sizes forgotten."""
    found: dict[UUID, list[Piece]] = {}
    if not leads:
        return found
    shops, ids = zip(*leads, strict=True)
    values = {
        "shops": list(shops), "leads": list(ids), "since": [since or _EVER for since in leads.values()],
        "kept": now - KEPT_AFTER, "most": _REMEMBERED,
    }  # fmt: skip
    for lead_id, product_id, name, size, felt in connection.execute(_PIECES, values):
        found.setdefault(lead_id, []).append(Piece(product_id=product_id, name=name, size=size, felt=Felt(felt)))
    return found
