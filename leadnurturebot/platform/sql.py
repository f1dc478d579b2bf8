"""Raw PostgreSQL connections for the message path, and the one borrowed from Django for everything else."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast

import orjson
import psycopg
from django.conf import settings
from django.db import connection as django_connection
from psycopg import sql
from psycopg.types.json import JsonbLoader, JsonLoader

Connection = psycopg.Connection[Any]
Cursor = psycopg.Cursor[Any]


def connect(*, autocommit: bool = False, name: str = "leadnurturebot") -> Connection:
    """A new direct connection to the product's database.

    Raises psycopg.OperationalError when the database cannot be reached.
    """
    return psycopg.connect(settings.DATABASE_URL, autocommit=autocommit, application_name=name)


async def connect_async(*, autocommit: bool = False, name: str = "leadnurturebot") -> psycopg.AsyncConnection[Any]:
    """`connect`, asynchronous."""
    return await psycopg.AsyncConnection.connect(settings.DATABASE_URL, autocommit=autocommit, application_name=name)


def borrowed() -> Connection:
    """Django's own connection as psycopg's, inside Django's transaction: ORM actions call a batch with it."""
    django_connection.ensure_connection()
    return cast(Connection, _Borrowed(django_connection.connection))


class _Borrowed:
    """Django's connection, reading jsonb as values like a direct one: Django itself has it arrive as text."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def cursor(self) -> Cursor:
        cursor = psycopg.Cursor(self._connection)
        cursor.adapters.register_loader("json", JsonLoader)
        cursor.adapters.register_loader("jsonb", JsonbLoader)
        return cursor

    def execute(self, query: Any, params: Any = None) -> Cursor:
        return self.cursor().execute(query, params)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def json_text(value: object) -> str:
    """`value` as JSON text for a jsonb parameter."""
    return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()


@cache
def unnest_source(columns: tuple[tuple[str, str], ...]) -> sql.Composed:
    """`unnest(%s::uuid[], …) AS given(a, …)` for named columns. Array columns travel as text and are cast back by
    `unnest_values`, because unnest would flatten them."""
    casts = [sql.SQL("%s::text[]" if kind.endswith("[]") else f"%s::{kind}[]") for _, kind in columns]
    names = [sql.Identifier(name) for name, _ in columns]
    return sql.SQL("unnest({}) AS given({})").format(sql.SQL(", ").join(casts), sql.SQL(", ").join(names))


@cache
def _insert(table: str, columns: tuple[tuple[str, str], ...], tail: str) -> sql.Composed:
    values = [
        sql.SQL("given.{}::" + kind).format(sql.Identifier(name))
        if kind.endswith("[]")
        else sql.SQL("given.{}").format(sql.Identifier(name))
        for name, kind in columns
    ]
    return sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} {}").format(
        sql.Identifier(table),
        sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns),
        sql.SQL(", ").join(values),
        unnest_source(columns),
        sql.SQL(tail),
    )


def columns_of(columns: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    """Rows turned into one parameter per column, arrays as PostgreSQL array text."""
    turned = [list(values) for values in zip(*rows, strict=True)]
    for position, kind in enumerate(columns.values()):
        if kind.endswith("[]"):
            element = _quoted if kind == "text[]" else str
            turned[position] = ["{" + ",".join(map(element, value)) + "}" for value in turned[position]]
    return turned


def _quoted(text: str) -> str:
    """An element of an array's text (PostgreSQL manual, 8.15.6)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def insert_many(
    connection: Connection, table: str, columns: Mapping[str, str], rows: Sequence[Sequence[Any]], *, tail: str = ""
) -> Cursor | None:
    """Insert all rows by one statement, `tail` being ON CONFLICT and RETURNING. None when there are no rows.

    `columns` gives name and PostgreSQL type; arrays hold texts (`text[]`) or what needs no quotes (ids, numbers).
    """
    if not rows:
        return None
    statement = _insert(table, tuple(columns.items()), tail)
    return connection.execute(statement, columns_of(columns, rows))
