"""Two counts that the stand-in keeps and the other processes watch, in a file that all of them map."""

import mmap
import struct
from pathlib import Path

_COUNTS = struct.Struct("=QQ")


class Tally:
    """How many replies the stand-in received, and how many statuses of theirs the product acknowledged."""

    def __init__(self, file: Path) -> None:
        if not file.exists():
            file.write_bytes(bytes(_COUNTS.size))
        with file.open("r+b") as opened:
            self._memory = mmap.mmap(opened.fileno(), _COUNTS.size)

    def write(self, replies: int, statuses: int) -> None:
        """Publish both counts; only the stand-in does."""
        _COUNTS.pack_into(self._memory, 0, replies, statuses)

    def read(self) -> tuple[int, int]:
        """(replies received, statuses acknowledged)."""
        replies, statuses = _COUNTS.unpack_from(self._memory, 0)
        return replies, statuses
