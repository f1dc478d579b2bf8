"""Addresses of leads: who is found by which, what is learned, and numbers that were handed on to somebody else.

Lookup goes by business-scoped id, then its parent, then number. A number is an address, not a person: messengers' users
give theirs up, and somebody else gets it. What tells is the business-scoped id that comes with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.domain.values import record, value
from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.phone_numbers import canonical
from leadnurturebot.platform.sql import Connection, insert_many

Keys = Mapping[UUID, ShopKey]
Place = tuple[UUID, str, bytes]
"""Shop, kind, blind index: where an address is looked up."""
Found = dict[Place, UUID]
"""Lead by place."""

FORMER = "former_wa_id"
"""A number that was the lead's once. It keeps the blind index of a number, and nothing is found or written to by it."""
COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "lead_id": "uuid", "kind": "text", "index": "bytea", "value_sealed": "bytea",
    "created_at": "timestamptz",
}  # fmt: skip


@record
class ContactSeen:
    """Somebody who wrote, by whatever ids came along."""

    shop_id: UUID
    user_id: str = ""
    parent_user_id: str = ""
    wa_id: str = ""
    name: str = ""
    at: datetime | None = field(default=None, compare=False)
    """When they came; None for now. A history is brought in with its own times."""

    def identities(self) -> list[tuple[str, str]]:
        """(kind, value to look up) in the order in which they are believed; a number in its canonical form."""
        found = [("user_id", self.user_id), ("parent_user_id", self.parent_user_id)]
        found.append(("wa_id", canonical(self.wa_id) if self.wa_id else ""))
        return [(kind, value) for kind, value in found if value]

    def as_given(self, kind: str) -> str:
        """The id of a kind as it came: that is what messages are sent to."""
        return {"user_id": self.user_id, "parent_user_id": self.parent_user_id, "wa_id": self.wa_id}[kind]


@value
class Sought:
    """A contact, and where each of its ids is looked up: canonical forms and blind indexes, made once."""

    contact: ContactSeen
    places: dict[str, Place]
    """By kind, in the order in which they are believed."""

    def leads(self, found: Found) -> list[UUID]:
        """The leads that the ids lead to, in the order in which they are believed."""
        return list(dict.fromkeys(found[place] for place in self.places.values() if place in found))

    def lead(self, found: Found) -> UUID | None:
        """By user id before number: a number that belongs to somebody with another user id was handed on."""
        return next((found[place] for place in self.places.values() if place in found), None)

    def others(self, lead_id: UUID, found: Found) -> tuple[UUID, ...]:
        """Leads other than `lead_id` that the ids lead to."""
        return tuple(other for other in self.leads(found) if other != lead_id)


def sought(seen: Sequence[ContactSeen], keys: Keys) -> list[Sought]:
    """Where every contact is looked up, in the same order."""
    made = {contact: Sought(contact, _places(contact, keys[contact.shop_id])) for contact in set(seen)}
    return [made[contact] for contact in seen]


def _places(contact: ContactSeen, key: ShopKey) -> dict[str, Place]:
    return {kind: (contact.shop_id, kind, key.index(kind, value)) for kind, value in contact.identities()}


def rows_of(lead_id: UUID, given: Sought, key: ShopKey, now: datetime) -> list[tuple[Any, ...]]:
    """A contact's rows of the identities, as `COLUMNS` names them."""
    return [_row(lead_id, given.contact, place, key, now) for place in given.places.values()]


def _row(lead_id: UUID, contact: ContactSeen, place: Place, key: ShopKey, now: datetime) -> tuple[Any, ...]:
    shop_id, kind, index = place
    return uuid7(), shop_id, lead_id, kind, index, key.seal_text(contact.as_given(kind)), now


def learn(connection: Connection, people: Sequence[Sought], found: Found, keys: Keys, now: datetime) -> None:
    """An id that came with a known one belongs to the same lead from now on; a number it once had does not come back."""
    rows = []
    for given in people:
        for place in given.places.values():
            if place not in found and (lead_id := given.lead(found)):
                found[place] = lead_id
                rows.append(_row(lead_id, given.contact, place, keys[place[0]], now))
    if rows:
        _insert(connection, _without_former(connection, rows))


def give(connection: Connection, lead_id: UUID, contact: ContactSeen, key: ShopKey, *, now: datetime) -> None:
    """The contact's ids are the lead's from now on, and the newest: messages go there."""
    insert_many(
        connection, "leads_identity", COLUMNS, rows_of(lead_id, Sought(contact, _places(contact, key)), key, now),
        tail="ON CONFLICT (shop_id, kind, index) DO UPDATE SET created_at = excluded.created_at"
        " WHERE leads_identity.lead_id = excluded.lead_id",
    )  # fmt: skip


def numbers_of(connection: Connection, shop_id: UUID, lead_id: UUID) -> list[bytes]:
    """Blind indexes of the lead's present numbers."""
    rows = connection.execute(
        "SELECT index FROM leads_identity WHERE shop_id = %s AND lead_id = %s AND kind = 'wa_id'", [shop_id, lead_id]
    )
    return [bytes(row[0]) for row in rows]


def _insert(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
    insert_many(connection, "leads_identity", COLUMNS, rows, tail="ON CONFLICT (shop_id, kind, index) DO NOTHING")


def _without_former(connection: Connection, rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """A late message from before a change of numbers still names the old one."""
    given = [(each[1], each[2], each[4]) for each in rows if each[3] == "wa_id"]
    former = connection.execute(
        "SELECT i.lead_id, i.index FROM leads_identity i JOIN unnest(%s::uuid[], %s::uuid[], %s::bytea[])"
        " AS g(shop_id, lead_id, index) ON i.shop_id = g.shop_id AND i.lead_id = g.lead_id AND i.index = g.index"
        " WHERE i.kind = %s",
        [[g[0] for g in given], [g[1] for g in given], [g[2] for g in given], FORMER],
    )
    known = {(lead_id, bytes(index)) for lead_id, index in former}
    return [each for each in rows if (each[2], each[4]) not in known]


def without_handed_on(connection: Connection, people: Sequence[Sought], found: Found) -> Found:
    """What was found, but for numbers that now come with another person's business-scoped id: those leave their lead.

    Nobody is merged for it. A lead that never had a business-scoped id is the same person, whose id we now learn.
    """
    suspects = dict(filter(None, (_doubtful(given.places, found) for given in people)))
    if not suspects:
        return found
    named = connection.execute(
        "SELECT DISTINCT lead_id FROM leads_identity WHERE lead_id = ANY(%s) AND shop_id = ANY(%s) AND kind = 'user_id'",
        [list(suspects.values()), list({shop_id for shop_id, _, _ in suspects})],
    )
    have_own = {row[0] for row in named}
    gone = [place for place, lead_id in suspects.items() if lead_id in have_own]
    retire(connection, [(shop_id, index) for shop_id, _, index in gone])
    return {place: lead_id for place, lead_id in found.items() if place not in gone}


def _doubtful(places: Mapping[str, Place], found: Found) -> tuple[Place, UUID] | None:
    """The number's place and lead, when the business-scoped id that came with it does not lead to the same lead."""
    number, own = places.get("wa_id"), places.get("user_id")
    if number is None or own is None:
        return None
    lead_id = found.get(number)
    if lead_id is None or found.get(own) == lead_id:
        return None
    parent = places.get("parent_user_id")
    return None if parent and found.get(parent) == lead_id else (number, lead_id)


def retire(connection: Connection, numbers: Sequence[tuple[UUID, bytes]]) -> None:
    """Numbers, by (shop, blind index), are their lead's no longer."""
    if not numbers:
        return
    columns = [[shop_id for shop_id, _ in numbers], [index for _, index in numbers]]
    joined = "unnest(%s::uuid[], %s::bytea[]) AS g(shop_id, index) WHERE i.shop_id = g.shop_id AND i.index = g.index"
    connection.execute(f"DELETE FROM leads_identity i USING {joined} AND i.kind = %s", [*columns, FORMER])
    connection.execute(f"UPDATE leads_identity i SET kind = %s FROM {joined} AND i.kind = 'wa_id'", [FORMER, *columns])
