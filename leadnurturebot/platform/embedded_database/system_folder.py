"""The folder outside every home that root uses, because a server without rights could not enter a private home."""

from pathlib import Path

SYSTEM_FOLDER = Path("/var/lib/leadnurturebot")


def programs_folder(version: str) -> Path:
    """Where the copy of the PostgreSQL programs of this version lies."""
    return SYSTEM_FOLDER / "pg" / version


def data_folder(name: str) -> Path:
    """Where the data of one home lies."""
    return SYSTEM_FOLDER / "data" / name


def make_enterable(folder: Path) -> None:
    """Make `folder` and what is missing above it, open to be entered by everyone; existing folders keep their modes."""
    if folder.is_dir():
        return
    make_enterable(folder.parent)
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)  # the umask of root may be 077
