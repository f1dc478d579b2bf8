"""Sections 2.5, 3 and 2.10: who a payload is about, before and after business-scoped ids."""

from typing import Any

import orjson
import pytest

from leadnurturebot.providers.base import AnomalousPayload
from leadnurturebot.providers.messaging.whatsapp_cloud import PROVIDER
from tests.providers.cloud_payloads import ANA, AT, body, delivered, heard

# The message's ids, the contacts beside it, and who it is: number, user id, parent id, user name, name.
PEOPLE: list[tuple[str, dict[str, Any], list[dict[str, Any]], tuple[str, str, str, str, str]]] = [
    (
        "before user ids",
        {"from": "15551", "from_user_id": None},
        [{"profile": {"name": "Jo"}, "wa_id": "15551"}],
        ("15551", "", "", "", "Jo"),
    ),
    ("both", {}, [ANA], ("5215512345678", "MX.1349", "", "anamoda", "Ana")),
    (
        "no number",
        {"from": None},
        [{"profile": {"name": "Ana", "username": "anamoda"}, "user_id": "MX.1349"}],
        ("", "MX.1349", "", "anamoda", "Ana"),
    ),
    (
        "the user id where the number belongs",
        {"from": "MX.1349", "from_user_id": None},
        [{"profile": {"name": "Ana"}, "wa_id": "MX.1349"}],
        ("", "MX.1349", "", "", "Ana"),
    ),
    ("a parent id", {"from": None, "from_parent_user_id": "MX.ENT.9"}, [], ("", "MX.1349", "MX.ENT.9", "", "")),
    (
        "a parent id where the number belongs",
        {"from": "MX.ENT.9", "from_user_id": None},
        [],
        ("", "", "MX.ENT.9", "", ""),
    ),
    (
        "contacts in another order",
        {},
        [{"profile": {"name": "Bo"}, "wa_id": "15559", "user_id": "US.9"}, ANA],
        ("5215512345678", "MX.1349", "", "anamoda", "Ana"),
    ),
    (
        "another contact only",
        {},
        [{"profile": {"name": "Bo"}, "wa_id": "15559", "user_id": "US.9"}],
        ("5215512345678", "MX.1349", "", "", ""),
    ),
    (
        "no ids on the message",
        {"from": None, "from_user_id": None},
        [ANA],
        ("5215512345678", "MX.1349", "", "anamoda", "Ana"),
    ),
    (
        "a number with plus and spaces",
        {"from": "+52 1 55 1234 5678", "from_user_id": None},
        [],
        ("5215512345678", "", "", "", ""),
    ),
]


@pytest.mark.parametrize(("ids", "contacts", "who"), [row[1:] for row in PEOPLE], ids=[row[0] for row in PEOPLE])
def test_who_wrote(ids: dict[str, Any], contacts: list[dict[str, Any]], who: tuple[str, ...]) -> None:
    found = heard({"type": "text", "text": {"body": "hi"}, **ids}, contacts=contacts).contact
    assert (found.wa_id, found.user_id, found.parent_user_id, found.username, found.name) == who


def test_a_message_of_nobody_is_left_out() -> None:
    assert delivered("messages", {"messages": [{"id": "w", "type": "text", "text": {"body": "x"}}]}).messages == ()


# 2.10: a status and what of it we keep.
SENT = {"id": "wamid.o", "timestamp": str(AT), "recipient_id": "5215512345678"}
V23 = {
    "conversation": {"id": "c", "expiration_timestamp": "1750116480", "origin": {"type": "referral_conversion"}},
    "pricing": {
        "billable": True,
        "pricing_model": "PMP",
        "type": "free_entry_point",
        "category": "referral_conversion",
    },
}
V24 = {
    "pricing": {"billable": True, "pricing_model": "PMP", "type": "regular", "category": "authentication-international"}
}
FAILED = {
    "errors": [
        {"code": 131049, "title": "t", "message": "m", "error_data": {"details": "Not delivered to keep engagement"}}
    ]
}
STATUSES: list[tuple[dict[str, Any], str, dict[str, Any]]] = [
    ({"status": "sent", **V23}, "sent", V23),
    ({"status": "sent", **V24}, "sent", V24),
    ({"status": "delivered", **V24}, "delivered", V24),
    ({"status": "read"}, "read", {}),
    ({"status": "played"}, "played", {}),
    ({"status": "failed", **FAILED}, "failed", {"error": {"code": 131049, "text": "Not delivered to keep engagement"}}),
    (
        {"status": "failed", "errors": [{"code": 131026, "title": "Undeliverable"}]},
        "failed",
        {"error": {"code": 131026, "text": "Undeliverable"}},
    ),
    ({"status": "warning"}, "warning", {}),
    (
        {"status": "sent", "pricing": {"type": "some_new_type", "category": "group_utility"}},
        "sent",
        {"pricing": {"type": "some_new_type", "category": "group_utility"}},
    ),
]


@pytest.mark.parametrize(("item", "name", "data"), STATUSES)
def test_each_status(item: dict[str, Any], name: str, data: dict[str, Any]) -> None:
    (status,) = delivered("messages", {"statuses": [{**SENT, **item}]}).statuses
    assert (status.status, dict(status.data), status.provider_id, int(status.at.timestamp())) == (
        name,
        data,
        "wamid.o",
        AT,
    )


@pytest.mark.parametrize("name", ["parent_recipient_user_id", "parent_user_id", "recipient_parent_user_id"])
def test_the_parent_id_of_a_status_has_three_names(name: str) -> None:
    item = {"id": "w", "status": "read", "timestamp": "1", "recipient_user_id": "MX.1349", name: "MX.ENT.9"}
    (status,) = delivered("messages", {"statuses": [item]}).statuses
    assert (status.recipient.wa_id, status.recipient.user_id, status.recipient.parent_user_id) == (
        "",
        "MX.1349",
        "MX.ENT.9",
    )


def test_everything_of_a_body_is_read() -> None:
    change = {"field": "messages", "value": {
        "metadata": {"phone_number_id": "1"}, "contacts": [ANA],
        "messages": [{"from": "5215512345678", "id": f"w{n}", "type": "text", "text": {"body": "x"}} for n in range(2)],
        "statuses": [{"id": "o", "status": "sent"}, {"id": "o", "status": "read"}],
    }}  # fmt: skip
    found = PROVIDER.parse(
        orjson.dumps({"entry": [{"id": "a", "changes": [change, change]}, {"id": "b", "changes": [change]}]})
    )
    assert (len(found.messages), len(found.statuses)) == (6, 6)
    assert [message.waba_id for message in found.messages] == ["a", "a", "a", "a", "b", "b"]


def test_escaped_text_is_read_as_written() -> None:
    raw = body(
        "messages",
        {"contacts": [ANA], "messages": [{"from": "1", "id": "w", "type": "text", "text": {"body": "PLACE"}}]},
    )
    (message,) = PROVIDER.parse(raw.replace(b"PLACE", rb"\u00bfhay M? \ud83d\ude00 https:\/\/x")).messages
    assert message.content["text"] == "¿hay M? 😀 https://x"


@pytest.mark.parametrize(
    ("escaped", "text"), [(rb"cut \ud83d", "cut �"), (rb"a\u0000b", "ab"), (rb"back\\u0000", "back\\u0000")]
)
def test_what_cannot_be_stored_is_taken_out_of_a_text(escaped: bytes, text: str) -> None:
    raw = body(
        "messages",
        {"contacts": [ANA], "messages": [{"from": "1", "id": "w", "type": "text", "text": {"body": "PLACE"}}]},
    )
    (message,) = PROVIDER.parse(raw.replace(b"PLACE", escaped)).messages
    assert message.content["text"] == text


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b'{"entry": 1}', b"\xff", b"[" * 100_000])
def test_what_is_no_webhook_is_refused(raw: bytes) -> None:
    with pytest.raises(AnomalousPayload):
        PROVIDER.parse(raw)
