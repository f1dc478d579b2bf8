from datetime import datetime
from typing import Any

import pytest

from leadnurturebot.message_path.world import World
from leadnurturebot.platform import clocks
from leadnurturebot.platform.sql import Connection
from tests.cast import open_boutique
from tests.message_path.driving import Drive
from tests.message_path.till import HOSTED, Till, open_till


@pytest.fixture(scope="session")
def _world() -> World:
    return World.load()


@pytest.fixture
def world(_world: World) -> World:
    """The models are read once; what is remembered of shops belongs to one test."""
    _world.catalogues._kept.clear()
    _world._sales.clear()
    _world._habits.clear()
    _world._companions.clear()
    return _world


@pytest.fixture
def drive(connection: Connection, world: World, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Drive:
    """TrendyThreads under way; the wall's clock shows the drive's time, whatever the machine's does."""
    made = Drive(connection, world, open_boutique(connection, now), now)
    monkeypatch.setattr(clocks, "system_clock", lambda: made.now)
    return made


@pytest.fixture(params=HOSTED)
def till(drive: Drive, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Till:
    return open_till(drive, request.param, monkeypatch, settings)


@pytest.fixture
def paypal(drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Till:
    return open_till(drive, "paypal", monkeypatch, settings)


@pytest.fixture
def stripe(drive: Drive, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Till:
    return open_till(drive, "stripe", monkeypatch, settings)
