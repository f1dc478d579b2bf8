from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from pytest_django import Settings

from leadnurturebot.message_path import connecting, templates
from leadnurturebot.platform import http_client
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.providers.base import SignatureMismatch, WebhookRequest
from leadnurturebot.providers.messaging.base import Refused
from leadnurturebot.shops.actions import UnusableConnection
from simulator.signatures import twilio_signature
from simulator.twilio.errors import TwilioError
from tests.message_path.carried import SIMULATOR, Carried
from tests.message_path.driving import Drive

SID = "AC00112233445566778899aabbccddeeff"
VALUES = {"account_sid": SID, "auth_token": "t-1", "number": "+15550783881"}


@pytest.fixture
def carried(drive: Drive, settings: Settings) -> Iterator[Carried]:
    settings.TWILIO_API_URL = f"{SIMULATOR}/twilio"
    number = connecting.connect(shop=drive.boutique.shop, slug="twilio", values=VALUES, now=drive.now)
    known = {
        "provider": "twilio", "phone_number_id": number.phone_number_id, "waba_id": number.waba_id,
        "display_phone_number": number.display_number, "name": "TrendyThreads", "auth_token": "t-1",
        "webhook_url": connecting.webhook_url(number.connection),
    }  # fmt: skip
    made = Carried(drive, number, known)
    yield made
    made.close()


def sent_forms(carried: Carried) -> list[dict[str, list[str]]]:
    sends = [each for each in carried.session.requests if each.url.path.endswith("/Messages.json")]
    return [parse_qs(each.content.decode()) for each in sends]


def test_a_question_is_answered_with_buttons_that_can_be_tapped(carried: Carried) -> None:
    carried.customer(text="is the blue floral sundress there in M?")
    asked, answer = carried.phone()
    assert (asked["status"], answer["status"]) == ("delivered", "read")
    assert answer["type"] == "interactive"
    assert answer["content"]["interactive"]["type"] == "button"
    assert "$49" in answer["content"]["interactive"]["body"]["text"]
    carried.customer(tap="Add M to cart")
    assert "*Total $54*" in carried.phone()[-1]["content"]["interactive"]["body"]["text"]


def test_statuses_come_back_to_our_message_by_the_address_of_the_callback(carried: Carried) -> None:
    carried.customer(text="is the blue floral sundress there in M?")
    rows = carried.drive.rows(
        "SELECT status, provider_id, actual_micros IS NOT NULL FROM conversations_message WHERE direction = 'out'"
    )
    ((status, provider_id, is_charged),) = rows
    assert (status, provider_id[:2], is_charged) == ("read", "SM", True)
    assert carried.drive.count("message_path_outbox") == 0


def test_an_unanswered_send_is_settled_by_its_callback(carried: Carried) -> None:
    carried.customer(text="is the blue floral sundress there in M?")
    connection, shop = carried.drive.connection, carried.drive.boutique.shop.id
    ((message_id,),) = carried.drive.rows("SELECT id FROM conversations_message WHERE direction = 'out'")
    # As if the answer to the send had been lost.
    connection.execute(
        "UPDATE conversations_message SET status = 'unknown', status_rank = 0, provider_id = '' WHERE shop_id = %s AND id = %s",
        [shop, message_id],
    )
    form = b"MessageSid=SM7&MessageStatus=sent&From=whatsapp%3A%2B15550783881&To=whatsapp%3A%2B447700900142"
    url = f"{connecting.webhook_url(carried.number.connection)}?m={message_id}"
    carried.take(signed(url, form))
    carried.drive.apply_statuses()
    assert carried.drive.rows("SELECT status, provider_id FROM conversations_message WHERE id = %s", message_id) == [
        ("sent", "SM7")
    ]


def signed(url: str, form: bytes, token: str = "t-1") -> WebhookRequest:
    signature = twilio_signature(token, url, parse_qsl(form.decode(), keep_blank_values=True))
    query = dict(parse_qsl(urlsplit(url).query))
    return WebhookRequest("POST", url, query, {"x-twilio-signature": signature}, form)


def test_a_callback_with_another_message_in_its_address_is_refused(carried: Carried) -> None:
    url = f"{connecting.webhook_url(carried.number.connection)}?m=1"
    request = signed(url, b"MessageSid=SM7&MessageStatus=sent")
    forged = WebhookRequest("POST", url.replace("m=1", "m=2"), {"m": "2"}, request.headers, request.body)
    carried.take(request)
    with pytest.raises(SignatureMismatch):
        carried.take(forged)


def remembered(carried: Carried) -> dict[str, str]:
    ((found,),) = carried.drive.rows("SELECT remembered FROM shops_connection WHERE slug = 'twilio'")
    assert isinstance(found, dict)
    return found


def test_the_content_of_a_shape_is_made_once_and_remembered(carried: Carried) -> None:
    for question in ("is the blue floral sundress there in M?", "and in L?"):
        carried.customer(text=question)
    made = [each for each in carried.session.requests if each.url.path == "/twilio/v1/Content"]
    shapes = {form["ContentSid"][0] for form in sent_forms(carried) if "ContentSid" in form}
    assert len(made) == len(shapes)
    assert set(remembered(carried).values()) == shapes


def test_a_content_that_is_gone_at_twilio_is_made_anew(carried: Carried) -> None:
    carried.customer(text="is the blue floral sundress there in M?")
    carried.world.db.run("DELETE FROM documents WHERE kind = 'twilio contents'")
    carried.customer(text="is the blue floral sundress there in M?")
    (waiting,) = carried.drive.rows("SELECT state FROM message_path_outbox")
    assert waiting == ("due",)
    assert remembered(carried) == {}
    carried.passes(seconds=5)
    carried.send()
    carried.passes(seconds=5)
    assert carried.phone()[-1]["content"]["interactive"]["type"] == "button"


def test_without_the_content_api_the_choices_are_numbered_lines(
    carried: Carried, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> Any:
        raise TwilioError(20003, "Authenticate")

    monkeypatch.setattr("simulator.twilio.contents.create", refuse)
    carried.customer(text="is the blue floral sundress there in M?")
    answer = carried.phone()[-1]
    assert answer["type"] == "text"
    assert "\n1. " in answer["content"]["text"]["body"]


def test_a_refusal_of_whatsapp_comes_as_a_status_with_the_cloud_api_s_code(carried: Carried) -> None:
    carried.world.faults.change({"inject": [{"code": 131026, "mode": "async"}]})
    carried.customer(text="is the blue floral sundress there in M?")
    assert carried.drive.rows(
        "SELECT status, error_code, error_text FROM conversations_message WHERE direction = 'out'"
    ) == [("failed", 131026, "Switched on in the simulator. (Twilio 63024)")]


def test_too_many_requests_wait_and_go_out_later(carried: Carried) -> None:
    carried.world.faults.change({"too_many_requests": True})
    carried.customer(text="is the blue floral sundress there in M?")
    assert len(carried.phone()) == 1
    carried.world.faults.change({"too_many_requests": False})
    carried.passes(seconds=60)
    (answer,) = carried.send()
    assert not isinstance(answer, Refused)
    carried.passes(seconds=5)
    assert len(carried.phone()) == 2


def test_a_picture_of_the_customer_is_an_address_at_twilio(carried: Carried) -> None:
    carried.customer(media={"type": "image", "mime_type": "image/jpeg", "base64": "aGk=", "caption": "this one?"})
    answer = carried.phone()[-1]
    assert (answer["direction"], answer["status"]) == ("out", "read")


def a_template(carried: Carried, monkeypatch: pytest.MonkeyPatch) -> None:
    def call(method: str, url: str, *, headers: Any, body: bytes, is_configured: bool) -> http_client.Answer:
        answer = carried._run(carried.http.request(method, url, headers=dict(headers), content=body))
        return http_client.Answer(answer.status_code, {}, answer.content)

    monkeypatch.setattr(http_client, "call", call)
    connection, shop = carried.drive.connection, carried.drive.boutique.shop.id
    connection.execute("DELETE FROM shops_businessnumber WHERE shop_id = %s AND phone_number_id = '1065'", [shop])
    connection.execute(
        "INSERT INTO nurture_messagetemplate (id, shop_id, name, language, category, status, body, parameters, provider_id,"
        " reason, updated_at) VALUES (%s, %s, 'cart_reminder', 'en', 'MARKETING', 'PENDING', 'Hi {{1}}, your {{2}} waits',"
        " '[]', '', '', %s)",
        [uuid7(), shop, carried.drive.now],
    )


def states(carried: Carried) -> list[tuple[Any, ...]]:
    return carried.drive.rows("SELECT left(provider_id, 2), status FROM nurture_messagetemplate")


def test_a_template_is_made_handed_in_and_asked_about_until_it_is_judged(
    carried: Carried, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_template(carried, monkeypatch)
    connection, now = carried.drive.connection, carried.drive.now
    assert templates.submit_waiting(connection) == 1
    assert templates.ask_reviews(connection, now=now) == 0
    assert states(carried) == [("HX", "PENDING")]
    carried.passes(seconds=60)
    assert templates.ask_reviews(connection, now=now) == 1
    assert states(carried) == [("HX", "APPROVED")]
    assert templates.ask_reviews(connection, now=now) == 0


def test_a_template_that_is_turned_down_says_why(carried: Carried, monkeypatch: pytest.MonkeyPatch) -> None:
    a_template(carried, monkeypatch)
    carried.world.faults.change({"template_review": "reject"})
    templates.submit_waiting(carried.drive.connection)
    templates.ask_reviews(carried.drive.connection, now=carried.drive.now)
    carried.passes(seconds=60)
    templates.ask_reviews(carried.drive.connection, now=carried.drive.now)
    assert carried.drive.rows("SELECT status, reason FROM nurture_messagetemplate") == [("REJECTED", "INVALID_FORMAT")]


def test_a_setting_nobody_knows_is_named(drive: Drive) -> None:
    with pytest.raises(
        UnusableConnection, match="colour: there is no such setting; known are account_sid, number, auth_token"
    ):
        connecting.connect(shop=drive.boutique.shop, slug="twilio", values={**VALUES, "colour": "red"}, now=drive.now)


def test_a_wrong_account_sid_is_refused_and_nothing_is_kept(drive: Drive) -> None:
    with pytest.raises(UnusableConnection, match="account_sid"):
        connecting.connect(
            shop=drive.boutique.shop, slug="twilio", values={**VALUES, "account_sid": "1"}, now=drive.now
        )
    assert drive.rows("SELECT 1 FROM shops_connection WHERE slug = 'twilio'") == []
