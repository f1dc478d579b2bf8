"""Templates at Twilio: a content with a name, handed in for WhatsApp's review, and asked about from then on."""

import re
from typing import Any

import orjson

from leadnurturebot.providers.messaging.extras import NewTemplate, TemplateState

_VARIABLE = re.compile(r"\{\{(\d+)\}\}")
_STATES = {
    "approved": "APPROVED", "rejected": "REJECTED", "paused": "PAUSED", "disabled": "DISABLED", "received": "PENDING",
    "pending": "PENDING", "unsubmitted": "UNSUBMITTED",
}  # fmt: skip
# Shown to the reviewers in place of what a customer would read.
_SAMPLES = ("Emma", "Blue Floral Sundress M", "$54.00", "example")


def creation(template: NewTemplate) -> bytes:
    """The content of a template, with a sample for every variable."""
    numbers = sorted({int(number) for number in _VARIABLE.findall(template.body)})
    samples = {str(number): _SAMPLES[min(n, len(_SAMPLES) - 1)] for n, number in enumerate(numbers)}
    types: dict[str, Any] = {"twilio/text": {"body": template.body}}
    if template.quick_replies:
        # What a button sends is a variable after those of the text, filled when the message goes out.
        first = len(numbers) + 1
        samples |= {str(first + n): label for n, label in enumerate(template.quick_replies)}
        actions = [{"title": label, "id": f"{{{{{first + n}}}}}"} for n, label in enumerate(template.quick_replies)]
        types = {"twilio/quick-reply": {"body": template.body, "actions": actions}}
    data = {"friendly_name": template.name, "language": template.language, "variables": samples, "types": types}
    return orjson.dumps(data)


def review(template: NewTemplate) -> bytes:
    """What is asked for with the review."""
    return orjson.dumps({"name": template.name, "category": template.category})


def created(status: int, answer: dict[str, Any]) -> TemplateState:
    """A content that was made waits for its review; a refusal by Twilio is a rejection."""
    if status in {200, 201} and answer.get("sid"):
        return TemplateState(id=str(answer["sid"]))
    if status >= 500 or status == 429:
        return TemplateState(reason=f"HTTP {status}")
    return TemplateState(status="REJECTED", reason=str(answer.get("message") or f"HTTP {status}"))


def reviewed(status: int, answer: dict[str, Any]) -> TemplateState | None:
    """The state of a review: the answer to handing in is the review itself, asked about later it stands under `whatsapp`."""
    found = answer.get("whatsapp", answer)
    if status not in {200, 201} or not isinstance(found, dict) or not isinstance(found.get("status"), str):
        return None
    return TemplateState(
        status=_STATES.get(found["status"].lower(), "PENDING"), category=str(found.get("category") or ""),
        reason=str(found.get("rejection_reason") or ""),
    )  # fmt: skip
