"""How a person can be reached: what the provider says of their number, and of marketing to them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.send_errors import UNREACHABLE_AFTER, marketing_pause
from leadnurturebot.platform.sql import Connection


def count_undeliverable(connection: Connection, shop_id: UUID, lead_id: UUID, *, now: datetime) -> None:
    """Count a message that could not be delivered; the third in a row marks the person unreachable."""
    connection.execute(
        "UPDATE leads_lead SET undeliverable = undeliverable + 1,"
        " unreachable_at = CASE WHEN undeliverable + 1 >= %s THEN coalesce(unreachable_at, %s) END"
        " WHERE shop_id = %s AND id = %s",
        [UNREACHABLE_AFTER, now, shop_id, lead_id],
    )


def reached(connection: Connection, leads: Sequence[tuple[UUID, UUID]]) -> None:
    """A message was delivered to these (shop, lead) pairs: earlier failures count no more."""
    connection.execute(
        "UPDATE leads_lead l SET undeliverable = 0, unreachable_at = NULL"
        " FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, id)"
        " WHERE l.id = g.id AND l.shop_id = g.shop_id AND l.undeliverable > 0",
        [[shop for shop, _ in leads], [lead for _, lead in leads]],
    )


def pause_marketing(connection: Connection, shop_id: UUID, lead_id: UUID, *, now: datetime) -> None:
    """WhatsApp's limit of marketing for one person was hit: nothing of that kind for 1, 2, then 4 days."""
    row = connection.execute(
        "UPDATE leads_lead SET marketing_refusals = CASE WHEN marketing_paused_until > %(now)s THEN marketing_refusals"
        " ELSE marketing_refusals + 1 END WHERE shop_id = %(shop)s AND id = %(lead)s RETURNING marketing_refusals",
        {"now": now, "shop": shop_id, "lead": lead_id},
    ).fetchone()
    if row:
        connection.execute(
            "UPDATE leads_lead SET marketing_paused_until = greatest(marketing_paused_until, %s)"
            " WHERE shop_id = %s AND id = %s",
            [now + marketing_pause(max(row[0], 1)), shop_id, lead_id],
        )
