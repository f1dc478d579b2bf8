"""Message templates at the Cloud API: create, edit, list, delete. Without I/O."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import orjson

from leadnurturebot.domain.template_rules import TemplateText, variables
from leadnurturebot.providers.base import OutgoingRequest, read_object
from leadnurturebot.providers.messaging.base import Account, Refused
from leadnurturebot.providers.messaging.cloud_errors import refused
from leadnurturebot.providers.messaging.extras import NewTemplate
from leadnurturebot.providers.messaging.templates import Submitted, TemplatePage, TemplateSeen

# Shown to the reviewers in place of what a parameter stands for.
_EXAMPLES = {
    "name": "Emma", "items": "Blue Floral Sundress M", "total": "$54.00", "shop": "TrendyThreads",
    "product": "Blue Floral Sundress", "order": "TT-12345",
}  # fmt: skip
FIELDS = "id,name,status,category,previous_category,correct_category,language,components,quality_score,rejected_reason"
PAGE = 100
STALE_CURSOR = 131059


class CloudTemplates:
    """The template calls of the Cloud API."""

    def build_create(self, template: TemplateText, account: Account) -> OutgoingRequest:
        """`POST /{waba id}/message_templates` with positional parameters and their examples."""
        data: dict[str, Any] = {
            "name": template.name, "language": template.language, "category": template.category,
            "parameter_format": "positional", "components": _components(template),
        }  # fmt: skip
        return _send(account, "POST", f"{account.waba_id}/message_templates", data | _ttl(template))

    def build_edit(
        self, provider_id: str, template: TemplateText, account: Account, *, with_category: bool
    ) -> OutgoingRequest:
        """`POST /{template id}`: goes to review again. The category of an approved template cannot be edited."""
        data: dict[str, Any] = {"components": _components(template)} | _ttl(template)
        return _send(account, "POST", provider_id, data | ({"category": template.category} if with_category else {}))

    def build_list(self, account: Account, *, after: str = "") -> OutgoingRequest:
        """One page of `GET /{waba id}/message_templates`."""
        query = {"fields": FIELDS, "limit": str(PAGE)} | ({"after": after} if after else {})
        return _send(account, "GET", f"{account.waba_id}/message_templates?{urlencode(query)}")

    def build_delete(self, provider_id: str, name: str, account: Account) -> OutgoingRequest:
        """One language of a template: without the id every language of the name would go."""
        query = urlencode({"name": name, "hsm_id": provider_id})
        return _send(account, "DELETE", f"{account.waba_id}/message_templates?{query}")

    def read_submitted(self, status: int, body: bytes) -> Submitted | Refused:
        """The answer to creating a template."""
        data = read_object(body) or {}
        if status == 200 and data.get("id"):
            return Submitted(str(data["id"]), str(data.get("status", "PENDING")), str(data.get("category", "")))
        return _refusal(status, data)

    def read_done(self, status: int, body: bytes) -> Refused | None:
        """The answer to an edit or a deletion, None when it was done."""
        data = read_object(body) or {}
        return None if status == 200 and data.get("success") else _refusal(status, data)

    def read_list(self, status: int, body: bytes) -> TemplatePage | Refused:
        """A page of templates."""
        data = read_object(body) or {}
        if status != 200 or not isinstance(data.get("data"), list):
            return _refusal(status, data)
        paging = data.get("paging") or {}
        after = (paging.get("cursors") or {}).get("after", "") if paging.get("next") else ""
        return TemplatePage(tuple(_seen(item) for item in data["data"] if item.get("name")), str(after))


def _refusal(status: int, data: Mapping[str, Any]) -> Refused:
    """Meta's words for people, where it has some: they name what is wrong with the text."""
    error = data.get("error")
    words = error.get("error_user_msg") if isinstance(error, Mapping) else ""
    found = refused(status, error)
    return Refused(found.code, str(words or found.text), found.verdict, found.retry_after, found.told, found.waits)


def _components(template: TemplateText) -> list[dict[str, Any]]:
    components: list[dict[str, Any]] = []
    if template.header:
        components.append({"type": "HEADER", "format": "TEXT", "text": template.header})
    body: dict[str, Any] = {"type": "BODY", "text": template.body}
    if count := len(set(variables(template.body))):
        names = (*template.parameters, *("",) * count)[:count]
        body["example"] = {"body_text": [[_EXAMPLES.get(name, "example") for name in names]]}
    components.append(body)
    if template.footer:
        components.append({"type": "FOOTER", "text": template.footer})
    if template.buttons:
        components.append({"type": "BUTTONS", "buttons": [_button(button) for button in template.buttons]})
    return components


def _button(button: Any) -> dict[str, str]:
    more = {"URL": {"url": button.url}, "PHONE_NUMBER": {"phone_number": button.phone_number}}
    return {"type": button.type, "text": button.text} | more.get(button.type, {})


def _ttl(template: TemplateText) -> dict[str, int]:
    return {"message_send_ttl_seconds": template.ttl_seconds} if template.ttl_seconds else {}


def _seen(item: Mapping[str, Any]) -> TemplateSeen:
    parts = {str(part.get("type", "")).upper(): part for part in item.get("components") or ()}
    reason = str(item.get("rejected_reason") or "")
    return TemplateSeen(
        provider_id=str(item.get("id", "")), name=str(item["name"]), language=str(item.get("language", "")),
        category=str(item.get("category", "")), status=str(item.get("status", "")),
        previous_category=str(item.get("previous_category") or ""),
        correct_category=str(item.get("correct_category") or ""),
        quality=str((item.get("quality_score") or {}).get("score") or ""), reason="" if reason == "NONE" else reason,
        body=str(parts.get("BODY", {}).get("text") or ""), header=str(parts.get("HEADER", {}).get("text") or ""),
        footer=str(parts.get("FOOTER", {}).get("text") or ""),
        buttons=tuple(_button_seen(button) for button in parts.get("BUTTONS", {}).get("buttons") or ()),
    )  # fmt: skip


def _button_seen(button: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(button[name]) for name in ("type", "text", "url", "phone_number") if button.get(name)}


def _send(account: Account, method: str, path: str, data: Mapping[str, Any] | None = None) -> OutgoingRequest:
    headers = {"Authorization": f"Bearer {account.secrets.get('access_token', '')}", "Content-Type": "application/json"}
    return OutgoingRequest(method, f"{account.base_url}/{path}", headers, orjson.dumps(data) if data else b"")


# In the order name, goods, total, for a text without names of its parameters.
_IN_ORDER = ("Emma", "Blue Floral Sundress M", "$54.00", "example")


def build_create(new: NewTemplate, account: Account) -> OutgoingRequest:
    """`POST /{waba id}/message_templates` with positional parameters and their examples, and buttons that answer."""
    body = new.body
    count = len(set(variables(body)))
    component: dict[str, object] = {"type": "BODY", "text": body}
    if count:
        component["example"] = {"body_text": [list(_IN_ORDER[:count])]}
    replies = [{"type": "QUICK_REPLY", "text": label} for label in new.quick_replies]
    data = {
        "name": new.name, "language": new.language, "category": new.category, "parameter_format": "positional",
        "components": [component, *([{"type": "BUTTONS", "buttons": replies}] if replies else [])],
    }  # fmt: skip
    headers = {"Authorization": f"Bearer {account.secrets.get('access_token', '')}", "Content-Type": "application/json"}
    return OutgoingRequest(
        "POST", f"{account.base_url}/{account.waba_id}/message_templates", headers, orjson.dumps(data)
    )


def read_create(status: int, body: bytes) -> dict[str, str]:
    """`id`, `status`, `category` and `reason`; a refusal is a rejected template with its reason, never tried again."""
    data = read_object(body) or {}
    if status == 200 and "id" in data:
        fields = ("id", "status", "category")
        return {**{name: str(data.get(name, "")) for name in fields}, "reason": ""}
    if status >= 500 or status == 429:
        return {"id": "", "status": "PENDING", "category": "", "reason": f"HTTP {status}"}
    error = data.get("error", {}) if isinstance(data, dict) else {}
    reason = str(error.get("error_user_msg") or error.get("message") or f"HTTP {status}")
    return {"id": "", "status": "REJECTED", "category": "", "reason": reason}
