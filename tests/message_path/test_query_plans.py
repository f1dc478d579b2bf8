"""The hot statements stay with their indexes on large, analysed tables, at the planner's default settings."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection as django_connection
from django.db import transaction

from leadnurturebot.conversations import batch as conversations
from leadnurturebot.conversations import statuses
from leadnurturebot.conversations.ending import end_silent
from leadnurturebot.leads import batch as leads
from leadnurturebot.message_path import claiming, gate, inbox, intake, settling, status_events
from leadnurturebot.message_path.rehearsal import Rehearsal
from leadnurturebot.message_path.world import World
from leadnurturebot.platform import packed_lists
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection, borrowed, kinds, typed
from leadnurturebot.shops.actions import api_key_create
from leadnurturebot.shops.models import Shop
from tests import database
from tests.cast import open_boutique, text
from tests.message_path.driving import Drive
from tests.message_path.executed_statements import Executed, plan, recorded, whole_reads
from tests.message_path.stocked_queues import NOW, ROWS, TABLES, Named, fill
from tests.message_path.stocked_rooms import ROOMS, fill_rooms, room_id
from tests.message_path.test_follow_ups import cart_left
from tests.message_path.test_payments import ordered, paid
from tests.people import with_key

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
    "claim lanes": (inbox._CLAIM, {"now": NOW, "passed": 0, "looked": 200, "lanes": 200}),
    "take their rows": (inbox._TAKE, [[row.connection for row in SOME], [row.contact for row in SOME], 800]),
    "remove handled rows": ("DELETE FROM message_path_inbox WHERE id = ANY(%s)", [[row.inbox for row in SOME]]),
    "find people": (leads._FIND, [[row.shop for row in SOME], ["wa_id"] * 200, [row.contact for row in SOME]]),
    "lock leads": (leads._LOCK, [[row.lead for row in SOME]]),
    "find threads": (
        conversations._BY_LEAD,
        [[row.shop for row in SOME], [row.lead for row in SOME], [row.number for row in SOME]],
    ),
    "claim sends": (claiming._CLAIM, {"wall": NOW, "now": NOW, "limit": 64, "lease": NOW}),
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


_FOREIGN_KEYS = """
SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'f' AND conparentid = 0
"""
DAY = timedelta(days=1)
# Statuses are taken five times a second; that many that are not due yet are not met. `STATEMENTS` has the real case.
NOT_DUE = "message_path_status"
_INDEXES = """
SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE NOT i.indisunique AND c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
"""
LARGE = frozenset(TABLES) | ROOMS


@pytest.fixture(scope="module")
def stocked() -> Iterator[str]:
    """The address of a database with 200,000 rows in every large table."""
    server = os.environ[database.SERVER]
    database_name = f"leadnurturebot_plans_{os.getpid()}"
    with psycopg.connect(database.create(server, database_name), autocommit=True) as connection:
        packed_lists.register(connection)
        # They cost a look-up a row while the tables are filled, and no plan depends on them.
        for table, constraint in connection.execute(_FOREIGN_KEYS).fetchall():
            connection.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{constraint}"')
        # An index that is made of rows which are there costs a third of one that grows with them.
        indexes = connection.execute(_INDEXES).fetchall()
        for name, _ in indexes:
            connection.execute(f'DROP INDEX "{name}"')
        fill(connection)
        fill_rooms(connection)
        for _, definition in indexes:
            connection.execute(definition.replace(" ON ONLY ", " ON "))
        connection.execute("VACUUM ANALYZE")
    yield database_name
    database.drop(server, database_name)


@pytest.fixture
def connection(stocked: str, django_db_blocker: Any) -> Iterator[Connection]:
    """Django on that database, in a transaction that is rolled back, and its connection as psycopg's."""
    settings = django_connection.settings_dict
    usual, settings["NAME"] = settings["NAME"], stocked
    with django_db_blocker.unblock():
        django_connection.close()
        try:
            with transaction.atomic():
                yield borrowed()
                transaction.set_rollback(True)
        finally:
            django_connection.close()
            settings["NAME"] = usual


def test_the_queues_are_never_read_whole(connection: Connection) -> None:
    wrong = []
    for name, (statement, parameters) in STATEMENTS.items():
        with connection.transaction(force_rollback=True):
            lines = [row[0] for row in connection.execute(f"EXPLAIN (ANALYZE, TIMING OFF) {statement}", parameters)]
        removed = [int(line.rpartition(":")[2]) for line in lines if "Rows Removed by" in line]
        if whole_reads(lines, LARGE) or max(removed, default=0) > 20_000:
            wrong.append("\n".join([name, *lines]))
    assert not wrong, "\n\n".join(wrong)


def visit(drive: Drive) -> None:
    """Somebody comes by an ad, chooses, pays, is told of it; somebody else leaves the cart and hears of it later."""
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    drive.send()
    drive.hear(text("where is my order?", at=drive.now, wamid="w1"))
    (sent, provider_id), *_ = drive.rows(
        "SELECT id, provider_id FROM conversations_message WHERE shop_id = %s AND direction = 'out'",
        drive.boutique.shop.id,
    )
    for name in ("sent", "delivered", "read"):
        drive.receive(statuses=[{"id": provider_id, "status": name, "timestamp": str(int(drive.now.timestamp())),
                                 "recipient_id": "447700900142", "biz_opaque_callback_data": str(sent)}])  # fmt: skip
    drive.apply_statuses()
    cart_left(drive, sender="447700900199", saved=False)
    drive.later(hours=2)
    drive.ring()
    drive.send()
    settling.expire_leases(drive.connection, wall=drive.now)
    with Rehearsal(drive.boutique.shop.id, connection=drive.connection, world=drive.world) as rehearsal:
        assert rehearsal.say("do you have it in M?").contents
    end_silent(drive.connection, now=drive.now + timedelta(days=2), limit=100)


def test_no_statement_of_a_visit_reads_a_large_table_whole(connection: Connection, world: World, now: datetime) -> None:
    # A day before anything that waits in the queues is due.
    drive = Drive(connection, world, open_boutique(connection, now - DAY), now - DAY)
    with recorded() as executed:
        visit(drive)
    assert len(executed.statements) > 60
    wrong = _whole(connection, executed, LARGE - {NOT_DUE})
    assert not wrong, "\n\n".join(wrong)


SCREENS = (
    "dashboard?range=30d", "status", "conversations", "conversations?filter=needs_you", "conversations?filter=mine",
    "conversations?filter=bot", "conversations?filter=closed", "conversations?q=Wilson", "conversations/{thread}",
    "conversations/{thread}/messages", "orders", "orders?tab=to_ship", "orders?tab=closed", "orders?q=x1", "orders?q=Wilson",
    "orders/{order}", "products", "products?q=dress", "products/{product}", "parked",
)  # fmt: skip


def test_no_screen_reads_a_large_table_whole(connection: Connection, now: datetime) -> None:
    shop = Shop.objects.get(id=Named(1).shop)
    ring().create(connection, shop.id)
    browser = with_key(api_key_create(shop=shop, name="Till", now=now))
    first = {"thread": Named(1).thread, "order": room_id("orders_order", 1), "product": room_id("catalog_product", 1)}
    with recorded() as executed:
        answers = {path: browser.get(f"/api/v1/{path.format(**first)}").status_code for path in SCREENS}
    assert answers == dict.fromkeys(SCREENS, 200)
    wrong = _whole(connection, executed, LARGE)
    assert not wrong, "\n\n".join(wrong)


def _whole(connection: Connection, executed: Executed, tables: frozenset[str]) -> list[str]:
    wrong = []
    for text_of, (query, parameters) in executed.statements.items():
        lines = plan(connection, query, parameters)
        if whole_reads(lines, tables):
            wrong.append("\n".join([text_of, *lines]))
    return wrong


def test_a_read_from_end_to_end_is_seen(connection: Connection) -> None:
    lines = plan(connection, "SELECT * FROM leads_lead WHERE score = %s", [7])
    assert len(whole_reads(lines, LARGE)) == 1
    lines = plan(connection, "SELECT * FROM conversations_message WHERE sender = %s", ["x"])
    assert len(whole_reads(lines, LARGE)) == 1
