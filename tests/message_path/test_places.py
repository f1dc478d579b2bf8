"""Where the goods go, through the whole path: a location, WhatsApp's form, and an address kept for the next time."""

from typing import Any

import orjson
import pytest

from leadnurturebot.domain.message_content import AddressRequest, LinkButton, LocationRequest, MessageContent
from leadnurturebot.platform.encryption import ring
from leadnurturebot.privacy.erasing import erase_lead
from leadnurturebot.privacy.exporting import export_lead
from tests.cast import ad_referral, tap, text
from tests.message_path.driving import Drive, button
from tests.message_path.test_payments import ordered, paid

pytestmark = pytest.mark.django_db
ASHA = "919810012345"
PLACE = {"latitude": 40.689247, "longitude": -74.044502, "name": "Pier 6"}
FORM = {"name": "Asha Rao", "phone_number": "9810012345", "house_number": "B-12", "address": "Lajpat Nagar",
        "city": "Delhi", "state": "Delhi", "in_pin_code": "110024"}  # fmt: skip


def say(drive: Drive, words: str, **more: Any) -> MessageContent:
    (answer,) = drive.hear(text(words, at=drive.now, wamid=f"{drive.now}{words}", **more))
    return answer


def touch(drive: Drive, content: MessageContent, title: str, **more: Any) -> MessageContent:
    (answer,) = drive.hear(tap(button(content, title), at=drive.now, wamid=f"{drive.now}{title}", **more))
    return answer


def sent(drive: Drive, kind: str, content: dict[str, Any], sender: str = "447700900142") -> MessageContent:
    message = text("", at=drive.now, wamid=f"{drive.now}{kind}{content}", sender=sender)
    (answer,) = drive.hear({**message, "type": kind, kind: content})
    return answer


def form_reply(values: dict[str, str]) -> dict[str, Any]:
    response = orjson.dumps({"values": values}).decode()
    reply = {"name": "address_message", "body": "Sent", "response_json": response}
    return {"type": "nfm_reply", "nfm_reply": reply}


def asked(drive: Drive, **more: Any) -> MessageContent:
    """A cart to be paid at the door; the address is asked for."""
    drive.hear(text("Hi!", at=drive.now, wamid=f"{drive.now}a", referral=ad_referral(), **more))
    say(drive, "add M to my cart please", **more)
    return say(drive, "cash on delivery please", **more)


def parcels(drive: Drive) -> list[str]:
    key = ring().of(drive.connection, drive.boutique.shop.id)
    return [
        key.open_text(bytes(row[0])) for row in drive.rows("SELECT address_sealed FROM orders_order ORDER BY placed_at")
    ]


def profile(drive: Drive) -> dict[str, Any]:
    key = ring().of(drive.connection, drive.boutique.shop.id)
    ((sealed,),) = drive.rows("SELECT profile_sealed FROM leads_lead")
    kept: dict[str, Any] = orjson.loads(key.open(bytes(sealed))) if sealed else {}
    return kept


def test_a_location_goes_on_the_parcel_and_only_the_rest_is_asked(drive: Drive) -> None:
    assert isinstance(asked(drive), LocationRequest)
    assert "street, number and postcode" in sent(drive, "location", PLACE).plain_text()
    touch(drive, say(drive, "12 Dock Street, Brooklyn, NY 11201"), "Confirm")
    assert parcels(drive) == ["12 Dock Street, Brooklyn, NY 11201\n📍 40.68925, -74.04450 (Pier 6)"]


@pytest.mark.parametrize("place", [PLACE, {"latitude": 51.5, "longitude": 0.1}, {"latitude": 999, "longitude": 0}, {}])
def test_a_location_out_of_the_blue_is_answered(drive: Drive, place: dict[str, Any]) -> None:
    assert "3–5 working days" in sent(drive, "location", place).plain_text()


def test_the_form_is_asked_and_read_in_india(drive: Drive) -> None:
    drive.connection.execute("UPDATE shops_shop SET country = 'IN' WHERE id = %s", [drive.boutique.shop.id])
    form = asked(drive, sender=ASHA)
    assert isinstance(form, AddressRequest)
    assert (form.country, form.values) == ("IN", None)
    shown = sent(drive, "interactive", form_reply(FORM), ASHA)
    assert "B-12, Lajpat Nagar, Delhi 110024" in shown.plain_text()
    touch(drive, shown, "Confirm", sender=ASHA)
    assert parcels(drive) == ["B-12, Lajpat Nagar, Delhi 110024\n👤 Asha Rao, 9810012345"]


def test_the_form_comes_back_filled_in_when_its_pin_code_cannot_be_right(drive: Drive) -> None:
    drive.connection.execute("UPDATE shops_shop SET country = 'IN' WHERE id = %s", [drive.boutique.shop.id])
    asked(drive, sender=ASHA)
    again = sent(drive, "interactive", form_reply({**FORM, "in_pin_code": "11"}), ASHA)
    assert isinstance(again, AddressRequest)
    assert again.values is not None
    assert (again.values["house_number"], list(again.validation_errors or {})) == ("B-12", ["in_pin_code"])
    assert "110024" in sent(drive, "interactive", form_reply(FORM), ASHA).plain_text()


def test_who_wrote_from_abroad_is_asked_in_words(drive: Drive) -> None:
    drive.connection.execute("UPDATE shops_shop SET country = 'IN' WHERE id = %s", [drive.boutique.shop.id])
    assert isinstance(asked(drive), LocationRequest)


def test_an_address_is_the_orders_alone_until_keeping_it_was_agreed_to(drive: Drive) -> None:
    asked(drive)
    placed = touch(drive, say(drive, "12 Main Street, Springfield, IL 62704"), "Confirm")
    assert profile(drive) == {"address_asked": True}
    touch(drive, placed, "Yes, please")
    assert profile(drive)["kept_address"] == "12 Main Street, Springfield, IL 62704"
    assert drive.rows("SELECT kind, is_granted FROM leads_consentrecord WHERE kind = 'address'") == [("address", True)]
    drive.later(days=2)
    assert "Send it to 12 Main Street, Springfield, IL 62704 again?" in asked(drive).plain_text()


def test_who_does_not_want_it_kept_is_asked_for_it_again_and_about_keeping_it_no_more(drive: Drive) -> None:
    asked(drive)
    placed = touch(drive, say(drive, "12 Main Street, Springfield, IL 62704"), "Confirm")
    touch(drive, placed, "No, thanks")
    drive.later(days=2)
    assert isinstance(asked(drive), LocationRequest)
    again = touch(drive, say(drive, "12 Main Street, Springfield, IL 62704"), "Confirm")
    assert "next time" not in again.plain_text()


def test_the_receipt_asks_and_a_typed_yes_answers(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    (receipt,) = drive.send()
    assert receipt.plain_text().count("Shall I keep this address for next time?") == 1
    assert "Saved for next time" in say(drive, "yes").plain_text()
    assert profile(drive)["kept_address"] == "Emma Wilson, 1 High St, London"


def test_the_next_link_goes_to_the_kept_address_and_another_one_replaces_it_on_the_order(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    drive.send()
    say(drive, "yes")
    drive.later(days=2)
    drive.hear(text("Hi!", at=drive.now, wamid="a2", referral=ad_referral()))
    link = touch(drive, say(drive, "add M to my cart please"), "Pay now")
    assert "It goes to Emma Wilson, 1 High St, London again." in link.plain_text()
    assert parcels(drive)[1] == "Emma Wilson, 1 High St, London"
    other = say(drive, "5 Beach Street, New York, NY 10013")
    assert isinstance(other, LinkButton)
    assert isinstance(link, LinkButton)
    assert other.url == link.url
    assert parcels(drive)[1] == "5 Beach Street, New York, NY 10013"


def test_a_sentence_with_a_number_beside_the_link_is_no_address(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    drive.send()
    say(drive, "yes")
    drive.hear(text("Hi!", at=drive.now, wamid="a2", referral=ad_referral()))
    touch(drive, say(drive, "add M to my cart please"), "Pay now")
    say(drive, "i paid 54 dollars just now")
    assert parcels(drive)[1] == "Emma Wilson, 1 High St, London"


def test_a_kept_address_is_forgotten_in_a_word_exported_and_erased(drive: Drive) -> None:
    drive.receive_payment(paid(drive, ordered(drive)))
    drive.work()
    drive.send()
    say(drive, "yes")
    ((lead_id,),) = drive.rows("SELECT id FROM leads_lead")
    shop_id = drive.boutique.shop.id
    held = export_lead(drive.connection, shop_id=shop_id, lead_id=lead_id)
    assert held["lead"]["profile"]["kept_address"] == "Emma Wilson, 1 High St, London"
    assert "deleted" in say(drive, "please forget my address").plain_text()
    assert profile(drive) == {"address_asked": True}
    erase_lead(drive.connection, shop_id=shop_id, lead_id=lead_id, now=drive.now)
    assert drive.rows("SELECT profile_sealed = '' FROM leads_lead") == [(True,)]


def test_a_person_who_takes_over_reads_what_was_sent_instead_of_words(drive: Drive) -> None:
    sent(drive, "location", PLACE)
    sent(drive, "interactive", form_reply(FORM))
    key = ring().of(drive.connection, drive.boutique.shop.id)
    rows = drive.rows("SELECT content_sealed FROM conversations_message WHERE direction = 'in' ORDER BY id")
    shown = [orjson.loads(key.open(bytes(row[0])))["text"] for row in rows]
    assert shown == ["📍 40.68925, -74.04450 (Pier 6)", "B-12, Lajpat Nagar, Delhi 110024"]
