import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from leadnurturebot.platform.embedded_database import binaries, system_folder
from leadnurturebot.platform.embedded_database.installed_binaries import binaries_for_everyone


@pytest.fixture
def fresh_system_folder(reachable_system_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = reachable_system_folder / "fresh"
    monkeypatch.setattr(system_folder, "SYSTEM_FOLDER", folder)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_the_programs_are_those_of_postgresql_18() -> None:
    version = subprocess.run([binaries() / "postgres", "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("postgres (PostgreSQL) 18.")


@pytest.mark.usefixtures("only_root")
def test_the_copy_runs_as_a_user_without_rights(fresh_system_folder: Path) -> None:
    """pg_dump needs the libraries beside the package; the strict umask is a common one for root."""
    before = os.umask(0o077)
    copied = binaries_for_everyone()
    os.umask(before)
    shown = subprocess.run([copied / "pg_dump", "--version"], user="nobody", capture_output=True, text=True, check=True)
    assert copied.is_relative_to(fresh_system_folder)
    assert shown.stdout.startswith("pg_dump (PostgreSQL) 18.")


@pytest.mark.usefixtures("only_root")
def test_two_first_starts_at_once_share_one_copy(fresh_system_folder: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: binaries_for_everyone(), range(2))
    assert first == second
    assert [path.name for path in (fresh_system_folder / "pg").iterdir()] == ["0.6.0"]
