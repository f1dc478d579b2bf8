"""What this world remembers, in one SQLite file: a restart keeps people, chats, templates and payments."""

import sqlite3
from pathlib import Path
from typing import Any

import orjson

from simulator.jsontypes import Json

SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL DEFAULT '', seq INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX IF NOT EXISTS documents_by_parent ON documents (kind, parent, seq);
CREATE INDEX IF NOT EXISTS documents_by_seq ON documents (kind, seq);
CREATE TABLE IF NOT EXISTS threads (
    number_id TEXT NOT NULL, person_id TEXT NOT NULL,
    last_inbound_at REAL, referral_at REAL, free_until REAL, typing_until REAL,
    owner TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (number_id, person_id)
);
CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number_id TEXT NOT NULL, person_id TEXT NOT NULL,
    direction TEXT NOT NULL, type TEXT NOT NULL, at REAL NOT NULL, status TEXT NOT NULL, data BLOB NOT NULL,
    market TEXT, category TEXT, pricing_type TEXT, rate_micros INTEGER, priced_at REAL, delivered_at REAL
);
CREATE INDEX IF NOT EXISTS messages_by_thread ON messages (number_id, person_id, seq);
CREATE INDEX IF NOT EXISTS messages_priced ON messages (number_id, pricing_type, priced_at);
CREATE TABLE IF NOT EXISTS media (
    id TEXT PRIMARY KEY, number_id TEXT NOT NULL, mime_type TEXT NOT NULL, sha256 TEXT NOT NULL,
    expires_at REAL NOT NULL, body BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS wire (seq INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS deliveries (id TEXT PRIMARY KEY, seq INTEGER NOT NULL, data BLOB NOT NULL);
"""


class Database:
    """A connection without transactions: every statement stands alone, on one thread."""

    def __init__(self, path: Path | None) -> None:
        self._connection = sqlite3.connect(path or ":memory:", isolation_level=None, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.executescript(SCHEMA)
        self._add_missing("threads", "owner", "TEXT NOT NULL DEFAULT ''")

    def _add_missing(self, table: str, column: str, definition: str) -> None:
        """A file of an earlier version lacks columns that came later."""
        if column not in {row["name"] for row in self.rows(f"PRAGMA table_info({table})")}:
            self._connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {definition}")

    def run(self, sql: str, *values: Any) -> int:
        """Run a statement and return how many rows it changed."""
        return self._connection.execute(sql, values).rowcount

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        return found

    def close(self) -> None:
        self._connection.close()


class Documents:
    """JSON objects of one kind, by id, in the order they were first stored; `parent` groups them."""

    def __init__(self, db: Database, kind: str) -> None:
        self._db = db
        self._kind = kind

    def get(self, document_id: str) -> Json | None:
        row = self._db.row("SELECT data FROM documents WHERE kind = ? AND id = ?", self._kind, document_id)
        return None if row is None else _load(row["data"])

    def put(self, document_id: str, data: Json, parent: str = "") -> None:
        self._db.run(
            "INSERT INTO documents (kind, id, parent, seq, data)"
            " VALUES (?, ?, ?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM documents WHERE kind = ?), ?)"
            " ON CONFLICT (kind, id) DO UPDATE SET data = excluded.data, parent = excluded.parent",
            self._kind,
            document_id,
            parent,
            self._kind,
            orjson.dumps(data),
        )

    def all(self, parent: str | None = None) -> list[Json]:
        where, values = ("", ()) if parent is None else (" AND parent = ?", (parent,))
        sql = f"SELECT data FROM documents WHERE kind = ?{where} ORDER BY seq"
        return [_load(row["data"]) for row in self._db.rows(sql, self._kind, *values)]

    def delete(self, document_id: str) -> None:
        self._db.run("DELETE FROM documents WHERE kind = ? AND id = ?", self._kind, document_id)


def _load(data: bytes) -> Json:
    value: Json = orjson.loads(data)
    return value
