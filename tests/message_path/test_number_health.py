"""What test calls tell of numbers, and accounts that go on by themselves."""

from typing import Any
from unittest.mock import create_autospec

import orjson
import pytest

from leadnurturebot.message_path import channel, number_health
from leadnurturebot.message_path.number_limits import tell_rate
from leadnurturebot.platform import http_client
from leadnurturebot.platform.http_client import Answer
from leadnurturebot.providers.base import Check, Finding, OutgoingRequest
from leadnurturebot.providers.messaging.cloud_checks import read_cloud_check
from leadnurturebot.providers.messaging.cloud_errors import refused
from leadnurturebot.shops.connection_checks import Checked
from tests.cast import EMMA, text
from tests.message_path.driving import Drive

APPS = {"data": [{"whatsapp_business_api_data": {"id": "1", "name": "LeadNurtureBot"}}]}


def rate(drive: Drive) -> Any:
    rows = drive.rows("SELECT rate FROM message_path_numberstate")
    return rows[0][0] if rows else None


def provider_says(monkeypatch: pytest.MonkeyPatch, status: int, body: dict[str, Any]) -> list[str]:
    asked: list[str] = []

    def call(method: str, url: str, **_: Any) -> Answer:
        asked.append(url)
        is_number = "?fields=" in url
        return Answer(status if is_number else 200, {}, orjson.dumps(body if is_number else APPS))

    monkeypatch.setattr(http_client, "call", create_autospec(http_client.call, side_effect=call))
    return asked


def stopped(drive: Drive, code: int) -> None:
    drive.receive(text("hi", at=drive.now, wamid="w1"))
    drive.work()
    trouble = refused(400, {"code": code}).trouble
    channel.stop(drive.connection, drive.boutique.number_id, trouble, code, now=drive.now)
    assert drive.send() == []


def revived(drive: Drive) -> int:
    return number_health.revive(drive.connection, now=drive.now, wall=drive.now)


def test_an_account_whose_token_works_again_goes_on(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(drive, 190)
    asked = provider_says(monkeypatch, 200, {"display_phone_number": "+1 555-078-3881", "status": "CONNECTED"})
    assert revived(drive) == 1
    assert len(asked) == 2
    assert len(drive.send()) == 1
    assert revived(drive) == 0
    assert len(asked) == 2


def test_a_token_that_is_still_refused_leaves_it_stopped(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(drive, 190)
    provider_says(monkeypatch, 401, {"error": {"code": 190, "message": "expired"}})
    assert revived(drive) == 0
    assert drive.send() == []


def test_what_a_test_call_cannot_show_is_left_to_the_owner(drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(drive, 131042)
    asked = provider_says(monkeypatch, 200, {"display_phone_number": "+1 555-078-3881"})
    assert revived(drive) == 0
    assert asked == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"throughput": {"level": "HIGH"}, "is_on_biz_app": False}, 1000),
        ({"throughput": {"level": "STANDARD"}, "is_on_biz_app": True}, 20),
        ({"throughput": {"level": "STANDARD"}, "is_on_biz_app": False}, None),
        ({}, 500),
    ],
)
def test_a_test_call_tells_a_numbers_rate(drive: Drive, told: dict[str, Any], expected: int | None) -> None:
    tell_rate(drive.connection, drive.boutique.shop.id, [drive.boutique.number_id], 500)
    check = Check("number", drive.boutique.phone_number_id, OutgoingRequest("GET", "https://graph.test/1", {}))
    finding = read_cloud_check(check, 200, orjson.dumps({"display_phone_number": "+1", **told}))
    assert finding.verdict == "works"
    number_health.take(drive.connection, drive.boutique.connection_id, [Checked(check, finding)])
    assert rate(drive) == expected


def test_another_accounts_numbers_are_left_alone(drive: Drive) -> None:
    check = Check("number", "someone-elses", OutgoingRequest("GET", "https://graph.test/1", {}))
    finding = Finding("works", facts={"throughput": "HIGH"})
    number_health.take(drive.connection, drive.boutique.connection_id, [Checked(check, finding)])
    assert rate(drive) is None


def test_an_upgrade_is_told_by_an_event(drive: Drive) -> None:
    shown = {"display_phone_number": "+1 555-078-3881", "event": "THROUGHPUT_UPGRADE"}
    drive.told("phone_number_quality_update", shown, sent_at=drive.now)
    assert rate(drive) == 1000


def test_who_types_in_the_app_tells_that_the_number_is_there_too(drive: Drive) -> None:
    item = {
        "from": "15550783881", "to": EMMA, "id": "e1", "timestamp": drive.stamp(), "type": "text", "text": {"body": "Hi"},
    }  # fmt: skip
    drive.told("smb_message_echoes", {"message_echoes": [item]})
    assert rate(drive) == 20
