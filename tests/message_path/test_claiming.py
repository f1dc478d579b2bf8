"""Several workers at one inbox."""

from datetime import datetime

import pytest
from django.db import transaction

from leadnurturebot.message_path import inbox
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.sql import Connection, borrowed, connect
from tests.cast import open_boutique, text
from tests.message_path.driving import Drive


@pytest.fixture
def waiting(transactional_db: None, world: World, now: datetime) -> datetime:
    """Twelve people wrote, one after the other, and nobody has looked yet. Returns when."""
    with transaction.atomic():
        drive = Drive(borrowed(), world, open_boutique(borrowed(), now), now)
        for number in range(12):
            drive.receive(text("hello", at=now, wamid=f"w{number:02}", sender=f"4477009{number:05}"))
    return now


def claimed(worker: Connection, now: datetime) -> list[str]:
    return [event.event_id for event in inbox.claim(worker, now=now, rows=4)]


def test_a_worker_finds_work_behind_what_others_hold(waiting: datetime) -> None:
    with connect() as one, connect() as two, connect() as three, connect() as four:
        found = [claimed(worker, waiting) for worker in (one, two, three, four)]
    assert [len(events) for events in found] == [4, 4, 4, 0]
    assert len({event for events in found for event in events}) == 12


def test_a_lane_that_is_held_is_not_shared(waiting: datetime) -> None:
    with connect() as one, connect() as two:
        first = claimed(one, waiting)
        with connect() as writer:
            writer.execute(
                "INSERT INTO message_path_inbox SELECT gen_random_uuid(), i.shop_id, i.connection_id, i.contact, i.kind,"
                " 'later', i.occurred_at, i.received_at, i.due_at, i.waited, i.state, i.attempts, i.error, i.payload_sealed"
                " FROM message_path_inbox i WHERE i.event_id = %s",
                [first[0]],
            )
        assert "later" not in claimed(two, waiting) + claimed(two, waiting) + claimed(two, waiting)
        one.rollback()
        assert "later" in claimed(one, waiting) + claimed(one, waiting) + claimed(one, waiting)
