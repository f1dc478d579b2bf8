"""The figures of suggestions on a large ledger, at the planner's default settings."""

from datetime import datetime, timedelta

from leadnurturebot.analytics.periods import Period
from leadnurturebot.analytics.suggestions import _PARTS, CREDITED_FOR, suggestions
from leadnurturebot.platform.sql import Connection
from tests.cast import open_boutique

# 240 days of a busy shop among the facts of nine others: every fifth fact a list of four, every fifth an opening.
_FILL = """
INSERT INTO ledger_entry (id, shop_id, kind, occurred_at, recorded_at, lead_id, subject_type, subject_id, currency, data, dedupe_key)
SELECT gen_random_uuid(),
       CASE WHEN n %% 2 = 0 THEN %(shop)s::uuid ELSE md5((n %% 9)::text)::uuid END,
       (ARRAY['message.charged', 'recommendation.shown', 'recommendation.clicked', 'cart.changed', 'product.viewed'])[1 + (n / 2) %% 5],
       %(now)s::timestamptz - (n / 10) * interval '17 minutes' * 0.6, %(now)s, md5((n / 20)::text)::uuid, 'product',
       goods.ids[1 + n %% 3]::text, '',
       CASE (n / 2) %% 5
         WHEN 1 THEN jsonb_build_object('slots', (SELECT jsonb_agg(jsonb_build_object('product', p, 'why', 'best'))
                                                  FROM unnest(goods.ids || goods.ids[1:1]) AS p))
         WHEN 3 THEN jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('variant', goods.variant, 'quantity', 1)))
         ELSE '{}'::jsonb END,
       'fill.' || n
FROM generate_series(1, 200000) AS n,
     (SELECT array_agg(id) AS ids, (SELECT id FROM catalog_variant WHERE shop_id = %(shop)s LIMIT 1) AS variant
      FROM catalog_product WHERE shop_id = %(shop)s) goods
"""


def test_a_month_of_a_large_ledger_is_read_by_its_index(connection: Connection, now: datetime) -> None:
    boutique = open_boutique(connection, now)
    connection.execute(_FILL, {"shop": boutique.shop.id, "now": now})
    connection.execute("ANALYZE ledger_entry")
    day = now.date()
    period = Period(from_date=day - timedelta(days=29), to_date=day, timezone="UTC")
    values = {
        "shop": boutique.shop.id, "start": period.start, "end": period.end, "last": period.end + CREDITED_FOR,
        "credited": CREDITED_FOR,
    }  # fmt: skip
    steps = [row[0] for row in connection.execute(f"EXPLAIN (ANALYZE, COSTS OFF) {_PARTS}", values).fetchall()]
    reads = [step for step in steps if "ledger_entry" in step]
    assert reads
    assert not [step for step in reads if "Seq Scan" in step], steps
    assert suggestions(boutique.shop.id, period).total.shown > 4000
