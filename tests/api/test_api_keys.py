"""API keys: made once shown, listed without themselves, revoked at once."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from leadnurturebot.platform import clocks
from leadnurturebot.platform.models import AuditEntry
from leadnurturebot.platform.tenancy import system_scope
from tests.people import Cast, with_key

ADDRESS = "/api/v1/api-keys"


def test_a_key_is_told_once_and_opens_the_api(sarah: Client, cast: Cast) -> None:
    answer = sarah.post(ADDRESS, {"name": "Warehouse"}, content_type="application/json")
    made = answer.json()
    assert (answer.status_code, made["key"][:4], made["ending"]) == (201, "lnb_", made["key"][-4:])
    assert with_key(made["key"]).get("/api/v1/me").json()["shop"]["slug"] == "trendythreads"
    listed = sarah.get(ADDRESS)
    assert [(row["name"], row["ending"]) for row in listed.json()["results"]] == [
        ("Warehouse", made["ending"]), ("Till", cast.api_key[-4:])
    ]  # fmt: skip
    assert made["key"] not in listed.content.decode()


def test_the_last_use_is_known_to_the_minute(
    sarah: Client, machine: Client, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    for seconds in (0, 50, 70):
        monkeypatch.setattr(clocks, "wall_now", lambda at=now + timedelta(seconds=seconds): at)
        machine.get("/api/v1/me")
        seen.append(sarah.get(ADDRESS).json()["results"][0]["last_used_at"])
    assert seen == ["2026-11-22T22:41:00Z", "2026-11-22T22:41:00Z", "2026-11-22T22:42:10Z"]


def test_a_key_never_used_says_so(sarah: Client) -> None:
    assert [row["last_used_at"] for row in sarah.get(ADDRESS).json()["results"]] == [None]


def test_a_revoked_key_opens_nothing_at_once(sarah: Client, machine: Client, cast: Cast) -> None:
    key_id = sarah.get(ADDRESS).json()["results"][0]["id"]
    assert machine.get("/api/v1/me").status_code == 200
    assert sarah.delete(f"{ADDRESS}/{key_id}").status_code == 204
    assert machine.get("/api/v1/me").status_code == 401
    assert sarah.get(ADDRESS).json()["results"] == []
    assert sarah.delete(f"{ADDRESS}/{key_id}").status_code == 404
    with system_scope():
        assert AuditEntry.objects.filter(action="api_key.revoked", actor=f"user:{cast.sarah.id}").count() == 1


def test_a_key_makes_and_revokes_no_keys(machine: Client) -> None:
    key_id = machine.get(ADDRESS).json()["results"][0]["id"]
    made = machine.post(ADDRESS, {"name": "Second"}, content_type="application/json")
    assert [made.json()["code"], machine.delete(f"{ADDRESS}/{key_id}").json()["code"]] == ["person_needed"] * 2
    assert len(machine.get(ADDRESS).json()["results"]) == 1


def test_a_nameless_key_is_refused(sarah: Client) -> None:
    answer = sarah.post(ADDRESS, {"name": " "}, content_type="application/json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["name"])


def test_a_rival_neither_sees_nor_revokes(marco: Client, sarah: Client) -> None:
    key_id = sarah.get(ADDRESS).json()["results"][0]["id"]
    assert marco.get(ADDRESS).json()["results"] == []
    assert marco.delete(f"{ADDRESS}/{key_id}").status_code == 404
    assert len(sarah.get(ADDRESS).json()["results"]) == 1
