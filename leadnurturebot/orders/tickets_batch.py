"""Tickets as the message path reads and touches them: of many people at once."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.dialogue.turn import TicketSeen
from leadnurturebot.domain.tickets import REOPENS_FOR, WITH_PHOTO, Priority, TicketKind, TicketState
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection

_MOST = 10
_SEEN = """
SELECT t.lead_id, t.id, t.number, t.kind, t.state, t.priority, t.order_id, coalesce(o.number, ''), t.opened_at, t.due_at,
       t.answered_at, t.solved_at
FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, lead_id)
CROSS JOIN LATERAL (
  SELECT * FROM orders_ticket t WHERE t.shop_id = g.shop_id AND t.lead_id = g.lead_id
  ORDER BY t.opened_at DESC LIMIT %s
) t
LEFT JOIN orders_order o ON o.id = t.order_id AND o.shop_id = t.shop_id
WHERE t.solved_at IS NULL OR t.solved_at > %s
ORDER BY t.opened_at DESC, t.number DESC
"""


def tickets_of(
    connection: Connection, leads: Sequence[tuple[UUID, UUID]], *, now: datetime
) -> dict[UUID, list[TicketSeen]]:
    """Tickets by lead, for (shop, lead) pairs, newest first: unsolved, or solved so lately that they may open again."""
    found: dict[UUID, list[TicketSeen]] = {}
    if not leads:
        return found
    shops, ids = zip(*set(leads), strict=True)
    for lead_id, *row in connection.execute(_SEEN, [list(shops), list(ids), _MOST, now - REOPENS_FOR]):
        ticket = TicketSeen(
            id=row[0], number=row[1], kind=TicketKind(row[2]), state=TicketState(row[3]), priority=Priority(row[4]),
            order_id=row[5], order_number=row[6], opened_at=row[7], due_at=row[8], answered_at=row[9], solved_at=row[10],
        )  # fmt: skip
        found.setdefault(lead_id, []).append(ticket)
    return found


_PHOTOS = f"""
WITH given AS (
  SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[], %s::timestamptz[]) AS g(event_id, shop_id, lead_id, message_id, at)
), kept AS (
  INSERT INTO orders_ticketevent (id, shop_id, ticket_id, kind, at, actor, detail, words_sealed, message_id)
  SELECT g.event_id, g.shop_id, t.id, 'photo', g.at, 'customer', '', '', g.message_id
  FROM given g CROSS JOIN LATERAL (
    SELECT t.id FROM orders_ticket t WHERE t.shop_id = g.shop_id AND t.lead_id = g.lead_id
      AND t.kind IN ({", ".join(f"'{kind}'" for kind in sorted(WITH_PHOTO))}) AND t.state <> 'solved'
    ORDER BY t.opened_at DESC LIMIT 1
  ) t
  ON CONFLICT DO NOTHING RETURNING ticket_id, shop_id
)
SELECT DISTINCT shop_id, ticket_id FROM kept
"""


def keep_photos(connection: Connection, photos: Sequence[tuple[UUID, UUID, UUID, datetime]]) -> list[tuple[UUID, UUID]]:
    """Pictures (shop, lead, message, when) that belong to the newest open ticket that a picture helps; returns (shop,
    ticket) of those that got one."""
    if not photos:
        return []
    shops, leads, messages, moments = zip(*photos, strict=True)
    ids = [uuid7() for _ in photos]
    rows = connection.execute(_PHOTOS, [ids, list(shops), list(leads), list(messages), list(moments)])
    return [(row[0], row[1]) for row in rows]


_HEARD = """
WITH given AS (
  SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[], %s::timestamptz[]) AS g(event_id, shop_id, thread_id, message_id, at)
), back AS (
  UPDATE orders_ticket t SET state = 'open', state_at = g.at FROM given g
  WHERE t.shop_id = g.shop_id AND t.thread_id = g.thread_id AND t.state = 'waiting'
  RETURNING t.id, t.shop_id, g.event_id, g.message_id, g.at
)
INSERT INTO orders_ticketevent (id, shop_id, ticket_id, kind, at, actor, detail, words_sealed, message_id)
SELECT DISTINCT ON (b.id) b.event_id, b.shop_id, b.id, 'open', b.at, 'customer', '', '', b.message_id FROM back b
ON CONFLICT DO NOTHING RETURNING shop_id, ticket_id
"""


def note_heard(connection: Connection, heard: Sequence[tuple[UUID, UUID, UUID, datetime]]) -> list[tuple[UUID, UUID]]:
    """Somebody wrote (shop, thread, message, when): tickets that waited for them are the shop's turn again."""
    if not heard:
        return []
    shops, threads, messages, moments = zip(*heard, strict=True)
    ids = [uuid7() for _ in heard]
    rows = connection.execute(_HEARD, [ids, list(shops), list(threads), list(messages), list(moments)])
    return [(row[0], row[1]) for row in rows]
