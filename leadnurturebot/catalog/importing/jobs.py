"""Imports as they wait for their work: what is to do next, claimed by one process at a time.

The row of an import is the job itself (ADR 0001). Every step takes its lock, does a piece and writes how far it came,
in one transaction: after a crash the next process goes on behind the last piece that was committed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.catalog.row_problems import Values
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection, json_text

WORKING = ("reading", "running", "undoing")
MOST_BYTES = 10 * 1024 * 1024
PROBLEMS_KEPT = 1000
KEPT = timedelta(days=90)
"""How long an import can be looked at and undone."""


FileProblem = tuple[int, str, str, str, Values]
"""Row, column, English words, code and its values."""


class ImportBusy(RuntimeError):
    """The shop has an import at work, or this one is in no state for what was asked."""


class NoSuchImport(LookupError):
    """The shop has no such import."""


@dataclass(frozen=True, slots=True)
class Job:
    """An import that was claimed."""

    id: UUID
    shop_id: UUID
    state: str
    stored_as: str
    currency: str


_CLAIM = """
SELECT i.id, i.shop_id, i.state, i.stored_as, s.currency FROM catalog_catalogimport i
JOIN shops_shop s ON s.id = i.shop_id
WHERE i.state IN ('reading', 'running', 'undoing') ORDER BY i.created_at LIMIT 1 FOR NO KEY UPDATE OF i SKIP LOCKED
"""


def claim(connection: Connection) -> Job | None:
    """The oldest import with work that no other process holds, until the caller's transaction ends."""
    row = connection.execute(_CLAIM).fetchone()
    return Job(*row) if row else None


def import_start(
    *, connection: Connection, shop_id: UUID, file_name: str, stored_as: str, actor: str, now: datetime
) -> UUID:
    """An import that waits to be read; one that was only looked at is put away. Raises ImportBusy."""
    connection.execute("SELECT 1 FROM shops_shop WHERE id = %s FOR NO KEY UPDATE", [shop_id])
    if connection.execute(
        "SELECT 1 FROM catalog_catalogimport WHERE shop_id = %s AND state = ANY(%s)", [shop_id, list(WORKING)]
    ).fetchone():
        raise ImportBusy("Another import is at work. Wait until it is done.")
    connection.execute(
        "UPDATE catalog_catalogimport SET state = 'discarded', finished_at = %s WHERE shop_id = %s AND state = 'ready'",
        [now, shop_id],
    )
    _forget_old(connection, shop_id, now - KEPT)
    import_id = uuid7()
    connection.execute(
        "INSERT INTO catalog_catalogimport (id, shop_id, state, file_name, stored_as, actor, reason, problems,"
        " problem_count, total, done, created_at) VALUES (%s, %s, 'reading', %s, %s, %s, '', '[]', 0, 0, 0, %s)",
        [import_id, shop_id, file_name[:200], stored_as, actor, now],
    )
    notify(connection, shop_id, "import", import_id)
    return import_id


def _forget_old(connection: Connection, shop_id: UUID, before: datetime) -> None:
    rows = connection.execute(
        "DELETE FROM catalog_catalogimport WHERE shop_id = %s AND created_at < %s RETURNING id", [shop_id, before]
    ).fetchall()
    connection.execute(
        "DELETE FROM catalog_catalogimportrow WHERE shop_id = %s AND import_id = ANY(%s)",
        [shop_id, [import_id for (import_id,) in rows]],
    )


def import_move(*, connection: Connection, shop_id: UUID, import_id: UUID, before: str, after: str) -> None:
    """From one state to the next one. Raises NoSuchImport, ImportBusy."""
    connection.execute("SELECT 1 FROM shops_shop WHERE id = %s FOR NO KEY UPDATE", [shop_id])
    row = connection.execute(
        "SELECT state FROM catalog_catalogimport WHERE shop_id = %s AND id = %s FOR NO KEY UPDATE", [shop_id, import_id]
    ).fetchone()
    if row is None:
        raise NoSuchImport(f"there is no import {import_id}")
    busy = connection.execute(
        "SELECT 1 FROM catalog_catalogimport WHERE shop_id = %s AND id <> %s AND state = ANY(%s)",
        [shop_id, import_id, list(WORKING)],
    ).fetchone()
    if row[0] != before or busy:
        raise ImportBusy("Another import is at work." if busy else f"This import is {row[0]}, not {before}.")
    connection.execute(
        "UPDATE catalog_catalogimport SET state = %s, done = 0 WHERE shop_id = %s AND id = %s",
        [after, shop_id, import_id],
    )
    notify(connection, shop_id, "import", import_id)


def finish(
    connection: Connection, job: Job, state: str, *, now: datetime, reason: str = "", why: Mapping[str, object] | None = None
) -> None:  # fmt: skip
    """The work is done, in this state. `why` is the reason by its code."""
    connection.execute(
        "UPDATE catalog_catalogimport SET state = %s, reason = %s, why = %s::jsonb, finished_at = %s, stored_as = ''"
        " WHERE shop_id = %s AND id = %s",
        [state, reason, json_text(why or {}), now, job.shop_id, job.id],
    )
    notify(connection, job.shop_id, "import", job.id)


def keep_problems(connection: Connection, job: Job, problems: Sequence[FileProblem]) -> None:
    """What is wrong with the file: all counted, the first ones kept."""
    connection.execute(
        "UPDATE catalog_catalogimport SET problems = %s::jsonb, problem_count = %s WHERE shop_id = %s AND id = %s",
        [json_text(list(problems[:PROBLEMS_KEPT])), len(problems), job.shop_id, job.id],
    )


def step(connection: Connection, job: Job, count: int) -> None:
    """`count` more products are done."""
    connection.execute(
        "UPDATE catalog_catalogimport SET done = done + %s WHERE shop_id = %s AND id = %s", [count, job.shop_id, job.id]
    )
    notify(connection, job.shop_id, "import", job.id)
