"""Leads as screens show them: names opened, phones masked, found by the blind index."""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson

from leadnurturebot.leads.identities import FORMER
from leadnurturebot.leads.names import query_keys
from leadnurturebot.leads.phone_display import masked, timezone_of
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.reading import Question, Row, fetch, fetch_one

FOUND_AT_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRef:
    """A lead in a list."""

    id: UUID
    name: str
    initials: str
    language: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdRef:
    """The ad a lead came by."""

    name: str
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What a lead agreed to. `since` is the newest of what holds."""

    marketing: bool
    reminders: bool
    opted_out: bool
    since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadProfile:
    """A lead beside a conversation. `local_time` is the lead's own, "22:41"."""

    source: str
    ad: AdRef | None
    phone_masked: str
    local_time: str
    timezone: str
    consent: Consent
    usual_size: str | None


def lead_ref(lead_id: UUID, name_sealed: bytes, language: str, country: str, key: ShopKey) -> LeadRef:
    """A lead row's columns, opened."""
    name = key.open_text(name_sealed)
    return LeadRef(id=lead_id, name=name, initials=initials(name), language=language, country=country)


def lead_refs(shop_id: UUID, lead_ids: Sequence[UUID], key: ShopKey) -> dict[UUID, LeadRef]:
    """Leads by their ids."""
    if not lead_ids:
        return {}
    rows = fetch(
        "SELECT id, name_sealed, language, country FROM leads_lead WHERE shop_id = %(shop)s AND id = ANY(%(leads)s)",
        {"shop": shop_id, "leads": list(set(lead_ids))},
    )
    return {row[0]: lead_ref(row[0], bytes(row[1]), row[2], row[3], key) for row in rows}


def initials(name: str) -> str:
    """First letters of the first and the last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    ends = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in ends).upper()


def find_leads(shop_id: UUID, text: str, key: ShopKey) -> list[UUID]:
    """Leads for whom every typed word or number is indexed, newest first, at most FOUND_AT_MOST."""
    wanted = list({key.index("search", word) for word in query_keys(text)})
    if not wanted:
        return []
    rows = fetch(
        "SELECT lead_id FROM leads_searchword WHERE shop_id = %(shop)s AND index = ANY(%(wanted)s)"
        " GROUP BY lead_id HAVING count(DISTINCT index) = %(count)s ORDER BY lead_id DESC LIMIT %(limit)s",
        {"shop": shop_id, "wanted": wanted, "count": len(wanted), "limit": FOUND_AT_MOST},
    )
    return [row[0] for row in rows]


_PROFILE = """
SELECT l.source, a.name, a.headline, l.profile_sealed, l.marketing_consent_at, l.reminders_consent_at,
       l.opted_out_at, (SELECT i.value_sealed FROM leads_identity i
                        WHERE i.shop_id = l.shop_id AND i.lead_id = l.id AND i.kind = 'wa_id'
                        ORDER BY i.created_at DESC LIMIT 1)
FROM leads_lead l LEFT JOIN leads_ad a ON a.shop_id = l.shop_id AND a.id = coalesce(l.last_ad_id, l.first_ad_id)
WHERE l.shop_id = %(shop)s AND l.id = %(lead)s
"""


def lead_profile(shop_id: UUID, lead_id: UUID, key: ShopKey, *, now: datetime, shop_timezone: str) -> LeadProfile:
    """What is known of a lead of the shop. `now` is business time; the shop's zone stands in for an unknown one."""
    row = fetch_one(_PROFILE, {"shop": shop_id, "lead": lead_id})
    if row is None:
        raise LookupError(f"the shop has no lead {lead_id}")
    source, ad_name, headline, profile_sealed, marketing_at, reminders_at, opted_out_at, phone_sealed = row
    phone = key.open_text(phone_sealed)
    profile = orjson.loads(key.open(profile_sealed)) if profile_sealed else {}
    zone = timezone_of(phone) or shop_timezone
    return LeadProfile(
        source=source,
        ad=AdRef(name=ad_name, headline=headline) if ad_name is not None else None,
        phone_masked=masked(phone),
        local_time=f"{now.astimezone(ZoneInfo(zone)):%H:%M}",
        timezone=zone,
        consent=_consent(marketing_at, reminders_at, opted_out_at),
        usual_size=profile.get("usual_size") or None,
    )


def _consent(marketing_at: datetime | None, reminders_at: datetime | None, opted_out_at: datetime | None) -> Consent:
    given = [at for at in (marketing_at, reminders_at) if at]
    return Consent(
        marketing=marketing_at is not None,
        reminders=reminders_at is not None,
        opted_out=opted_out_at is not None,
        since=opted_out_at or max(given, default=None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchRow:
    """An arrival of a lead."""

    at: datetime
    source: str
    ad_name: str


def touches_until(shop_id: UUID, lead_id: UUID, until: datetime) -> Sequence[TouchRow]:
    """The lead's arrivals up to a moment, oldest first."""
    rows = fetch(
        "SELECT t.occurred_at, t.source, coalesce(a.name, t.headline) FROM leads_touch t"
        " LEFT JOIN leads_ad a ON a.shop_id = t.shop_id AND a.id = t.ad_id"
        " WHERE t.shop_id = %(shop)s AND t.lead_id = %(lead)s AND t.occurred_at <= %(until)s"
        " ORDER BY t.occurred_at LIMIT 50",
        {"shop": shop_id, "lead": lead_id, "until": until},
    )
    return [TouchRow(at=at, source=source, ad_name=ad_name) for at, source, ad_name in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeView:
    """A lead that became part of this one."""

    id: UUID
    name: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubles:
    """Leads that became part of one, and those that may be the same person."""

    merges: Sequence[MergeView]
    maybe_same: Sequence[LeadRef]


_DOUBLES = """
(SELECT m.id, m.merged_id, encode(l.name_sealed, 'base64') AS name, m.reason, m.at, l.language, l.country
  FROM leads_merge m JOIN leads_lead l ON l.shop_id = m.shop_id AND l.id = m.merged_id
  WHERE m.shop_id = %(shop)s AND m.kept_id = %(lead)s AND m.undone_at IS NULL ORDER BY m.at DESC LIMIT 20)
UNION ALL
(SELECT DISTINCT NULL::uuid, l.id, encode(l.name_sealed, 'base64'), '', NULL::timestamptz, l.language, l.country
  FROM leads_identity mine
  JOIN leads_identity theirs ON theirs.shop_id = mine.shop_id AND theirs.index = mine.index
    AND theirs.lead_id <> mine.lead_id AND theirs.kind IN ('wa_id', %(former)s)
  JOIN leads_lead l ON l.shop_id = theirs.shop_id AND l.id = theirs.lead_id
  WHERE mine.shop_id = %(shop)s AND mine.lead_id = %(lead)s AND mine.kind IN ('wa_id', %(former)s)
    AND l.merged_into_id IS NULL AND l.erased_at IS NULL LIMIT 5)
"""


def doubles_of(shop_id: UUID, lead_id: UUID, key: ShopKey) -> Question[Doubles]:
    """Merges into a lead that can be undone, newest first; and leads with which it shares a number that was handed on."""
    parameters = {"shop": shop_id, "lead": lead_id, "former": FORMER}
    return Question(_DOUBLES, parameters, lambda rows: _doubles(rows, key))


def _doubles(rows: Sequence[Row], key: ShopKey) -> Doubles:
    merges, maybe_same = [], []
    for merge_id, lead_id, sealed, reason, at, language, country in rows:
        lead = lead_ref(UUID(lead_id), b64decode(sealed), language, country, key)
        if merge_id is None:
            maybe_same.append(lead)
        else:
            merges.append(MergeView(id=UUID(merge_id), name=lead.name, reason=reason, at=datetime.fromisoformat(at)))
    return Doubles(merges=merges, maybe_same=maybe_same)
