"""Behind our payment link: what it shows, and the provider's page it leads to. GET never calls the provider."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings

from leadnurturebot.domain.places import place_of
from leadnurturebot.orders.holds import HOLD_FOR, hold
from leadnurturebot.payments import page_texts
from leadnurturebot.payments.calling import NotConnected, ask, settings_of
from leadnurturebot.payments.calls import LOOKS, Wish, want
from leadnurturebot.payments.links import Link, LinkLine, find
from leadnurturebot.payments.requests import PaymentConnection, leave_payment, request_payment
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


class CannotPay(Exception):
    """The link cannot be paid now. `reason`: `paid`, `refunded`, `replaced`, `cancelled`, `sold_out`, `provider_away`,
    `no_address`, `elsewhere`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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
    """Where the goods go, as the payer wrote it on our page. Raises CannotPay when it is wanted and not
    given, or lies where the order's total does not hold."""
    words = "\n".join(" ".join(line.split()) for line in address.splitlines()).strip()
    if len(words) < SHORTEST_ADDRESS:
        if link.wants_address:
            raise CannotPay("no_address")
        return
    if link.ships_to and place_of(words, home=link.country).country not in link.ships_to:
        raise CannotPay("elsewhere")
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
        expires_at=now + SESSION_FOR, language=link.language, ship_to=link.ships_to, has_address=link.has_address,
        tax=0 if link.is_tax_included else link.tax, tax_name=link.tax_name or page_texts.of(link.language).tax,
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
