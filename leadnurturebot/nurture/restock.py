"""The one notice that somebody asked for: who waits for a variant, and what became of each notice.

A request is a consent record of kind `restock`; its notice is a follow-up of the sequence `restock:<variant>`. A
request that is older than its notice, than a STOP, or than its own taking back (one that names no variant takes back all) is
over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

STEP = "restock"
_SEQUENCE = "restock:"

OPEN = f"""
c.kind = 'restock' AND c.is_granted
AND NOT EXISTS (SELECT 1 FROM leads_consentrecord s WHERE s.shop_id = c.shop_id AND s.lead_id = c.lead_id
                AND NOT s.is_granted AND s.at >= c.at
                AND (s.kind = 'all' OR s.kind = 'restock' AND (s.variant_id = c.variant_id OR s.variant_id IS NULL)))
AND NOT EXISTS (SELECT 1 FROM nurture_followup f WHERE f.shop_id = c.shop_id AND f.lead_id = c.lead_id
                AND f.sequence = '{_SEQUENCE}' || c.variant_id AND f.state = 'sent' AND f.settled_at >= c.at)
"""
_WANTED = f"""
SELECT DISTINCT c.variant_id FROM leads_consentrecord c
WHERE c.shop_id = %(shop)s AND c.variant_id = ANY(%(variants)s) AND {OPEN}
"""
_WAITING = f"""
SELECT DISTINCT c.lead_id FROM leads_consentrecord c
WHERE c.shop_id = %(shop)s AND c.variant_id = %(variant)s AND {OPEN}
  AND NOT EXISTS (SELECT 1 FROM nurture_followup f WHERE f.shop_id = c.shop_id AND f.lead_id = c.lead_id
                  AND f.sequence = '{_SEQUENCE}' || c.variant_id AND f.settled_at >= %(since)s)
ORDER BY c.lead_id LIMIT %(limit)s
"""
_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "thread_id": "uuid", "lead_id": "uuid", "sequence": "text", "round": "int",
    "step": "text", "due_at": "timestamptz", "state": "text", "how": "text", "reason": "text", "message_id": "uuid",
    "settled_at": "timestamptz",
}  # fmt: skip
_ROUNDS = """
SELECT g.thread_id, count(f.id)::int FROM unnest(%s::uuid[]) AS g(thread_id)
LEFT JOIN nurture_followup f ON f.shop_id = %s AND f.thread_id = g.thread_id AND f.sequence = %s AND f.state = 'sent'
GROUP BY g.thread_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What became of a notice: sent with its message, or held with the reason."""

    thread_id: UUID
    lead_id: UUID
    message_id: UUID | None = None
    reason: str = ""
    how: str = "free_text"


def wanted(connection: Connection, shop_id: UUID, variant_ids: Sequence[UUID]) -> list[UUID]:
    """Those variants that somebody waits for."""
    rows = connection.execute(_WANTED, {"shop": shop_id, "variants": list(variant_ids)})
    return [row[0] for row in rows]


def waiting(connection: Connection, shop_id: UUID, variant_id: UUID, *, since: datetime, limit: int) -> list[UUID]:
    """Leads who wait for a variant and were not looked at since a moment (business time)."""
    values = {"shop": shop_id, "variant": variant_id, "since": since, "limit": limit}
    return [row[0] for row in connection.execute(_WAITING, values)]


def settle(
    connection: Connection, shop_id: UUID, variant_id: UUID, notices: Sequence[Notice], *, now: datetime
) -> None:
    """Keep what became of notices. One that was sent stays as it is: asking again begins a new round."""
    sequence = f"{_SEQUENCE}{variant_id}"
    threads = [notice.thread_id for notice in notices]
    rounds = dict(connection.execute(_ROUNDS, [threads, shop_id, sequence]).fetchall())
    rows = [
        (uuid7(), shop_id, n.thread_id, n.lead_id, sequence, rounds[n.thread_id], STEP, now,
         "sent" if n.message_id else "held", n.how if n.message_id else "", n.reason, n.message_id, now)
        for n in notices
    ]  # fmt: skip
    insert_many(
        connection, "nurture_followup", _COLUMNS, rows,
        tail="ON CONFLICT (shop_id, thread_id, sequence, round, step) DO UPDATE SET due_at = excluded.due_at,"
        " state = excluded.state, how = excluded.how, reason = excluded.reason, message_id = excluded.message_id,"
        " settled_at = excluded.settled_at",
    )  # fmt: skip


def take_back(connection: Connection, shop_id: UUID, message_id: UUID) -> UUID | None:
    """A notice that did not leave is to be written anew: its variant, None when the message was no notice."""
    row = connection.execute(
        "UPDATE nurture_followup SET state = 'planned', message_id = NULL, settled_at = NULL"
        " WHERE shop_id = %s AND message_id = %s AND step = %s RETURNING sequence",
        [shop_id, message_id, STEP],
    ).fetchone()
    return UUID(row[0].removeprefix(_SEQUENCE)) if row else None
