"""Notices: what the people of a shop should know of their outside systems, in codes that the portal has texts for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.live import notify_many
from leadnurturebot.platform.reading import Question, Row
from leadnurturebot.platform.sql import Connection, insert_many, json_text

KINDS = (
    "template_rejected", "template_paused", "template_disabled", "template_category_changed", "template_quality_low",
    "number_quality_low", "number_limited", "name_rejected", "account_restricted", "account_disabled",
    "account_to_be_disabled", "account_disconnected", "account_violation", "account_alert", "account_rejected",
    "security_changed", "flow_trouble", "username_changed", "history_declined", "whatsapp_error",
)  # fmt: skip
"""Codes of what the provider tells by itself. What is learned from a refused send goes by the codes of
`domain.send_errors`. Each has a text in every language of the portal."""

_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "kind": "text", "subject": "text", "severity": "text", "parameters": "jsonb",
    "count": "int", "since": "timestamptz",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something to be told. `detail` of the parameters is the provider's own words."""

    shop_id: UUID
    kind: str
    subject: str = ""
    severity: str = "warning"
    since: datetime
    parameters: Mapping[str, str] = field(default_factory=dict)


def raise_notices(connection: Connection, notices: Sequence[Notice]) -> None:
    """Open notices; one that stands already is brought up to date, counted, and keeps its time."""
    newest = {(notice.shop_id, notice.kind, notice.subject): notice for notice in notices}
    rows = [
        (uuid7(), n.shop_id, n.kind, n.subject, n.severity, json_text(n.parameters), 1, n.since)
        for n in newest.values()
    ]
    insert_many(
        connection, "shops_notice", _COLUMNS, rows,
        tail="ON CONFLICT (shop_id, kind, subject) WHERE resolved_at IS NULL"
        " DO UPDATE SET parameters = excluded.parameters, severity = excluded.severity, count = shops_notice.count + 1",
    )  # fmt: skip
    notify_many(connection, "dashboard", [(notice.shop_id, "") for notice in notices])


def settle_notices(connection: Connection, shop_id: UUID, kinds: Sequence[str], subject: str, *, at: datetime) -> None:
    """Close notices of these kinds about a subject: what they told of is over."""
    connection.execute(
        "UPDATE shops_notice SET resolved_at = %s WHERE shop_id = %s AND kind = ANY(%s) AND subject = %s"
        " AND resolved_at IS NULL",
        [at, shop_id, list(kinds), subject],
    )
    notify_many(connection, "dashboard", [(shop_id, "")])


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNotice:
    """A notice that stands."""

    id: UUID
    kind: str
    subject: str
    severity: str
    detail: str
    count: int
    since: datetime


_OPEN = """
SELECT id, kind, subject, severity, coalesce(parameters->>'detail', '') AS detail, count, since FROM shops_notice
WHERE shop_id = %(shop)s AND resolved_at IS NULL
ORDER BY array_position(ARRAY['danger', 'warning', 'info'], severity), since DESC LIMIT 50
"""


def open_notices(shop_id: UUID) -> Question[list[OpenNotice]]:
    """What stands, by harm."""
    return Question(_OPEN, {"shop": shop_id}, lambda rows: [_open(row) for row in rows])


def _open(row: Row) -> OpenNotice:
    notice_id, kind, subject, severity, detail, count, since = row
    return OpenNotice(
        id=UUID(notice_id), kind=kind, subject=subject, severity=severity, detail=detail, count=count,
        since=datetime.fromisoformat(since),
    )  # fmt: skip


def dismiss_notice(connection: Connection, shop_id: UUID, notice_id: UUID, *, at: datetime) -> tuple[str, str] | None:
    """Close a notice that somebody has read; its kind and subject, None when there is no such open one."""
    row = connection.execute(
        "UPDATE shops_notice SET resolved_at = %s WHERE shop_id = %s AND id = %s AND resolved_at IS NULL"
        " RETURNING kind, subject",
        [at, shop_id, notice_id],
    ).fetchone()
    return (row[0], row[1]) if row else None
