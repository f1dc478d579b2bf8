"""Forgetting why something was answered, and the words of a person that taught the assistant."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection

_DECISIONS = """
DELETE FROM assistant_decisionrecord WHERE shop_id = %(shop)s AND thread_id IN
 (SELECT id FROM conversations_thread WHERE shop_id = %(shop)s AND lead_id = %(lead)s)
"""
_ASKINGS = "DELETE FROM assistant_asking WHERE shop_id = %(shop)s AND lead_id = %(lead)s RETURNING unanswered_id"
_LEFT_EMPTY = """
DELETE FROM assistant_unanswered u WHERE shop_id = %s AND id = ANY(%s)
 AND NOT EXISTS (SELECT 1 FROM assistant_asking a WHERE a.shop_id = u.shop_id AND a.unanswered_id = u.id)
"""
_EXAMPLES = "DELETE FROM assistant_example WHERE shop_id = %(shop)s AND lead_id = %(lead)s RETURNING id"


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Delete the decisions of the lead's threads and every message of theirs that was kept to learn from.

    An answer that the shop wrote stays, though the customer's own wording of the question goes.
    """
    person = {"shop": shop_id, "lead": lead_id}
    connection.execute(_DECISIONS, person)
    asked = {row[0] for row in connection.execute(_ASKINGS, person).fetchall()}
    connection.execute(_LEFT_EMPTY, [shop_id, list(asked)])
    if connection.execute(_EXAMPLES, person).fetchall():
        connection.execute("UPDATE shops_shop SET knowledge_version = knowledge_version + 1 WHERE id = %s", [shop_id])
