"""One launcher per home."""

import fcntl
import os
from pathlib import Path

from leadnurturebot.platform.embedded_database.errors import EmbeddedDatabaseError, explaining


class HomeLock:
    """Held from start to stop; the kernel lets go of it when the launcher dies, however it dies.

    The file stays: removing a lock file lets two processes lock two files of the same name.
    """

    def __init__(self, own: Path) -> None:
        """Take the lock; raises EmbeddedDatabaseError when another process has it."""
        path = own / "lock"
        with explaining(path):
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                holder = os.read(self._descriptor, 20).decode().strip() or "unknown"
                os.close(self._descriptor)
                raise EmbeddedDatabaseError(
                    f"The database of {own.parent} is already in use by LeadNurtureBot (process {holder}): "
                    "stop that one first or choose another home folder."
                ) from error
            self._write_process_id()

    def release(self) -> None:
        os.close(self._descriptor)

    def _write_process_id(self) -> None:
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, str(os.getpid()).encode(), 0)
