"""What the owner must know about the sending: a text code that the portal has words for, what it is about, how often."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.live import notify
from leadnurturebot.platform.sql import Connection


class NoNotice(LookupError):
    """The shop has no such notice (any more)."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice. `told` is the text code, `subject` a template's name, a number, or ""."""

    id: UUID
    told: str
    subject: str
    count: int
    since: datetime
    last_at: datetime


def tell(connection: Connection, shop_id: UUID, told: str, *, now: datetime, subject: str = "") -> None:
    """Tell the owner; the same again is counted on the notice that stands. `now` is business time."""
    connection.execute(
        "INSERT INTO message_path_notice (id, shop_id, told, subject, count, since, last_at)"
        " VALUES (%(id)s, %(shop)s, %(told)s, %(subject)s, 1, %(now)s, %(now)s)"
        " ON CONFLICT (shop_id, told, subject) DO UPDATE SET count = message_path_notice.count + 1, last_at = excluded.last_at",
        {"id": uuid7(), "shop": shop_id, "told": told, "subject": subject, "now": now},
    )
    notify(connection, shop_id, "dashboard")


def settle(connection: Connection, shop_id: UUID, told: str, *, subject: str | None = None) -> None:
    """Take a notice back whose cause is gone. `subject` None: all of that code."""
    connection.execute(
        "DELETE FROM message_path_notice WHERE shop_id = %s AND told = %s AND (%s::text IS NULL OR subject = %s)",
        [shop_id, told, subject, subject],
    )
    notify(connection, shop_id, "dashboard")


def dismiss(connection: Connection, shop_id: UUID, notice_id: UUID) -> None:
    """The owner has read it. Raises NoNotice."""
    row = connection.execute(
        "DELETE FROM message_path_notice WHERE shop_id = %s AND id = %s RETURNING id", [shop_id, notice_id]
    ).fetchone()
    if row is None:
        raise NoNotice(f"there is no notice {notice_id}")
    notify(connection, shop_id, "dashboard")


def list_notices(connection: Connection, shop_id: UUID) -> list[Notice]:
    """The shop's notices, the newest first."""
    rows = connection.execute(
        "SELECT id, told, subject, count, since, last_at FROM message_path_notice"
        " WHERE shop_id = %s ORDER BY last_at DESC, id LIMIT 50",
        [shop_id],
    )
    return [Notice(*row) for row in rows]
