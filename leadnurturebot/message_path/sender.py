"""The sender: takes claimed messages to the provider, up to 64 at once, and stores what became of each."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import aiohttp
import psycopg
import structlog
from django.conf import settings

from leadnurturebot.domain.message_pricing import Category
from leadnurturebot.message_path import claiming, counters, sending_numbers, settling
from leadnurturebot.message_path.accounts import account_of
from leadnurturebot.message_path.failures import place_of
from leadnurturebot.message_path.in_flight import InFlight
from leadnurturebot.message_path.preparing import Preparer, exchange
from leadnurturebot.message_path.receipt_sender import ReceiptSender
from leadnurturebot.message_path.sending_numbers import NumberRow
from leadnurturebot.message_path.sends import Send
from leadnurturebot.message_path.settling import Answer
from leadnurturebot.platform.clocks import business_now, wall_now
from leadnurturebot.platform.fresh_plans import FreshPlans
from leadnurturebot.platform.sql import Connection, connect
from leadnurturebot.providers.messaging.base import Account, MessagingProvider, Refused
from leadnurturebot.providers.registry import messaging_provider

IN_FLIGHT = 64
POLL_SECONDS = 0.5
TIMEOUT = aiohttp.ClientTimeout(total=20, connect=5)
# Nothing was sent: the connection could not be made. Such a send may be tried again.
NOT_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
UNREACHABLE = Refused(0, "the provider could not be reached", "retry", 2.0)
log = structlog.get_logger("sender")


class Sender:
    """One sender process. Any number may run; claims keep them apart."""

    def __init__(self) -> None:
        self._connection: Connection | None = None
        self._numbers: dict[UUID, NumberRow] = {}
        self._numbers_until = 0.0
        self._in_flight = InFlight()
        self._plans = FreshPlans()
        self._preparer = Preparer()
        self._rest = POLL_SECONDS

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop` is set; what is in flight is finished first."""
        connector = aiohttp.TCPConnector(limit=IN_FLIGHT, keepalive_timeout=30)
        async with aiohttp.ClientSession(connector=connector, timeout=TIMEOUT, trust_env=False) as session:
            wake = asyncio.Event()
            listener = asyncio.create_task(_listen(wake))
            receipts = asyncio.create_task(ReceiptSender(session).run())
            try:
                while not stop.is_set():
                    if await self._round(session):
                        continue
                    wake.clear()
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(_first(wake, stop), self._rest)
            finally:
                listener.cancel()
                receipts.cancel()
                await self._settle_surely(await self._in_flight.land())

    async def _round(self, session: aiohttp.ClientSession) -> bool:
        """Claim what there is room for, send, settle what was answered. False when there was nothing to do."""
        try:
            sends = await asyncio.to_thread(self._claim, self._in_flight.ids())
        except psycopg.OperationalError as error:
            await self._wait_for_database(error)
            return False
        answers = await self._in_flight.fly((send, self._send(session, send)) for send in sends)
        await self._settle_surely(answers)
        return bool(sends or answers)

    async def _settle_surely(self, answers: Sequence[tuple[Send, Answer]]) -> None:
        """Store the answers, however long the database is away: nobody else was told them."""
        while answers:
            try:
                await asyncio.to_thread(self._settle, answers)
            except psycopg.OperationalError as error:
                await self._wait_for_database(error)
            else:
                return

    async def _wait_for_database(self, error: psycopg.OperationalError) -> None:
        log.error("database away", error=type(error).__name__)
        self._connection = None
        await asyncio.sleep(POLL_SECONDS)

    def _open(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = connect(name="leadnurturebot sender")
        return self._connection

    def _claim(self, out: Sequence[UUID]) -> list[Send]:
        """Claim what there is room for beside what is out; the claims of that are renewed."""
        connection = self._open()
        with connection.transaction():
            self._plans.renew(connection)
            wall = wall_now()
            if out:
                claiming.renew(connection, out, wall=wall)
            room = IN_FLIGHT - len(out)
            sends = claiming.claim(connection, wall=wall, now=business_now(connection), limit=room) if room else []
            if not sends:
                self._rest = _rest(claiming.next_due(connection, wall=wall), wall)
            unknown = {send.number_id for send in sends} - self._numbers.keys()
            if unknown or wall_now().timestamp() > self._numbers_until:
                wanted = list(self._numbers.keys() | {send.number_id for send in sends})
                self._numbers = sending_numbers.load_numbers(connection, wanted)
                self._numbers_until = wall_now().timestamp() + 10
        return sends

    def _settle(self, answers: Sequence[tuple[Send, Answer]]) -> None:
        connection = self._open()
        with connection.transaction():
            settling.settle(connection, answers, wall=wall_now(), now=business_now(connection))
            if self._preparer.store(connection):
                self._numbers_until = 0.0

    async def _send(self, session: aiohttp.ClientSession, send: Send) -> Answer:
        number = self._numbers.get(send.number_id)
        if number is None:
            return Refused(0, "the business number is disconnected", "give_up")
        if send.wait > 0:
            await asyncio.sleep(send.wait)
        provider = messaging_provider(number.slug)
        try:
            account = await self._preparer.ready(session, provider, send.content, _account(number, send), number.owner)
            request = provider.build_request(
                send.content, to=send.to, account=account, callback_data=str(send.id), quoted=send.quoted
            )
        except Exception as error:  # noqa: BLE001  # one message that cannot be written must not take its neighbours along
            log.error("message cannot be written", message=str(send.id), error=place_of(error))
            return Refused(0, f"cannot be written: {place_of(error)}", "give_up")
        try:
            status, body = await exchange(session, request)
        except NOT_SENT:
            return UNREACHABLE
        except (aiohttp.ClientError, TimeoutError):
            # Bytes may have been written and even accepted: nobody knows, so it is never sent again blindly.
            counters.sends_unknown.inc()
            return None
        answer = _read(provider, send, status, body)
        if isinstance(answer, Refused):
            self._preparer.note(provider, answer, number.owner)
        return answer


def _account(number: NumberRow, send: Send) -> Account:
    """Whose account sends; some of Meta's take marketing on a path of its own."""
    account = account_of(number)
    is_apart = send.marketing_path and send.category is Category.MARKETING
    return replace(account, marketing_path=True) if is_apart else account


def _read(provider: MessagingProvider, send: Send, status: int, body: bytes) -> Answer:
    """The answer; one that makes no sense says nothing about whether the message was taken."""
    try:
        answer = provider.read_response(status, body)
    except Exception as error:  # noqa: BLE001  # as above
        log.error("answer cannot be read", message=str(send.id), status=status, error=place_of(error))
        counters.sends_unknown.inc()
        return None
    if isinstance(answer, Refused):
        counters.send_errors.labels(code=str(answer.code)).inc()
    else:
        counters.messages_sent.inc()
    return answer


def _rest(due_at: datetime | None, wall: datetime) -> float:
    """Seconds until somebody must look again: at the next turn of a message, else at the next poll."""
    return POLL_SECONDS if due_at is None else min(POLL_SECONDS, (due_at - wall).total_seconds())


async def _first(*events: asyncio.Event) -> None:
    tasks = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


async def _listen(wake: asyncio.Event) -> None:
    """Set `wake` whenever something was put into the outbox. Polling goes on without it."""
    while True:
        try:
            connection = await psycopg.AsyncConnection.connect(
                settings.DATABASE_URL, autocommit=True, application_name="leadnurturebot sender listens"
            )
            async with connection:
                await connection.execute("LISTEN leadnurturebot_outbox")
                async for _ in connection.notifies():
                    wake.set()
        except psycopg.OperationalError:
            await asyncio.sleep(POLL_SECONDS)
