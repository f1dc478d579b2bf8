"""Forgetting a buyer. Orders and their amounts stay, as bookkeeping asks, with nothing that tells whose they are."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.orders.fits import forget_fits
from leadnurturebot.orders.holds import release_orders
from leadnurturebot.orders.moving import Move, move_many
from leadnurturebot.platform.sql import Connection

# Goods that are paid for and not sent yet need their address until they leave, but for no longer than this.
ADDRESS_KEPT_FOR = timedelta(days=30)

_TO_BE_SENT = "o.state IN ('confirmed', 'paid', 'packed') AND coalesce(l.erased_at, %(now)s) > %(now)s - %(kept)s"
_FORGET = f"""
UPDATE orders_order o SET address_sealed = '', tracking_url = '', tracking_number = '' FROM leads_lead l
WHERE o.shop_id = %(shop)s AND o.lead_id = %(lead)s AND l.id = o.lead_id AND l.shop_id = o.shop_id
  AND NOT ({_TO_BE_SENT})
"""
_KEPT = f"""
SELECT count(*) FROM orders_order o JOIN leads_lead l ON l.id = o.lead_id AND l.shop_id = o.shop_id
WHERE o.shop_id = %(shop)s AND o.lead_id = %(lead)s AND o.address_sealed <> '' AND {_TO_BE_SENT}
"""


def erase(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    """Empty the lead's cart, cancel what waits for payment, end open tickets, delete notes, words of returns and tickets, and
    addresses that no parcel needs any more. What they said of a fit is of nobody from then on."""
    forget_fits(connection, [(shop_id, lead_id)])
    _cancel_unpaid(connection, shop_id, lead_id, now)
    values = {"shop": shop_id, "lead": lead_id, "now": now, "kept": ADDRESS_KEPT_FOR}
    connection.execute(_FORGET, values)
    connection.execute(
        "UPDATE orders_orderevent e SET note_sealed = '' FROM orders_order o WHERE o.id = e.order_id AND o.shop_id = e.shop_id"
        " AND o.shop_id = %(shop)s AND o.lead_id = %(lead)s AND e.note_sealed <> ''",
        values,
    )
    connection.execute(
        "UPDATE orders_return r SET words_sealed = '' FROM orders_order o WHERE o.id = r.order_id AND o.shop_id = r.shop_id"
        " AND o.shop_id = %(shop)s AND o.lead_id = %(lead)s AND r.words_sealed <> ''",
        values,
    )
    _end_tickets(connection, values)
    connection.execute(
        "DELETE FROM orders_cartline l USING orders_cart c WHERE c.id = l.cart_id AND c.shop_id = %(shop)s"
        " AND c.lead_id = %(lead)s AND l.shop_id = c.shop_id",
        values,
    )
    connection.execute("DELETE FROM orders_cart WHERE shop_id = %(shop)s AND lead_id = %(lead)s", values)


def _end_tickets(connection: Connection, values: Mapping[str, object]) -> None:
    """Nobody is left to answer; what was told goes, that there was a ticket stays for the figures."""
    connection.execute(
        "UPDATE orders_ticket SET state = 'solved', state_at = %(now)s, solved_at = %(now)s WHERE shop_id = %(shop)s"
        " AND lead_id = %(lead)s AND state <> 'solved'",
        values,
    )
    connection.execute(
        "UPDATE orders_ticketevent e SET words_sealed = '' FROM orders_ticket t WHERE t.id = e.ticket_id"
        " AND t.shop_id = e.shop_id AND t.shop_id = %(shop)s AND t.lead_id = %(lead)s AND e.words_sealed <> ''",
        values,
    )


def _cancel_unpaid(connection: Connection, shop_id: UUID, lead_id: UUID, now: datetime) -> None:
    rows = connection.execute(
        "SELECT id FROM orders_order WHERE shop_id = %s AND lead_id = %s AND state = 'awaiting_payment'",
        [shop_id, lead_id],
    ).fetchall()
    order_ids = [row[0] for row in rows]
    ends = [
        Move(shop_id=shop_id, order_id=order_id, to=OrderState.CANCELLED, at=now, detail="erased")
        for order_id in order_ids
    ]
    move_many(connection, ends)
    release_orders(connection, order_ids)


def addresses_kept(connection: Connection, *, shop_id: UUID, lead_id: UUID, now: datetime) -> int:
    """How many of the lead's orders keep their address for now, because they are still to be sent."""
    values = {"shop": shop_id, "lead": lead_id, "now": now, "kept": ADDRESS_KEPT_FOR}
    row = connection.execute(_KEPT, values).fetchone()
    return int(row[0]) if row else 0
