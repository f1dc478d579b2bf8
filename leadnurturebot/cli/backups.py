"""Backup and restore: the whole database, customers' files and product pictures, in one file.

A backup is a tar archive with `database.dump` (PostgreSQL's custom format) and the folders `files` and `media`. Customers'
files in a bucket are not in it: whoever keeps the bucket keeps copies of it.
"""

import argparse
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leadnurturebot.cli import Refused, runtime
from leadnurturebot.config.home import home_folder

_DUMP = "database.dump"


def add(commands: Any) -> None:
    """Add both commands."""
    backup = commands.add_parser("backup", help="write the whole database and all files to one file")
    backup.add_argument("file", type=Path)
    backup.set_defaults(run=run_backup)
    restore = commands.add_parser("restore", help="replace the database and all files by a backup")
    restore.add_argument("file", type=Path)
    restore.set_defaults(run=run_restore)


def run_backup(options: argparse.Namespace) -> int:
    """A whole backup. Keep `secrets.json` of the home with it: it opens what is sealed."""
    runtime.django()
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=_folder_of(options.file)) as name:
        # The database first: a file that comes meanwhile is too much, one that it names must not be missing.
        dump, made = Path(name) / _DUMP, Path(name) / "backup.tar"
        _dump(dump)
        folders = _folders()
        with tarfile.open(made, "w") as archive:
            archive.add(dump, _DUMP)
            for kind, folder in folders.items():
                if folder.is_dir():
                    archive.add(folder, kind)
        made.chmod(0o600)
        made.replace(options.file)
    print(f"{options.file}: {options.file.stat().st_size:,} bytes. Keep {home_folder() / 'secrets.json'} with it.")
    if "files" not in folders:
        print("Customers' files lie in a bucket and are not in it.")
    return 0


def run_restore(options: argparse.Namespace) -> int:
    """Replace what the database and the folders hold by the backup. The database is replaced as a whole or not at all."""
    runtime.django()
    if not options.file.is_file():
        raise Refused(f"there is no file {options.file}")
    folders = _folders()
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=home_folder()) as name:
        unpacked = Path(name)
        _unpack(options.file, unpacked)
        script = unpacked / "restore.sql"
        _to_script(unpacked / _DUMP, script, shown=options.file)
        _run_script(script)
        for kind, folder in folders.items():
            if (unpacked / kind).is_dir():
                _replace(folder, unpacked / kind, old=unpacked / f"{kind}.old")
    print("restored")
    return 0


def _folders() -> Mapping[str, Path]:
    """The folders that belong to a backup, by their names in it."""
    from django.conf import settings

    found = {"media": Path(settings.MEDIA_ROOT)}
    private = settings.STORAGES["private"]
    if private["BACKEND"].endswith("FileSystemStorage"):
        found["files"] = Path(private["OPTIONS"]["location"])
    return found


def _folder_of(file: Path) -> Path:
    """Where a file is to lie. Raises Refused."""
    if not file.absolute().parent.is_dir():
        raise Refused(f"there is no folder {file.absolute().parent}")
    return file.absolute().parent


def _tool(name: str) -> str:
    from leadnurturebot.platform.embedded_database import binary

    return str(binary(name))


def _dump(file: Path) -> None:
    from django.conf import settings

    command = [_tool("pg_dump"), "--format=custom", f"--file={file}", settings.DATABASE_URL]
    if subprocess.run(command, env=os.environ, check=False).returncode:
        raise Refused("the backup failed; the lines above say why")


def _unpack(backup: Path, folder: Path) -> None:
    """Lay out a backup. One of an earlier version is the database alone. Raises Refused."""
    if not tarfile.is_tarfile(backup):
        shutil.copyfile(backup, folder / _DUMP)
        return
    try:
        with tarfile.open(backup) as archive:
            archive.extractall(folder, filter="data")
    except (tarfile.TarError, OSError) as error:
        raise Refused(f"{backup} cannot be unpacked ({error}); the restore changed nothing") from error
    if not (folder / _DUMP).is_file():
        raise Refused(f"{backup} is no backup of ours; the restore changed nothing")


def _to_script(dump: Path, script: Path, *, shown: Path) -> None:
    """The dump as SQL. Raises Refused when it is none."""
    done = subprocess.run([_tool("pg_restore"), "--no-owner", f"--file={script}", str(dump)], check=False)
    if done.returncode:
        raise Refused(f"{shown} is no backup of ours; the restore changed nothing")
    # Written by a newer PostgreSQL than the server may be: it knows a setting that older ones refuse.
    lines = script.read_text("utf-8").splitlines(keepends=True)
    script.write_text("".join(line for line in lines if line != "SET transaction_timeout = 0;\n"), "utf-8")


def _run_script(script: Path) -> None:
    from django.conf import settings

    # `pg_restore --clean` cannot drop partitions; an empty schema and the whole script in one transaction can.
    empty = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
    done = subprocess.run(
        [
            _tool("psql"), "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
            f"--command={empty}", f"--file={script}", settings.DATABASE_URL,
        ],
        env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning"}, stdout=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Refused("the restore failed and changed nothing; the lines above say why")


def _replace(folder: Path, by: Path, *, old: Path) -> None:
    """Put `by` in the place of a folder, which may lie on another disk; its name may be a mount and stays."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    old.mkdir()
    for found in folder.iterdir():
        shutil.move(found, old / found.name)
    for found in by.iterdir():
        shutil.move(found, folder / found.name)
