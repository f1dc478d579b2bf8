import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadnurturebot.platform.embedded_database import EmbeddedDatabaseError
from leadnurturebot.platform.embedded_database.accounts import Account
from leadnurturebot.platform.embedded_database.socket_folder import (
    prepare_socket_folder,
    remove_socket_folder,
    socket_path,
)


@pytest.fixture
def folder() -> Iterator[Path]:
    made = prepare_socket_folder(None, None)
    yield made
    remove_socket_folder(made, None)


def test_a_new_folder_is_private_and_short(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(str(socket_path(folder))) <= 103


def test_the_folder_of_the_run_before_is_used_again_without_its_dead_socket(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(socket_path(folder)))
    socket_path(folder).with_name(".s.PGSQL.5432.lock").write_text("4711\n")
    assert prepare_socket_folder(folder, None) == folder
    assert list(folder.iterdir()) == []


def test_a_folder_in_which_a_server_listens_is_left_alone(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as alive:
        alive.bind(str(socket_path(folder)))
        alive.listen()
        other = prepare_socket_folder(folder, None)
        assert other != folder
        assert socket_path(folder).exists()
    remove_socket_folder(other, None)


def test_a_folder_that_others_may_enter_is_not_used_again(folder: Path) -> None:
    folder.chmod(0o755)
    other = prepare_socket_folder(folder, None)
    folder.chmod(0o700)
    assert other != folder
    remove_socket_folder(other, None)


def test_a_link_planted_under_the_remembered_name_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "planted").symlink_to(folder)
    other = prepare_socket_folder(tmp_path / "planted", None)
    assert other not in (folder, tmp_path / "planted")
    remove_socket_folder(other, None)


def test_a_long_temp_folder_is_passed_over_for_a_short_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    folder = prepare_socket_folder(None, None)
    assert folder.parent == Path("/tmp")
    remove_socket_folder(folder, None)


def test_no_temp_folder_short_enough_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    module = "leadnurturebot.platform.embedded_database.socket_folder"
    monkeypatch.setattr(f"{module}._LONGEST_SOCKET_PATH_BYTES", 10)
    with pytest.raises(EmbeddedDatabaseError, match="too long or too private for a database socket"):
        prepare_socket_folder(None, None)


def test_root_passes_over_a_temp_folder_its_server_cannot_enter(
    only_root: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    account = Account(65534, 65534)
    folder = prepare_socket_folder(None, account)
    assert folder.parent == Path("/tmp")
    assert folder.stat().st_uid == 65534
    remove_socket_folder(folder, account)
    private.rmdir()
