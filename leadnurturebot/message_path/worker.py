"""The worker: turns. Each is one transaction over a batch of lanes; what fails is tried alone, then parked."""

import threading
import time
from collections.abc import Callable, Sequence

import psycopg
import structlog

from leadnurturebot.message_path import (
    account_events,
    contact_events,
    counters,
    customer_messages,
    identity_events,
    inbox,
    payment_events,
    phone_book,
    status_events,
)
from leadnurturebot.message_path.failures import place_of, trail_of
from leadnurturebot.message_path.inbox import InboxEvent
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.clocks import business_now, wall_now
from leadnurturebot.platform.fresh_plans import FreshPlans
from leadnurturebot.platform.sql import Connection, connect

BATCH = 200
POLL_SECONDS = 0.25
STATUSES = 2000
STATUSES_EVERY_SECONDS = 0.2
log = structlog.get_logger("worker")

Handler = Callable[[Connection, World, Sequence[InboxEvent], Times], list[InboxEvent]]

# Written out, not registered: this is the table of what the inbox may hold and who handles it.
HANDLERS: dict[str, Handler] = {
    "message": customer_messages.handle,
    "payment": payment_events.handle,
    "account": account_events.handle,
    "echo": contact_events.handle,
    "preference": contact_events.handle,
    "system": identity_events.handle,
    "app_contact": phone_book.handle,
    "reaction": contact_events.handle,
    "edit": contact_events.handle,
    "revoke": contact_events.handle,
    "standby": contact_events.handle,
    "handover": contact_events.handle,
    "history": contact_events.handle,
    "click": contact_events.handle,
    "call_permission": contact_events.handle,
    "group": contact_events.handle,
    inbox.UNREADABLE: inbox.refuse_unreadable,
}


def read_times(connection: Connection) -> Times:
    """Both clocks, read once for a turn."""
    return Times(now=business_now(connection), wall=wall_now())


def turn(connection: Connection, world: World, *, rows: int = BATCH) -> int:
    """One turn in the caller's transaction: claim, handle by kind. Returns how many rows were taken."""
    times = read_times(connection)
    events = inbox.claim(connection, now=times.wall, rows=rows)
    _handle(connection, world, events, times)
    return len(events)


def _handle(connection: Connection, world: World, events: Sequence[InboxEvent], times: Times) -> None:
    for handler, group in _by_handler(events):
        handled = handler(connection, world, group, times)
        counters.messages_handled.inc(len(handled))


def _by_handler(events: Sequence[InboxEvent]) -> list[tuple[Handler, list[InboxEvent]]]:
    """Runs of events of one handler, in order: within a lane nothing overtakes."""
    runs: list[tuple[Handler, list[InboxEvent]]] = []
    by_lane: dict[object, list[InboxEvent]] = {}
    for event in events:
        by_lane.setdefault(event.lane, []).append(event)
    uniform: dict[Handler, list[InboxEvent]] = {}
    for lane_events in by_lane.values():
        handlers = {HANDLERS[event.kind] for event in lane_events}
        if len(handlers) == 1:
            uniform.setdefault(handlers.pop(), []).extend(lane_events)
        else:
            runs += ((HANDLERS[event.kind], [event]) for event in lane_events)
    return [*uniform.items(), *runs]


class Worker:
    """One worker process. Any number may run; lanes keep them apart."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._connection: Connection | None = None
        self._statuses_from = 0.0
        self._plans = FreshPlans()

    def run(self, stop: threading.Event) -> None:
        """Take turns until `stop` is set."""
        wake = threading.Event()
        threading.Thread(target=_listen, args=(wake, stop), daemon=True).start()
        while not stop.is_set():
            try:
                if not self.round():
                    wake.wait(POLL_SECONDS)
                    wake.clear()
            except psycopg.OperationalError as error:
                log.error("database away", error=type(error).__name__)
                self._connection = None
                stop.wait(POLL_SECONDS)

    def round(self) -> bool:
        """One turn and one round of statuses, each a transaction. False when there was nothing to do."""
        connection = self._open()
        done = self._turn(connection)
        return self._apply_statuses(connection) or done

    def _apply_statuses(self, connection: Connection) -> bool:
        """Nobody's answer waits for a status, so that they are left to become many, but for a moment only."""
        if time.monotonic() < self._statuses_from:
            return False
        try:
            with connection.transaction():
                taken = status_events.apply_due(connection, read_times(connection), limit=STATUSES)
        except psycopg.OperationalError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever a status does to us, the others are applied
            log.warning("statuses failed, one at a time", error=place_of(error), trail=trail_of(error))
            with connection.transaction():
                taken = status_events.apply_one_by_one(connection, read_times(connection), limit=STATUSES)
        if taken < STATUSES:
            self._statuses_from = time.monotonic() + STATUSES_EVERY_SECONDS
        return taken > 0

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = connect(name="leadnurturebot worker")
        return self._connection

    def _turn(self, connection: Connection) -> bool:
        try:
            with connection.transaction():
                self._plans.renew(connection)
                return turn(connection, self._world) > 0
        except psycopg.OperationalError:
            raise
        except Exception as error:  # noqa: BLE001  # whatever a message does to us, the other lanes go on
            log.warning("batch failed, one lane at a time", error=place_of(error), trail=trail_of(error))
            return self._one_by_one(connection)

    def _one_by_one(self, connection: Connection) -> bool:
        """After a batch failed: each lane by itself, so that one poison message parks alone."""
        for _ in range(BATCH):
            with connection.transaction():
                if not self._one_lane(connection):
                    return True
        return True

    def _one_lane(self, connection: Connection) -> bool:
        """Handle the next free lane; when that fails too, its first message alone, and only that one is to blame.

        The failure is noted while the lane is still held: no other worker has its rows meanwhile. False without a lane.
        """
        times = read_times(connection)
        events = inbox.claim(connection, now=times.wall, rows=1)
        if not events or self._failure(connection, events, times) is None:
            return bool(events)
        first = events[:1]
        if (error := self._failure(connection, first, times)) is not None:
            log.error("message failed", row=str(first[0].id), error=place_of(error), trail=trail_of(error))
            parked = inbox.record_failure(connection, [first[0].id], place_of(error), now=times.wall)
            counters.parked.inc(parked)
        return True

    def _failure(self, connection: Connection, events: Sequence[InboxEvent], times: Times) -> Exception | None:
        """Handle events in a savepoint; what they did to us, None when all went well."""
        try:
            with connection.transaction():
                _handle(connection, self._world, events, times)
        except psycopg.OperationalError:
            raise
        except Exception as error:  # noqa: BLE001  # as above
            return error
        return None


def _listen(wake: threading.Event, stop: threading.Event) -> None:
    """Set `wake` whenever something arrived. Polling goes on without it."""
    while not stop.is_set():
        try:
            with connect(autocommit=True, name="leadnurturebot worker listens") as connection:
                connection.execute("LISTEN leadnurturebot_inbox")
                while not stop.is_set():
                    for _ in connection.notifies(timeout=1.0, stop_after=1):
                        wake.set()
        except psycopg.OperationalError:
            stop.wait(POLL_SECONDS)
