"""Every error has one shape."""

import pytest
from django.test import Client

MEMBERS = {"type", "title", "status", "detail", "code", "fields", "trace_id"}


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/v1/nothing", 404, "not_found"),
        ("get", "/api/v1/orders/01990000-0000-7000-8000-000000000000", 404, "not_found"),
        ("delete", "/api/v1/orders", 405, "method_not_allowed"),
        ("get", "/api/v1/orders?tab=lost", 400, "invalid"),
        ("get", "/api/v1/orders?cursor=%21%21", 400, "invalid"),
        ("get", "/api/v1/products?cursor=WzFd", 400, "invalid"),
        ("get", "/api/v1/dashboard?from=2026-11-20", 400, "invalid"),
        ("get", "/api/v1/dashboard?from=2026-11-20&to=2026-11-19", 400, "invalid"),
    ],
)
def test_errors_are_problems(sarah: Client, method: str, path: str, status: int, code: str) -> None:
    answer = getattr(sarah, method)(path)
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer["Content-Type"] == "application/problem+json"
    assert set(problem) == MEMBERS
    assert problem["trace_id"] == answer["X-Trace-Id"] != ""


def test_a_body_that_is_no_json_is_unreadable(sarah: Client) -> None:
    answer = sarah.patch("/api/v1/me", "{", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "unreadable")


def test_our_own_mistake_is_a_problem_too(sarah: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr("leadnurturebot.api.v1.orders.count_orders", broken)
    sarah.raise_request_exception = False
    answer = sarah.get("/api/v1/orders")
    assert (answer.status_code, answer.json()["code"]) == (500, "failed")
    assert "mistake" not in answer.content.decode()
