"""What the provider says of a shop's numbers: quality, limits, names, and whether anything may be sent at all."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from leadnurturebot.platform.sql import Connection

_FIELDS = frozenset({
    "quality", "messaging_limit", "throughput", "status", "verified_name", "name_status", "username", "sending_paused",
    "sending_paused_until",
})  # fmt: skip


def told_of_numbers(
    connection: Connection, *, shop_id: UUID, waba_id: str, sort: str, at: datetime,
    values: Mapping[str, str | datetime | None], number: str = "",
) -> list[tuple[UUID, str, dict[str, str]]]:  # fmt: skip
    """Store what was told of the account's numbers, or of the one with these digits, unless newer is known of that sort.

    Returns (id, displayed number, the old texts of the changed fields) of those that changed.
    """
    if unknown := set(values) - _FIELDS:
        raise ValueError(f"numbers have no {', '.join(sorted(unknown))}")
    names = sorted(values)
    assignments = ", ".join(f"{name} = %({name})s" for name in names)
    before = ", ".join(f"'{name}', coalesce(o.{name}::text, '')" for name in names)
    rows = connection.execute(
        f"UPDATE shops_businessnumber n SET {assignments}, told_at = n.told_at || jsonb_build_object(%(sort)s::text, %(at)s::timestamptz)"
        " FROM shops_businessnumber o WHERE o.id = n.id AND n.shop_id = %(shop)s AND n.waba_id = %(waba)s"
        " AND (%(number)s = '' OR regexp_replace(n.display_number, '[^0-9]', '', 'g') = %(number)s)"
        " AND coalesce((n.told_at->>%(sort)s)::timestamptz, '-infinity') <= %(at)s"
        f" RETURNING n.id, n.display_number, jsonb_build_object({before})",
        {"shop": shop_id, "waba": waba_id, "sort": sort, "at": at, "number": number, **values},
    ).fetchall()
    return [(row[0], row[1], row[2]) for row in rows]
