"""Who is forgotten is nowhere any more; the money stays."""

import threading
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from leadnurturebot.domain.contact_policy import Refusal
from leadnurturebot.leads.batch import ContactSeen, LeadRow, resolve_many
from leadnurturebot.leads.lookup import LeadUnknown
from leadnurturebot.message_path import inbox
from leadnurturebot.message_path.world import World
from leadnurturebot.payments.links import find
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, borrowed, connect
from leadnurturebot.privacy.erasing import Erased, erase_lead
from tests.cast import EMMA, open_boutique, tap, text
from tests.message_path.driving import Drive, button
from tests.message_path.test_payments import ordered, paid
from tests.privacy.lives import deliver, emma, lead_of, live, wait_in_queues
from tests.privacy.traces import traces

MONEY = (
    "SELECT kind, amount_micros, lead_id FROM ledger_entry WHERE shop_id = %s ORDER BY id",
    "SELECT number, state, total, lead_id FROM orders_order WHERE shop_id = %s ORDER BY id",
    "SELECT name, quantity, unit_price FROM orders_orderline WHERE shop_id = %s ORDER BY id",
    "SELECT state, amount, received_amount, charge_id FROM payments_payment WHERE shop_id = %s ORDER BY id",
)


def erase(drive: Drive, lead_id: UUID | None = None) -> Erased:
    return erase_lead(
        drive.connection, shop_id=drive.boutique.shop.id, lead_id=lead_id or lead_of(drive), now=drive.now
    )


def money(drive: Drive) -> list[list[tuple[Any, ...]]]:
    return [drive.rows(statement, drive.boutique.shop.id) for statement in MONEY]


def rival_of(drive: Drive) -> Drive:
    """Marco's shop, which the same people write to."""
    shop = open_boutique(
        drive.connection, drive.now, slug="marcos", phone_number_id="2065", waba_id="2022", link_code="M4R2"
    )
    return Drive(drive.connection, drive.world, shop, drive.now)


def test_no_table_holds_the_number_the_name_or_the_words_in_readable_or_sealed_form(drive: Drive) -> None:
    live(drive)
    deliver(drive)
    wait_in_queues(drive)
    person = emma(drive)
    assert traces(drive.connection, person) >= {
        "conversations_message.content_sealed", "conversations_thread.preview_sealed",
        "conversations_thread.state_sealed", "leads_identity.index", "leads_identity.value_sealed",
        "leads_lead.name_sealed", "leads_lead.profile_sealed", "leads_searchword.index", "leads_touch.click_sealed",
        "message_path_inbox.contact", "message_path_inbox.payload_sealed", "message_path_lane.contact",
        "message_path_outbox.payload_sealed", "orders_order.address_sealed", "orders_order.tracking_url",
    }  # fmt: skip
    assert erase(drive) == Erased(addresses_kept=0)
    assert traces(drive.connection, person) == set()


def test_nothing_waits_for_who_was_forgotten(drive: Drive) -> None:
    live(drive)
    deliver(drive)
    wait_in_queues(drive)
    erase(drive)
    queues = ("message_path_outbox", "message_path_inbox", "message_path_timer", "nurture_followup", "orders_cart")
    assert [drive.count(table) for table in queues] == [0, 0, 0, 0, 0]
    drive.later(days=4)
    assert (drive.work(), drive.ring(), drive.send()) == (0, 0, [])


def test_messages_and_the_reasons_of_answers_are_gone(drive: Drive) -> None:
    live(drive)
    assert drive.count("conversations_message") == drive.count("assistant_decisionrecord") * 2 + 1  # the receipt
    erase(drive)
    assert drive.count("conversations_message") == drive.count("assistant_decisionrecord") == 0


def test_orders_payments_and_ledger_stay_to_the_cent(drive: Drive) -> None:
    live(drive)
    deliver(drive)
    before = money(drive)
    erase(drive)
    assert money(drive) == before
    assert ("payment.settled", 54_000_000) in [row[:2] for row in before[0]]


def test_that_somebody_came_by_the_ad_and_talked_stays_for_the_counts(drive: Drive) -> None:
    live(drive)
    erase(drive)
    assert drive.rows("SELECT source, status FROM leads_lead") == [("instagram_ad", "converted")]
    assert drive.rows("SELECT source, headline FROM leads_touch") == [("instagram_ad", "Blue Floral Sundress")]
    assert drive.rows("SELECT status FROM conversations_conversation") == [("completed",)]


def test_of_all_consents_only_the_stop_stays(drive: Drive) -> None:
    live(drive)
    drive.hear(text("STOP", at=drive.now, wamid="stop"))
    erase(drive)
    assert drive.rows("SELECT kind, is_granted, at, message_id, variant_id FROM leads_consentrecord") == [
        ("all", False, drive.now.replace(microsecond=0), None, None)
    ]
    assert drive.rows("SELECT opted_out_at IS NOT NULL, reminders_consent_at FROM leads_lead") == [(True, None)]


def test_the_same_number_becomes_a_new_lead(drive: Drive) -> None:
    live(drive)
    old = lead_of(drive)
    erase(drive)
    (reply,) = drive.hear(text("hello", at=drive.now, wamid="new"))
    assert reply.plain_text()
    assert lead_of(drive) != old
    assert drive.count("leads_lead") == 2
    assert drive.rows("SELECT count(*) FROM conversations_message WHERE lead_id = %s", old) == [(0,)]


def test_an_erased_conversation_stands_in_no_list(drive: Drive) -> None:
    drive.hear(text("I want to talk to a human", at=drive.now, wamid="w1"))
    assert drive.rows("SELECT holder FROM conversations_thread") == [("waiting",)]
    erase(drive)
    assert drive.rows("SELECT holder, last_message_at FROM conversations_thread") == [("bot", None)]


def test_a_rival_shop_keeps_what_it_holds_of_the_same_number(drive: Drive) -> None:
    rival = rival_of(drive)
    for each, prefix in ((drive, "a"), (rival, "b")):
        live(each, prefix=prefix)
        deliver(each)
        wait_in_queues(each, prefix=prefix)
    person, before = emma(rival), money(rival)
    held = traces(drive.connection, person)
    assert len(held) >= 15
    erase(drive)
    assert traces(drive.connection, person) == held
    assert money(rival) == before
    assert len(rival.send()) == 1
    assert traces(drive.connection, emma(drive)) == {"orders_order.tracking_url"}  # the rival's, which lies open


def test_a_lead_of_another_shop_is_unknown_here(drive: Drive) -> None:
    rival = rival_of(drive)
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    with pytest.raises(LeadUnknown):
        erase(rival, lead_of(drive))
    assert "leads_lead.name_sealed" in traces(drive.connection, emma(drive))


def test_erasing_twice_is_harmless_and_each_time_is_in_the_audit_trail(drive: Drive) -> None:
    drive.hear(text("hi", at=drive.now, wamid="w1"))
    lead_id = lead_of(drive)
    erase(drive, lead_id)
    first = drive.rows("SELECT erased_at FROM leads_lead")
    drive.later(days=1)
    erase(drive, lead_id)
    assert drive.rows("SELECT erased_at FROM leads_lead") == first
    assert (
        drive.rows("SELECT actor, action, subject FROM platform_auditentry WHERE action = 'lead.erased'")
        == [("system", "lead.erased", str(lead_id))] * 2
    )


def test_an_order_that_waits_for_payment_is_cancelled_and_its_link_ends(drive: Drive) -> None:
    token = ordered(drive)
    erase(drive)
    assert drive.rows("SELECT state FROM orders_order") == [("cancelled",)]
    assert drive.rows("SELECT state, session_url FROM payments_payment") == [("cancelled", "")]
    assert find(drive.connection, token).problem != ""


def test_a_parcel_still_to_be_sent_keeps_its_address_until_it_is(drive: Drive) -> None:
    live(drive)
    person = emma(drive)
    assert erase(drive) == Erased(addresses_kept=1)
    assert traces(drive.connection, person) == {"orders_order.address_sealed"}
    drive.later(days=1)
    assert drive.ring() == 1
    assert traces(drive.connection, person) == {"orders_order.address_sealed"}
    deliver(drive)
    drive.later(days=1)
    assert drive.ring() == 1
    assert traces(drive.connection, person) == set()
    drive.later(days=2)
    assert drive.ring() == 0


def test_an_order_that_is_never_sent_keeps_its_address_for_thirty_days(drive: Drive) -> None:
    live(drive)
    lead_id = lead_of(drive)
    erase(drive)
    drive.later(days=30)
    assert erase(drive, lead_id) == Erased(addresses_kept=0)
    assert traces(drive.connection, emma(drive)) == set()


def test_late_money_of_somebody_forgotten_is_booked_and_nobody_is_written_to(drive: Drive) -> None:
    event = paid(drive, ordered(drive))
    erase(drive)
    drive.receive_payment(event)
    drive.work()
    assert drive.rows("SELECT state, address_sealed <> '' FROM orders_order") == [("paid", True)]
    assert drive.count("conversations_message") == 0
    assert drive.send() == []
    drive.connection.execute("UPDATE orders_order SET state = 'shipped'")
    drive.later(days=1)
    assert drive.ring() == 1
    assert traces(drive.connection, emma(drive)) == set()


def asked_in_the_chat(drive: Drive) -> None:
    """She asks and confirms; the answer waits in the outbox."""
    (what,) = drive.hear(text("delete my data", at=drive.now, wamid="x1"))
    drive.receive(tap(button(what, "Delete my data"), at=drive.now, wamid="x2"))
    drive.work()


def test_who_confirms_in_the_chat_is_told_so_and_forgotten_two_minutes_later(drive: Drive) -> None:
    live(drive)
    deliver(drive)
    asked_in_the_chat(drive)
    (done,) = drive.send()
    assert done.plain_text() == "Done. Your data is deleted."
    drive.later(seconds=119)
    assert drive.ring() == 0
    drive.later(seconds=1)
    assert drive.ring() == 1
    assert traces(drive.connection, emma(drive)) == set()


def test_who_only_asks_what_would_be_deleted_is_not_forgotten(drive: Drive) -> None:
    drive.hear(text("delete my data", at=drive.now, wamid="x1"))
    drive.hear(text("no", at=drive.now, wamid="x2"))
    drive.later(hours=1)
    assert drive.ring() == 0
    assert "leads_lead.name_sealed" in traces(drive.connection, emma(drive))


def test_the_confirmation_leaves_before_the_data_goes(drive: Drive) -> None:
    asked_in_the_chat(drive)
    drive.later(minutes=2)
    drive.ring()
    assert drive.rows("SELECT erased_at FROM leads_lead") == [(None,)]
    assert len(drive.send()) == 1
    drive.later(minutes=2)
    drive.ring()
    assert traces(drive.connection, emma(drive)) == set()


def test_an_erasure_waits_for_its_confirmation_no_longer_than_an_hour(drive: Drive) -> None:
    asked_in_the_chat(drive)
    drive.later(hours=1)
    drive.ring()
    assert traces(drive.connection, emma(drive)) == set()
    assert drive.send() == []


def test_the_gate_lets_nothing_out_to_who_was_forgotten(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    drive.connection.execute("UPDATE leads_lead SET erased_at = %s", [drive.now])
    assert drive.send() == []
    assert drive.rows("SELECT error_text FROM conversations_message WHERE direction = 'out'") == [
        (Refusal.LEAD_ERASED,)
    ]


def test_a_message_that_came_while_its_lane_was_dropped_is_handled(drive: Drive) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.connection.execute("DELETE FROM message_path_lane")
    assert drive.work() == 0
    assert inbox.mend_lanes(drive.connection) == 1
    assert drive.work() == 1
    assert inbox.mend_lanes(drive.connection) == 0


@pytest.fixture
def committed(transactional_db: None, world: World, now: Any) -> Drive:
    """Emma has said hello, for good."""
    with transaction.atomic():
        drive = Drive(borrowed(), world, open_boutique(borrowed(), now), now)
        drive.hear(text("hello", at=now, wamid="w1"))
    return drive


WAITS = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"


def until_somebody_waits(connection: Connection) -> None:
    for _ in range(50_000):
        if connection.execute(WAITS).fetchone() != (0,):
            return
    raise AssertionError("nobody waits for a lock")


def test_who_writes_while_being_forgotten_becomes_a_new_lead(committed: Drive) -> None:
    drive, shop_id = committed, committed.boutique.shop.id
    found: list[LeadRow] = []
    seen = ContactSeen(shop_id=shop_id, wa_id=EMMA, name="Emma Wilson")

    def write() -> None:
        with connect() as other:
            found.extend(resolve_many(other, [seen], {shop_id: ring().of(other, shop_id)}, now=drive.now))

    with connect() as ours, connect(autocommit=True) as watcher:
        ours.execute("SELECT id FROM leads_lead WHERE shop_id = %s FOR NO KEY UPDATE", [shop_id])
        ((lead_id,),) = ours.execute("SELECT id FROM leads_lead WHERE shop_id = %s", [shop_id]).fetchall()
        writing = threading.Thread(target=write)
        writing.start()
        until_somebody_waits(watcher)
        erase_lead(ours, shop_id=shop_id, lead_id=lead_id, now=drive.now + timedelta(hours=1))
        ours.commit()
        writing.join(10)
    assert [(lead.id != lead_id, lead.is_new, lead.erased_at) for lead in found] == [(True, True, None)]


def test_nobody_is_erased_by_a_made_up_id(drive: Drive) -> None:
    with pytest.raises(LeadUnknown):
        erase(drive, uuid7())
