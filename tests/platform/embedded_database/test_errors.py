import errno
from pathlib import Path

import pytest

from leadnurturebot.platform.embedded_database.errors import sentence_for_os_error, sentence_for_output

PLACE = Path("/srv/shop")
SOCKET_TAKEN = (
    "Another program uses the socket or port of the database in /srv/shop: stop that program, then start again."
)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (
            'initdb: error: could not write to file "base/1/1247": No space left on device\n',
            "The disk that holds /srv/shop is full: free some space there and start again.",
        ),
        (
            '2026-03-01 10:00:00 UTC [9] FATAL:  could not write lock file "postmaster.pid": No space left on device\n',
            "The disk that holds /srv/shop is full: free some space there and start again.",
        ),
        (
            'LOG:  could not bind Unix address "/run/.s.PGSQL.5432": Address already in use\nFATAL:  no sockets\n',
            SOCKET_TAKEN,
        ),
        (
            'FATAL:  lock file "/tmp/lnb-1/.s.PGSQL.5432.lock" already exists\n',
            SOCKET_TAKEN,
        ),
        (
            'FATAL:  lock file "postmaster.pid" already exists\n',
            "Another PostgreSQL is still working in /srv/shop: stop it, then start again.",
        ),
        (
            "FATAL:  pre-existing shared memory block (key 21, ID 4) is still in use\n",
            "Another PostgreSQL is still working in /srv/shop: stop it, then start again.",
        ),
        (
            "FATAL:  could not map anonymous shared memory: Cannot allocate memory\n",
            "There is too little free memory to start the database in /srv/shop: close other programs and start again.",
        ),
        (
            "postgres: error while loading shared libraries: libz.so.1: cannot open shared object file\n",
            "The PostgreSQL binaries cannot run on this system: set DATABASE_URL to a PostgreSQL of your own.",
        ),
        (
            "LOG:  invalid checkpoint record\nPANIC:  could not locate a valid checkpoint record at 0/1\n",
            "The data in /srv/shop is damaged: restore the last backup.",
        ),
        (
            "LOG:  starting\n2026-03-01 10:00:00 UTC [9] FATAL:  something nobody foresaw\nLOG:  shut down\n",
            "The database in /srv/shop could not start: something nobody foresaw.",
        ),
        ("", "The database in /srv/shop could not start: it ended without a word."),
    ],
)
def test_what_postgresql_says_becomes_one_sentence(output: str, sentence: str) -> None:
    assert sentence_for_output(output, place=PLACE) == sentence


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk that holds /srv/shop is full: free some space there and start again."),
        (errno.EROFS, "The folder /srv/shop is on a read-only disk: choose a home folder that can be written."),
        (errno.ENAMETOOLONG, "The path /srv/shop is too long: choose a shorter home folder."),
        (errno.EIO, "The folder /srv/shop cannot be used: trouble."),
    ],
)
def test_what_the_system_says_becomes_one_sentence(number: int, sentence: str) -> None:
    assert sentence_for_os_error(OSError(number, "trouble"), place=PLACE) == sentence
