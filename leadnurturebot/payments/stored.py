"""A payment with its order as stored, locked; and the pure rules' view of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from leadnurturebot.domain.money import Money
from leadnurturebot.domain.order_states import OrderState
from leadnurturebot.domain.payment_states import PaymentState, PaymentVerdict, PaymentView
from leadnurturebot.platform.ids import token, uuid7
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.payments.base import ProviderEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A payment with its order, locked."""

    id: UUID
    shop_id: UUID
    order_id: UUID
    connection_id: UUID | None
    provider: str
    state: str
    amount: int
    currency: str
    reference: str
    charge_id: str
    arrived_as: str
    received_amount: int | None
    received_currency: str
    refunded: int
    owner_must: str
    session_id: str
    token: str
    number: str
    order_state: str
    order_total: int
    lead_id: UUID
    thread_id: UUID
    conversation_id: UUID | None
    source: str
    ad_id: UUID | None
    last_source: str
    last_ad_id: UUID | None


_COLUMNS = """
SELECT p.id, p.shop_id, p.order_id, p.connection_id, p.provider, p.state, p.amount, p.currency, p.reference, p.charge_id,
       p.arrived_as, p.received_amount, p.received_currency, p.refunded, p.owner_must, p.session_id, p.token, o.number,
       o.state, o.total, o.lead_id, o.thread_id, o.conversation_id, o.source, o.ad_id, o.last_source, o.last_ad_id
FROM payments_payment p JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id
WHERE p.shop_id = %(shop)s
"""
_OF_EVENT = """
  AND (p.reference = %(reference)s OR (%(session)s <> '' AND p.session_id = %(session)s)
       OR (%(charge)s <> '' AND p.charge_id = %(charge)s))
"""
# The second money for one link has a row of its own, found by its charge.
_FIND = f"""{_COLUMNS}{_OF_EVENT}
ORDER BY (%(charge)s <> '' AND p.charge_id = %(charge)s) DESC, p.reference = %(reference)s DESC LIMIT 1
FOR NO KEY UPDATE OF p, o
"""
_LOCK = f"{_COLUMNS} AND p.id = %(payment)s FOR NO KEY UPDATE OF p, o"


def find_lead(connection: Connection, shop_id: UUID, event: ProviderEvent) -> UUID | None:
    """The lead an event concerns, so that the caller can lock it first. None for a payment that is not ours."""
    row = connection.execute(
        "SELECT o.lead_id FROM payments_payment p JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id"
        f" WHERE p.shop_id = %(shop)s {_OF_EVENT} LIMIT 1",
        _names(shop_id, event),
    ).fetchone()
    return row[0] if row else None


def find(connection: Connection, shop_id: UUID, event: ProviderEvent) -> Stored | None:
    """The payment of an event, locked with its order."""
    row = connection.execute(_FIND, _names(shop_id, event)).fetchone()
    return Stored(**dict(zip(Stored.__slots__, row, strict=True))) if row else None


def lock(connection: Connection, shop_id: UUID, payment_id: UUID) -> Stored | None:
    """One payment, locked with its order."""
    row = connection.execute(_LOCK, {"shop": shop_id, "payment": payment_id}).fetchone()
    return Stored(**dict(zip(Stored.__slots__, row, strict=True))) if row else None


def _names(shop_id: UUID, event: ProviderEvent) -> dict[str, Any]:
    return {
        "shop": shop_id, "reference": event.reference, "session": event.session_id, "charge": event.charge_id
    }  # fmt: skip


def view_of(connection: Connection, stored: Stored) -> PaymentView:
    """As the rules look at it. Whether the goods are held is for the caller to say."""
    other = connection.execute(
        "SELECT 1 FROM payments_payment WHERE shop_id = %s AND order_id = %s AND id <> %s AND arrived_as = 'paid' LIMIT 1",
        [stored.shop_id, stored.order_id, stored.id],
    ).fetchone()
    received = None if stored.received_amount is None else Money(stored.received_amount, stored.received_currency)
    return PaymentView(
        state=PaymentState(stored.state),
        asked=Money(stored.amount, stored.currency),
        order_total=Money(stored.order_total, stored.currency),
        order_state=OrderState(stored.order_state),
        arrived_as=PaymentState(stored.arrived_as) if stored.arrived_as else None,
        received=received,
        refunded=stored.refunded,
        other_payment_settled=other is not None,
        owner_must=stored.owner_must,
        stock_held=False,
        our_ref=stored.reference,
    )


def store(connection: Connection, stored: Stored, verdict: PaymentVerdict, *, charge_id: str, now: datetime) -> None:
    """Keep what the rules decided of payment and order."""
    received = verdict.received
    connection.execute(
        "UPDATE payments_payment SET state = %s, arrived_as = %s, received_amount = %s, received_currency = %s,"
        " refunded = %s, owner_must = %s, charge_id = CASE WHEN %s = '' THEN charge_id ELSE %s END,"
        " settled_at = CASE WHEN %s AND settled_at IS NULL THEN %s ELSE settled_at END"
        " WHERE shop_id = %s AND id = %s",
        [
            verdict.state, verdict.arrived_as or "", received.minor if received else None,
            received.currency if received else "", verdict.refunded, verdict.owner_must, charge_id, charge_id,
            verdict.arrived_as is not None, now, stored.shop_id, stored.id,
        ],
    )  # fmt: skip
    if verdict.order_state != stored.order_state:
        connection.execute(
            "UPDATE orders_order SET state = %s, state_at = %s, paid_at = CASE WHEN %s THEN %s ELSE paid_at END"
            " WHERE shop_id = %s AND id = %s",
            [verdict.order_state, now, verdict.order_state == "paid", now, stored.shop_id, stored.order_id],
        )


_SECOND = """
INSERT INTO payments_payment (id, shop_id, order_id, token, connection_id, provider, state, amount, currency, reference,
  session_id, session_url, attempts, charge_id, arrived_as, received_currency, refunded, owner_must, created_at)
SELECT %(id)s, shop_id, order_id, %(token)s, connection_id, provider, 'open', amount, currency, %(reference)s, %(session)s,
  '', 0, %(charge)s, '', '', 0, '', %(now)s FROM payments_payment WHERE shop_id = %(shop)s AND id = %(payment)s
"""


def second_charge(connection: Connection, stored: Stored, event: ProviderEvent, *, now: datetime) -> Stored:
    """A payment for money that came by a link which had been paid already (two tabs): it is judged by itself."""
    payment_id = uuid7()
    connection.execute(
        _SECOND,
        {
            "id": payment_id, "token": token(), "reference": f"lnb_{payment_id.hex}", "session": event.session_id,
            "charge": event.charge_id, "now": now, "shop": stored.shop_id, "payment": stored.id,
        },
    )  # fmt: skip
    made = lock(connection, stored.shop_id, payment_id)
    assert made is not None
    return made
