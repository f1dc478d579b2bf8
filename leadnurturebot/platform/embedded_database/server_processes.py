"""Which processes of this machine are PostgreSQL on a given data folder, and ending them.

A number in a pid file proves nothing: after a crash it may belong to any other program, or to a zombie. In containers,
where numbers are low, this happens at every second start.
"""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError
from leadnurturebot.platform.embedded_database.waiting import wait_until

_PROC = Path("/proc")
_SHUTDOWN_SECONDS = 60.0
_QUIT_SECONDS = 10.0
_HELPER_SECONDS = 3.0  # they end by themselves within milliseconds, unless one hangs


def pid_file(cluster: Path) -> Path:
    return cluster / "postmaster.pid"


def recorded_server(cluster: Path) -> int | None:
    """The number in the pid file if that process really is PostgreSQL on `cluster`."""
    try:
        pid = int(pid_file(cluster).read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None
    return pid if pid > 0 and is_server(pid, cluster) else None


def is_server(pid: int, cluster: Path) -> bool:
    """Whether `pid` is a live process of PostgreSQL (main or helper process) working in `cluster`."""
    if _has_proc():
        return _is_server_by_proc(_PROC / str(pid), os.path.realpath(cluster))
    return _is_server_by_ps(pid, cluster)


def server_processes(cluster: Path) -> list[int]:
    """All live processes of PostgreSQL in `cluster`; without /proc only the main one can be known."""
    if not _has_proc():
        main = recorded_server(cluster)
        return [main] if main else []
    folder = os.path.realpath(cluster)
    return [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit() and _is_server_by_proc(entry, folder)]


def end_leftovers(cluster: Path, *, log: Callable[[str], None]) -> None:
    """End every server process that an earlier run left in `cluster`, and remove its pid file.

    A whole server is shut down cleanly; helper processes without their main process cannot do anything useful any more.
    Call it only while holding the lock of the home. Raises EmbeddedDatabaseError when a process does not end.
    """
    main = recorded_server(cluster)
    if main is not None:
        log("A database server of an earlier run is still there; shutting it down.")
        if not _end([main], signal.SIGINT, _SHUTDOWN_SECONDS, cluster):
            _end([main], signal.SIGQUIT, _QUIT_SECONDS, cluster)
    _end_by_force(cluster)
    pid_file(cluster).unlink(missing_ok=True)


def _end_by_force(cluster: Path) -> None:
    for sign in (signal.SIGQUIT, signal.SIGKILL):
        remaining = server_processes(cluster)
        if not remaining or _end(remaining, sign, _HELPER_SECONDS, cluster):
            return
    raise EmbeddedDatabaseError(
        f"An earlier database server (process {server_processes(cluster)[0]}) still works in {cluster} and cannot be "
        "ended: restart the machine."
    )


def _end(pids: list[int], sign: signal.Signals, seconds: float, cluster: Path) -> bool:
    for pid in pids:
        try:
            os.kill(pid, sign)
        except ProcessLookupError:
            continue
    return wait_until(lambda: not any(is_server(pid, cluster) for pid in pids), seconds=seconds)


def _has_proc() -> bool:
    return (_PROC / "self" / "stat").exists()


def _is_server_by_proc(entry: Path, folder: str) -> bool:
    try:
        state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
        # PostgreSQL changes into its data folder first of all, and its helper processes stay there.
        is_here = str((entry / "cwd").readlink()) == folder
        return is_here and state not in "ZX" and (entry / "exe").readlink().name.startswith("postgres")
    except OSError:
        return False  # it ended meanwhile, or belongs to another user and so cannot be ours


def _is_server_by_ps(pid: int, cluster: Path) -> bool:
    answer = subprocess.run(
        ["ps", "-ww", "-o", "stat=", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    state, _, command = answer.stdout.strip().partition(" ")
    return not state.startswith("Z") and f"-D {cluster} " in command
