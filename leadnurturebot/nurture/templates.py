"""Message templates of a shop. A changed text goes to review again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import Connection, insert_many, json_text


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDraft:
    """A template in one language of the provider (`pt_BR`); `parameters` names what stands for {{1}}, {{2}}…"""

    name: str
    language: str
    category: str
    body: str
    parameters: Sequence[str] = ()
    quick_replies: Sequence[str] = ()
    """Labels of buttons that send a reply."""


_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "name": "text", "language": "text", "category": "text", "status": "text",
    "body": "text", "parameters": "jsonb", "provider_id": "text", "reason": "text", "updated_at": "timestamptz",
    "buttons": "jsonb",
}  # fmt: skip
_OVERWRITE = (
    "ON CONFLICT (shop_id, name, language) DO UPDATE SET category = excluded.category, body = excluded.body,"
    " parameters = excluded.parameters, buttons = excluded.buttons, status = excluded.status, reason = '', updated_at = excluded.updated_at"
    " WHERE (nurture_messagetemplate.body, nurture_messagetemplate.category, nurture_messagetemplate.buttons)"
    " <> (excluded.body, excluded.category, excluded.buttons)"
)


def save_templates(connection: Connection, shop_id: UUID, drafts: Sequence[TemplateDraft], *, now: datetime) -> None:
    """Save templates by name and language, to be submitted; what did not change keeps its review."""
    rows = [
        (uuid7(), shop_id, draft.name, draft.language, draft.category, "PENDING", draft.body,
         json_text(draft.parameters), "", "", now, json_text(_buttons(draft)))
        for draft in drafts
    ]  # fmt: skip
    insert_many(connection, "nurture_messagetemplate", _COLUMNS, rows, tail=_OVERWRITE)


def _buttons(draft: TemplateDraft) -> list[dict[str, str]]:
    return [{"type": "QUICK_REPLY", "text": label} for label in draft.quick_replies]
