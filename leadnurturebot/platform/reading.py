"""Reading by SQL over Django's connection, for queries that a screen needs as one statement."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

import orjson
from django.db import connection

Row = tuple[Any, ...]
Answer = TypeVar("Answer")


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


@dataclass(frozen=True, slots=True)
class Question(Generic[Answer]):
    """A statement that a screen may ask together with others, and how its rows are read.

    Rows come as JSON: ids and times as text (`moment` reads the latter), every column under a name of its own.
    """

    statement: str
    parameters: Mapping[str, Any]
    read: Callable[[Sequence[Row]], Answer]


def ask(question: Question[Answer]) -> Answer:
    """The answer to one question."""
    answer: Answer = ask_together(question)[0]
    return answer


def ask_together(*questions: Question[Any]) -> list[Any]:
    """The answers in the same order, by one statement: rooms that do not know each other share the way to the database."""
    parts: list[str] = []
    parameters: dict[str, Any] = {}
    for n, question in enumerate(questions):
        statement = _PARAMETER.sub(rf"%(q{n}_\1)s", question.statement)
        parts.append(f"(SELECT json_agg(row_to_json(asked)) FROM ({statement}) asked)::text")
        parameters |= {f"q{n}_{name}": value for name, value in question.parameters.items()}
    found = fetch_one(f"SELECT {', '.join(parts)}", parameters) or ()
    return [question.read(_rows(text)) for question, text in zip(questions, found, strict=True)]


_PARAMETER = re.compile(r"%\((\w+)\)s")


def _rows(text: str | None) -> list[Row]:
    return [tuple(row.values()) for row in orjson.loads(text)] if text else []


def moment(text: str | None) -> datetime | None:
    """A time out of JSON, None for none."""
    return datetime.fromisoformat(text) if text else None
