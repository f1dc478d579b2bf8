import os
import shutil
from pathlib import Path

import psycopg
import pytest

from leadnurturebot.platform.embedded_database import Running, server_processes


@pytest.fixture
def cluster(server: Running) -> Path:
    with psycopg.connect(server.admin_url) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    assert row is not None
    return Path(row[0])


def test_a_server_is_known_by_the_folder_it_works_in(server: Running, cluster: Path, tmp_path: Path) -> None:
    assert server_processes.recorded_server(cluster) == server.process.pid
    assert server.process.pid in server_processes.server_processes(cluster)
    assert not server_processes.is_server(server.process.pid, tmp_path)
    assert server_processes.server_processes(tmp_path) == []


def test_a_person_looking_into_the_data_folder_is_no_server(cluster: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cluster)
    assert not server_processes.is_server(os.getpid(), cluster)


@pytest.mark.skipif(shutil.which("ps") is None, reason="this machine has no ps")
def test_a_server_is_known_without_proc_too(
    server: Running, cluster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_processes, "_PROC", tmp_path)
    assert server_processes.server_processes(cluster) == [server.process.pid]
    assert not server_processes.is_server(os.getpid(), cluster)
    assert not server_processes.is_server(server.process.pid, tmp_path)


@pytest.mark.parametrize("content", ["", "not a number\n", "-1\n", "0\n", "999999999\n"])
def test_a_pid_file_without_a_server_names_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "postmaster.pid").write_text(content)
    assert server_processes.recorded_server(tmp_path) is None
