"""Reading by SQL over Django's connection, for queries that a screen needs as one statement."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

Row = tuple[Any, ...]


def fetch(statement: str, parameters: Mapping[str, Any]) -> list[Row]:
    """All rows of a statement with named parameters. jsonb columns arrive as text: Django reads JSON by field."""
    with connection.cursor() as cursor:
        cursor.execute(statement, dict(parameters))
        rows: list[Row] = cursor.fetchall()
    return rows


def fetch_one(statement: str, parameters: Mapping[str, Any]) -> Row | None:
    """The first row, or None."""
    rows = fetch(statement, parameters)
    return rows[0] if rows else None
