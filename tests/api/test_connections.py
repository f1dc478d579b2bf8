"""Connecting, changing, testing and disconnecting outside systems."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import create_autospec
from uuid import UUID

import orjson
import pytest
from django.test import Client

from leadnurturebot.conversations.models import Message
from leadnurturebot.message_path.models import InboxRow
from leadnurturebot.platform import http_client
from leadnurturebot.platform.http_client import Answer, CallFailed
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.tenancy import system_scope
from leadnurturebot.shops.models import Connection
from tests.api import stories
from tests.people import Cast

ADDRESS = "/api/v1/connections"
NEW_NUMBER = {"phone_number_id": "1099", "waba_id": "2099", "app_secret": "a" * 32, "access_token": "EAA" + "t" * 30}
NUMBER_INFO = {
    "display_phone_number": "+44 20 7946 0018",
    "verified_name": "Trendy",
    "quality_rating": "GREEN",
    "id": "1",
}
APPS = {"data": [{"whatsapp_business_api_data": {"id": "1", "name": "LeadNurtureBot"}}]}
TOKEN_DEAD = {"error": {"message": "Error validating access token", "code": 190}}


class Outside:
    """What providers answer, by a part of the address; every call is kept."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []
        self.answers: dict[str, tuple[int, Any]] = {
            "/subscribed_apps": (200, APPS), "?fields=": (200, NUMBER_INFO), "/v1/account": (200, {"id": "acct_1"}),
            "GET /v1/webhook_endpoints": (200, {"data": []}),
            "POST /v1/webhook_endpoints": (200, {"id": "we_1", "secret": "whsec_learned1"}),
        }  # fmt: skip

    def __call__(self, method: str, url: str, **_: Any) -> Answer:
        self.calls.append((method, url))
        path = f"{method} {url.replace('https://api.stripe.com', '')}"
        status, body = next(self.answers[part] for part in reversed(self.answers) if part in path)
        if status == 0:
            raise CallFailed("GET graph.facebook.com: ConnectTimeout")
        return Answer(status, {}, orjson.dumps(body))


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    """Providers without a network."""
    world = Outside()
    monkeypatch.setattr(http_client, "call", create_autospec(http_client.call, side_effect=world))
    return world


@pytest.fixture
def whatsapp(cast: Cast) -> str:
    """The address of Sarah's WhatsApp connection."""
    return f"{ADDRESS}/{cast.number.connection_id}"


def send(browser: Client, method: str, address: str, body: object = None) -> Any:
    """One JSON request."""
    call: Callable[..., Any] = getattr(browser, method)
    return call(address, orjson.dumps(body or {}).decode(), content_type="application/json")


def connect(browser: Client, slug: str, kind: str = "payments", **settings: Any) -> Any:
    return send(browser, "post", ADDRESS, {"kind": kind, "slug": slug, "settings": settings})


def audited(action: str) -> list[tuple[str, Any]]:
    with system_scope():
        return list(AuditEntry.objects.filter(action=action).values_list("actor", "details"))


def test_every_provider_comes_with_its_form_in_the_persons_language(sarah: Client) -> None:
    send(sarah, "patch", "/api/v1/me", {"language": "pt-BR"})
    found = {row["slug"]: row for row in sarah.get("/api/v1/providers").json()["results"]}
    fields = found["whatsapp_cloud"]["schema"]["properties"]
    assert {"whatsapp_cloud", "stripe", "cash_on_delivery"} <= set(found)
    assert (fields["app_secret"]["title"], fields["app_secret"]["writeOnly"]) == ("Chave secreta do app", True)
    assert fields["verify_token"]["x-filled-by"] == "us"
    assert "app_secret" in found["whatsapp_cloud"]["secret_fields"]
    assert (found["stripe"]["can_test"], found["cash_on_delivery"]["can_test"]) == (True, False)


def test_a_connection_tells_its_address_and_never_its_secrets(david: Client, whatsapp: str) -> None:
    answer = david.get(whatsapp)
    shown = answer.json()
    with system_scope():
        key = Connection.objects.get(id=shown["id"]).endpoint_key
    assert shown["webhook_url"].endswith(f"/hooks/messaging/whatsapp_cloud/{key}/")
    assert shown["paste_there"] == {"verify_token": "v" * 32}
    assert {"name": "app_secret", "is_set": True, "ending": "ssss"} in shown["secrets"]
    assert (b"sssss" in answer.content, b"ttttt" in answer.content) == (False, False)
    assert (shown["state"], shown["settings"]) == (
        "connected", {"phone_number_id": "1055", "waba_id": "2055", "catalog_id": ""}
    )  # fmt: skip


def test_whatsapp_is_connected_with_its_number_and_a_made_up_verify_token(
    sarah: Client, cast: Cast, outside: Outside
) -> None:
    answer = connect(sarah, "whatsapp_cloud", "messaging", **{**NEW_NUMBER, "waba_id": " 2099 "})
    made = answer.json()
    assert answer.status_code == 201
    assert [(n["phone_number_id"], n["waba_id"]) for n in made["numbers"]] == [("1099", "2099")]
    assert len(made["paste_there"]["verify_token"]) == 22
    assert [url.rpartition("/")[2] for _, url in outside.calls] == [
        "1099?fields=display_phone_number,verified_name,quality_rating,status,throughput,is_on_biz_app", "subscribed_apps"
    ]  # fmt: skip
    actor = f"user:{cast.sarah.id}"
    assert audited("connection.created")[-1] == (actor, {"kind": "messaging", "slug": "whatsapp_cloud"})


def test_a_token_that_meta_refuses_is_told_at_its_field_and_nothing_is_kept(sarah: Client, outside: Outside) -> None:
    outside.answers["?fields="] = (401, TOKEN_DEAD)
    answer = connect(sarah, "whatsapp_cloud", "messaging", **NEW_NUMBER)
    assert (answer.status_code, answer.json()["fields"]) == (
        400, {"access_token": ["The provider does not accept this key."]}
    )  # fmt: skip
    assert len(sarah.get(ADDRESS).json()["results"]) == 1


def test_a_provider_that_is_away_holds_up_nobody(sarah: Client, outside: Outside) -> None:
    outside.answers = {"": (0, None)}
    assert connect(sarah, "whatsapp_cloud", "messaging", **NEW_NUMBER).status_code == 201


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, {"api_key": ["This is needed."]}),
        ({"api_key": "  "}, {"api_key": ["This is needed."]}),
        ({"api_key": "sk_1", "colour": "x"}, {"colour": ["There is no such setting."]}),
        ({"api_key": 5}, {"api_key": ["Input should be a valid string"]}),
    ],
)
def test_what_cannot_be_used_is_told_field_by_field(
    sarah: Client, outside: Outside, given: Any, fields: dict[str, list[str]]
) -> None:
    answer = connect(sarah, "stripe", **given)
    assert (answer.status_code, answer.json()["fields"]) == (400, fields)
    assert outside.calls == []


def test_an_unknown_provider_and_a_number_twice_are_refused(sarah: Client, outside: Outside) -> None:
    assert connect(sarah, "nobody").json()["fields"] == {"slug": ["There is no such provider."]}
    again = connect(sarah, "whatsapp_cloud", "messaging", **{**NEW_NUMBER, "phone_number_id": "1055"})
    assert again.json()["fields"] == {"phone_number_id": ["This number is connected already."]}


def test_stripe_is_connected_with_its_webhook_once(sarah: Client, outside: Outside) -> None:
    made = connect(sarah, "stripe", api_key="rk_test_12345678").json()
    assert {(s["name"], s["is_set"], s["ending"]) for s in made["secrets"]} == {
        ("api_key", True, "5678"), ("webhook_secret", True, "ned1")
    }  # fmt: skip
    assert (made["state"], outside.calls[-1][0]) == ("connected", "POST")
    second = connect(sarah, "stripe", api_key="rk_test_12345678")
    assert (second.status_code, second.json()["code"]) == (409, "already_connected")


def test_a_webhook_that_stripe_does_not_make_leaves_no_connection(sarah: Client, outside: Outside) -> None:
    outside.answers["POST /v1/webhook_endpoints"] = (400, {"error": {"message": "Invalid URL"}})
    answer = connect(sarah, "stripe", api_key="rk_test_12345678")
    assert (answer.status_code, answer.json()["code"]) == (409, "cannot_connect")
    assert "Invalid URL" in answer.json()["detail"]
    assert [row["slug"] for row in sarah.get(ADDRESS).json()["results"]] == ["whatsapp_cloud"]


def test_cash_on_delivery_needs_nothing_and_calls_nobody(sarah: Client, outside: Outside) -> None:
    made = connect(sarah, "cash_on_delivery").json()
    assert (made["state"], made["webhook_url"], outside.calls) == ("connected", "", [])


def test_a_secret_left_out_stays_and_a_changed_one_takes_its_place(
    sarah: Client, cast: Cast, whatsapp: str, outside: Outside
) -> None:
    answer = send(sarah, "patch", whatsapp, {"settings": {"access_token": "EAA" + "n" * 20}})
    endings = {secret["name"]: secret["ending"] for secret in answer.json()["secrets"]}
    assert endings == {"app_secret": "ssss", "access_token": "nnnn", "verify_token": "vvvv"}
    assert audited("connection.changed") == [(f"user:{cast.sarah.id}", {"settings": ["access_token"]})]


def test_a_needed_secret_cannot_be_blanked(sarah: Client, whatsapp: str, outside: Outside) -> None:
    answer = send(sarah, "patch", whatsapp, {"settings": {"app_secret": ""}})
    assert answer.json()["fields"] == {"app_secret": ["This is needed."]}
    assert {"name": "app_secret", "is_set": True, "ending": "ssss"} in sarah.get(whatsapp).json()["secrets"]


def test_a_key_of_another_stripe_account_gets_its_own_webhook(sarah: Client, outside: Outside) -> None:
    made = connect(sarah, "stripe", api_key="rk_test_12345678").json()
    outside.answers["POST /v1/webhook_endpoints"] = (200, {"id": "we_2", "secret": "whsec_second"})
    changed = send(sarah, "patch", f"{ADDRESS}/{made['id']}", {"settings": {"api_key": "rk_test_87654321"}}).json()
    assert {secret["ending"] for secret in changed["secrets"]} == {"4321", "cond"}


def test_a_key_of_the_same_stripe_account_keeps_its_webhook(sarah: Client, outside: Outside) -> None:
    made = connect(sarah, "stripe", api_key="rk_test_12345678").json()
    outside.answers["GET /v1/webhook_endpoints"] = (200, {"data": [{"url": made["webhook_url"], "status": "enabled"}]})
    changed = send(sarah, "patch", f"{ADDRESS}/{made['id']}", {"settings": {"api_key": "rk_test_87654321"}}).json()
    assert {secret["ending"] for secret in changed["secrets"]} == {"4321", "ned1"}


def test_disconnecting_keeps_everything_and_can_be_taken_back(sarah: Client, whatsapp: str) -> None:
    off = send(sarah, "post", f"{whatsapp}/disconnect").json()
    assert (off["state"], len(off["numbers"])) == ("off", 1)
    assert send(sarah, "post", f"{whatsapp}/disconnect").json()["state"] == "off"
    assert send(sarah, "post", f"{whatsapp}/enable").json()["state"] == "connected"
    assert (len(audited("connection.disconnected")), len(audited("connection.enabled"))) == (1, 1)


def test_the_number_is_asked_for_and_answers(david: Client, whatsapp: str, outside: Outside) -> None:
    number, events = send(david, "post", f"{whatsapp}/test").json()["results"]
    facts = {"number": "+44 20 7946 0018", "name": "Trendy", "quality": "GREEN"}
    assert number == {
        "name": "number", "subject": "1055", "verdict": "works", "reason": "", "facts": facts, "detail": ""
    }  # fmt: skip
    assert (events["verdict"], events["facts"]) == ("works", {"app": "LeadNurtureBot"})


@pytest.mark.parametrize(
    ("status", "body", "verdict", "reason"),
    [
        (401, TOKEN_DEAD, "failed", "key_refused"),
        (400, {"error": {"message": "Unsupported get request", "code": 100}}, "failed", "not_found"),
        (403, {"error": {"message": "Permission", "code": 10}}, "failed", "not_allowed"),
        (400, {"error": {"message": "Rate", "code": 80007}}, "failed", "provider_busy"),
        (503, {"error": {"message": "Down", "code": 2}}, "failed", "provider_failing"),
        (502, "no object", "failed", "provider_failing"),
        (200, {**NUMBER_INFO, "status": "BANNED"}, "look", "number_not_ready"),
        (200, {**NUMBER_INFO, "quality_rating": "RED"}, "look", "quality_low"),
        (0, None, "failed", "not_reachable"),
    ],
)
def test_what_meta_says_of_the_number_has_a_stable_word(
    sarah: Client, whatsapp: str, outside: Outside, status: int, body: Any, verdict: str, reason: str
) -> None:
    outside.answers["?fields="] = (status, body)
    found = send(sarah, "post", f"{whatsapp}/test").json()["results"][0]
    assert (found["verdict"], found["reason"]) == (verdict, reason)


def test_an_account_that_sends_us_nothing_is_told(sarah: Client, whatsapp: str, outside: Outside) -> None:
    outside.answers["/subscribed_apps"] = (200, {"data": []})
    found = send(sarah, "post", f"{whatsapp}/test").json()["results"][1]
    assert (found["verdict"], found["reason"]) == ("look", "not_subscribed")


@pytest.mark.parametrize(
    ("part", "status", "body", "place", "verdict", "reason"),
    [
        ("/v1/account", 401, {"error": {"message": "Invalid API Key"}}, 0, "failed", "key_refused"),
        ("/v1/account", 403, {"error": {"message": "No permission"}}, 0, "works", "key_is_restricted"),
        ("/v1/account", 200, {"id": "acct_1", "charges_enabled": False}, 0, "look", "no_charges"),
        ("GET /v1/webhook_endpoints", 403, {"error": {"message": "No permission"}}, 1, "failed", "not_allowed"),
        ("GET /v1/webhook_endpoints", 200, {"data": []}, 1, "look", "no_endpoint"),
        ("GET /v1/webhook_endpoints", 429, {"error": {}}, 1, "failed", "provider_busy"),
    ],
)
def test_what_stripe_says_has_a_stable_word(
    sarah: Client, outside: Outside, part: str, status: int, body: Any, place: int, verdict: str, reason: str
) -> None:
    made = connect(sarah, "stripe", api_key="rk_test_12345678").json()
    outside.answers[part] = (status, body)
    found = send(sarah, "post", f"{ADDRESS}/{made['id']}/test").json()["results"][place]
    assert (found["verdict"], found["reason"]) == (verdict, reason)


def test_a_switched_off_endpoint_at_stripe_is_told(sarah: Client, outside: Outside) -> None:
    made = connect(sarah, "stripe", api_key="rk_test_12345678").json()
    outside.answers["GET /v1/webhook_endpoints"] = (200, {"data": [{"url": made["webhook_url"], "status": "disabled"}]})
    assert send(sarah, "post", f"{ADDRESS}/{made['id']}/test").json()["results"][1]["reason"] == "endpoint_off"


def test_numbers_are_added_renamed_and_taken_off(sarah: Client, whatsapp: str) -> None:
    values = {"phone_number_id": "1056", "waba_id": "2055", "display_number": "+1 555 0101"}
    added = send(sarah, "post", f"{whatsapp}/numbers", values)
    number = added.json()["numbers"][1]
    renamed = send(sarah, "patch", f"{whatsapp}/numbers/{number['id']}", {"display_number": "+1 555 0199"}).json()
    left = send(sarah, "delete", f"{whatsapp}/numbers/{number['id']}").json()
    assert (added.status_code, renamed["numbers"][1]["display_number"]) == (201, "+1 555 0199")
    assert [n["phone_number_id"] for n in left["numbers"]] == ["1055"]
    assert [len(audited(f"number.{deed}")) for deed in ("added", "changed", "removed")] == [3, 1, 1]


def test_a_number_that_is_there_already_is_refused(sarah: Client, whatsapp: str) -> None:
    answer = send(sarah, "post", f"{whatsapp}/numbers", {"phone_number_id": "1055", "waba_id": "2055"})
    assert answer.json()["fields"] == {"phone_number_id": ["This number is connected already."]}
    assert len(sarah.get(whatsapp).json()["numbers"]) == 1


def test_a_number_that_customers_wrote_to_stays(sarah: Client, cast: Cast, whatsapp: str, now: datetime) -> None:
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230001", now)
    stories.make_thread(cast.shop, cast.number, lead_id, now)
    answer = send(sarah, "delete", f"{whatsapp}/numbers/{cast.number.id}")
    assert (answer.status_code, answer.json()["code"]) == (409, "has_conversations")
    assert len(sarah.get(whatsapp).json()["numbers"]) == 1


def test_what_was_heard_sent_parked_and_refused_is_told(
    sarah: Client, cast: Cast, whatsapp: str, now: datetime
) -> None:
    lead_id = stories.make_lead(cast.shop, "Emma", "15551230001", now)
    thread_id = stories.make_thread(cast.shop, cast.number, lead_id, now)
    stories.bot_says(cast.shop, thread_id, lead_id, "Hi!", now - timedelta(hours=2), provider_id="wamid.1")
    for hours in (1, 30):
        stories.bot_says(cast.shop, thread_id, lead_id, "Hi?", now - timedelta(hours=hours), status="failed")
    with system_scope():
        Message.objects.filter(status="failed").update(error_code=131042, error_text="Payment issue")
    _park(cast.shop.id, cast.number.connection_id, now)
    shown = sarah.get(whatsapp).json()
    assert shown["health"] == {
        "last_heard_at": "2026-11-22T22:41:00Z", "last_sent_at": "2026-11-22T20:41:00Z", "parked": 1, "failed": 1,
        "last_failed_at": "2026-11-22T21:41:00Z", "last_error_code": "131042", "last_error": "Payment issue",
    }  # fmt: skip
    assert (shown["state"], shown["attention"]) == ("attention", ["failing", "parked"])


def _park(shop_id: UUID, connection_id: UUID, now: datetime) -> None:
    with system_scope():
        InboxRow.objects.create(
            shop_id=shop_id, connection_id=connection_id, contact=b"x", kind="message", event_id="wamid.1",
            occurred_at=now, received_at=now, due_at=now, state="parked", attempts=4, error="KeyError", payload_sealed=b"",
        )  # fmt: skip


def test_a_connection_without_a_number_needs_somebody(sarah: Client, cast: Cast, whatsapp: str) -> None:
    left = send(sarah, "delete", f"{whatsapp}/numbers/{cast.number.id}").json()
    assert (left["state"], left["attention"]) == ("attention", ["no_number"])


def test_a_rival_finds_nothing_and_sarah_finds_it(marco: Client, sarah: Client, cast: Cast, whatsapp: str) -> None:
    deeds = [
        ("get", whatsapp), ("patch", whatsapp), ("post", f"{whatsapp}/disconnect"), ("post", f"{whatsapp}/enable"),
        ("post", f"{whatsapp}/test"), ("post", f"{whatsapp}/numbers"),
        ("patch", f"{whatsapp}/numbers/{cast.number.id}"), ("delete", f"{whatsapp}/numbers/{cast.number.id}"),
    ]  # fmt: skip
    body = {"settings": {}, "phone_number_id": "9", "waba_id": "9"}
    answers = [marco.get(a) if m == "get" else send(marco, m, a, body) for m, a in deeds]
    assert [answer.status_code for answer in answers] == [404] * len(deeds)
    assert [row["id"] for row in marco.get(ADDRESS).json()["results"]] == [str(cast.rival_number.connection_id)]
    shown = sarah.get(whatsapp).json()
    assert (shown["state"], len(shown["numbers"])) == ("connected", 1)


def test_a_number_of_another_connection_is_not_reached_through_ones_own(marco: Client, cast: Cast) -> None:
    own = f"{ADDRESS}/{cast.rival_number.connection_id}/numbers/{cast.number.id}"
    assert send(marco, "patch", own, {"display_number": "x"}).status_code == 404
