"""The person who is signed in."""

from django.test import Client

from leadnurturebot.shops.actions import member_add
from tests.people import Cast, signed_in


def test_it_names_the_person_the_shop_and_the_role(sarah: Client, cast: Cast) -> None:
    me = sarah.get("/api/v1/me").json()
    shop = {
        "id": str(cast.shop.id), "slug": "trendythreads", "name": "TrendyThreads Boutique", "currency": "USD",
        "country": "US", "language": "en", "timezone": "America/New_York",
    }  # fmt: skip
    user = {"id": str(cast.sarah.id), "name": "Sarah", "email": "sarah@example.com"}
    assert me == {
        "user": {**user, "language": "en", "theme": "system"}, "shop": shop, "shops": [shop], "role": "admin",
        "is_owner": True, "demo": False, "version": "0.1.0", "session_seconds": 1800,
    }  # fmt: skip


def test_it_keeps_language_and_theme(sarah: Client, cast: Cast) -> None:
    sarah.patch("/api/v1/me", {"language": "pt-BR", "theme": "dark"}, content_type="application/json")
    user = sarah.get("/api/v1/me").json()["user"]
    assert (user["language"], user["theme"]) == ("pt-BR", "dark")


def test_an_unknown_theme_is_refused_and_nothing_changes(sarah: Client) -> None:
    answer = sarah.patch("/api/v1/me", {"theme": "pink"}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"], list(answer.json()["fields"])) == (400, "invalid", ["theme"])
    assert sarah.get("/api/v1/me").json()["user"]["theme"] == "system"


def test_choosing_a_shop_changes_what_is_seen_and_the_role(cast: Cast, sarah: Client, now: object) -> None:
    member_add(shop=cast.rival, user=cast.sarah, role="viewer", now=now)  # type: ignore[arg-type]  # the fixture's moment
    me = sarah.post("/api/v1/me/shop", {"shop": str(cast.rival.id)}, content_type="application/json").json()
    assert (me["shop"]["slug"], me["role"], me["is_owner"]) == ("marcos", "viewer", False)
    assert sarah.get("/api/v1/me").json()["shop"]["slug"] == "marcos"


def test_a_shop_of_others_cannot_be_chosen(cast: Cast, sarah: Client) -> None:
    answer = sarah.post("/api/v1/me/shop", {"shop": str(cast.rival.id)}, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert sarah.get("/api/v1/me").json()["shop"]["slug"] == "trendythreads"


def test_a_person_without_a_shop_sees_only_themselves(cast: Cast) -> None:
    from leadnurturebot.shops.models import Membership

    Membership._base_manager.filter(user=cast.vera).delete()
    browser = signed_in(cast.vera)
    assert browser.get("/api/v1/me").json()["shop"] is None
    assert browser.get("/api/v1/status").status_code == 403


def test_a_key_acts_as_admin_of_its_shop(machine: Client, cast: Cast) -> None:
    me = machine.get("/api/v1/me").json()
    assert (me["user"]["name"], me["shop"]["id"], me["role"]) == ("Till", str(cast.shop.id), "admin")


def test_a_revoked_key_is_refused(machine: Client, cast: Cast, now: object) -> None:
    from leadnurturebot.shops.models import ApiKey

    ApiKey._base_manager.update(revoked_at=now)
    answer = machine.get("/api/v1/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")


def test_a_change_by_session_needs_the_csrf_token(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.sarah, backend="allauth.account.auth_backends.AuthenticationBackend")
    refused = browser.patch("/api/v1/me", {"theme": "dark"}, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf_failed")
    browser.get("/_allauth/browser/v1/auth/session")
    browser.get("/")
    token = browser.cookies["lnb_csrftoken"].value
    allowed = browser.patch(
        "/api/v1/me", {"theme": "dark"}, content_type="application/json", headers={"x-csrftoken": token}
    )
    assert allowed.json()["user"]["theme"] == "dark"
