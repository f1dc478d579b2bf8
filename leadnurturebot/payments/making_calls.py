"""Making one due call to a provider: what it needs is read in a transaction of its own, the call is made outside of any."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog

from leadnurturebot.domain.money import Money
from leadnurturebot.orders.holds import hold
from leadnurturebot.payments.calling import NotConnected, ask, settings_of
from leadnurturebot.payments.calls import Call
from leadnurturebot.payments.links import PAYABLE
from leadnurturebot.payments.stored import Stored, lock
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.base import ProviderError
from leadnurturebot.providers.payments.base import (
    CapturingProvider,
    PaymentProvider,
    ProviderEvent,
    RefundRequest,
    capturing_provider,
)
from leadnurturebot.providers.registry import payment_provider

log = structlog.get_logger("payments")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a call is about."""

    payment: Stored
    settings: dict[str, Any]
    refund: RefundRequest | None = None

    @property
    def provider(self) -> PaymentProvider:
        """Who is called."""
        return payment_provider(self.payment.provider)

    @property
    def connection_id(self) -> UUID:
        """The connection that its events belong to."""
        assert self.payment.connection_id is not None
        return self.payment.connection_id


_REFUND = """
SELECT r.amount, r.reason FROM payments_refund r
WHERE r.shop_id = %s AND r.reference = %s AND r.state IN ('requested', 'pending') AND r.provider_id = ''
"""


_REFUND_ON_ITS_WAY = """
SELECT r.amount, r.reference FROM payments_refund r
WHERE r.shop_id = %s AND r.payment_id = %s AND r.provider_id = %s AND r.state IN ('requested', 'pending')
"""


def load(connection: Connection, call: Call) -> Subject | None:
    """What the call needs to know, None when there is nothing to ask any more."""
    payment = lock(connection, call.shop_id, call.payment_id)
    if payment is None or not payment.connection_id:
        return None
    try:
        settings = settings_of(connection, call.shop_id, payment.connection_id)
    except NotConnected:
        return None
    if call.kind == "refund_look":
        return _refund_on_its_way(connection, call, payment, settings)
    if call.kind != "refund":
        return Subject(payment=payment, settings=settings)
    row = connection.execute(_REFUND, [call.shop_id, call.subject]).fetchone()
    if row is None:
        return None
    reason = "duplicate" if payment.arrived_as == "duplicate" else "requested_by_customer"
    amount = Money(row[0], payment.received_currency)
    wanted = RefundRequest(reference=call.subject, charge_id=payment.charge_id, amount=amount, reason=reason)
    return Subject(payment=payment, settings=settings, refund=wanted)


def _refund_on_its_way(
    connection: Connection, call: Call, payment: Stored, settings: dict[str, Any]
) -> Subject | None:  # fmt: skip
    row = connection.execute(_REFUND_ON_ITS_WAY, [call.shop_id, call.payment_id, call.subject]).fetchone()
    if row is None:
        return None
    asked = RefundRequest(
        reference=row[1], charge_id=payment.charge_id, amount=Money(row[0], payment.received_currency)
    )  # fmt: skip
    return Subject(payment=payment, settings=settings, refund=asked)


def look(subject: Subject, session_id: str, now: datetime) -> tuple[ProviderEvent, ...]:
    """What a session has come to. Raises CallFailed, ProviderError."""
    provider = subject.provider
    answer = ask(
        provider, subject.settings,
        lambda base, known: provider.build_look(session_id, base_url=base, secrets=known),
    )  # fmt: skip
    return provider.read_look(answer.status, answer.body, now)


def may_capture(connection: Connection, subject: Subject, session_id: str, *, now: datetime) -> str:
    """Empty when the approved money may be taken, else why not: `over`, `other_session` or `sold_out`.

    The goods are held first: money for what is gone would have to go back.
    """
    payment = lock(connection, subject.payment.shop_id, subject.payment.id)
    if payment is None or payment.order_state != "awaiting_payment" or payment.state not in PAYABLE:
        return "over"
    if payment.arrived_as:
        return "over"
    row = connection.execute(
        "UPDATE payments_payment SET capturing = %s WHERE shop_id = %s AND id = %s AND capturing IN ('', %s) RETURNING 1",
        [session_id, payment.shop_id, payment.id, session_id],
    ).fetchone()
    if row is None:
        return "other_session"
    short = hold(connection, shop_id=payment.shop_id, order_id=payment.order_id, now=now)
    return "" if short is None else "sold_out"


def capture(subject: Subject, session_id: str, now: datetime) -> tuple[ProviderEvent, ...]:
    """Take approved money; a refusal is a payment that failed. Raises CallFailed, and ProviderError to try again."""
    provider = capturing_provider(subject.provider)
    assert provider is not None
    try:
        return _captured(provider, subject, session_id, now)
    except ProviderError as error:
        if error.code in provider.captured_codes:
            return tuple(event for event in look(subject, session_id, now) if event.kind != "approved")
        if error.retry_after is not None:
            raise
        return (uncaptured(subject, session_id, error.code, now),)


def _captured(
    provider: CapturingProvider, subject: Subject, session_id: str, now: datetime
) -> tuple[ProviderEvent, ...]:
    answer = ask(
        provider, subject.settings,
        lambda base, known: provider.build_capture(
            session_id, key=f"capture-{session_id}", base_url=base, secrets=known
        ),
    )  # fmt: skip
    return provider.read_capture(answer.status, answer.body, now)


def uncaptured(subject: Subject, session_id: str, reason: str, now: datetime) -> ProviderEvent:
    """The approved money is not taken."""
    return ProviderEvent(
        event_id=f"uncaptured:{session_id}:{reason}", kind="failed", at=now, reference=subject.payment.reference,
        session_id=session_id, reason=reason,
    )  # fmt: skip


def cancel(subject: Subject, session_id: str) -> None:
    """Close a page that nobody paid on. Raises CallFailed, ProviderError."""
    provider = subject.provider
    if provider.build_cancel(session_id, base_url="", secrets=subject.settings) is None:
        return

    def build(base: str, known: Any) -> Any:
        return provider.build_cancel(session_id, base_url=base, secrets=known)

    answer = ask(provider, subject.settings, build)
    if answer.status >= 500:
        raise ProviderError(f"HTTP {answer.status}", retry_after=2.0)
    if answer.status >= 400:
        log.info("page not closed", payment=str(subject.payment.id), status=answer.status)


def refund(subject: Subject, now: datetime) -> ProviderEvent:
    """Ask for the money to go back; a refusal is a refund that failed. Raises CallFailed, and ProviderError to try again."""
    wanted, provider = subject.refund, subject.provider
    assert wanted is not None
    try:
        answer = ask(
            provider, subject.settings,
            lambda base, known: provider.build_refund(wanted, base_url=base, secrets=known),
        )  # fmt: skip
        found = provider.read_refund(answer.status, answer.body)
    except ProviderError as error:
        if error.retry_after is not None:
            raise
        return _refund_event(subject, wanted, "", "failed", str(error), now)
    return _refund_event(subject, wanted, found.id, found.state, "", now)


def look_at_refund(subject: Subject, refund_id: str, now: datetime) -> ProviderEvent | None:
    """What a refund has come to, None while it is on its way. Raises CallFailed, ProviderError."""
    asked, provider = subject.refund, subject.provider
    assert asked is not None
    answer = ask(
        provider, subject.settings,
        lambda base, known: provider.build_refund_look(refund_id, base_url=base, secrets=known),
    )  # fmt: skip
    found = provider.read_refund(answer.status, answer.body)
    if found.state == "pending":
        return None
    event = _refund_event(subject, asked, refund_id, found.state, found.reason, now)
    return replace(event, event_id=f"refund-look:{refund_id}:{found.state}")


def unanswered(subject: Subject, now: datetime) -> ProviderEvent:
    """Nobody knows whether the refund was made: it stays open for a person to look at the provider's own pages."""
    assert subject.refund is not None
    return _refund_event(subject, subject.refund, "", "pending", "no_answer", now)


def _refund_event(
    subject: Subject, wanted: RefundRequest, refund_id: str, state: str, reason: str, now: datetime
) -> ProviderEvent:
    return ProviderEvent(
        event_id=f"refund:{wanted.reference}:{state}", kind="refunded", at=now, reference=subject.payment.reference,
        charge_id=wanted.charge_id, amount=wanted.amount.minor, currency=wanted.amount.currency, refund_id=refund_id,
        refund_state=state, refund_reference=wanted.reference, reason=reason,
    )  # fmt: skip
