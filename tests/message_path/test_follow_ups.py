from typing import Any

import pytest

from leadnurturebot.domain.message_content import Template
from leadnurturebot.message_path import follow_ups, timers
from leadnurturebot.message_path.timers import TimerRow
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.providers.payments.base import ProviderEvent
from tests.cast import EMMA, JAKE, ad_referral, tap, text
from tests.message_path.driving import Drive, button


def cart_left(drive: Drive, *, sender: str = EMMA, saved: bool = True) -> None:
    """Somebody puts the dress into the cart, and agrees to be reminded."""
    drive.hear(text("Hi!", at=drive.now, wamid="a", sender=sender, referral=ad_referral()))
    (cart,) = drive.hear(text("add M to my cart please", at=drive.now, wamid="b", sender=sender))
    if saved:
        drive.hear(tap(button(cart, "Save for later"), at=drive.now, wamid="c", sender=sender))


def approve_template(drive: Drive) -> None:
    drive.connection.execute(
        "INSERT INTO nurture_messagetemplate (id, shop_id, name, language, category, status, body, parameters, provider_id,"
        " reason, updated_at) VALUES (%s, %s, 'cart_reminder', 'en', 'MARKETING', 'APPROVED',"
        " 'Hi {{1}}, still thinking about {{2}}? It comes to {{3}}. Reply STOP to end.', '[]', '1', '', %s)",
        [uuid7(), drive.boutique.shop.id, drive.now],
    )


def states(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT step, state, how, reason FROM nurture_followup ORDER BY due_at")


def test_three_reminders_with_the_cart_go_out_and_no_fourth(drive: Drive) -> None:
    cart_left(drive)
    approve_template(drive)
    sent = []
    for hours in (2, 22, 48, 24):
        drive.later(hours=hours)
        drive.ring()
        sent += drive.send()
    assert len(sent) == 3
    assert all("Blue Floral Sundress" in message.plain_text() for message in sent)
    assert states(drive) == [
        ("2h", "sent", "free_text", ""),
        ("24h", "sent", "template", ""),
        ("72h", "sent", "template", ""),
    ]


def test_outside_the_window_the_approved_template_carries_the_cart(drive: Drive) -> None:
    cart_left(drive)
    approve_template(drive)
    drive.later(hours=25)
    drive.ring()
    (message,) = drive.send()
    assert isinstance(message, Template)
    assert message.body_parameters == ("Emma", "Blue Floral Sundress M", "$54.00")


def test_overdue_steps_collapse_into_one(drive: Drive) -> None:
    cart_left(drive)
    approve_template(drive)
    drive.later(hours=73)
    drive.ring()
    assert len(drive.send()) == 1
    assert [row[:2] for row in states(drive)] == [("2h", "skipped"), ("24h", "skipped"), ("72h", "sent")]


def test_nothing_goes_out_without_consent_and_the_reason_is_kept(drive: Drive) -> None:
    cart_left(drive, saved=False)
    drive.later(hours=2)
    drive.ring()
    assert drive.send() == []
    assert states(drive)[0] == ("2h", "held", "", "no_consent")


def test_a_us_number_gets_free_text_but_never_a_marketing_template(drive: Drive) -> None:
    cart_left(drive, sender=JAKE)
    approve_template(drive)
    drive.later(hours=2)
    drive.ring()
    assert len(drive.send()) == 1
    drive.later(hours=23)
    drive.ring()
    assert drive.send() == []
    assert states(drive)[1] == ("24h", "held", "", "us_marketing")


def test_a_purchase_ends_the_sequence(drive: Drive) -> None:
    cart_left(drive)
    (choice,) = drive.hear(text("checkout", at=drive.now, wamid="d"))
    drive.hear(tap(button(choice, "Pay $54.00"), at=drive.now, wamid="e"))
    (reference,) = drive.rows("SELECT reference FROM payments_payment")[0]
    drive.receive_payment(
        ProviderEvent(event_id="evt_1", kind="paid", at=drive.now, reference=reference, amount=5400, currency="USD")
    )
    drive.work()
    drive.send()
    drive.later(hours=2)
    assert drive.ring() == 0
    assert drive.send() == []
    assert {row[1:] for row in states(drive)} == {("cancelled", "", "bought")}


@pytest.mark.parametrize("words", ["STOP", "please don't message me", "BAJA"])
def test_stop_ends_the_sequence_in_any_words(drive: Drive, words: str) -> None:
    cart_left(drive)
    drive.hear(text(words, at=drive.now, wamid="d"))
    drive.later(hours=2)
    assert drive.ring() == 0
    assert {row[1:] for row in states(drive)} == {("cancelled", "", "opted_out")}


def test_a_reminder_already_on_its_way_is_withdrawn_by_stop(drive: Drive) -> None:
    cart_left(drive)
    drive.later(hours=2)
    drive.ring()
    assert len(drive.queued()) == 1
    drive.receive(text("STOP", at=drive.now, wamid="d"))
    drive.work()
    assert all("Sundress" not in message.plain_text() for message in drive.send())
    assert drive.rows("SELECT status, error_text FROM conversations_message WHERE purpose = 'reminder'") == [
        ("cancelled", "opted_out")
    ]


def test_a_changed_cart_moves_the_reminders(drive: Drive) -> None:
    cart_left(drive)
    drive.later(hours=1)
    drive.hear(text("actually make that 2", at=drive.now, wamid="d"))
    drive.later(hours=1)
    assert drive.ring() == 0
    drive.later(hours=1)
    drive.ring()
    assert len(drive.send()) == 1


def test_a_timer_that_fails_keeps_no_other_waiting(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    cart_left(drive)
    spoilt = TimerRow(shop_id=drive.boutique.shop.id, kind="spoilt", purpose_key="x", due_at=drive.now)
    timers.set_many(drive.connection, [spoilt])
    monkeypatch.setitem(follow_ups.HANDLERS, "spoilt", lambda *_: 1 // 0)
    drive.later(hours=2)
    assert drive.ring() == 2
    assert len(drive.send()) == 1
    ((due_at,),) = drive.rows("SELECT due_at FROM message_path_timer WHERE kind = 'spoilt'")
    assert due_at == drive.now + follow_ups.AGAIN_AFTER
