"""Asking for money: one payment an order, reached through our own link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.payments.calls import Wish, want
from leadnurturebot.platform.ids import token, uuid7
from leadnurturebot.platform.sql import Connection, insert_many

_COLUMNS = {
    "id": "uuid", "shop_id": "uuid", "order_id": "uuid", "token": "text", "connection_id": "uuid", "provider": "text",
    "state": "text", "amount": "bigint", "currency": "text", "reference": "text", "session_id": "text",
    "session_url": "text", "attempts": "int", "charge_id": "text", "arrived_as": "text", "received_currency": "text",
    "refunded": "bigint", "owner_must": "text", "created_at": "timestamptz",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaymentConnection:
    """A shop's account with a payment provider."""

    id: UUID
    slug: str


def connections_of(connection: Connection, shop_id: UUID) -> list[PaymentConnection]:
    """The shop's active payment connections, oldest first."""
    rows = connection.execute(
        "SELECT id, slug FROM shops_connection WHERE shop_id = %s AND kind = 'payments' AND status = 'active'"
        " ORDER BY created_at, id",
        [shop_id],
    )
    return [PaymentConnection(*row) for row in rows]


def request_payment(
    connection: Connection, *, shop_id: UUID, order_id: UUID, amount: int, currency: str,
    provider: PaymentConnection, now: datetime,
) -> str:  # fmt: skip
    """The link token of the order's payment; the one that exists when it was asked for already."""
    row = connection.execute(
        "SELECT token FROM payments_payment WHERE shop_id = %s AND order_id = %s AND provider = %s"
        " AND state IN ('created', 'open', 'pending', 'expired', 'failed')",
        [shop_id, order_id, provider.slug],
    ).fetchone()
    if row is not None:
        return str(row[0])
    payment_id, link = uuid7(), token()
    values = (
        payment_id, shop_id, order_id, link, provider.id, provider.slug, "created", amount, currency,
        f"lnb_{payment_id.hex}", "", "", 0, "", "", "", 0, "", now,
    )  # fmt: skip
    insert_many(connection, "payments_payment", _COLUMNS, [values])
    return link


def leave_payment(connection: Connection, shop_id: UUID, payment_id: UUID) -> None:
    """The payer chose another provider: the page of this one is closed, and comes back when it is chosen again."""
    row = connection.execute(
        "UPDATE payments_payment p SET state = CASE WHEN p.state = 'open' THEN 'created' ELSE p.state END,"
        " session_id = '', session_url = '' FROM payments_payment before"
        " WHERE p.shop_id = %s AND p.id = %s AND before.id = p.id AND before.shop_id = p.shop_id"
        " RETURNING before.session_id",
        [shop_id, payment_id],
    ).fetchone()
    if row is not None and row[0]:
        want(connection, [Wish(shop_id, payment_id, "cancel", row[0])])


def void_payments(connection: Connection, orders: Sequence[tuple[UUID, UUID]]) -> None:
    """The links of these (shop, order) no longer work, and their providers' pages are closed after the commit. Money that
    arrives all the same is judged by its event."""
    if not orders:
        return
    ended = connection.execute(
        "UPDATE payments_payment p SET state = 'cancelled' FROM unnest(%s::uuid[], %s::uuid[]) AS g(shop_id, order_id)"
        " WHERE p.shop_id = g.shop_id AND p.order_id = g.order_id AND p.state IN ('created', 'open')"
        " RETURNING p.shop_id, p.id, p.session_id",
        [[shop_id for shop_id, _ in orders], [order_id for _, order_id in orders]],
    ).fetchall()
    want(
        connection, [Wish(shop_id, payment_id, "cancel", session) for shop_id, payment_id, session in ended if session]
    )
