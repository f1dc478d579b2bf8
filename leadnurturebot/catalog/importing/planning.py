"""Reading an uploaded file: what it would change is written down, row by row, and nothing is changed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from leadnurturebot.catalog.drafts import ProductDraft
from leadnurturebot.catalog.importing.comparing import action_of
from leadnurturebot.catalog.importing.importing import gathered
from leadnurturebot.catalog.importing.jobs import Job, finish, keep_problems
from leadnurturebot.catalog.importing.problems import NothingToImport, Problem
from leadnurturebot.catalog.importing.records import draft_to_json, records_of
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many, json_text

AT_ONCE = 500
CHANGES_KEPT = 100
Item = TypeVar("Item")
_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "import_id": "uuid", "position": "int", "line": "int", "external_id": "text",
    "name": "text", "action": "text", "outcome": "text", "reason": "text", "changes": "jsonb", "draft": "jsonb",
}  # fmt: skip


def plan_import(connection: Connection, job: Job, file: Path, *, now: datetime) -> None:
    """Compare the file with what there is, in the caller's transaction; the import is `ready`, or `failed`."""
    try:
        gathering = gathered(connection, job.shop_id, file, now)
    except NothingToImport as error:
        _fail(connection, job, error, now)
        return
    problems = sorted(gathering.problems, key=lambda problem: problem.row)
    placed = gathering.placed()
    if not placed:
        _fail(connection, job, NothingToImport("nothing_usable", problems), now)
        return
    for start, part in _parts(placed, AT_ONCE):
        _write(connection, job, start, part)
    _keep(connection, job, problems)
    connection.execute(
        "UPDATE catalog_catalogimport SET total = %s WHERE shop_id = %s AND id = %s", [len(placed), job.shop_id, job.id]
    )
    finish(connection, job, "ready", now=now)


def _write(connection: Connection, job: Job, start: int, part: Sequence[tuple[int, ProductDraft]]) -> None:
    records = records_of(connection, job.shop_id, [draft for _, draft in part], is_locked=False)
    rows: list[tuple[Any, ...]] = []
    for place, ((line, draft), record) in enumerate(zip(part, records, strict=True), start):
        action, changes = action_of(draft, record, job.currency)
        rows.append(
            (uuid7(), job.shop_id, job.id, place, line, draft.external_id, draft.name, action, "", "",
             json_text(changes[:CHANGES_KEPT]), json_text(draft_to_json(draft)))
        )  # fmt: skip
    insert_many(connection, "catalog_catalogimportrow", _COLUMNS, rows)


def _parts(items: Sequence[Item], size: int) -> Iterator[tuple[int, Sequence[Item]]]:
    yield from ((start, items[start : start + size]) for start in range(0, len(items), size))


def _fail(connection: Connection, job: Job, error: NothingToImport, now: datetime) -> None:
    _keep(connection, job, error.problems)
    why = {"code": error.code, "values": error.values}
    finish(connection, job, "failed", now=now, reason=str(error), why=why)


def _keep(connection: Connection, job: Job, problems: Sequence[Problem]) -> None:
    keep_problems(connection, job, [(each.row, each.column, each.message, each.code, each.values) for each in problems])
