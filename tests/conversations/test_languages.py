"""The language of a reply: of the STOP word, asked for, or written twice; and the customer's script."""

import pytest

from leadnurturebot.domain.dialogue.decision import Decision
from tests.conversations.harness import Exchange, Phone


def decided(exchange: Exchange) -> Decision:
    assert exchange.decision is not None
    return exchange.decision


def said(phone: Phone, text: str) -> str:
    (content,) = phone.hear([{"say": text}]).contents
    return content.plain_text()


@pytest.mark.parametrize(
    ("word", "confirmed"),
    [
        ("STOP", "Done, you won't get any more messages from us. Write to us any time."),
        ("BAJA", "Listo, no recibirás más mensajes nuestros. Puedes escribirnos cuando quieras."),
        ("SAIR", "Pronto, você não vai mais receber mensagens nossas. Quando quiser, é só escrever."),
        ("BERHENTI", "Baik kak, mulai sekarang kami tidak kirim pesan lagi. Kakak tetap bisa chat kami kapan saja."),
        ("band karo", "Ho gaya, ab humari taraf se koi message nahi aayega. Aap jab chahein, likh dijiye."),
        ("बंद करो", "हो गया, अब हमारी तरफ़ से कोई मैसेज नहीं आएगा। आप जब चाहें, लिख दीजिए।"),
    ],
)
def test_stop_is_confirmed_in_the_language_of_its_word(word: str, confirmed: str) -> None:
    phone = Phone()
    said(phone, "do you have the ribbed tank in black?")
    assert said(phone, word) == confirmed


@pytest.mark.parametrize(
    ("asked", "tag"),
    [
        ("habla español?", "es"), ("em português por favor", "pt"), ("bisa bahasa indonesia?", "id"),
        ("hindi mein baat karo", "hi-Latn"), ("हिंदी में बात करो", "hi"), ("can you speak hindi?", "hi-Latn"),
    ],
)  # fmt: skip
def test_a_language_asked_for_stays(asked: str, tag: str) -> None:
    phone = Phone()
    said(phone, "do you have the ribbed tank in black?")
    said(phone, asked)
    assert phone.state.language == tag
    phone.hear([{"say": "M"}])
    assert phone.state.language == tag


def test_english_can_be_asked_for_in_any_language() -> None:
    phone = Phone()
    said(phone, "hola, tenéis vestidos de lino?")
    assert phone.state.language == "es"
    said(phone, "en inglés por favor")
    assert phone.state.language == "en"


def test_one_foreign_message_is_answered_in_its_language_and_two_switch() -> None:
    phone = Phone()
    said(phone, "do you have the ribbed tank in black?")
    exchange = phone.hear([{"say": "y cuánto cuesta el envío a Texas?"}])
    assert (decided(exchange).language, phone.state.language) == ("es", "en")
    said(phone, "vale, y tenéis vestidos de lino?")
    assert phone.state.language == "es"


def test_hindi_is_answered_in_the_script_it_is_written_in() -> None:
    phone = Phone()
    exchange = phone.hear([{"say": "kya ribbed tank black mein hai?"}])
    assert decided(exchange).language == "hi-Latn"
    exchange = phone.hear([{"say": "OK"}])
    assert decided(exchange).language == "hi-Latn"
    exchange = phone.hear([{"say": "यह कितने का है?"}])
    assert decided(exchange).language == "hi"


def test_a_mere_hi_tells_no_language_and_the_longer_of_two_messages_does() -> None:
    phone = Phone()
    said(phone, "hi")
    assert phone.state.language == ""
    phone.hear([{"say": "mujhe ribbed tank lena tha"}, {"say": "black, m"}])
    assert phone.state.language == "hi-Latn"


def test_the_team_is_named_as_the_owner_names_it_only_in_the_owners_language() -> None:
    assert "Sarah's team" in said(Phone(), "i want to talk to a person")
    assert "nuestro equipo" in said(Phone(), "quiero hablar con una persona")
