"""How the conversations stand now, and how fast the first replies were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.conversations.queries import OPEN_FOR
from leadnurturebot.platform.reading import Question, Row, moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Open conversations by who holds them; who waits for a person counts as with people."""

    total: int
    with_bot: int
    with_people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstReply:
    """How long people waited for their first answer, over conversations that began in a period."""

    median_ms: int | None
    p95_ms: int | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """Everything that the dashboard says of conversations."""

    open: Open
    first_reply: FirstReply
    waiting: int
    waiting_since: datetime | None


_PULSE = """
SELECT recent.count AS recent, held.count AS held, held.recent AS held_recent, held.waiting, held.since, reply.median,
  reply.p95, reply.count
FROM (SELECT count(*) FROM conversations_thread
      WHERE shop_id = %(shop)s AND last_message_at > %(open_since)s) recent,
     (SELECT count(*), count(*) FILTER (WHERE last_message_at > %(open_since)s) AS recent,
             count(*) FILTER (WHERE holder = 'waiting') AS waiting,
             min(handoff_at) FILTER (WHERE holder = 'waiting') AS since
      FROM conversations_thread WHERE shop_id = %(shop)s AND holder <> 'bot') held,
     (SELECT count(first_reply_ms), percentile_cont(0.5) WITHIN GROUP (ORDER BY first_reply_ms) AS median,
             percentile_cont(0.95) WITHIN GROUP (ORDER BY first_reply_ms) AS p95
      FROM conversations_conversation
      WHERE shop_id = %(shop)s AND started_at >= %(start)s AND started_at < %(end)s) reply
"""


def pulse(shop_id: UUID, *, start: datetime, end: datetime, now: datetime) -> Question[Pulse]:
    """Conversations as they stand, and the first replies of those that began from `start` until `end`."""
    values = {"shop": shop_id, "open_since": now - OPEN_FOR, "start": start, "end": end}
    return Question(_PULSE, values, _pulse)


def _pulse(rows: Sequence[Row]) -> Pulse:
    ((recent, held, held_recent, waiting, since, median, p95, count),) = rows
    with_bot = recent - held_recent
    return Pulse(
        open=Open(total=with_bot + held, with_bot=with_bot, with_people=held),
        first_reply=FirstReply(
            median_ms=None if median is None else round(median),
            p95_ms=None if p95 is None else round(p95),
            count=count,
        ),
        waiting=waiting,
        waiting_since=moment(since),
    )
