"""The scheduler: timers, sends without an answer, conversations and unpaid orders to end, partitions, templates."""

from collections.abc import Callable
from datetime import timedelta

from leadnurturebot.catalog.personal import making as pages
from leadnurturebot.conversations.ending import end_silent
from leadnurturebot.message_path import (
    follow_ups,
    inbox,
    number_health,
    number_limits,
    openings,
    settling,
    shared_counters,
    templates,
)
from leadnurturebot.message_path.rounds import Rounds
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.worker import read_times
from leadnurturebot.message_path.world import World
from leadnurturebot.nurture.template_state import unpause_due
from leadnurturebot.payments.expiring import expire_unpaid
from leadnurturebot.platform.live import notify_many
from leadnurturebot.platform.partitions import keep_daily_partitions
from leadnurturebot.platform.sql import Connection

UPKEEP_EVERY = timedelta(minutes=10)
KEEP_EVENT_DAYS = 30
AT_ONCE = 500
"""Rows that one transaction of upkeep takes."""


class Scheduler(Rounds):
    """One scheduler process; a second one takes over where the first stops."""

    name = "scheduler"
    every_seconds = 1.0

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world
        self._upkeep_at: Times | None = None

    def round(self) -> bool:
        """Everything that is due now. True when timers rang: more may be due."""
        connection = self._opened()
        with connection.transaction():
            rang = follow_ups.ring_due(connection, self._world, read_times(connection))
        with connection.transaction():
            settling.expire_leases(connection, wall=read_times(connection).wall)
        self._upkeep(connection)
        templates.submit_waiting(connection)
        return rang > 0

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
        _until_done(connection, lambda: pages.sweep(connection, now=times.now, limit=AT_ONCE))
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
