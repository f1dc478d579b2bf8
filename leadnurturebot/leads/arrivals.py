"""Touches, status, consent and facts learned of leads, written in bulk by the message path."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.domain.values import record
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many, json_text, typed

_TOUCH_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "lead_id": "uuid", "source": "text", "ad_id": "uuid", "headline": "text",
    "click_sealed": "bytea", "occurred_at": "timestamptz", "message_id": "uuid",
}  # fmt: skip
_CONSENT_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "lead_id": "uuid", "kind": "text", "is_granted": "boolean", "at": "timestamptz",
    "message_id": "uuid", "variant_id": "uuid",
}  # fmt: skip
_CONSENT_FIELDS = {"marketing": "marketing_consent_at", "reminders": "reminders_consent_at"}


@record
class TouchSeen:
    """One arrival to record. `is_first` makes it the lead's acquisition source."""

    id: UUID
    shop_id: UUID
    lead_id: UUID
    source: str
    at: datetime
    ad_id: UUID | None = None
    headline: str = ""
    click_sealed: bytes = b""
    message_id: UUID | None = None
    is_first: bool = False


@record
class ConsentGiven:
    """Something agreed to or taken back. `kind` `all` is STOP (or its undoing)."""

    shop_id: UUID
    lead_id: UUID
    kind: str
    is_granted: bool
    at: datetime
    message_id: UUID | None = None
    variant_id: UUID | None = None


def record_touches(connection: Connection, touches: Sequence[TouchSeen]) -> None:
    """Store touches; the first one names the lead's source, the newest ad is always kept."""
    rows = [
        (t.id, t.shop_id, t.lead_id, t.source, t.ad_id, t.headline, t.click_sealed, t.at, t.message_id) for t in touches
    ]
    insert_many(connection, "leads_touch", _TOUCH_COLUMNS, rows)
    if touches:
        connection.execute(
            "UPDATE leads_lead l SET source = CASE WHEN given.is_first THEN given.source ELSE l.source END,"
            " first_ad_id = CASE WHEN given.is_first THEN given.ad_id ELSE l.first_ad_id END,"
            " last_source = given.source, last_ad_id = given.ad_id"
            " FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::uuid[], %s::boolean[])"
            " AS given(shop_id, lead_id, source, ad_id, is_first)"
            " WHERE l.shop_id = given.shop_id AND l.id = given.lead_id",
            typed(
                ["uuid", "uuid", "text", "uuid", "boolean"],
                [(t.shop_id, t.lead_id, t.source, t.ad_id, t.is_first) for t in touches],
            ),
        )


def record_consents(connection: Connection, consents: Sequence[ConsentGiven]) -> None:
    """Store consent records and what they make of the lead's standing consents."""
    rows = [(uuid7(), c.shop_id, c.lead_id, c.kind, c.is_granted, c.at, c.message_id, c.variant_id) for c in consents]
    insert_many(connection, "leads_consentrecord", _CONSENT_COLUMNS, rows)
    for consent in consents:
        if assignment := _standing(consent):
            connection.execute(
                f"UPDATE leads_lead SET {assignment} WHERE shop_id = %(shop)s AND id = %(lead)s",
                {"at": consent.at, "shop": consent.shop_id, "lead": consent.lead_id},
            )


def newest_of_kind(connection: Connection, leads: Sequence[tuple[UUID, UUID]], kind: str) -> dict[UUID, datetime]:
    """When each of the (shop, lead) pairs last said something of a kind."""
    rows = connection.execute(
        "SELECT c.lead_id, max(c.at) FROM leads_consentrecord c"
        " JOIN unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, lead_id) ON c.shop_id = g.shop_id AND c.lead_id = g.lead_id"
        " WHERE c.kind = %s GROUP BY c.lead_id",
        [[shop_id for shop_id, _ in leads], [lead_id for _, lead_id in leads], kind],
    )
    return dict(rows.fetchall())


def _standing(consent: ConsentGiven) -> str:
    if consent.kind == "all" and not consent.is_granted:
        return "opted_out_at = %(at)s, marketing_consent_at = NULL, reminders_consent_at = NULL"
    if consent.kind == "all":
        return "opted_out_at = NULL"
    if field := _CONSENT_FIELDS.get(consent.kind):
        # Agreeing to something clearly is an opt-in: it undoes an earlier STOP.
        return f"{field} = %(at)s, opted_out_at = NULL" if consent.is_granted else f"{field} = NULL"
    if consent.kind == "provider_marketing":
        return "marketing_stopped_at = NULL" if consent.is_granted else "marketing_stopped_at = %(at)s"
    return ""


_RANKS = "ARRAY['new', 'engaged', 'qualified', 'converted']"


def raise_statuses(connection: Connection, statuses: Sequence[tuple[UUID, UUID, str]], *, seen_at: datetime) -> None:
    """Raise (shop, lead, status): a status never falls."""
    if statuses:
        shops, leads, values = zip(*statuses, strict=True)
        connection.execute(
            f"UPDATE leads_lead l SET last_seen_at = %s, status = CASE WHEN array_position({_RANKS}, given.status)"
            f" > array_position({_RANKS}, l.status) THEN given.status ELSE l.status END"
            " FROM unnest(%s::uuid[], %s::uuid[], %s::text[]) AS given(shop_id, lead_id, status)"
            " WHERE l.shop_id = given.shop_id AND l.id = given.lead_id",
            [seen_at, list(shops), list(leads), list(values)],
        )


def store_profiles(connection: Connection, profiles: Sequence[tuple[UUID, UUID, bytes, str]]) -> None:
    """Store (shop, lead, sealed profile, language); an empty language leaves the one that is known."""
    if profiles:
        shops, leads, sealed, languages = zip(*profiles, strict=True)
        connection.execute(
            "UPDATE leads_lead l SET profile_sealed = given.sealed,"
            " language = CASE WHEN given.language = '' THEN l.language ELSE given.language END"
            " FROM unnest(%s::uuid[], %s::uuid[], %s::bytea[], %s::text[]) AS given(shop_id, lead_id, sealed, language)"
            " WHERE l.shop_id = given.shop_id AND l.id = given.lead_id",
            [list(shops), list(leads), list(sealed), list(languages)],
        )


def sealed_profile(key_seal: Any, profile: Mapping[str, Any]) -> bytes:
    """A profile (measures, usual size, address) sealed by `ShopKey.seal`."""
    sealed: bytes = key_seal(json_text(profile).encode())
    return sealed


@record
class AdRow:
    """An ad or link of the shop."""

    id: UUID
    shop_id: UUID
    external_id: str
    source: str
    name: str
    headline: str
    product_id: UUID | None
    color: str
    code: str


_AD_FIELDS = tuple(field.name for field in fields(AdRow))


def find_ads(connection: Connection, wanted: Sequence[tuple[UUID, str]]) -> dict[tuple[UUID, str], AdRow]:
    """Ads by (shop, external id or link code)."""
    if not wanted:
        return {}
    shops, keys = zip(*set(wanted), strict=True)
    rows = connection.execute(
        "SELECT a.id, a.shop_id, a.external_id, a.source, a.name, a.headline, a.product_id, a.color, a.code"
        " FROM leads_ad a JOIN unnest(%s::uuid[], %s::text[]) AS given(shop_id, key)"
        " ON a.shop_id = given.shop_id AND (a.external_id = given.key OR (a.code <> '' AND upper(a.code) = upper(given.key)))",
        [list(shops), list(keys)],
    ).fetchall()
    ads = [AdRow(**dict(zip(_AD_FIELDS, row, strict=True))) for row in rows]
    found = {(ad.shop_id, ad.external_id): ad for ad in ads}
    return found | {(ad.shop_id, ad.code.upper()): ad for ad in ads if ad.code}
