"""Starting, stopping and restarting the embedded database."""

import logging
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from leadnurturebot.platform.embedded_database.accounts import is_root
from leadnurturebot.platform.embedded_database.cluster import prepare_cluster
from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError, explaining, sentence_for_output
from leadnurturebot.platform.embedded_database.home_lock import HomeLock
from leadnurturebot.platform.embedded_database.installed_binaries import binaries, binaries_for_everyone
from leadnurturebot.platform.embedded_database.layout import Layout, make_layout, make_own_folder
from leadnurturebot.platform.embedded_database.lookup import EmbeddedDatabase, recorded_socket_folder
from leadnurturebot.platform.embedded_database.passwords import Passwords
from leadnurturebot.platform.embedded_database.private_files import write_private_file
from leadnurturebot.platform.embedded_database.provisioning import provision
from leadnurturebot.platform.embedded_database.server_log import ServerLog
from leadnurturebot.platform.embedded_database.server_process import ServerProcess
from leadnurturebot.platform.embedded_database.server_processes import end_leftovers, pid_file
from leadnurturebot.platform.embedded_database.server_settings import configuration
from leadnurturebot.platform.embedded_database.socket_folder import prepare_socket_folder, remove_socket_folder
from leadnurturebot.platform.embedded_database.urls import admin_url, application_url
from leadnurturebot.platform.embedded_database.waiting import wait_until

_READY_SECONDS = 600.0  # recovery after a crash on a slow disk; a server that gives up is noticed at once
_ABOVE_LINE_OF_STATUS = 7  # of postmaster.pid, see miscadmin.h (LOCK_FILE_LINE_PM_STATUS)
_LOG = logging.getLogger(__name__).info


def start(
    home: Path,
    *,
    log: Callable[[str], None] = _LOG,
    settings: Mapping[str, str] | None = None,
) -> "Running":
    """Start the database of `home`, making it first when there is none, and wait until it answers.

    `log` gets sentences about what takes time; `settings` adds to or replaces PostgreSQL's settings. The calling
    process answers for the server until `Running.stop`. Raises EmbeddedDatabaseError with one sentence for the owner.
    """
    lock = HomeLock(make_own_folder(home))
    try:
        layout = make_layout(home)
        programs = binaries_for_everyone() if is_root() else binaries()
        with explaining(layout.holder):
            end_leftovers(layout.cluster, log=log)
        passwords = prepare_cluster(layout, programs, log=log)
        running = Running(layout, lock, passwords, programs=programs, log=log, settings=settings or {})
    except BaseException:
        lock.release()
        raise
    try:
        running.restart()
    except BaseException:
        running.stop(immediate=True)
        raise
    return running


class Running:
    """A database that this process started and answers for. Use it from one thread at a time."""

    def __init__(
        self,
        layout: Layout,
        lock: HomeLock,
        passwords: Passwords,
        *,
        programs: Path,
        log: Callable[[str], None],
        settings: Mapping[str, str],
    ) -> None:
        self._layout = layout
        self._lock: HomeLock | None = lock
        self._passwords = passwords
        self._programs = programs
        self._log = log
        self._settings = settings
        self._server: ServerProcess | None = None
        self._socket_folder: Path | None = None

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """The server's main process, a direct child of this one; another after `restart`."""
        if self._server is None:
            raise EmbeddedDatabaseError(f"The database of {self._layout.home} does not run.")
        return self._server.popen

    @property
    def socket_directory(self) -> Path:
        if self._socket_folder is None:
            raise EmbeddedDatabaseError(f"The database of {self._layout.home} does not run.")
        return self._socket_folder

    @property
    def url(self) -> str:
        """For the product. It stays the same over `restart`."""
        return application_url(self._passwords, self.socket_directory)

    @property
    def admin_url(self) -> str:
        """For the superuser, in the maintenance database."""
        return admin_url(self._passwords, self.socket_directory)

    @property
    def log_file(self) -> Path:
        return self._layout.log_file

    @property
    def database(self) -> EmbeddedDatabase:
        return EmbeddedDatabase(self._layout.home, self.url, self.socket_directory, self.process.pid)

    def is_alive(self) -> bool:
        return self._server is not None and self._server.is_alive()

    def stop(self, *, immediate: bool = False) -> None:
        """Shut down and keep the data; `immediate` leaves tidying up to the next start. A second call does nothing."""
        if self._lock is None:
            return
        self._shut_down(immediate=immediate)
        if self._socket_folder is not None:
            remove_socket_folder(self._socket_folder, self._layout.account)
        self._layout.socket_record.unlink(missing_ok=True)
        self._lock.release()
        self._lock = None

    def restart(self) -> None:
        """Start the server again, whether it runs or died; raises EmbeddedDatabaseError if it does not come back."""
        if self._lock is None:
            raise EmbeddedDatabaseError(f"The database of {self._layout.home} was stopped: start it anew.")
        self._shut_down(immediate=False)
        self._launch()

    def _shut_down(self, *, immediate: bool) -> None:
        if self._server is not None and self._server.is_alive():
            self._server.stop(immediate=immediate)

    def _launch(self) -> None:
        with explaining(self._layout.holder):
            end_leftovers(self._layout.cluster, log=self._log)
            self._socket_folder = self._new_socket_folder()
            text = configuration(self._socket_folder, self._settings)
            write_private_file(self._layout.configuration_file, text, mode=0o644 if self._layout.account else 0o600)
        self._server = ServerProcess(
            self._command(),
            folder=self._layout.holder,
            account=self._layout.account,
            log=ServerLog(self._layout.log_file),
        )
        self._wait_until_ready(self._server)
        provision(self.admin_url, self._passwords)

    def _new_socket_folder(self) -> Path:
        folder = prepare_socket_folder(recorded_socket_folder(self._layout), self._layout.account)
        write_private_file(self._layout.socket_record, f"{folder}\n")
        return folder

    def _command(self) -> list[str]:
        cluster, configuration_file = self._layout.cluster, self._layout.configuration_file
        return [str(self._programs / "postgres"), "-D", str(cluster), "-c", f"config_file={configuration_file}"]

    def _wait_until_ready(self, server: ServerProcess) -> None:
        wait_until(lambda: self._says_ready() or not server.is_alive(), seconds=_READY_SECONDS)
        if not server.is_alive():
            raise EmbeddedDatabaseError(sentence_for_output(server.last_words(), place=self._layout.holder))
        if not self._says_ready():
            raise EmbeddedDatabaseError(
                f"The database did not become ready within {_READY_SECONDS:.0f} seconds: see {self.log_file}."
            )

    def _says_ready(self) -> bool:
        """PostgreSQL writes its state into the pid file; asking there leaves no refused connections in its log."""
        try:
            lines = pid_file(self._layout.cluster).read_text().splitlines()
        except OSError:
            return False
        is_status_there = len(lines) > _ABOVE_LINE_OF_STATUS and lines[0] == str(self.process.pid)
        return is_status_there and lines[_ABOVE_LINE_OF_STATUS].strip() == "ready"
