"""The limits as several senders keep them together, on a virtual clock and a database that really commits."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.db import transaction

from leadnurturebot.domain.send_limits import TIERS
from leadnurturebot.message_path import claiming, openings, settling
from leadnurturebot.message_path.world import World
from leadnurturebot.platform.sql import Connection, borrowed, connect
from leadnurturebot.providers.messaging.base import Accepted
from tests.cast import Boutique, ad_referral, open_boutique, tap, text
from tests.message_path.driving import Drive, button
from tests.message_path.test_follow_ups import approve_template, cart_left, states

JAKE_ABROAD = "447700900777"
RATE = 24
STEP = timedelta(milliseconds=25)


@pytest.fixture
def boutique(transactional_db: None, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Boutique:
    monkeypatch.setattr(settings, "NUMBER_RATE", RATE)
    with transaction.atomic():
        return open_boutique(borrowed(), now)


@pytest.fixture
def senders() -> Iterator[list[Connection]]:
    with connect(name="one") as one, connect(name="two") as two:
        yield [one, two]


def people_write(boutique: Boutique, world: World, now: datetime, count: int) -> None:
    with transaction.atomic():
        drive = Drive(borrowed(), world, boutique, now)
        for number in range(count):
            drive.receive(text("hello", at=now, wamid=f"w{number}", sender=f"4477009{number:05}"))
        while drive.work():
            pass


def play(senders: list[Connection], now: datetime, steps: int) -> list[tuple[datetime, str, UUID]]:
    """Both senders claim and settle in turns: when each message goes, and through whom."""
    went = []
    for step in range(steps):
        at, connection = now + step * STEP, senders[step % 3 % 2]
        with connection.transaction():
            sends = claiming.claim(connection, wall=at, now=at, limit=16)
            settling.settle(connection, [(send, Accepted(f"wamid.{send.id}")) for send in sends], wall=at)
        went += [
            (
                at + timedelta(seconds=send.wait),
                connection.info.parameter_status("application_name") or "",
                send.thread_id,
            )
            for send in sends
        ]
    return went


def test_the_sum_of_two_senders_stays_within_the_numbers_rate(
    boutique: Boutique, world: World, now: datetime, senders: list[Connection]
) -> None:
    people_write(boutique, world, now, 60)
    went = play(senders, now, 260)
    assert len({thread for *_, thread in went}) == len(went) == 60
    times = sorted(at for at, *_ in went)
    # A reply and the message it answers: two of the 24 a second.
    most = max(sum(at <= other < at + timedelta(seconds=1) for other in times) for at in times)
    assert most <= RATE // 2
    assert len({name for _, name, _ in went}) == 2
    assert times[-1] - now < timedelta(seconds=6.2)


def test_a_number_in_the_phones_app_is_slower(
    boutique: Boutique, world: World, now: datetime, senders: list[Connection]
) -> None:
    people_write(boutique, world, now, 1)
    play(senders, now, 1)
    with transaction.atomic():
        borrowed().execute("UPDATE message_path_numberstate SET rate = 4, free_at = NULL")
        drive = Drive(borrowed(), world, boutique, now + timedelta(seconds=9))
        for number in range(1, 9):
            drive.receive(text("hello", at=drive.now, wamid=f"x{number}", sender=f"4477009{number:05}"))
        drive.work()
    times = [at for at, *_ in play(senders, drive.now, 260)]
    assert len(times) == 8
    assert timedelta(seconds=4) < times[-1] - drive.now < timedelta(seconds=5)


def test_one_person_gets_forty_five_at_once_and_then_one_in_six_seconds(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="first"))
    drive.connection.execute("DELETE FROM message_path_pairpace")
    for count in range(50):
        drive.receive(text("how much is the sundress", at=drive.now, wamid=f"w{count}"))
        drive.work()
    sent = [len(drive.send())]
    for _ in range(6):
        drive.later(seconds=6)
        sent.append(len(drive.send()))
    assert sent == [45, 1, 1, 1, 1, 1, 0]


def test_the_order_within_a_thread_is_kept_while_it_waits(drive: Drive) -> None:
    for count in range(50):
        drive.receive(text("how much is the sundress", at=drive.now, wamid=f"w{count}"))
        drive.work()
    order = drive.rows("SELECT id FROM message_path_outbox ORDER BY id")
    went = []
    for _ in range(8):
        while sends := claiming.claim(drive.connection, wall=drive.now, now=drive.now, limit=64):
            settling.settle(drive.connection, [(send, Accepted(str(send.id))) for send in sends], wall=drive.now)
            went += [(send.id,) for send in sends]
        drive.later(seconds=6)
    assert went == order


@pytest.fixture
def tier_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TIERS, "TIER_1", 1)


def two_reminders(drive: Drive) -> None:
    cart_left(drive)
    drive.hear(text("Hi!", at=drive.now, wamid="d", sender=JAKE_ABROAD, referral=ad_referral()))
    (cart,) = drive.hear(text("add M to my cart please", at=drive.now, wamid="e", sender=JAKE_ABROAD))
    drive.hear(tap(button(cart, "Save for later"), at=drive.now, wamid="f", sender=JAKE_ABROAD))
    approve_template(drive)
    drive.connection.execute("UPDATE shops_businessnumber SET messaging_limit = 'TIER_1'")
    drive.later(hours=25)
    drive.ring()


@pytest.mark.usefixtures("tier_of_one")
def test_when_the_portfolio_is_full_follow_ups_wait_and_answers_go(drive: Drive) -> None:
    two_reminders(drive)
    assert len(drive.send()) == 1
    assert sorted(row[1:] for row in states(drive) if row[0] == "24h") == [
        ("held", "template", "portfolio_limit"), ("sent", "template", ""),
    ]  # fmt: skip
    assert len(drive.hear(text("hi", at=drive.now, wamid="new", sender="447700900778"))) == 1
    drive.later(hours=23)
    assert drive.send() == []
    drive.later(hours=1, seconds=1)
    assert len(drive.send()) == 1
    assert [row[1:] for row in states(drive) if row[0] == "24h"] == [("sent", "template", "")] * 2


@pytest.mark.usefixtures("tier_of_one")
def test_a_person_written_to_already_counts_once(drive: Drive) -> None:
    shop, people = drive.boutique.shop.id, drive.boutique
    drive.hear(text("hi", at=drive.now, wamid="w"))
    drive.connection.execute("UPDATE shops_businessnumber SET messaging_limit = 'TIER_1'")
    first, second = people.number_id, people.connection_id  # any two ids
    assert openings.open_to(drive.connection, shop, first, now=drive.now) is None
    drive.later(hours=1)
    assert openings.open_to(drive.connection, shop, first, now=drive.now) is None
    assert openings.open_to(drive.connection, shop, second, now=drive.now) == drive.now + timedelta(hours=24)
    drive.later(hours=24)
    assert openings.open_to(drive.connection, shop, second, now=drive.now) is None
