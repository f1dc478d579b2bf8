"""Which files belong to the embedded database of a home folder, and where they lie."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from leadnurturebot.platform.embedded_database.accounts import Account, is_root, unprivileged_account
from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError, explaining
from leadnurturebot.platform.embedded_database.system_folder import data_folder, make_enterable

_LONGEST_DATA_PATH_BYTES = 900  # PostgreSQL's own limit is 1,024 and it appends to the path


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of one embedded database.

    `own` is a folder inside the home, of this program alone. `holder` holds the data: the same folder for a plain user,
    a folder outside the home for root, because an unprivileged server could not enter a private home.
    """

    home: Path
    own: Path
    holder: Path
    account: Account | None  # None: run as the user we are

    @property
    def cluster(self) -> Path:
        """PostgreSQL's data directory."""
        return self.holder / "cluster"

    @property
    def configuration_file(self) -> Path:
        return self.holder / "postgresql.conf"

    @property
    def passwords_file(self) -> Path:
        return self.own / "passwords.json"

    @property
    def socket_record(self) -> Path:
        """Names the folder of the socket, for the other commands of this home."""
        return self.own / "socket"

    @property
    def log_file(self) -> Path:
        return self.own / "log" / "postgres.log"

    @property
    def pointer(self) -> Path:
        """Names the holder when it is outside the home."""
        return self.own / "location"


def own_folder(home: Path) -> Path:
    """The folder of this program inside `home`; nothing is made."""
    return Path(os.path.realpath(home)) / "postgres"


def make_own_folder(home: Path) -> Path:
    """Make the home (private, if it is missing) and our folder in it; raises EmbeddedDatabaseError if it cannot."""
    own = own_folder(home)
    with explaining(home):
        if not own.parent.is_dir():
            own.parent.mkdir(parents=True, mode=0o700)
        own.mkdir(mode=0o700, exist_ok=True)
        if not os.access(own, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied")
    return own


def find_layout(home: Path) -> Layout | None:
    """The places of the database that `home` already has, or None; nothing is made."""
    own = own_folder(home)
    holder = (_recorded_holder(own) if is_root() else None) or own
    if not (holder / "cluster").is_dir():
        return None
    return Layout(own.parent, own, holder, unprivileged_account(holder / "cluster") if is_root() else None)


def make_layout(home: Path) -> Layout:
    """Make the folders of the database of `home` as far as they are missing.

    Raises EmbeddedDatabaseError when they cannot be made or belong to someone else.
    """
    own = make_own_folder(home)
    holder = _holder_for_root(own) if is_root() else own
    cluster = holder / "cluster"
    if len(os.fsencode(cluster)) > _LONGEST_DATA_PATH_BYTES:
        raise EmbeddedDatabaseError(f"The path {home} is too long: choose a shorter home folder.")
    _refuse_foreign_data(cluster)
    return Layout(own.parent, own, holder, unprivileged_account(cluster) if is_root() else None)


def _refuse_foreign_data(cluster: Path) -> None:
    if not is_root() and cluster.exists() and cluster.stat().st_uid != os.geteuid():
        raise EmbeddedDatabaseError(f"The database in {cluster} belongs to another user: start as that user.")


def _holder_for_root(own: Path) -> Path:
    if (own / "cluster").exists():
        raise EmbeddedDatabaseError(
            f"The database in {own} was made by an ordinary user: start as that user instead of root."
        )
    holder = _recorded_holder(own)
    if holder is None:
        return _new_holder(own)
    if not holder.is_dir():
        raise EmbeddedDatabaseError(
            f"The data of this home was kept in {holder}, which is gone: "
            f"bring that folder back, or remove {own / 'location'} to begin with an empty database."
        )
    _claim(holder, own)
    return holder


def _recorded_holder(own: Path) -> Path | None:
    pointer = own / "location"
    with explaining(pointer):
        return Path(pointer.read_text().strip()) if pointer.exists() else None


def _new_holder(own: Path) -> Path:
    name = hashlib.sha256(os.fsencode(own.parent)).hexdigest()[:16]
    holder = data_folder(name)
    with explaining(holder):
        make_enterable(holder)
        _claim(holder, own)
        (own / "location").write_text(f"{holder}\n")
    return holder


def _claim(holder: Path, own: Path) -> None:
    """Write into the holder whose it is; refuse when a home was copied and both copies would use the same data."""
    record = holder / "home"
    owner = Path(record.read_text().strip()) if record.exists() else own.parent
    if owner != own.parent and _recorded_holder(owner / "postgres") == holder:
        raise EmbeddedDatabaseError(
            f"The home {own.parent} is a copy of {owner} and would use its data: "
            f"remove {own} to begin with an empty database."
        )
    record.write_text(f"{own.parent}\n")
