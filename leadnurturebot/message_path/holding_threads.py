"""Threads that somebody else took: what the bot had ready is withdrawn, and they come back when they are given back."""

from collections.abc import Sequence
from uuid import UUID

from leadnurturebot.platform.sql import Connection

OTHER_APP = "other_app"
"""Reason of a hand-off to another app or Meta's own agent on the same number."""

Place = tuple[UUID, UUID]
"""(shop, thread)."""

_WITHDRAW = """
WITH gone AS (
  DELETE FROM message_path_outbox o USING unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, thread_id)
  WHERE o.shop_id = g.shop_id AND o.thread_id = g.thread_id AND o.state = 'due'
    AND (%s OR o.purpose <> 'agent')
  RETURNING o.shop_id, o.id
)
UPDATE conversations_message m SET status = 'cancelled', error_text = %s
FROM gone WHERE m.shop_id = gone.shop_id AND m.id = gone.id
"""


def withdraw(connection: Connection, threads: Sequence[Place], *, reason: str, agents_too: bool = False) -> None:
    """Cancel what waits to be sent in threads: the bot's, and with `agents_too` people's words as well."""
    if threads:
        shops, ids = [shop_id for shop_id, _ in threads], [thread_id for _, thread_id in threads]
        connection.execute(_WITHDRAW, [shops, ids, agents_too, reason])


def give_back(connection: Connection, threads: Sequence[Place]) -> None:
    """The bot answers again where another app had taken over; what a person of the shop holds stays with them."""
    if threads:
        connection.execute(
            "UPDATE conversations_thread t SET holder = 'bot', handoff_reason = '', handoff_at = NULL, stage = 'browsing'"
            " FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, id) WHERE t.shop_id = g.shop_id AND t.id = g.id"
            " AND t.holder = 'person' AND t.holder_user_id IS NULL AND t.handoff_reason = %s",
            [[shop_id for shop_id, _ in threads], [thread_id for _, thread_id in threads], OTHER_APP],
        )
