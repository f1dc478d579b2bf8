"""A customer's language and script along the whole path: thread, payment page, reminder, and what the team reads."""

import orjson

from leadnurturebot.domain.message_content import Template
from leadnurturebot.message_path.template_words import provider_language
from leadnurturebot.payments.links import find
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.ids import uuid7
from tests.cast import ad_referral, tap, text
from tests.message_path.driving import Drive, button


def cart_in_hinglish(drive: Drive) -> None:
    drive.hear(text("ye dress ka price kya hai?", at=drive.now, wamid="a", referral=ad_referral()))
    (cart,) = drive.hear(text("M cart mein daal do", at=drive.now, wamid="b"))
    drive.hear(tap(button(cart, "Save karo"), at=drive.now, wamid="c"))


def test_hindi_in_latin_letters_stays_so_in_the_thread_and_pays_on_a_hindi_page(drive: Drive) -> None:
    cart_in_hinglish(drive)
    (ways,) = drive.hear(text("checkout", at=drive.now, wamid="d"))
    (link,) = drive.hear(tap(next(own.id for own in ways.buttons if own.id.startswith("pay")), at=drive.now, wamid="e"))  # type: ignore[union-attr]  # buttons
    assert drive.rows("SELECT language FROM conversations_thread") == [("hi-Latn",)]
    assert find(drive.connection, link.url.rpartition("/")[2]).language == "hi"  # type: ignore[union-attr]  # a link


def test_a_reminder_to_hindi_in_latin_letters_is_the_hindi_template(drive: Drive) -> None:
    cart_in_hinglish(drive)
    drive.connection.execute(
        "INSERT INTO nurture_messagetemplate (id, shop_id, name, language, category, status, body, parameters, provider_id,"
        " reason, updated_at) VALUES (%s, %s, 'cart_reminder', 'hi', 'MARKETING', 'APPROVED', '{{1}} {{2}} {{3}}', '[]',"
        " '1', '', %s)",
        [uuid7(), drive.boutique.shop.id, drive.now],
    )
    drive.later(hours=25)
    drive.ring()
    (message,) = drive.send()
    assert isinstance(message, Template)
    assert message.language == "hi"


def test_templates_are_by_language_and_not_by_script() -> None:
    assert [provider_language(tag) for tag in ("hi-Latn", "hi", "pt", "es")] == ["hi", "hi", "pt_BR", "es"]


def test_the_team_reads_the_summary_in_the_language_of_the_shop(drive: Drive) -> None:
    drive.hear(text("cuánto cuesta este vestido?", at=drive.now, wamid="a", referral=ad_referral()))
    drive.hear(text("añade la M al carrito", at=drive.now, wamid="b"))
    drive.hear(text("quiero hablar con una persona", at=drive.now, wamid="c"))
    ((sealed,),) = drive.rows("SELECT handoff_summary FROM conversations_thread")
    summary = orjson.loads(ring().of(drive.connection, drive.boutique.shop.id).open(sealed))
    assert summary[0] == "quiero hablar con una persona"
    assert summary[-1] == "1 × Blue Floral Sundress, M: $54"
