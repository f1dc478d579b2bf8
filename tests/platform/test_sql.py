"""Bulk statements, and the connection borrowed from Django."""

from typing import Any

import pytest
from django.db import connection as django_connection

from leadnurturebot.platform.sql import Connection, insert_many, json_text


def test_arrays_of_texts_keep_quotes_commas_and_backslashes(connection: Connection) -> None:
    connection.execute("CREATE TEMPORARY TABLE words (id int, said text[])")
    rows: list[tuple[int, list[str]]] = [(1, ['the "big" day', "a, b", "{c}", r"d\e", "", "NULL"]), (2, [])]
    insert_many(connection, "words", {"id": "int", "said": "text[]"}, rows)
    assert connection.execute("SELECT id, said FROM words ORDER BY id").fetchall() == rows


@pytest.mark.parametrize("value", [{"a": [1, None]}, [], "text"])
def test_jsonb_arrives_as_values_while_django_still_reads_text(connection: Connection, value: Any) -> None:
    assert connection.execute("SELECT %s::jsonb", [json_text(value)]).fetchone() == (value,)
    with django_connection.cursor() as cursor:
        cursor.execute("SELECT '{}'::jsonb")
        assert cursor.fetchone() == ("{}",)
