"""Finding a lead by what a person of the shop has at hand: our id, a number in any spelling, a WhatsApp user id."""

from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.phone_numbers import canonical, is_bsuid, variants
from leadnurturebot.platform.sql import Connection


class LeadUnknown(LookupError):
    """The shop has no such lead."""


def find_lead(connection: Connection, key: ShopKey, name: str) -> UUID:
    """The lead of the key's shop with this id, number or user id. Raises LeadUnknown."""
    try:
        return require_lead(connection, key.shop_id, UUID(name))
    except ValueError:
        return _by_address(connection, key, name)


def require_lead(connection: Connection, shop_id: UUID, lead_id: UUID) -> UUID:
    """`lead_id`, when it is a lead of the shop. Raises LeadUnknown."""
    row = connection.execute("SELECT id FROM leads_lead WHERE shop_id = %s AND id = %s", [shop_id, lead_id]).fetchone()
    if row is None:
        raise LeadUnknown(f"the shop has no lead {lead_id}")
    return lead_id


def _by_address(connection: Connection, key: ShopKey, address: str) -> UUID:
    kind, value = ("user_id", address) if is_bsuid(address) else ("wa_id", canonical(address))
    row = connection.execute(
        "SELECT lead_id FROM leads_identity WHERE shop_id = %s AND kind = %s AND index = %s",
        [key.shop_id, kind, key.index(kind, value)],
    ).fetchone()
    if row is None:
        raise LeadUnknown("nobody with this number or id has written to the shop")
    lead_id: UUID = row[0]
    return lead_id


def every_address(connection: Connection, key: ShopKey, lead_id: UUID) -> set[str]:
    """Everything the lead may be written to or come from: numbers in every spelling, user ids."""
    rows = connection.execute(
        "SELECT value_sealed FROM leads_identity WHERE shop_id = %s AND lead_id = %s", [key.shop_id, lead_id]
    )
    given = [key.open_text(row[0]) for row in rows]
    return {*given, *(spelling for address in given for spelling in variants(address))}
