"""Behind our payment link: what it shows, and the provider's page it leads to. GET never calls the provider."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import orjson
from django.conf import settings

from leadnurturebot.domain.language_tags import base_language
from leadnurturebot.domain.money import Money
from leadnurturebot.orders.holds import HOLD_FOR, hold
from leadnurturebot.platform import http_client
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.addresses import address_of
from leadnurturebot.providers.base import OutgoingRequest, ProviderError
from leadnurturebot.providers.payments.base import Session, SessionLine, SessionRequest
from leadnurturebot.providers.registry import payment_provider

# Stripe takes 30 minutes to 24 hours; the page outlives the hold of the goods by a little.
SESSION_FOR = HOLD_FOR + timedelta(minutes=5)
# A session that ends within this time is not handed out again.
FRESH_FOR = timedelta(minutes=2)
PAYABLE = frozenset({"created", "open", "pending", "expired", "failed"})


class LinkUnknown(LookupError):
    """No payment has this link."""


class CannotPay(Exception):
    """The link cannot be paid now. `reason`: `paid`, `replaced`, `cancelled`, `sold_out`, `provider_away`."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A payment link with its order."""

    token: str
    payment_id: UUID
    shop_id: UUID
    order_id: UUID
    shop_name: str
    country: str
    language: str
    number: str
    order_state: str
    payment_state: str
    provider: str
    connection_id: UUID | None
    amount: Money
    subtotal: int
    shipping: int
    reference: str
    attempts: int
    session_url: str
    session_expires_at: datetime | None
    ships_to: tuple[str, ...]
    lines: tuple[LinkLine, ...]

    @property
    def problem(self) -> str:
        """Why it cannot be paid any more, empty when it can."""
        if self.order_state in {"paid", "packed", "shipped", "delivered"}:
            return "paid"
        if self.order_state == "awaiting_payment" and self.payment_state in PAYABLE:
            return ""
        return "replaced" if self.order_state == "cancelled" else "cancelled"


_FIND = """
SELECT p.id, p.shop_id, p.order_id, s.name, s.country, coalesce(nullif(t.language, ''), s.language), o.number, o.state,
       p.state, p.provider, p.connection_id, p.amount, p.currency, o.subtotal, o.shipping, p.reference, p.attempts,
       p.session_url, p.session_expires_at, s.settings
FROM payments_payment p
JOIN orders_order o ON o.id = p.order_id AND o.shop_id = p.shop_id
JOIN shops_shop s ON s.id = p.shop_id
LEFT JOIN conversations_thread t ON t.id = o.thread_id AND t.shop_id = o.shop_id
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
        token=token, payment_id=row[0], shop_id=row[1], order_id=row[2], shop_name=row[3], country=row[4],
        language=base_language(row[5]), number=row[6], order_state=row[7], payment_state=row[8], provider=row[9], connection_id=row[10],
        amount=Money(row[11], row[12]), subtotal=row[13], shipping=row[14], reference=row[15], attempts=row[16],
        session_url=row[17], session_expires_at=row[18], ships_to=tuple(row[19].get("ships_to") or ()), lines=lines,
    )  # fmt: skip


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


def make_session(connection: Connection, link: Link, *, now: datetime) -> tuple[int, OutgoingRequest]:
    """Count an attempt and build its request; the caller commits, calls, and stores. Asking twice for one attempt is
    harmless: the provider knows the key."""
    row = connection.execute(
        "UPDATE payments_payment SET attempts = attempts + 1 WHERE shop_id = %s AND id = %s RETURNING attempts",
        [link.shop_id, link.payment_id],
    ).fetchone()
    assert row is not None
    request = SessionRequest(
        reference=link.reference, idempotency_key=f"{link.reference}-{row[0]}", amount=link.amount,
        lines=tuple(_session_line(line) for line in link.lines), shipping=link.shipping,
        success_url=f"{settings.BASE_URL}/p/{link.token}/done", cancel_url=f"{settings.BASE_URL}/p/{link.token}",
        expires_at=now + SESSION_FOR, language=link.language, ship_to=link.ships_to,
    )  # fmt: skip
    secrets = _secrets(connection, link)
    return row[0], payment_provider(link.provider).build_session(
        request, base_url=api_url(link.provider), secrets=secrets
    )


def _session_line(line: LinkLine) -> SessionLine:
    parts = ", ".join(part for part in (line.name, line.color, line.size) if part)
    image = f"{settings.BASE_URL}{settings.MEDIA_URL}{line.image_file}" if line.image_file else ""
    return SessionLine(parts, line.unit_price, line.quantity, image)


def _secrets(connection: Connection, link: Link) -> dict[str, str]:
    row = connection.execute(
        "SELECT secrets FROM shops_connection WHERE shop_id = %s AND id = %s AND status = 'active'",
        [link.shop_id, link.connection_id],
    ).fetchone()
    if row is None or not row[0]:
        raise CannotPay("provider_away")
    opened: dict[str, str] = orjson.loads(ring().of(connection, link.shop_id).open(row[0]))
    return opened


def api_url(provider: str) -> str:
    """The address of a payment provider's API, as the operator set it."""
    return address_of(payment_provider(provider))


def ask_provider(provider: str, request: OutgoingRequest) -> Session:
    """Call the provider, outside of any transaction. Raises CannotPay when it is away or refuses."""
    try:
        answer = http_client.call(
            request.method, request.url, headers=request.headers, body=request.body, is_configured=True
        )
        return payment_provider(provider).read_session(answer.status, answer.body)
    except (http_client.CallFailed, ProviderError) as error:
        raise CannotPay("provider_away") from error


def store_session(connection: Connection, link: Link, session: Session) -> None:
    """Keep the session; a payment that was settled meanwhile is left alone."""
    connection.execute(
        "UPDATE payments_payment SET session_id = %s, session_url = %s, session_expires_at = %s, state = 'open'"
        " WHERE shop_id = %s AND id = %s AND arrived_as = ''",
        [session.id, session.url, session.expires_at, link.shop_id, link.payment_id],
    )
