"""The ledger's facts of a lead. They hold no personal fact and stay when the person is forgotten."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection

_ENTRIES = """
SELECT kind, occurred_at, subject_type, subject_id, amount_micros, currency, data FROM ledger_entry
WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY occurred_at, id
"""


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """Facts in the order in which they happened."""
    return {"ledger": opened_records(connection, key, _ENTRIES, {"shop": key.shop_id, "lead": lead_id})}
