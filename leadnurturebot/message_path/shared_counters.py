"""What all processes have counted: each writes its own rows every few seconds, anybody can add them up.

A process that is killed takes at most these seconds with it; figures that must be exact are counted from the queues.
"""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import psycopg
import structlog

from leadnurturebot.message_path.counters import REGISTRY
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, connect, insert_many

EVERY_SECONDS = 5.0
GONE_AFTER = timedelta(hours=1)
GONE = "gone"
log = structlog.get_logger("counters")

_COLUMNS = {"process": "text", "name": "text", "label": "text", "value": "bigint", "at": "timestamptz"}
_FOLD = """
WITH folded AS (
  DELETE FROM message_path_counter WHERE at < %(before)s AND process <> 'gone' RETURNING name, label, value
)
INSERT INTO message_path_counter (process, name, label, value, at)
SELECT 'gone', name, label, sum(value), %(now)s FROM folded GROUP BY name, label
ON CONFLICT (process, name, label) DO UPDATE SET value = message_path_counter.value + excluded.value, at = excluded.at
"""


class Sharing:
    """One process's counters on their way into the database."""

    def __init__(self, role: str) -> None:
        self._process = f"{role}:{socket.gethostname()}:{os.getpid()}:{uuid7().hex[-6:]}"
        self._before = _counted()

    def write(self, connection: Connection, *, wall: datetime) -> None:
        """Write what was counted since this began."""
        rows = [
            (self._process, name, label, value - self._before.get((name, label), 0), wall)
            for (name, label), value in _counted().items()
            if value > self._before.get((name, label), 0)
        ]
        insert_many(
            connection, "message_path_counter", _COLUMNS, rows,
            tail="ON CONFLICT (process, name, label) DO UPDATE SET value = excluded.value, at = excluded.at",
        )  # fmt: skip


def _counted() -> dict[tuple[str, str], int]:
    """Counts of this process by name and label."""
    return {
        (metric.name, sample.labels.get("code", "")): int(sample.value)
        for metric in REGISTRY.collect()
        for sample in metric.samples
        if sample.name.endswith("_total")
    }


def totals(connection: Connection) -> dict[tuple[str, str], int]:
    """Counts of all processes by name and label."""
    rows = connection.execute("SELECT name, label, sum(value)::bigint FROM message_path_counter GROUP BY name, label")
    return {(name, label): value for name, label, value in rows}


def fold(connection: Connection, *, wall: datetime) -> None:
    """Add up the rows of processes that are long gone."""
    connection.execute(_FOLD, {"before": wall - GONE_AFTER, "now": wall})


@contextmanager
def shared(role: str) -> Iterator[None]:
    """Share this process's counters while the block runs, and once more at its end."""
    sharing, stop = Sharing(role), threading.Event()
    thread = threading.Thread(target=_keep_writing, args=(sharing, stop), name="counters", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(EVERY_SECONDS)


def _keep_writing(sharing: Sharing, stop: threading.Event) -> None:
    while True:
        is_last = stop.wait(EVERY_SECONDS)
        try:
            with connect(name="leadnurturebot counters") as connection:
                while True:
                    with connection.transaction():
                        sharing.write(connection, wall=wall_now())
                    if is_last:
                        return
                    is_last = stop.wait(EVERY_SECONDS)
        except psycopg.OperationalError as error:
            log.warning("counters wait for the database", error=type(error).__name__)
            if is_last:
                return
