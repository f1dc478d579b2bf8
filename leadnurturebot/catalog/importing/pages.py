"""Imports as their page shows them: how far one is, and what it does to each product."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.platform.sql import Connection

FILTERS = ("create", "change", "same", "failed", "kept")
LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """What is wrong in the file: the row as a spreadsheet counts it, the column, and why, in words and by code."""

    row: int
    column: str
    message: str
    code: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyView:
    """Why something failed, by code and values; empty where nothing did."""

    code: str = ""
    column: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportView:
    """An import. `done` of `total` products were dealt with in its present state."""

    id: UUID
    state: str
    file_name: str
    reason: str
    why: WhyView
    total: int
    done: int
    problem_count: int
    problems: tuple[ProblemView, ...]
    planned: Mapping[str, int]
    """Products by what the file wants: `create`, `change`, `same`."""
    outcomes: Mapping[str, int]
    """Products by what became of them."""
    created_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """A value that changes. Prices are in minor units; `sku` is empty for the product itself."""

    sku: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A product of an import."""

    id: UUID
    position: int
    line: int
    name: str
    action: str
    outcome: str
    reason: str
    why: WhyView
    changes: tuple[ChangeView, ...]


_IMPORTS = """
SELECT i.id, i.state, i.file_name, i.reason, i.total, i.done, i.problem_count, i.problems, i.created_at, i.finished_at, i.why,
  (SELECT coalesce(jsonb_object_agg(action, n), '{}') FROM (SELECT action, count(*) AS n FROM catalog_catalogimportrow r
    WHERE r.shop_id = i.shop_id AND r.import_id = i.id GROUP BY 1) planned),
  (SELECT coalesce(jsonb_object_agg(outcome, n), '{}') FROM (SELECT outcome, count(*) AS n
    FROM catalog_catalogimportrow r WHERE r.shop_id = i.shop_id AND r.import_id = i.id AND outcome <> '' GROUP BY 1) done)
FROM catalog_catalogimport i WHERE i.shop_id = %(shop)s
"""


def list_imports(connection: Connection, shop_id: UUID) -> list[ImportView]:
    """The newest imports, without their problems."""
    rows = connection.execute(
        _IMPORTS + " ORDER BY i.created_at DESC, i.id DESC LIMIT %(limit)s", {"shop": shop_id, "limit": LISTED}
    )
    return [_import(row, with_problems=False) for row in rows]


def get_import(connection: Connection, shop_id: UUID, import_id: UUID) -> ImportView | None:
    """One import of the shop, None for any other."""
    row = connection.execute(_IMPORTS + " AND i.id = %(id)s", {"shop": shop_id, "id": import_id}).fetchone()
    return _import(row, with_problems=True) if row else None


def _import(row: Sequence[Any], *, with_problems: bool) -> ImportView:
    problems = [_problem(*each) for each in row[7]]
    return ImportView(
        id=row[0], state=row[1], file_name=row[2], reason=row[3], total=row[4], done=row[5], problem_count=row[6],
        problems=tuple(problems) if with_problems else (), created_at=row[8], finished_at=row[9],
        why=WhyView(**row[10]), planned=row[11], outcomes=row[12],
    )  # fmt: skip


def _problem(
    row: int, column: str, message: str, code: str = "", values: Mapping[str, Any] | None = None
) -> ProblemView:  # fmt: skip
    """Imports of before have no codes."""
    return ProblemView(row=row, column=column, message=message, code=code, values=values or {})


_ROWS = """
SELECT id, position, line, name, action, outcome, reason, changes, why FROM catalog_catalogimportrow
WHERE shop_id = %(shop)s AND import_id = %(id)s AND position > %(after)s
"""
_FILTER = " AND (outcome = %(kind)s OR action = %(kind)s)"


def list_rows(
    connection: Connection, shop_id: UUID, import_id: UUID, *, limit: int, kind: str = "", after: int = -1
) -> list[RowView]:
    """Products of an import in the file's order. `kind` is one of FILTERS."""
    values = {"shop": shop_id, "id": import_id, "after": after, "kind": kind, "limit": limit}
    statement = _ROWS + (_FILTER if kind else "") + " ORDER BY position LIMIT %(limit)s"
    return [_row(row) for row in connection.execute(statement, values)]


def _row(row: Sequence[Any]) -> RowView:
    changes = [ChangeView(sku=s, field=f, before=b, after=a) for s, f, b, a in row[7]]
    return RowView(
        id=row[0], position=row[1], line=row[2], name=row[3], action=row[4], outcome=row[5], reason=row[6],
        changes=tuple(changes), why=WhyView(**row[8]),
    )  # fmt: skip
