"""Another master key: in the home's secrets, and in the environment."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.test import override_settings

from leadnurturebot.platform.encryption import Unreadable, master_keys, unwrap
from tests.database import SERVER, create, drop

NAME = f"leadnurturebot_keys_{os.getpid()}"
OLD, NEW = "the-master-key-until-now-000", "the-master-key-from-now-on-11"


@pytest.fixture
def database() -> Iterator[str]:
    yield create(os.environ[SERVER], NAME)
    drop(os.environ[SERVER], NAME)


def run(database: str, home: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("SECRET_KEY", "MASTER_KEY")}
    environment = {**kept, "DATABASE_URL": database, "LEADNURTUREBOT_HOME": str(home), **settings}
    return subprocess.run(
        [sys.executable, "-m", "leadnurturebot", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def opens(database: str, master_key: str) -> bool:
    """Whether the shop's data key opens under a master key."""
    with psycopg.connect(database) as connection:
        shop_id, wrapped = connection.execute("SELECT shop_id, wrapped FROM platform_shopkey").fetchall()[0]
    with override_settings(MASTER_KEY=master_key, MASTER_KEY_PREVIOUS=""):
        try:
            return bool(unwrap(shop_id, wrapped, master_keys()))
        except Unreadable:
            return False


def test_the_homes_key_is_changed_in_two_steps(database: str, tmp_path: Path) -> None:
    assert run(database, tmp_path, "create-shop", "--slug", "kept", "--name", "Kept").returncode == 0
    before = json.loads((tmp_path / "secrets.json").read_text())
    assert "Restart every role" in run(database, tmp_path, "rotate-keys").stdout
    between = json.loads((tmp_path / "secrets.json").read_text())
    assert between["MASTER_KEY_PREVIOUS"] == before["MASTER_KEY"] != between["MASTER_KEY"]
    assert opens(database, before["MASTER_KEY"])
    assert "master key: 1" in run(database, tmp_path, "rotate-keys", "--finish").stdout
    after = json.loads((tmp_path / "secrets.json").read_text())
    assert after == {"SECRET_KEY": before["SECRET_KEY"], "MASTER_KEY": between["MASTER_KEY"]}
    assert opens(database, after["MASTER_KEY"])
    assert "under way" in run(database, tmp_path, "rotate-keys", "--finish").stderr


def test_a_first_step_taken_twice_keeps_the_key_that_opens_the_shops(database: str, tmp_path: Path) -> None:
    assert run(database, tmp_path, "create-shop", "--slug", "kept", "--name", "Kept").returncode == 0
    run(database, tmp_path, "rotate-keys")
    once = (tmp_path / "secrets.json").read_text()
    run(database, tmp_path, "rotate-keys")
    assert (tmp_path / "secrets.json").read_text() == once


def test_keys_of_the_environment_are_changed_by_whoever_sets_them(database: str, tmp_path: Path) -> None:
    session = {"SECRET_KEY": "signs-sessions-of-the-tests-0"}
    old, new = {**session, "MASTER_KEY": OLD}, {**session, "MASTER_KEY": NEW}
    assert run(database, tmp_path, "create-shop", "--slug", "kept", "--name", "Kept", **old).returncode == 0
    assert "MASTER_KEY_PREVIOUS" in run(database, tmp_path, "rotate-keys", "--finish", **new).stderr
    done = run(database, tmp_path, "rotate-keys", "--finish", **new, MASTER_KEY_PREVIOUS=OLD)
    assert "Unset MASTER_KEY_PREVIOUS" in done.stdout
    assert opens(database, NEW)
    assert not opens(database, OLD)


def test_a_key_that_opens_nothing_changes_nothing(database: str, tmp_path: Path) -> None:
    session = {"SECRET_KEY": "signs-sessions-of-the-tests-0"}
    assert (
        run(database, tmp_path, "create-shop", "--slug", "kept", "--name", "Kept", **session, MASTER_KEY=OLD).returncode
        == 0
    )
    wrong = {"MASTER_KEY": NEW, "MASTER_KEY_PREVIOUS": "some-other-key-of-some-length"}
    refused = run(database, tmp_path, "rotate-keys", "--finish", **session, **wrong)
    assert (refused.returncode, "does not open" in refused.stderr) == (1, True)
    assert opens(database, OLD)
