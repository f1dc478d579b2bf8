"""One running server for most tests; its home has a space and a long name, and only this user may enter it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadnurturebot.platform.embedded_database import Running, start, system_folder


@pytest.fixture(scope="session", autouse=True)
def reachable_system_folder() -> Iterator[Path]:
    """Stands in for /var/lib/leadnurturebot: pytest's own temp folders may be entered by nobody else."""
    folder = Path(tempfile.mkdtemp(prefix="lnb-system-", dir="/tmp"))
    folder.chmod(0o755)
    before = system_folder.SYSTEM_FOLDER
    system_folder.SYSTEM_FOLDER = folder
    yield folder
    system_folder.SYSTEM_FOLDER = before
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def shared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home") / ("Sarah's boutique " + "x" * 180)
    home.mkdir(mode=0o700)
    return home


@pytest.fixture(scope="session")
def shared_server(shared_home: Path) -> Iterator[Running]:
    running = start(shared_home)
    yield running
    running.stop()


@pytest.fixture
def server(shared_server: Running) -> Running:
    """The shared server, alive again if the test before killed it."""
    if not shared_server.is_alive():
        shared_server.restart()
    return shared_server


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def only_root() -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can set this up")
