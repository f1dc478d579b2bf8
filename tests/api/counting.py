"""Counting what a request asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db import connection
from django.test.utils import CaptureQueriesContext

from leadnurturebot.platform import clocks
from leadnurturebot.platform.sql import Connection


class Count:
    """Statements of a request: sessions and people included, savepoints (the test's own transaction) not."""

    statements: list[str]

    def __init__(self) -> None:
        self.statements = []

    def __len__(self) -> int:
        return len(self.statements)


@contextmanager
def counted() -> Iterator[Count]:
    """Counts Django's statements and the look at the clock, which goes over the borrowed connection."""
    count, looks = Count(), []
    look = clocks.offset

    def offset(given: Connection) -> object:
        looks.append("SELECT offset_seconds FROM platform_clock")
        return look(given)

    with patch.object(clocks, "offset", offset), CaptureQueriesContext(connection) as captured:
        yield count
    made = [query["sql"] for query in captured.captured_queries]
    count.statements = [sql for sql in made if "SAVEPOINT" not in sql] + looks
