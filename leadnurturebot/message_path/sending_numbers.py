"""The business numbers that messages leave from, with the opened secrets of their connections."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson

from leadnurturebot.domain.values import value
from leadnurturebot.platform.encryption import ShopKey, ring
from leadnurturebot.platform.sql import Connection


@value
class NumberRow:
    """A business number and the account that sends for it."""

    number_id: UUID
    phone_number_id: str
    waba_id: str
    slug: str
    secrets: dict[str, str]
    owner: tuple[UUID, UUID]
    """The connection: its shop, and its id."""
    endpoint_key: str
    remembered: dict[str, str]


def load_numbers(connection: Connection, number_ids: Sequence[UUID]) -> dict[UUID, NumberRow]:
    """Numbers with opened secrets by id; those of a disconnected connection are left out."""
    rows = connection.execute(
        "SELECT n.id, n.phone_number_id, n.waba_id, c.slug, c.shop_id, c.secrets, c.id, c.endpoint_key, c.remembered"
        " FROM shops_businessnumber n JOIN shops_connection c ON c.id = n.connection_id AND c.status = 'active'"
        " WHERE n.id = ANY(%s)",
        [list(set(number_ids))],
    ).fetchall()
    keys = ring().load(connection, [row[4] for row in rows])
    return {row[0]: _number_row(row, keys[row[4]]) for row in rows}


def _number_row(row: Sequence[Any], key: ShopKey) -> NumberRow:
    number_id, phone_number_id, waba_id, slug, shop_id, sealed, connection_id, endpoint_key, remembered = row
    return NumberRow(
        number_id, phone_number_id, waba_id, slug, orjson.loads(key.open(sealed)) if sealed else {},
        (shop_id, connection_id), endpoint_key, remembered,
    )  # fmt: skip
