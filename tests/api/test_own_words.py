"""Wording the assistant's texts from the portal."""

from typing import Any

from django.test import Client

from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.tenancy import system_scope
from tests.people import Cast

BACK = "/api/v1/assistant/texts/en/restock.back"


def put(browser: Client, path: str, *wordings: str) -> Any:
    body = {"wordings": [{"other": text} for text in wordings]}
    return browser.put(path, body, content_type="application/json")


def test_a_text_is_worded_and_ours_again(cast: Cast, david: Client) -> None:
    worded = put(david, BACK, "Hurray, {item} is here again: {price}!").json()
    assert worded["own"] == [{"other": "Hurray, {item} is here again: {price}!"}]
    assert worded["ours"] == [{"other": "It's back: {item}, {price}."}]
    assert [(name["name"], name["is_needed"]) for name in worded["names"]] == [("item", True), ("price", True)]
    (own,) = david.get("/api/v1/assistant/texts", {"own": "true"}).json()["results"]
    assert own == worded
    assert david.delete(BACK).json()["own"] == []
    assert david.get("/api/v1/assistant/texts", {"own": "true"}).json()["results"] == []
    with system_scope():
        actions = AuditEntry.objects.filter(shop_id=cast.shop.id).order_by("id").values_list("action", flat=True)
    assert list(actions)[-2:] == ["text.worded", "text.unworded"]


def test_texts_are_found_by_heading_and_by_what_they_say(sarah: Client) -> None:
    greetings = sarah.get("/api/v1/assistant/texts", {"language": "es", "section": "greetings"}).json()["results"]
    assert {text["section"] for text in greetings} == {"greetings"}
    found = sarah.get("/api/v1/assistant/texts", {"q": "take your TIME"}).json()["results"]
    assert [text["key"] for text in found] == ["smalltalk.take_time", "smalltalk.take_time_cart"]
    assert sarah.get("/api/v1/assistant/texts", {"language": "tlh"}).status_code == 400


def test_a_wording_without_its_facts_is_refused_in_plain_words(david: Client) -> None:
    refused = put(david, BACK, "It's back!")
    assert (refused.status_code, refused.json()["code"]) == (400, "wording_missing_name")
    assert refused.json()["detail"] == "The sentence has to hold {item}."
    assert put(david, BACK.replace("restock.back", "consent.stopped"), "Bye").status_code == 404


def test_another_shop_says_it_in_our_words(cast: Cast, david: Client, marco: Client) -> None:
    put(david, BACK, "Hurray, {item}: {price}!")
    assert marco.get("/api/v1/assistant/texts", {"own": "true"}).json()["results"] == []


def test_the_voice_is_changed(david: Client) -> None:
    voice = {"greeting": "Hey {name}!", "emoji": "many", "signature": "🌸"}
    assert david.put("/api/v1/assistant/voice", voice, content_type="application/json").json() == voice
    assert david.get("/api/v1/assistant/voice").json() == voice


def test_the_assistant_tried_says_it_so(david: Client) -> None:
    said = david.post("/api/v1/assistant/try", {"lines": ["thanks!"]}, content_type="application/json").json()
    put(david, "/api/v1/assistant/texts/en/thanks.plain", "De nada, friend!")
    own = david.post("/api/v1/assistant/try", {"lines": ["thanks!"]}, content_type="application/json").json()
    assert "De nada, friend!" not in said["turns"][0]["reply"]
    assert own["turns"][0]["reply"].startswith("De nada, friend!")
