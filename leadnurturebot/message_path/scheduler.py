"""The scheduler: timers, sends without an answer, conversations to end, partitions, templates to submit."""

import threading
from datetime import timedelta

import psycopg
import structlog

from leadnurturebot.conversations.batch import CONVERSATION_ENDS_AFTER
from leadnurturebot.message_path import follow_ups, sending, templates
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.worker import read_times
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.partitions import keep_daily_partitions
from leadnurturebot.platform.sql import Connection, connect

EVERY_SECONDS = 1.0
UPKEEP_EVERY = timedelta(minutes=10)
KEEP_EVENT_DAYS = 30
log = structlog.get_logger("scheduler")


class Scheduler:
    """One scheduler process; a second one takes over where the first stops, claims keep them apart."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._connection: Connection | None = None
        self._upkeep_at: Times | None = None

    def run(self, stop: threading.Event) -> None:
        """Look after what is due, once a second, until `stop` is set."""
        while not stop.is_set():
            try:
                busy = self.round()
            except psycopg.OperationalError as error:
                log.error("database away", error=type(error).__name__)
                self._connection = None
                busy = False
            if not busy:
                stop.wait(EVERY_SECONDS)

    def round(self) -> bool:
        """Everything that is due now. True when timers rang: more may be due."""
        connection = self._open()
        with connection.transaction():
            rang = follow_ups.ring_due(connection, self._world, read_times(connection))
        with connection.transaction():
            sending.expire_leases(connection, wall=read_times(connection).wall)
        self._upkeep(connection)
        templates.submit_waiting(connection)
        return rang > 0

    def _open(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = connect(name="leadnurturebot scheduler")
        return self._connection

    def _upkeep(self, connection: Connection) -> None:
        times = read_times(connection)
        connection.rollback()
        if self._upkeep_at is not None and times.wall - self._upkeep_at.wall < UPKEEP_EVERY:
            return
        self._upkeep_at = times
        with connection.transaction():
            keep_daily_partitions(
                connection, "message_path_eventkey", today=times.now.date(), ahead=3, keep=KEEP_EVENT_DAYS
            )
        with connection.transaction():
            end_conversations(connection, times)


def end_conversations(connection: Connection, times: Times) -> int:
    """End conversations after a day of silence; carts stay, the stage is closed."""
    rows = connection.execute(
        "UPDATE conversations_conversation SET status = 'completed', ended_at = last_at"
        " WHERE status = 'active' AND last_at < %s RETURNING id",
        [times.now - CONVERSATION_ENDS_AFTER],
    ).fetchall()
    ids = [row[0] for row in rows]
    if ids:
        connection.execute(
            "UPDATE conversations_thread SET stage = 'closed' WHERE conversation_id = ANY(%s) AND holder = 'bot'", [ids]
        )
    return len(ids)
