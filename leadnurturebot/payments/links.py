"""A payment link with its order, as it is found by its token."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.domain.money import Money
from leadnurturebot.payments.requests import connections_of
from leadnurturebot.payments.ways import takes
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.registry import payment_provider

PAYABLE = frozenset({"created", "open", "pending", "expired", "failed"})


class LinkUnknown(LookupError):
    """No payment has this link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """A line as it is shown."""

    product_id: UUID
    name: str
    color: str
    size: str
    quantity: int
    unit_price: int
    image_file: str


@dataclass(frozen=True, slots=True)
class Way:
    """A provider that the order can be paid by."""

    connection_id: UUID
    slug: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """The money that settled the order."""

    provider: str
    amount: Money
    refunded: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A payment link with its order."""

    token: str
    payment_id: UUID
    shop_id: UUID
    order_id: UUID
    shop_name: str
    country: str
    timezone: str
    language: str
    number: str
    order_state: str
    payment_state: str
    provider: str
    connection_id: UUID | None
    amount: Money
    subtotal: int
    shipping: int
    discount: int
    fee: int
    tax: int
    is_tax_included: bool
    tax_rate: int
    """Thousandths of a percent."""
    tax_name: str
    shipping_option: str | None
    """In the owner's words, or a kind of `domain.shipping`."""
    reference: str
    attempts: int
    session_id: str
    session_url: str
    session_expires_at: datetime | None
    has_address: bool
    arrived: Arrived | None
    ships_to: tuple[str, ...]
    lines: tuple[LinkLine, ...]
    ways: tuple[Way, ...]

    @property
    def wants_address(self) -> bool:
        """Where the goods go is not known, and the provider's page will not ask."""
        return not self.has_address and not payment_provider(self.provider).collects_address

    @property
    def shows_address(self) -> bool:
        """Our page has a field for it: one of the ways to pay will not ask."""
        ways = [way.slug for way in self.ways] or [self.provider]
        return not self.has_address and not all(payment_provider(slug).collects_address for slug in ways)

    @property
    def problem(self) -> str:
        """Why it cannot be paid any more, empty when it can."""
        if self.order_state in {"paid", "packed", "shipped", "delivered"}:
            return "paid"
        if self.order_state == "refunded":
            return "refunded"
        if self.order_state == "awaiting_payment" and self.payment_state in PAYABLE:
            return ""
        return "replaced" if self.order_state == "cancelled" else "cancelled"


_FIND = """
SELECT p.id, p.shop_id, p.order_id, s.name, s.country, coalesce(nullif(t.language, ''), s.language), o.number, o.state,
       p.state, p.provider, p.connection_id, p.amount, p.currency, o.subtotal, o.shipping, p.reference, p.attempts,
       p.session_id, p.session_url, p.session_expires_at, o.address_sealed <> '', s.settings, m.provider, m.received_amount,
       m.received_currency, m.refunded, m.settled_at, s.timezone, o.fee, o.discount,
       o.tax, o.is_tax_included, o.tax_rate, o.tax_name, o.shipping_option, o.ship_to
FROM payments_payment p
JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id
JOIN shops_shop s ON s.id = p.shop_id
LEFT JOIN conversations_thread t ON t.id = o.thread_id AND t.shop_id = o.shop_id
LEFT JOIN payments_payment m ON m.order_id = o.id AND m.shop_id = o.shop_id AND m.arrived_as = 'paid'
WHERE p.token = %s
"""
_LINES = """
SELECT l.product_id, l.name, l.color, l.size, l.quantity, l.unit_price,
       coalesce((SELECT i.file FROM catalog_productimage i WHERE i.shop_id = l.shop_id AND i.product_id = l.product_id
                 ORDER BY i.color = l.color DESC, i.position LIMIT 1), '')
FROM orders_orderline l WHERE l.shop_id = %s AND l.order_id = %s ORDER BY l.id
"""


def find(connection: Connection, token: str) -> Link:
    """The link's payment and order. Raises LinkUnknown."""
    row = connection.execute(_FIND, [token]).fetchone()
    if row is None:
        raise LinkUnknown(token)
    lines = tuple(
        LinkLine(product_id=r[0], name=r[1], color=r[2], size=r[3], quantity=r[4], unit_price=r[5], image_file=r[6])
        for r in connection.execute(_LINES, [row[1], row[2]])
    )
    return Link(
        token=token, payment_id=row[0], shop_id=row[1], order_id=row[2], shop_name=row[3], country=row[4], timezone=row[27],
        language=base_language(row[5]), number=row[6], order_state=row[7], payment_state=row[8], provider=row[9], connection_id=row[10],
        amount=Money(row[11], row[12]), subtotal=row[13], shipping=row[14], discount=row[29], reference=row[15], attempts=row[16],
        session_id=row[17], session_url=row[18], session_expires_at=row[19], has_address=row[20],
        fee=row[28], tax=row[30], is_tax_included=row[31], tax_rate=row[32], tax_name=row[33], shipping_option=row[34],
        ships_to=tuple(row[35].split(",") if row[35] else row[21].get("ships_to") or ()), lines=lines,
        ways=_ways(connection, row[1], row[12], row[9]),
        arrived=Arrived(row[22], Money(row[23], row[24]), row[25], row[26]) if row[22] else None,
    )  # fmt: skip


def _ways(connection: Connection, shop_id: UUID, currency: str, first: str) -> tuple[Way, ...]:
    """The shop's providers with a page that take the currency; the one that was asked for comes first."""
    found = [
        Way(each.id, each.slug)
        for each in connections_of(connection, shop_id)
        if payment_provider(each.slug).is_hosted and takes(each.slug, currency)
    ]
    return tuple(sorted(found, key=lambda way: way.slug != first))
