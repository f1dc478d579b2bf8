"""Statements as the product executes them, and how PostgreSQL would carry them out."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import psycopg
from psycopg import sql

from leadnurturebot.platform.sql import Connection

_EXPLAINED = re.compile(r"^\s*(SELECT|WITH|UPDATE|DELETE|INSERT)\b", re.IGNORECASE)
_ORIGINAL = psycopg.Cursor.execute


@dataclass(slots=True)
class Executed:
    """Every statement once, with the parameters of its last execution."""

    statements: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def note(self, query: Any, parameters: Any) -> None:
        """Remember a statement that has a plan."""
        text = query.as_string() if isinstance(query, sql.Composable) else str(query)
        if _EXPLAINED.match(text):
            self.statements[text] = (query, parameters)


@contextmanager
def recorded() -> Iterator[Executed]:
    """Note what any psycopg cursor executes, Django's own included."""
    executed = Executed()

    def execute(cursor: Any, query: Any, params: Any = None, **more: Any) -> Any:
        executed.note(query, params)
        return _ORIGINAL(cursor, query, params, **more)

    with patch.object(psycopg.Cursor, "execute", execute):
        yield executed


def plan(connection: Connection, query: Any, parameters: Any) -> list[str]:
    """The plan of a statement with these parameters, at the planner's default settings."""
    asked = sql.SQL("EXPLAIN ") + query if isinstance(query, sql.Composable) else f"EXPLAIN {query}"
    return [row[0] for row in connection.execute(asked, parameters)]


def whole_reads(plan_lines: list[str], tables: frozenset[str]) -> list[str]:
    """The lines of a plan that read one of these tables from end to end; a partition counts as its table."""
    found = [line for line in plan_lines if (match := _SEQUENTIAL.search(line)) and _table(match[1]) in tables]
    return [line.strip() for line in found]


_SEQUENTIAL = re.compile(r"Seq Scan on (\w+)")


def _table(name: str) -> str:
    return re.sub(r"_(default|\d{8})$", "", name)
