"""The private folder in the temp folder that holds the server's Unix socket."""

import os
import socket
import stat
import tempfile
from pathlib import Path

from leadnurturebot.platform.embedded_database.accounts import Account
from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError, explaining

PORT = 5432  # names the socket file only; nothing listens on the network
_LONGEST_SOCKET_PATH_BYTES = 103  # 107 on Linux, 103 on macOS, without the closing zero
_PREFIX = "lnb-"


def socket_path(folder: Path) -> Path:
    return folder / f".s.PGSQL.{PORT}"


def is_listening(folder: Path) -> bool:
    """Whether a server accepts connections on the socket in `folder`; a file left by a killed one does not."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(os.fspath(socket_path(folder)))
        except OSError:
            return False
    return True


def is_private(folder: Path, account: Account | None) -> bool:
    """Whether `folder` is a folder of the server's user that nobody else may enter.

    Anyone may make names in a temp folder, so a name remembered from an earlier run is not enough.
    """
    try:
        status = folder.lstat()
    except OSError:
        return False
    owner = account.uid if account else os.geteuid()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == owner and stat.S_IMODE(status.st_mode) == 0o700


def prepare_socket_folder(previous: Path | None, account: Account | None) -> Path:
    """The folder of the run before, emptied, so that urls stay as they were; else a new one.

    Raises EmbeddedDatabaseError when no temp folder is short enough.
    """
    if previous and is_private(previous, account) and not is_listening(previous):
        remove_socket_files(previous)
        return previous
    return _new_folder(account)


def remove_socket_folder(folder: Path, account: Account | None) -> None:
    """Remove the folder if it is still ours and empty but for a dead socket."""
    if is_private(folder, account) and not is_listening(folder):
        remove_socket_files(folder)
        try:
            folder.rmdir()
        except OSError:
            return  # something else was put there; the temp folder's own cleaning takes care of it


def remove_socket_files(folder: Path) -> None:
    socket_path(folder).unlink(missing_ok=True)
    socket_path(folder).with_name(f"{socket_path(folder).name}.lock").unlink(missing_ok=True)


def _new_folder(account: Account | None) -> Path:
    parent = _temp_folder(account)
    with explaining(parent):
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
        if account:
            os.chown(folder, account.uid, account.gid)
    return folder


def _temp_folder(account: Account | None) -> Path:
    candidates = [Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]
    for candidate in candidates:
        if candidate.is_dir() and _is_short_enough(candidate) and (account is None or _is_open_to_all(candidate)):
            return candidate
    raise EmbeddedDatabaseError(
        f"The path of the temp folder {candidates[0]} is too long or too private for a database socket: "
        "set TMPDIR to a shorter one."
    )


def _is_short_enough(parent: Path) -> bool:
    example = socket_path(parent / f"{_PREFIX}12345678")
    return len(os.fsencode(example)) <= _LONGEST_SOCKET_PATH_BYTES


def _is_open_to_all(folder: Path) -> bool:
    return all(each.stat().st_mode & stat.S_IXOTH for each in (folder, *folder.parents))
