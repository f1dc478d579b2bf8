"""Holding processes in a known state, from the database: triggers that exist in the scratch database of a run only.

A worker that writes messages has claimed its lanes; one whose deferred trigger runs is inside COMMIT. Both wait there for a
shared advisory lock, which the harness holds exclusively while it aims. Nothing in the product knows of it. The same schema
notes which process claimed which row of the outbox, so that what was in flight at a kill is known exactly.
"""

import asyncio
import time
from typing import Any

import psycopg

from leadnurturebot.platform.sql import Connection, connect_async
from tests.faults.database import Window, patiently

CLAIMED, COMMITTING = 7001, 7002
PLACES = {"claimed": CLAIMED, "committing": COMMITTING}
AIM_SECONDS = 20.0

_SCHEMA = """
CREATE SCHEMA faults;
CREATE TABLE faults.claim (message_id uuid, process int, attempt int, at timestamptz DEFAULT clock_timestamp());
CREATE FUNCTION faults.process() RETURNS int LANGUAGE sql AS
  $$ SELECT coalesce(nullif(current_setting('faults.process', true), '')::int, 0) $$;
CREATE FUNCTION faults.wait_here() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN PERFORM pg_advisory_xact_lock_shared(TG_ARGV[0]::int, faults.process()); RETURN NULL; END $$;
CREATE FUNCTION faults.note_claim() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN INSERT INTO faults.claim VALUES (NEW.id, faults.process(), NEW.attempts); RETURN NULL; END $$;
CREATE TRIGGER faults_claimed BEFORE INSERT ON conversations_message FOR EACH STATEMENT
  EXECUTE FUNCTION faults.wait_here(7001);
CREATE CONSTRAINT TRIGGER faults_committing AFTER INSERT ON assistant_decisionrecord DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION faults.wait_here(7002);
CREATE TRIGGER faults_claim AFTER UPDATE OF state ON message_path_outbox FOR EACH ROW
  WHEN (NEW.state = 'sending') EXECUTE FUNCTION faults.note_claim();
"""


def install(connection: Connection) -> None:
    """Create the triggers in a scratch database."""
    connection.execute(_SCHEMA)


class Hold:
    """Keeps the numbered workers from getting past a place. `async with Hold("claimed", (1, 2)) as hold: …`"""

    def __init__(self, place: str, processes: tuple[int, ...]) -> None:
        self._class, self._processes = PLACES[place], processes
        self._connection: psycopg.AsyncConnection[Any] | None = None

    async def __aenter__(self) -> "Hold":
        await patiently(self._lock)
        return self

    async def _lock(self) -> None:
        self._connection = await connect_async(autocommit=True, name="fault suite holds")
        for process in self._processes:
            await self._connection.execute("SELECT pg_advisory_lock(%s, %s)", [self._class, process])

    async def __aexit__(self, *error: object) -> None:
        if self._connection is not None:
            await self._connection.close()

    async def caught(self, window: Window) -> tuple[int, int] | None:
        """Number and backend's process id of a worker that waits here, None when none came in time."""
        deadline = time.monotonic() + AIM_SECONDS
        while time.monotonic() < deadline:
            rows = await window.rows(
                "SELECT l.objid::int, l.pid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                " WHERE l.locktype = 'advisory' AND l.classid = %s AND NOT l.granted AND a.application_name LIKE '%% worker'",
                [self._class],
            )
            if rows:
                return rows[0][0], rows[0][1]
            await asyncio.sleep(0.01)
        return None
