"""Writing templates, and keeping what the provider says of them. The calls to the provider are made further up."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.domain.template_rules import Problem, TemplateText, editable_from, name_locked_until, problems
from leadnurturebot.nurture.models import MessageTemplate
from leadnurturebot.nurture.template_queries import NoTemplate, get_template
from leadnurturebot.platform import audit
from leadnurturebot.platform.sql import borrowed
from leadnurturebot.shops.notices import settle_notices

CATEGORY_CHANGED = "category_changed"
TOLD_OF_CATEGORY = "template_category_changed"
"""The notice of it."""
LOCAL = frozenset({"DRAFT", "REJECTED"})
"""States in which nothing of it may be at the provider."""


class UnusableTemplate(ValueError):
    """A text that WhatsApp would refuse; `problems` says where and why."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(", ".join(f"{problem.field}: {problem.code}" for problem in found))
        self.problems = found


class TemplateBusy(Exception):
    """The template cannot be changed now; `code` says why, `until` when it can, if ever."""

    def __init__(self, code: str, until: datetime | None = None) -> None:
        super().__init__(code)
        self.code, self.until = code, until


def template_create(*, shop_id: UUID, text: TemplateText, actor: str, now: datetime) -> MessageTemplate:
    """A draft. Raises UnusableTemplate, and TemplateBusy where the name is taken or still locked."""
    check(text)
    found = MessageTemplate.objects.filter(shop_id=shop_id, name=text.name, language=text.language).first()
    if found is not None:
        until = name_locked_until(found.deleted_at, now)
        if until is not None or found.status != "DELETED":
            raise TemplateBusy("name_locked" if until else "name_taken", until)
        found.delete()
    row: MessageTemplate = MessageTemplate.objects.create(
        shop_id=shop_id, name=text.name, language=text.language, status="DRAFT", updated_at=now, **_written(text)
    )
    audit.record(shop_id=shop_id, actor=actor, action="template.created", now=now, subject=str(row.id))
    return row


def check_edit(row: MessageTemplate, text: TemplateText, *, now: datetime) -> None:
    """Whether the text may take the place of the row's now. Raises UnusableTemplate, TemplateBusy."""
    check(text)
    if (text.name, text.language) != (row.name, row.language):
        raise TemplateBusy("name_fixed")
    if row.provider_id and text.category != row.category and row.status not in LOCAL:
        raise TemplateBusy("category_fixed")
    edits = [datetime.fromisoformat(at) for at in row.edits]
    from_at = editable_from(row.status, edits, now)
    if from_at is None or from_at > now:
        raise TemplateBusy("not_editable" if from_at is None else "edited_often", from_at)


def template_edit(*, row: MessageTemplate, text: TemplateText, actor: str, now: datetime) -> None:
    """Store an edited text. What the provider knows is under review again; the caller has told it already."""
    if row.provider_id:
        row.edits = [*row.edits, now.isoformat()] if row.status not in LOCAL else row.edits
        row.status, row.reason, row.held_reason = "PENDING", "", ""
    else:
        row.status, row.reason = "DRAFT", ""
    for name, value in _written(text).items():
        setattr(row, name, value)
    row.updated_at = now
    row.save()
    audit.record(shop_id=row.shop_id, actor=actor, action="template.edited", now=now, subject=str(row.id))


def template_delete(*, row: MessageTemplate, actor: str, now: datetime) -> None:
    """Forget a draft; of one that the provider had, keep its name for as long as that is locked."""
    subject, shop_id = str(row.id), row.shop_id
    if row.provider_id:
        row.status, row.deleted_at, row.updated_at = "DELETED", now, now
        row.save()
    else:
        row.delete()
    audit.record(shop_id=shop_id, actor=actor, action="template.deleted", now=now, subject=subject)


def template_category_accept(*, row: MessageTemplate, actor: str, now: datetime) -> None:
    """The owner agrees to the category that the provider moved it to: it may be used again."""
    row.held_reason, row.updated_at = "", now
    row.save(update_fields=["held_reason", "updated_at"])
    settle_notices(borrowed(), row.shop_id, [TOLD_OF_CATEGORY], row.name, at=now)
    audit.record(shop_id=row.shop_id, actor=actor, action="template.category_accepted", now=now, subject=str(row.id))


def recategorised(row: MessageTemplate, category: str) -> bool:
    """Keep the provider's category. True when that made it dearer: then it is held until a person agrees."""
    if not category or category == row.category:
        return False
    row.previous_category, row.category, row.next_category = row.category, category, ""
    if category == "MARKETING":
        row.held_reason = CATEGORY_CHANGED
    return category == "MARKETING"


def find_template(shop_id: UUID, template_id: UUID) -> MessageTemplate:
    """The row to change, locked until the transaction ends. Raises NoTemplate."""
    get_template(shop_id, template_id)
    row = MessageTemplate.objects.select_for_update().filter(shop_id=shop_id, id=template_id).first()
    if row is None:
        raise NoTemplate("there is no such template")
    found: MessageTemplate = row
    return found


def check(text: TemplateText) -> None:
    """Raises UnusableTemplate."""
    if found := problems(text):
        raise UnusableTemplate(found)


def _written(text: TemplateText) -> Mapping[str, Any]:
    return {
        "category": text.category, "body": text.body, "header": text.header, "footer": text.footer,
        "parameters": list(text.parameters), "ttl_seconds": text.ttl_seconds,
        "buttons": [
            {"type": b.type, "text": b.text, "url": b.url, "phone_number": b.phone_number} for b in text.buttons
        ],
    }  # fmt: skip
