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
from leadnurturebot.message_path import counters, sending
from leadnurturebot.message_path.accounts import account_of
from leadnurturebot.message_path.preparing import Preparer, exchange
from leadnurturebot.message_path.sending import Answer, NumberRow, Send
from leadnurturebot.platform.clocks import business_now, wall_now
from leadnurturebot.platform.fresh_plans import FreshPlans
from leadnurturebot.platform.sql import Connection, connect
from leadnurturebot.providers.messaging.base import Refused
from leadnurturebot.providers.registry import messaging_provider

IN_FLIGHT = 64
POLL_SECONDS = 0.5
TIMEOUT = aiohttp.ClientTimeout(total=20, connect=5)
# Nothing was sent: the connection could not be made. Such a send may be tried again.
NOT_SENT = (aiohttp.ClientConnectorError,)
UNREACHABLE = Refused(0, "the provider could not be reached", "retry", 2.0)
log = structlog.get_logger("sender")


class Sender:
    """One sender process. Any number may run; claims keep them apart."""

    def __init__(self) -> None:
        self._connection: Connection | None = None
        self._numbers: dict[UUID, NumberRow] = {}
        self._numbers_until = 0.0
        self._plans = FreshPlans()
        self._preparer = Preparer()
        self._rest = POLL_SECONDS

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop` is set; what is in flight is finished first."""
        connector = aiohttp.TCPConnector(limit=IN_FLIGHT, keepalive_timeout=30)
        async with aiohttp.ClientSession(connector=connector, timeout=TIMEOUT, trust_env=False) as session:
            wake = asyncio.Event()
            listener = asyncio.create_task(_listen(wake))
            try:
                while not stop.is_set():
                    if await self._round(session):
                        continue
                    wake.clear()
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(_first(wake, stop), self._rest)
            finally:
                listener.cancel()

    async def _round(self, session: aiohttp.ClientSession) -> bool:
        """Claim, send, settle. False when nothing was due or the database is away."""
        try:
            sends = await asyncio.to_thread(self._claim)
            if not sends:
                return False
            answers = await asyncio.gather(*(self._send(session, send) for send in sends))
            await asyncio.to_thread(self._settle, list(zip(sends, answers, strict=True)))
        except psycopg.OperationalError as error:
            log.error("database away", error=type(error).__name__)
            self._connection = None
            await asyncio.sleep(POLL_SECONDS)
            return False
        return True

    def _open(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = connect(name="leadnurturebot sender")
        return self._connection

    def _claim(self) -> list[Send]:
        connection = self._open()
        with connection.transaction():
            self._plans.renew(connection)
            wall = wall_now()
            sends = sending.claim(connection, wall=wall, now=business_now(connection), limit=IN_FLIGHT)
            if not sends:
                self._rest = _rest(sending.next_due(connection, wall=wall), wall)
            unknown = {send.number_id for send in sends} - self._numbers.keys()
            if unknown or wall_now().timestamp() > self._numbers_until:
                wanted = list(self._numbers.keys() | {send.number_id for send in sends})
                self._numbers = sending.load_numbers(connection, wanted)
                self._numbers_until = wall_now().timestamp() + 10
        return sends

    def _settle(self, answers: Sequence[tuple[Send, Answer]]) -> None:
        connection = self._open()
        with connection.transaction():
            sending.settle(connection, answers, wall=wall_now(), now=business_now(connection))
            if self._preparer.store(connection):
                self._numbers_until = 0.0

    async def _send(self, session: aiohttp.ClientSession, send: Send) -> Answer:
        number = self._numbers.get(send.number_id)
        if number is None:
            return Refused(0, "the business number is gone", "give_up")
        await _until(send.at)
        provider = messaging_provider(number.slug)
        takes_marketing_path = send.marketing_path and send.category is Category.MARKETING
        account = (
            replace(account_of(number), marketing_path=takes_marketing_path)
            if takes_marketing_path
            else account_of(number)
        )
        account = await self._preparer.ready(session, provider, send.content, account, number.owner)
        request = provider.build_request(send.content, to=send.to, account=account, callback_data=str(send.id))
        try:
            status, body = await exchange(session, request)
        except NOT_SENT:
            return UNREACHABLE
        except (aiohttp.ClientError, TimeoutError):
            # Bytes may have been written and even accepted: nobody knows, so it is never sent again blindly.
            counters.sends_unknown.inc()
            return None
        answer = provider.read_response(status, body)
        if isinstance(answer, Refused):
            counters.send_errors.labels(code=str(answer.code)).inc()
            self._preparer.note(provider, answer, number.owner)
        else:
            counters.messages_sent.inc()
        return answer


def _rest(due_at: datetime | None, wall: datetime) -> float:
    """Seconds until somebody must look again: at the next turn of a message, else at the next poll."""
    return POLL_SECONDS if due_at is None else min(POLL_SECONDS, (due_at - wall).total_seconds())


async def _until(moment: datetime | None) -> None:
    """Wait for a message's turn."""
    wait = (moment - wall_now()).total_seconds() if moment else 0.0
    if wait > 0:
        await asyncio.sleep(wait)


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
