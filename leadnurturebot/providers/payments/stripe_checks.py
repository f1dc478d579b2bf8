"""Test calls to Stripe: whose account the key opens, and whether an endpoint there sends its events to us."""

from collections.abc import Mapping
from typing import Any

from leadnurturebot.providers.base import Check, Connected, Finding, OutgoingRequest, read_object

# Most endpoints that an account may have is 16, so one page shows all.
_PATHS = {"account": "/v1/account", "events": "/v1/webhook_endpoints?limit=100"}


def stripe_checks(connected: Connected, headers: Mapping[str, str]) -> tuple[Check, ...]:
    """The account and its webhook endpoints."""
    return tuple(
        Check(name, "", OutgoingRequest("GET", f"{connected.base_url}{path}", headers)) for name, path in _PATHS.items()
    )


def read_stripe_check(check: Check, connected: Connected, status: int, body: bytes) -> Finding:
    """What Stripe said. A restricted key need not open the account: 403 there still shows that the key is known."""
    data = read_object(body)
    if data is None:
        return Finding("failed", "provider_failing", detail=f"HTTP {status}")
    if status == 403 and check.name == "account":
        return Finding("works", "key_is_restricted")
    if status != 200:
        return _refused(status, data.get("error") or {})
    return _account(data) if check.name == "account" else _events(data, connected.webhook_url)


def _refused(status: int, error: Mapping[str, Any]) -> Finding:
    reasons = {401: "key_refused", 403: "not_allowed", 429: "provider_busy"}
    field = "api_key" if status in (401, 403) else ""
    return Finding(
        "failed", reasons.get(status, "provider_failing"), detail=str(error.get("message") or ""), field=field
    )


def _account(data: Mapping[str, Any]) -> Finding:
    shown = (data.get("settings") or {}).get("dashboard") or {}
    name = shown.get("display_name") or (data.get("business_profile") or {}).get("name") or data.get("email")
    facts = {"account": str(data.get("id") or ""), "name": str(name or ""), "country": str(data.get("country") or "")}
    known = {name: value for name, value in facts.items() if value}
    return Finding("works", facts=known) if data.get("charges_enabled", True) else Finding("look", "no_charges", known)


def _events(data: Mapping[str, Any], webhook_url: str) -> Finding:
    ours = [item for item in data.get("data") or () if item.get("url") == webhook_url]
    if not ours:
        return Finding("look", "no_endpoint")
    enabled = any(item.get("status", "enabled") == "enabled" for item in ours)
    return Finding("works") if enabled else Finding("look", "endpoint_off")
