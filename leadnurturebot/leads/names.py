"""The blind search index of leads: name words, their first three letters, the number, its last four digits."""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many

_COLUMNS = {"id": "uuid", "shop_id": "uuid", "lead_id": "uuid", "index": "bytea"}
_WORD = re.compile(r"\w+")


def search_keys(name: str, number: str) -> set[str]:
    """Everything a lead can be found by."""
    words = _WORD.findall(name.casefold())
    keys = {f"word:{word}" for word in words} | {f"start:{word[:3]}" for word in words if len(word) >= 3}
    if number:
        keys |= {f"number:{number}", f"last:{number[-4:]}"}
    return keys


def query_keys(text: str) -> list[str]:
    """What to look for when somebody typed `text`: every one must be found."""
    digits = re.sub(r"\D", "", text)
    if len(digits) >= 4:
        return [f"last:{digits}" if len(digits) == 4 else f"number:{digits}"]
    words = _WORD.findall(text.casefold())
    return [f"start:{word}" if len(word) == 3 else f"word:{word}" for word in words]


def index_many(
    connection: Connection, people: Sequence[tuple[UUID, UUID, str, str]], keys: Mapping[UUID, ShopKey]
) -> None:
    """Index (lead, shop, name, number) tuples; what is indexed already stays."""
    rows = [
        (uuid7(), shop_id, lead_id, keys[shop_id].index("search", key))
        for lead_id, shop_id, name, number in people
        for key in sorted(search_keys(name, number))
    ]
    insert_many(connection, "leads_searchword", _COLUMNS, rows, tail="ON CONFLICT (shop_id, index, lead_id) DO NOTHING")
