"""Test calls to the partners that carry a number: what each answer says."""

from dataclasses import replace
from typing import Any

import orjson
import pytest

from leadnurturebot.providers.base import CheckedProvider, Connected, Finding
from leadnurturebot.providers.messaging import dialog360, twilio

HOOK = "https://shop.example/hooks/messaging/x/k/"
D360 = Connected(base_url="https://waba-v2.360dialog.io", webhook_url=HOOK, config={}, secrets={"api_key": "k-1"})
TWILIO = Connected(
    base_url="https://api.twilio.com",
    webhook_url=HOOK,
    config={"account_sid": "AC1", "number": "15550783881"},
    secrets={"auth_token": "t-1"},
)
INVALID = {"meta": {"success": False, "http_code": 401, "developer_message": "Invalid api_key"}}


def asked(provider: CheckedProvider, connected: Connected, name: str, status: int, answer: Any) -> Finding:
    check = next(check for check in provider.build_checks(connected) if check.name == name)
    body = answer if isinstance(answer, bytes) else orjson.dumps(answer)
    return provider.read_check(check, connected, status, body)


def test_where_the_calls_go() -> None:
    calls = [*dialog360.PROVIDER.build_checks(D360), *twilio.PROVIDER.build_checks(TWILIO)]
    assert [check.request.url for check in calls] == [
        "https://waba-v2.360dialog.io/health_status",
        "https://waba-v2.360dialog.io/v1/configs/webhook",
        "https://api.twilio.com/2010-04-01/Accounts/AC1.json",
        "https://messaging.twilio.com/v2/Channels/Senders?Channel=whatsapp&PageSize=1000",
    ]


@pytest.mark.parametrize(
    ("name", "status", "answer", "finding"),
    [
        ("number", 200, {"health_status": {"can_send_message": "AVAILABLE"}}, ("works", "", "")),
        ("number", 200, {"health_status": {"can_send_message": "BLOCKED"}}, ("look", "number_not_ready", "")),
        ("events", 200, {"url": HOOK, "headers": {}}, ("works", "", "")),
        ("events", 200, {"url": "https://old.example/"}, ("look", "no_endpoint", "")),
        ("number", 401, INVALID, ("failed", "key_refused", "api_key")),
        ("number", 429, {}, ("failed", "provider_busy", "")),
        ("number", 200, b"<html>", ("failed", "provider_failing", "")),
        ("number", 502, [], ("failed", "provider_failing", "")),
    ],
)
def test_360dialog(name: str, status: int, answer: Any, finding: tuple[str, str, str]) -> None:
    found = asked(dialog360.PROVIDER, D360, name, status, answer)
    assert (found.verdict, found.reason, found.field) == finding


def senders(**own: Any) -> dict[str, Any]:
    ours = {"sender_id": "whatsapp:+15550783881", "status": "ONLINE", "webhook": {"callback_url": HOOK}, **own}
    return {"senders": [{"sender_id": "whatsapp:+1999", "status": "OFFLINE"}, ours]}


@pytest.mark.parametrize(
    ("name", "status", "answer", "finding"),
    [
        ("account", 200, {"friendly_name": "TrendyThreads", "status": "active"}, ("works", "", "")),
        ("account", 200, {"status": "suspended"}, ("failed", "not_allowed", "account_sid")),
        ("account", 401, {"code": 20003, "message": "Authenticate"}, ("failed", "key_refused", "auth_token")),
        ("account", 404, {"code": 20404}, ("failed", "not_found", "account_sid")),
        ("number", 200, senders(), ("works", "", "")),
        ("number", 200, senders(webhook={"callback_url": f"{HOOK}#rc=5&rp=all"}), ("works", "", "")),
        ("number", 200, senders(status="ONLINE:UPDATING"), ("works", "", "")),
        ("number", 200, senders(status="OFFLINE"), ("look", "number_not_ready", "")),
        ("number", 200, senders(webhook={"callback_url": "https://old.example/"}), ("look", "endpoint_elsewhere", "")),
        ("number", 200, senders(sender_id="whatsapp:+1777"), ("failed", "not_found", "number")),
        ("number", 503, b"", ("failed", "provider_failing", "")),
    ],
)
def test_twilio(name: str, status: int, answer: Any, finding: tuple[str, str, str]) -> None:
    found = asked(twilio.PROVIDER, TWILIO, name, status, answer)
    assert (found.verdict, found.reason, found.field) == finding


def test_twilio_blames_the_api_key_where_one_is_used() -> None:
    with_key = replace(TWILIO, secrets={"api_key_sid": "SK1", "api_key_secret": "s"})
    assert asked(twilio.PROVIDER, with_key, "account", 401, {}).field == "api_key_secret"
