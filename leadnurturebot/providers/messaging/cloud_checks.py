"""Test calls to the Graph API: the number's own info, and whether the account sends its events to our app."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from leadnurturebot.providers.base import Check, Connected, Finding, OutgoingRequest, read_object

FIELDS = "display_phone_number,verified_name,quality_rating,status,throughput,is_on_biz_app"
_TOKEN_DEAD = {0, 190}
_NOT_ALLOWED = {3, 10, *range(200, 300)}
_BUSY = {4, 80007, 130429, 133016}


def cloud_checks(connected: Connected) -> tuple[Check, ...]:
    """One call for every number and one for every account they belong to."""
    config = connected.config
    numbers = connected.numbers or ((str(config["phone_number_id"]), str(config["waba_id"])),)
    accounts = dict.fromkeys(waba_id for _, waba_id in numbers if waba_id)
    return (
        *(_check("number", number, connected, f"{quote(number, safe='')}?fields={FIELDS}") for number, _ in numbers),
        *(_check("events", account, connected, f"{quote(account, safe='')}/subscribed_apps") for account in accounts),
    )


def _check(name: str, subject: str, connected: Connected, path: str) -> Check:
    headers = {"Authorization": f"Bearer {connected.secrets.get('access_token', '')}"}
    return Check(name, subject, OutgoingRequest("GET", f"{connected.base_url}/{path}", headers))


def read_cloud_check(check: Check, status: int, body: bytes) -> Finding:
    """What the Graph API said; an answer that cannot be read counts as a fault of theirs."""
    data = read_object(body)
    if data is None or (status != 200 and not isinstance(data.get("error"), dict)):
        return Finding("failed", "provider_failing", detail=f"HTTP {status}")
    if status != 200:
        return _refused(check, status, data["error"])
    return _number(data) if check.name == "number" else _events(data)


def _refused(check: Check, status: int, error: Mapping[str, Any]) -> Finding:
    code = int(error.get("code") or 0)
    detail = str(error.get("message") or "")
    if status == 429 or code in _BUSY:
        return Finding("failed", "provider_busy", detail=detail)
    if status >= 500:
        return Finding("failed", "provider_failing", detail=detail)
    if status == 401 or code in _TOKEN_DEAD:
        return Finding("failed", "key_refused", detail=detail, field="access_token")
    if code in _NOT_ALLOWED:
        return Finding("failed", "not_allowed", detail=detail, field="access_token")
    field = "phone_number_id" if check.name == "number" else "waba_id"
    return Finding("failed", "not_found", detail=detail, field=field)


def _number(data: Mapping[str, Any]) -> Finding:
    names = {"number": "display_phone_number", "name": "verified_name", "quality": "quality_rating", "status": "status"}
    facts = {name: str(data[field]) for name, field in names.items() if data.get(field)}
    if isinstance(data.get("throughput"), dict):
        facts["throughput"] = str(data["throughput"].get("level") or "")
    if "is_on_biz_app" in data:
        facts["in_app"] = "yes" if data["is_on_biz_app"] else "no"
    # Without a status (older accounts leave it out) an answer is all that can be asked for.
    if facts.get("status", "CONNECTED") != "CONNECTED":
        return Finding("look", "number_not_ready", facts)
    return Finding("look", "quality_low", facts) if facts.get("quality") == "RED" else Finding("works", facts=facts)


def _events(data: Mapping[str, Any]) -> Finding:
    apps = [item.get("whatsapp_business_api_data") or {} for item in data.get("data") or () if isinstance(item, dict)]
    if not apps:
        return Finding("look", "not_subscribed")
    return Finding("works", facts={"app": ", ".join(str(app.get("name") or app.get("id") or "?") for app in apps)})
