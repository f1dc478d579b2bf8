"""Test calls to PayPal: whether it knows the app, and whether a webhook there sends its events to us."""

from collections.abc import Mapping
from typing import Any

import orjson

from leadnurturebot.providers.base import Check, Connected, Finding, OutgoingRequest


def paypal_checks(connected: Connected, token: OutgoingRequest, headers: Mapping[str, str]) -> tuple[Check, ...]:
    """The app, by asking for a token; its webhooks once there is one."""
    account = Check("account", "", token)
    if not connected.secrets.get("access_token"):
        return (account,)
    url = f"{connected.base_url}/v1/notifications/webhooks"
    return (account, Check("events", "", OutgoingRequest("GET", url, headers)))


def read_paypal_check(check: Check, connected: Connected, status: int, body: bytes) -> Finding:
    """What PayPal said."""
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        data = None
    if not isinstance(data, dict):
        return Finding("failed", "provider_failing", detail=f"HTTP {status}")
    if status != 200:
        return _refused(status, data)
    if check.name == "account":
        app = {"account": str(data.get("app_id") or "")}
        return Finding("works", facts={name: value for name, value in app.items() if value})
    return _events(data, connected.webhook_url)


def _refused(status: int, error: Mapping[str, Any]) -> Finding:
    reasons = {401: "key_refused", 403: "not_allowed", 429: "provider_busy"}
    words = str(error.get("error_description") or error.get("message") or "")
    field = "client_secret" if status in (401, 403) else ""
    return Finding("failed", reasons.get(status, "provider_failing"), detail=words, field=field)


def _events(data: Mapping[str, Any], webhook_url: str) -> Finding:
    addresses = [item.get("url") for item in data.get("webhooks") or ()]
    return Finding("works") if webhook_url in addresses else Finding("look", "no_endpoint")
