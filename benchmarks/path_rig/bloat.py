"""What a load leaves in the tables: their size, dead rows, and how many updates found room on their page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leadnurturebot.platform.sql import Connection

WATCHED = (
    "message_path_inbox", "message_path_outbox", "message_path_status", "message_path_timer", "message_path_lane",
    "message_path_eventkey", "conversations_message", "conversations_thread", "conversations_conversation", "leads_lead",
)  # fmt: skip
# A partitioned table is the sum of its partitions.
_READ = """
SELECT coalesce(i.inhparent, s.relid)::regclass::text, sum(pg_table_size(s.relid)), sum(pg_indexes_size(s.relid)),
  sum(s.n_live_tup), sum(s.n_dead_tup), sum(s.n_tup_upd), sum(s.n_tup_hot_upd), sum(s.autovacuum_count)
FROM pg_stat_user_tables s LEFT JOIN pg_inherits i ON i.inhrelid = s.relid
WHERE coalesce(i.inhparent, s.relid) = ANY(%s::regclass[]) GROUP BY 1
"""
_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class TableState:
    """One table at one moment; sizes in bytes, counts since the database was made but `live` and `dead`."""

    heap: int
    indexes: int
    live: int
    dead: int
    updates: int
    in_place: int
    vacuums: int


def tables(connection: Connection) -> dict[str, TableState]:
    """The watched tables now."""
    connection.execute("SELECT pg_stat_force_next_flush()")
    found = {name: TableState(*map(int, counts)) for name, *counts in connection.execute(_READ, [list(WATCHED)])}
    return {name: found[name] for name in WATCHED}


def growth(before: Mapping[str, TableState], after: Mapping[str, TableState]) -> list[dict[str, object]]:
    """One row a table: sizes in MB before and after, dead rows now, and what happened between."""
    return [_grown(name, before[name], after[name]) for name in before]


def _grown(name: str, before: TableState, after: TableState) -> dict[str, object]:
    updates = after.updates - before.updates
    return {
        "table": name,
        "heap_mb": [_megabytes(before.heap), _megabytes(after.heap)],
        "indexes_mb": [_megabytes(before.indexes), _megabytes(after.indexes)],
        "live": after.live, "dead": after.dead, "updates": updates,
        "in_place_percent": round(100 * (after.in_place - before.in_place) / updates) if updates else None,
        "vacuums": after.vacuums - before.vacuums,
    }  # fmt: skip


def _megabytes(size: int) -> float:
    return round(size / _MEGABYTE, 1)


def lines(rows: Sequence[Mapping[str, object]]) -> list[str]:
    """The rows to be read by a person."""
    head = f"  {'table':30} {'heap MB':>16} {'indexes MB':>16} {'live':>9} {'dead':>8} {'updates':>9} {'in place':>9} {'vacuums':>8}"
    return [head, *(_line(row) for row in rows)]


def _line(row: Mapping[str, object]) -> str:
    heap, indexes = (" -> ".join(map(str, _pair(row[name]))) for name in ("heap_mb", "indexes_mb"))
    share = "" if row["in_place_percent"] is None else f"{row['in_place_percent']} %"
    return (
        f"  {row['table']:30} {heap:>16} {indexes:>16} {row['live']:>9} {row['dead']:>8} {row['updates']:>9}"
        f" {share:>9} {row['vacuums']:>8}"
    )


def _pair(value: object) -> Sequence[object]:
    assert isinstance(value, list)
    return value
