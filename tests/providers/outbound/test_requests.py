"""The envelope of section 4.1, receipts and the block list of 4.4, and uploads of section 8."""

from typing import Any

import orjson
import pytest

from leadnurturebot.domain.message_content import MessageContent, Reaction, Text
from leadnurturebot.providers.messaging.base import (
    Account,
    BlocksUsers,
    MarksRead,
    Recipient,
    UploadsMedia,
)
from leadnurturebot.providers.messaging.cloud_errors import refused
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER
from simulator.graph.multipart import parse_multipart

ACCOUNT = Account(
    base_url="https://graph.example/v25.0", phone_number_id="1065", waba_id="1022", secrets={"access_token": "EAA"}
)
HELLO = Text("Hello")
ANA = Recipient(wa_id="5215512345678", user_id="MX.1349")


def sent(content: MessageContent = HELLO, to: Recipient = ANA, quoted: str = "") -> dict[str, Any]:
    request = PROVIDER.build_request(content, to=to, account=ACCOUNT, callback_data="m1", quoted=quoted)
    assert (request.method, request.url) == ("POST", "https://graph.example/v25.0/1065/messages")
    body: dict[str, Any] = orjson.loads(request.body)
    return body


def test_a_number_goes_with_its_plus_sign_and_wins_over_the_user_id() -> None:
    assert sent() == {
        "messaging_product": "whatsapp", "recipient_type": "individual", "to": "+5215512345678", "type": "text",
        "text": {"body": "Hello", "preview_url": False}, "biz_opaque_callback_data": "m1",
    }  # fmt: skip
    assert sent(to=Recipient(wa_id="+5215512345678"))["to"] == "+5215512345678"


def test_somebody_without_a_number_is_reached_by_the_user_id() -> None:
    body = sent(to=Recipient(user_id="MX.1349"))
    assert (body["recipient"], "to" in body) == ("MX.1349", False)


def test_an_answer_quotes_and_a_reaction_never_does() -> None:
    assert sent(quoted="wamid.in")["context"] == {"message_id": "wamid.in"}
    assert "context" not in sent(Reaction("wamid.in", "❤️"), quoted="wamid.in")


@pytest.mark.parametrize(("typing", "more"), [(False, {}), (True, {"typing_indicator": {"type": "text"}})])
def test_a_message_is_marked_read(typing: bool, more: dict[str, Any]) -> None:
    assert isinstance(PROVIDER, MarksRead)
    request = PROVIDER.build_read("wamid.in", account=ACCOUNT, typing=typing)
    assert request.url == "https://graph.example/v25.0/1065/messages"
    read = {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.in"}
    assert orjson.loads(request.body) == {**read, **more}


@pytest.mark.parametrize(("is_blocked", "method"), [(True, "POST"), (False, "DELETE")])
def test_somebody_is_blocked_and_unblocked(is_blocked: bool, method: str) -> None:
    assert isinstance(PROVIDER, BlocksUsers)
    request = PROVIDER.build_block(ANA, account=ACCOUNT, is_blocked=is_blocked)
    assert (request.method, request.url) == (method, "https://graph.example/v25.0/1065/block_users")
    assert orjson.loads(request.body) == {"messaging_product": "whatsapp", "block_users": [{"user": "+5215512345678"}]}


def test_a_block_that_failed_says_why() -> None:
    done = {"block_users": {"added_users": [{"input": "+5215512345678", "wa_id": "5215512345678"}]}}
    failed = {
        "block_users": {"failed_users": [{"input": "+52", "errors": [{"code": 139103, "message": "not recent"}]}]}
    }
    assert PROVIDER.read_block(200, orjson.dumps(done)) is None
    assert PROVIDER.read_block(200, orjson.dumps(failed)) == refused(400, {"code": 139103, "message": "not recent"})
    whole = {"error": {"code": 139100, "message": "Failed"}}
    assert PROVIDER.read_block(400, orjson.dumps(whole)) == refused(400, {"code": 139100, "message": "Failed"})


def test_a_file_is_uploaded_as_a_form() -> None:
    assert isinstance(PROVIDER, UploadsMedia)
    request = PROVIDER.build_upload(b"\x89PNG\r\n", mime_type="image/png", filename='a"b.png', account=ACCOUNT)
    assert request.url == "https://graph.example/v25.0/1065/media"
    parts = parse_multipart(request.headers["Content-Type"], request.body)
    assert {name: part.body for name, part in parts.items()} == {
        "messaging_product": b"whatsapp", "type": b"image/png", "file": b"\x89PNG\r\n",
    }  # fmt: skip
    assert (parts["file"].filename, parts["file"].content_type) == ("a_b.png", "image/png")


def test_an_upload_is_answered_with_the_media_id() -> None:
    assert PROVIDER.read_upload(200, b'{"id":"77"}') == "77"
    assert PROVIDER.read_upload(400, b'{"error":{"code":100,"message":"no"}}') == refused(
        400, {"code": 100, "message": "no"}
    )


@pytest.mark.parametrize(
    ("mime_type", "most"),
    [
        ("image/jpeg", 5_000_000), ("image/png", 5_000_000), ("audio/ogg; codecs=opus", 16_000_000),
        ("video/mp4", 16_000_000), ("application/pdf", 100_000_000), ("image/webp", 500_000),
    ],
)  # fmt: skip
def test_a_file_is_uploaded_up_to_its_size(mime_type: str, most: int) -> None:
    assert PROVIDER.build_upload(bytes(most), mime_type=mime_type, filename="a", account=ACCOUNT).method == "POST"
    with pytest.raises(ValueError, match=f"this one has {most + 1}"):
        PROVIDER.build_upload(bytes(most + 1), mime_type=mime_type, filename="a", account=ACCOUNT)


def test_a_type_that_whatsapp_does_not_take_is_not_uploaded() -> None:
    with pytest.raises(ValueError, match="no files of type image/gif"):
        PROVIDER.build_upload(b"GIF", mime_type="image/gif", filename="a.gif", account=ACCOUNT)
