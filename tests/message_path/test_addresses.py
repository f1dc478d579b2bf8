import pytest

from leadnurturebot.domain.message_content import MessageContent
from leadnurturebot.platform.encryption import ring
from tests.cast import ad_referral, tap, text
from tests.message_path.driving import Drive, button

pytestmark = pytest.mark.django_db


def say(drive: Drive, words: str) -> MessageContent:
    (answer,) = drive.hear(text(words, at=drive.now, wamid=words))
    return answer


def asked(drive: Drive) -> str:
    """A cart to be paid at the door; the address is asked for."""
    drive.hear(text("Hi!", at=drive.now, wamid="a", referral=ad_referral()))
    say(drive, "add M to my cart please")
    return say(drive, "cash on delivery please").plain_text()


def test_a_whole_address_is_read_back_at_once(drive: Drive) -> None:
    assert "address" in asked(drive)
    shown = say(drive, "12 Main Street, Springfield, IL 62704")
    assert "12 Main Street, Springfield, IL 62704" in shown.plain_text()
    (placed,) = drive.hear(tap(button(shown, "Confirm"), at=drive.now, wamid="ok"))
    assert "TT12345" in placed.plain_text()
    ((sealed,),) = drive.rows("SELECT address_sealed FROM orders_order")
    key = ring().of(drive.connection, drive.boutique.shop.id)
    assert key.open_text(bytes(sealed)) == "12 Main Street, Springfield, IL 62704"


def test_only_the_postcode_is_asked_for_when_only_it_is_missing(drive: Drive) -> None:
    asked(drive)
    assert say(drive, "12 Main Street, Springfield").plain_text().endswith("And the postcode?")
    assert "12 Main Street, Springfield, 62704" in say(drive, "62704").plain_text()


def test_a_street_that_comes_later_goes_before_the_town(drive: Drive) -> None:
    asked(drive)
    assert "the street with the number?" in say(drive, "Springfield, IL 62704").plain_text()
    assert "12 Main Street, Springfield, IL 62704" in say(drive, "12 Main Street").plain_text()


def test_a_town_alone_answers_the_question_for_it(drive: Drive) -> None:
    asked(drive)
    assert say(drive, "12 Main Street, 62704").plain_text().endswith("And the town?")
    assert "12 Main Street, 62704, Springfield" in say(drive, "Springfield").plain_text()


def test_it_asks_once_and_then_takes_what_there_is(drive: Drive) -> None:
    asked(drive)
    say(drive, "12 Main Street")
    shown = say(drive, "Springfield, house 12")
    assert button(shown, "Confirm")
