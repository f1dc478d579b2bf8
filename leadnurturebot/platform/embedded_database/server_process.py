"""One run of the PostgreSQL server as a direct child process."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from leadnurturebot.platform.embedded_database import exec_server
from leadnurturebot.platform.embedded_database.accounts import Account
from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError
from leadnurturebot.platform.embedded_database.server_log import ServerLog

# The environment of the launcher holds the product's keys; a database server has no business with them.
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_SHUTDOWN_SECONDS = 60.0
_QUIT_SECONDS = 10.0
_LAST_WORDS_SECONDS = 2.0


def server_environment() -> dict[str, str]:
    """What PostgreSQL programs get to see; UTC spares initdb a search through all time zones."""
    passed_on = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed_on | {"LC_ALL": "C", "TZ": "UTC"}


class ServerProcess:
    """Started and tended by a thread of its own that lives as long as the server.

    The kernel ties the server's life to the *thread* that started it, not to the process, so a server started by a
    short-lived thread would be shut down as soon as that thread ends. The same thread drains the server's output.
    """

    def __init__(self, command: Sequence[str], *, folder: Path, account: Account | None, log: ServerLog) -> None:
        """Start `command` in `folder`; raises EmbeddedDatabaseError when the process cannot be made."""
        self._log = log
        self._outcome: subprocess.Popen[bytes] | OSError | None = None
        self._is_started = threading.Event()
        self._thread = threading.Thread(
            target=self._tend, args=(_wrapped(command, account), folder), name="embedded-database", daemon=True
        )
        self._thread.start()
        self._is_started.wait()
        self.popen = self._made()

    def _made(self) -> subprocess.Popen[bytes]:
        if not isinstance(self._outcome, subprocess.Popen):
            raise EmbeddedDatabaseError(f"The database process could not be made: {self._outcome}.")
        return self._outcome

    def is_alive(self) -> bool:
        return self.popen.poll() is None

    def last_words(self) -> str:
        """What an ended server wrote last."""
        self._thread.join(_LAST_WORDS_SECONDS)
        return self._log.newest()

    def stop(self, *, immediate: bool) -> None:
        """Shut down (fast: open transactions are rolled back), or end at once and leave recovery to the next start."""
        if immediate or not self._end(signal.SIGINT, _SHUTDOWN_SECONDS):
            self._end(signal.SIGQUIT, _QUIT_SECONDS)
        if self.is_alive():
            self._end(signal.SIGKILL, _QUIT_SECONDS)

    def _end(self, sign: signal.Signals, seconds: float) -> bool:
        self.popen.send_signal(sign)
        try:
            self.popen.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _tend(self, command: list[str], folder: Path) -> None:
        try:
            # Its own session, so that Ctrl-C reaches the launcher alone, which stops things in the right order.
            self._outcome = popen = subprocess.Popen(
                command,
                cwd=folder,
                env=server_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            self._outcome = error
            return
        finally:
            self._is_started.set()
        if popen.stdout:
            for line in popen.stdout:
                self._log.write(line)
            popen.stdout.close()
        popen.wait()


def _wrapped(command: Sequence[str], account: Account | None) -> list[str]:
    uid, gid = (account.uid, account.gid) if account else (-1, -1)
    script = str(Path(exec_server.__file__).resolve())
    return [sys.executable, "-I", "-S", script, str(os.getpid()), str(uid), str(gid), *command]
