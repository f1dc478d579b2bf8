"""Rows read for a person to keep: by column name, with what is sealed opened."""

from collections.abc import Mapping
from typing import Any

import orjson

from leadnurturebot.platform.encryption import ShopKey
from leadnurturebot.platform.sql import Connection

_JSON, _TEXT = "_json_sealed", "_sealed"

Record = dict[str, Any]


def opened_records(connection: Connection, key: ShopKey, statement: str, values: Mapping[str, Any]) -> list[Record]:
    """The rows of a statement. A column `x_sealed` comes as the text `x`, `x_json_sealed` as the JSON value `x`.

    Raises Unreadable for what another shop sealed.
    """
    cursor = connection.execute(statement, dict(values))
    names = [column.name for column in cursor.description or ()]
    return [dict(_opened(key, name, value) for name, value in zip(names, row, strict=True)) for row in cursor]


def _opened(key: ShopKey, name: str, value: Any) -> tuple[str, Any]:
    if name.endswith(_JSON):
        return name.removesuffix(_JSON), orjson.loads(key.open(value)) if value else None
    if name.endswith(_TEXT):
        return name.removesuffix(_TEXT), key.open_text(value)
    return name, value
