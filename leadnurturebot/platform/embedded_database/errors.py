"""One clear sentence for the owner, whatever went wrong underneath."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DISK_FULL = "The disk that holds {place} is full: free some space there and start again."
_NOT_OURS = "The folder {place} cannot be used by this user: choose another home folder or give it to this user."
_FILE_IN_THE_WAY = "{place} cannot be used as a folder because a file is in its way: choose another home folder."

_SENTENCES_BY_ERRNO = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EACCES: _NOT_OURS,
    errno.EPERM: _NOT_OURS,
    errno.EROFS: "The folder {place} is on a read-only disk: choose a home folder that can be written.",
    errno.ENAMETOOLONG: "The path {place} is too long: choose a shorter home folder.",
    errno.ENOTDIR: _FILE_IN_THE_WAY,
    errno.EEXIST: _FILE_IN_THE_WAY,
}

# What PostgreSQL writes (always in English: lc_messages is C), most telling first.
_SENTENCES_BY_OUTPUT = (
    (r"No space left on device|Disk quota exceeded|File too large|File size limit exceeded", DISK_FULL),
    (
        r"pre-existing shared memory block|lock file \"postmaster\.pid\" already exists",
        "Another PostgreSQL is still working in {place}: stop it, then start again.",
    ),
    (
        r"Address already in use|lock file \".*\.s\.PGSQL\.[^\"]*\" already exists",
        "Another program uses the socket or port of the database in {place}: stop that program, then start again.",
    ),
    (r"Unix-domain socket path .* is too long", "The temp folder has too long a path: set TMPDIR to a shorter one."),
    (
        r"Cannot allocate memory|could not map anonymous shared memory|could not create shared memory segment",
        "There is too little free memory to start the database in {place}: close other programs and start again.",
    ),
    (
        r"error while loading shared libraries|Library not loaded|Exec format error|cannot execute required file",
        "The PostgreSQL binaries cannot run on this system: set DATABASE_URL to a PostgreSQL of your own.",
    ),
    (
        r"could not locate a valid checkpoint record|invalid data in file|could not read file \"global/|checksum",
        "The data in {place} is damaged: restore the last backup.",
    ),
)


class EmbeddedDatabaseError(Exception):
    """The embedded database could not do what was asked; the message is one sentence for the owner."""


def sentence_for_output(output: str, *, place: Path) -> str:
    """Explain what PostgreSQL or initdb wrote before it gave up; `place` is the folder it worked in."""
    for pattern, sentence in _SENTENCES_BY_OUTPUT:
        if re.search(pattern, output):
            return sentence.format(place=place)
    return f"The database in {place} could not start: {_last_complaint(output)}."


def sentence_for_os_error(error: OSError, *, place: Path) -> str:
    """Explain an error of the operating system about `place`."""
    sentence = _SENTENCES_BY_ERRNO.get(error.errno or 0)
    if sentence is None:
        return f"The folder {place} cannot be used: {error.strerror or error}."
    return sentence.format(place=place)


@contextmanager
def explaining(place: Path) -> Iterator[None]:
    """Turn errors of the operating system about `place` into an EmbeddedDatabaseError."""
    try:
        yield
    except OSError as error:
        raise EmbeddedDatabaseError(sentence_for_os_error(error, place=place)) from error


def _last_complaint(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    complaints = [line for line in lines if re.search(r"FATAL|PANIC|error:", line)]
    last = (complaints or lines or ["it ended without a word"])[-1]
    return re.sub(r"^.*?(FATAL|PANIC|error):\s*", "", last).rstrip(".")
