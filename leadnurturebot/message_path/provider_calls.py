"""Calls to payment providers that are due. What they answer enters by the inbox, as the provider's own events do."""

from collections.abc import Sequence
from datetime import timedelta

import structlog

from leadnurturebot.message_path.endpoints import Endpoint
from leadnurturebot.message_path.intake import STORE, from_payments, parameters
from leadnurturebot.message_path.rounds import Rounds
from leadnurturebot.message_path.visits import Times
from leadnurturebot.message_path.worker import read_times
from leadnurturebot.payments import calls, making_calls
from leadnurturebot.payments.calls import Call
from leadnurturebot.payments.making_calls import Subject
from leadnurturebot.platform.encryption import ring
from leadnurturebot.platform.http_client import CallFailed
from leadnurturebot.platform.sql import Connection
from leadnurturebot.providers.base import AnomalousPayload, ProviderError
from leadnurturebot.providers.payments.base import ProviderEvent, capturing_provider

AT_ONCE = 8
# Providers forget keys against doing it twice after a day.
REFUND_TRIED_FOR = timedelta(hours=20)
OTHERS_TRIED_FOR = timedelta(hours=6)
log = structlog.get_logger("provider calls")


class ProviderCaller(Rounds):
    """Makes the calls that are due."""

    name = "provider calls"
    every_seconds = 0.5

    def round(self) -> bool:
        """Make the calls that are due now. False when there were none."""
        connection = self._opened()
        with connection.transaction():
            claimed = calls.claim(connection, wall=read_times(connection).wall, limit=AT_ONCE)
        for call in claimed:
            make(connection, call)
        return bool(claimed)


def make(connection: Connection, call: Call) -> None:
    """One claimed call, and what follows from its answer. No transaction is open while it is made."""
    with connection.transaction():
        times = read_times(connection)
        subject = making_calls.load(connection, call)
        if subject is None:
            calls.done(connection, call)
            return
    try:
        _MAKE[call.kind](connection, call, subject, times)
    except (CallFailed, ProviderError) as error:
        _failed(connection, call, subject, error, times)


def _look(connection: Connection, call: Call, subject: Subject, times: Times) -> None:
    events: Sequence[ProviderEvent] = making_calls.look(subject, call.subject, times.now)
    if any(event.kind == "approved" for event in events) and capturing_provider(subject.provider):
        events = _capture(connection, call, subject, times)
    # What is still on its way may lose its event as anything else may.
    is_settled = bool(events) and all(event.kind != "pending" for event in events)
    at = None if is_settled else calls.next_look(call, times.wall)
    with connection.transaction():
        _take_in(connection, subject, events, times)
        if at is None:
            calls.done(connection, call)
        else:
            calls.again(connection, call, at=at, answered=True)


def _capture(connection: Connection, call: Call, subject: Subject, times: Times) -> Sequence[ProviderEvent]:
    with connection.transaction():
        hindrance = making_calls.may_capture(connection, subject, call.subject, now=times.now)
    if hindrance:
        log.info("not captured", payment=str(call.payment_id), why=hindrance)
        return [making_calls.uncaptured(subject, call.subject, hindrance, times.now)] if hindrance == "sold_out" else []
    return making_calls.capture(subject, call.subject, times.now)


def _cancel(connection: Connection, call: Call, subject: Subject, times: Times) -> None:
    making_calls.cancel(subject, call.subject)
    with connection.transaction():
        calls.done(connection, call)


def _refund(connection: Connection, call: Call, subject: Subject, times: Times) -> None:
    event = making_calls.refund(subject, times.now)
    with connection.transaction():
        _take_in(connection, subject, [event], times)
        calls.done(connection, call)


def _refund_look(connection: Connection, call: Call, subject: Subject, times: Times) -> None:
    event = making_calls.look_at_refund(subject, call.subject, times.now)
    at = None if event else calls.next_look(call, times.wall, calls.REFUND_LOOKS)
    with connection.transaction():
        _take_in(connection, subject, [event] if event else [], times)
        if at is None:
            calls.done(connection, call)
        else:
            calls.again(connection, call, at=at, answered=True)


_MAKE = {"look": _look, "cancel": _cancel, "refund": _refund, "refund_look": _refund_look}


def _failed(connection: Connection, call: Call, subject: Subject, error: Exception, times: Times) -> None:
    """Try again later where that can help; a refund that nobody answered for is shown as such."""
    can_help = isinstance(error, CallFailed) or (isinstance(error, ProviderError) and error.retry_after is not None)
    tried_for = REFUND_TRIED_FOR if call.kind == "refund" else OTHERS_TRIED_FOR
    goes_on = can_help and not isinstance(error, AnomalousPayload) and times.wall - call.wanted_at < tried_for
    log.warning("provider call failed", kind=call.kind, payment=str(call.payment_id), error=str(error), again=goes_on)
    with connection.transaction():
        if goes_on:
            calls.again(connection, call, at=calls.retry_at(call, times.wall), answered=False)
            return
        if call.kind == "refund":
            _take_in(connection, subject, [making_calls.unanswered(subject, times.now)], times)
        calls.done(connection, call)


def _take_in(connection: Connection, subject: Subject, events: Sequence[ProviderEvent], times: Times) -> None:
    if not events:
        return
    payment = subject.payment
    endpoint = Endpoint(
        connection_id=subject.connection_id, shop_id=payment.shop_id, kind="payments", slug=payment.provider,
        secrets={}, key=ring().of(connection, payment.shop_id),
    )  # fmt: skip
    connection.execute(STORE, parameters(from_payments(endpoint, events, times.wall)))
