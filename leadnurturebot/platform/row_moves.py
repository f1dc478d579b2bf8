"""Moving rows from one owner to another so that it can be undone: what was moved is known by its ids."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from leadnurturebot.platform.sql import Connection

Moved = Mapping[str, Sequence[str]]
"""Ids of rows by `table.column`."""


def move(
    connection: Connection, column: str, shop_id: UUID, *, source: UUID, target: UUID, also: str = ""
) -> dict[str, list[str]]:
    """Point the rows of `table.column` that name `source` at `target`. `also` is a further condition."""
    table, name = column.split(".")
    rows = connection.execute(
        f"UPDATE {table} r SET {name} = %s WHERE r.shop_id = %s AND r.{name} = %s {also} RETURNING r.id",
        [target, shop_id, source],
    )
    return {column: [str(row[0]) for row in rows]}


def move_back(
    connection: Connection, shop_id: UUID, columns: Sequence[str], moved: Moved, *, source: UUID, target: UUID
) -> None:
    """Point the moved rows at `source` again, but for those that somebody else has by now."""
    for column in columns:
        table, name = column.split(".")
        connection.execute(
            f"UPDATE {table} SET {name} = %s WHERE shop_id = %s AND id = ANY(%s) AND {name} = %s",
            [source, shop_id, [UUID(row) for row in moved.get(column, ())], target],
        )
