"""The hot statements stay with their indexes on large, analysed tables, at the planner's default settings."""

import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from leadnurturebot.conversations import batch as conversations
from leadnurturebot.conversations import statuses
from leadnurturebot.leads import batch as leads
from leadnurturebot.message_path import gate, inbox, intake, sending, status_events
from leadnurturebot.platform import packed_lists
from leadnurturebot.platform.sql import Connection, kinds, typed
from tests import database
from tests.message_path.stocked_queues import NOW, ROWS, TABLES, Named, fill

SOME = [Named(2 * n) for n in range(500, 700)]
MANY = [Named(n) for n in range(1000, 3000)]
_KINDS = kinds(intake.STORE)
_NEW = [
    (row.inbox, row.shop, row.connection, row.contact, "message", f"new.{row.n}", NOW, NOW, b"")
    for row in (Named(ROWS + n) for n in range(1000))
]  # fmt: skip
_MOVED = [(row.shop, row.message, "delivered", 4, NOW, "regular", "service", None, "", "", True) for row in MANY]

STATEMENTS: dict[str, tuple[str, Any]] = {
    "store what came": (intake.STORE, [*typed(_KINDS[:9], _NEW), *typed(_KINDS[9:], [])]),
    "claim lanes": (inbox._CLAIM, {"now": NOW, "rows": 200}),
    "take their rows": (inbox._TAKE, [[row.connection for row in SOME], [row.contact for row in SOME], 800]),
    "remove handled rows": ("DELETE FROM message_path_inbox WHERE id = ANY(%s)", [[row.inbox for row in SOME]]),
    "find people": (leads._FIND, [[row.shop for row in SOME], ["wa_id"] * 200, [row.contact for row in SOME]]),
    "lock leads": (leads._LOCK, [[row.lead for row in SOME]]),
    "find threads": (
        conversations._BY_LEAD,
        [[row.shop for row in SOME], [row.lead for row in SOME], [row.number for row in SOME]],
    ),
    "claim sends": (sending._CLAIM, {"wall": NOW, "now": NOW, "limit": 64, "lease": NOW}),
    "ask the gate": (gate._READ, {"threads": [row.thread for row in SOME], "month": NOW.date(), "now": NOW}),
    "settle sends": ("DELETE FROM message_path_outbox WHERE id = ANY(%s)", [[row.message for row in SOME]]),
    "take statuses": (status_events._TAKE, [NOW, 2000]),
    "find messages by the provider's id": (
        statuses._FIND_BY_PROVIDER,
        [list(range(200)), [row.shop for row in SOME], [f"wamid.{row.n}" for row in SOME]],
    ),
    "lock messages": (statuses._LOCK, [[row.message for row in MANY]]),
    "apply statuses": (statuses._APPLY, typed(kinds(statuses._APPLY), _MOVED)),
}


@pytest.fixture(scope="module")
def stocked() -> Iterator[Connection]:
    server = os.environ[database.SERVER]
    name = f"leadnurturebot_plans_{os.getpid()}"
    with psycopg.connect(database.create(server, name), autocommit=True) as connection:
        packed_lists.register(connection)
        fill(connection)
        yield connection
    database.drop(server, name)


@pytest.mark.parametrize("mode", ["force_custom_plan", "force_generic_plan"])
@pytest.mark.parametrize("name", STATEMENTS)
def test_no_large_table_is_read_whole(stocked: Connection, name: str, mode: str) -> None:
    # Prepared statements are planned once for ten rows a list, however long the lists: both plans must do.
    statement, parameters = STATEMENTS[name]
    stocked.execute(f"SET plan_cache_mode = {mode}")
    with stocked.transaction(force_rollback=True):
        plan = [row[0] for row in stocked.execute(f"EXPLAIN (ANALYZE, TIMING OFF) {statement}", parameters)]
    whole = [line for line in plan if "Seq Scan on" in line and any(f" {table}" in line for table in TABLES)]
    assert whole == [], "\n".join(plan)
    removed = [int(line.rpartition(":")[2]) for line in plan if "Rows Removed by" in line]
    assert max(removed, default=0) <= 20_000, "\n".join(plan)
