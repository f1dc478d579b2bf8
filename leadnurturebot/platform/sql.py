"""Raw PostgreSQL connections for the message path, and the one borrowed from Django for everything else."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast

import orjson
import psycopg
from django.conf import settings
from django.db import connection as django_connection
from psycopg import sql
from psycopg.types.json import JsonbLoader, JsonLoader

from leadnurturebot.platform import packed_lists
from leadnurturebot.platform.packed_lists import Column

Connection = psycopg.Connection[Any]
Cursor = psycopg.Cursor[Any]


def connect(*, autocommit: bool = False, name: str = "leadnurturebot") -> Connection:
    """A new direct connection to the product's database.

    Raises psycopg.OperationalError when the database cannot be reached.
    """
    connection = psycopg.connect(settings.DATABASE_URL, autocommit=autocommit, application_name=name)
    packed_lists.register(connection)
    return connection


async def connect_async(*, autocommit: bool = False, name: str = "leadnurturebot") -> psycopg.AsyncConnection[Any]:
    """`connect`, asynchronous."""
    connection = await psycopg.AsyncConnection.connect(
        settings.DATABASE_URL, autocommit=autocommit, application_name=name
    )
    packed_lists.register(connection)
    return connection


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
        packed_lists.register(cursor)
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
def _insert(table: str, columns: tuple[tuple[str, str], ...], tail: str) -> bytes:
    values = [
        sql.SQL("given.{}::" + kind).format(sql.Identifier(name))
        if kind.endswith("[]")
        else sql.SQL("given.{}").format(sql.Identifier(name))
        for name, kind in columns
    ]
    statement = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} {}").format(
        sql.Identifier(table),
        sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns),
        sql.SQL(", ").join(values),
        unnest_source(columns),
        sql.SQL(tail),
    )
    return statement.as_bytes()


def columns_of(columns: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> list[Column]:
    """Rows turned into one parameter per column, arrays as PostgreSQL array text."""
    return [_column(kind, values) for kind, values in zip(columns.values(), zip(*rows, strict=True), strict=True)]


_CAST = re.compile(r"%s::([a-z ]+)\[\]")


@cache
def kinds(statement: str) -> tuple[str, ...]:
    """The types of a statement's array parameters, as it names them: `%s::uuid[]`."""
    return tuple(_CAST.findall(statement))


def typed(types: Sequence[str], rows: Collection[Sequence[Any]]) -> list[Column]:
    """Rows turned into one parameter per column of these types; empty columns when there are no rows."""
    turned: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [()] * len(types)
    return [_column(kind, values) for kind, values in zip(types, turned, strict=True)]


def _column(kind: str, values: Sequence[Any]) -> Column:
    if not kind.endswith("[]"):
        return Column(kind, values)
    element = _quoted if kind == "text[]" else str
    return Column("text", ("{" + ",".join(map(element, value)) + "}" for value in values))


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
