from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pytest_django import Settings

from leadnurturebot.message_path import connecting
from leadnurturebot.platform import http_client
from leadnurturebot.providers.base import SignatureMismatch, WebhookRequest
from tests.message_path.carried import SIMULATOR, Carried
from tests.message_path.driving import Drive

VALUES = {"phone_number_id": "1055", "waba_id": "2066", "api_key": "k-1", "display_number": "+15550783881"}


class Calls:
    """Calls of the product's own client, kept until the simulator is there to answer them."""

    def __init__(self) -> None:
        self.made: list[tuple[str, str, Mapping[str, str], bytes]] = []
        self.status = 200

    def call(self, method: str, url: str, *, headers: Any, body: bytes, is_configured: bool) -> http_client.Answer:
        self.made.append((method, url, headers, body))
        return http_client.Answer(self.status, {}, b"{}")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Calls:
    settings.DIALOG360_API_URL = f"{SIMULATOR}/dialog360"
    made = Calls()
    monkeypatch.setattr(http_client, "call", made.call)
    return made


@pytest.fixture
def carried(drive: Drive, calls: Calls) -> Iterator[Carried]:
    number = connecting.connect(shop=drive.boutique.shop, slug="dialog360", values=VALUES, now=drive.now)
    known = {
        "provider": "dialog360", "phone_number_id": number.phone_number_id, "waba_id": number.waba_id,
        "display_phone_number": number.display_number, "name": "TrendyThreads", "api_key": "k-1",
    }  # fmt: skip
    made = Carried(drive, number, known)
    ((method, url, headers, body),) = calls.made
    answer = made._run(made.http.request(method, url, headers=dict(headers), content=body))
    assert answer.status_code == 200
    yield made
    made.close()


def test_a_question_is_answered_and_its_statuses_come_back(carried: Carried) -> None:
    carried.customer(text="is the blue floral sundress there in M?")
    asked, answer = carried.phone()
    assert (asked["status"], answer["status"]) == ("delivered", "read")
    assert answer["content"]["interactive"]["type"] == "button"
    assert carried.drive.rows("SELECT status, pricing_type FROM conversations_message WHERE direction = 'out'") == [
        ("read", "free_customer_service")
    ]
    carried.customer(tap="Add M to cart")
    assert "*Total $54*" in carried.phone()[-1]["content"]["interactive"]["body"]["text"]


def test_events_carry_the_secret_we_made_up_and_no_other_is_believed(carried: Carried) -> None:
    secret = carried.world.numbers.all()[0].webhook_headers["X-LeadNurtureBot-Secret"]
    assert len(secret) >= 20
    url = connecting.webhook_url(carried.number.connection)
    with pytest.raises(SignatureMismatch):
        carried.take(WebhookRequest("POST", url, {}, {"x-leadnurturebot-secret": secret[:-1]}, b'{"entry":[]}'))


def test_a_wrong_key_is_answered_401_and_the_message_waits_until_it_is_set_right(carried: Carried) -> None:
    carried.world.numbers.change(carried.world.numbers.all()[0], access_token="another")
    carried.customer(text="is the blue floral sundress there in M?")
    assert carried.drive.rows("SELECT status FROM conversations_message WHERE direction = 'out'") == [("queued",)]
    assert carried.drive.rows("SELECT state, reason FROM message_path_outbox") == [("due", "channel_stopped")]
    assert carried.drive.rows("SELECT stopped_code FROM message_path_numberstate") == [(190,)]


def test_a_number_that_360dialog_refuses_is_not_connected(drive: Drive, calls: Calls) -> None:
    calls.status = 401
    with pytest.raises(connecting.CannotConnect, match="the API key is not valid"):
        connecting.connect(shop=drive.boutique.shop, slug="dialog360", values=VALUES, now=drive.now)
    assert drive.rows("SELECT 1 FROM shops_connection WHERE slug = 'dialog360'") == []
    assert drive.rows("SELECT 1 FROM shops_businessnumber WHERE phone_number_id = '1055'") == []
