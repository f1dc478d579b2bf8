"""Making PostgreSQL's data directory, and checking one that is there."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError, explaining, sentence_for_output
from leadnurturebot.platform.embedded_database.installed_binaries import POSTGRESQL_MAJOR
from leadnurturebot.platform.embedded_database.layout import Layout
from leadnurturebot.platform.embedded_database.passwords import (
    Passwords,
    new_passwords,
    read_passwords,
    write_passwords,
)
from leadnurturebot.platform.embedded_database.private_files import sync_folder
from leadnurturebot.platform.embedded_database.server_process import server_environment
from leadnurturebot.platform.embedded_database.urls import ADMIN_ROLE

_UNFINISHED = "cluster.new-"


def prepare_cluster(layout: Layout, programs: Path, *, log: Callable[[str], None]) -> Passwords:
    """Make the data directory unless it is there and fits; returns the passwords of its roles.

    Raises EmbeddedDatabaseError when it cannot be made or was made by another version.
    """
    passwords = read_passwords(layout.passwords_file)
    if layout.cluster.is_dir():
        check_version(layout.cluster)
        return passwords or _reset_passwords(layout, programs, log=log)
    passwords = passwords or new_passwords()
    write_passwords(layout.passwords_file, passwords)
    log("Preparing the database for the first time.")
    with explaining(layout.holder):
        _initialise(layout, programs, passwords)
    return passwords


def check_version(cluster: Path) -> None:
    """Raise EmbeddedDatabaseError unless our PostgreSQL made the data."""
    try:
        found = int((cluster / "PG_VERSION").read_text().strip())
    except (OSError, ValueError) as error:
        raise EmbeddedDatabaseError(f"The data in {cluster} is damaged: restore the last backup.") from error
    if found > POSTGRESQL_MAJOR:
        raise EmbeddedDatabaseError(
            f"The data in {cluster} was made by the newer PostgreSQL {found}, but this LeadNurtureBot brings "
            f"{POSTGRESQL_MAJOR}: install the newer LeadNurtureBot again."
        )
    if found < POSTGRESQL_MAJOR:
        raise EmbeddedDatabaseError(
            f"The data in {cluster} was made by the older PostgreSQL {found}, but this LeadNurtureBot brings "
            f"{POSTGRESQL_MAJOR}: make a backup with the old version and restore it with this one."
        )


def _initialise(layout: Layout, programs: Path, passwords: Passwords) -> None:
    """Beside its place first, so that an interrupted or failed try is never taken for a database."""
    for unfinished in layout.holder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(unfinished, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=layout.holder))
    try:
        _hand_over(folder, layout)
        with _password_file(layout, passwords.admin) as password_file:
            _run_initdb(layout, programs, folder, password_file)
        folder.rename(layout.cluster)
        sync_folder(layout.holder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run_initdb(layout: Layout, programs: Path, folder: Path, password_file: Path) -> None:
    command: list[str | Path] = [programs / "initdb", "-D", folder, "-U", ADMIN_ROLE, f"--pwfile={password_file}"]
    command += ["--locale=C", "--encoding=UTF8", "--data-checksums", "--no-instructions"]
    command += ["--auth-local=scram-sha-256", "--auth-host=scram-sha-256"]
    result = _run_as_account(layout, command, text_input="")
    if result.returncode:
        raise EmbeddedDatabaseError(sentence_for_output(result.stdout, place=layout.holder))


def _reset_passwords(layout: Layout, programs: Path, *, log: Callable[[str], None]) -> Passwords:
    """The file with the passwords is lost: whoever owns the data may set new ones while no server runs."""
    log("The file with the database passwords is missing; setting new ones.")
    passwords = new_passwords()
    command: list[str | Path] = [programs / "postgres", "--single", "-D", layout.cluster, ADMIN_ROLE]
    statement = f"ALTER ROLE {ADMIN_ROLE} PASSWORD '{passwords.admin}'\n"
    result = _run_as_account(layout, command, text_input=statement)
    if result.returncode or "ERROR" in result.stdout:
        raise EmbeddedDatabaseError(sentence_for_output(result.stdout, place=layout.holder))
    write_passwords(layout.passwords_file, passwords)
    return passwords


def _run_as_account(
    layout: Layout, command: list[str | Path], *, text_input: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        cwd=layout.holder,
        env=server_environment(),
        input=text_input,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        user=layout.account.uid if layout.account else None,
        group=layout.account.gid if layout.account else None,
        extra_groups=[] if layout.account else None,
    )


@contextmanager
def _password_file(layout: Layout, password: str) -> Iterator[Path]:
    """Initdb reads the password from a file that its user may read."""
    descriptor, name = tempfile.mkstemp(prefix=".password-", dir=layout.holder)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(f"{password}\n")
        _hand_over(path, layout)
        yield path
    finally:
        path.unlink()


def _hand_over(path: Path, layout: Layout) -> None:
    if layout.account:
        os.chown(path, layout.account.uid, layout.account.gid)
