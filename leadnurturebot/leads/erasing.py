"""Forgetting a person: of a lead stay a number of ours, how it came, and the bare fact of a STOP."""

from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection

_FORGET = """
UPDATE leads_lead SET name_sealed = '', profile_sealed = '', language = '', score = 0, marketing_consent_at = NULL,
  reminders_consent_at = NULL, marketing_stopped_at = NULL, erased_at = coalesce(erased_at, %(now)s)
WHERE shop_id = %(shop)s AND id = %(lead)s
"""
_REST = (
    "DELETE FROM leads_identity WHERE shop_id = %(shop)s AND lead_id = %(lead)s",
    "DELETE FROM leads_searchword WHERE shop_id = %(shop)s AND lead_id = %(lead)s",
    "UPDATE leads_touch SET click_sealed = '', message_id = NULL WHERE shop_id = %(shop)s AND lead_id = %(lead)s",
    "DELETE FROM leads_consentrecord WHERE shop_id = %(shop)s AND lead_id = %(lead)s"
    " AND NOT (kind = 'all' AND NOT is_granted)",
    "UPDATE leads_consentrecord SET message_id = NULL WHERE shop_id = %(shop)s AND lead_id = %(lead)s",
)


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Forget who the lead is. Nothing finds it by number or name again; the same number becomes somebody new."""
    values = {"shop": shop_id, "lead": lead_id, "now": now}
    for statement in (_FORGET, *_REST):
        connection.execute(statement, values)
