"""Templates for their page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.domain.template_rules import TemplateButton, TemplateText, editable_from
from leadnurturebot.nurture.models import MessageTemplate


class NoTemplate(LookupError):
    """The shop has no such template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateView:
    """A template with its state. `editable_at`: from when it may be edited, None while it may not."""

    id: UUID
    name: str
    language: str
    category: str
    status: str
    body: str
    header: str
    footer: str
    buttons: Sequence[dict[str, str]]
    parameters: Sequence[str]
    ttl_seconds: int | None
    reason: str
    quality: str
    previous_category: str
    next_category: str
    held_reason: str
    paused_until: datetime | None
    editable_at: datetime | None
    is_submitted: bool
    updated_at: datetime


def list_templates(shop_id: UUID, *, now: datetime) -> list[TemplateView]:
    """Everything that is not deleted, by name and language."""
    rows = MessageTemplate.objects.filter(shop_id=shop_id).exclude(status="DELETED").order_by("name", "language")
    return [_view(row, now) for row in rows]


def get_template(shop_id: UUID, template_id: UUID, *, now: datetime | None = None) -> TemplateView:
    """One template. Raises NoTemplate."""
    row = MessageTemplate.objects.filter(shop_id=shop_id, id=template_id).exclude(status="DELETED").first()
    if row is None:
        raise NoTemplate("there is no such template")
    return _view(row, now or row.updated_at)


def _view(row: Any, now: datetime) -> TemplateView:
    edits = [datetime.fromisoformat(at) for at in row.edits]
    return TemplateView(
        id=row.id, name=row.name, language=row.language, category=row.category, status=row.status, body=row.body,
        header=row.header, footer=row.footer, buttons=[_button(button) for button in row.buttons],
        parameters=row.parameters, ttl_seconds=row.ttl_seconds, reason=row.reason, quality=row.quality,
        previous_category=row.previous_category, next_category=row.next_category, held_reason=row.held_reason,
        paused_until=row.paused_until, editable_at=editable_from(row.status, edits, now),
        is_submitted=bool(row.provider_id), updated_at=row.updated_at,
    )  # fmt: skip


def _button(button: dict[str, str]) -> dict[str, str]:
    return {"type": "", "text": "", "url": "", "phone_number": ""} | button


def text_of(row: Any) -> TemplateText:
    """A stored template as the rules and the provider see it."""
    return TemplateText(
        name=row.name, language=row.language, category=row.category, body=row.body, header=row.header,
        footer=row.footer, parameters=tuple(row.parameters), ttl_seconds=row.ttl_seconds,
        buttons=tuple(TemplateButton(**_button(button)) for button in row.buttons),
    )  # fmt: skip
