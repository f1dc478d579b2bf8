from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from leadnurturebot.domain.message_content import Button, Buttons
from leadnurturebot.providers.base import ProviderError, SignatureMismatch, WebhookRequest
from leadnurturebot.providers.messaging import whatsapp_cloud
from leadnurturebot.providers.messaging.base import Accepted, Account, Recipient, Refused
from leadnurturebot.providers.messaging.dialog360 import PROVIDER

PAYLOADS = Path(__file__).parent / "payloads" / "dialog360"
NOW = datetime(2026, 11, 22, 22, 41, tzinfo=UTC)
ACCOUNT = Account(
    base_url="https://waba-v2.360dialog.io", phone_number_id="1055", waba_id="2066", secrets={"api_key": "k-1"}
)


def parsed(name: str) -> Any:
    return PROVIDER.parse((PAYLOADS / f"{name}.json").read_bytes())


def test_meta_s_envelope_is_read_as_it_is() -> None:
    (message,) = parsed("text").messages
    assert (message.waba_id, message.phone_number_id, message.event_id) == ("2066", "1055", "wamid.d1")
    assert (message.contact.user_id, message.content) == ("GB.91", {"text": "¿La azul en M?"})


def test_a_status_names_our_message_and_its_price() -> None:
    (status,) = parsed("status_delivered").statuses
    assert (status.message_id, status.data["pricing"]["type"]) == ("01990000-0000-7000-8000-000000000001", "regular")


def test_a_review_of_a_template_is_an_event_of_the_account() -> None:
    (event,) = parsed("template_approved").account
    assert (event.field, event.kind, event.data["name"]) == (
        "message_template_status_update",
        "template_status",
        "cart_reminder",
    )


def check(headers: dict[str, str], **secrets: str) -> None:
    PROVIDER.verify(WebhookRequest("POST", "", {}, headers, b"{}"), secrets, NOW)


def test_the_header_we_chose_proves_an_event() -> None:
    check({"x-leadnurturebot-secret": "s-1"}, webhook_secret="s-1")
    with pytest.raises(SignatureMismatch):
        check({"x-leadnurturebot-secret": "s-2"}, webhook_secret="s-1")


def test_an_empty_secret_proves_nothing() -> None:
    with pytest.raises(SignatureMismatch):
        check({"x-leadnurturebot-secret": ""}, webhook_secret="")


def test_with_a_platform_secret_the_signature_is_asked_for_and_the_header_is_not_enough() -> None:
    # As openssl computes it.
    right = "35f8b2424fd26f740b89a3a6efb6521c11622665026a53463ff49676e2c1f479"
    check({"x-360dialog-signature": right}, webhook_secret="s-1", platform_secret="p-1")
    for headers in ({"x-360dialog-signature": right[:-1] + "8"}, {"x-leadnurturebot-secret": "s-1"}):
        with pytest.raises(SignatureMismatch):
            check(headers, webhook_secret="s-1", platform_secret="p-1")


def test_there_is_no_handshake() -> None:
    query = {"hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": ""}
    assert PROVIDER.handshake(query, {"webhook_secret": "s-1"}) is None


def test_a_message_is_the_cloud_api_s_at_an_address_without_number_and_version() -> None:
    content, to = Buttons("Hi", (Button("add:v3", "Add M"),)), Recipient(wa_id="447700900142")
    request = PROVIDER.build_request(content, to=to, account=ACCOUNT, callback_data="our-id")
    cloud = whatsapp_cloud.PROVIDER.build_request(content, to=to, account=ACCOUNT, callback_data="our-id")
    assert (request.url, request.headers["D360-API-KEY"]) == ("https://waba-v2.360dialog.io/messages", "k-1")
    assert "Authorization" not in request.headers
    assert request.body == cloud.body


def test_the_webhook_is_set_with_our_header() -> None:
    request = PROVIDER.build_setup(
        webhook_url="https://shop.example/hooks/messaging/dialog360/k/", base_url=ACCOUNT.base_url,
        secrets={"api_key": "k-1", "webhook_secret": "s-1"},
    )  # fmt: skip
    assert (request.method, request.url) == ("POST", "https://waba-v2.360dialog.io/v1/configs/webhook")
    assert orjson.loads(request.body) == {
        "url": "https://shop.example/hooks/messaging/dialog360/k/", "headers": {"X-LeadNurtureBot-Secret": "s-1"}
    }  # fmt: skip


def test_a_key_nobody_knows_is_said_so() -> None:
    with pytest.raises(ProviderError, match="the API key is not valid"):
        PROVIDER.read_setup(401, b"")
    answer = PROVIDER.read_response(401, b'{"meta":{"success":false,"developer_message":"Invalid api_key"}}')
    assert isinstance(answer, Refused)
    assert (answer.code, answer.verdict) == (190, "channel_stopped")


def test_meta_s_answers_are_passed_on() -> None:
    assert PROVIDER.read_response(200, b'{"messages":[{"id":"wamid.1"}]}') == Accepted("wamid.1")
    refused = PROVIDER.read_response(400, b'{"error":{"code":131056,"message":"pair"}}')
    assert isinstance(refused, Refused)
    assert (refused.code, refused.verdict) == (131056, "pair_rate")
