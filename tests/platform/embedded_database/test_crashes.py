"""What is killed comes back without losing what was acknowledged."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from leadnurturebot.platform.embedded_database import Running, connection_url, start, system_folder
from leadnurturebot.platform.embedded_database import server_processes as server_processes_module
from leadnurturebot.platform.embedded_database.server_processes import is_server, server_processes
from leadnurturebot.platform.embedded_database.socket_folder import is_listening
from leadnurturebot.platform.embedded_database.waiting import wait_until

REPOSITORY = Path(__file__).parents[3]
LAUNCHER = """
import sys, threading
from pathlib import Path
from leadnurturebot.platform.embedded_database import start, system_folder
system_folder.SYSTEM_FOLDER = Path(sys.argv[2])
# Started by a thread that ends at once: the server must live until the process ends, no shorter.
thread = threading.Thread(target=lambda: print(start(Path(sys.argv[1])).process.pid, flush=True))
thread.start()
thread.join()
sys.stdin.read()
"""


class Writer(threading.Thread):
    """Inserts rows one by one and remembers those whose commit the server acknowledged."""

    def __init__(self, url: str, number: int) -> None:
        super().__init__()
        self.url, self.number = url, number
        self.acknowledged: list[int] = []

    def run(self) -> None:
        try:
            with psycopg.connect(self.url, autocommit=True) as connection:
                for count in range(1_000_000):
                    row = self.number * 1_000_000 + count
                    connection.execute("INSERT INTO orders_taken VALUES (%s)", [row])
                    self.acknowledged.append(row)
        except psycopg.OperationalError:
            return


def cluster_of(server: Running) -> Path:
    with psycopg.connect(server.admin_url) as connection:
        row = connection.execute("SHOW data_directory").fetchone()
    assert row is not None
    return Path(row[0])


def test_kill_under_writers_loses_no_acknowledged_row(server: Running) -> None:
    with psycopg.connect(server.url) as connection:
        connection.execute("CREATE TABLE orders_taken (id bigint PRIMARY KEY)")
    writers = [Writer(server.url, number) for number in range(4)]
    for writer in writers:
        writer.start()
    assert wait_until(lambda: all(len(writer.acknowledged) > 50 for writer in writers), seconds=30)
    server.process.kill()
    for writer in writers:
        writer.join()
    assert not server.is_alive()

    server.restart()
    acknowledged = {row for writer in writers for row in writer.acknowledged}
    with psycopg.connect(server.url) as connection:
        stored = {row[0] for row in connection.execute("SELECT id FROM orders_taken")}
    assert acknowledged - stored == set()
    # One commit per writer may have reached the disk without its acknowledgement reaching us.
    assert len(stored - acknowledged) <= len(writers)


def test_a_helper_process_that_outlives_its_server_is_ended(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hanging backend keeps the dead server's shared memory in use, over which PostgreSQL refuses to start."""
    monkeypatch.setattr(server_processes_module, "_HELPER_SECONDS", 0.2)
    cluster = cluster_of(server)
    with closing(psycopg.connect(server.url)) as connection:
        os.kill(connection.info.backend_pid, signal.SIGSTOP)
        server.process.kill()
        server.process.wait()
        assert connection.info.backend_pid in server_processes(cluster)

        server.restart()
        assert not is_server(connection.info.backend_pid, cluster)
    assert connection_url(server.database.home) == server.url


def test_a_stale_pid_file_with_the_number_of_a_living_stranger_is_ignored(server: Running) -> None:
    """The stranger is of the server's user, which PostgreSQL itself takes for proof of another server."""
    pid_file = cluster_of(server) / "postmaster.pid"
    with subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, user=pid_file.owner()) as stranger:
        server.process.kill()
        server.process.wait()
        lines = pid_file.read_text().splitlines()
        pid_file.write_text("\n".join([str(stranger.pid), *lines[1:]]) + "\n")
        server.restart()
        assert server.is_alive()
        assert stranger.poll() is None


def test_a_zombie_is_not_taken_for_a_server(server: Running) -> None:
    pid_file = cluster_of(server) / "postmaster.pid"
    zombie = os.posix_spawn("/bin/true", ["true"], {})
    os.waitid(os.P_PID, zombie, os.WEXITED | os.WNOWAIT)
    server.process.kill()
    server.process.wait()
    pid_file.write_text(pid_file.read_text().replace(str(server.process.pid), str(zombie), 1))
    server.restart()
    os.waitpid(zombie, 0)
    assert server.is_alive()


def start_launcher(home: Path) -> "tuple[subprocess.Popen[str], int]":
    launcher = subprocess.Popen(
        [sys.executable, "-c", LAUNCHER, str(home), str(system_folder.SYSTEM_FOLDER)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert launcher.stdout is not None
    return launcher, int(launcher.stdout.readline())


def test_no_server_survives_its_killed_launcher(home: Path) -> None:
    launcher, server_pid = start_launcher(home)
    url = connection_url(home)
    assert url is not None
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    launcher.kill()
    launcher.communicate()

    assert wait_until(lambda: not Path(f"/proc/{server_pid}").exists(), seconds=20)
    assert connection_url(home) is None
    next_run = start(home)
    with psycopg.connect(next_run.url) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)
    next_run.stop()


def test_an_orphaned_server_is_shut_down_and_replaced(home: Path) -> None:
    """Where the kernel cannot end the server with its launcher, the next start finds it still running."""
    first = start(home)
    cluster, configuration = cluster_of(first), cluster_of(first).parent / "postgresql.conf"
    program = Path(f"/proc/{first.process.pid}/exe").readlink()
    account = cluster.stat()
    socket_folder = first.socket_directory
    first.stop()
    socket_folder.mkdir(mode=0o700)
    os.chown(socket_folder, account.st_uid, account.st_gid)
    orphan = subprocess.Popen(
        [program, "-D", cluster, "-c", f"config_file={configuration}"],
        user=account.st_uid,
        group=account.st_gid,
        stderr=subprocess.DEVNULL,
    )
    assert wait_until(lambda: is_listening(socket_folder), seconds=20)

    said: list[str] = []
    second = start(home, log=said.append)
    assert said == ["A database server of an earlier run is still there; shutting it down."]
    assert orphan.wait(20) == 0
    socket_folder.rmdir()
    assert second.is_alive()
    second.stop()
