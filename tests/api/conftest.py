"""Sarah's and Marco's shops, and browsers in which their people are signed in."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from leadnurturebot.api import sessions  # noqa: F401  # everything is loaded before a test sets the clock
from leadnurturebot.config import urls  # noqa: F401  # as above
from leadnurturebot.platform import clocks
from tests.people import Cast, make_cast, signed_in, with_key


@pytest.fixture
def cast(db: None, now: datetime, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Cast:
    """Everybody, at a fixed moment of business time."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # slow ones cost seconds a test
    monkeypatch.setattr(clocks, "wall_now", lambda: now)
    return make_cast(now)


@pytest.fixture
def sarah(cast: Cast) -> Client:
    """Sarah's browser."""
    return signed_in(cast.sarah)


@pytest.fixture
def david(cast: Cast) -> Client:
    """David's browser."""
    return signed_in(cast.david)


@pytest.fixture
def vera(cast: Cast) -> Client:
    """Vera's browser."""
    return signed_in(cast.vera)


@pytest.fixture
def marco(cast: Cast) -> Client:
    """The rival's browser."""
    return signed_in(cast.marco)


@pytest.fixture
def machine(cast: Cast) -> Client:
    """A holder of the shop's API key."""
    return with_key(cast.api_key)
