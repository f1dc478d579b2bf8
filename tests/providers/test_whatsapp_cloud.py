from pathlib import Path
from typing import Any

import orjson

from leadnurturebot.domain.message_content import Button, Buttons
from leadnurturebot.providers.messaging.base import Account, Recipient
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER

PAYLOADS = Path(__file__).parent / "payloads" / "whatsapp_cloud"


def parsed(name: str) -> Any:
    return PROVIDER.parse((PAYLOADS / f"{name}.json").read_bytes())


def test_the_first_message_after_a_tap_carries_the_ad() -> None:
    (message,) = parsed("ad_tap").messages
    assert message.referral["source_id"] == "120"
    assert message.referral["ctwa_clid"] == "Aff-x"


def test_somebody_without_a_number_is_known_by_the_business_scoped_id() -> None:
    (message,) = parsed("user_id_only").messages
    assert (message.contact.key, message.contact.wa_id, message.contact.username) == ("AE.77", "", "noor.k")


def test_a_status_names_our_message_and_its_price() -> None:
    (status,) = parsed("status_delivered").statuses
    assert status.message_id == "01990000-0000-7000-8000-000000000001"
    assert status.data["pricing"]["type"] == "free_entry_point"


def test_a_failed_status_carries_its_code_and_reason() -> None:
    (status,) = parsed("status_failed").statuses
    assert status.data["error"] == {"code": 131047, "text": "More than 24 hours"}


def test_a_message_with_picture_and_buttons_has_the_wire_format_of_the_reference() -> None:
    account = Account(
        base_url="https://graph.example/v25.0", phone_number_id="1065", waba_id="1022", secrets={"access_token": "EAA"}
    )
    content = Buttons("Hi", (Button("add:v3", "Add M"),), "https://shop.example/i.png")
    request = PROVIDER.build_request(content, to=Recipient(wa_id="447700900142"), account=account, callback_data="x")
    assert request.url == "https://graph.example/v25.0/1065/messages"
    assert orjson.loads(request.body) == {
        "messaging_product": "whatsapp", "recipient_type": "individual", "to": "+447700900142", "type": "interactive",
        "interactive": {
            "type": "button", "body": {"text": "Hi"},
            "header": {"type": "image", "image": {"link": "https://shop.example/i.png"}},
            "action": {"buttons": [{"type": "reply", "reply": {"id": "add:v3", "title": "Add M"}}]},
        },
        "biz_opaque_callback_data": "x",
    }  # fmt: skip
