"""Leads for the message path: found by their identities, made when new, locked in id order."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.values import record
from leadnurturebot.leads import identities, names
from leadnurturebot.leads.identities import ContactSeen as ContactSeen
from leadnurturebot.leads.identities import Found, Keys, Sought
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.phone_numbers import country_of
from leadnurturebot.platform.sql import Connection, insert_many, kinds, typed

_LEAD_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "name_sealed": "bytea", "profile_sealed": "bytea", "country": "text",
    "language": "text", "source": "text", "first_ad_id": "uuid", "last_ad_id": "uuid", "last_source": "text",
    "status": "text", "score": "int", "created_at": "timestamptz", "last_seen_at": "timestamptz",
}  # fmt: skip


@record
class LeadRow:
    """A lead as a turn needs it, opened."""

    id: UUID
    shop_id: UUID
    name: str
    country: str
    language: str
    source: str
    first_ad_id: UUID | None
    last_ad_id: UUID | None
    last_source: str
    status: str
    opted_out_at: datetime | None
    marketing_consent_at: datetime | None
    reminders_consent_at: datetime | None
    marketing_stopped_at: datetime | None
    erased_at: datetime | None = None
    merged_into_id: UUID | None = None
    same_person: tuple[UUID, ...] = ()
    """Other leads that the ids of one message lead to: the messenger says that they are this one."""
    profile: Mapping[str, Any] = field(default_factory=dict)
    is_new: bool = False


_FIND = """
SELECT i.shop_id, i.kind, i.index, i.lead_id FROM leads_identity i
JOIN unnest(%s::uuid[], %s::text[], %s::bytea[]) AS given(shop_id, kind, index)
  ON i.shop_id = given.shop_id AND i.kind = given.kind AND i.index = given.index
"""

# Locked in id order, so that two workers that meet over one person cannot wait for each other.
_LOCK = """
SELECT id, shop_id, name_sealed, country, language, source, first_ad_id, status, opted_out_at, marketing_consent_at,
       reminders_consent_at, marketing_stopped_at, profile_sealed, last_ad_id, last_source, erased_at,
       merged_into_id
FROM leads_lead WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE
"""


def resolve_many(connection: Connection, seen: Sequence[ContactSeen], keys: Keys, *, now: datetime) -> list[LeadRow]:
    """The lead of every contact, in the same order; unknown people become new leads. All are locked."""
    created: set[UUID] = set()
    people = identities.sought(seen, keys)
    found, rows = _find_or_create(connection, people, keys, now, created)
    while any(lead.erased_at or lead.merged_into_id for lead in rows.values()):
        # Forgotten or merged while we waited for the lock: whoever writes now is somebody new, or the lead it became.
        found, rows = _find_or_create(connection, people, keys, now, created)
    identities.learn(connection, people, found, keys, now)
    leads = []
    for given in people:
        lead_id = _required(given.lead(found))
        lead = _named(connection, rows[lead_id], given.contact, keys, lead_id in created)
        others = given.others(lead_id, found)
        leads.append(replace(lead, same_person=others) if others else lead)
    return leads


def _find_or_create(
    connection: Connection, people: Sequence[Sought], keys: Keys, now: datetime, created: set[UUID]
) -> tuple[Found, dict[UUID, LeadRow]]:
    """Everybody's lead, locked; `created` gains those that are new."""
    found = identities.without_handed_on(connection, people, _find(connection, people))
    new = {given.contact: given for given in people if given.lead(found) is None}
    if made := _create(connection, list(new.values()), keys, now):
        created |= made
        found = _find(connection, people)
    return found, load_many(connection, [_required(given.lead(found)) for given in people], keys)


def load_many(connection: Connection, lead_ids: Sequence[UUID], keys: Keys) -> dict[UUID, LeadRow]:
    """Leads by id, locked in id order until the transaction ends."""
    rows = connection.execute(_LOCK, [sorted(set(lead_ids))]).fetchall()
    return {row[0]: _opened(row, keys[row[1]]) for row in rows}


def _opened(row: Sequence[Any], key: ShopKey) -> LeadRow:
    return LeadRow(
        id=row[0], shop_id=row[1], name=key.open_text(row[2]), country=row[3], language=row[4], source=row[5],
        first_ad_id=row[6], status=row[7], opted_out_at=row[8], marketing_consent_at=row[9],
        reminders_consent_at=row[10], marketing_stopped_at=row[11],
        profile=orjson.loads(key.open(row[12])) if row[12] else {}, last_ad_id=row[13], last_source=row[14],
        erased_at=row[15], merged_into_id=row[16],
    )  # fmt: skip


def find_leads(connection: Connection, contact: ContactSeen, key: ShopKey) -> list[UUID]:
    """Leads that a contact's ids lead to now; nobody is made. A number that was handed on leads to nobody."""
    people = identities.sought([contact], {contact.shop_id: key})
    return people[0].leads(identities.without_handed_on(connection, people, _find(connection, people)))


def name_unnamed(connection: Connection, lead_id: UUID, contact: ContactSeen, key: ShopKey) -> None:
    """Give the lead the contact's name, when it has none."""
    row = connection.execute(
        "UPDATE leads_lead SET name_sealed = %s WHERE shop_id = %s AND id = %s AND name_sealed = '' AND erased_at IS NULL"
        " RETURNING id",
        [key.seal_text(contact.name), contact.shop_id, lead_id],
    ).fetchone()
    if row is not None:
        names.index_many(connection, [(lead_id, contact.shop_id, contact.name, "")], {contact.shop_id: key})


def _find(connection: Connection, people: Sequence[Sought]) -> Found:
    wanted = {place for given in people for place in given.places.values()}
    rows = connection.execute(_FIND, typed(kinds(_FIND), wanted)).fetchall()
    return {(shop_id, kind, bytes(index)): lead_id for shop_id, kind, index, lead_id in rows}


def _required(lead_id: UUID | None) -> UUID:
    if lead_id is None:
        raise LookupError("a contact without any identity reached the message path")
    return lead_id


def _create(connection: Connection, people: Sequence[Sought], keys: Keys, now: datetime) -> set[UUID]:
    """New leads with their identities. Where another worker was first, its lead stays and ours goes again."""
    if not people:
        return set()
    contacts, ids = [given.contact for given in people], [uuid7() for _ in people]
    leads = [
        (lead_id, contact.shop_id, keys[contact.shop_id].seal_text(contact.name) if contact.name else b"", b"",
         country_of(contact.wa_id or contact.user_id), "", "direct", None, None, "direct", "new", 0, contact.at or now,
         contact.at or now)
        for lead_id, contact in zip(ids, contacts, strict=True)
    ]  # fmt: skip
    insert_many(connection, "leads_lead", _LEAD_COLUMNS, leads)
    rows = [
        row
        for lead_id, given in zip(ids, people, strict=True)
        for row in identities.rows_of(lead_id, given, keys[given.contact.shop_id], given.contact.at or now)
    ]
    tail = "ON CONFLICT (shop_id, kind, index) DO NOTHING RETURNING lead_id"
    cursor = insert_many(connection, "leads_identity", identities.COLUMNS, rows, tail=tail)
    kept = {row[0] for row in cursor} if cursor else set()
    if lost := set(ids) - kept:
        connection.execute("DELETE FROM leads_lead WHERE id = ANY(%s)", [list(lost)])
    named = [(lead_id, c.shop_id, c.name, c.wa_id) for lead_id, c in zip(ids, contacts, strict=True) if lead_id in kept]
    names.index_many(connection, named, keys)
    return kept


def _named(connection: Connection, lead: LeadRow, contact: ContactSeen, keys: Keys, is_new: bool) -> LeadRow:
    """The lead under the name it goes by now; a changed profile name is stored."""
    if contact.name and contact.name != lead.name and not is_new:
        sealed = keys[lead.shop_id].seal_text(contact.name)
        connection.execute(
            "UPDATE leads_lead SET name_sealed = %s WHERE shop_id = %s AND id = %s", [sealed, lead.shop_id, lead.id]
        )
        names.index_many(connection, [(lead.id, lead.shop_id, contact.name, "")], keys)
    name = contact.name or lead.name
    return lead if (name, is_new) == (lead.name, lead.is_new) else replace(lead, name=name, is_new=is_new)


def addresses_of(connection: Connection, leads: Sequence[tuple[UUID, UUID]], keys: Keys) -> dict[UUID, tuple[str, str]]:
    """(wa_id, user id) by lead for (shop, lead) pairs: where to write to them."""
    rows = connection.execute(
        "SELECT i.shop_id, i.lead_id, i.kind, i.value_sealed FROM leads_identity i"
        " JOIN unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, lead_id) ON i.shop_id = g.shop_id AND i.lead_id = g.lead_id"
        " WHERE i.kind IN ('wa_id', 'user_id') ORDER BY i.created_at, i.id",
        [[shop for shop, _ in leads], [lead for _, lead in leads]],
    )
    found: dict[UUID, list[str]] = {}
    for shop_id, lead_id, kind, sealed in rows:
        found.setdefault(lead_id, ["", ""])[kind == "user_id"] = keys[shop_id].open_text(sealed)
    return {lead_id: (wa_id, user_id) for lead_id, (wa_id, user_id) in found.items()}
