"""Fixtures shared by all tests. The cast lives in `tests/cast.py`."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from leadnurturebot.platform import encryption
from leadnurturebot.platform.sql import Connection, borrowed

NOW = datetime(2026, 11, 22, 22, 41, tzinfo=UTC)


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """The database of this process exists already, copied from the template."""


@pytest.fixture
def now() -> datetime:
    """A fixed moment: Sunday 22 November 2026, 22:41 UTC."""
    return NOW


@pytest.fixture
def connection(db: None) -> Connection:
    """The test's own transaction as a psycopg connection; it is rolled back."""
    return borrowed()


@pytest.fixture(autouse=True)
def fresh_keys() -> Iterator[None]:
    """Shop keys of a rolled-back test must not be remembered."""
    yield
    encryption._ring = None
