"""Signing in as the portal does."""

from django.test import Client

from tests.people import PASSWORD, Cast

LOGIN = "/_allauth/browser/v1/auth/login"


def test_a_person_signs_in_and_out(cast: Cast) -> None:
    browser = Client()
    body = {"email": "sarah@example.com", "password": PASSWORD}
    assert browser.post(LOGIN, body, content_type="application/json").status_code == 200
    assert browser.get("/api/v1/me").json()["user"]["name"] == "Sarah"
    browser.delete("/_allauth/browser/v1/auth/session")
    assert browser.get("/api/v1/me").status_code == 401


def test_a_wrong_password_does_not_open_the_door(cast: Cast) -> None:
    browser = Client()
    body = {"email": "sarah@example.com", "password": "not this one"}
    assert browser.post(LOGIN, body, content_type="application/json").status_code == 400
    assert browser.get("/api/v1/me").status_code == 401


def test_nobody_signs_up_from_outside(cast: Cast) -> None:
    body = {"email": "new@example.com", "password": PASSWORD}
    answer = Client().post("/_allauth/browser/v1/auth/signup", body, content_type="application/json")
    assert answer.status_code == 403
