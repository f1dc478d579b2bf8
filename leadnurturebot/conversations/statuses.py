"""What became of sent messages: statuses applied in bulk, by rank, never backwards."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.domain.values import record, value
from leadnurturebot.platform.sql import Connection, kinds, typed

# accepted < sent < delivered < read < played; `failed` ends a message unless it turns out delivered after all.
RANKS = {"sent": 2, "failed": 3, "delivered": 4, "read": 5, "played": 6}


@record
class StatusChange:
    """A status of one message, found by our id or by the provider's."""

    shop_id: UUID
    status: str
    at: datetime
    message_id: UUID | None = None
    provider_id: str = ""
    pricing_type: str = ""
    category: str = ""
    error_code: int | None = None
    error_text: str = ""
    free_until: datetime | None = None


@value
class Applied:
    """A message that moved forward."""

    message_id: UUID
    shop_id: UUID
    thread_id: UUID
    lead_id: UUID
    status: str
    was_delivered: bool
    """Delivered by this change: the moment at which it costs."""
    expected_micros: int | None
    pricing_type: str
    category: str
    market: str
    cost_currency: str
    conversation_id: UUID | None
    purpose: str
    error_code: int | None


_FIND_BY_PROVIDER = """
SELECT g.n, m.id FROM unnest(%s::int[], %s::uuid[], %s::text[]) AS g(n, shop_id, provider_id)
JOIN conversations_message m ON m.provider_id = g.provider_id AND m.shop_id = g.shop_id
WHERE m.provider_id <> '' -- as the index says
"""

# In id order, so that two workers with statuses of the same messages cannot wait for each other.
_LOCK = """
SELECT m.shop_id, m.id, m.status_rank, m.failed_provider_id FROM conversations_message m
WHERE m.id = ANY(%s) AND m.direction = 'out' ORDER BY m.id FOR NO KEY UPDATE
"""

# A free message costs nothing whatever was expected. The given rows join nothing but the table itself: psycopg's prepared
# statements are planned for ten of them, however many there are.
_APPLY = """
UPDATE conversations_message m SET
  status = given.status, status_rank = given.rank, status_at = given.at,
  error_code = CASE WHEN given.status = 'failed' THEN given.error_code ELSE m.error_code END,
  error_text = CASE WHEN given.status = 'failed' THEN given.error_text ELSE m.error_text END,
  pricing_type = coalesce(nullif(given.pricing_type, ''), m.pricing_type),
  category = coalesce(nullif(given.category, ''), m.category),
  provider_id = coalesce(nullif(m.provider_id, ''), given.provider_id),
  actual_micros = CASE WHEN given.rank >= 4 THEN
      CASE WHEN coalesce(nullif(given.pricing_type, ''), m.pricing_type) LIKE 'free%%' THEN 0
           ELSE coalesce(m.expected_micros, 0) END
    ELSE m.actual_micros END
FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::smallint[], %s::timestamptz[], %s::text[], %s::text[], %s::int[],
            %s::text[], %s::text[], %s::boolean[])
  AS given(shop_id, id, status, rank, at, pricing_type, category, error_code, error_text, provider_id, was_delivered)
WHERE m.id = given.id AND m.shop_id = given.shop_id
RETURNING m.id, m.shop_id, m.thread_id, m.lead_id, m.status, given.was_delivered, m.actual_micros, m.pricing_type,
  m.category, m.market, m.cost_currency, m.conversation_id, m.purpose, m.error_code
"""


def resolve(connection: Connection, changes: Sequence[StatusChange]) -> list[UUID | None]:
    """Our message id of every change, None where no message is known (yet)."""
    ids = [change.message_id for change in changes]
    unknown = [n for n, change in enumerate(changes) if change.message_id is None]
    if unknown:
        rows = connection.execute(
            _FIND_BY_PROVIDER,
            [unknown, [changes[n].shop_id for n in unknown], [changes[n].provider_id for n in unknown]],
        )
        for n, message_id in rows:
            ids[n] = message_id
    return ids


def apply_many(connection: Connection, changes: Sequence[tuple[UUID, StatusChange]]) -> list[Applied]:
    """Apply (message id, change) pairs and return the messages that moved."""
    known = [(message_id, change) for message_id, change in changes if change.status in RANKS]
    if not known:
        return []
    rows = _moves(known, _locked(connection, known))
    applied = [Applied(*row) for row in connection.execute(_APPLY, typed(kinds(_APPLY), rows))] if rows else []
    _keep_free_windows(connection, known)
    return applied


_Known = tuple[UUID, StatusChange]


_Ranked = tuple[int, str]
"""A message's rank, and the provider's id of a try that failed before: late news of it count no more."""


def _locked(connection: Connection, known: Sequence[_Known]) -> dict[tuple[UUID, UUID], _Ranked]:
    """Every message by (shop, id), locked."""
    ids = sorted({message_id for message_id, _ in known})
    return {(row[0], row[1]): (row[2], row[3]) for row in connection.execute(_LOCK, [ids])}


def _moves(known: Sequence[_Known], ranks: Mapping[tuple[UUID, UUID], _Ranked]) -> list[tuple[Any, ...]]:
    """One row a message that moves: the highest rank of the batch wins, so the order of arrival does not matter."""
    by_message: dict[tuple[UUID, UUID], list[StatusChange]] = {}
    for message_id, change in known:
        by_message.setdefault((change.shop_id, message_id), []).append(change)
    rows = []
    for key, changes in by_message.items():
        if key not in ranks:
            continue
        rank, failed_before = ranks[key]
        news = [change for change in changes if not failed_before or change.provider_id != failed_before]
        highest = max(news, key=lambda change: RANKS[change.status], default=None)
        if highest is not None and RANKS[highest.status] > rank:
            rows.append(_move(key, rank, highest, news))
    return rows


def _move(key: tuple[UUID, UUID], rank: int, highest: StatusChange, changes: Sequence[StatusChange]) -> tuple[Any, ...]:
    was_delivered = rank < RANKS["delivered"] <= RANKS[highest.status]
    told = [max(getattr(change, name) for change in changes) for name in ("pricing_type", "category", "provider_id")]
    return (
        *key, highest.status, RANKS[highest.status], highest.at, told[0], told[1], highest.error_code,
        highest.error_text, told[2], was_delivered,
    )  # fmt: skip


def _keep_free_windows(connection: Connection, changes: Sequence[tuple[UUID, StatusChange]]) -> None:
    """The end of a free entry point window is believed as the provider tells it."""
    ends = {message_id: change.free_until for message_id, change in changes if change.free_until}
    if ends:
        connection.execute(
            "UPDATE conversations_thread t SET free_until = greatest(t.free_until, g.until)"
            " FROM unnest(%s::uuid[], %s::timestamptz[]) AS g(message_id, until)"
            " JOIN conversations_message m ON m.id = g.message_id WHERE t.id = m.thread_id AND t.shop_id = m.shop_id",
            [list(ends), list(ends.values())],
        )
