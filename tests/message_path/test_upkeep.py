"""What ends by itself: conversations after a day of silence, orders that nobody paid."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from leadnurturebot.conversations.ending import end_silent
from leadnurturebot.message_path.scheduler import Scheduler
from leadnurturebot.message_path.world import World
from leadnurturebot.orders.holds import hold
from leadnurturebot.payments.expiring import expire_unpaid
from leadnurturebot.payments.links import find
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.platform.sql import borrowed
from tests.cast import open_boutique, text
from tests.message_path.driving import Drive
from tests.message_path.test_payments import ordered, paid


def end(drive: Drive, *, limit: int = 10) -> int:
    return end_silent(drive.connection, now=drive.now, limit=limit)


def expire(drive: Drive, *, limit: int = 10) -> int:
    return len(expire_unpaid(drive.connection, now=drive.now, limit=limit))


def talks(drive: Drive) -> list[tuple[str, str, str]]:
    return drive.rows(
        "SELECT c.status, t.stage, t.holder FROM conversations_conversation c"
        " JOIN conversations_thread t ON t.id = c.thread_id ORDER BY c.id"
    )


def orders(drive: Drive) -> list[tuple[str]]:
    return drive.rows("SELECT state FROM orders_order ORDER BY id")


def test_a_conversation_ends_after_a_day_of_silence(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    drive.later(hours=24)
    assert end(drive) == 0
    drive.later(seconds=1)
    assert end(drive) == 1
    assert talks(drive) == [("completed", "closed", "bot")]
    assert drive.rows("SELECT ended_at = last_at FROM conversations_conversation") == [(True,)]
    assert end(drive) == 0


def test_the_end_does_not_hide_that_somebody_bought(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    drive.later(hours=25)
    assert end(drive) == 1
    assert talks(drive) == [("completed", "bought", "bot")]


@pytest.mark.parametrize("holder", ["waiting", "person"])
def test_a_thread_that_people_hold_stays_theirs_when_its_conversation_ends(drive: Drive, holder: str) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    drive.connection.execute("UPDATE conversations_thread SET holder = %s, stage = 'with_person'", [holder])
    drive.later(hours=25)
    assert end(drive) == 1
    assert talks(drive) == [("completed", "with_person", holder)]


def test_an_old_conversation_does_not_close_the_thread_of_a_new_one(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    drive.later(hours=25)
    drive.hear(text("hi again", at=drive.now, wamid="w2"))
    drive.connection.execute("UPDATE conversations_conversation SET status = 'active'")
    assert end(drive) == 1
    assert talks(drive) == [("completed", "browsing", "bot"), ("active", "browsing", "bot")]


def test_conversations_end_in_pieces_the_longest_silent_first(drive: Drive) -> None:
    for n in range(3):
        drive.hear(text("hi", at=drive.now, wamid=f"w{n}", sender=f"44770090014{n}"))
        drive.later(seconds=10)
    drive.later(hours=25)
    assert end(drive, limit=2) == 2
    assert [status for status, _, _ in talks(drive)] == ["completed", "completed", "active"]
    assert end(drive, limit=2) == 1


def test_an_order_that_nobody_paid_expires_after_a_day_and_lets_go_of_its_goods(drive: Drive) -> None:
    token = ordered(drive)
    link = find(drive.connection, token)
    hold(drive.connection, shop_id=link.shop_id, order_id=link.order_id, now=drive.now)
    drive.later(hours=24)
    assert expire(drive) == 0
    drive.later(seconds=1)
    assert expire(drive) == 1
    assert orders(drive) == [("expired",)]
    assert drive.rows("SELECT state FROM orders_stockhold") == [("released",)]
    assert drive.rows("SELECT kind FROM orders_orderevent ORDER BY id") == [("placed",), ("expired",)]
    assert find(drive.connection, token).problem == "cancelled"
    assert expire(drive) == 0


def test_who_is_paying_right_now_keeps_the_order(drive: Drive) -> None:
    link = find(drive.connection, ordered(drive))
    drive.later(hours=25)
    hold(drive.connection, shop_id=link.shop_id, order_id=link.order_id, now=drive.now)
    assert expire(drive) == 0
    drive.later(minutes=31)
    assert expire(drive) == 1


def test_money_on_its_way_keeps_the_order(drive: Drive) -> None:
    ordered(drive)
    drive.connection.execute("UPDATE payments_payment SET state = 'pending'")
    drive.later(days=3)
    assert expire(drive) == 0


def test_paid_orders_never_expire(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    drive.later(days=3)
    assert expire(drive) == 0
    assert orders(drive) == [("paid",)]


def test_late_money_revives_an_expired_order(drive: Drive) -> None:
    token = ordered(drive)
    drive.later(hours=25)
    expire(drive)
    drive.hear(text("hi", at=drive.now, wamid="w9"))
    drive.receive_payment(paid(drive, token))
    drive.work()
    (thanks,) = drive.send()
    assert "TT12345" in thanks.plain_text()
    assert orders(drive) == [("paid",)]


def test_late_money_goes_back_when_the_goods_are_gone(drive: Drive) -> None:
    token = ordered(drive)
    drive.later(hours=25)
    expire(drive)
    drive.connection.execute("UPDATE catalog_variant SET stock = 0")
    drive.receive_payment(paid(drive, token))
    drive.work()
    assert orders(drive) == [("expired",)]
    assert drive.rows("SELECT arrived_as, state, owner_must FROM payments_payment") == [("late", "refund_pending", "")]
    assert drive.rows("SELECT amount, state FROM payments_refund") == [(5400, "requested")]


def test_the_cart_of_an_expired_order_is_ordered_anew_with_a_new_link(drive: Drive) -> None:
    token = ordered(drive)
    drive.later(hours=25)
    expire(drive)
    (choice,) = drive.hear(text("can i pay now", at=drive.now, wamid="w9"))
    assert "Pay $54.00" in choice.plain_text()
    assert find(drive.connection, token).problem == "cancelled"


@pytest.fixture
def yesterday(transactional_db: None, world: World) -> Drive:
    """A committed shop in which somebody ordered 25 hours ago and fell silent."""
    with transaction.atomic():
        then = wall_now() - timedelta(hours=25)
        drive = Drive(borrowed(), world, open_boutique(borrowed(), then), then)
        ordered(drive)
    return drive


def test_the_scheduler_ends_both_in_its_upkeep(yesterday: Drive) -> None:
    scheduler = Scheduler(yesterday.world)
    scheduler.round()
    scheduler.close()
    with transaction.atomic():
        drive = replace(yesterday, connection=borrowed())
        assert orders(drive) == [("expired",)]
        assert [status for status, _, _ in talks(drive)] == ["completed"]
