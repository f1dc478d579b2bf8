"""Creating message templates at the Cloud API."""

import re

import orjson

from leadnurturebot.providers.base import OutgoingRequest
from leadnurturebot.providers.messaging.base import Account

_VARIABLE = re.compile(r"\{\{\d+\}\}")
# Shown to the reviewers, in the order name, goods, total.
_EXAMPLES = ("Emma", "Blue Floral Sundress M", "$54.00", "example")


def build_create(*, name: str, language: str, category: str, body: str, account: Account) -> OutgoingRequest:
    """`POST /{waba id}/message_templates` with positional parameters and their examples."""
    count = len(set(_VARIABLE.findall(body)))
    component: dict[str, object] = {"type": "BODY", "text": body}
    if count:
        component["example"] = {"body_text": [list(_EXAMPLES[:count])]}
    data = {
        "name": name, "language": language, "category": category, "parameter_format": "positional",
        "components": [component],
    }  # fmt: skip
    headers = {"Authorization": f"Bearer {account.secrets.get('access_token', '')}", "Content-Type": "application/json"}
    return OutgoingRequest(
        "POST", f"{account.base_url}/{account.waba_id}/message_templates", headers, orjson.dumps(data)
    )


def read_create(status: int, body: bytes) -> dict[str, str]:
    """`id`, `status`, `category` and `reason`; a refusal is a rejected template with its reason, never tried again."""
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        data = {}
    if status == 200 and "id" in data:
        fields = ("id", "status", "category")
        return {**{name: str(data.get(name, "")) for name in fields}, "reason": ""}
    if status >= 500 or status == 429:
        return {"id": "", "status": "PENDING", "category": "", "reason": f"HTTP {status}"}
    error = data.get("error", {}) if isinstance(data, dict) else {}
    reason = str(error.get("error_user_msg") or error.get("message") or f"HTTP {status}")
    return {"id": "", "status": "REJECTED", "category": "", "reason": reason}
