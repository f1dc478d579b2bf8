"""A database with a past: leads, threads, conversations and messages of years, made by PostgreSQL itself.

Rows are copies of rows that the product wrote in the stages before, under new ids and times, so every column holds what a
real one holds, texts sealed with the shop's own key among them.
"""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from psycopg import sql

from leadnurturebot.platform.sql import Connection

MESSAGES_PER_CONVERSATION = 20
"""10 million messages in 500,000 conversations."""
AT_ONCE = 25_000
"""Conversations in one transaction."""
_BEGAN = "timestamptz '2025-01-01 00:00 UTC'"
_STARTED = f"({_BEGAN} + n * interval '90 seconds')"


_ROWS = "generate_series(%(first)s::int, %(last)s::int) AS n"


@dataclass(frozen=True, slots=True)
class Copies:
    """How copies of one table's rows are made: `example` picks rows to copy, `changes` says what differs in copy number n."""

    table: str
    example: str
    changes: Mapping[str, str]
    rows: str = _ROWS
    order: str = "n"


def _id(kind: int, number: str = "n", *, at: str = _STARTED) -> str:
    """SQL of a UUIDv7 whose time is `at`: what is old sorts before what is new."""
    milliseconds = f"lpad(to_hex((extract(epoch FROM {at}) * 1000)::bigint), 12, '0')"
    return f"({milliseconds} || '7{kind:03x}8' || lpad(to_hex({number}), 15, '0'))::uuid"


_LEAD, _THREAD, _CONVERSATION = _id(1), _id(2), _id(3)
_AT = f"({_STARTED} + k * interval '1 second')"
_NUMBER = f"n * {MESSAGES_PER_CONVERSATION} + k"
_MESSAGE = {
    "id": _id(5, _NUMBER, at=_AT), "thread_id": _THREAD, "conversation_id": _CONVERSATION, "lead_id": _LEAD, "at": _AT,
    "recorded_at": _AT, "provider_id": f"'wamid.old.' || lpad(({_NUMBER})::text, 12, '0')",
}  # fmt: skip
# Customer and shop take turns.
_EVERY_SECOND = f"{_ROWS} CROSS JOIN generate_series({{}}, {MESSAGES_PER_CONVERSATION - 1}, 2) AS k"
COPIES = (
    Copies("leads_lead", "true", {"id": _LEAD, "created_at": _STARTED, "last_seen_at": _STARTED}),
    Copies(
        "leads_identity", "kind = 'wa_id'",
        {"id": _id(4), "lead_id": _LEAD, "index": "substr(sha256(n::text::bytea), 1, 16)", "created_at": _STARTED},
    ),
    Copies(
        "conversations_thread", "true",
        {"id": _THREAD, "lead_id": _LEAD, "conversation_id": _CONVERSATION, "last_inbound_at": _STARTED,
         "last_message_at": _STARTED, "ad_tap_at": "NULL", "created_at": _STARTED},
    ),
    Copies(
        "conversations_conversation", "true",
        {"id": _CONVERSATION, "thread_id": _THREAD, "lead_id": _LEAD, "status": "'completed'", "started_at": _STARTED,
         "last_at": _STARTED, "ended_at": _STARTED},
    ),
    Copies("conversations_message", "direction = 'in'", _MESSAGE, _EVERY_SECOND.format(0), "n, k"),
    Copies("conversations_message", "direction = 'out'", _MESSAGE, _EVERY_SECOND.format(1), "n, k"),
)  # fmt: skip


def fill(connection: Connection, messages: int) -> int:
    """Store so many messages; returns how many conversations hold them. The connection commits by itself."""
    conversations = max(1, messages // MESSAGES_PER_CONVERSATION)
    began = time.monotonic()
    statements = [_prepared(connection, copies, f"example_{place}") for place, copies in enumerate(COPIES)]
    for first in range(0, conversations, AT_ONCE):
        last = min(first + AT_ONCE, conversations) - 1
        with connection.transaction():
            for statement in statements:
                connection.execute(statement, {"first": first, "last": last})
        _tell(f"{(last + 1) * MESSAGES_PER_CONVERSATION:,} messages stored after {time.monotonic() - began:.0f} s")
    connection.execute("VACUUM ANALYZE")
    _tell(f"analysed after {time.monotonic() - began:.0f} s")
    return conversations


def _prepared(connection: Connection, copies: Copies, example: str) -> sql.Composed:
    """Put one row of each shop aside, and return the statement that copies them."""
    names = {"table": sql.Identifier(copies.table), "example": sql.Identifier(example)}
    connection.execute(
        sql.SQL(
            "CREATE TEMP TABLE {example} AS SELECT row_number() OVER () - 1 AS place, count(*) OVER () AS places, one.*"
            " FROM (SELECT DISTINCT ON (shop_id) * FROM {table} WHERE {rows} ORDER BY shop_id, id DESC) AS one"
        ).format(**names, rows=sql.SQL(copies.example))
    )
    found = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = '' ORDER BY attnum",
        [copies.table],
    )
    columns = [row[0] for row in found]
    values = [sql.SQL(copies.changes[c]) if c in copies.changes else sql.Identifier(example, c) for c in columns]
    return sql.SQL(
        "INSERT INTO {table} ({columns}) SELECT {values} FROM {rows} JOIN {example} ON n %% places = place"
        " ORDER BY {order}"
    ).format(
        **names, columns=sql.SQL(", ").join(map(sql.Identifier, columns)), values=sql.SQL(", ").join(values),
        rows=sql.SQL(copies.rows), order=sql.SQL(copies.order),
    )  # fmt: skip


def _tell(line: str) -> None:
    print(line, file=sys.stderr)
