"""Conversations end by themselves after a day of silence."""

from datetime import datetime

from leadnurturebot.conversations.batch import CONVERSATION_ENDS_AFTER
from leadnurturebot.platform.sql import Connection

# What is silent since a moment began before it too, and its start has the index. What a turn holds right now is passed
# over: whoever is being answered is not silent. A thread that people hold stays with them and keeps its stage, and
# "bought" is the better last word on a conversation.
_END = """
WITH silent AS (
  SELECT c.id, c.thread_id FROM conversations_conversation c
  JOIN conversations_thread t ON t.id = c.thread_id AND t.shop_id = c.shop_id
  WHERE c.status = 'active' AND c.started_at < %(before)s AND c.last_at < %(before)s
  ORDER BY c.started_at LIMIT %(limit)s
  FOR NO KEY UPDATE OF c, t SKIP LOCKED
), ended AS (
  UPDATE conversations_conversation c SET status = 'completed', ended_at = c.last_at
  FROM silent WHERE c.id = silent.id RETURNING c.id, c.thread_id
), closed AS (
  UPDATE conversations_thread t SET stage = 'closed' FROM ended
  WHERE t.id = ended.thread_id AND t.conversation_id = ended.id AND t.holder = 'bot' AND t.stage <> 'bought'
)
SELECT count(*) FROM ended
"""


def end_silent(connection: Connection, *, now: datetime, limit: int) -> int:
    """End up to `limit` conversations, the oldest first, whoever holds them. `now` is business time.

    Returns how many ended: fewer than `limit` means that none is left.
    """
    values = {"before": now - CONVERSATION_ENDS_AFTER, "limit": limit}
    row = connection.execute(_END, values).fetchone()
    return int(row[0]) if row else 0
