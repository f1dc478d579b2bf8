"""What the provider did to a template, as learned from a refused send."""

from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.domain.send_errors import TEMPLATE_PAUSES
from leadnurturebot.platform.sql import Connection

BROKEN = "BROKEN"
"""Our own state: Meta refused a send of it, so nothing uses it until it is edited or synced."""


def pause_template(connection: Connection, shop_id: UUID, name: str, language: str, *, now: datetime) -> None:
    """Low quality: 3 h the first time, 6 h the second. A pause that runs is not begun again."""
    first, second = (timedelta(seconds=wait) for wait in TEMPLATE_PAUSES)
    connection.execute(
        "UPDATE nurture_messagetemplate SET status = 'PAUSED', pauses = pauses + 1, updated_at = %(now)s,"
        " paused_until = %(now)s + CASE WHEN pauses = 0 THEN %(first)s::interval ELSE %(second)s::interval END"
        " WHERE shop_id = %(shop)s AND name = %(name)s AND language = %(language)s AND status <> 'PAUSED'",
        {"now": now, "first": first, "second": second, "shop": shop_id, "name": name, "language": language},
    )


def break_template(
    connection: Connection, shop_id: UUID, name: str, language: str, *, told: str, now: datetime
) -> None:
    """Nothing uses the template any more until it is mended. `told`: the text code of the reason."""
    status = "DISABLED" if told == "template_disabled" else BROKEN
    connection.execute(
        "UPDATE nurture_messagetemplate SET status = %s, reason = %s, updated_at = %s"
        " WHERE shop_id = %s AND name = %s AND language = %s",
        [status, told, now, shop_id, name, language],
    )


def unpause_due(connection: Connection, *, now: datetime) -> int:
    """Templates whose pause is over are usable again; Meta unpauses them by itself."""
    rows = connection.execute(
        "UPDATE nurture_messagetemplate SET status = 'APPROVED', paused_until = NULL, updated_at = %s"
        " WHERE status = 'PAUSED' AND paused_until <= %s RETURNING id",
        [now, now],
    ).fetchall()
    return len(rows)
