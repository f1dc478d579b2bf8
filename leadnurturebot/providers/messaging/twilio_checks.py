"""Test calls to Twilio: whose account the token opens, and the sender's state and webhook."""

from collections.abc import Mapping
from typing import Any

from leadnurturebot.providers.base import Check, Connected, Finding, OutgoingRequest, read_object

# An account has a few senders; a page takes them all.
_SENDERS = "/v2/Channels/Senders?Channel=whatsapp&PageSize=1000"


def twilio_checks(connected: Connected, headers: Mapping[str, str]) -> tuple[Check, ...]:
    """The account, and the senders of the Senders API, which has a host of its own."""
    account = f"{connected.base_url}/2010-04-01/Accounts/{connected.config['account_sid']}.json"
    senders = connected.base_url.replace("://api.", "://messaging.") + _SENDERS
    return (
        Check("account", "", OutgoingRequest("GET", account, headers)),
        Check("number", sender_id(connected.config), OutgoingRequest("GET", senders, headers)),
    )


def sender_id(config: Mapping[str, Any]) -> str:
    """The number as Twilio names a WhatsApp sender."""
    return f"whatsapp:+{str(config['number']).lstrip('+')}"


def read_twilio_check(check: Check, connected: Connected, status: int, body: bytes) -> Finding:
    """What Twilio said."""
    data = read_object(body)
    if status != 200 or data is None:
        return _refused(status, data or {}, connected)
    return _account(data) if check.name == "account" else _sender(data, connected)


def _refused(status: int, data: Mapping[str, Any], connected: Connected) -> Finding:
    detail = str(data.get("message") or f"HTTP {status}")
    if status == 404:
        return Finding("failed", "not_found", detail=detail, field="account_sid")
    reasons = {401: "key_refused", 403: "not_allowed", 429: "provider_busy"}
    key = "api_key_secret" if connected.secrets.get("api_key_sid") else "auth_token"
    return Finding(
        "failed", reasons.get(status, "provider_failing"), detail=detail, field=key if status in (401, 403) else ""
    )


def _account(data: Mapping[str, Any]) -> Finding:
    facts = {"name": str(data.get("friendly_name") or ""), "status": str(data.get("status") or "")}
    known = {name: value for name, value in facts.items() if value}
    is_open = facts["status"] in ("active", "")
    return Finding("works", facts=known) if is_open else Finding("failed", "not_allowed", known, field="account_sid")


def _sender(data: Mapping[str, Any], connected: Connected) -> Finding:
    wanted = sender_id(connected.config)
    ours = next((each for each in data.get("senders") or () if each.get("sender_id") == wanted), None)
    if ours is None:
        return Finding("failed", "not_found", field="number")
    state = str(ours.get("status") or "")
    facts = {"number": wanted.removeprefix("whatsapp:"), "status": state}
    if not state.startswith("ONLINE"):
        return Finding("look", "number_not_ready", facts)
    # What stands behind # says how Twilio tries again.
    leads_here = str((ours.get("webhook") or {}).get("callback_url")).partition("#")[0] == connected.webhook_url
    return Finding("works", facts=facts) if leads_here else Finding("look", "endpoint_elsewhere", facts)
