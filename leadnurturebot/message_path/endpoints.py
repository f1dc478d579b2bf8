"""Webhook addresses: which connection an endpoint key names, its secrets, and whose numbers it serves."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson
import psycopg

from leadnurturebot.platform.encryption import ShopKey, master_keys, unwrap

# A changed secret or a switched-off connection takes effect within this many seconds of wall time.
KEPT_SECONDS = 5.0
KEPT_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Number:
    """A business number of a connection and the shop it belongs to."""

    id: UUID
    shop_id: UUID
    key: ShopKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A connection as the receiver needs it."""

    connection_id: UUID
    shop_id: UUID
    kind: str
    slug: str
    secrets: Mapping[str, str]
    """All settings of the connection, the open ones too."""
    key: ShopKey
    numbers: Mapping[tuple[str, str], Number] = field(default_factory=dict)
    """By (waba id, phone number id), and by ("", phone number id) where a provider names no account."""


_LOAD = """
SELECT c.id, c.shop_id, c.kind, c.slug, c.config, c.secrets, k.wrapped, n.id, n.shop_id, n.phone_number_id, n.waba_id, nk.wrapped
FROM shops_connection c
JOIN platform_shopkey k ON k.shop_id = c.shop_id
LEFT JOIN shops_businessnumber n ON n.connection_id = c.id
LEFT JOIN platform_shopkey nk ON nk.shop_id = n.shop_id
WHERE c.endpoint_key = %s AND c.status = 'active'
"""


class Endpoints:
    """Finds endpoints, remembering each for a few seconds. Unknown keys are remembered too, so that guessing is cheap."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, Endpoint | None]] = {}
        self._masters = master_keys()

    def is_kept(self, endpoint_key: str) -> bool:
        """Whether `find` would answer without asking the database."""
        kept = self._kept.get(endpoint_key)
        return kept is not None and kept[0] > time.monotonic()

    def kept(self, endpoint_key: str) -> Endpoint | None:
        """What is remembered of a key."""
        return self._kept[endpoint_key][1]

    async def find(self, connection: psycopg.AsyncConnection[Any], endpoint_key: str) -> Endpoint | None:
        """The endpoint of a key, None when nothing active has it."""
        now = time.monotonic()
        kept = self._kept.get(endpoint_key)
        if kept is not None and kept[0] > now:
            return kept[1]
        rows = await (await connection.execute(_LOAD, [endpoint_key])).fetchall()
        found = self._read(rows) if rows else None
        if len(self._kept) >= KEPT_MOST:
            self._kept.clear()
        self._kept[endpoint_key] = (now + KEPT_SECONDS, found)
        return found

    def _read(self, rows: list[tuple[Any, ...]]) -> Endpoint:
        connection_id, shop_id, kind, slug, config, secrets, wrapped = rows[0][:7]
        key = unwrap(shop_id, wrapped, self._masters)
        numbers: dict[tuple[str, str], Number] = {}
        for *_, number_id, number_shop, phone_number_id, waba_id, number_wrapped in rows:
            if number_id is not None:
                number = Number(number_id, number_shop, unwrap(number_shop, number_wrapped, self._masters))
                numbers[waba_id, phone_number_id] = numbers["", phone_number_id] = number
        opened = {**config, **(orjson.loads(key.open(secrets)) if secrets else {})}
        return Endpoint(
            connection_id=connection_id, shop_id=shop_id, kind=kind, slug=slug, secrets=opened, key=key, numbers=numbers
        )
