"""Backup and restore, into a database of their own."""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.database import SERVER, create, drop

NAME = f"leadnurturebot_backup_{os.getpid()}"


@pytest.fixture
def database() -> Iterator[str]:
    yield create(os.environ[SERVER], NAME)
    drop(os.environ[SERVER], NAME)


def run(database: str, *arguments: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATABASE_URL": database} | ({"LEADNURTUREBOT_HOME": str(home)} if home else {})
    return subprocess.run(
        [sys.executable, "-m", "leadnurturebot", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_was_backed_up_is_there_again_after_a_restore(database: str, tmp_path: Path) -> None:
    file = str(tmp_path / "backup.dump")
    made = run(database, "create-shop", "--slug", "kept", "--name", "Kept Shop")
    assert made.returncode == 0, made.stderr
    assert run(database, "backup", file).returncode == 0
    with psycopg.connect(database) as connection:
        connection.execute("UPDATE shops_shop SET name = 'Spoilt'")
    restored = run(database, "restore", file)
    assert restored.stdout == "restored\n", restored.stderr
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT name FROM shops_shop").fetchall() == [("Kept Shop",)]


def test_files_come_back_as_they_were_and_later_ones_go(database: str, tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "backup.tar"
    kept, picture = home / "files" / "shop" / "kept.bin", home / "media" / "dress.png"
    for each in (kept, picture):
        each.parent.mkdir(parents=True)
        each.write_bytes(b"as it was")
    assert run(database, "migrate", home=home).returncode == 0
    assert run(database, "backup", str(file), home=home).returncode == 0
    assert file.stat().st_mode & 0o777 == 0o600
    kept.write_bytes(b"spoilt")
    picture.unlink()
    (home / "files" / "later.bin").write_bytes(b"later")
    restored = run(database, "restore", str(file), home=home)
    assert restored.stdout == "restored\n", restored.stderr
    assert (kept.read_bytes(), picture.read_bytes()) == (b"as it was", b"as it was")
    assert sorted(path.name for path in (home / "files").iterdir()) == ["shop"]
    assert [path.name for path in home.iterdir() if path.name.startswith(".")] == []


def test_a_backup_of_an_earlier_version_is_the_database_alone(database: str, tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "old.dump"
    kept = home / "files" / "kept.bin"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"stays")
    assert run(database, "migrate", home=home).returncode == 0
    assert run(database, "backup", str(tmp_path / "new.tar"), home=home).returncode == 0
    with tarfile.open(tmp_path / "new.tar") as archive:
        dump = archive.extractfile("database.dump")
        assert dump is not None
        file.write_bytes(dump.read())
    assert run(database, "restore", str(file), home=home).stdout == "restored\n"
    assert kept.read_bytes() == b"stays"


def test_a_broken_backup_changes_nothing_and_says_so(database: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.dump"
    file.write_bytes(b"no backup")
    failed = run(database, "restore", str(file))
    assert failed.returncode == 1
    assert "changed nothing" in failed.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["create-shop", "--slug", "x", "--name", "X", "--currency", "DOLLARS"], "currency"),
        (["create-shop", "--slug", "x", "--name", "X", "--timezone", "Mars/Olympus"], "time zone"),
        (["shop-set", "--shop", "nobody", "return_days=3"], "there is no shop"),
        (["import-catalog", "--shop", "nobody", "file.csv"], "there is no shop"),
        (["demo-clock", "--advance", "2h"], "demo mode only"),
    ],
)
def test_a_command_that_cannot_be_done_says_why_in_one_line(
    database: str, arguments: list[str], complaint: str
) -> None:
    failed = run(database, *arguments)
    assert failed.returncode == 1
    assert complaint in failed.stderr
    assert failed.stderr.count("\n") == 1
