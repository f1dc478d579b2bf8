import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl

import orjson
import pytest

from leadnurturebot.domain.message_content import (
    Button,
    Buttons,
    Image,
    LinkButton,
    ListMessage,
    MessageContent,
    Row,
    Template,
    Text,
)
from leadnurturebot.providers.base import SignatureMismatch, WebhookRequest
from leadnurturebot.providers.messaging.base import Accepted, Account, Recipient, Refused
from leadnurturebot.providers.messaging.cloud_errors import refused
from leadnurturebot.providers.messaging.extras import NumberIdentity
from leadnurturebot.providers.messaging.twilio import PROVIDER
from leadnurturebot.providers.messaging.twilio_errors import CLOUD_CODES

PAYLOADS = Path(__file__).parent / "payloads" / "twilio"
NOW = datetime(2026, 11, 22, 22, 41, tzinfo=UTC)
SID = "AC00112233445566778899aabbccddeeff"
EMMA = Recipient(wa_id="447700900142")


def parsed(name: str, query: dict[str, str] | None = None) -> Any:
    body = next(PAYLOADS.glob(f"{name}.*")).read_bytes()
    return PROVIDER.parse_request(WebhookRequest("POST", "", query or {}, {}, body), NOW)


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("text", "text", {"text": "Is it there in M?"}),
        ("button", "tap", {"action": "add:v3", "text": "Add M"}),
        ("list", "tap", {"action": "see:p1", "text": "Dress"}),
        ("flow", "form", {"response": '{"size":"M"}'}),
        ("voice", "audio", {"id": "https://api.twilio.com/ME03", "mime_type": "audio/ogg"}),
        ("sticker", "sticker", {"id": "https://api.twilio.com/ME04", "mime_type": "image/webp"}),
        ("card", "contacts", {"count": 1}),
        (
            "location", "location",
            {"latitude": 51.5072, "longitude": -0.1276, "name": "Studio", "address": "1 Strand, London"},
        ),
        ("forwarded", "text", {"text": "Look at this", "forwarded": "often"}),
        ("unsupported", "unsupported", {"type": "poll"}),
    ],
)  # fmt: skip
def test_each_form_has_its_neutral_shape(name: str, kind: str, content: dict[str, Any]) -> None:
    (message,) = parsed(name).messages
    assert (message.kind, dict(message.content)) == (kind, content)


def test_a_message_names_number_account_sender_and_time_of_arrival() -> None:
    (message,) = parsed("text").messages
    assert (message.phone_number_id, message.waba_id) == ("whatsapp:+15550783881", SID)
    assert (message.contact.wa_id, message.contact.user_id, message.contact.name) == ("447700900142", "", "Emma Wilson")
    assert (message.event_id, message.at) == ("SM0a1b2c3d4e5f60718293a4b5c6d7e8f9", NOW)


def test_every_file_of_a_form_is_a_message_of_its_own() -> None:
    first, second = parsed("two_files").messages
    assert (first.kind, first.content["caption"]) == ("image", "Both")
    assert (second.kind, second.content) == (
        "document",
        {"id": "https://api.twilio.com/ME02", "mime_type": "application/pdf"},
    )
    assert second.event_id == first.event_id + ":1"


def test_the_first_message_after_a_tap_carries_the_ad_in_meta_s_words() -> None:
    (message,) = parsed("ad_tap").messages
    assert message.referral == {
        "source_url": "https://fb.me/3x", "source_id": "120", "source_type": "ad", "headline": "Summer Collection",
        "body": "The sundress everyone asks about.", "ctwa_clid": "Aff-x", "media_type": "image",
        "image_url": "https://example.com/ad.jpg",
    }  # fmt: skip


def test_a_quoted_message_is_named_by_its_sid() -> None:
    (message,) = parsed("quoted").messages
    assert (message.quoted_id, message.referral) == ("MM99aabbccddeeff00112233445566778f", None)


def test_somebody_without_a_number_is_known_by_the_business_scoped_id() -> None:
    (message,) = parsed("user_id_only").messages
    assert (message.contact.user_id, message.contact.wa_id, message.contact.key) == ("AE.77", "", "AE.77")


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("status_queued", "accepted"), ("status_sent", "sent"), ("status_delivered", "delivered"),
        ("status_read", "read"), ("status_undelivered", "failed"), ("status_failed", "failed"),
        ("status_json", "delivered"),
    ],
)  # fmt: skip
def test_a_status_names_our_message_by_the_address_it_came_to(name: str, status: str) -> None:
    (update,) = parsed(name, {"m": "01990000-0000-7000-8000-000000000001"}).statuses
    assert (update.status, update.message_id) == (status, "01990000-0000-7000-8000-000000000001")
    assert (update.provider_id, update.phone_number_id, update.at) == ("SM11", "whatsapp:+15550783881", NOW)


def test_a_failure_carries_the_cloud_api_s_code_and_twilio_s_in_words() -> None:
    (update,) = parsed("status_undelivered").statuses
    assert update.data["error"] == {"code": 131047, "text": "Outside the allowed window (Twilio 63016)"}


URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
FORM = b"CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030&To=%2B18005551212"
PUBLISHED = {"x-twilio-signature": "0/KCTR6DLpKmkAf8muzZqo1nDgQ="}


def check(url: str, body: bytes, headers: dict[str, str], query: dict[str, str] | None = None) -> None:
    PROVIDER.verify(WebhookRequest("POST", url, query or {}, headers, body), {"auth_token": "12345"}, NOW)


def test_the_published_signature_vector_is_right() -> None:
    check(URL, FORM, PUBLISHED)
    check(URL.replace(".com", ".com:443"), FORM, PUBLISHED)


@pytest.mark.parametrize(
    ("url", "body"),
    [(URL, FORM + b"4"), (URL, FORM + b"&New=1"), (URL.replace("foo=1", "foo=2"), FORM), (URL.replace("https", "http"), FORM)],
)  # fmt: skip
def test_another_address_or_another_field_is_not_signed(url: str, body: bytes) -> None:
    with pytest.raises(SignatureMismatch):
        check(url, body, PUBLISHED)


def test_the_order_of_fields_does_not_matter() -> None:
    check(URL, b"&".join(reversed(FORM.split(b"&"))), PUBLISHED)


def test_a_json_body_is_covered_by_its_digest_in_the_address() -> None:
    body = b'{"MessageSid":"SM1"}'
    digest = hashlib.sha256(body).hexdigest()
    url = f"https://shop.example/hooks/messaging/twilio/k/?bodySHA256={digest}"
    headers = {"x-twilio-signature": "nb4HjK6GR0qglTZpzrQcgQHa6jM="}
    check(url, body, headers, {"bodySHA256": digest})
    with pytest.raises(SignatureMismatch):
        check(url, body + b" ", headers, {"bodySHA256": digest})


def test_no_token_of_ours_verifies_nothing() -> None:
    with pytest.raises(SignatureMismatch):
        PROVIDER.verify(WebhookRequest("POST", URL, {}, {"x-twilio-signature": ""}, b""), {}, NOW)


def account(**remembered: str) -> Account:
    return Account(
        base_url="https://api.twilio.com", phone_number_id="whatsapp:+15550783881", waba_id=SID,
        secrets={"auth_token": "t"}, webhook_url="https://shop.example/hooks/messaging/twilio/k/",
        remembered={name.replace("__", "/"): value for name, value in remembered.items()},
    )  # fmt: skip


def form(content: MessageContent, **remembered: str) -> dict[str, str]:
    request = PROVIDER.build_request(content, to=EMMA, account=account(**remembered), callback_data="our-id")
    assert request.url == f"https://api.twilio.com/2010-04-01/Accounts/{SID}/Messages.json"
    return dict(parse_qsl(request.body.decode()))


def test_a_text_is_a_body_with_a_callback_that_names_our_message() -> None:
    assert form(Text("Hi")) == {
        "From": "whatsapp:+15550783881", "To": "whatsapp:+447700900142", "Body": "Hi",
        "StatusCallback": "https://shop.example/hooks/messaging/twilio/k/?m=our-id#rc=5&rp=all",
    }  # fmt: skip


def test_who_has_no_number_is_reached_by_the_user_id() -> None:
    request = PROVIDER.build_request(Text("Hi"), to=Recipient(user_id="GB.12"), account=account(), callback_data="x")
    assert parse_qs(request.body.decode())["To"] == ["whatsapp:GB.12"]


def test_a_picture_goes_by_address_with_its_words() -> None:
    sent = form(Image("https://shop.example/i.png", "The blue one"))
    assert (sent["MediaUrl"], sent["Body"]) == ("https://shop.example/i.png", "The blue one")


BUTTONS = Buttons("Shall I add it?", (Button("add:v3", "Add M"), Button("more", "More")))


def test_buttons_want_their_shape_made_once() -> None:
    wanted = PROVIDER.prepare(BUTTONS, account=account())
    assert wanted is not None
    assert (wanted.key, wanted.request.url) == ("quick_reply/2", "https://content.twilio.com/v1/Content")
    assert orjson.loads(wanted.request.body)["types"] == {
        "twilio/quick-reply": {
            "body": "{{1}}",
            "actions": [
                {"type": "QUICK_REPLY", "title": "{{2}}", "id": "{{3}}"},
                {"type": "QUICK_REPLY", "title": "{{4}}", "id": "{{5}}"},
            ],
        }
    }
    assert PROVIDER.read_preparation(wanted.key, 201, b'{"sid":"HX1"}') == "HX1"
    assert PROVIDER.prepare(BUTTONS, account=account(quick_reply__2="HX1")) is None


def test_buttons_go_as_their_content_with_variables_as_text() -> None:
    sent = form(BUTTONS, quick_reply__2="HX1")
    assert sent["ContentSid"] == "HX1"
    assert sent["ContentVariables"] == '{"1":"Shall I add it?","2":"Add M","3":"add:v3","4":"More","5":"more"}'
    assert "Body" not in sent


def test_without_its_content_a_choice_is_said_in_words() -> None:
    assert form(BUTTONS)["Body"] == "Shall I add it?\n\n1. Add M\n2. More"


def test_a_list_fills_title_id_and_description_of_every_row() -> None:
    sent = form(ListMessage("Which?", "Open", (Row("r1", "M", "7 left"), Row("r2", "L"))), list_picker__2="HX2")
    assert orjson.loads(sent["ContentVariables"]) == {
        "1": "Which?", "2": "Open", "3": "M", "4": "r1", "5": "7 left", "6": "L", "7": "r2", "8": "–",
    }  # fmt: skip


def test_a_link_keeps_its_origin_in_the_content() -> None:
    link = LinkButton("Pay here", "Pay", "https://shop.example/p/abc?x=1")
    wanted = PROVIDER.prepare(link, account=account())
    assert wanted is not None
    (action,) = orjson.loads(wanted.request.body)["types"]["twilio/call-to-action"]["actions"]
    assert action["url"] == "https://shop.example/{{3}}"
    remembered = {wanted.key: "HX3"}
    request = PROVIDER.build_request(
        link, to=EMMA, account=Account(base_url="", phone_number_id="", waba_id="", secrets={}, remembered=remembered),
        callback_data="x",
    )  # fmt: skip
    assert orjson.loads(parse_qs(request.body.decode())["ContentVariables"][0])["3"] == "p/abc?x=1"


def test_a_template_is_looked_up_by_name_and_language_among_the_approved() -> None:
    template = Template("cart_reminder", "en", ("Emma", "Dress"))
    wanted = PROVIDER.prepare(template, account=account())
    assert wanted is not None
    assert wanted.request.method == "GET"
    listed = [
        {"sid": "HX7", "friendly_name": "cart_reminder", "language": "es", "approval_requests": {"status": "approved"}},
        {"sid": "HX8", "friendly_name": "cart_reminder", "language": "en", "approval_requests": {"status": "pending"}},
        {"sid": "HX9", "friendly_name": "cart_reminder", "language": "en", "approval_requests": {"status": "approved"}},
    ]
    assert PROVIDER.read_preparation(wanted.key, 200, orjson.dumps({"contents": listed})) == "HX9"
    assert PROVIDER.read_preparation(wanted.key, 200, b'{"contents":[]}') == ""
    sent = form(template, template__en__cart_reminder="HX9")
    assert (sent["ContentSid"], sent["ContentVariables"]) == ("HX9", '{"1":"Emma","2":"Dress"}')


def test_a_taken_message_answers_its_sid() -> None:
    assert PROVIDER.read_response(201, b'{"sid":"SM1","status":"queued","error_code":null}') == Accepted("SM1")


@pytest.mark.parametrize(("code", "cloud"), sorted(CLOUD_CODES.items()))
def test_every_code_has_the_class_of_its_twin_and_keeps_twilio_s_number_in_words(code: int, cloud: int) -> None:
    answer = PROVIDER.read_response(400, orjson.dumps({"code": code, "message": "no", "status": 400}))
    twin = refused(400, {"code": cloud, "message": f"no (Twilio {code})"})
    assert answer == twin


def test_a_code_nobody_knows_is_given_up_under_its_own_number() -> None:
    answer = PROVIDER.read_response(400, b'{"code":99999,"message":"new","status":400}')
    assert isinstance(answer, Refused)
    assert (answer.code, answer.verdict, answer.text) == (99999, "give_up", "new (Twilio 99999)")


def test_a_content_that_is_gone_is_tried_again_and_prepared_anew() -> None:
    answer = PROVIDER.read_response(400, b'{"code":21655,"message":"gone","status":400}')
    assert isinstance(answer, Refused)
    assert (answer.verdict, answer.code in PROVIDER.stale_codes) == ("retry", True)


@pytest.mark.parametrize("status", [200, 201, 202])
def test_a_success_that_cannot_be_read_is_no_fault_of_the_server(status: int) -> None:
    assert PROVIDER.read_response(status, b"<html>") == refused(200, None)


def test_a_number_is_its_address_and_the_account_its_sid() -> None:
    found = PROVIDER.number({"account_sid": SID, "number": "+15550783881"})
    assert found == NumberIdentity("whatsapp:+15550783881", SID, "15550783881")
