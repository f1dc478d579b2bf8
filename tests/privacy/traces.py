"""Looking for a person everywhere: every column of every table, what is sealed opened, blind indexes computed."""

from collections.abc import Iterable
from dataclasses import dataclass

from leadnurturebot.leads.names import search_keys
from leadnurturebot.platform.encryption import ShopKey, Unreadable
from leadnurturebot.platform.sql import Connection

_COLUMNS = """
SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A person by everything that would give them away: words, and the indexes of number, user id and name."""

    key: ShopKey
    words: tuple[str, ...]
    indexes: frozenset[bytes]


def wanted(key: ShopKey, *, name: str, number: str, words: Iterable[str]) -> Wanted:
    """Everything to look for of somebody, in the key's shop."""
    user_id = f"GB.{number}"
    indexes = {key.index("search", word) for word in search_keys(name, number)}
    indexes |= {key.index(kind, value) for kind, value in (("wa_id", number), ("user_id", user_id))}
    indexes |= {key.index("lane", address) for address in (number, user_id)}
    return Wanted(key, (*name.split(), number, *words), frozenset(indexes))


def traces(connection: Connection, person: Wanted) -> set[str]:
    """Where something of the person is found, as "table.column"."""
    found = set()
    for table, column, kind in connection.execute(_COLUMNS).fetchall():
        is_bytes = kind == "bytea"
        chosen = f'"{column}"' if is_bytes else f'"{column}"::text'
        rows = connection.execute(f'SELECT DISTINCT {chosen} FROM "{table}" WHERE "{column}" IS NOT NULL')
        if any(_is_trace(person, value, is_bytes=is_bytes) for (value,) in rows):
            found.add(f"{table}.{column}")
    return found


def _is_trace(person: Wanted, value: bytes | str, *, is_bytes: bool) -> bool:
    if not is_bytes:
        return any(word in str(value) for word in person.words)
    if bytes(value) in person.indexes:  # type: ignore[arg-type]  # a bytea
        return True
    try:
        text = person.key.open(value).decode(errors="replace")  # type: ignore[arg-type]  # as above
    except (Unreadable, ValueError):
        text = bytes(value).decode(errors="replace")  # type: ignore[arg-type]  # as above
    return any(word in text for word in person.words)
