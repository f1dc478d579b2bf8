"""The scheduler: timers, sends without an answer, conversations and unpaid orders to end, partitions, templates."""

import threading
from collections.abc import Callable
from datetime import timedelta

import psycopg
import structlog

from leadnurturebot.conversations.ending import end_silent
from leadnurturebot.message_path import (
    follow_ups,
    inbox,
    number_health,
    number_limits,
    openings,
    sending,
    shared_counters,
    templates,
)
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.worker import read_times
from leadnurturebot.message_path.world import World
from leadnurturebot.nurture.template_state import unpause_due
from leadnurturebot.payments.expiring import expire_unpaid
from leadnurturebot.platform.live import notify_many
from leadnurturebot.platform.partitions import keep_daily_partitions
from leadnurturebot.platform.sql import Connection, connect

EVERY_SECONDS = 1.0
UPKEEP_EVERY = timedelta(minutes=10)
KEEP_EVENT_DAYS = 30
AT_ONCE = 500
"""Rows that one transaction of upkeep takes."""
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

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

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
            inbox.mend_lanes(connection)
        with connection.transaction():
            shared_counters.fold(connection, wall=times.wall)
            number_limits.sweep(connection, wall=times.wall)
            openings.sweep(connection, now=times.now)
            unpause_due(connection, now=times.now)
        _until_done(connection, lambda: end_silent(connection, now=times.now, limit=AT_ONCE))
        _until_done(connection, lambda: _expire_orders(connection, times))
        templates.ask_reviews(connection, now=times.wall)
        number_health.revive(connection, now=times.now, wall=times.wall)


def _until_done(connection: Connection, some: Callable[[], int]) -> None:
    """Repeat a piece of upkeep, each time in a transaction of its own, until it finds less than it could do."""
    while True:
        with connection.transaction():
            if some() < AT_ONCE:
                return


def _expire_orders(connection: Connection, times: Times) -> int:
    expired = expire_unpaid(connection, now=times.now, limit=AT_ONCE)
    notify_many(connection, "order", [(each.shop_id, each.order_id) for each in expired])
    return len(expired)
