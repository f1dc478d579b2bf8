"""Everything held about a person, for themselves to read."""

from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.leads.lookup import require_lead
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.privacy.holdings import holdings


def export_lead(connection: Connection, *, shop_id: UUID, lead_id: UUID) -> dict[str, Any]:
    """What every app holds of a lead, opened, as JSON values: times in ISO 8601, amounts in minor units or micros.

    Raises LeadUnknown.
    """
    require_lead(connection, shop_id, lead_id)
    key = ring().of(connection, shop_id)
    held: dict[str, Any] = {}
    for holding in holdings():
        held |= holding.export(connection, key, lead_id)
    held["lead"] = held["lead"][0]
    values: dict[str, Any] = orjson.loads(orjson.dumps(held))
    return values
