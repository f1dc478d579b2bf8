"""PostgreSQL's log, never larger than two files of a fixed size."""

import os
from collections import deque
from pathlib import Path

_LARGEST_BYTES = 5_000_000
_REMEMBERED_LINES = 50


class ServerLog:
    """Takes the server's output line by line; the newest lines stay in memory to explain a failed start.

    PostgreSQL's own log collector can bound a file by time or start a new one by size, but not bound the whole.
    """

    def __init__(self, path: Path, *, largest_bytes: int = _LARGEST_BYTES) -> None:
        self._path = path
        self._largest_bytes = largest_bytes
        self._newest: deque[str] = deque(maxlen=_REMEMBERED_LINES)

    def write(self, line: bytes) -> None:
        """Never fails: on a full disk the line is dropped, for a server that waits for its log would stand still."""
        self._newest.append(line.decode(errors="replace"))
        try:
            self._append(line)
        except OSError:
            return

    def newest(self) -> str:
        return "".join(self._newest)

    def _append(self, line: bytes) -> None:
        self._path.parent.mkdir(mode=0o700, exist_ok=True)
        if self._path.exists() and self._path.stat().st_size + len(line) > self._largest_bytes:
            self._path.replace(self._path.with_name(f"{self._path.name}.1"))
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)
