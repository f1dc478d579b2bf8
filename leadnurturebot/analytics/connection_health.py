"""How a shop's connections are doing, as far as the tables tell."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.platform.ids import lowest_uuid7
from leadnurturebot.platform.reading import fetch

LOOK_BACK = timedelta(hours=24)
THREADS_LOOKED_AT = 50
"""Newest threads in which the last message in and out of a connection is looked for: the newest of all is in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Figures of one connection. Times are the senders' own, None where nothing is known."""

    connection_id: UUID
    last_heard_at: datetime | None
    last_sent_at: datetime | None
    parked: int
    failed: int
    """Sends that were refused in the last 24 hours."""
    last_failed_at: datetime | None
    last_error_code: str
    last_error: str


_HEALTH = """
WITH mine AS (SELECT id FROM shops_connection WHERE shop_id = %(shop)s),
recent AS (
  SELECT t.id, t.number_id, t.last_inbound_at FROM conversations_thread t
  WHERE t.shop_id = %(shop)s AND t.last_message_at IS NOT NULL ORDER BY t.last_message_at DESC LIMIT %(threads)s
), talk AS (
  SELECT n.connection_id, max(r.last_inbound_at) AS heard, max(o.at) AS sent
  FROM recent r JOIN shops_businessnumber n ON n.id = r.number_id AND n.shop_id = %(shop)s
  LEFT JOIN LATERAL (
    SELECT m.at FROM conversations_message m
    WHERE m.shop_id = %(shop)s AND m.thread_id = r.id AND m.direction = 'out'
      AND m.status IN ('accepted', 'sent', 'delivered', 'read', 'played')
    ORDER BY m.at DESC LIMIT 1) o ON true
  GROUP BY n.connection_id
), paid AS (
  SELECT p.connection_id, max(p.settled_at) AS heard FROM payments_payment p
  WHERE p.shop_id = %(shop)s AND p.connection_id IS NOT NULL GROUP BY p.connection_id
), waiting AS (
  SELECT i.connection_id, max(i.received_at) AS heard, count(*) FILTER (WHERE i.state = 'parked') AS parked
  FROM message_path_inbox i JOIN mine ON mine.id = i.connection_id WHERE i.shop_id = %(shop)s GROUP BY i.connection_id
), refused AS (
  SELECT n.connection_id, m.at, m.error_code, m.error_text,
         count(*) OVER (PARTITION BY n.connection_id) AS failed,
         row_number() OVER (PARTITION BY n.connection_id ORDER BY m.at DESC) AS place
  FROM conversations_message m
  JOIN conversations_thread t ON t.id = m.thread_id AND t.shop_id = m.shop_id
  JOIN shops_businessnumber n ON n.id = t.number_id AND n.shop_id = m.shop_id
  WHERE m.shop_id = %(shop)s AND m.direction = 'out' AND m.status = 'failed' AND m.id >= %(lowest)s AND m.at >= %(since)s
)
SELECT mine.id, greatest(talk.heard, paid.heard, waiting.heard), talk.sent, coalesce(waiting.parked, 0),
       coalesce(refused.failed, 0), refused.at, refused.error_code, coalesce(refused.error_text, '')
FROM mine
LEFT JOIN talk ON talk.connection_id = mine.id
LEFT JOIN paid ON paid.connection_id = mine.id
LEFT JOIN waiting ON waiting.connection_id = mine.id
LEFT JOIN refused ON refused.connection_id = mine.id AND refused.place = 1
"""


def health_of(shop_id: UUID, *, now: datetime, wall: datetime) -> dict[UUID, Health]:
    """The shop's connections by id. `now` is business time; ids of messages follow `wall` time."""
    values = {
        "shop": shop_id, "threads": THREADS_LOOKED_AT, "since": now - LOOK_BACK,
        "lowest": lowest_uuid7(int((wall - LOOK_BACK).timestamp() * 1000)),
    }  # fmt: skip
    return {row[0]: _health(*row) for row in fetch(_HEALTH, values)}


def _health(
    connection_id: UUID, heard: datetime | None, sent: datetime | None, parked: int, failed: int,
    failed_at: datetime | None, code: int | None, text: str,
) -> Health:  # fmt: skip
    return Health(
        connection_id=connection_id, last_heard_at=heard, last_sent_at=sent, parked=parked, failed=failed,
        last_failed_at=failed_at, last_error_code="" if code is None else str(code), last_error=text,
    )  # fmt: skip
