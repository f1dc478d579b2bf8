"""Test calls to 360dialog: whether the number may send, and whether its webhook leads here."""

from collections.abc import Mapping
from typing import Any

from leadnurturebot.providers.base import Check, Connected, Finding, OutgoingRequest, read_object

_PATHS = {"number": "/health_status", "events": "/v1/configs/webhook"}


def dialog360_checks(connected: Connected, headers: Mapping[str, str]) -> tuple[Check, ...]:
    """The health of the number a key stands for, and its webhook."""
    return tuple(
        Check(name, "", OutgoingRequest("GET", f"{connected.base_url}{path}", headers)) for name, path in _PATHS.items()
    )


def read_dialog360_check(check: Check, connected: Connected, status: int, body: bytes) -> Finding:
    """What 360dialog said."""
    data = read_object(body)
    if status != 200 or data is None:
        return _refused(status, data or {})
    return _number(data) if check.name == "number" else _events(data, connected.webhook_url)


def _refused(status: int, data: Mapping[str, Any]) -> Finding:
    detail = str((data.get("meta") or {}).get("developer_message") or f"HTTP {status}")
    if status in (401, 403):
        return Finding("failed", "key_refused", detail=detail, field="api_key")
    return Finding("failed", "provider_busy" if status == 429 else "provider_failing", detail=detail)


def _number(data: Mapping[str, Any]) -> Finding:
    """Meta's health status, as 360dialog passes it on: AVAILABLE, LIMITED or BLOCKED."""
    health = data.get("health_status") or {}
    state = str(health.get("can_send_message") or "")
    facts = {"status": state} if state else {}
    return Finding("works", facts=facts) if state in ("AVAILABLE", "") else Finding("look", "number_not_ready", facts)


def _events(data: Mapping[str, Any], webhook_url: str) -> Finding:
    return Finding("works") if data.get("url") == webhook_url else Finding("look", "no_endpoint")
