"""A matter after a sale, from the customer's words to the team's answer and back."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.domain.tickets import TicketState
from leadnurturebot.message_path import agents, order_deeds, ticket_deeds
from leadnurturebot.message_path.ticket_deeds import NoTicket
from leadnurturebot.platform.encryption import ring
from leadnurturebot.shops.actions import settings_change, user_create
from tests.cast import EMMA, tap, text
from tests.message_path.driving import Drive, button
from tests.message_path.test_payments import ordered, paid


@pytest.fixture
def drive(drive: Drive) -> Drive:
    """Emma's sundress is paid and was delivered; the shop is open around the clock."""
    settings_change(shop=drive.boutique.shop, now=drive.now, changes={"hours": "Mon-Sun 00:00-23:59"})
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    order_id = drive.rows("SELECT id FROM orders_order")[0][0]
    order_deeds.deliver(drive.connection, drive.boutique.shop.id, order_id, actor="user:sarah", times=drive.times)
    drive.send()
    drive.later(minutes=1)
    return drive


def write(drive: Drive, words: str) -> MessageContent:
    (answer,) = drive.hear(text(words, at=drive.now, wamid=str(uuid4()), sender=EMMA))
    drive.later(seconds=20)
    return answer


def photo(drive: Drive, wamid: str) -> dict[str, Any]:
    """A picture that Emma sends."""
    return {
        "from": EMMA, "id": wamid, "timestamp": drive.stamp(), "type": "image",
        "image": {"id": wamid, "mime_type": "image/jpeg", "sha256": "x"},
    }  # fmt: skip


def tickets(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT number, kind, state, priority FROM orders_ticket ORDER BY number")


def timeline(drive: Drive) -> list[tuple[Any, ...]]:
    return drive.rows("SELECT kind, actor FROM orders_ticketevent ORDER BY at, id")


def newest(drive: Drive) -> UUID:
    ticket_id: UUID = drive.rows("SELECT id FROM orders_ticket ORDER BY number DESC LIMIT 1")[0][0]
    return ticket_id


def move(drive: Drive, to: TicketState) -> list[MessageContent]:
    shop_id = drive.boutique.shop.id
    ticket_deeds.move(drive.connection, shop_id, newest(drive), to, actor="user:sarah", times=drive.times)
    return drive.send()


def holder(drive: Drive) -> str:
    return str(drive.rows("SELECT holder FROM conversations_thread")[0][0])


def test_money_taken_twice_opens_one_ticket_however_often_it_is_said(drive: Drive) -> None:
    first = write(drive, "you charged me twice").plain_text()
    assert "I've opened ticket *T-1* for order *#TT12345*. The team will answer here" in first
    again = write(drive, "hello? my money was taken twice").plain_text()
    assert "I've added this to ticket *T-1*" in again
    assert tickets(drive) == [(1, "payment", "open", "normal")]
    assert timeline(drive) == [("opened", "customer"), ("added", "customer")]
    assert holder(drive) == "bot"


def test_the_timeline_has_what_was_told_before_and_after_we_asked(drive: Drive) -> None:
    write(drive, "there is a problem with my order")
    write(drive, "it came with a big stain, and one piece is missing")
    key = ring().of(drive.connection, drive.boutique.shop.id)
    ((sealed,),) = drive.rows("SELECT words_sealed FROM orders_ticketevent WHERE kind = 'opened'")
    assert (
        key.open_text(sealed) == "there is a problem with my order\nit came with a big stain, and one piece is missing"
    )


def test_what_was_said_is_sealed(drive: Drive) -> None:
    write(drive, "you charged me twice")
    ((sealed,),) = drive.rows("SELECT words_sealed FROM orders_ticketevent")
    assert b"charged" not in bytes(sealed)


def test_a_photo_is_kept_with_the_ticket_also_while_a_person_holds(drive: Drive) -> None:
    write(drive, "one piece is missing from my order")
    (told,) = drive.hear(photo(drive, "p1"))
    assert told.plain_text() == "Thank you, the photo is with ticket *T-1*."
    drive.connection.execute("UPDATE conversations_thread SET holder = 'person'")
    drive.receive(photo(drive, "p2"))
    drive.work()
    assert [kind for kind, _ in timeline(drive)] == ["opened", "photo", "photo"]
    kept = "SELECT count(*) FROM orders_ticketevent e JOIN conversations_message m ON m.id = e.message_id WHERE e.kind = 'photo'"
    assert drive.rows(kept) == [(2,)]


def test_who_is_upset_gets_a_person_at_once_and_one_list_tells_of_it(drive: Drive) -> None:
    told = write(drive, "you charged me twice!! this is a scam").plain_text()
    assert "I've opened ticket *T-1*" in told
    assert "I've asked the team to take care of it now." in told
    assert (tickets(drive), holder(drive)) == ([(1, "payment", "open", "high")], "waiting")
    move(drive, TicketState.SOLVED)
    assert holder(drive) == "bot"


def test_the_exchange_of_a_damaged_piece_belongs_to_its_ticket(drive: Drive) -> None:
    offer = write(drive, "the dress arrived damaged")
    assert "It's ticket *T-1*; a photo here helps the team." in offer.plain_text()
    (told,) = drive.hear(tap(button(offer, "Exchange for M"), at=drive.now, wamid="x1", sender=EMMA))
    assert "The team decides this with you here" in told.plain_text()
    assert holder(drive) == "bot"
    linked = "SELECT count(*) FROM orders_ticket t JOIN orders_return r ON r.id = t.return_id AND r.state = 'requested'"
    assert drive.rows(linked) == [(1,)]


def test_the_answer_of_the_team_is_told_and_opened_again_when_it_does_not_help(drive: Drive) -> None:
    write(drive, "you charged me twice")
    (told,) = move(drive, TicketState.SOLVED)
    assert told.plain_text() == (
        "Ticket *T-1* about order *#TT12345* is solved. If it isn't right yet, tell me here.\n[Not solved]"
    )
    assert move(drive, TicketState.SOLVED) == []
    drive.later(minutes=5)
    again = write(drive, "that's still not solved").plain_text()
    assert "Ticket *T-1* is open again." in again
    assert tickets(drive) == [(1, "payment", "reopened", "normal")]


def test_outside_the_window_no_words_leave_without_a_template(drive: Drive) -> None:
    write(drive, "you charged me twice")
    drive.later(hours=25)
    assert move(drive, TicketState.SOLVED) == []


def test_a_solved_ticket_of_long_ago_stays_solved(drive: Drive) -> None:
    write(drive, "you charged me twice")
    move(drive, TicketState.SOLVED)
    drive.later(days=15)
    write(drive, "still not solved")
    assert tickets(drive)[0][2] == "solved"


def test_a_person_s_words_are_the_first_answer_and_the_customer_s_make_it_the_shop_s_turn(
    drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agents, "wall_now", lambda: drive.now)
    write(drive, "you charged me twice")
    user = user_create(email="sarah@example.com", name="Sarah", password="a long enough password", now=drive.now)
    shop_id = drive.boutique.shop.id
    ticket_deeds.answer(
        drive.connection, shop_id, newest(drive), user, "Which bank is it?", waits=True, now=drive.now
    )  # fmt: skip
    assert [message.plain_text() for message in drive.send()] == ["Which bank is it?"]
    assert tickets(drive)[0][2] == "waiting"
    assert drive.rows("SELECT answered_at IS NOT NULL FROM orders_ticket") == [(True,)]
    drive.receive(text("Santander", at=drive.now, wamid="w9", sender=EMMA))
    drive.work()
    assert tickets(drive)[0][2] == "open"
    agents.hand_back(
        shop_id=shop_id, thread_id=drive.rows("SELECT id FROM conversations_thread")[0][0], user=user, now=drive.now
    )
    assert "and is still working on it" in write(drive, "any news?").plain_text()


def test_a_ticket_of_another_shop_is_none(drive: Drive) -> None:
    with pytest.raises(NoTicket):
        ticket_deeds.move(
            drive.connection, drive.boutique.shop.id, uuid4(), TicketState.SOLVED, actor="a", times=drive.times
        )
