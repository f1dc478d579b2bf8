"""Where the data lies, for root and for a plain user."""

import os
import shutil
from pathlib import Path

import pytest

from leadnurturebot.platform.embedded_database import EmbeddedDatabaseError, system_folder
from leadnurturebot.platform.embedded_database.layout import find_layout, make_layout

pytestmark = pytest.mark.usefixtures("only_root")


def with_data(home: Path) -> Path:
    """Make the layout of `home` and a data folder in it, as a first start does."""
    cluster = make_layout(home).cluster
    cluster.mkdir()
    return cluster


def test_root_keeps_the_data_outside_a_home_that_others_cannot_enter(home: Path) -> None:
    cluster = with_data(home)
    assert cluster.parent.parent == system_folder.SYSTEM_FOLDER / "data"
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "postgres" / "location").read_text() == f"{cluster.parent}\n"


def test_the_modes_of_folders_above_are_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    make_layout(tmp_path / "below" / "home")
    assert tmp_path.stat().st_mode & 0o777 == 0o711


def test_an_existing_home_keeps_an_open_mode(home: Path) -> None:
    home.mkdir()
    home.chmod(0o755)
    make_layout(home)
    assert home.stat().st_mode & 0o777 == 0o755
    assert (home / "postgres").stat().st_mode & 0o777 == 0o700


def test_another_path_to_the_same_home_finds_the_same_data(home: Path, tmp_path: Path) -> None:
    cluster = with_data(home)
    (tmp_path / "link").symlink_to(home)
    assert make_layout(tmp_path / "link").cluster == cluster


def test_a_moved_home_keeps_its_data(home: Path, tmp_path: Path) -> None:
    cluster = with_data(home)
    home.rename(tmp_path / "moved")
    assert make_layout(tmp_path / "moved").cluster == cluster
    assert (cluster.parent / "home").read_text() == f"{tmp_path / 'moved'}\n"


def test_a_copied_home_does_not_use_the_data_of_the_original(home: Path, tmp_path: Path) -> None:
    with_data(home)
    copy = tmp_path / "copy"
    shutil.copytree(home, copy)
    with pytest.raises(EmbeddedDatabaseError) as refusal:
        make_layout(copy)
    assert str(refusal.value) == (
        f"The home {copy} is a copy of {home} and would use its data: "
        f"remove {copy / 'postgres'} to begin with an empty database."
    )


def test_lost_data_is_not_silently_replaced_by_an_empty_database(home: Path) -> None:
    cluster = with_data(home)
    shutil.rmtree(cluster.parent)
    with pytest.raises(EmbeddedDatabaseError) as refusal:
        make_layout(home)
    assert str(refusal.value) == (
        f"The data of this home was kept in {cluster.parent}, which is gone: "
        f"bring that folder back, or remove {home / 'postgres' / 'location'} to begin with an empty database."
    )


def test_root_does_not_hide_the_data_of_a_plain_user(home: Path) -> None:
    (home / "postgres" / "cluster").mkdir(parents=True)
    with pytest.raises(EmbeddedDatabaseError) as refusal:
        make_layout(home)
    assert str(refusal.value) == (
        f"The database in {home / 'postgres'} was made by an ordinary user: start as that user instead of root."
    )


def test_data_keeps_its_owner_when_the_machine_gets_a_better_account(home: Path) -> None:
    os.chown(with_data(home), 54321, 54321)
    account = make_layout(home).account
    assert account is not None
    assert (account.uid, account.gid) == (54321, 54321)


def test_nothing_is_found_and_nothing_made_where_no_database_is(home: Path) -> None:
    assert find_layout(home) is None
    assert not home.exists()
