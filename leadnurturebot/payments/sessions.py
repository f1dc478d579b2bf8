"""Behind our payment link: what it shows, and the provider's page it leads to. GET never calls the provider."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings

from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.domain.money import Money
from leadnurturebot.orders.holds import HOLD_FOR, hold
from leadnurturebot.payments.calling import NotConnected, ask, settings_of
from leadnurturebot.payments.calls import LOOKS, Wish, want
from leadnurturebot.payments.requests import PaymentConnection, connections_of, leave_payment, request_payment
from leadnurturebot.payments.ways import takes
from leadnurturebot.platform import http_client
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.base import ProviderError
from leadnurturebot.providers.payments.base import Session, SessionLine, SessionRequest
from leadnurturebot.providers.registry import payment_provider

# Stripe takes 30 minutes to 24 hours; the page outlives the hold of the goods by a little.
SESSION_FOR = HOLD_FOR + timedelta(minutes=5)
# A session that ends within this time is not handed out again.
FRESH_FOR = timedelta(minutes=2)
SHORTEST_ADDRESS, LONGEST_ADDRESS = 8, 500
log = structlog.get_logger("payments")
PAYABLE = frozenset({"created", "open", "pending", "expired", "failed"})


class LinkUnknown(LookupError):
    """No payment has this link."""


class CannotPay(Exception):
    """The link cannot be paid now. `reason`: `paid`, `refunded`, `replaced`, `cancelled`, `sold_out`, `provider_away`,
    `no_address`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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
       m.received_currency, m.refunded, m.settled_at, s.timezone, o.fee, o.discount
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
        ships_to=tuple(row[21].get("ships_to") or ()), lines=lines, ways=_ways(connection, row[1], row[12], row[9]),
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


def choose_way(connection: Connection, link: Link, slug: str, *, now: datetime) -> Link:
    """The payment of the same order by another provider, whose page replaces the earlier one's."""
    way = next((each for each in link.ways if each.slug == slug), None)
    if way is None or slug == link.provider or link.problem:
        return link
    leave_payment(connection, link.shop_id, link.payment_id)
    token = request_payment(
        connection, shop_id=link.shop_id, order_id=link.order_id, amount=link.amount.minor,
        currency=link.amount.currency, provider=PaymentConnection(way.connection_id, slug), now=now,
    )  # fmt: skip
    connection.execute(
        "UPDATE orders_order SET payment_method = %s WHERE shop_id = %s AND id = %s",
        [payment_provider(slug).methods[0], link.shop_id, link.order_id],
    )
    return find(connection, token)


def keep_address(connection: Connection, link: Link, address: str) -> None:
    """Where the goods go, as the payer wrote it on our page. Raises CannotPay when it is wanted and not given."""
    words = "\n".join(" ".join(line.split()) for line in address.splitlines()).strip()
    if len(words) < SHORTEST_ADDRESS:
        if link.wants_address:
            raise CannotPay("no_address")
        return
    connection.execute(
        "UPDATE orders_order SET address_sealed = %s WHERE shop_id = %s AND id = %s AND address_sealed = ''",
        [ring().of(connection, link.shop_id).seal_text(words[:LONGEST_ADDRESS]), link.shop_id, link.order_id],
    )


def hold_for_payment(connection: Connection, link: Link, *, now: datetime) -> None:
    """Hold the goods for half an hour. Raises CannotPay when the order is over or something sold out meanwhile."""
    if link.problem:
        raise CannotPay(link.problem)
    if hold(connection, shop_id=link.shop_id, order_id=link.order_id, now=now) is not None:
        raise CannotPay("sold_out")


def live_session(link: Link, now: datetime) -> str:
    """The address of a session that can still be paid, empty when a new one is needed."""
    expires = link.session_expires_at
    usable = link.payment_state in {"open", "pending", "failed"} and expires is not None and expires - now > FRESH_FOR
    return link.session_url if usable else ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A session to be made, and with which account."""

    number: int
    request: SessionRequest
    settings: Mapping[str, Any]


def make_session(connection: Connection, link: Link, *, now: datetime) -> Attempt:
    """Count an attempt and describe its session; the caller commits, calls, and stores. Asking twice for one attempt is
    harmless: the provider knows the key. Raises CannotPay."""
    row = connection.execute(
        "UPDATE payments_payment SET attempts = attempts + 1 WHERE shop_id = %s AND id = %s RETURNING attempts",
        [link.shop_id, link.payment_id],
    ).fetchone()
    assert row is not None
    request = SessionRequest(
        reference=link.reference, idempotency_key=f"{link.reference}-{row[0]}", amount=link.amount,
        lines=_session_lines(link), shipping=link.shipping,
        success_url=f"{settings.BASE_URL}/p/{link.token}/done", cancel_url=f"{settings.BASE_URL}/p/{link.token}",
        expires_at=now + SESSION_FOR, language=link.language, ship_to=link.ships_to,
        title=f"{link.shop_name}, {link.number}",
    )  # fmt: skip
    try:
        return Attempt(row[0], request, settings_of(connection, link.shop_id, link.connection_id))
    except NotConnected as error:
        raise CannotPay("provider_away") from error


def _session_lines(link: Link) -> tuple[SessionLine, ...]:
    """The goods; with a discount as one line of what is left to pay for them, since a line's price cannot be negative."""
    if link.discount:
        return (SessionLine(f"{link.shop_name}, {link.number}", link.subtotal - link.discount, 1, ""),)
    return tuple(_session_line(line) for line in link.lines)


def _session_line(line: LinkLine) -> SessionLine:
    parts = ", ".join(part for part in (line.name, line.color, line.size) if part)
    image = f"{settings.BASE_URL}{settings.MEDIA_URL}{line.image_file}" if line.image_file else ""
    return SessionLine(parts, line.unit_price, line.quantity, image)


def ask_provider(slug: str, attempt: Attempt) -> Session:
    """Call the provider, outside of any transaction. Raises CannotPay when it is away or refuses."""
    provider = payment_provider(slug)
    try:
        answer = ask(
            provider, attempt.settings,
            lambda base, known: provider.build_session(attempt.request, base_url=base, secrets=known),
        )  # fmt: skip
        session = provider.read_session(answer.status, answer.body)
    except (http_client.CallFailed, ProviderError) as error:
        log.warning("no payment page", provider=slug, error=str(error))
        raise CannotPay("provider_away") from error
    return replace(session, expires_at=session.expires_at or attempt.request.expires_at)


def store_session(connection: Connection, link: Link, session: Session) -> None:
    """Keep the session; a payment that was settled meanwhile is left alone."""
    connection.execute(
        "UPDATE payments_payment SET session_id = %s, session_url = %s, session_expires_at = %s, state = 'open'"
        " WHERE shop_id = %s AND id = %s AND arrived_as = ''",
        [session.id, session.url, session.expires_at, link.shop_id, link.payment_id],
    )
    want(connection, [Wish(link.shop_id, link.payment_id, "look", session.id)], after=LOOKS[0])


def look_now(connection: Connection, link: Link) -> None:
    """The payer is back: have the provider asked, rather than wait for its event alone."""
    if link.session_id and not link.problem:
        want(connection, [Wish(link.shop_id, link.payment_id, "look", link.session_id)])
