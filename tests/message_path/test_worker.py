"""The worker's own loop, against a database that really commits."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import transaction

from leadnurturebot.message_path import inbox, parked
from leadnurturebot.message_path.worker import Worker
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed, connect
from tests.cast import Boutique, open_boutique, text
from tests.message_path.driving import Drive


@pytest.fixture
def boutique(transactional_db: None, now: datetime) -> Boutique:
    with transaction.atomic():
        return open_boutique(borrowed(), now)


@pytest.fixture
def worker(world: World) -> Iterator[Worker]:
    working = Worker(world)
    yield working
    working.close()


def receive(boutique: Boutique, world: World, *bodies: tuple[str, str]) -> None:
    with transaction.atomic():
        drive = Drive(borrowed(), world, boutique, wall_now())
        for wamid, sender in bodies:
            drive.receive(text("hello", at=drive.now, wamid=wamid, sender=sender))


def spoil(wamid: str) -> None:
    """Make a row one that cannot be handled."""
    with transaction.atomic():
        borrowed().execute("UPDATE message_path_inbox SET kind = 'no such kind' WHERE event_id = %s", [wamid])


def damage(wamid: str) -> None:
    """Make a row one whose payload cannot be opened."""
    with transaction.atomic():
        borrowed().execute(
            "UPDATE message_path_inbox SET payload_sealed = '\\x0011223344556677889900112233445566' WHERE event_id = %s",
            [wamid],
        )


def counts() -> dict[str, int]:
    with transaction.atomic():
        rows = borrowed().execute("SELECT state, count(*) FROM message_path_inbox GROUP BY 1").fetchall()
    return dict(rows)


def make_due() -> None:
    with transaction.atomic():
        borrowed().execute("UPDATE message_path_inbox SET due_at = now() WHERE state = 'due'")


def test_a_poison_message_parks_alone_and_blocks_nobody(boutique: Boutique, world: World, worker: Worker) -> None:
    receive(boutique, world, ("bad", "447700900111"), ("good1", "447700900112"), ("good2", "447700900113"))
    spoil("bad")
    for _ in range(inbox.TRIES):
        worker.round()
        make_due()
    assert counts() == {"parked": 1}
    with transaction.atomic():
        rows = borrowed().execute("SELECT count(*) FROM message_path_outbox").fetchone()
    assert rows == (2,)


def test_a_damaged_payload_parks_alone_and_blocks_nobody(boutique: Boutique, world: World, worker: Worker) -> None:
    receive(boutique, world, ("bad", "447700900111"), ("good", "447700900112"))
    damage("bad")
    for _ in range(inbox.TRIES):
        worker.round()
        make_due()
    assert counts() == {"parked": 1}
    with transaction.atomic():
        (row,) = parked.list_parked(borrowed(), boutique.shop.id)
    assert row.error.startswith("Unreadable at leadnurturebot.message_path.inbox:")


def test_the_other_messages_of_a_poisoned_lane_are_answered(boutique: Boutique, world: World, worker: Worker) -> None:
    receive(boutique, world, ("bad", "447700900111"), ("good", "447700900111"))
    spoil("bad")
    for _ in range(inbox.TRIES):
        worker.round()
        make_due()
    assert counts() == {"parked": 1}
    with transaction.atomic():
        rows = borrowed().execute("SELECT provider_id FROM conversations_message WHERE direction = 'in'").fetchall()
    assert rows == [("good",)]


def test_a_failure_is_noted_on_the_message_that_failed(boutique: Boutique, world: World, worker: Worker) -> None:
    receive(boutique, world, ("bad", "447700900111"), ("good", "447700900112"))
    spoil("bad")
    with connect() as other:
        other.execute(
            "SELECT 1 FROM message_path_lane l JOIN message_path_inbox i ON i.contact = l.contact"
            " WHERE i.event_id = 'good' FOR UPDATE OF l"
        )
        worker.round()
    with transaction.atomic():
        rows = borrowed().execute("SELECT event_id, attempts FROM message_path_inbox ORDER BY event_id").fetchall()
    assert rows == [("bad", 1), ("good", 0)]


def test_a_parked_row_is_listed_and_can_be_sent_round_again(boutique: Boutique, world: World, worker: Worker) -> None:
    receive(boutique, world, ("bad", "447700900111"))
    spoil("bad")
    for _ in range(inbox.TRIES):
        worker.round()
        make_due()
    with transaction.atomic():
        (row,) = parked.list_parked(borrowed(), boutique.shop.id)
        borrowed().execute("UPDATE message_path_inbox SET kind = 'message'")
        parked.retry(borrowed(), boutique.shop.id, row.id, now=wall_now())
    worker.round()
    assert re.fullmatch(r"KeyError at leadnurturebot\.message_path\.worker:\d+", row.error)
    assert counts() == {}


def test_a_lane_that_another_worker_holds_is_passed_over(boutique: Boutique, world: World, worker: Worker) -> None:
    receive(boutique, world, ("w1", "447700900111"), ("w2", "447700900112"))
    with connect() as other:
        other.execute("SELECT 1 FROM message_path_lane ORDER BY id LIMIT 1 FOR UPDATE")
        worker.round()
        assert counts() == {"due": 1}
    worker.round()
    assert counts() == {}


def test_two_workers_answer_each_message_once(boutique: Boutique, world: World, worker: Worker) -> None:
    receive(boutique, world, *[(f"w{n}", f"4477009001{n:02}") for n in range(30)])
    second = Worker(world)
    try:
        while worker.round() or second.round():
            pass
    finally:
        second.close()
    with transaction.atomic():
        rows = borrowed().execute("SELECT count(*), count(DISTINCT thread_id) FROM message_path_outbox").fetchone()
    assert rows == (30, 30)


def test_a_status_that_cannot_be_applied_waits_and_the_others_are_applied(
    boutique: Boutique, world: World, worker: Worker
) -> None:
    receive(boutique, world, ("w1", "447700900111"))
    worker.round()
    worker._statuses_from = 0.0
    with transaction.atomic():
        reply = borrowed().execute("SELECT id FROM message_path_outbox").fetchone()
        assert reply is not None
        drive = Drive(borrowed(), world, boutique, wall_now())
        common = {"timestamp": str(int(drive.now.timestamp())), "biz_opaque_callback_data": str(reply[0])}
        window = {"expiration_timestamp": "soon", "origin": {"type": "referral_conversion"}}
        bad = {"id": "x1", "status": "sent", "conversation": window, **common}
        drive.receive(statuses=(bad, {"id": "x2", "status": "delivered", **common}))
    worker.round()
    with transaction.atomic():
        waiting = borrowed().execute("SELECT provider_id, attempts FROM message_path_status").fetchall()
        message = borrowed().execute("SELECT status FROM conversations_message WHERE direction = 'out'").fetchall()
    assert waiting == [("x1", 1)]
    assert message == [("delivered",)]
