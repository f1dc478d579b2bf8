"""Which user of the machine PostgreSQL runs as; it refuses to run as root."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path

from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError

_CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """A user without rights that the server drops to when the launcher is root."""

    uid: int
    gid: int


def is_root() -> bool:
    return os.geteuid() == 0


def unprivileged_account(cluster: Path) -> Account:
    """The owner of the data in `cluster`, or of a new one: `postgres`, else `nobody`.

    Existing data keeps its owner even when the machine gets a `postgres` user later.
    """
    if cluster.exists():
        status = cluster.stat()
        return Account(status.st_uid, status.st_gid)
    for name in _CANDIDATES:
        try:
            entry = pwd.getpwnam(name)  # initdb wants a passwd entry, so a bare number would not do
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise EmbeddedDatabaseError(
        "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody: "
        "start as an ordinary user or set DATABASE_URL."
    )
