from datetime import timedelta

from leadnurturebot.message_path import claiming, sending_numbers, settling
from leadnurturebot.message_path.sends import Send
from leadnurturebot.providers.messaging.base import Refused
from tests.cast import open_boutique, text
from tests.message_path.driving import Drive


def claimed(drive: Drive) -> list[Send]:
    return claiming.claim(drive.connection, wall=drive.now, now=drive.now, limit=64)


def status(drive: Drive) -> list[tuple[str]]:
    return drive.rows("SELECT status FROM conversations_message WHERE direction = 'out'")


def test_a_lost_answer_leaves_the_send_unknown_and_is_never_sent_again(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claimed(drive)
    settling.settle(drive.connection, [(send, None)], wall=drive.now)
    assert status(drive) == [("unknown",)]
    drive.later(hours=1)
    assert claimed(drive) == []


def test_a_status_settles_an_unknown_send(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claimed(drive)
    settling.settle(drive.connection, [(send, None)], wall=drive.now)
    drive.receive(
        statuses=(
            {
                "id": "wamid.x",
                "status": "delivered",
                "timestamp": str(int(drive.now.timestamp())),
                "biz_opaque_callback_data": str(send.id),
                "pricing": {"type": "free_customer_service", "category": "service", "billable": False},
            },
        )
    )
    drive.apply_statuses()
    assert status(drive) == [("delivered",)]
    assert drive.count("message_path_outbox") == 0


def test_a_status_of_another_shop_settles_nothing(drive: Drive) -> None:
    rival = Drive(
        drive.connection,
        drive.world,
        open_boutique(
            drive.connection, drive.now, slug="rival", phone_number_id="2065", waba_id="2022", link_code="R7Q2"
        ),
        drive.now,
    )
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claimed(drive)
    settling.settle(drive.connection, [(send, None)], wall=drive.now)
    found = {"id": "wamid.x", "status": "read", "timestamp": "1", "biz_opaque_callback_data": str(send.id)}
    rival.receive(statuses=(found,))
    rival.apply_statuses()
    assert status(drive) == [("unknown",)]
    assert drive.count("message_path_outbox") == 1


def test_statuses_before_their_answer_and_out_of_order_never_set_back(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claimed(drive)
    for name in ("read", "sent", "delivered"):
        drive.receive(
            statuses=({"id": "wamid.x", "status": name, "timestamp": "1", "biz_opaque_callback_data": str(send.id)},)
        )
        drive.apply_statuses()
    assert status(drive) == [("read",)]


def test_a_status_of_an_unknown_message_is_looked_up_again_later(drive: Drive) -> None:
    drive.receive(statuses=({"id": "wamid.nobody", "status": "sent", "timestamp": "1"},))
    drive.apply_statuses()
    assert drive.rows("SELECT attempts FROM message_path_status") == [(1,)]


def test_too_many_requests_waits_and_tries_again(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claimed(drive)
    settling.settle(drive.connection, [(send, Refused(130429, "rate", "retry", 2.0))], wall=drive.now)
    assert claimed(drive) == []
    drive.later(seconds=2)
    assert len(claimed(drive)) == 1


def test_a_closed_window_fails_with_its_code(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claimed(drive)
    settling.settle(drive.connection, [(send, Refused(131047, "closed", "needs_template"))], wall=drive.now)
    assert drive.rows("SELECT status, error_code FROM conversations_message WHERE direction = 'out'") == [
        ("failed", 131047)
    ]


def test_a_refusal_that_is_stored_twice_puts_back_once(drive: Drive) -> None:
    """The commit of the first time may have got no answer; another sender has the message by now."""
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claimed(drive)
    refusal = [(send, Refused(130429, "rate", "retry", 2.0))]
    settling.settle(drive.connection, refusal, wall=drive.now)
    drive.later(seconds=2)
    (again,) = claimed(drive)
    settling.settle(drive.connection, refusal, wall=drive.now)
    assert drive.rows("SELECT state, attempts FROM message_path_outbox") == [("sending", again.attempts)]


def test_a_damaged_message_fails_and_the_others_go(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1", sender="447700900111"))
    drive.receive(text("hi", at=drive.now, wamid="w2", sender="447700900112"))
    drive.work()
    drive.connection.execute(
        "UPDATE message_path_outbox SET payload_sealed = '\\x0011223344556677889900112233445566'"
        " WHERE id = (SELECT min(id::text)::uuid FROM message_path_outbox)"
    )
    assert len(claimed(drive)) == 1
    assert drive.rows(
        "SELECT status, error_text FROM conversations_message WHERE direction = 'out' ORDER BY status"
    ) == [("failed", "unreadable"), ("queued", "")]


def test_a_killed_senders_messages_become_unknown(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    claimed(drive)
    assert settling.expire_leases(drive.connection, wall=drive.now + timedelta(seconds=7)) == (0, 0)
    assert settling.expire_leases(drive.connection, wall=drive.now + timedelta(seconds=9)) == (1, 0)
    assert status(drive) == [("unknown",)]


def test_a_living_senders_slow_message_is_not_given_up(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    (send,) = claimed(drive)
    claiming.renew(drive.connection, [send.id], wall=drive.now + timedelta(seconds=7))
    assert settling.expire_leases(drive.connection, wall=drive.now + timedelta(seconds=9)) == (0, 0)
    assert settling.expire_leases(drive.connection, wall=drive.now + timedelta(seconds=16)) == (1, 0)


def test_a_later_message_of_a_thread_waits_for_the_earlier(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    drive.receive(text("how much is the sundress", at=drive.now, wamid="w2"))
    drive.work()
    assert len(claimed(drive)) == 1
    assert claimed(drive) == []


def test_a_price_changed_before_sending_is_decided_anew(drive: Drive) -> None:
    drive.receive(text("how much is the blue floral sundress?", at=drive.now, wamid="w1"))
    drive.work()
    drive.connection.execute("UPDATE catalog_variant SET price = 5200 WHERE sku LIKE 'DR-BLUE%'")
    drive.connection.execute("UPDATE shops_shop SET catalogue_version = catalogue_version + 1")
    assert claimed(drive) == []
    drive.work()
    (message,) = drive.send()
    assert "$52" in message.plain_text()
    assert drive.rows("SELECT count(*) FROM conversations_message WHERE direction = 'in'") == [(1,)]


def test_a_delivered_message_beyond_the_allowance_is_charged_once(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.connection.execute(
        "INSERT INTO nurture_monthusage (id, shop_id, number_id, month, service_delivered, spent_micros, currency)"
        " VALUES (gen_random_uuid(), %s, %s, '2026-11-01', 1000, 0, 'USD')",
        [drive.boutique.shop.id, drive.boutique.number_id],
    )
    drive.work()
    (send,) = claimed(drive)
    for name in ("delivered", "read"):
        drive.receive(
            statuses=(
                {
                    "id": "wamid.x",
                    "status": name,
                    "timestamp": "1",
                    "biz_opaque_callback_data": str(send.id),
                    "pricing": {"type": "regular", "category": "service"},
                },
            )
        )
        drive.apply_statuses()
    ((micros,),) = drive.rows("SELECT expected_micros FROM conversations_message WHERE direction = 'out'")
    assert micros > 0
    assert drive.rows("SELECT amount_micros FROM ledger_entry WHERE kind = 'message.charged'") == [(micros,)]
    assert drive.rows("SELECT service_delivered, spent_micros FROM nurture_monthusage") == [(1001, micros)]


def test_the_first_reply_is_timed_from_the_customers_words(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.later(seconds=1.5)
    drive.work()
    drive.send()
    drive.hear(text("how much is the sundress", at=drive.now, wamid="w2"))
    assert drive.rows("SELECT first_reply_ms FROM conversations_conversation") == [(1500,)]


def test_nothing_leaves_over_a_disconnected_connection(drive: Drive) -> None:
    numbers = [drive.boutique.number_id]
    assert list(sending_numbers.load_numbers(drive.connection, numbers)) == numbers
    drive.connection.execute(
        "UPDATE shops_connection SET status = 'disabled' WHERE id = %s", [drive.boutique.connection_id]
    )
    assert sending_numbers.load_numbers(drive.connection, numbers) == {}
