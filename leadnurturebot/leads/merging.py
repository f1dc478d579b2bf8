"""Two leads that are one person: addresses, arrivals and refusals come together; what was agreed to does not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.row_moves import move, move_back
from leadnurturebot.platform.sql import Connection, json_text

_COLUMNS = ("leads_identity.lead_id", "leads_touch.lead_id", "leads_consentrecord.lead_id", "leads_searchword.lead_id")
_UNKNOWN_WORD = (
    "AND NOT EXISTS (SELECT 1 FROM leads_searchword k WHERE k.shop_id = r.shop_id AND k.index = r.index"
    " AND k.lead_id = '{target}')"
)
_RANKS = "ARRAY['new', 'engaged', 'qualified', 'converted']"
_STANDING = ("opted_out_at", "marketing_stopped_at", "marketing_paused_until", "status", "source", "first_ad_id")

# A refusal of either holds for both, an agreement only for whom it was given; the earlier one tells how they came.
_JOIN = f"""
UPDATE leads_lead k SET
  opted_out_at = greatest(k.opted_out_at, m.opted_out_at),
  marketing_stopped_at = greatest(k.marketing_stopped_at, m.marketing_stopped_at),
  marketing_paused_until = greatest(k.marketing_paused_until, m.marketing_paused_until),
  status = CASE WHEN array_position({_RANKS}, m.status) > array_position({_RANKS}, k.status) THEN m.status ELSE k.status END,
  source = CASE WHEN m.created_at < k.created_at THEN m.source ELSE k.source END,
  first_ad_id = CASE WHEN m.created_at < k.created_at THEN m.first_ad_id ELSE k.first_ad_id END,
  name_sealed = CASE WHEN k.name_sealed = '' THEN m.name_sealed ELSE k.name_sealed END
FROM leads_lead m, leads_lead o
WHERE k.shop_id = %(shop)s AND k.id = %(kept)s AND o.id = k.id AND m.shop_id = k.shop_id AND m.id = %(merged)s
RETURNING {", ".join(f"o.{name}::text, k.{name}::text" for name in _STANDING)}
"""


def join_people(connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID) -> dict[str, Any]:
    """Join the persons; returns what moved. Both leads are locked by the caller."""
    moved: dict[str, Any] = {}
    for column in _COLUMNS:
        also = _UNKNOWN_WORD.format(target=kept_id) if "searchword" in column else ""
        moved |= move(connection, column, shop_id, source=merged_id, target=kept_id, also=also)
    row = connection.execute(_JOIN, {"shop": shop_id, "kept": kept_id, "merged": merged_id}).fetchone()
    assert row is not None
    standing = {name: [row[2 * n], row[2 * n + 1]] for n, name in enumerate(_STANDING) if row[2 * n] != row[2 * n + 1]}
    connection.execute(
        "UPDATE leads_lead SET merged_into_id = %s WHERE shop_id = %s AND id = %s", [kept_id, shop_id, merged_id]
    )
    return {**moved, "standing": standing}


def part_people(
    connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID, moved: Mapping[str, Any]
) -> None:
    """Undo `join_people`. What the kept lead became since stays with it."""
    move_back(connection, shop_id, _COLUMNS, moved, source=merged_id, target=kept_id)
    times = ("opted_out_at", "marketing_stopped_at", "marketing_paused_until")
    kinds = {**dict.fromkeys(times, "timestamptz"), "first_ad_id": "uuid"}
    for name, (before, after) in moved["standing"].items():
        kind = kinds.get(name, "text")
        connection.execute(
            f"UPDATE leads_lead SET {name} = %s::{kind} WHERE shop_id = %s AND id = %s"
            f" AND {name} IS NOT DISTINCT FROM %s::{kind}",
            [before, shop_id, kept_id, after],
        )
    connection.execute(
        "UPDATE leads_lead SET merged_into_id = NULL WHERE shop_id = %s AND id = %s", [shop_id, merged_id]
    )


def note_merge(
    connection: Connection, shop_id: UUID, *, kept_id: UUID, merged_id: UUID, reason: str, moved: Mapping[str, Any],
    now: datetime,
) -> UUID:  # fmt: skip
    """Keep a merge so that it can be undone."""
    merge_id = uuid7()
    connection.execute(
        "INSERT INTO leads_merge (id, shop_id, kept_id, merged_id, reason, at, moved) VALUES (%s, %s, %s, %s, %s, %s, %s::jsonb)",
        [merge_id, shop_id, kept_id, merged_id, reason, now, json_text(moved)],
    )
    return merge_id


def take_merge(
    connection: Connection, shop_id: UUID, merge_id: UUID, *, now: datetime
) -> tuple[UUID, UUID, dict[str, Any]] | None:
    """Mark a merge as undone; (kept, merged, what moved), None when there is none to undo.

    A lead that was itself merged into another since must be taken out of that first.
    """
    row = connection.execute(
        "UPDATE leads_merge m SET undone_at = %s WHERE m.shop_id = %s AND m.id = %s AND m.undone_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM leads_lead l WHERE l.shop_id = m.shop_id AND l.id = m.kept_id"
        "   AND (l.merged_into_id IS NOT NULL OR l.erased_at IS NOT NULL))"
        " RETURNING m.kept_id, m.merged_id, m.moved",
        [now, shop_id, merge_id],
    ).fetchone()
    return (row[0], row[1], row[2]) if row else None
