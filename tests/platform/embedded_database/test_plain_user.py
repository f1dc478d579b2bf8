"""The same as root and as a plain user; run by root, these tests become `nobody` in a child process."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]
LIFE = """
import sys
from pathlib import Path
import psycopg
from leadnurturebot.platform.embedded_database import connection_url, start
home = Path(sys.argv[1])
running = start(home)
with psycopg.connect(running.url) as connection:
    connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
running.process.kill()
running.restart()
with psycopg.connect(connection_url(home)) as connection:
    print(connection.execute("SELECT number FROM kept").fetchone()[0])
running.stop()
print(oct(home.stat().st_mode & 0o777), sorted(each.name for each in (home / "postgres").iterdir()))
"""
COMPLAINT = """
import sys
from pathlib import Path
from leadnurturebot.platform.embedded_database import EmbeddedDatabaseError, start
try:
    start(Path(sys.argv[1]))
except EmbeddedDatabaseError as error:
    print(error)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone may enter and write, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="lnb-plain-", dir="/tmp"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def python() -> list[str | Path]:
    """Python as a plain user; where it lies in a folder of root's, with the right to read it but no more."""
    may_read = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    become_nobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    ways: list[list[str | Path]] = [[]] if os.geteuid() else [[*become_nobody], [*become_nobody, *may_read]]
    probe = (
        "import subprocess, sys, psycopg, leadnurturebot.platform.embedded_database; "
        "subprocess.run([sys.executable, '-c', ''], check=True)"
    )
    for way in ways:
        command = [*way, sys.executable]
        if shutil.which(str(command[0])) and run([*command, "-c", probe]).returncode == 0:
            return command
    pytest.skip("an unprivileged user can run neither this Python nor this checkout")


def run(command: list[str | Path]) -> "subprocess.CompletedProcess[str]":
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)


def answer(python: list[str | Path], script: str, home: Path) -> str:
    child = run([*python, "-c", script, home])
    assert child.stderr == ""
    return child.stdout


def test_a_plain_user_keeps_the_data_inside_the_home(open_folder: Path, python: list[str | Path]) -> None:
    home = open_folder / "my shop"
    printed = answer(python, LIFE, home)
    names = ["cluster", "lock", "log", "passwords.json", "postgresql.conf"]
    assert printed == f"7\n0o700 {names}\n"


def test_a_home_that_may_not_be_written_is_told(open_folder: Path, python: list[str | Path]) -> None:
    (open_folder / "locked").mkdir(mode=0o755)
    home = open_folder / "locked" / "home"
    assert answer(python, COMPLAINT, home) == (
        f"The folder {home} cannot be used by this user: choose another home folder or give it to this user.\n"
    )


def test_a_home_that_root_started_is_told_to_a_plain_user(open_folder: Path, python: list[str | Path]) -> None:
    home = open_folder / "home"
    (home / "postgres").mkdir(parents=True, mode=0o700)
    (home / "postgres").chmod(0o700)
    assert answer(python, COMPLAINT, home) == (
        f"The folder {home} cannot be used by this user: choose another home folder or give it to this user.\n"
    )


def test_a_long_home_path_is_no_trouble(open_folder: Path, python: list[str | Path]) -> None:
    """Far beyond what a socket's path may have."""
    home = open_folder / ("long " * 40).strip() / ("x" * 200)
    assert answer(python, LIFE, home).startswith("7\n0o700")


def test_a_home_path_that_postgresql_cannot_hold_is_told(open_folder: Path, python: list[str | Path]) -> None:
    home = open_folder / "/".join(["x" * 200] * 5)
    assert answer(python, COMPLAINT, home) == f"The path {home} is too long: choose a shorter home folder.\n"
