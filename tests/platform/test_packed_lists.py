from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from psycopg import errors

from leadnurturebot.platform.packed_lists import Column
from leadnurturebot.platform.sql import Connection, typed

ONE, TWO = UUID(int=1), UUID("0193a1b2-0000-7000-8000-00000000ffff")
EVENING = datetime(2026, 11, 22, 22, 41, 7, 123456, tzinfo=UTC)


class Shade(StrEnum):
    SAGE = "sage"


def back(connection: Connection, kind: str, values: list[Any]) -> Any:
    """The array as PostgreSQL read it."""
    row = connection.execute(f"SELECT %s::{kind}[]", [values]).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("uuid", [ONE, None, TWO]),
        ("text", ["", "NULL", 'say "hi", {x}\\', "सलवार 👗", None]),
        ("bytea", [b"", b"\0\xff\\x", None]),
        ("int", [-2_147_483_648, 0, None, 2_147_483_647]),
        ("smallint", [-32_768, None, 32_767]),
        ("bigint", [-(2**63), 2**63 - 1, None]),
        ("boolean", [True, False, None]),
        ("double precision", [0.1, -2.5e300, None]),
        ("timestamptz", [EVENING, EVENING - timedelta(days=40_000), None]),
        ("date", [date(2026, 11, 22), date(1969, 7, 20), None]),
        ("text", [None, None]),
        ("text", []),
    ],
)
def test_values_arrive_as_they_were_sent(connection: Connection, kind: str, values: list[Any]) -> None:
    assert back(connection, kind, values) == values
    assert back(connection, kind, Column(kind, values)) == values


def test_a_time_of_another_zone_is_the_same_moment(connection: Connection) -> None:
    there = EVENING.astimezone(timezone(timedelta(hours=-5, minutes=-30)))
    assert back(connection, "timestamptz", [there]) == [EVENING]


def test_json_is_given_as_text(connection: Connection) -> None:
    given = Column("jsonb", ['{"a": [1, null]}', None, '"पाठ"'])
    assert back(connection, "jsonb", given) == [{"a": [1, None]}, None, "पाठ"]


def test_a_word_of_an_enumeration_is_text(connection: Connection) -> None:
    assert back(connection, "text", [Shade.SAGE]) == ["sage"]
    assert back(connection, "text", Column("text", [Shade.SAGE, "red"])) == ["sage", "red"]


def test_nested_lists_go_the_usual_way(connection: Connection) -> None:
    assert back(connection, "int", [[1, 2], [3, 4]]) == [[1, 2], [3, 4]]


def test_an_id_is_found_in_a_list(connection: Connection) -> None:
    assert connection.execute("SELECT %s = ANY(%s), %s = ANY(%s)", [ONE, [TWO, ONE], ONE, [TWO]]).fetchone() == (
        True,
        False,
    )


def test_what_text_cannot_hold_is_refused(connection: Connection) -> None:
    with pytest.raises(errors.DataError):
        back(connection, "text", ["\0"])


def test_a_column_of_nothing_keeps_its_type(connection: Connection) -> None:
    columns = typed(["uuid", "text"], [(None, "a"), (None, None)])
    rows = connection.execute("SELECT pg_typeof(%s)::text, pg_typeof(%s)::text", columns).fetchone()
    assert rows == ("uuid[]", "text[]")
