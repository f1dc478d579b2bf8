"""Follow-ups of a lead."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection

_FOLLOW_UPS = """
SELECT id, thread_id, sequence, round, step, due_at, state, how, reason, message_id, settled_at FROM nurture_followup
WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY due_at, id
"""


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """Every planned step and what became of it."""
    return {"follow_ups": opened_records(connection, key, _FOLLOW_UPS, {"shop": key.shop_id, "lead": lead_id})}
