"""What the provider says of templates: review, quality, category. Each event counts unless a newer one is known."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.nurture.template_actions import CATEGORY_CHANGED
from leadnurturebot.platform.sql import Connection

_OF = (
    " WHERE t.shop_id = %(shop)s AND ((t.name = %(name)s AND t.language = %(language)s)"
    " OR (t.provider_id <> '' AND t.provider_id = %(template_id)s))"
)
_REVIEWED = (
    "UPDATE nurture_messagetemplate t SET status = %(status)s, reason = %(reason)s, detail = %(detail)s,"
    " reviewed_at = %(at)s, updated_at = %(now)s,"
    " paused_until = CASE WHEN %(status)s = 'PAUSED' THEN t.paused_until END,"
    " provider_id = CASE WHEN t.provider_id = '' THEN %(template_id)s ELSE t.provider_id END"
    f"{_OF} AND coalesce(t.reviewed_at, '-infinity') <= %(at)s RETURNING t.name"
)
_RATED = (
    "UPDATE nurture_messagetemplate t SET quality = %(quality)s, rated_at = %(at)s, updated_at = %(now)s"
    f"{_OF} AND coalesce(t.rated_at, '-infinity') <= %(at)s RETURNING t.name"
)
# What becomes marketing costs more and may no longer go where it went: it waits until somebody agrees.
_CATEGORISED = (
    "UPDATE nurture_messagetemplate t SET category = coalesce(nullif(%(category)s, ''), t.category),"
    " next_category = %(upcoming)s, categorised_at = %(at)s, updated_at = %(now)s,"
    " previous_category = CASE WHEN %(category)s <> '' AND upper(%(category)s) <> upper(t.category) THEN t.category"
    "   ELSE t.previous_category END,"
    " held_reason = CASE WHEN upper(%(category)s) = 'MARKETING' AND upper(t.category) <> 'MARKETING'"
    f"   THEN '{CATEGORY_CHANGED}' ELSE t.held_reason END"
    f" FROM nurture_messagetemplate o{_OF} AND o.id = t.id AND coalesce(t.categorised_at, '-infinity') <= %(at)s"
    " RETURNING t.name, upper(o.category) <> upper(t.category) OR t.next_category <> ''"
)
_EDITED = (
    "UPDATE nurture_messagetemplate t SET body = %(body)s, updated_at = %(now)s"
    f"{_OF} AND %(body)s <> '' AND t.updated_at <= %(at)s RETURNING t.name"
)


def _values(shop_id: UUID, data: Mapping[str, Any], at: datetime, now: datetime) -> dict[str, Any]:
    return {**data, "shop": shop_id, "at": at, "now": now}


def _one(connection: Connection, statement: str, values: Mapping[str, Any]) -> Any:
    return connection.execute(statement, values).fetchone()


def reviewed(
    connection: Connection, shop_id: UUID, data: Mapping[str, Any], *, at: datetime, now: datetime
) -> str | None:
    """Store a review's outcome; the template's name, None when nothing changed."""
    detail = " ".join(part for part in (data["title"], data["detail"]) if part)
    row = _one(connection, _REVIEWED, {**_values(shop_id, data, at, now), "detail": detail})
    return row[0] if row else None


def rated(connection: Connection, shop_id: UUID, data: Mapping[str, Any], *, at: datetime, now: datetime) -> str | None:
    """Store a quality; the template's name, None when nothing changed."""
    row = _one(connection, _RATED, _values(shop_id, data, at, now))
    return row[0] if row else None


def categorised(
    connection: Connection, shop_id: UUID, data: Mapping[str, Any], *, at: datetime, now: datetime
) -> str | None:
    """Store a category, or the one that is to come; the name of a template whose category moves."""
    row = _one(connection, _CATEGORISED, _values(shop_id, data, at, now))
    return row[0] if row and row[1] else None


def edited(
    connection: Connection, shop_id: UUID, data: Mapping[str, Any], *, at: datetime, now: datetime
) -> str | None:
    """Store a text that was edited at the provider; the template's name, None when nothing changed."""
    row = _one(connection, _EDITED, _values(shop_id, data, at, now))
    return row[0] if row else None


def release(connection: Connection, shop_id: UUID, name: str, *, now: datetime) -> None:
    """Somebody agreed: the template is used again in every language."""
    connection.execute(
        "UPDATE nurture_messagetemplate SET held_reason = '', updated_at = %s WHERE shop_id = %s AND name = %s",
        [now, shop_id, name],
    )
