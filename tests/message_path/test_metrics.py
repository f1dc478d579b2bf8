"""Figures of the whole system, from whichever process is asked."""

from datetime import timedelta

from leadnurturebot.message_path import channel, claiming, counters, settling, shared_counters
from leadnurturebot.message_path.metrics import page
from leadnurturebot.message_path.shared_counters import Sharing
from leadnurturebot.providers.messaging.cloud_errors import refused, trouble_of
from tests.cast import text
from tests.message_path.driving import Drive


def figures(drive: Drive) -> dict[str, float]:
    lines = page(drive.connection, wall=drive.now, business=drive.now).decode().splitlines()
    found = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    return {name.removeprefix("leadnurturebot_"): float(value) for name, value in found}


def test_the_depth_and_age_of_the_queues_are_shown(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"), text("hello", at=drive.now, wamid="w2"))
    drive.later(seconds=7)
    shown = figures(drive)
    assert (shown["inbox_depth"], shown["inbox_lag_seconds"], shown["outbox_depth"]) == (2, 7, 0)
    drive.work()
    drive.later(seconds=3)
    shown = figures(drive)
    assert (shown["inbox_depth"], shown["inbox_lag_seconds"]) == (0, 0)
    assert (shown["outbox_depth"], shown["outbox_lag_seconds"]) == (1, 3)


def test_unknown_sends_parked_rows_and_states_are_shown(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claiming.claim(drive.connection, wall=drive.now, now=drive.now, limit=1)
    settling.settle(drive.connection, [(send, None)], wall=drive.now)
    drive.receive(text("hello", at=drive.now, wamid="w2"))
    drive.connection.execute("UPDATE message_path_inbox SET state = 'parked'")
    channel.stop(drive.connection, drive.boutique.number_id, trouble_of(190), 190, now=drive.now)
    shown = figures(drive)
    assert (shown["outbox_unknown"], shown["inbox_parked"], shown['numbers{state="stopped"}']) == (1, 1, 1)


def test_what_other_processes_counted_is_added_up_by_code(drive: Drive) -> None:
    worker, sender = Sharing("worker"), Sharing("sender")
    counters.messages_handled.inc(3)
    worker.write(drive.connection, wall=drive.now)
    counters.send_errors.labels(code="130429").inc(2)
    counters.send_errors.labels(code="190").inc()
    sender.write(drive.connection, wall=drive.now)
    sender.write(drive.connection, wall=drive.now)
    shown = figures(drive)
    assert shown["messages_handled_total"] == 6
    assert (shown['send_errors_total{code="130429"}'], shown['send_errors_total{code="190"}']) == (2, 1)


def test_a_process_that_is_gone_keeps_its_counts(drive: Drive) -> None:
    for _ in range(2):
        sharing = Sharing("sender")
        counters.messages_sent.inc(5)
        sharing.write(drive.connection, wall=drive.now)
    drive.later(hours=2)
    shared_counters.fold(drive.connection, wall=drive.now)
    shared_counters.fold(drive.connection, wall=drive.now + timedelta(hours=2))
    assert figures(drive)["messages_sent_total"] == 10
    assert drive.rows("SELECT DISTINCT process FROM message_path_counter") == [("gone",)]


def test_a_failed_status_counts_as_a_send_error_too(drive: Drive) -> None:
    sharing = Sharing("worker")
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claiming.claim(drive.connection, wall=drive.now, now=drive.now, limit=1)
    settling.settle(drive.connection, [(send, refused(400, {"code": 2}))], wall=drive.now)
    drive.receive(statuses=({
        "id": "wamid.x", "status": "failed", "timestamp": "1", "biz_opaque_callback_data": str(send.id),
        "errors": [{"code": 131026, "title": "x"}],
    },))  # fmt: skip
    drive.apply_statuses()
    sharing.write(drive.connection, wall=drive.now)
    assert figures(drive)['send_errors_total{code="131026"}'] == 1
