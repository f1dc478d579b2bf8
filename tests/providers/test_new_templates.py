"""A template with buttons that answer, as each provider wants it made."""

import orjson

from leadnurturebot.providers.messaging.base import Account
from leadnurturebot.providers.messaging.cloud_templates import build_create
from leadnurturebot.providers.messaging.extras import NewTemplate
from leadnurturebot.providers.messaging.twilio_templates import creation

FIT = NewTemplate("fit_question", "en", "UTILITY", "Hi {{1}}, how is your {{2}}?", ("Too small", "Just right"))


def test_the_cloud_api_gets_them_as_a_component() -> None:
    account = Account(base_url="https://graph.test/v25.0", phone_number_id="1", waba_id="2", secrets={})
    body = orjson.loads(build_create(FIT, account).body)
    assert body["components"][1] == {
        "type": "BUTTONS",
        "buttons": [{"type": "QUICK_REPLY", "text": "Too small"}, {"type": "QUICK_REPLY", "text": "Just right"}],
    }
    plain = build_create(NewTemplate("plain", "en", "UTILITY", "Thanks"), account)
    assert [part["type"] for part in orjson.loads(plain.body)["components"]] == ["BODY"]


def test_twilio_fills_what_they_send_as_variables_after_the_text() -> None:
    made = orjson.loads(creation(FIT))
    assert made["types"]["twilio/quick-reply"]["actions"] == [
        {"title": "Too small", "id": "{{3}}"}, {"title": "Just right", "id": "{{4}}"},
    ]  # fmt: skip
    assert list(made["variables"]) == ["1", "2", "3", "4"]
