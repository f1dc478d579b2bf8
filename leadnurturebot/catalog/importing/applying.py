"""Applying an import piece by piece: each product's state before and after is kept beside it, in one transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.catalog.actions import lock_shop, save_products
from leadnurturebot.catalog.drafts import ProductDraft
from leadnurturebot.catalog.importing.comparing import action_of
from leadnurturebot.catalog.importing.jobs import Job, finish, step
from leadnurturebot.catalog.importing.records import Record, draft_from_json, records_of
from leadnurturebot.catalog.row_problems import UnusableRow
from leadnurturebot.catalog.shelf import StockRaised
from leadnurturebot.platform.sql import Connection, json_text

AT_ONCE = 100
_NEXT = """
SELECT id, draft FROM catalog_catalogimportrow WHERE shop_id = %s AND import_id = %s AND outcome = ''
ORDER BY position LIMIT %s
"""


def apply_some(connection: Connection, job: Job, *, now: datetime) -> tuple[StockRaised, ...]:
    """Import the next products in the caller's transaction; returns what there is more of. The last one ends it."""
    rows = connection.execute(_NEXT, [job.shop_id, job.id, AT_ONCE]).fetchall()
    if not rows:
        finish(connection, job, "done", now=now)
        return ()
    lock_shop(connection, job.shop_id)
    drafts = [draft_from_json(draft) for _, draft in rows]
    records = records_of(connection, job.shop_id, drafts, is_locked=True)
    wanted: list[tuple[Any, ProductDraft, Record]] = []
    for (row_id, _), draft, record in zip(rows, drafts, records, strict=True):
        if action_of(draft, record, job.currency)[0] == "same":
            _settle(connection, job, row_id, "same")
        else:
            wanted.append((row_id, draft, record))
    raised = _save(connection, job, wanted, now)
    step(connection, job, len(rows))
    return raised


def _save(
    connection: Connection, job: Job, wanted: Sequence[tuple[Any, ProductDraft, Record]], now: datetime
) -> tuple[StockRaised, ...]:
    """Save all that can be; one that cannot be any more is left out and says why."""
    left = list(wanted)
    while left:
        try:
            with connection.transaction():
                report = save_products(
                    connection=connection, shop_id=job.shop_id, drafts=[draft for _, draft, _ in left], now=now
                )
        except UnusableRow as error:
            row_id, _, _ = left.pop(error.row - 1)
            _settle(connection, job, row_id, "failed", failed=error)
        else:
            _remember(connection, job, left)
            return report.raised
    return ()


_AFTER = """
SELECT p.external_id, jsonb_build_object('id', p.id, 'version', p.version, 'stock',
  (SELECT coalesce(jsonb_object_agg(v.sku, v.stock), '{}') FROM catalog_variant v
   WHERE v.shop_id = p.shop_id AND v.product_id = p.id))
FROM catalog_product p WHERE p.shop_id = %s AND p.external_id = ANY(%s)
"""


def _remember(connection: Connection, job: Job, saved: Sequence[tuple[Any, ProductDraft, Record]]) -> None:
    rows = connection.execute(_AFTER, [job.shop_id, [draft.external_id for _, draft, _ in saved]])
    after: dict[str, Record] = dict(rows.fetchall())
    for row_id, draft, record in saved:
        outcome = "created" if record["product"] is None else "changed"
        _settle(connection, job, row_id, outcome, before=record, after=after[draft.external_id])


def _settle(
    connection: Connection, job: Job, row_id: UUID, outcome: str, *, failed: UnusableRow | None = None, before: Record | None = None,
    after: Record | None = None,
) -> None:  # fmt: skip
    reason = f"{failed.column}: {failed.message}" if failed else ""
    why = {"code": failed.code, "column": failed.column, "values": failed.values} if failed else {}
    connection.execute(
        "UPDATE catalog_catalogimportrow SET outcome = %s, reason = %s, why = %s::jsonb, before = %s::jsonb, after = %s::jsonb"
        " WHERE shop_id = %s AND id = %s",
        [
            outcome, reason[:300], json_text(why), None if before is None else json_text(before),
            None if after is None else json_text(after), job.shop_id, row_id,
        ],
    )  # fmt: skip
