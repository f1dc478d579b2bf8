"""What is held of a lead: the person, their addresses, how they came and what they agreed to."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.records import Record, opened_records
from leadnurturebot.platform.sql import Connection

_PARTS = {
    "lead": "SELECT id, name_sealed, profile_sealed AS profile_json_sealed, country, language, source, last_source,"
    " status, score, opted_out_at, marketing_consent_at, reminders_consent_at, marketing_stopped_at, created_at,"
    " last_seen_at, erased_at FROM leads_lead WHERE shop_id = %(shop)s AND id = %(lead)s",
    "merged_leads": "SELECT l.id, l.name_sealed, l.profile_sealed AS profile_json_sealed, l.created_at, m.reason, m.at"
    " FROM leads_merge m JOIN leads_lead l ON l.id = m.merged_id AND l.shop_id = m.shop_id"
    " WHERE m.shop_id = %(shop)s AND m.kept_id = %(lead)s AND m.undone_at IS NULL ORDER BY m.at, m.id",
    "identities": "SELECT kind, value_sealed, created_at FROM leads_identity"
    " WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY created_at, id",
    "touches": "SELECT t.occurred_at, t.source, t.headline, a.name AS ad, t.click_sealed FROM leads_touch t"
    " LEFT JOIN leads_ad a ON a.id = t.ad_id AND a.shop_id = t.shop_id"
    " WHERE t.shop_id = %(shop)s AND t.lead_id = %(lead)s ORDER BY t.occurred_at, t.id",
    "consents": "SELECT kind, is_granted, at, message_id, variant_id FROM leads_consentrecord"
    " WHERE shop_id = %(shop)s AND lead_id = %(lead)s ORDER BY at, id",
}


def export(connection: Connection, key: ShopKey, lead_id: UUID) -> dict[str, list[Record]]:
    """The lead, opened."""
    values = {"shop": key.shop_id, "lead": lead_id}
    return {part: opened_records(connection, key, statement, values) for part, statement in _PARTS.items()}
